import Model
import Testing

/// Look-ups in the destination catalogue.
@Suite struct CatalogueTests {
  private static func service(_ slug: String, _ title: String, _ aliases: [String]) -> Service {
    Service(
      slug: slug, title: title, aliases: aliases, family: .destination, category: "c",
      party: .thirdParty, limits: [], maturity: [], lifecycle: [], consentStep: [],
      consentStepDocumentedSince: nil, payload: .segments, identifierRule: .none, identifiers: [],
      optionalFields: [], isHashed: nil, supportsKeyVault: false, needsExportUser: false,
      hasContractCap: false, successor: nil, source: "s")
  }

  private static let catalogue = Catalogue(
    date: "2026-07-24", digest: "d",
    services: [
      service("sftp", "SFTP", ["ftp"]), service("liveramp", "LiveRamp", ["ftp"]),
      service("brevo", "Brevo", ["Sendinblue"]), service("ftp-import", "Import", []),
    ])

  @Test(arguments: [
    ("brevo", ["brevo"]), ("BREVO", ["brevo"]), ("sendinblue", ["brevo"]),
    ("ftp", ["liveramp", "sftp"]), ("sftp", ["sftp"]), ("Sftp", ["sftp"]), ("unknown", []),
    ("", []),
  ])
  func findsByAnyName(name: String, slugs: [String]) {
    #expect(Self.catalogue.services(named: name).map(\.slug) == slugs)
  }

  @Test func ordersServicesBySlug() {
    #expect(Self.catalogue.services.map(\.slug) == ["brevo", "ftp-import", "liveramp", "sftp"])
    #expect(Self.catalogue.service(slug: "sftp")?.title == "SFTP")
    #expect(Self.catalogue.service(slug: "SFTP") == nil)
  }

  @Test(arguments: [
    (nil, 3), ("2019-12-31", 1), ("2020-01-01", 2), ("2021-05-31", 2), ("2021-06-01", 3),
    ("2030-01-01", 3),
  ])
  func findsTheFactOfADay(day: String?, value: Int) {
    let facts = [
      Service.Dated(from: nil, until: "2020-01-01", value: 1, source: "a"),
      Service.Dated(from: "2020-01-01", until: "2021-06-01", value: 2, source: "b"),
      Service.Dated(from: "2021-06-01", until: nil, value: 3, source: "c"),
    ]
    #expect(facts.on(day)?.value == value)
  }

  @Test func beforeTheFirstFactThereIsNone() {
    let facts = [Service.Dated(from: "2020-01-01", until: nil, value: 1, source: "a")]
    #expect(facts.on("2019-01-01") == nil)
  }
}
