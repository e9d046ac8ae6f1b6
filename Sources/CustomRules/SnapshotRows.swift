import Audit
import Model
import SQLite

/// The cells of a snapshot as values of SQL, each with how it stands.
struct SnapshotRows {
  let context: AuditContext

  /// How many columns of SQL a field has.
  static func width(_ kind: FieldShape.Kind) -> Int {
    switch kind {
    case .instant, .service: 3
    default: 2
    }
  }

  /// The id by which findings call a record.
  func subject(_ section: Section, _ row: Int) -> String {
    Subject(
      SubjectRecord(section, row), kind: .record, isQualified: false, context.snapshot
    ).id
  }

  /// The values of a row, in the order of the columns.
  func values(of table: Table, _ row: Int) -> [SQLiteValue] {
    var values: [SQLiteValue] = []
    for (field, column) in zip(table.shape.fields, table.columns) {
      let state = column.mark(row).state
      values += cells(field.kind, column, row, hasValue: state == .value)
      values.append(.text("\(state)"))
    }
    return values
  }

  private func cells(
    _ kind: FieldShape.Kind, _ column: Column, _ row: Int, hasValue: Bool
  ) -> [SQLiteValue] {
    guard hasValue else {
      return Array(repeating: .null, count: Self.width(kind) - 1)
    }
    let payload = column.payload(row)
    switch kind {
    case .text, .key, .reference, .identifier: return [.text(text(payload))]
    case .service:
      let services = context.catalogue.services(named: text(payload))
      return [.text(text(payload)), services.count == 1 ? .text(services[0].slug) : .null]
    case .word(let vocabulary):
      let index = Int(payload)
      return [vocabulary.words.indices.contains(index) ? .text(vocabulary.words[index]) : .null]
    case .instant:
      let instant: Field<Instant> = column.field(row)
      return [
        instant.known.map { .text($0.iso8601) } ?? .null,
        instant.known.map { .real($0.days) } ?? .null,
      ]
    case .count, .flag: return [.integer(payload)]
    case .number: return [.real(Double(bitPattern: UInt64(bitPattern: payload)))]
    case .records, .values, .map: return [.integer(payload >> 32)]
    }
  }

  /// A text, masked if it is a secret.
  private func text(_ payload: Int64) -> String {
    context.secrets.printable(Identifier(index: Int32(truncatingIfNeeded: payload)))
  }
}
