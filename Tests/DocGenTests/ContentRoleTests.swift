import Testing

/// Which files at the top of a repository speak to its contributors, and which are pages.
@Suite struct ContentRoleTests {
  @Test(arguments: [
    "security-overview.md", "license-keys.md", "contributing-factors.md", "readme-first.md",
    "License-Server.md", "articles/readme.md", "articles/security.md", "secure.md",
  ])
  func publishes(path: String) throws {
    let site = try TestSite(["en-us/page.md": "# Page\n", "en-us/\(path)": "# Other\n"])
    #expect(site.files.contains("en-us/\(path.dropLast(3)).html"))
  }

  @Test(arguments: [
    "README.md", "LICENSE.md", "LICENSE-CODE.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md",
    "code-of-conduct.md", "SECURITY.md", "ThirdPartyNotices.md", "pull_request_template.md",
    "ISSUE_TEMPLATE.md",
  ])
  func keepsBack(path: String) throws {
    let site = try TestSite(["en-us/page.md": "# Page\n", "en-us/\(path)": "# Other\n"])
    #expect(!site.files.contains { $0.lowercased().contains(path.lowercased().dropLast(3)) })
  }

  /// What files of a set are published of `README.md` and `metadata.md`.
  @Test(
    arguments: [
      // Adobe's sets: a table in Markdown.
      (
        ["metadata.md", "help/metadata.md", "help/readme.md"], ["help/TOC.md": "+ [A](a.md)\n"], []
      ),
      (["README.md"], ["help/TOC.md": "+ [A](a.md)\n+ [R](../README.md)\n"], ["README"]),
      (
        ["help/metadata.md", "help/readme.md"],
        ["help/TOC.md": "+ [A](a.md)\n  + [R](readme.md#x)\n+ [M](Metadata.md)\n"],
        ["help/metadata", "help/readme"]
      ),
      // A folder without a table begins with it.
      (["help/more/readme.md"], ["help/TOC.md": "+ [A](a.md)\n"], ["help/more/readme"]),
      (["help/readme.md", "metadata.md"], [:], ["help/readme", "metadata"]),
      (
        ["help/readme.md", "metadata.md"], ["toc.yml": "- href: a.md\n"],
        ["help/readme", "metadata"]
      ),
      (["README.md"], ["toc.yml": "- name: R\n  href: README.md\n"], ["README"]),
      // What 'docfx.json' says counts first.
      (
        ["README.md", "metadata.md", "help/readme.md"],
        ["docfx.json": content("**/*.md"), "TOC.md": "# [A](help/a.md)\n"],
        ["help/readme", "metadata"]
      ),
      (["README.md"], ["docfx.json": content("**/*.md", "README.md")], ["README"]),
      (
        ["README.md"], ["docfx.json": content("**/*.md"), "toc.md": "# [R](README.md)\n"],
        ["README"]
      ),
      (["README.md"], ["docfx.json": content("help/*.md"), "toc.md": "# [R](README.md)\n"], []),
    ] as [([String], [String: String], [String])])
  func asksTheSet(files: [String], others: [String: String], expected: [String]) throws {
    var all = ["help/a.md": "# A\n"].merging(others) { $1 }
    for file in files { all[file] = "# Title\n" }
    let site = try TestSite(
      Dictionary(uniqueKeysWithValues: all.map { ("en-us/\($0.key)", $0.value) }))
    let pages = site.files.filter { $0.hasPrefix("en-us/") && $0.hasSuffix(".html") }
      .map { String($0.dropFirst(6).dropLast(5)) }
    #expect(Set(pages).subtracting(["help/a", "search", "index"]) == Set(expected))
    #expect(site["en-us/help/a.html"].contains("<title>A"))
  }

  private static func content(_ patterns: String...) -> String {
    "{\"build\": {\"content\": [{\"files\": \(patterns)}]}}"
  }

  /// A translation without a table of its own publishes no more than the source.
  @Test func translationsPublishNoMoreThanTheSource() throws {
    let site = try TestSite([
      "en-us/help/TOC.md": "+ [A](a.md)\n", "en-us/help/a.md": "# A\n",
      "en-us/help/readme.md": "# R\n", "en-us/metadata.md": "# M\n",
      "fr-fr/help/readme.md": "# R fr\n", "fr-fr/metadata.md": "# M fr\n",
      "fr-fr/help/a.md": "# A fr\n",
    ])
    #expect(!site.files.contains { $0.hasSuffix("readme.html") || $0.hasSuffix("metadata.html") })
  }

  /// A translation whose own table says nothing has what the source has.
  @Test func translationsFollowTheSource() throws {
    let site = try TestSite([
      "en-us/help/TOC.md": "+ [A](a.md)\n+ [R](readme.md)\n", "en-us/help/a.md": "# A\n",
      "en-us/help/readme.md": "# R\n", "fr-fr/help/TOC.md": "+ [A](a.md)\n",
      "fr-fr/help/readme.md": "# R fr\n",
    ])
    #expect(site["fr-fr/help/readme.html"].contains("R fr"))
  }
}
