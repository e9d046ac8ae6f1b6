import Model

/// The names of services, without case and width, as they might be given to a connection.
struct NamesOfServices: Sendable {
  private struct Key: Hashable {
    let type: Identifier
    let family: Service.Family?
  }

  private var names: [Key: Set<String>] = [:]
  /// The names of all services of the catalogue.
  private var all: Set<String> = []

  /// No names were looked up.
  init() {}

  /// The names of the services that a snapshot's connections and enrichments use.
  init(_ context: AuditContext) {
    all = Set(context.catalogue.names.map(RepeatedNames.fold))
    let snapshot = context.snapshot
    for connection in snapshot.rows(Connection.self) {
      if let type = connection[.type].known {
        add(Key(type: type, family: connection.family), context)
      }
    }
    for enrichment in snapshot.rows(Enrichment.self) {
      if let type = enrichment[.type].known { add(Key(type: type, family: .enrichment), context) }
    }
  }

  private mutating func add(_ key: Key, _ context: AuditContext) {
    if names[key] == nil { names[key] = Self.names(key, context) }
  }

  /// Whether a name is but one of the names of the service that a type means.
  func isName(
    _ name: String, of type: Identifier, _ family: Service.Family?, _ context: AuditContext
  ) -> Bool {
    let key = Key(type: type, family: family)
    return (names[key] ?? Self.names(key, context)).contains(RepeatedNames.fold(name))
  }

  /// Whether a name is that of some service or other.
  func isName(_ name: String) -> Bool { all.contains(RepeatedNames.fold(name)) }

  private static func names(_ key: Key, _ context: AuditContext) -> Set<String> {
    var names = [context.snapshot.text(key.type)]
    if let service = context.service(key.type, key.family).service {
      names += [service.title, service.slug] + service.aliases
    }
    return Set(names.map(RepeatedNames.fold))
  }
}
