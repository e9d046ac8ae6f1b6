import DocGen
import FileSystem
import Foundation
import Localization
import Model
import TestSupport
import Testing

/// What pages say of how they stand against their original: badges, and marks at sentences.
@Suite struct SiteStandingTests {
  private static let old =
    "---\ntitle: Page\nms.date: 01/02/2026\n---\n# Page\n\nOne **stays**. Two is in the drop-down.\n"
  private static let new =
    old.replacing("drop-down", with: "dropdown") + "\nA third sentence is new.\n"
  private static let body =
    "# <a name=\"page\"></a>\(Bilingual.unit(103, "Page", "Page"))\n\n"
    + "\(Bilingual.unit(104, "Un **reste**.", "One **stays**.")) "
    + "\(Bilingual.unit(105, "Deux est dans la liste.", "Two is in the drop-down."))\n"

  private func site(source: String?, translation: String) throws -> TestSite {
    var files = ["en-us/index.md": "# Home\n", "fr-fr/page.md": translation]
    if let source { files["en-us/page.md"] = source }
    return try TestSite(files)
  }

  private static func translation(of source: String, kind: String = "HT") -> String {
    Bilingual.frontMatter(title: "Page", source: source, kind: kind) + body
  }

  private func badge(_ site: TestSite) -> String {
    let page = site["fr-fr/page.html"]
    guard let start = page.firstRange(of: "<p class=\"standing\""),
      let end = page[start.lowerBound...].firstRange(of: "</p>")
    else { return "" }
    return String(page[start.lowerBound..<end.lowerBound]).replacing("\n", with: "")
  }

  /// Where there is no page of the source at all, nobody knows what became of one.
  @Test(arguments: [true, false])
  func withoutASourceNothingIsSaidOfOriginals(hasSourceFolder: Bool) throws {
    let other = hasSourceFolder ? ["en-us/picture.png": "png"] : [:]
    let site = try TestSite(
      other.merging(["fr-fr/page.md": Self.translation(of: Self.old)]) { $1 })
    #expect(badge(site).contains("standing-unknown"))
    #expect(site["fr-fr/page.html"].contains("u105"))
    #expect(!site["fr-fr/page.html"].contains("data-drift"))
    let page = try #require(RelativePath("page.md"))
    let french = try #require(LocaleTag("fr-fr"))
    let tree = try ContentTree(layers: ContentLayer.layers(in: "\(site.folder.path)/content"))
    #expect(tree.state(of: page, in: french) == .translated)
    let rows = try StatusCollector(tree: tree, locales: [french], jobs: 1).rows()
    #expect(rows.map(\.state) == [.unknown])
    #expect(rows.map(\.driftedUnits) == [0] && rows.map(\.currentUnits) == rows.map(\.units))
  }

