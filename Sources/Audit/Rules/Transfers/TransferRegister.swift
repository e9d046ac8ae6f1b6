import Model

/// The records of processing, by the connection that each names.
struct TransferRegister: Sendable {
  private var records: [Identifier: [Int32]] = [:]
  /// Records that don't tell their connection, so that one of them may be of any.
  private var unplaced: [Int32] = []

  /// An empty register, before it is read.
  init() {}

  /// Reads the register of a snapshot.
  init(_ snapshot: Snapshot) {
    for record in snapshot.rows(TransferRecord.self) {
      if let connection = record[.connectionId].known {
        records[connection, default: []].append(Int32(record.row))
      } else if !record[.connectionId].isNull {
        unplaced.append(Int32(record.row))
      }
    }
  }

  /// The records about a connection.
  func records(of connection: Connection, _ context: AuditContext) -> [TransferRecord] {
    context.standing(TransferRecord.self, connection[.connectionId].known.flatMap { records[$0] })
  }

  /// Whether a record may be about any connection.
  func hasUnplaced(_ context: AuditContext) -> Bool {
    unplaced.contains { context.stands(Int($0), in: .transferRecords) }
  }
}
