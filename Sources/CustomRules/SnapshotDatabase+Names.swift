import Model
import SQLite

extension SnapshotDatabase {
  /// What to do about a table or column that isn't there; `nil` for other problems.
  ///
  /// A column is looked for in the tables that the query names.
  func suggestion(_ error: SQLiteError, in sql: String) -> String? {
    let isColumn = error.message.hasPrefix("no such column: ")
    guard isColumn || error.message.hasPrefix("no such table: ") else { return nil }
    let name = error.message.split(separator: " ").last.map(String.init) ?? ""
    database.unlock()
    var names = (try? texts("SELECT name FROM sqlite_schema WHERE type = 'table'")) ?? []
    if isColumn {
      let words = Set(
        sql.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
      names = names.filter { words.contains($0.lowercased()) }
        .flatMap { (try? texts("SELECT name FROM pragma_table_info('\($0)')")) ?? [] }
    }
    let column = name.split(separator: ".").last.map(String.init) ?? name
    return Suggestion.didYouMean(column, among: names)
      ?? "docs/custom-rules.md lists the tables and their columns"
  }

  /// The texts of a query of one column.
  private func texts(_ sql: String) throws(SQLiteError) -> [String] {
    let statement = try database.prepare(sql)
    statement.start()
    var texts: [String] = []
    while let row = try statement.next() { texts += row.map(\.description) }
    return texts
  }
}