  @Test func badgesSayHowPagesStand() throws {
    let current = badge(try site(source: Self.old, translation: Self.translation(of: Self.old)))
    #expect(current.contains("<span class=\"badge standing-current\">Up to date</span>"))
    let machine = badge(
      try site(source: Self.old, translation: Self.translation(of: Self.old, kind: "MT")))
    #expect(machine.contains("standing-current"))
    #expect(machine.contains("<span class=\"badge standing-machine\">Made by a machine</span>"))
    let changed = badge(try site(source: Self.new, translation: Self.translation(of: Self.old)))
    #expect(
      changed.contains(
        "<span class=\"badge standing-changed\">1 sentence changed · "
          + "1 new sentence in the original</span>"))
    #expect(changed.contains("Changed sentences: <a href=\"#u105\">105</a>"))
    let gone = badge(try site(source: nil, translation: Self.translation(of: Self.old)))
    #expect(gone.contains("standing-gone"))
    let unknown = badge(try site(source: Self.old, translation: Self.body))
    #expect(unknown.contains("standing-unknown"))
    let dated = Self.old.replacing("01/02/2026", with: "01/03/2026")
    let markup = badge(try site(source: dated, translation: Self.translation(of: Self.old)))
    #expect(markup.contains("standing-markup"))
    let unclear = badge(
      try site(
        source: Self.new,
        translation: Bilingual.frontMatter(title: "Page", source: Self.old) + "# Page\n"))
    #expect(unclear.contains("standing-unclear"))
    let later = Self.translation(of: Self.new)
      .replacing("title: Page", with: "title: Page\nms.date: 02/02/2026")
    let ahead = try site(source: Self.old, translation: later)
    #expect(badge(ahead).contains("standing-ahead"))
    #expect(ahead["fr-fr/page.html"].contains("notice-ahead"))
    #expect(!ahead["fr-fr/page.html"].contains("notice-stale"))
  }

  @Test func originalsAndFallbacksHaveNoBadge() throws {
    let site = try site(source: Self.old, translation: Self.translation(of: Self.old))
    #expect(!site["en-us/page.html"].contains("class=\"standing\""))
    #expect(!site["fr-fr/index.html"].contains("class=\"standing\""))
  }

  @Test func sentencesShowWhatChanged() throws {
    let site = try site(source: Self.new, translation: Self.translation(of: Self.old))
    let article = site.article("fr-fr/page.html")
    #expect(article.contains("<span class=\"unit\" id=\"u104\">"))
    #expect(article.contains("<span class=\"unit unit-drifted\" id=\"u105\">"))
    #expect(
      article.contains(
        "Two is in the drop-down.<span class=\"unit-drift\">"
          + "<span class=\"unit-drift-label\" lang=\"en-US\" dir=\"ltr\">"
          + "The original has changed since:</span> Two is in the <del>drop-down.</del> "
          + "<ins>dropdown.</ins></span></span>"))
    // What the search finds, and what the Markdown page says, is the translation alone.
    #expect(!site["fr-fr/page.md"].contains("dropdown"))
  }

  /// Only the page's own sentences count in its badge; those of an included file are marked in it.
  @Test func sentencesOfIncludedFilesShowWhatChanged() throws {
    let include = "Limits are 5.\n"
    let page = Self.old + "\n[!INCLUDE [limits](includes/limits.md)]\n"
    let translated =
      Bilingual.frontMatter(title: "Limits", source: include)
      + Bilingual.unit(101, "Les limites sont 5.", "Limits are 5.").replacing(
        "0a1b2", with: "9c8d7")
      + "\n"
    let files = [
      "en-us/index.md": "# Home\n", "en-us/page.md": page,
      "fr-fr/page.md": Bilingual.frontMatter(title: "Page", source: page) + Self.body
        + "\n[!INCLUDE [limits](includes/limits.md)]\n",
      "fr-fr/includes/limits.md": translated,
    ]
    for (source, isMarked) in [(include, false), ("Limits are 6.\n", true)] {
      var files = files
      files["en-us/includes/limits.md"] = source
      let article = try TestSite(files).article("fr-fr/page.html")
      #expect(article.contains("Les limites sont 5."))
      #expect(article.contains("unit-drifted") == isMarked)
      #expect(article.contains("<ins>6.</ins>") == isMarked)
    }
  }

  @Test func whatWasRemovedIsSaid() throws {
    let shorter = Self.old.replacing(" Two is in the drop-down.", with: "")
    let article = try site(source: shorter, translation: Self.translation(of: Self.old))
      .article("fr-fr/page.html")
    #expect(article.contains("This sentence is no longer in the original.</span></span></span>"))
  }

  /// Where a link leads can't be shown without markup; readers then see it as the code it is.
  @Test func changedMarkupIsShownAsCode() throws {
    let linked = Self.old.replacing("drop-down", with: "[drop-down](list.md)")
    let moved = linked.replacing("list.md", with: "lists.md")
    let translation = Self.translation(of: linked)
      .replacing("drop-down", with: "[drop-down](list.md)")
    let article = try site(source: moved, translation: translation).article("fr-fr/page.html")
    #expect(
      article.contains(
        "<code>Two is in the <del>[drop-down](list.md).</del> "
          + "<ins>[drop-down](lists.md).</ins></code></span></span></span>"))
  }

  /// Words of pages are untrusted wherever they stand.
  @Test func changedSentencesAreEscaped() throws {
    let hostile = Self.new.replacing("dropdown", with: "drop<script>alert(1)</script>&down")
    let page = try site(source: hostile, translation: Self.translation(of: Self.old))
    #expect(!page.article("fr-fr/page.html").contains("<script"))
  }

  @Test func historiesAreShown() throws {
    var record = SourceRecord()
    record.histories[french] = [
      RelativePath(known: "page.md"): SourceHistory(
        .behind, lag: .init(commits: 3, publications: 1, days: 12))
    ]
    let page = try page(
      of: ["en-us/page.md": Self.new, "fr-fr/page.md": Self.translation(of: Self.old)], record)
    #expect(page.contains("Behind the original: 3 changes · 12 days"))
  }

  /// The words of a link that a translation lost are those of the original, wherever that is now.
  @Test func originalsThatMovedGiveWordsOfLinks() throws {
    var record = SourceRecord()
    record.movedOriginals[RelativePath(known: "page.md")] = Array(
      "# Page\n\nSee [ripe plums](https://plums.example/a).\n".utf8)
    let page = try page(
      of: [
        "en-us/index.md": "# Home\n", "fr-fr/page.md": "# Page\n\n[](https://plums.example/a)\n",
      ], record)
    #expect(page.contains("<span lang=\"en-US\" dir=\"ltr\">ripe plums</span></a>"), "\(page)")
  }

  /// The French page of a site whose source has a repository.
  private func page(of files: [String: String], _ record: SourceRecord) throws -> String {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write("content/\(path)", text) }
    let words = SharedMaterial.projectFolder.appending(path: "content/messages/en-us.po")
    try folder.write("words/en-us.po", String(contentsOf: words, encoding: .utf8))
    let layers = try ContentLayer.layers(in: "\(folder.path)/content")
    let content = try ContentTree(layers: layers).adding(record)
    let tree = try StagedTree(replacing: "\(folder.path)/public")
    _ = try SiteBuild(
      SiteRequest(
        layers: layers, templateFolders: [TestSite.templates],
        messageFolder: "\(folder.path)/words")
    ).run(into: tree, content: content)
    _ = try tree.commit()
    return folder.text("public/fr-fr/page.html") ?? ""
  }
}
