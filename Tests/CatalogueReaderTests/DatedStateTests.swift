import Model
import Testing

/// A state of a service on a day.
struct ExpectedState: Sendable, CustomTestStringConvertible {
  let slug: String
  let day: String
  let state: String
  init(_ slug: String, _ day: String, _ state: String) {
    self.slug = slug
    self.day = day
    self.state = state
  }
  var testDescription: String { "\(slug) on \(day)" }
}

@Suite struct DatedStateTests {
  static let maturities: [ExpectedState] =
    ["google-ads", "facebook", "linkedin-ads", "snapchat"].flatMap { slug in
      [
        ExpectedState(slug, "2025-07-16", "preview"),
        .init(slug, "2025-07-17", "generallyAvailable"),
        .init(slug, "2025-07-27", "generallyAvailable"),
        .init(slug, "2025-07-28", "preview"),
        .init(slug, "2025-09-25", "preview"),
        .init(slug, "2025-09-26", "generallyAvailable"),
      ]
    } + [
      .init("azure-data-lake-storage-gen2", "2025-07-16", "preview"),
      .init("azure-data-lake-storage-gen2", "2025-07-17", "generallyAvailable"),
      .init("azure-blob-storage", "2025-09-25", "preview"),
      .init("azure-blob-storage", "2025-09-26", "generallyAvailable"),
      .init("sftp", "2025-09-25", "preview"),
      .init("sftp", "2025-09-26", "generallyAvailable"),
      .init("adobe-campaign-standard", "2021-02-25", "not recorded"),
      .init("adobe-campaign-standard", "2021-02-26", "preview"),
      .init("adobe-experience-platform", "2021-02-25", "not recorded"),
      .init("adobe-experience-platform", "2021-02-26", "preview"),
      .init("azure-synapse-analytics", "2021-04-27", "not recorded"),
      .init("azure-synapse-analytics", "2021-04-28", "preview"),
      .init("microsoft-advertising", "2026-08-18", "preview"),
    ]

  @Test(arguments: maturities) func maturityHoldsFromItsDay(_ expected: ExpectedState) {
    let service = ShippedCatalogue.catalogue.service(slug: expected.slug)
    let value = service?.maturity.on(expected.day)?.value.rawValue
    #expect(value ?? "not recorded" == expected.state)
  }

  static let lifecycles: [ExpectedState] = [
    .init("rollworks", "2026-07-23", "active"), .init("rollworks", "2026-07-24", "retired"),
    .init("ci-journeys", "2026-05-17", "active"), .init("ci-journeys", "2026-05-18", "removed"),
    .init("teams-bot", "2023-10-30", "active"), .init("teams-bot", "2023-10-31", "removed"),
    .init("here", "2024-04-14", "active"), .init("here", "2024-04-15", "removed"),
    .init("enhanced-company-data", "2024-04-14", "active"),
    .init("enhanced-company-data", "2024-04-15", "removed"),
    .init("office-account-engagement", "2024-05-15", "active"),
    .init("office-account-engagement", "2024-05-16", "removed"),
    .init("adroll", "2026-08-18", "active"),
  ]

  @Test(arguments: lifecycles) func lifecycleHoldsFromItsDay(_ expected: ExpectedState) {
    let service = ShippedCatalogue.catalogue.service(slug: expected.slug)
    #expect(service?.lifecycle.on(expected.day)?.value.rawValue == expected.state)
  }

  @Test func onlySixServicesAreGone() {
    let gone = ShippedCatalogue.catalogue.services.filter { $0.lifecycle.last?.value != .active }
    #expect(
      gone.map(\.slug) == [
        "ci-journeys", "enhanced-company-data", "here", "office-account-engagement", "rollworks",
        "teams-bot",
      ])
    #expect(ShippedCatalogue.catalogue.service(slug: "rollworks")?.successor == "adroll")
  }

  static let steps: [ExpectedState] = [
    .init("rollworks", "2021-03-21", "not recorded"), .init("rollworks", "2021-03-22", "yes"),
    .init("rollworks", "2026-07-23", "yes"), .init("rollworks", "2026-07-24", "no"),
    .init("azure-blob-storage", "2022-07-04", "no"),
    .init("azure-blob-storage", "2022-07-05", "yes"),
    .init("azure-data-lake-storage-gen2", "2022-07-04", "no"),
    .init("azure-data-lake-storage-gen2", "2022-07-05", "yes"),
    .init("azure-synapse-analytics", "2022-07-04", "no"),
    .init("azure-synapse-analytics", "2022-07-05", "yes"),
    .init("adobe-campaign-standard", "2022-07-04", "no"),
    .init("adobe-campaign-standard", "2022-07-05", "yes"),
    .init("adobe-experience-platform", "2022-07-04", "no"),
    .init("adobe-experience-platform", "2022-07-05", "yes"),
    .init("dynamics365-sales", "2022-07-04", "no"),
    .init("dynamics365-sales", "2022-07-05", "yes"),
    .init("ci-journeys", "2022-07-04", "no"), .init("ci-journeys", "2022-07-05", "yes"),
    .init("inmobi", "2022-07-04", "no"), .init("inmobi", "2022-07-05", "inherits"),
    .init("microsoft-advertising", "2021-05-04", "not recorded"),
    .init("microsoft-advertising", "2021-05-05", "yes"),
    .init("azure-maps", "2021-05-25", "not recorded"), .init("azure-maps", "2021-05-26", "yes"),
    .init("sftp-custom-import", "2020-10-28", "not recorded"),
    .init("sftp-custom-import", "2020-10-29", "no"),
    .init("sftp-custom-import", "2021-04-06", "no"),
    .init("sftp-custom-import", "2021-04-07", "yes"),
    .init("office-account-engagement", "2021-10-26", "not recorded"),
    .init("office-account-engagement", "2021-10-31", "no"),
    .init("office-account-engagement", "2021-11-01", "yes"),
    .init("liveramp-abilitec", "2022-02-17", "not recorded"),
    .init("liveramp-abilitec", "2022-02-18", "yes"),
    .init("dnb", "2021-09-02", "not recorded"), .init("dnb", "2021-09-03", "yes"),
    .init("microsoft-brands", "2020-10-09", "no"), .init("power-bi", "2026-01-01", "no"),
  ]

  @Test(arguments: steps) func consentStepHoldsFromItsDay(_ expected: ExpectedState) {
    let service = ShippedCatalogue.catalogue.service(slug: expected.slug)
    let value = service?.consentStep.on(expected.day)?.value.rawValue
    #expect(value ?? "not recorded" == expected.state)
  }

  @Test func theStepBeginsOnTheDayThatIsStated() {
    for service in ShippedCatalogue.catalogue.services {
      let first = service.consentStep.first { $0.value != .no }
      #expect(first?.from == service.consentStepDocumentedSince, "\(service.slug)")
    }
  }
}
