import Digests
import DocGen
import FileSystem
import Localization
import Model
import TestSupport
import Testing

@Suite struct ContentStateTests {
  private static let source = "# Page\n"

  /// One page in the source language, and in French as given.
  private func tree(
    source: String? = ContentStateTests.source, french: String?, fallbacks: Bool = true
  ) throws -> ContentTree {
    let folder = try TemporaryFolder()
    try folder.write("en-us/other.md", "# Other\n")
    try folder.write("fr-fr/present.md", "# Présent\n")
    if let source { try folder.write("en-us/page.md", source) }
    if let french { try folder.write("fr-fr/page.md", french) }
    return try ContentTree(
      layers: try ContentLayer.layers(in: folder.path), publishesFallbacks: fallbacks)
  }

  private static func translation(of source: String, kind: String) -> String {
    Bilingual.frontMatter(title: "Page", source: source, kind: kind) + "# Page\n"
  }

  @Test(arguments: [
    (translation(of: source, kind: "HT"), PageState.translated),
    (translation(of: source, kind: "MT"), .machineTranslated),
    (translation(of: source, kind: "mt"), .machineTranslated),
    (translation(of: "# Earlier\n", kind: "HT"), .stale),
    (translation(of: "# Earlier\n", kind: "MT"), .stale),
    ("# Page sans métadonnées\n", .translated),
    ("---\nms.openlocfilehash: not a hash\n---\n# Page\n", .translated),
  ])
  func stateOfATranslation(text: String, state: PageState) throws {
    let path = try #require(RelativePath("page.md"))
    let french = try #require(LocaleTag("fr-fr"))
    let tree = try tree(french: text)
    #expect(tree.state(of: path, in: french) == state)
    #expect(tree.state(of: path, in: .source) == .source)
    #expect(tree.page(at: path, in: french)?.locale == french)
  }

  @Test(arguments: [("# Page\r\n", PageState.translated), ("# Earlier\r\n", .stale)])
  func aLongHashIsComparedToo(source: String, state: PageState) throws {
    let hash = Digests.sha256(source)
    let tree = try tree(french: "---\nms.openlocfilehash: \(hash)\n---\n# Page\n")
    let path = try #require(RelativePath("page.md"))
    #expect(tree.state(of: path, in: try #require(LocaleTag("fr-fr"))) == state)
  }

  /// The language that others are translated from is English, whatever its folder is called.
  @Test(arguments: [
    (["en-us", "fr-fr"], "en-us"), (["en", "fr-fr", "ja"], "en"), (["en-gb", "fr"], "en-gb"),
    (["en", "en-us"], "en-us"), (["en", "en-gb", "fr-fr"], "en-us"), (["fr-fr"], "en-us"),
    (["de"], "en-us"), (["en"], "en"),
  ])
  func theSourceIsEnglish(folders: [String], source: String) throws {
    let folder = try TemporaryFolder()
    for name in folders { try folder.write("\(name)/page.md", Self.source) }
    let layers = try ContentLayer.layers(in: folder.path)
    let tree = try ContentTree(layers: layers)
    #expect(tree.source.folder == source)
    #expect(tree.locales.first?.folder == (folders.contains(source) ? source : folders[0]))
    let request = SiteRequest(layers: layers, templateFolders: [], messageFolder: "")
    #expect(request.source == tree.source)
  }

  @Test func pagesOfAnotherEnglishFolderAreTheSource() throws {
    let site = try TestSite([
      "en/index.md": "# Home\n\n[x](x.md)\n", "en/x.md": "# X\n",
      "ja/index.md": Self.translation(of: "# Home\n\n[x](x.md)\n", kind: "HT")
        + "# Page\n\n[x](x.md)\n",
    ])
    #expect(site["ja/index.html"].contains("standing-current"))
    #expect(site.article("ja/index.html").contains("<a href=\"x.html\" hreflang=\"en\""))
    #expect(site.files.contains("en/index.html") && site.files.contains("ja/x.html"))
  }

  @Test func aPageWithoutTranslationFallsBack() throws {
    let path = try #require(RelativePath("page.md"))
    let french = try #require(LocaleTag("fr-fr"))
    let tree = try tree(french: nil)
    #expect(tree.state(of: path, in: french) == .fallback)
    #expect(tree.page(at: path, in: french)?.locale == .source)
    #expect(tree.paths(in: french).map(\.description) == ["other.md", "page.md", "present.md"])
  }

