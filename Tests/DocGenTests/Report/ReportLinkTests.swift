import DocGen
import Foundation
import Model
import TestSupport
import Testing

/// Where the links of a report lead, with and without the documentation beside it.
@Suite struct ReportLinkTests {
  private static func report(hasSite: Bool, _ formats: Set<ReportFormat>) throws -> RenderedReport {
    var fixture = ReportFixture(ReportGoldenTests.snapshot)
    fixture.locales = OwnPage.locales
    fixture.formats = formats
    fixture.hasSite = hasSite
    return try fixture.render()
  }

  @Test(arguments: [false, true])
  func noLinkIsDead(hasSite: Bool) throws {
    let report = try Self.report(hasSite: hasSite, [.html])
    let pages = report.paths(".html").filter { $0.contains("/report/") }
    #expect(pages.count > 100)
    let anchors = report.files.filter { $0.key.hasSuffix(".html") }.mapValues { html in
      Set(html.values(between: " id=\"", and: "\""))
    }
    var dead: Set<String> = []
    for page in pages {
      let html = try report.text(page)
      let links = Set([" href=\"", " src=\""].flatMap { html.values(between: $0, and: "\"") })
      for link in links where !link.hasPrefix("https:") {
        let parts = link.replacing("&amp;", with: "&").split(
          separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = String(parts[0].prefix { $0 != "?" })
        let target = path.isEmpty ? page : Self.resolve(path, from: page)
        if report.files[target] == nil {
          dead.insert("\(page): \(link)")
        } else if parts.count > 1, !parts[1].isEmpty,
          anchors[target]?.contains(String(parts[1])) != true
        {
          dead.insert("\(page): \(link) has no such anchor")
        }
      }
    }
    #expect(dead.isEmpty, "\(dead.count): \(dead.sorted().prefix(5).joined(separator: "\n"))")
  }

  /// A quotation of translated words leads to the English words, with their own anchor.
  @Test func everyTranslatedQuotationLeadsToItsSource() throws {
    let report = try Self.report(hasSite: false, [.html])
    for locale in OwnPage.translations {
      let html = try report.text("\(locale)/report/rules/con-01.html")
      for part in ["criterion", "why", "procedure", "remedy", "sources"] {
        let href = "../../../en-us/report/rules/con-01.html#section-\(part)"
        #expect(html.contains("href=\"\(href)\""), "\(locale): \(part)")
      }
    }
    #expect(try !report.text("en-us/report/rules/con-01.html").contains("#section-"))
  }

  /// Links of the Markdown pages lead to Markdown pages that are there.
  @Test func linksOfMarkdownHold() throws {
    let report = try Self.report(hasSite: true, [.markdown])
    for page in report.paths(".md") where page.contains("/report/") {
      for link in try report.text(page).values(between: "](", and: ")")
      where !link.hasPrefix("https:") {
        let path = String(
          link.replacing("\\#", with: "#").split(
            separator: "#", omittingEmptySubsequences: false)[0])
        let target = path.isEmpty ? page : Self.resolve(path, from: page)
        #expect(report.files[target] != nil, "\(page): \(link)")
      }
    }
  }

  private static func resolve(_ link: String, from page: String) -> String {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/") where part != "." {
      if part == ".." {
        if parts.isEmpty { return "outside: \(link)" }
        parts.removeLast()
      } else {
        parts.append(part.removingPercentEncoding ?? String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
