import Foundation
import Model
import Testing

@testable import DocGen

/// What went to whom: only what a source recorded is a fact.
@Suite struct DisclosuresTests {
  private static let snapshot = #"""
    {"schema": "connections-snapshot/1",
     "connections": [
      {"connectionId": "c-1", "type": "mailchimp", "purposeKind": "export"},
      {"connectionId": "c-2", "type": "sftp", "target": {"finalRecipient": "Print <Ltd>"}},
      {"connectionId": "c-3", "type": "google-ads"}],
     "agreements": [
      {"agreementId": "a-1", "service": "google-ads", "recipient": "Google Ireland"}],
     "segments": [{"name": "A", "members": 70}, {"name": "B", "members": 5}, {"name": "C"}],
     "exports": [
      {"exportId": "e-1", "connectionId": "c-1",
       "items": [{"kind": "segment", "name": "A"}, {"kind": "segment", "name": "B"}]},
      {"exportId": "e-2", "connectionId": "c-2", "items": [{"kind": "segment", "name": "C"}]},
      {"exportId": "e-3", "connectionId": null, "items": []}],
     "runs": [
      {"runId": "r-1", "targetId": "e-1", "status": "successful", "recordCount": 60,
       "recordCountSource": "recorded", "startUtc": "2026-01-01T00:00:00Z"},
      {"runId": "r-2", "targetId": "e-1", "status": "successful", "recordCount": 61,
       "recordCountSource": "derived", "startUtc": "2026-01-03T00:00:00Z"},
      {"runId": "r-3", "targetId": "e-1", "status": "successful",
       "startUtc": "2026-01-02T00:00:00Z"},
      {"runId": "r-4", "targetId": "e-1", "status": "failed", "recordCount": 9,
       "recordCountSource": "recorded"},
      {"runId": "r-5", "targetId": "e-2", "status": "successful"},
      {"runId": "r-6", "targetId": "e-3", "status": "successful"},
      {"runId": "r-7", "targetId": "gone", "targetKind": "export", "status": "successful"},
      {"runId": "r-8", "targetId": "s-1", "targetKind": "segment", "status": "successful"}]}
    """#

  private static let report = Result { () throws -> RenderedReport in
    var fixture = ReportFixture(snapshot)
    fixture.rules = "CON-01"
    return try fixture.render()
  }

  private func data() throws -> ReportData {
    ReportData(
      ReportRun(
        result: try Self.report.get().result, gate: Gate().judge(try Self.report.get().result),
        toolVersion: "1", exitStatus: 0, statusReasons: []), limit: 100)
  }

  @Test func recipientsAreNamedByTheMostExactEvidence() throws {
    let recipients = try data().recipients.byConnection
    #expect(recipients.map(\.name) == ["Mailchimp", "Print <Ltd>", "Google Ireland"])
    #expect(recipients.map(\.origin) == [.service, .target, .agreement])
  }

  @Test func countsOfARecipient() throws {
    let accounts = try data().disclosures.accounts
    #expect(accounts.map(\.name) == ["Mailchimp", "Print <Ltd>", nil])
    let mail = accounts[0]
    #expect(mail.runs == 4 && mail.successful == 3)
    #expect(mail.recorded == 60 && mail.recordedRuns == 1, "a failed run counts nothing")
    #expect(mail.derivedRuns == 2 && mail.unknownRuns == 0)
    #expect(mail.newest.map(\.run) == [1, 2, 0, 3], "newest first, without a start last")
    #expect(mail.newest.map(\.count) == [.derived(61), .derived(75), .recorded(60), .recorded(9)])
    #expect(accounts[1].unknownRuns == 1, "a segment without members gives no bound")
    #expect(accounts[2].runs == 2, "no connection, and no export")
  }

  @Test func theTableHoldsEveryRun() throws {
    let rows = try StrictCSV.records(Self.report.get().text("report/disclosures.csv"))
    let header = try #require(rows.first)
    let kind = try #require(header.firstIndex(of: "countKind"))
    let count = try #require(header.firstIndex(of: "count"))
    #expect(
      rows.dropFirst().map { $0[kind] }
        == ["recorded", "derived", "derived", "notSuccessful", "unknown", "unknown", "unknown"])
    #expect(rows.dropFirst().map { $0[count] } == ["60", "61", "75", "", "", "", ""])
  }

  @Test func pagesEscapeAndMarkWhatIsDerived() throws {
    let html = try Self.report.get().text("en-us/report/registers/disclosures.html")
    #expect(html.contains("Print &lt;Ltd&gt;") && !html.contains("Print <Ltd>"))
    #expect(html.contains("at most 75") && html.contains("Derived, an upper bound"))
    let register = try Self.report.get().text("en-us/report/registers/index.md")
    #expect(register.contains("Google Ireland") && register.contains("Type of connection only"))
  }
}
