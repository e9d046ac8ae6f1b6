public import Audit
import Model
public import SQLite

/// A question to a snapshot in SQL.
public struct Query: Sendable {
  /// The names of the columns.
  public let columns: [String]
  /// The rows, at most as many as asked for.
  public let rows: [[SQLiteValue]]
  /// Whether there are more rows.
  public let hasMore: Bool

  /// Asks a question, which may only read; secrets are masked.
  ///
  /// - Parameters:
  ///   - sql: One SELECT.
  ///   - context: The snapshot and the clock.
  ///   - limit: How many rows are wanted.
  ///   - steps: How many steps of SQLite's machine it may take; `nil`: as many as a rule may.
  /// - Throws: What is wrong with it.
  public init(
    _ sql: String, of context: AuditContext, limit: Int, steps: Int? = nil
  ) throws(SQLiteError) {
    let database = try SnapshotDatabase(context)
    let statement = try database.prepare(
      sql, steps: steps ?? CustomRuleJudge.stepLimit(context.snapshot))
    statement.start()
    var rows: [[SQLiteValue]] = []
    var hasMore = false
    while let row = try statement.next() {
      guard rows.count < limit else {
        hasMore = true
        break
      }
      rows.append(
        row.map { value in
          guard case .text(let text) = value else { return value }
          return .text(context.secrets.printable(text))
        })
    }
    columns = statement.columns
    self.rows = rows
    self.hasMore = hasMore
  }
}
