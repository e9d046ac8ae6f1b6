import Foundation
import Model
import Testing

@testable import DocGen

/// With thousands of findings the list has few elements a row, and what isn't listed is counted.
@Suite struct LargeReportTests {
  /// Runs of which nobody knows what ran: one unknown each, and one for the open population.
  private static func fixture(_ count: Int, id: (Int) -> String = { "run-\($0)" }) -> ReportFixture
  {
    let runs = (0..<count).map {
      #"{"runId": "\#(id($0))", "targetKind": "export", "targetId": "e-\#($0)", "status": "successful"}"#
    }
    var fixture = ReportFixture(
      #"{"schema": "connections-snapshot/1", "runs": [\#(runs.joined(separator: ",\n"))]}"#)
    fixture.rules = "DQ-01"
    fixture.formats = [.html, .markdown]
    return fixture
  }

  private static func rows(_ page: String) -> [Substring] {
    page.split(separator: "<tr id=\"f-").dropFirst().map { $0 }
  }

  @Test func rowsAreSlimWhereThereAreThousands() throws {
    let report = try Self.fixture(ReportData.briefAbove).render()
    let page = try report.text("en-us/report/findings/index.html")
    let rows = Self.rows(page)
    #expect(rows.count == ReportData.briefAbove + 1)
    #expect(!page.contains("<details"), "the evidence stands on the page of the rule")
    let row = try #require(rows.first)
    #expect(row.utf8.count { $0 == UInt8(ascii: "<") } <= 8, "\(row)")
    #expect(row.contains(">Unknown<td>"), "\(row)")
    #expect(row.contains("snapshot.json:1"), "\(row)")
    let lines = try report.text("en-us/report/findings/index.md").split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("| Unknown |") } == rows.count)
  }

  @Test func aFewFindingsKeepTheirEvidence() throws {
    let report = try Self.fixture(ReportData.briefAbove - 1).render()
    let page = try report.text("en-us/report/findings/index.html")
    #expect(Self.rows(page).count == ReportData.briefAbove)
    #expect(page.split(separator: "<details").count - 1 == ReportData.briefAbove)
  }

  @Test func textOfTheSnapshotStaysTextAndKeepsItsDirection() throws {
    var fixture = Self.fixture(ReportData.briefAbove) { "<b onclick=x>&\($0)" }
    fixture.locales = [.source, try #require(LocaleTag("ar-sa"))]
    let report = try fixture.render()
    for locale in ["en-us", "ar-sa"] {
      let page = try report.text("\(locale)/report/findings/index.html")
      #expect(!page.contains("<b onclick"))
      #expect(page.contains("&lt;b onclick=x&gt;&amp;7"))
    }
    let arabic = try report.text("ar-sa/report/findings/index.html")
    let row = try #require(Self.rows(arabic).first)
    #expect(
      row.contains("\u{2066}e-0\u{2069}"), "an id keeps its direction within the words: \(row)")
    #expect(row.contains("<td dir=\"ltr\">snapshot.json:1"), "\(row)")
  }

  @Test func whatIsNotListedIsCounted() throws {
    var fixture = Self.fixture(60)
    fixture.limit = 20
    let report = try fixture.render()
    let page = try report.text("en-us/report/findings/index.html")
    #expect(Self.rows(page).count == 20)
    #expect(page.contains("shows 20 of 61"))
    let plan = try report.text("en-us/report/actions.html")
    #expect(plan.contains("This counts 20 of 61"))
  }

  @Test func thePlanShowsTheFirstTwoThousand() throws {
    let plan = try Self.fixture(2_200).render().text("en-us/report/actions.html")
    #expect(plan.split(separator: "findings/index.html#f-").count - 1 == 2_000)
    #expect(plan.contains("shows 2,000 of 2,201"))
    #expect(!plan.contains("This counts"))
  }

  @Test func theRegisterOfExceptionsShowsTheFirstThousand() throws {
    var fixture = Self.fixture(1_200)
    let entries = (0..<1_200).map { number in
      """
        - {rule: DQ-01, subject: 'record:runs/run-\(number)', reason: known, approver: a@example.org,
           requester: b@example.org, ticket: T-1, created: 2026-09-01, expires: 2026-12-31}
      """
    }
    fixture.exceptions = """
      timeZone: UTC
      exceptions:
      \(entries.joined(separator: "\n"))
      """
    let report = try fixture.render()
    #expect(report.result.totals[.accepted] == 1_200)
    let page = try report.text("en-us/report/exceptions.html")
    #expect(page.contains("The register shows 1,000 of 1,200 exceptions"))
    #expect(page.contains("The list shows 1,000 of 1,200 outcomes"))
    #expect(page.split(separator: "rules/dq-01.html#f-").count - 1 == 1_000)
  }
}
