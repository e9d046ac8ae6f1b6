import TestSupport
import Testing

/// Files of a translation whose names differ from the original's in case alone.
@Suite struct ContentCaseTests {
  private static let original = [
    "en-us/Setup.md": "# Setup\n", "en-us/Media/a.png": "png", "en-us/Includes/x.md": "Original.\n",
    "en-us/index.md": "# Home\n\n[s](Setup.md)\n\n[!INCLUDE [x](Includes/x.md)]\n",
  ]
  private static let translation = "# Start\n\n[s](Setup.md) ![a](Media/a.png)\n"

  private func site(_ more: [String: String]) throws -> TestSite {
    try TestSite(Self.original.merging(more) { $1 })
  }

  @Test func areTheSame() throws {
    let site = try site([
      "pl-pl/setup.md": "---\ntitle: K\n---\n# Konfiguracja\n", "pl-pl/media/A.png": "png",
      "pl-pl/includes/x.md": "Polski.\n",
      "pl-pl/index.md": Self.translation + "\n[!INCLUDE [x](Includes/x.md)]\n",
    ])
    // One page in both languages, which one address leads to.
    #expect(site.article("pl-pl/Setup.html").contains("Konfiguracja"))
    #expect(!site.files.contains("pl-pl/setup.html"))
    #expect(site["en-us/Setup.html"].contains("hreflang=\"pl-PL\""))
    let page = site.article("pl-pl/index.html")
    #expect(page.contains("Polski.") && !page.contains("Original."))
    #expect(page.contains("src=\"Media/a.png\"") && site.files.contains("pl-pl/Media/a.png"))
    #expect(
      site.problems == [
        "pl-pl/includes/x.md: note: the name differs in case from the original's, and so do 2 others; "
          + "it counts as the same; rename it to 'Includes/x.md' [content.case]"
      ], "\(site.problems)")
  }

  /// A docset whose folder has other letters is one, with what only the translation has.
  @Test(arguments: [#"{"build": {}}"#, #"{"build": {"content": [{"files": ["**/*.md"]}]}}"#])
  func foldersAreTheSame(configuration: String) throws {
    let site = try TestSite([
      "en-us/docs/docfx.json": configuration, "en-us/docs/a.md": "# A\n",
      "pl-pl/Docs/docfx.json": configuration, "pl-pl/Docs/a.md": "---\ntitle: A\n---\n# A\n",
      "pl-pl/Docs/sub/own.md": "# Tylko\n\n[a](../a.md)\n",
      "pl-pl/Docs/.openpublishing.redirection.json":
        #"{"redirections": [{"source_path": "old.md", "redirect_url": "a"}]}"#,
    ])
    #expect(site.article("pl-pl/docs/sub/own.html").contains("<a href=\"../a.html\">a</a>"))
    #expect(site["pl-pl/docs/old.html"].contains("url=a.html"))
    #expect(!site.files.contains { $0.hasPrefix("pl-pl/Docs/") })
  }

  /// References in another case than both lead to the reader's language first.
  @Test func areFoundInTheReadersLanguage() throws {
    let site = try site([
      "pl-pl/Includes/x.md": "Polski.\n",
      "pl-pl/index.md": "# Start\n\n[!INCLUDE [x](includes/X.md)]\n",
    ])
    #expect(site.article("pl-pl/index.html").contains("Polski."))
    #expect(
      site.problems.contains { $0.hasPrefix("pl-pl/index.md:3") && $0.contains("[include.case]") })
  }

  /// A file of the original's very name counts, and one beside it stays what it is.
  @Test func giveWayToTheSameName() throws {
    let site = try site([
      "pl-pl/Setup.md": "---\ntitle: A\n---\n# Pierwszy\n",
      "pl-pl/setup.md": "---\ntitle: B\n---\n# Drugi\n", "pl-pl/index.md": Self.translation,
    ])
    #expect(site.article("pl-pl/Setup.html").contains("Pierwszy"))
    #expect(site.article("pl-pl/setup.html").contains("Drugi"))
    #expect(!site.problems.contains { $0.contains("[content.case]") })
  }
}
