import Model

/// The connection of each export, and what each connection is as a destination; looked up once.
///
/// Most rules on exports begin with both, and each look-up of an id waits for memory.
struct ExportTargets: Sendable {
  /// The first row that the connection's id names, by the row of the export; -1: none.
  private let connections: FixedList<Int32>
  /// The position in ``matches``, by the row of the connection; -1: it states no type.
  private let destinations: FixedList<Int32>
  private let matches: FixedList<Destination>

  init(_ snapshot: Snapshot, _ index: SnapshotIndex, _ services: ServiceNames) {
    connections = FixedList(
      snapshot.table(.exports).identifiers(of: "connectionId").map { identifier in
        identifier.flatMap { index.row($0, in: .connections) }.map(Int32.init) ?? -1
      })
    var matches: [Destination] = []
    var positions: [Name: Int32] = [:]
    destinations = FixedList(
      snapshot.rows(Connection.self).map { connection in
        guard let type = connection[.type].known else { return -1 }
        let name = Name(type: type, family: connection.family ?? .destination)
        if let position = positions[name] { return position }
        positions[name] = Int32(matches.count)
        matches.append(Destination(services.match(name.type, name.family)))
        return Int32(matches.count - 1)
      })
    self.matches = FixedList(matches)
  }

  /// What a connection is as a destination.
  enum Destination: BitwiseCopyable, @unchecked Sendable {
    /// A service, without a counted reference: the catalogue keeps it.
    case known(Unmanaged<Service>)
    case ambiguous, unrecognized

    init(_ match: ServiceMatch) {
      self =
        switch match {
        case .known(let service): .known(.passUnretained(service))
        case .ambiguous: .ambiguous
        case .unrecognized: .unrecognized
        }
    }
  }

  private struct Name: Hashable {
    var type: Identifier
    var family: Service.Family
  }

  /// The first row that the id of an export's connection names.
  func connection(ofExport row: Int) -> Int? {
    let connection = connections[row]
    return connection < 0 ? nil : Int(connection)
  }

  /// What a connection is as a destination, unless it serves something else; `nil`: it states no
  /// type.
  func destination(ofConnection row: Int) -> Destination? {
    let position = destinations[row]
    return position < 0 ? nil : matches[Int(position)]
  }
}

extension AuditContext {
  /// The connection that an export names, if the snapshot has it.
  func connection(of export: Export) -> Connection? {
    exportTargets.connection(ofExport: export.row).map {
      Connection(snapshot, chosen($0, in: .connections))
    }
  }
}
