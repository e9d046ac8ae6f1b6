import DocGen
import Foundation
import HTMLTree
import Localization
import Model
import TestSupport
import Testing

private struct CorpusPage {
  var path: String
  var body: [UInt8]
  var locale: String

  /// The pages of one locale of the corpus.
  static func all(_ locale: String) throws -> [CorpusPage] {
    let root = SharedMaterial.folder.appending(path: "corpus/\(locale)")
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
      .filter { $0.hasSuffix(".md") }
      .map { path in
        let page = Array(try Data(contentsOf: root.appending(path: path)))
        return CorpusPage(
          path: path, body: Array(page[FrontMatterBounds(page).bodyStart...]), locale: locale)
      }
  }

  func rendered() throws -> RenderedPage {
    let tag = try #require(LocaleTag(locale))
    return MarkdownRenderer.render(body, MarkdownOptions(path: path, locale: tag))
  }
}

/// What a reader sees as text: without tags and code.
private func visible(_ html: String) -> String {
  var text = ""
  for part in html.split(separator: "<pre", omittingEmptySubsequences: false) {
    let rest = part.range(of: "</pre>").map { part[$0.upperBound...] } ?? part
    for piece in rest.split(separator: "<code>", omittingEmptySubsequences: false) {
      let outside = piece.range(of: "</code>").map { piece[$0.upperBound...] } ?? piece
      for run in outside.split(separator: "<") { text += run.drop { $0 != ">" } }
    }
  }
  return text
}

@Suite(.enabled(if: SharedMaterial.isPresent, "../shared is not beside the project"))
struct RenderedCorpusTests {
  /// What holds for each page: no markup is left over, every unit is shown with its source, and a
  /// browser reads the HTML as it was meant.
  @Test(arguments: ["en-us", "fr-fr", "kk-kz", "ar-sa"])
  func rendersEveryPage(locale: String) throws {
    var count = 0
    for page in try CorpusPage.all(locale) {
      let rendered = try page.rendered()
      let html = String(decoding: rendered.html, as: UTF8.self)
      checkLeftovers(html, page.path)
      count += rendered.unitCount
      checkUnits(html, Units.scan(body: page.body).units, page.path)
      let read = HTMLTree.normalized(fragment: rendered.html)
      #expect(comparable(read) == comparable(rendered.html), "\(page.path)")
    }
    #expect(count == (locale == "en-us" ? 0 : 6006))
  }

  private func checkLeftovers(_ html: String, _ path: String) {
    for leftover in ["data-stu-id", "data-ttu-id", "sxs-lookup"] {
      #expect(!html.contains(leftover), "\(path): \(leftover)")
    }
    let text = visible(html)
    for leftover in ["[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!div", ":::", "<a name", "](#"] {
      #expect(!text.contains(leftover), "\(path): \(leftover)")
    }
  }

  private func checkUnits(_ html: String, _ units: [Localization.Unit], _ path: String) {
    let ids = html.split(separator: "<span class=\"unit\" id=\"u").dropFirst()
      .compactMap { Int($0.prefix { $0 != "\"" }) }
    #expect(ids == units.map(\.number), "\(path)")
    #expect(html.components(separatedBy: "<span class=\"unit-source\"").count - 1 == units.count)
  }

  private func comparable(_ html: [UInt8]) -> String {
    String(decoding: html, as: UTF8.self).replacing("&quot;", with: "\"")
      .replacing("<pre tabindex=\"0\">\n", with: "<pre tabindex=\"0\">")
  }

  /// English ids are what links of all locales point to.
  @Test func givesHeadingsTheIdsOfTheSource() throws {
    let english = Dictionary(
      uniqueKeysWithValues: try CorpusPage.all("en-us").map { ($0.path, $0) })
    var (pages, different) = (0, 0)
    for page in try CorpusPage.all("fr-fr") {
      guard let source = english[page.path] else { continue }
      pages += 1
      let ids = try page.rendered().headings.map(\.id)
      let expected = try source.rendered().headings.map(\.id)
      // Some sources are newer than the translation.
      if ids != expected { different += 1 }
    }
    #expect(pages > 85)
    #expect(different <= 8)
  }
}
