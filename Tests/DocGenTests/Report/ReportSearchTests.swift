import Foundation
import Model
import Testing

@testable import DocGen

/// What the search box of a report finds.
@Suite struct ReportSearchTests {
  private static let report = Result { () throws -> RenderedReport in
    var fixture = ReportFixture(ReportGoldenTests.snapshot)
    fixture.rules = "CON-01,LIM-01,CRD-04"
    fixture.locales = LocaleTag.shipped
    return try fixture.render()
  }

  /// The entries of an index: address, title, language, sections.
  private static func entries(_ report: RenderedReport, _ locale: String) throws -> [[Any]] {
    let index = try report.text("\(locale)/report/search.js")
    let words = try #require(index.firstRange(of: "\"texts\":"))
    let list = index[words.upperBound...].prefix { $0 != "}" }
    let shards = try #require(
      try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [[Any]])
    return try shards.flatMap { shard -> [[Any]] in
      let name = try #require(shard[1] as? String)
      let text = try report.text("\(locale)/report/search/\(name).js")
      let literal = text.dropFirst("vouchSearch(\"\(name)\",".count).dropLast(3)
      return try #require(
        try JSONSerialization.jsonObject(with: Data(literal.utf8)) as? [[Any]])
    }
  }

  @Test(arguments: LocaleTag.shipped)
  func findsRulesSubjectsAndFindings(locale: LocaleTag) throws {
    let report = try Self.report.get()
    let entries = try Self.entries(report, locale.folder)
    let addresses = entries.compactMap { $0[0] as? String }
    #expect(addresses.prefix(3) == ["rules/con-01.html", "rules/lim-01.html", "rules/crd-04.html"])
    for name in ["connections/c-1", "connections/record-2", "exports/e-1", "enrichments/n-1"] {
      #expect(addresses.contains("inventory/\(name).html"))
    }
    let findings = entries.filter { ($0[1] as? String)?.hasPrefix("CON-01: ") == true }
    #expect(!findings.isEmpty)
    for finding in findings {
      let section = try #require((finding[3] as? [[String]])?.first)
      let page = try report.text("\(locale.folder)/report/\(finding[0] as? String ?? "")")
      #expect(page.contains("id=\"\(section[0])\""), "the place is on the page")
      #expect(section[2].contains("connection") || locale != .source)
    }
    for entry in entries {
      let address = try #require(entry[0] as? String)
      #expect(report.files["\(locale.folder)/report/\(address)"] != nil, "\(address)")
      #expect((entry[3] as? [[String]])?.allSatisfy { $0.count == 3 } == true)
    }
    // What a page says of its box is where the files are.
    let page = try report.text("\(locale.folder)/report/inventory/exports/e-1.html")
    #expect(
      page.contains(
        "data-entry=\"../../search.js\" data-files=\"../../search/\" data-pages=\"../../\""))
    #expect(!page.contains("data-also"))
  }

  /// Links of a rule's page lead to the site where there is one; a search shows their words.
  @Test(arguments: [false, true])
  func rulesAreWordsWithoutMarkup(hasSite: Bool) throws {
    var fixture = ReportFixture(ReportGoldenTests.snapshot)
    fixture.rules = "CON-01,LIM-01,CRD-04"
    (fixture.hasSite, fixture.hasSearch) = (hasSite, hasSite)
    fixture.formats = [.html]
    let sections = try Self.entries(fixture.render(), "en-us").prefix(3)
      .flatMap { $0[3] as? [[String]] ?? [] }
    #expect(
      sections.contains { $0[2].hasPrefix("A destination may reject an audience above its limit") })
    for section in sections {
      for mark in ["](", "**", "`", ".md)"] { #expect(!section[2].contains(mark), "\(section[2])") }
    }
  }

  @Test func secretsAreMaskedAndMarkupIsText() throws {
    let report = try Self.report.get()
    for (path, text) in report.files where path.contains("/report/search") {
      #expect(!text.contains("hunter2hunter2"), "\(path)")
      #expect(path.hasSuffix(".js"))
    }
    let titles = try Self.entries(report, "en-us").compactMap { $0[1] as? String }
    #expect(titles.contains("<b>نشرة</b>"))
  }

  @Test func isTheSameEachTime() throws {
    var fixture = ReportFixture(ReportGoldenTests.snapshot)
    fixture.rules = "CON-01,LIM-01,CRD-04"
    fixture.formats = [.html]
    let again = try fixture.render()
    for (path, text) in try Self.report.get().files
    where path.hasPrefix("en-us/report/search") {
      #expect(again.files[path] == text, "\(path)")
    }
    fixture.formats = [.markdown, .json]
    let without = try fixture.render()
    #expect(!without.files.keys.contains { $0.contains("/report/search") })
  }

  /// Many findings cost many files of a size, and none that all searches load.
  @Test func isInFilesOfAboutOneSize() throws {
    let runs = (0..<3_000).map {
      #"{"runId": "run-\#($0)", "targetKind": "export", "targetId": "e-\#($0)", "status": "successful"}"#
    }
    var fixture = ReportFixture(
      #"{"schema": "connections-snapshot/1", "runs": [\#(runs.joined(separator: ",\n"))]}"#)
    fixture.rules = "DQ-01"
    fixture.formats = [.html]
    let report = try fixture.render()
    let sizes = report.files.filter { $0.key.contains("/report/search/") }.map(\.value.utf8.count)
    #expect(sizes.count > 5)
    #expect(sizes.allSatisfy { $0 < 60_000 }, "\(sizes)")
    #expect(try report.text("en-us/report/search.js").utf8.count < 20_000)
    // Of a rule's findings those are found that its page shows.
    #expect(try Self.entries(report, "en-us").count == 1 + 1_000)
  }
}
