import DocGen
import Foundation
import Model
import TestSupport
import Testing

/// Every form of the report carries the totals of `summary.json`.
@Suite struct ReportTotalsTests {
  private static let outcomes = ["fail", "unknown", "accepted", "pass", "notApplicable"]

  private static let example = Result { () throws -> RenderedReport in
    let path = ReportFixture.project.appending(path: "examples/contoso/snapshot.json")
    var fixture = ReportFixture(try String(contentsOf: path, encoding: .utf8))
    fixture.rules = "CON-01,SHR-01,SHR-03,LIM-01,LIM-05"
    fixture.locales = ["en-us", "fr-fr", "ar-sa"].compactMap(LocaleTag.init)
    return try fixture.render()
  }

  /// The numbers of a list of totals, the population last.
  private func cells(_ html: Substring) -> [Int] {
    String(html).values(between: "<span class=\"total-count\">", and: "</span>").compactMap {
      text in
      Int(text.filter { $0.isASCII && $0.isNumber })
    }
  }

  private func expected(_ totals: Any?) throws -> [Int] {
    let totals = try #require(totals as? [String: Int])
    return (Self.outcomes + ["population"]).compactMap { totals[$0] }
  }

  @Test(arguments: ["en-us", "fr-fr", "ar-sa"])
  func pagesShowTheTotalsOfTheSummary(locale: String) throws {
    let report = try Self.example.get()
    let summary = try report.json("report/summary.json")
    let all = try expected(summary["totals"])
    #expect(all.reduce(0, +) == 2 * all[5] && all[5] > 100)
    for page in ["index", "findings/index"] {
      let html = try report.text("\(locale)/report/\(page).html")
      #expect(cells(html[...]) == all, "\(page)")
    }
    for rule in try #require(summary["rules"] as? [[String: Any]]) {
      let id = try #require(rule["id"] as? String).lowercased()
      let html = try report.text("\(locale)/report/rules/\(id).html")
      let totals = try expected(rule["totals"])
      #expect(cells(html[...]) == totals, "\(id)")
      #expect(rows(html) == totals.dropLast(), "\(id)")
      let markdown = try report.text("\(locale)/report/rules/\(id).md")
      let counts = markdown.split(separator: "\n").filter { $0.hasPrefix("- ") }.prefix(6).map {
        line in
        Int(line.split(separator: ":").last?.filter(\.isNumber) ?? "") ?? -1
      }
      #expect(counts == totals, "\(id)")
    }
  }

  /// What needs somebody now shows beside a severity how many findings have it, of all of the rule,
  /// whether all of them are listed or not.
  @Test(arguments: [20_000, 1])
  func attentionCountsBySeverity(limit: Int) throws {
    let path = ReportFixture.project.appending(path: "examples/contoso/snapshot.json")
    var fixture = ReportFixture(try String(contentsOf: path, encoding: .utf8))
    fixture.rules = "LIF-06,CON-01"
    fixture.formats = [.html, .markdown, .json]
    fixture.limit = limit
    let report = try fixture.render()
    let lifecycle = try #require(report.result.rules.first { $0.rule.id == "LIF-06" })
    let fails = lifecycle.totals[.fail]
    let worst = lifecycle.verdicts.count { $0 == RuleResult.Verdict(.fail, .critical) }
    #expect(worst > 0 && worst < fails)
    let card =
      ">Critical</span> <span class=\"outcome outcome-fail\">Fail: \(worst) of \(fails)</span>"
    #expect(try report.text("en-us/report/index.html").contains(card))
    #expect(
      try report.text("en-us/report/summary.html")
        .contains(">Critical</span> <span>\(worst) of \(fails)</span>"))
    #expect(
      try report.text("en-us/report/report.md").contains(
        ": Critical, Fail (\(worst) of \(fails)): "))
    // CON-01 has more fails of the highest severity, and comes first.
    #expect(lifecycle.count(of: .init(.fail, .critical)) == worst)
    let overview = try report.text("en-us/report/index.html")
    let places = try ["CON-01", "LIF-06"].map { rule in
      try #require(overview.range(of: "<span class=\"rule-id\">\(rule)</span>")).lowerBound
    }
    #expect(places[0] < places[1])
    // Where all have it, one number is enough.
    let consent = try #require(report.result.rules.first { $0.rule.id == "CON-01" })
    #expect(
      try report.text("en-us/report/summary.html")
        .contains(">Critical</span> <span>\(consent.totals[.fail])</span>"))
    #expect(report.problems == [])
  }

  /// A run without a gate has passed none: it has no colour of its own.
  @Test func noGateIsNoPass() throws {
    var fixture = ReportFixture(
      #"{"schema":"connections-snapshot/1","collection":{"timeZone":"UTC"},"exports":[]}"#)
    fixture.rules = "LIF-01"
    fixture.formats = [.html, .json]
    for (failOn, state) in [(nil, "none"), (FindingSeverity.critical, "open")] {
      fixture.gate = Gate(failOn: failOn)
      let report = try fixture.render()
      for page in ["index", "summary"] {
        let html = try report.text("en-us/report/\(page).html")
        #expect(html.contains("<p class=\"verdict verdict-\(state)\">"), "\(page)")
      }
    }
  }

  /// Rows of a page by outcome.
  private func rows(_ html: String) -> [Int] {
    Self.outcomes.map { outcome in
      html.count(of: "data-outcome=\"\(outcome)\"")
    }
  }

  /// Unknowns stand in the tables that fails stand in, and before what is fine.
  @Test func unknownsAreAsProminentAsFails() throws {
    let report = try Self.example.get()
    let findings = try report.text("en-us/report/findings/index.html")
    let summary = try report.json("report/summary.json")
    let totals = try expected(summary["totals"])
    #expect(rows(findings) == [totals[0], totals[1], 0, 0, 0])
    let both = findings.values(between: "<table", and: "</table>").filter {
      $0.has("data-outcome=\"fail\"") && $0.has("data-outcome=\"unknown\"")
    }
    #expect(!both.isEmpty)
    for rule in try #require(summary["rules"] as? [[String: Any]]) {
      let id = try #require(rule["id"] as? String).lowercased()
      let html = try report.text("en-us/report/rules/\(id).html")
      let order = html.values(between: "data-outcome=\"", and: "\"")
        .compactMap(Self.outcomes.firstIndex)
      #expect(order == order.sorted(), "\(id): unknowns come right behind fails")
    }
  }

  /// A rule with more subjects than are listed says so, and its totals stay complete.
  @Test(arguments: ["en-us", "ar-sa"])
  func aLimitedListSaysWhatItLeavesOut(locale: String) throws {
    let records = (1...5).map { #"{"connectionId": "c-\#($0)", "type": "mailchimp"}"# }
    var fixture = ReportFixture(
      """
      {"schema": "connections-snapshot/1", "connections": [\(records.joined(separator: ","))]}
      """)
    fixture.rules = "SHR-01"
    fixture.limit = 3
    fixture.locales = [try #require(LocaleTag(locale))]
    let report = try fixture.render()
    let population = report.result.totals.population
    #expect(population >= 5)
    for path in ["rules/shr-01.html", "rules/shr-01.md", "findings/index.html"] {
      let text = try report.text("\(locale)/report/\(path)")
      let line = text.split(separator: "\n").first {
        $0.contains("3") && $0.contains("\(population)") && !$0.contains("total-count")
          && !$0.contains("|")
      }
      #expect(line != nil, "\(path)")
    }
    let html = try report.text("\(locale)/report/rules/shr-01.html")
    #expect(rows(html).reduce(0, +) == 3)
    #expect(cells(html[...]).last == population)
    let lines = try report.text("report/findings.ndjson").split(separator: "\n")
    #expect(lines.count == population)
  }
}
