import DocGen
import Foundation
import TestSupport
import Testing

private func shown(_ names: String) -> String { "<span>Applies to:</span> \(names)</p>" }

/// What a page says it applies to stands below its title.
@Suite struct ContentApplicabilityTests {
  private func line(_ site: TestSite, _ page: String) -> String? {
    let article = site.article(page)
    guard let start = article.firstRange(of: "</h1>\n<p class=\"applies\">") else { return nil }
    return String(article[start.upperBound...].prefix { $0 != "\n" })
  }

  @Test(arguments: [
    ("appliesto:\n- One\n- Two", shown("<bdi>One</bdi>, <bdi>Two</bdi>")),
    ("appliesto: One", shown("<bdi>One</bdi>")),
    (
      "appliesto:\n- <a href=\"x\">One 2.0</a>\n- '✅ Two'",
      shown("<bdi>One 2.0</bdi>, <bdi>✅ Two</bdi>")
    ),
    ("appliesto:\n- A & B\n- ''", shown("<bdi>A &amp; B</bdi>")),
    ("appliesto: []", nil), ("appliesto:", nil), ("appliesto:\n  a: b", nil), ("author: One", nil),
  ])
  func showsFrontMatter(metadata: String, expected: String?) throws {
    let site = try TestSite([
      "en-us/page.md": "---\ntitle: Page\n\(metadata)\n---\n# Page\n\nWords.\n"
    ])
    #expect(line(site, "en-us/page.html") == expected, "\(site.article("en-us/page.html"))")
    #expect(site.problems == [])
  }

  /// A page of its own choice, and what a docset gives the others.
  @Test func showsWhatTheDocsetSays() throws {
    let site = try TestSite([
      "en-us/docfx.json": """
      {"build": {"content": [{"files": "**/*.md"}], "globalMetadata": {"appliesto": "All"},
       "fileMetadata": {"appliesto": {"new/**": ["<a href='y'>New</a>", "Newer"]}}}}
      """,
      "en-us/page.md": "# Page\n", "en-us/new/page.md": "# New\n",
      "en-us/own.md": "---\nappliesto: Own\n---\n# Own\n",
    ])
    #expect(line(site, "en-us/page.html") == shown("<bdi>All</bdi>"))
    #expect(line(site, "en-us/new/page.html") == shown("<bdi>New</bdi>, <bdi>Newer</bdi>"))
    #expect(line(site, "en-us/own.html") == shown("<bdi>Own</bdi>"))
  }

  /// English words are marked as such, and the language's own commas stand between names.
  @Test(arguments: [
    (
      "bg-bg", "words",
      "<span lang=\"en-US\" dir=\"ltr\">Applies to:</span> <bdi>A</bdi>, <bdi>B</bdi></p>"
    ),
    ("ar-sa", "shipped", "<span>ينطبق على:</span> <bdi>A</bdi>، <bdi>B</bdi></p>"),
  ])
  func speaksTheLanguageOfThePage(locale: String, folder: String, expected: String) throws {
    let site = try TestSite([
      "en-us/page.md": "# Page\n",
      "\(locale)/page.md": "---\nappliesto: [A, B]\n---\n# Page\n",
    ]) {
      if folder == "shipped" {
        $0.messageFolder = SharedMaterial.projectFolder.appending(path: "content/messages").path
      }
    }
    #expect(line(site, "\(locale)/page.html") == expected)
  }

  /// A page without a heading of its own gets its title first.
  @Test func standsBelowAnAddedTitle() throws {
    let site = try TestSite([
      "en-us/page.md": "---\ntitle: Page\nappliesto: One\n---\nWords.\n"
    ])
    #expect(line(site, "en-us/page.html") == shown("<bdi>One</bdi>"))
  }
}
