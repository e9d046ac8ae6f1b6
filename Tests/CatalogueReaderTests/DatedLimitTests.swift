import Model
import TestSupport
import Testing

/// What held on a day; read from the history of each article, not from the catalogue's files.
struct ExpectedLimits: Sendable, CustomTestStringConvertible {
  let slug: String
  let day: String
  let limits: String
  init(_ slug: String, _ day: String, _ limits: String) {
    self.slug = slug
    self.day = day
    self.limits = limits
  }
  var testDescription: String { "\(slug) on \(day)" }
}

/// `1000000 perExport, 20 min` and the like, so that the tables below can be read.
private func summary(_ limits: Service.Limits?) -> String {
  guard let limits else { return "not recorded" }
  if limits == Service.Limits() { return "none" }
  var parts = [limits.maximum.map(String.init), limits.scope?.rawValue].compactMap { $0 }
  if limits.kind != .limit { parts.append(limits.kind.rawValue) }
  var text = parts.joined(separator: " ")
  if let other = limits.otherMaximum { text += " or \(other)" }
  if let minimum = limits.minimum { text += ", from \(minimum)" }
  if let minutes = limits.durationMinutes { text += ", \(minutes) min" }
  if limits.isFewHours { text += ", a few hours" }
  if limits.unit != "profiles" { text += ", \(limits.unit)" }
  return text
}

