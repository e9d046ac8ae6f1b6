import DocGen
import Foundation
import Model
import TestSupport
import Testing

/// What a page shows of texts that are longer than anybody reads.
@Suite struct LongTextTests {
  private static let whole = Result { () throws -> RenderedReport in
    let (document, _) = try HostileSnapshot.make { "x\($0)" + String(repeating: "y", count: 3_000) }
    var fixture = ReportFixture(document)
    fixture.locales = ["en-us", "ar-sa"].compactMap(LocaleTag.init)
    return try fixture.render()
  }

  @Test(arguments: [".html", ".md", ".js"]) func noPageHasAllOfIt(suffix: String) throws {
    let report = try Self.whole.get()
    #expect(report.problems == [])
    let paths = report.paths(suffix)
    #expect(!paths.isEmpty)
    let tooMuch = String(repeating: "y", count: 1_000)
    for path in paths { #expect(try !report.text(path).contains(tooMuch), "\(path)") }
  }

  @Test(arguments: ["report/findings.ndjson", "report/findings.csv", "report/report.sarif"])
  func theFormatsForMachinesHave(path: String) throws {
    let report = try Self.whole.get()
    #expect(try report.text(path).contains(String(repeating: "y", count: 3_000)))
  }

  /// The inventory of a snapshot with two exports.
  private func inventory(_ names: [String], locale: String = "en-us") throws -> String {
    let exports = try names.enumerated().map { number, name in
      let text = String(decoding: try JSONEncoder().encode(name), as: UTF8.self)
      return #"{"exportId":"e-\#(number)","displayName":\#(text)}"#
    }
    var fixture = ReportFixture(
      #"{"schema":"connections-snapshot/1","exports":[\#(exports.joined(separator: ","))]}"#)
    fixture.locales = [locale].compactMap(LocaleTag.init)
    fixture.formats = [.html]
    fixture.rules = "LIF-08"
    return try fixture.render().text("\(locale)/report/inventory/index.html")
  }

  @Test(arguments: [
    ("a thousand letters", String(repeating: "y", count: 1_000), nil),
    ("one more", String(repeating: "y", count: 1_001), "(1,001 characters in all, SHA-256 "),
    ("of three bytes each", String(repeating: "漢", count: 1_000), nil),
    (
      "and one more", String(repeating: "漢", count: 1_001),
      "漢… (1,001 characters in all, SHA-256 "
    ),
    (
      "a character of two code points at the cut",
      String(repeating: "y", count: 999) + "e\u{301}" + "z",
      "y… (1,002 characters in all, SHA-256 "
    ),
    (
      "one character of many code points", "e" + String(repeating: "\u{301}", count: 5_000),
      "\u{301}… (5,001 characters in all, SHA-256 "
    ),
  ])
  func isCutAtACharacter(_ name: String, _ text: String, _ remark: String?) throws {
    let page = try inventory([text])
    #expect(page.contains("characters in all") == (remark != nil))
    if let remark { #expect(page.contains(remark)) } else { #expect(page.contains(text)) }
  }

  @Test func theLengthIsSaidInTheLanguageOfTheReader() throws {
    let page = try inventory([String(repeating: "y", count: 1_001)], locale: "nl-nl")
    #expect(page.contains("(1.001 tekens in totaal, SHA-256 "))
  }

  @Test func twoWithOneBeginningCanBeToldApart() throws {
    let long = String(repeating: "y", count: 1_500)
    let page = try inventory([long + "a", long + "b"])
    let digests = Set(page.values(between: "SHA-256 ", and: "…)").filter { $0.count == 12 })
    #expect(digests.count == 2, "\(digests)")
  }
}
