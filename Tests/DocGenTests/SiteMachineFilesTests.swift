import DocGen
import FileSystem
import Foundation
import Model
import TestSupport
import Testing

/// What a site offers to programs, and how little it asks of a reader's machine.
@Suite struct SiteMachineFilesTests {
  private func site(_ change: (inout SiteRequest) -> Void = { _ in }) throws -> TestSite {
    try TestSite(
      [
        "en-us/toc.yml":
          "- name: Start\n  href: index.md\n- name: Part\n  items:\n  - name: A & B\n    href: a.md\n"
          + "  - name: Elsewhere\n    href: https://example.com/\n",
        "en-us/index.md":
          "---\ntitle: Home\ndescription: All of it.\nms.date: 10/14/2021\n---\n# Home\n",
        "en-us/a.md": "---\ntitle: A </script>\n---\n# A\n",
        "fr-fr/index.md":
          "---\ntitle: Accueil\nms.translationtype: MT\nms.lasthandoff: 10/04/2021\n---\n# Accueil\n",
      ], change)
  }

  @Test func theNavigationIsJSON() throws {
    let site = try site()
    let data = try #require(site["fr-fr/navigation.json"].data(using: .utf8))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(root["locale"] as? String == "fr-FR")
    let entries = try #require(root["navigation"] as? [[String: Any]])
    #expect(entries.map { $0["name"] as? String } == ["Accueil", "Part"])
    #expect(entries[0]["state"] as? String == "machine-translated")
    let inner = try #require(entries[1]["items"] as? [[String: Any]])
    #expect(inner[0]["page"] as? String == "a.html")
    #expect(inner[0]["state"] as? String == "fallback")
    #expect(inner[1]["address"] as? String == "https://example.com/")
  }

  @Test func pagesAreListedForLanguageModels() throws {
    let site = try site()
    #expect(
      site["llms.txt"] == """
        # Home

        > All of it.

        - [Start](en-us/index.md): All of it.

        ## Part

        - [A \\& B](en-us/a.md)

        ## Optional

        - [Français](fr-fr/llms.txt)

        """)
    #expect(site["fr-fr/llms.txt"].contains("- [Accueil](index.md)"))
    let absolute = try self.site { $0.baseURL = "https://docs.example.com/x" }
    #expect(absolute["llms.txt"].contains("](https://docs.example.com/x/en-us/a.md)"))
  }

  @Test func serversAreToldHowToServeIt() throws {
    let headers = try site()["_headers"]
    #expect(headers.contains("  Content-Security-Policy: default-src 'none'; script-src 'self';"))
    #expect(headers.contains("frame-ancestors 'none'"))
    #expect(!headers.contains("file:"))
    #expect(headers.contains("/*.svg\n  Content-Security-Policy: sandbox\n"))
    #expect(headers.contains("/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"))
  }

  private func data(_ page: String) throws -> [String: Any] {
    let found = try #require(
      page.firstMatch(of: /<script type="application\/ld\+json">([^<]*)<\/script>/))
    let data = Data(found.output.1.utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func pagesSayWhatTheyAre() throws {
    let site = try site { $0.baseURL = "https://docs.example.com" }
    let home = try data(site["en-us/index.html"])
    #expect(home["inLanguage"] as? String == "en-US")
    #expect(home["dateModified"] as? String == "2021-10-14")
    #expect(home["url"] as? String == "https://docs.example.com/en-us/index.html")
    let translations = try #require(home["workTranslation"] as? [[String: Any]])
    #expect(translations.map { $0["inLanguage"] as? String } == ["fr-FR"])
    let french = try data(site["fr-fr/index.html"])
    let original = try #require(french["translationOfWork"] as? [String: Any])
    #expect(original["url"] as? String == "https://docs.example.com/en-us/index.html")
    #expect(try data(site["en-us/a.html"])["headline"] as? String == "A </script>")
    // A page in another language's stead says nothing of its own.
    #expect(!site["fr-fr/a.html"].contains("application/ld+json"))
  }

  @Test func aTranslationSaysHowMuchNewerItsOriginalIs() throws {
    let page = try site()["fr-fr/index.html"]
    #expect(page.contains("10 days after the translated version"))
    #expect(!(try site()["en-us/index.html"].contains("after the translated version")))
  }

  @Test func stylesAndScriptsAreSmall() throws {
    let site = try site()
    func size(_ prefix: String, _ suffix: String) throws -> Int {
      let file = try #require(
        site.files.first { $0.hasPrefix("assets/\(prefix).") && $0.hasSuffix(suffix) })
      return site[file].utf8.count
    }
    #expect(try size("site", ".css") < 40_000)
    #expect(try size("site", ".js") + size("search", ".js") < 30_000)
  }
}
