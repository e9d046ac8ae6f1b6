import CatalogueReader
import Model
import TestSupport
import Testing

@Suite struct RegionTests {
  private static let regions = ShippedCatalogue.catalogue.regions

  @Test func theShippedListIsRead() {
    #expect(Self.regions.source == "azure/reliability/regions-list.md, 2026-08-18")
    #expect(Self.regions.place("North Europe")?.area == "eea")
    #expect(Self.regions.place("norway-east")?.area == "eea")
    #expect(Self.regions.place("UK South")?.area == "uk")
    #expect(Self.regions.place("EU")?.region == nil)
    #expect(Self.regions.place("ap-south-1") == nil)
  }

  @Test(arguments: [
    ("northeurope", "North Europe", Truth.true), ("northeurope", "westeurope", .false),
    ("northeurope", "eastus", .false), ("eu", "northeurope", .missing), ("eu", "EU", .missing),
    ("eu", "us", .false), ("elsewhere", "Elsewhere", .true), ("elsewhere", "eastus", .missing),
  ])
  func tellsRegionsApart(_ left: String, _ right: String, _ same: Truth) {
    #expect(Self.regions.isSameRegion(left, right) == same)
    #expect(Self.regions.isSameRegion(right, left) == same)
  }

  @Test(arguments: [
    ("northeurope", "francecentral", Truth.true), ("northeurope", "uksouth", .false),
    ("eu", "norwayeast", .true), ("us", "westus3", .true), ("elsewhere", "Elsewhere", .true),
    ("elsewhere", "eastus", .missing),
  ])
  func tellsAreasApart(_ left: String, _ right: String, _ same: Truth) {
    #expect(Self.regions.isSameArea(left, right) == same)
    #expect(Self.regions.isSameArea(right, left) == same)
  }

  @Test(arguments: [
    (
      "document: d.md\ndocumentDate: 2026-01-02\nareas:\n  a:\n    regions: [one]\n  b:\n"
        + "    regions: [One]\n",
      "regions.yaml:7:5: error: 'One' is listed twice, first in 'a' [catalogue.duplicate-region]"
    ),
    (
      "document: d.md\ndocumentDate: 2026-01-02\n",
      "regions.yaml:1:1: error: 'areas' is missing [catalogue.missing-key]"
    ),
    (
      "document: d.md\ndocumentDate: 2026-01-02\nareas:\n  a:\n    region: [one]\n",
      "regions.yaml:5:5: error: unknown key 'region'; did you mean 'regions'? "
        + "[catalogue.unknown-key]"
    ),
  ])
  func problemsHavePlaces(_ text: String, _ problem: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("catalogue.yaml", "date: 2026-08-18\n")
    try folder.write("regions.yaml", text)
    let loaded = CatalogueLoader.load([folder.path])
    #expect(loaded.catalogue == nil)
    #expect(
      loaded.diagnostics.map { $0.description.replacing(folder.path + "/", with: "") } == [problem])
  }
}
