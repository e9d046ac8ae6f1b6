import DocGen
import FileSystem
import Foundation
import Localization
import TestSupport
import Testing

/// Things that a page takes from files that aren't its own, each changed alone.
@Suite struct PageDependencyTests {
  /// A set, and what becomes of some of its files; `nil` takes one away.
  struct Change: Sendable, CustomTestStringConvertible {
    var name: String
    var before: [String: String]
    var after: [String: String?]
    var testDescription: String { name }
  }

  private static let source = "# A\n\n## One\n\nText.\n"
  private static let metadata = #"""
    {"build": {"content": [{"files": ["**/*.md"]}],
      "fileMetadata": {"description": {"a.md": "Words about a"}}}}
    """#

  private static func translation(_ hash: String) -> String {
    "---\ntitle: A\nms.openlocfilehash: \(hash)\n---\n# A\n\n## Un\n\nTexte.\n"
  }

  static let changes: [Change] =
    [
      "abc", "\"\"", "sha256:1", String(repeating: "0", count: 40),
      String(repeating: "1", count: 64),
    ]
    .map { hash in
      Change(
        name: "the source's headings under the hash '\(hash.prefix(9))'",
        before: ["en-us/a.md": source, "fr-fr/a.md": translation(hash)],
        after: ["en-us/a.md": source.replacing("One", with: "Two")])
    } + [
      Change(
        name: "the source of a translation that was current",
        before: [
          "en-us/a.md": source,
          "fr-fr/a.md": translation(SourceFreshness.sha1(ofSource: Array(source.utf8))),
        ], after: ["en-us/a.md": source.replacing("Text", with: "Words")]),
      Change(
        name: "the folder of a configuration",
        before: ["en-us/a.md": "# A\n", "en-us/d/a.md": "# A\n", "en-us/docfx.json": metadata],
        after: ["en-us/docfx.json": nil, "en-us/d/docfx.json": metadata]),
      Change(
        name: "a picture that is shown as code",
        before: [
          "en-us/a.md": ":::code language=\"xml\" source=\"v.svg\":::\n", "en-us/v.svg": "<svg/>",
        ], after: ["en-us/v.svg": "<svg></svg>"]),
      Change(
        name: "a page that is shown as code",
        before: ["en-us/a.md": "[!code-md[x](b.md)]\n", "en-us/b.md": "# B\n"],
        after: ["en-us/b.md": "# B\n\nMore.\n"]),
      Change(
        name: "the list of redirections to nothing",
        before: [
          "en-us/a.md": "# A\n",
          "en-us/.openpublishing.redirection.json":
            #"{"redirections": [{"source_path": "b.md", "redirect_url": "a"}]}"#,
        ], after: ["en-us/.openpublishing.redirection.json": #"{"redirections": []}"#]),
      Change(
        name: "the minutes of a unit",
        before: [
          "en-us/m.yml": "### YamlMime:Module\nuid: m\ntitle: M\nunits:\n- m.u\n",
          "en-us/u.yml":
            "### YamlMime:ModuleUnit\nuid: m.u\ntitle: U\ndurationInMinutes: 3\ncontent: |\n  A\n",
        ],
        after: [
          "en-us/u.yml":
            "### YamlMime:ModuleUnit\nuid: m.u\ntitle: U\ndurationInMinutes: 4\ncontent: |\n  A\n"
        ]),
      Change(
        name: "the id of a page", before: ["en-us/a.md": "<xref:b>\n", "en-us/b.md": "# B\n"],
        after: ["en-us/b.md": "---\nuid: b\n---\n# B\n"]),
      Change(
        name: "a heading of a page that stands in for a translation",
        before: [
          "en-us/a.md": "# A\n", "en-us/b.md": "# B\n\n## One\n", "fr-fr/a.md": "[B](b.md#one)\n",
        ], after: ["en-us/b.md": "# B\n\n## Two\n"]),
    ]

  @Test(arguments: changes)
  func isFollowed(change: Change) throws {
    let folder = try TemporaryFolder()
    for (path, text) in change.before { try folder.write("content/\(path)", text) }
    let site = CachedSite(folder)
    try site.prepare()
    usleep(20_000)
    let first = try #require(try site.build("public", .init(), cached: true))
    let before = site.files("public")
    for (path, text) in change.after {
      if let text {
        try folder.write("content/\(path)", text)
      } else {
        Files.removeTree("\(folder.path)/content/\(path)")
      }
    }
    usleep(20_000)
    let second = try #require(try site.build("public", .init(), cached: true))
    let clean = try #require(try site.build("clean", .init(), cached: false))
    #expect(second.diagnostics == clean.diagnostics)
    #expect(site.files("public") == site.files("clean"))
    // Otherwise the change would show nothing.
    #expect(site.files("clean") != before || clean.diagnostics != first.diagnostics)
  }
}
