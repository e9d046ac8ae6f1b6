import DocGen
import Foundation
import Localization
import Model
import TestSupport
import Testing

/// Versions of a set in one tree: `group` and `version` of the entries of a `docfx.json`.
@Suite struct ContentVersionTests {
  private static let pages = [
    "en-us/docs/index.md": "# New home\n\n[s](sub/tool.md) [o](old/index.md)\n",
    "en-us/docs/sub/tool.md": "# New tool\n\n[h](../index.md)\n",
    "en-us/docs/sub/only.md": "# Only new\n",
    "en-us/docs/old/index.md": "# Old home\n\n[s](sub/tool.md)\n",
    "en-us/docs/old/sub/tool.md": "# Old tool\n\n[h](../index.md) [n](../../sub/tool.md)\n",
    "fr-fr/docs/sub/tool.md": "---\ntitle: Outil\n---\n# Outil\n",
  ]

  private func files(_ content: String, _ rest: String) -> [String: String] {
    let configuration = "{\"build\": {\"content\": [\(content)]\(rest)}}"
    return Self.pages.merging(["en-us/docs/docfx.json": configuration]) { $1 }
  }

  private func published(_ site: TestSite) -> [String] {
    site.files.filter { $0.hasPrefix("en-us/docs/") && $0.hasSuffix(".html") }
      .map { String($0.dropFirst(11)) }
  }

