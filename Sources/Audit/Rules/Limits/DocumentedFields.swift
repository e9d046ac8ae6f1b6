import Model

/// The names of fields that services document as identifiers or as optional.
struct DocumentedFields: Sendable {
  /// The names of one service's fields, without case and punctuation.
  struct Names: Sendable {
    private let names: [[UInt8]]

    init(_ service: Service) {
      let written =
        service.optionalFields
        + service.identifiers.flatMap(\.fields).flatMap {
          IdentifierNames.ways(to: $0).flatMap(\.self)
        }
      names = written.map { IdentifierNames.fold($0.utf8) }
    }

    /// Whether a field is documented; missing where its name at the destination is not known, or
    /// only contains a documented one.
    func include(_ field: SentField) -> Truth {
      guard let target = field.target else { return names.isEmpty ? .false : .missing }
      let folded = IdentifierNames.fold(target.utf8)
      return names.reduce(.false) { found, wanted in
        if folded == wanted { return .true }
        return found || (wanted.count > 3 && folded.holds(wanted) ? .missing : .false)
      }
    }
  }

  private var names: [String: Names] = [:]

  /// No service.
  init() {}

  /// What the services of a snapshot's connections document.
  init(_ context: AuditContext) {
    for connection in context.snapshot.rows(Connection.self) {
      guard let service = context.service(of: connection).service, names[service.slug] == nil
      else { continue }
      names[service.slug] = Names(service)
    }
  }

  /// What a service documents.
  func names(of service: Service) -> Names { names[service.slug] ?? Names(service) }
}
