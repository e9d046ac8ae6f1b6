public import Model

/// What a service name of the snapshot means.
public enum ServiceMatch: Sendable {
  /// One service of the catalogue.
  case known(Service)
  /// A name that several services share; nothing is guessed.
  case ambiguous([Service])
  /// No service of the catalogue.
  case unrecognized

  /// The service, if there is exactly one.
  public var service: Service? {
    if case .known(let service) = self { return service }
    return nil
  }
}

/// The meaning of each service name that stands in the snapshot, looked up once.
struct ServiceNames: Sendable {
  private var matches: [Identifier: ServiceMatch] = [:]
  private var byFamily: [Service.Family: [Identifier: ServiceMatch]] = [:]
  private let snapshot: Snapshot
  private let catalogue: Catalogue

  init(_ snapshot: Snapshot, _ catalogue: Catalogue) {
    self.snapshot = snapshot
    self.catalogue = catalogue
    var names: Set<Identifier> = []
    for (section, field) in [
      (Section.connections, "type"), (.enrichments, "type"), (.consents, "service"),
      (.agreements, "service"),
    ] {
      for case let name? in snapshot.table(section).identifiers(of: field) { names.insert(name) }
    }
    for name in names {
      matches[name] = Self.match(snapshot.text(name), nil, catalogue)
      for family in [Service.Family.destination, .enrichment] {
        byFamily[family, default: [:]][name] = Self.match(snapshot.text(name), family, catalogue)
      }
    }
  }

  func match(_ name: Identifier, _ family: Service.Family?) -> ServiceMatch {
    let known = family.map { byFamily[$0]?[name] } ?? matches[name]
    return known ?? Self.match(snapshot.text(name), family, catalogue)
  }

  private static func match(
    _ name: String, _ family: Service.Family?, _ catalogue: Catalogue
  ) -> ServiceMatch {
    let services = catalogue.services(named: name, family: family)
    switch services.count {
    case 0: return .unrecognized
    case 1: return .known(services[0])
    default: return .ambiguous(services)
    }
  }
}
