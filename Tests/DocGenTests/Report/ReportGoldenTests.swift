import DocGen
import Foundation
import Model
import TestSupport
import Testing

/// The report on a small snapshot, page by page.
@Suite struct ReportGoldenTests {
  /// Two connections: one in order, one with hardly anything known, a name that is markup, and a
  /// secret; one export and one enrichment with a schedule and runs.
  static let snapshot = #"""
    {
      "schema": "connections-snapshot/1",
      "environment": {"instanceId": "i-1", "name": "Small & Co", "region": "West Europe",
        "instanceType": "production"},
      "collection": {"collectedUtc": "2026-09-30T06:00:00Z", "collectedBy": "amal@contoso.example",
        "tool": "hand", "toolVersion": "1", "timeZone": "UTC",
        "sources": [
          {"section": "connections", "kind": "manual", "recordCount": 2, "complete": true},
          {"section": "consents", "kind": "manual", "recordCount": 1, "complete": true}]},
      "principals": [{"principalId": "p-1", "principalType": "user", "displayName": "أمل",
        "enabled": true}],
      "connections": [
        {"connectionId": "c-1", "type": "mailchimp", "purposeKind": "export",
         "displayName": "News, \"weekly\"", "purpose": "Newsletter", "createdUtc": "2024-05-06",
         "createdBy": "p-1", "ownerPrincipalId": "p-1", "allowedRoles": ["administrator"],
         "allowedPrincipals": [], "credential": {"method": "apiKey"}},
        {"connectionId": "C 2", "type": "mailchimp", "purposeKind": "enrichment",
         "displayName": "<b>نشرة</b>", "purpose": null, "allowedRoles": 5,
         "createdUtc": "2025-01-02T03:04:05Z",
         "target": {"endpoint": "https://user:hunter2hunter2@mail.example/"}}],
      "consents": [{"consentId": "k-1", "subjectType": "connection", "subjectId": "c-1",
        "state": "accepted", "acceptedBy": "p-1", "acceptedUtc": "2024-05-06T08:00:00Z",
        "evidence": "ticket|4711"}],
      "exports": [{"exportId": "e-1", "connectionId": "c-1", "displayName": "Weekly",
        "state": "active", "createdBy": "p-1",
        "items": [{"kind": "segment", "name": "Readers"}]}],
      "enrichments": [{"enrichmentId": "n-1", "connectionId": "C 2", "displayName": "Brands",
        "type": "brands", "state": "active", "enrichedCount": 1234567}],
      "segments": [{"segmentId": "s-1", "name": "Readers", "members": 1200000,
        "countedUtc": "2026-09-29T00:00:00Z"}],
      "schedules": [{"scheduleId": "t-1", "targetId": "e-1", "mode": "scheduled",
        "isActive": true, "cron": ["0 3 * * 1"], "timezoneId": "UTC"}],
      "runs": [
        {"runId": "r-1", "targetId": "e-1", "startUtc": "2026-09-01T03:00:00Z",
         "endUtc": "2026-09-01T03:30:00Z", "status": "succeeded", "recordCount": 1000},
        {"runId": "r-2", "targetId": "e-1", "startUtc": "2026-09-08T03:00:00Z",
         "status": "failed"}]
    }
    """#

  /// One exception that covers a fail and ends soon, and one that has nothing to cover.
  static let exceptions = """
    timeZone: Europe/Amsterdam
    exceptions:
      - rule: CON-01
        subject: "connection:C 2"
        reason: Waiting for <the> lawyers | counsel
        approver: Amal & Co
        requester: amal & co
        created: 2026-09-01
        expires: 2026-10-15
      - {rule: CON-01, subject: "connection:c-1", reason: Old, approver: Amal, ticket: "=T-1",
         created: 2026-01-01, expires: 2027-06-30}
      - {rule: "LIM-*", subject: "export:*", reason: Old, approver: Amal, ticket: T-2,
         requester: Ben, created: 2025-01-01, expires: 2026-08-31}
    """

  private static let report = Result { () throws -> RenderedReport in
    let content = try TemporaryFolder()
    try write(content)
    var fixture = ReportFixture(snapshot)
    fixture.rules = "CON-01,SHR-01,LIM-01"
    fixture.exceptions = exceptions
    fixture.locales = ["en-us", "fr-fr", "ar-sa"].compactMap(LocaleTag.init)
    fixture.content = content.path
    fixture.sample = SampleRequest(count: 3, seed: 7)
    return try fixture.render()
  }

  /// Pages for one rule, so that the words of the documentation can change without this test:
  /// Arabic is complete, French is missing, and the other rules have none.
  private static func write(_ folder: TemporaryFolder) throws {
    try folder.write(
      "en-us/rules/con-01.md",
      """
      ---
      title: Agreed
      vouch.rule: CON-01
      ---

      # CON-01: Agreed

      ## Criterion

      Somebody **agreed**. See [the terms](../terms.md) and `consents`.

