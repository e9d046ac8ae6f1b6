import DocGen
import Foundation
import Model
import TestSupport
import Testing

/// What a snapshot says never becomes markup, and its secrets are never printed.
@Suite struct ReportSafetyTests {
  private static func payload(_ number: Int) -> String {
    "<i\(number)>\"q\(number)='|`[a](b\(number))\n* {{c}} &amp; \\"
  }

  private static let hostile = Result { () throws -> (RenderedReport, count: Int) in
    let (document, count) = try HostileSnapshot.make(payload)
    var fixture = ReportFixture(document)
    fixture.locales = ["en-us", "ar-sa"].compactMap(LocaleTag.init)
    return (try fixture.render(), count)
  }

  @Test func everyFieldIsFilled() throws {
    let (report, count) = try Self.hostile.get()
    #expect(count > 200)
    #expect(report.problems == [])
    #expect(report.paths(".html").count > 2 * 12)
    // A good part of the texts is shown somewhere; the rest no page asks for.
    let pages = report.paths(".html").compactMap { report.files[$0] }
    let shown = Set(pages.flatMap { $0.values(between: "&lt;i", and: "&gt;") })
    #expect(shown.count > 100, "\(shown.count) of \(count)")
  }

  @Test func noTextIsMarkupInHTML() throws {
    let (report, _) = try Self.hostile.get()
    for path in report.paths(".html") {
      let html = try report.text(path)
      #expect(!html.hasNumbered("<i", ">"), "\(path)")
      #expect(!html.hasNumbered("\"q", "="), "\(path)")
    }
  }

  /// Texts run in their own direction: each is alone in a `<bdi>` or a `<code>`.
  @Test func textsAreIsolated() throws {
    let (report, _) = try Self.hostile.get()
    for path in report.paths(".html") {
      // What stands between the ends of two tags: the name of the first, and text.
      let pieces = try report.text(path).values(between: "<", and: "&lt;i")
      for piece in pieces {
        let tag = piece.split(separator: "<").last?.split(separator: ">").first ?? ""
        let name = tag.prefix { $0.isLetter || $0.isNumber }
        // A title is shown outside the page; in an attribute there are no tags.
        #expect(
          ["bdi", "code", "title"].contains(name) || tag.contains("=\""),
          "\(path): <\(piece.suffix(60))")
      }
    }
  }

  /// Rendered, a page of Markdown shows the texts, and its tables have the cells they should have.
  @Test func noTextIsMarkupInMarkdown() throws {
    let (report, _) = try Self.hostile.get()
    for path in report.paths(".md") {
      let markdown = try report.text(path)
      let locale = try #require(LocaleTag(String(path.prefix { $0 != "/" })))
      let html = String(
        decoding: MarkdownRenderer.render(
          Array(markdown.utf8), MarkdownOptions(path: path, locale: locale)
        ).html, as: UTF8.self)
      let written = markdown.values(between: "<i", and: ">").count
      let shown = html.values(between: "&lt;i", and: "&gt;").count
      #expect(written == shown, "\(path)")
      #expect(!html.hasNumbered("<i", ">") && !html.has("href=\"b"), "\(path)")
      for table in html.values(between: "<table", and: "</table>") {
        let rows = table.values(between: "<tr", and: "</tr>")
        let widths = Set(rows.map { $0.count(of: "</td>") + $0.count(of: "</th>") })
        #expect(widths.count == 1, "\(path): rows of \(widths) cells")
      }
    }
  }

  @Test func eachOutcomeIsOneLineOfJSON() throws {
    let (report, _) = try Self.hostile.get()
    let lines = try report.text("report/findings.ndjson").split(separator: "\n")
    #expect(lines.count == report.result.totals.population)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["rule"] is String)
    }
  }

  /// A secret in any field, keys included: no file says it, in no form and not in its own name.
  @Test func secretsAppearNowhere() throws {
    func secret(_ number: Int) -> String {
      "ghp_" + String(repeating: "x9K", count: 11) + String(1000 + number).suffix(3)
    }
    let (document, count) = try HostileSnapshot.make(secret)
    var fixture = ReportFixture(document)
    fixture.rules = "CON-01,SHR-01,SHR-03,LIM-01,LIF-01"
    let report = try fixture.render()
    #expect(report.paths(".html").count > 12)
    for (path, text) in report.files {
      #expect(!path.contains("x9Kx9K"), "\(path)")
      #expect(!text.has("x9Kx9K"), "\(path): one of \(count) secrets")
    }
  }

  /// The id of a record may be a secret in lower case, which would make a file name.
  @Test func aSecretIsNoFileName() throws {
    let secret = "ghp-0a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r".replacing("ghp-", with: "sk-ant-api03-")
    let report = try ReportFixture(
      """
      {"schema": "connections-snapshot/1", "connections": [{"connectionId": "\(secret)"}]}
      """
    ).render()
    for (path, text) in report.files {
      #expect(!path.contains(secret) && !text.has(secret), "\(path)")
    }
  }
}
