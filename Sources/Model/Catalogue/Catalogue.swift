/// The destinations and enrichment services that the platform knows, with dated facts.
///
/// Loaded at run time from `content/catalogue/`; a rule uses the facts that held at an event's date.
public struct Catalogue: Sendable {
  /// The date of the catalogue as a whole, `YYYY-MM-DD`.
  public let date: String
  /// SHA-256 of the files it was loaded from, in hexadecimal.
  public let digest: String
  /// All services, ordered by slug; slugs are unique over both families.
  public let services: [Service]
  /// Which legal area each region belongs to.
  public let regions: Regions
  private let bySlug: [String: Int]
  private let byName: [String: [Int]]

  /// A catalogue; names are looked up without regard to ASCII case.
  public init(
    date: String, digest: String, services: [Service], regions: Regions = Regions()
  ) {
    self.date = date
    self.regions = regions
    self.digest = digest
    self.services = services.sorted { $0.slug.utf8.lexicographicallyPrecedes($1.slug.utf8) }
    var bySlug: [String: Int] = [:]
    var byName: [String: [Int]] = [:]
    for (index, service) in self.services.enumerated() {
      bySlug[service.slug] = index
      for name in Set(([service.slug, service.title] + service.aliases).map { $0.lowercased() }) {
        byName[name, default: []].append(index)
      }
    }
    self.bySlug = bySlug
    self.byName = byName
  }

  /// The service with a slug.
  public func service(slug: String) -> Service? { bySlug[slug].map { services[$0] } }

  /// The services that a slug, alias or label of the snapshot may mean.
  ///
  /// None if it is unknown, more than one if it is ambiguous (`ftp` stands for four). A slug always
  /// means its service; where the family is known, a namesake of that family comes first (`liveramp`
  /// is a destination, and the label of an enrichment service).
  public func services(named name: String, family: Service.Family? = nil) -> [Service] {
    let name = name.lowercased()
    let matches = (byName[name] ?? []).map { services[$0] }
    guard let exact = matches.first(where: { $0.slug == name }) else { return matches }
    if let family, exact.family != family {
      let namesakes = matches.filter { $0.family == family }
      if !namesakes.isEmpty { return namesakes }
    }
    return [exact]
  }

  /// All names by which a service can be meant: slugs, titles and aliases.
  public var names: [String] {
    services.flatMap { [$0.slug, $0.title] + $0.aliases }
  }
}