  @Test func withoutFallbacksItIsMissing() throws {
    let path = try #require(RelativePath("page.md"))
    let french = try #require(LocaleTag("fr-fr"))
    let tree = try tree(french: nil, fallbacks: false)
    #expect(tree.state(of: path, in: french) == .missing)
    #expect(tree.page(at: path, in: french) == nil)
    #expect(tree.paths(in: french).map(\.description) == ["present.md"])
  }

  @Test func aTranslationOfNothingIsAnOrphan() throws {
    let path = try #require(RelativePath("page.md"))
    let french = try #require(LocaleTag("fr-fr"))
    let tree = try tree(source: nil, french: Self.translation(of: Self.source, kind: "HT"))
    #expect(tree.state(of: path, in: french) == .orphan)
    #expect(tree.state(of: path, in: .source) == .missing)
  }

  @Test func withoutASourceLocaleNothingIsAnOrphan() throws {
    let folder = try TemporaryFolder()
    try folder.write("fr-fr/page.md", "# Page\n")
    let tree = try ContentTree(layers: try ContentLayer.layers(in: folder.path))
    let french = try #require(LocaleTag("fr-fr"))
    #expect(tree.locales == [french])
    #expect(tree.state(of: try #require(RelativePath("page.md")), in: french) == .translated)
  }

  @Test func theEarlierLayerWins() throws {
    let user = try TemporaryFolder()
    let builtIn = try TemporaryFolder()
    try user.write("en-us/a.md", "---\ntitle: Mine\n---\n")
    try builtIn.write("en-us/a.md", "---\ntitle: Theirs\n---\n")
    try builtIn.write("en-us/b.md", "---\ntitle: Also theirs\n---\n")
    let layers = try ContentLayer.layers(in: user.path) + ContentLayer.layers(in: builtIn.path)
    let tree = try ContentTree(layers: layers)
    let titles = tree.paths(in: .source).compactMap { tree.page(at: $0, in: .source)?.title }
    #expect(titles == ["Mine", "Also theirs"])
  }

  @Test(arguments: [
    ("page.md", true), ("deep/er/page.md", true), ("README.md", false), ("LICENSE.md", false),
    ("LICENSE-CODE.md", false), ("docs/README.md", true), ("includes/note.md", false),
    ("docs/includes/note.md", false), ("_themes/x.md", false), ("_repo.en-us/x.md", false),
    ("obj/x.md", false), (".hidden.md", false), ("index.yml", true), ("page.txt", false),
    ("CONTRIBUTING.md", false), ("ThirdPartyNotices.md", false),
  ])
  func filesThatArePages(path: String, isPage: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write("en-us/other.md", "# Other\n")
    try folder.write("en-us/\(path)", "title: Page\n")
    let tree = try ContentTree(layers: try ContentLayer.layers(in: folder.path))
    #expect(tree.paths(in: .source).map(\.description).contains(path) == isPage)
  }

  @Test func aFolderOfNoPagesIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("en-us/picture.png", "")
    let error = #expect(throws: ContentError.self) {
      try ContentTree(layers: try ContentLayer.layers(in: folder.path))
    }
    #expect(error?.problems.map(\.code) == ["content.empty"])
  }

  @Test func anUnreadableLayerIsRefused() throws {
    let missing = ContentLayer(locale: .source, folder: "/nowhere/en-us")
    let error = #expect(throws: ContentError.self) { try ContentTree(layers: [missing]) }
    #expect(error?.problems.map(\.code) == ["file.missing"])
  }

  @Test func brokenFrontMatterIsReportedAndThePageKept() throws {
    let folder = try TemporaryFolder()
    try folder.write("en-us/a.md", "---\ntitle: A page\nbroken: [1, 2\n---\n# Text\n")
    let tree = try ContentTree(layers: try ContentLayer.layers(in: folder.path))
    #expect(tree.page(at: try #require(RelativePath("a.md")), in: .source)?.title == "A page")
    #expect(!tree.diagnostics.isEmpty)
    #expect(tree.diagnostics.allSatisfy { $0.location.path.hasSuffix("en-us/a.md") })
  }
}
