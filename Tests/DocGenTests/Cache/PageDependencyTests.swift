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

  private static func questions(_ section: String) -> String {
    "### YamlMime:FAQ\ntitle: Q\nsections:\n- name: \(section)\n  questions:\n"
      + "  - question: Why?\n    answer: So.\n"
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
        name: "a page in another language that keeps out of search engines",
        before: ["en-us/a.md": "# A\n", "fr-fr/a.md": "# A\n"],
        after: ["fr-fr/a.md": "---\nrobots: noindex\n---\n# A\n"]),
      Change(
        name: "the name of a section of questions in the source",
        before: ["en-us/q.yml": questions("Ignored"), "fr-fr/q.yml": questions("Ignoré")],
        after: ["en-us/q.yml": questions("General")]),
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
        name: "another folder's table that lists a page",
        before: [
          "en-us/toc.yml": "- name: B\n  href: b.md\n", "en-us/b.md": "# B\n",
          "en-us/d/toc.yml": "- name: E\n  href: e.md\n", "en-us/d/e.md": "# E\n",
          "en-us/a.md": "# A\n",
        ], after: ["en-us/d/toc.yml": "- name: E\n  href: e.md\n- name: A\n  href: ../a.md\n"]),
      Change(
        name: "the order of tables",
        before: [
          "en-us/c/toc.yml": "- name: In c\n  href: ../a.md\n", "en-us/a.md": "# A\n",
          "en-us/d/toc.yml": "- name: In d\n  href: ../a.md\n",
        ],
        after: ["en-us/d/toc.yml": "order: -1\nitems:\n- name: In d\n  href: ../a.md\n"]),
      Change(
        name: "a table of the source for a folder without one",
        before: [
          "en-us/d/toc.yml": "- name: One\n  href: e.md\n", "en-us/d/e.md": "# E\n",
          "en-us/toc.yml": "- name: A\n  href: a.md\n", "en-us/a.md": "# A\n",
          "fr-fr/toc.yml": "- name: A\n  href: a.md\n",
        ], after: ["en-us/d/toc.yml": "- name: Two\n  href: e.md\n"]),
      Change(
        name: "the heading that an entry of the contents leads to",
        before: ["en-us/toc.yml": "- name: A\n  href: a.md#one\n", "en-us/a.md": source],
        after: ["en-us/a.md": source.replacing("One", with: "Two")]),
      Change(
        name: "redirections that say where a set lies",
        before: [
          "en-us/docfx.json": metadata, "en-us/a.md": "# A\n\n[b](/set/b)\n", "en-us/b.md": "# B\n",
          "en-us/.openpublishing.redirection.json": #"{"redirections": []}"#,
        ],
        after: [
          "en-us/.openpublishing.redirection.json": """
          {"redirections": [{"source_path": "x.md", "redirect_url": "/set/a"},
            {"source_path": "y.md", "redirect_url": "/set/b"}]}
          """
        ]),
      Change(
        name: "a page of another version at the same place",
        before: [
          "en-us/docfx.json": """
          {"build": {"content": [{"group": "x", "src": "x", "files": ["*.md"]},
            {"group": "y", "src": "y", "files": ["*.md"]}]}}
          """, "en-us/x/a.md": "# A\n", "en-us/y/b.md": "# B\n\n[c](c.md)\n",
          "en-us/y/c.md": "# C\n",
        ], after: ["en-us/x/c.md": "# Other\n"]),
      Change(
        name: "the only page of the source",
        before: ["en-us/a.md": source, "fr-fr/a.md": translation("abc"), "fr-fr/b.md": "# B\n"],
        after: ["en-us/a.md": nil]),
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
