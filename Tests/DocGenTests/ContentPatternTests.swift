import TestSupport
import Testing

/// Patterns of `docfx.json`, read as DocFX reads them.
@Suite struct ContentPatternTests {
  private static let paths = [
    "a.md", "b.md", "bc.md", "d-e.md", "docs/a.md", "docs/sub/b.md", "docs/sub/deep/c.md",
    "other/readme.md", "other/sub/readme.md", "readme.md", "x]y.md",
  ]

  static let rows: [(pattern: String, expected: [String])] = [
    ("**/*.md", paths), ("*.md", paths.filter { !$0.contains("/") }),
    // Asterisks for folders at the beginning of a part.
    ("docs/**.md", paths.filter { $0.hasPrefix("docs") }),
    ("**.md", paths), ("docs/**b.md", ["docs/sub/b.md"]), ("docs/sub**.md", []),
    // Three and more are as good as two.
    ("***/readme.md", ["other/readme.md", "other/sub/readme.md", "readme.md"]),
    ("docs/***", paths.filter { $0.hasPrefix("docs") }),
    ("docs/", paths.filter { $0.hasPrefix("docs") }),
    // Brackets.
    ("[ab].md", ["a.md", "b.md"]), ("[a-b].md", ["a.md", "b.md"]), ("[!a].md", ["b.md"]),
    ("[^B].md", ["a.md"]), ("[a-c][a-c].md", ["bc.md"]), ("d[-_]e.md", ["d-e.md"]),
    ("d[_-]e.md", ["d-e.md"]), ("x[]]y.md", ["x]y.md"]), ("x]y.md", ["x]y.md"]), ("[a.md", []),
    ("[z-a].md", []), ("*[c].md", ["bc.md"]), ("{a,d[-]e}.md", ["a.md", "d-e.md"]),
  ]

  @Test(arguments: rows)
  func nameFiles(pattern: String, expected: [String]) throws {
    var files = Dictionary(
      uniqueKeysWithValues: Self.paths.map { ("en-us/set/\($0)", "# \($0)\n") })
    files["en-us/set/docfx.json"] = "{\"build\": {\"content\": [{\"files\": [\"\(pattern)\"]}]}}"
    // A page that no pattern is asked for, since a set without pages is refused.
    files["en-us/docfx.json"] = "{\"build\": {\"content\": [{\"files\": [\"always.md\"]}]}}"
    files["en-us/always.md"] = "# Always\n"
    let site = try TestSite(files)
    let published = site.files.filter { $0.hasPrefix("en-us/set/") && $0.hasSuffix(".html") }
      .map { String($0.dropFirst("en-us/set/".count)).replacing(".html", with: ".md") }
    #expect(published.sorted() == expected.sorted())
  }

  /// So are those of exclusions and of metadata.
  @Test func nameWhatIsExcludedAndDescribed() throws {
    let site = try TestSite([
      "en-us/docfx.json": """
      {"build": {"content": [{"files": ["**/*.md"], "exclude": ["***/readme.md"]}],
        "fileMetadata": {"titleSuffix": {"docs/**.md": "Articles"}}}}
      """,
      "en-us/readme.md": "# R\n", "en-us/a/b/readme.md": "# R\n", "en-us/docs/a/b.md": "# B\n",
      "en-us/c.md": "# C\n",
    ])
    #expect(!site.files.contains { $0.hasSuffix("readme.html") })
    #expect(site["en-us/docs/a/b.html"].contains("<title>B | Articles"))
    #expect(!site["en-us/c.html"].contains("Articles"))
  }
}
