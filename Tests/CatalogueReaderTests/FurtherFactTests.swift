import CatalogueReader
import Model
import TestSupport
import Testing

/// The facts that few services have, as the table of services and the articles state them.
@Suite struct FurtherFactTests {
  private static let services = ShippedCatalogue.catalogue.services

  private static func slugs(_ condition: (Service) -> Bool) -> [String] {
    services.filter(condition).map(\.slug)
  }

  @Test func recipientsBehindStorageAndHosts() {
    #expect(
      Self.slugs { $0.further.hidesRecipient } == [
        "adobe-campaign-standard", "adobe-experience-platform", "azure-blob-storage",
        "azure-data-lake-storage-gen2", "azure-synapse-analytics", "inmobi", "salesforce", "sftp",
      ])
  }

  @Test func microsoftProductsOutsideTheBoundary() {
    #expect(
      Self.slugs { $0.further.isOutsideBoundary } == ["azure-maps", "microsoft-advertising"])
  }

  @Test func hashingIsDatedWhereItIsStated() {
    #expect(
      Self.slugs { $0.further.isHashedSince == "2022-12-22" } == Self.slugs { $0.isHashed == true })
  }

  @Test func namesOfSegmentsGoToFiveServices() {
    #expect(
      Self.slugs { !$0.further.segmentNames.isEmpty } == [
        "google-ads", "iterable", "linkedin-ads", "microsoft-advertising", "moengage",
      ])
    let names = ShippedCatalogue.catalogue.service(slug: "microsoft-advertising")?.further
      .segmentNames
    #expect(names?.on("2021-10-08")?.value == .always)
    #expect(names?.on("2026-07-16")?.value == .never)
  }

  @Test func facebookEndsSignInsSinceItSaidSo() {
    let days = ShippedCatalogue.catalogue.service(slug: "facebook")?.further.signInDays
    #expect(days?.on("2024-05-23") == nil)
    #expect(days?.on("2024-05-24")?.value == 60)
    #expect(Self.slugs { !$0.further.signInDays.isEmpty } == ["facebook"])
  }

  @Test func countriesOfEnrichments() {
    #expect(
      Self.services.filter { !$0.further.countries.isEmpty }
        .map { "\($0.slug) \($0.further.countries.joined(separator: " "))" } == [
          "dnb CA US", "experian US", "liveramp-abilitec US",
        ])
    #expect(Self.slugs { $0.further.isInbound } == ["sftp-custom-import"])
  }
}