  /// What a version's files are called, what the set says of versions, and where those go whose place
  /// is taken.
  @Test(arguments: [
    ("group", #", "groups": {"two": {"dest": "later", "moniker_range": "x-2"}}"#, "later"),
    ("version", #", "versions": {"two": {"dest": "v2/x"}}"#, "v2/x"),
    ("group", "", "two"), ("Group", #", "Groups": {"two": {"moniker_range": "x"}}"#, "two"),
  ])
  func goToPlacesOfTheirOwn(key: String, rest: String, folder: String) throws {
    let content = """
      {"\(key)": "one", "src": "./old", "files": ["**/*.md"]},
      {"\(key)": "two", "src": "./", "files": ["**/*.md"], "exclude": ["old/**"]}
      """
    let site = try TestSite(files(content, rest))
    #expect(
      published(site)
        == ["index.html", "sub/only.html", "sub/tool.html"]
        .flatMap { $0.contains("only") ? [$0] : [$0, "\(folder)/\($0)"] }.sorted())
    #expect(site.article("en-us/docs/index.html").contains("Old home"))
    let new = site.article("en-us/docs/\(folder)/index.html")
    let back = folder.contains("/") ? "../../" : "../"
    #expect(
      new.contains("<a href=\"sub/tool.html\">s</a> <a href=\"\(back)index.html\">o</a>"), "\(new)")
    // The Markdown beside a page leads to the same places.
    #expect(site["en-us/docs/\(folder)/index.md"].contains("[o](\(back)index.md)"))
    #expect(site.article("fr-fr/docs/\(folder)/sub/tool.html").contains("Outil"))
    #expect(site.problems.filter { !$0.contains("untranslated") } == [])
  }

  /// A version with no end yet is what readers see who name none, wherever it stands.
  @Test(arguments: ["x-1", ">= x-1 < x-2", "< x-2"])
  func leavePlacesToTheLatestVersion(range: String) throws {
    let content = """
      {"group": "one", "src": "old", "files": ["**/*.md"]},
      {"group": "two", "files": ["**/*.md"], "exclude": ["old/**"]}
      """
    let site = try TestSite(
      files(
        content,
        #", "groups": {"one": {"dest": "v1", "moniker_range": "\#(range)"}, "two": {"moniker_range": ">= x-2"}}"#
      ))
    #expect(site.article("en-us/docs/sub/tool.html").contains("New tool"))
    #expect(site.article("en-us/docs/v1/sub/tool.html").contains("Old tool"))
    #expect(site.article("en-us/docs/index.html").contains("<a href=\"sub/tool.html\">s</a>"))
  }

  /// A page leads to pages of its own version by their address on the server and by their id too.
  @Test func linksStayInTheirVersion() throws {
    let content = """
      {"group": "one", "src": "old", "files": ["**/*.md"]},
      {"group": "two", "files": ["**/*.md"], "exclude": ["old/**"]}
      """
    let links =
      "[a](/base/sub/tool) [b](/base/sub/only) [c](/base/sub/tool?view=x-2) <xref:the.tool>\n\n"
      + "[d](/base/sub/tool?preview=1) [e](/base/sub/tool#view=1) [f](/base/sub/tool?a&view=x-2)\n"
    let site = try TestSite(
      files(
        content,
        #", "globalMetadata": {"breadcrumb_path": "/base/breadcrumb/toc.json"}, "groups": {"one": {"dest": "v1", "moniker_range": "x-1"}, "two": {"moniker_range": ">= x-2"}}"#
      ).merging([
        "en-us/docs/old/page.md": links, "en-us/docs/page.md": links,
        "en-us/docs/sub/tool.md": "---\nuid: the.tool\n---\n# New tool\n",
        "en-us/docs/old/sub/tool.md": "---\nuid: the.tool\n---\n# Old tool\n",
      ]) { $1 })
    #expect(
      site.article("en-us/docs/v1/page.html").contains(
        """
        <a href="sub/tool.html">a</a> <a href="../sub/only.html">b</a> \
        <a href="../sub/tool.html">c</a> <a href="sub/tool.html">Old tool</a></p>
        <p><a href="sub/tool.html">d</a> <a href="sub/tool.html#view=1">e</a> \
        <a href="../sub/tool.html">f</a></p>
        """), "\(site.article("en-us/docs/v1/page.html"))")
    #expect(
      site.article("en-us/docs/page.html").contains(
        """
        <a href="sub/tool.html">a</a> <a href="sub/only.html">b</a> \
        <a href="sub/tool.html">c</a> <a href="sub/tool.html">New tool</a>
        """), "\(site.article("en-us/docs/page.html"))")
    let codes = site.summary.diagnostics.map(\.code).filter { $0 != "link.anchor" }
    #expect(!codes.contains { $0 == "uid.twice" || $0.hasPrefix("link.") }, "\(site.problems)")
  }

  /// So do images and downloads by their addresses, unless that names a version or only another has
  /// them.
  @Test func imagesStayInTheirVersion() throws {
    let build = """
      "content": [{"group": "one", "src": "old", "files": ["**/*.md"]},
        {"group": "two", "files": ["**/*.md"], "exclude": ["old/**"]}],
      "resource": [{"group": "one", "src": "old", "files": ["**/*.png"]},
        {"group": "two", "files": ["**/*.png"], "exclude": ["old/**"]}],
      "groups": {"one": {"dest": "v1", "moniker_range": "x-1"}, "two": {"moniker_range": ">= x-2"}},
      "globalMetadata": {"breadcrumb_path": "/base/breadcrumb/toc.json"}
      """
    let page =
      "# A\n\n![a](/base/a.png) ![b](/base/b.png) ![c](/base/a.png?view=x-2) ![d](/base/d.png)\n"
    let site = try TestSite([
      "en-us/docs/docfx.json": "{\"build\": {\(build)}}", "en-us/docs/page.md": page,
      "en-us/docs/old/page.md": page, "fr-fr/docs/old/page.md": page,
      "en-us/docs/a.png": "2", "en-us/docs/old/a.png": "1", "en-us/docs/b.png": "2",
      "en-us/docs/d.png": "2", "en-us/docs/old/d.png": "1", "fr-fr/docs/d.png": "2",
    ])
    func addresses(_ path: String) -> [String] {
      site.article(path).matches(of: /src="([^"]*)"/).map { String($0.output.1) }
    }
    #expect(
      addresses("en-us/docs/page.html") == ["a.png", "b.png", "a.png?view=x-2", "d.png"])
    #expect(
      addresses("en-us/docs/v1/page.html")
        == ["a.png", "../b.png", "../a.png?view=x-2", "d.png"])
    let english = "../../../en-us/docs"
    #expect(
      addresses("fr-fr/docs/v1/page.html")
        == [
          "\(english)/v1/a.png", "\(english)/b.png", "\(english)/a.png?view=x-2",
          "\(english)/v1/d.png",
        ])
  }

  /// Files that have places of their own anyway keep them.
  @Test func keepPlacesThatNobodyElseHas() throws {
    let content = """
      {"group": "one", "src": "old", "dest": "former", "files": ["**/*.md"]},
      {"group": "two", "src": "./", "files": ["**/*.md"], "exclude": ["old/**"]}
      """
    let site = try TestSite(files(content, #", "groups": {"two": {"dest": "later"}}"#))
    #expect(
      published(site) == [
        "former/index.html", "former/sub/tool.html", "index.html", "sub/only.html",
        "sub/tool.html",
      ])
  }

  /// Files of no version keep their places whatever the order is.
  @Test func leavePlacesToFilesOfAllVersions() throws {
    let content = """
      {"version": "one", "src": "old", "files": ["**/*.md"]},
      {"files": ["**/*.md"], "exclude": ["old/**"]}
      """
    let site = try TestSite(files(content, ""))
    #expect(site.article("en-us/docs/index.html").contains("New home"))
    #expect(site.article("en-us/docs/one/index.html").contains("Old home"))
  }

  /// Two files of one version, and files of none, still have one place, which nobody can build.
  @Test(arguments: [
    "", #""group": "g", "#,
  ])
  func areNoWayOutForOneVersion(group: String) throws {
    let folder = try TemporaryFolder()
    for (path, text) in files(
      "{\(group)\"files\": [\"**/*.md\"], \"src\": \"old\"}, {\(group)\"files\": [\"**/*.md\"], "
        + "\"exclude\": [\"old/**\"]}", "")
    { try folder.write("content/\(path)", text) }
    let request = SiteRequest(
      layers: try ContentLayer.layers(in: "\(folder.path)/content"),
      templateFolders: [TestSite.templates],
      messageFolder: SharedMaterial.projectFolder.appending(path: "content/messages").path)
    let problems = try SiteCheck(request).run().filter { $0.severity == .error }
      .map { $0.description.replacing("\(folder.path)/content/", with: "") }
    #expect(
      problems == [
        "en-us/docs/index.html: error: 'en-us/docs/index.html' would be written from "
          + "'en-us/docs/index.md' and from 'en-us/docs/old/index.md' [output.two-sources]",
        "en-us/docs/sub/tool.html: error: 'en-us/docs/sub/tool.html' would be written from "
          + "'en-us/docs/old/sub/tool.md' and from 'en-us/docs/sub/tool.md' [output.two-sources]",
        "fr-fr/docs/index.html: error: 'fr-fr/docs/index.html' would be written from "
          + "'en-us/docs/index.md' and from 'en-us/docs/old/index.md' [output.two-sources]",
        "fr-fr/docs/sub/tool.html: error: 'fr-fr/docs/sub/tool.html' would be written from "
          + "'en-us/docs/old/sub/tool.md' and from 'fr-fr/docs/sub/tool.md' [output.two-sources]",
      ], "\(problems)")
    #expect(throws: SiteFailure.self) { try TestSite.build(in: folder) }
  }
}