      ## Why it matters

      Because.

      ## How it is checked

      1. It looks.
      2. It compares.

      ## What to do

      Ask again.

      ## Sources

      - `connections.md`

      """)
    try folder.write("en-us/terms.md", "---\ntitle: Terms\n---\n\n# Terms\n\nText.\n")
    func unit(_ number: Int, _ target: String, _ source: String) -> String {
      #"<span data-ttu-id="abcde-\#(number)">\#(target)</span><span class="sxs-lookup">"#
        + #"<span data-stu-id="abcde-\#(number)">\#(source)</span></span>"#
    }
    try folder.write(
      "ar-sa/rules/con-01.md",
      """
      ---
      title: تمت الموافقة
      vouch.rule: CON-01
      ms.contentlocale: ar-SA
      ---

      # <a name="con-01-agreed"></a>\(unit(103, "CON-01: تمت الموافقة", "CON-01: Agreed"))

      ## <a name="criterion"></a>\(unit(104, "المعيار", "Criterion"))

      \(unit(105, "**وافق** شخص ما.", "Somebody **agreed**.")) \(unit(106, "انظر [الشروط](../terms.md) و`consents`.", "See [the terms](../terms.md) and `consents`."))

      ## <a name="what-to-do"></a>\(unit(107, "الإجراء المطلوب", "What to do"))

      \(unit(108, "اسأل مرة أخرى.", "Ask again."))

      """)
  }

  private static let pages = [
    "index", "findings/index", "rules/con-01", "inventory/index", "inventory/connections/c-1",
    "inventory/connections/record-2", "inventory/exports/e-1", "inventory/enrichments/n-1",
    "exceptions", "method", "reconciliation", "frameworks/index", "frameworks/gdpr",
    "summary", "actions", "registers/index", "registers/disclosures", "registers/people", "signoff",
    "sample",
  ]

  /// Names of assets hold digests of what is in them.
  private func withoutDigests(_ text: String) -> String {
    text.replacing(/(assets\/[a-z]+)[.-][0-9a-f]{6,}/) { "\($0.output.1).DIGEST" }
  }

  @Test(arguments: ["en-us", "ar-sa"], pages)
  func html(locale: String, page: String) throws {
    let text = try Self.report.get().text("\(locale)/report/\(page).html")
    expectGolden(withoutDigests(text), "\(locale)/\(page.replacing("/", with: "-")).html")
  }

  @Test(arguments: [
    "report", "rules/con-01", "findings/index", "reconciliation", "method", "actions", "sample",
  ])
  func markdown(page: String) throws {
    let text = try Self.report.get().text("fr-fr/report/\(page).md")
    expectGolden(text, "fr-fr/\(page.replacing("/", with: "-")).md")
  }

  /// The same under limits by contract: for a destination, and stricter for one connection.
  private static let limited = Result { () throws -> RenderedReport in
    let content = try TemporaryFolder()
    try write(content)
    var fixture = ReportFixture(snapshot)
    fixture.rules = "LIM-01"
    fixture.locales = ["en-us", "ar-sa"].compactMap(LocaleTag.init)
    fixture.content = content.path
    fixture.formats = [.html]
    fixture.agreedLimits = [
      AgreedLimit(
        .destination("mailchimp"), maximum: 2_000_000, source: "Contract <2026-4>, § 3",
        origin: "vouch.yaml:9"),
      AgreedLimit(
        .connection("c-1"), maximum: 500_000, scope: .total, source: "عقد 5",
        origin: "vouch.yaml:12"),
    ]
    return try fixture.render()
  }

  /// The rows that the contracts change; the rest of the pages is as without them.
  @Test(arguments: ["en-us", "ar-sa"])
  func contractLimits(locale: String) throws {
    let report = try Self.limited.get()
    let rule = try report.text("\(locale)/report/rules/lim-01.html")
    let method = try report.text("\(locale)/report/method.html")
    let parts = [
      try rows(below: "results", of: rule), try rows(below: "parameters", of: rule),
      try rows(below: "method-parameters", of: method),
    ]
    for part in parts { #expect(part.contains("عقد 5")) }
    expectGolden(withoutDigests(parts.joined()), "\(locale)/contract-limits.html")
  }

  /// The body of the first table below a heading.
  private func rows(below heading: String, of page: String) throws -> String {
    let start = try #require(page.firstRange(of: "<h2 id=\"\(heading)\">")).upperBound
    let body = try #require(page[start...].firstRange(of: "<tbody>\n")).upperBound
    let end = try #require(page[body...].firstRange(of: "</tbody>")).lowerBound
    return String(page[body..<end])
  }

  @Test(arguments: ["summary.json", "manifest.json", "findings.ndjson"])
  func machine(file: String) throws {
    expectGolden(try Self.report.get().text("report/\(file)"), file)
  }

  @Test func theTemplatesHaveNothingToComplainAbout() throws {
    #expect(try Self.report.get().problems == [])
  }
}
