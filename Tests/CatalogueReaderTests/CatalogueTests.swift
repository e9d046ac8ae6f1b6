import CatalogueReader
import Model
import Testing

@Suite struct CatalogueTests {
  let catalogue = ShippedCatalogue.catalogue

  @Test func isReadWithoutProblems() {
    #expect(ShippedCatalogue.loaded.diagnostics.map(\.description) == [])
    #expect(catalogue.date == "2026-08-18")
    #expect(catalogue.digest.count == 64)
  }

  @Test func countsOfServices() {
    let destinations = catalogue.services.filter { $0.family == .destination }
    #expect(destinations.count == 38)
    #expect(destinations.count { $0.payload != .connector } == 34)
    #expect(destinations.count { $0.payload == .connector } == 4)
    #expect(catalogue.services.count { $0.family == .enrichment } == 12)
    #expect(destinations.count(where: \.supportsKeyVault) == 12)
    #expect(destinations.count(where: \.needsExportUser) == 21)
    #expect(
      destinations.filter { $0.isHashed == true }.map(\.slug) == [
        "facebook", "google-ads", "linkedin-ads", "microsoft-advertising", "snapchat",
      ])
    #expect(destinations.count { $0.category == "advertising" } == 9)
  }

  @Test(arguments: [
    ("Brevo", "sendinblue"), ("Sendinblue (Brevo)", "sendinblue"), ("sendinblue", "sendinblue"),
    ("Meta", "facebook"), ("facebookAds", "facebook"), ("FACEBOOK", "facebook"),
    ("Ortto", "autopilot"), ("Autopilot", "autopilot"), ("dotDigital", "dotdigital"),
    ("DotDigital", "dotdigital"), ("adRoll", "adroll"), ("AdRoll", "adroll"),
    ("rollWorks", "rollworks"), ("RollWorks", "rollworks"), ("d365Marketing", "ci-journeys"),
    ("Customer Insights - Journeys", "ci-journeys"), ("d365Sales", "dynamics365-sales"),
    ("adlsGen2", "azure-data-lake-storage-gen2"), ("ADLS", "azure-data-lake-storage-gen2"),
    ("synapse", "azure-synapse-analytics"), ("linkedIn", "linkedin-ads"),
    ("googleAds", "google-ads"), ("microsoftAds", "microsoft-advertising"),
    ("constantContact", "constant-contact"), ("campaignMonitor", "campaign-monitor"),
    ("activeCampaign", "active-campaign"), ("powerBI", "power-bi"), ("sendGrid", "sendgrid"),
    ("liveramp", "liveramp"), ("LiveRamp", "liveramp"), ("AbiliTec", "liveramp-abilitec"),
    ("sftp", "sftp"), ("HERE", "here"), ("Dun & Bradstreet", "dnb"),
  ])
  func aNameMeansItsService(_ name: String, _ slug: String) {
    #expect(catalogue.services(named: name).map(\.slug) == [slug])
  }

  @Test(arguments: [
    ("ftp", ["liveramp", "salesforce", "sftp", "sftp-custom-import"]),
    (
      "blob",
      [
        "adobe-campaign-standard", "adobe-experience-platform", "azure-blob-storage", "inmobi",
      ]
    ),
    ("mailchip", []), ("", []),
  ])
  func aNameMayMeanSeveralOrNone(_ name: String, _ slugs: [String]) {
    #expect(catalogue.services(named: name).map(\.slug) == slugs)
  }

  @Test(arguments: [
    ("LiveRamp", Service.Family.enrichment, ["liveramp-abilitec"]),
    ("liveramp", .destination, ["liveramp"]),
    ("azure-maps", .destination, ["azure-maps"]),
    ("ftp", .enrichment, ["liveramp", "salesforce", "sftp", "sftp-custom-import"]),
  ])
  func theFamilyTellsNamesakesApart(
    _ name: String, _ family: Service.Family, _ slugs: [String]
  ) {
    #expect(catalogue.services(named: name, family: family).map(\.slug) == slugs)
  }

  @Test func linkedInHasTwoSetsOfIdentifiers() throws {
    let linkedIn = try #require(catalogue.service(slug: "linkedin-ads"))
    #expect(linkedIn.identifierRule == .alternatives)
    #expect(linkedIn.identifiers.map(\.name) == ["contact", "company"])
    #expect(linkedIn.identifiers.map(\.fields.count) == [5, 5])
  }

  @Test func rowsNameTheirSource() throws {
    let klaviyo = try #require(catalogue.service(slug: "klaviyo"))
    #expect(klaviyo.source == "export-klaviyo.md, 2026-07-16")
    #expect(
      klaviyo.limits.map(\.source) == [
        "export-klaviyo.md, 2021-08-13", "export-klaviyo.md, 2022-06-28",
      ])
    #expect(klaviyo.limits.map(\.until) == ["2022-06-28", nil])
  }
}
