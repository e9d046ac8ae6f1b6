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

/// The reasons that rules share for a name that means no service, or several.
protocol ServiceReason {
  static var typeUnknown: Self { get }
  static var typeAmbiguous: Self { get }
}

extension ServiceReason {
  /// Why a name doesn't stand for one service.
  init(_ match: ServiceMatch) {
    if case .ambiguous = match { self = .typeAmbiguous } else { self = .typeUnknown }
  }
}

/// The meaning of each service name that stands in the snapshot, looked up once.
struct ServiceNames: Sendable {
  /// The names' texts in ascending order.
  private let names: FixedList<Int32>
  /// What each name means, in the order of the names: of any family, as a destination, as an
  /// enrichment.
  private let matches: [[ServiceMatch]]
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
    let sorted = names.map(\.index).sorted()
    self.names = FixedList(sorted)
    matches = [nil, .destination, .enrichment].map { family in
      sorted.map { Self.match(snapshot.text(Identifier(index: $0)), family, catalogue) }
    }
  }

  func match(_ name: Identifier, _ family: Service.Family?) -> ServiceMatch {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < name.index { low = middle + 1 } else { high = middle }
    }
    guard low < names.count, names[low] == name.index else {
      return Self.match(snapshot.text(name), family, catalogue)
    }
    switch family {
    case nil: return matches[0][low]
    case .destination?: return matches[1][low]
    case .enrichment?: return matches[2][low]
    }
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