@Suite struct DatedLimitTests {
  /// Each boundary as the day before and the day itself.
  static let boundaries: [ExpectedLimits] = [
    .init("active-campaign", "2021-05-04", "not recorded"),
    .init("active-campaign", "2021-05-05", "1000000 perExport, 20 min"),
    .init("active-campaign", "2021-05-19", "1000000 perExport, 20 min"),
    .init("active-campaign", "2021-05-20", "1000000 perExport, 90 min"),
    .init("adroll", "2021-02-14", "not recorded"),
    .init("adroll", "2021-02-15", "250000 perExport, from 100, 10 min"),
    .init("autopilot", "2020-12-07", "not recorded"),
    .init("autopilot", "2020-12-08", "100000 total, a few hours"),
    .init("autopilot", "2022-06-26", "100000 total, a few hours"),
    .init("autopilot", "2022-06-27", "100000 perExport, a few hours"),
    .init("braze", "2022-03-28", "not recorded"),
    .init("braze", "2022-03-29", "1000000 unstated, 40 min"),
    .init("campaign-monitor", "2021-03-21", "not recorded"),
    .init("campaign-monitor", "2021-03-22", "1000000 perExport, 20 min"),
    .init("ci-journeys", "2023-08-29", "not recorded"),
    .init("ci-journeys", "2023-08-30", "1000000 perSegment recommendation"),
    .init("constant-contact", "2021-03-21", "not recorded"),
    .init("constant-contact", "2021-03-22", "1000000 perExport, 60 min"),
    .init("criteo", "2022-03-28", "not recorded"),
    .init("criteo", "2022-03-29", "1000000 perExport, 30 min"),
    .init("dotdigital", "2020-11-22", "not recorded"),
    .init("dotdigital", "2020-11-23", "1000000 perExport, 180 min"),
    .init("dynamics365-sales", "2022-02-03", "none"),
    .init("dynamics365-sales", "2022-02-04", "100000 perSegment, 180 min, contacts"),
    .init("dynamics365-sales", "2022-06-26", "100000 perSegment, 180 min, contacts"),
    .init("dynamics365-sales", "2022-06-27", "100000 perSegment, 180 min, contacts"),
    .init("dynamics365-sales", "2022-12-20", "100000 perSegment, 180 min, contacts"),
    .init("dynamics365-sales", "2022-12-21", "100000 perSegment, 180 min, contacts"),
    .init("facebook", "2020-12-15", "none"),
    .init("facebook", "2020-12-16", "10000000 perExport, 90 min"),
    .init("facebook", "2025-07-16", "10000000 perExport, 90 min"),
    .init("facebook", "2025-07-17", "10000000 perExport, 90 min"),
    .init("google-ads", "2020-10-26", "not recorded"),
    .init("google-ads", "2020-10-27", "1000000 perExport, 5 min"),
    .init("google-ads", "2022-03-30", "1000000 perExport, 5 min"),
    .init("google-ads", "2022-03-31", "1000000 perExport, 30 min"),
    .init("hubspot", "2022-06-20", "not recorded"),
    .init("hubspot", "2022-06-21", "100000 total, a few hours"),
    .init("hubspot", "2022-06-22", "100000 total, 15 min"),
    .init("hubspot", "2022-07-25", "100000 total, 15 min"),
    .init("hubspot", "2022-07-26", "100000 perExport, 15 min"),
    .init("iterable", "2022-03-28", "not recorded"),
    .init("iterable", "2022-03-29", "1000000 unstated, 30 min"),
    .init("klaviyo", "2021-08-12", "not recorded"),
    .init("klaviyo", "2021-08-13", "100000 perExport or 1000000, 20 min"),
    .init("klaviyo", "2022-06-27", "100000 perExport or 1000000, 20 min"),
    .init("klaviyo", "2022-06-28", "1000000 perExport, 20 min"),
    .init("linkedin-ads", "2021-05-04", "not recorded"),
    .init("linkedin-ads", "2021-05-05", "1000000 perExport, 20 min"),
    .init("linkedin-ads", "2021-05-11", "1000000 perExport, 20 min"),
    .init("linkedin-ads", "2021-05-12", "100000 perExport, 20 min"),
    .init("linkedin-ads", "2021-05-17", "100000 perExport, 20 min"),
    .init("linkedin-ads", "2021-05-18", "100000 perExport, 10 min"),
    .init("linkedin-ads", "2021-11-28", "100000 perExport, 10 min"),
    .init("linkedin-ads", "2021-11-29", "100000 perExport, from 300, 10 min"),
    .init("linkedin-ads", "2025-07-16", "100000 perExport, from 300, 10 min"),
    .init("linkedin-ads", "2025-07-17", "100000 perExport, from 300, 10 min"),
    .init("liveramp", "2022-07-03", "none"),
    .init("liveramp", "2022-07-04", "100000000 perExport durationBasis, 90 min"),
    .init("mailchimp", "2020-10-25", "not recorded"),
    .init("mailchimp", "2020-10-26", "1000000 perExport, 180 min"),
    .init("marketo", "2020-11-12", "not recorded"),
    .init("marketo", "2020-11-13", "1000000 perExport, 180 min"),
    .init("microsoft-advertising", "2021-05-04", "not recorded"),
    .init("microsoft-advertising", "2021-05-05", "1000000 perExport, 20 min"),
    .init("microsoft-advertising", "2021-05-10", "1000000 perExport, 20 min"),
    .init("microsoft-advertising", "2021-05-11", "500000 perExport, 20 min"),
    .init("microsoft-advertising", "2021-05-17", "500000 perExport, 20 min"),
    .init("microsoft-advertising", "2021-05-18", "500000 perExport, 10 min"),
    .init("moengage", "2022-06-20", "not recorded"),
    .init("moengage", "2022-06-21", "100000 total, a few hours"),
    .init("moengage", "2022-06-22", "100000 total, 15 min"),
    .init("moengage", "2022-07-25", "100000 total, 15 min"),
    .init("moengage", "2022-07-26", "100000 perExport, 15 min"),
    .init("omnisend", "2021-05-04", "not recorded"),
    .init("omnisend", "2021-05-05", "1000000 perExport, 20 min"),
    .init("omnisend", "2021-05-19", "1000000 perExport, 20 min"),
    .init("omnisend", "2021-05-20", "1000000 perExport, 240 min"),
    .init("rollworks", "2021-03-21", "not recorded"),
    .init("rollworks", "2021-03-22", "250000 perExport, from 100, 10 min"),
    .init("rollworks", "2026-07-23", "250000 perExport, from 100, 10 min"),
    .init("rollworks", "2026-07-24", "250000 perExport, from 100, 10 min"),
    .init("salesforce", "2021-06-23", "not recorded"),
    .init("salesforce", "2021-06-24", "100000000 unstated, 90 min"),
    .init("salesforce", "2021-07-22", "100000000 unstated, 90 min"),
    .init("salesforce", "2021-07-23", "none"),
    .init("sendgrid", "2020-12-07", "not recorded"),
    .init("sendgrid", "2020-12-08", "100000 total, a few hours"),
    .init("sendinblue", "2021-05-19", "not recorded"),
    .init("sendinblue", "2021-05-20", "1000000 perExport, 90 min"),
    .init("sftp", "2021-01-25", "none"),
    .init("sftp", "2021-01-26", "100000000 unstated durationBasis, 90 min"),
    .init("sftp", "2022-07-12", "100000000 unstated durationBasis, 90 min"),
    .init("sftp", "2022-07-13", "100000000 unstated, 90 min"),
    .init("snapchat", "2021-03-21", "not recorded"),
    .init("snapchat", "2021-03-22", "1000000 unstated, 15 min"),
    .init("power-bi", "2021-01-01", "1000000 recommendation, rows"),
    .init("azure-blob-storage", "2021-01-01", "none"),
    .init("adobe-campaign-standard", "2021-01-01", "license"),
    .init("adobe-experience-platform", "2021-01-01", "license"),
  ]

  @Test(arguments: boundaries) func limitsHoldFromTheirDay(_ expected: ExpectedLimits) {
    let service = ShippedCatalogue.catalogue.service(slug: expected.slug)
    #expect(summary(service?.limits.on(expected.day)?.value) == expected.limits)
  }

  @Test func theTableNamesEveryDay() {
    let tested = Set(Self.boundaries.map { "\($0.slug) \($0.day)" })
    for service in ShippedCatalogue.catalogue.services {
      for row in service.limits {
        guard let from = row.from else { continue }
        #expect(tested.contains("\(service.slug) \(from)"))
      }
    }
  }

  @Test func enoughDestinationsHaveLimitsThatChanged() {
    let changed = ShippedCatalogue.catalogue.services.filter { service in
      Set(service.limits.map(\.value)).count > 1
    }
    #expect(changed.count >= 12)
  }
}
