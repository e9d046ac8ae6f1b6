import DocGen
import Foundation
import Localization
import Model
import TestSupport
import Testing

/// The pages of the status of translations.
@Suite struct SiteStatusTests {
  private static let page = "---\ntitle: A <b>\n---\n# A\n\nOne is here. Two is here.\n"

  private static func translation(of source: String) -> String {
    Bilingual.frontMatter(title: "A", source: source)
      + "# <a name=\"a\"></a>\(Bilingual.unit(103, "A", "A"))\n\n"
      + "\(Bilingual.unit(104, "Un est là.", "One is here.")) "
      + "\(Bilingual.unit(105, "Deux est là.", "Two is here."))\n"
  }

  private func site(_ change: (inout SiteRequest) -> Void = { _ in }) throws -> TestSite {
    let changed = Self.page.replacing("Two is here.", with: "Two is there.")
    return try TestSite(
      [
        "en-us/a.md": changed, "en-us/b.md": Self.page, "en-us/c.md": Self.page,
        "fr-fr/a.md": Self.translation(of: Self.page),
        "fr-fr/b.md": Self.translation(of: Self.page), "ar-sa/b.md": "# ب\n",
      ], change)
  }

  private static let status = "fr-fr/localization/index.html"

  /// The cells of the rows of a table, as text.
  private func rows(_ page: String, table: Int) -> [[String]] {
    let tables = page.components(separatedBy: "<tbody>").dropFirst()
    guard tables.count > table else { return [] }
    let body = tables[tables.startIndex + table].components(separatedBy: "</tbody>")[0]
    return body.components(separatedBy: "</tr>").dropLast().map { row in
      row.components(separatedBy: "</t").dropLast().map { cell in
        cell.replacing(/<[^>]*>/, with: "").replacing(/^[hd]>/, with: "")
          .trimmingCharacters(in: .whitespacesAndNewlines)
      }
    }
  }

  @Test func countsPagesAndTexts() throws {
    let page = try site()["en-us/localization/index.html"]
    let totals = rows(page, table: 0)
    #expect(totals.map(\.count) == [12, 12])
    #expect(totals[1][1...3] == ["3", "11", "63.6%"])
    #expect(totals[1][4...7] == ["9%", "27.2%", "0%", "0%"])
    // The sentence that changed is 92 % like its former self; those of c.md are known exactly.
    #expect(totals[1][8...11] == ["7", "3", "0", "0"])
    let matrix = rows(page, table: 1)
    #expect(matrix.map(\.[0]) == ["A &lt;b&gt;a.md", "A &lt;b&gt;b.md", "A &lt;b&gt;c.md"])
    #expect(matrix[0][1].contains("Not translated"))
    #expect(matrix[0][2].contains("Original changed"))
    #expect(matrix[1][1].contains("Not known"))
    #expect(matrix[1][2].contains("Up to date"))
    #expect(matrix[2][2].contains("Not translated"))
    #expect(page.contains("<a href=\"../a.html\">"))
    #expect(page.contains("data-value=\"1000\""))
  }

  /// A table of contents in Markdown is translated too, but no page to go to.
  @Test func tablesOfContentsHaveNoLinks() throws {
    let site = try TestSite([
      "en-us/a.md": Self.page, "en-us/TOC.md": "# [A](a.md)\n",
      "fr-fr/a.md": Self.translation(of: Self.page), "fr-fr/TOC.md": "# [Ah](a.md)\n",
    ])
    let matrix = rows(site[Self.status], table: 1)
    #expect(matrix.map(\.[0]) == ["TOC.mdTOC.md", "Aa.md"])
    #expect(!site[Self.status].contains("TOC.html"))
    #expect(site[Self.status].contains("a.html\""))
  }

  @Test func isLinkedFromEveryPageAndInEveryLanguage() throws {
    let site = try site()
    #expect(site["fr-fr/a.html"].contains("<a href=\"localization/index.html\">"))
    #expect(site["en-us/c.html"].contains("<a href=\"localization/index.html\">"))
    #expect(site[Self.status].contains("<a href=\"../../ar-sa/localization/index.html\""))
    #expect(site["ar-sa/localization/index.html"].contains("<html lang=\"ar-SA\" dir=\"rtl\">"))
    #expect(!site[Self.status].contains("class=\"trend\""))
    #expect(site.problems.filter { $0.contains("template") } == [])
  }

  @Test func isLeftOutWhereNobodyWantsItOrNothingIsTranslated() throws {
    #expect(try !site { $0.hasStatus = false }.files.contains(Self.status))
    let single = try TestSite(["en-us/a.md": Self.page])
    #expect(!single.files.contains { $0.contains("localization/") })
    #expect(!single["en-us/a.html"].contains("localization/index.html"))
    // A page of the set that is called so stays what it is.
    let own = try TestSite([
      "en-us/localization/index.md": "# Our own\n", "fr-fr/a.md": "# A\n",
    ])
    #expect(own["en-us/localization/index.html"].contains("Our own"))
    #expect(own.problems.filter { $0.contains("error") } == [])
  }

  @Test func showsTheTrendAsALineAndATable() throws {
    let trend = StatusTrend([
      .init(
        name: "first", date: nil, locales: [french: .init(units: 10, current: 0, words: 1200)]),
      .init(
        name: "x", date: CivilDate("2026-10-01"),
        locales: [french: .init(units: 10, current: 5, words: 12)]),
    ])
    let site = try site { $0.statusTrend = trend }
    #expect(site[Self.status].contains("<polyline points=\"10,110 300,60 590,46\"/>"))
    let all = site["en-us/localization/index.html"]
    #expect(all.components(separatedBy: "<figure class=\"trend\">").count == 3)
    let steps = rows(all, table: 2)
    #expect(steps[0] == ["first", "0%", "10", "1,200"])
    #expect(steps[1][1...] == ["50%", "10", "12"])
    #expect(steps[2] == ["Now", "63.6%", "11", "10"])
    // Of a language that nobody looked at earlier there is no line yet.
    #expect(!site["ar-sa/localization/index.html"].contains("<polyline"))
  }
}
