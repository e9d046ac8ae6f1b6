import DocGen
import FileSystem
import Foundation
import Model
import TestSupport
import Testing

/// What a publication says of itself: its manifest, its site map, the way to its pages.
@Suite struct SitePublishTests {
  private func publish(
    _ folder: TemporaryFolder, to output: String = "public"
  ) throws -> [String: Any] {
    var request = SiteRequest(
      layers: try ContentLayer.layers(in: "\(folder.path)/content"),
      templateFolders: [TestSite.templates], messageFolder: "\(folder.path)/words")
    request.baseURL = "https://docs.example.com/"
    let tree = try StagedTree(replacing: "\(folder.path)/\(output)", recordsDigests: true)
    _ = try SiteBuild(request).run(into: tree)
    try PublishManifest.write(into: tree)
    _ = try tree.commit()
    let data = Data((folder.text("\(output)/publish.json") ?? "").utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func start() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("content/en-us/index.md", "# Home\n")
    try folder.write("content/en-us/a & \"b\".md", "# A\n")
    let words = SharedMaterial.projectFolder.appending(path: "content/messages/en-us.po")
    try folder.write("words/en-us.po", String(contentsOf: words, encoding: .utf8))
    return folder
  }

  @Test func theManifestHasTheDigestOfEachFile() throws {
    let folder = try start()
    let manifest = try publish(folder)
    #expect(manifest["schema"] as? String == "vouch-publication/1")
    #expect(manifest["previous"] is NSNull)
    let files = try #require(manifest["files"] as? [String: String])
    let published = folder.contents().filter {
      $0.hasPrefix("public/") && !$0.hasSuffix("/") && !$0.hasPrefix("public/.")
        && $0 != "public/publish.json"
    }
    #expect(Set(files.keys) == Set(published.map { String($0.dropFirst(7)) }))
    #expect(files.keys.contains("en-us/a & \"b\".html"))
    for (path, digest) in files {
      #expect(try FileDigest.of("\(folder.path)/public/\(path)") == digest, "\(path)")
    }
  }

  @Test func theManifestSaysWhatChanged() throws {
    let folder = try start()
    _ = try publish(folder)
    let first = folder.text("public/publish.json")
    _ = try publish(folder)
    #expect(folder.text("public/publish.json") == first, "nothing changed")
    try folder.write("content/en-us/index.md", "# Home\n\nMore.\n")
    try folder.write("content/en-us/new.md", "---\ntitle: New\n---\n# New\n")
    Files.removeTree("\(folder.path)/content/en-us/a & \"b\".md")
    let manifest = try publish(folder)
    func pages(_ key: String) -> [String] {
      (manifest[key] as? [String] ?? []).filter { $0.hasSuffix(".md") }
    }
    #expect(pages("added") == ["en-us/new.md"])
    #expect(pages("changed") == ["en-us/index.md"])
    #expect(pages("removed") == ["en-us/a & \"b\".md"])
    #expect((manifest["previous"] as? String)?.count == 64)
  }

  /// The same change over the same folder gives the same bytes.
  @Test func theManifestIsDeterministic() throws {
    var manifests: [String?] = []
    for _ in 0..<2 {
      let folder = try start()
      _ = try publish(folder)
      try folder.write("content/en-us/index.md", "# Other\n")
      _ = try publish(folder)
      manifests.append(folder.text("public/publish.json"))
    }
    #expect(manifests[0] == manifests[1])
  }

  /// A list that was cut off would call new what it has lost.
  @Test(arguments: [1, 3, 40, 400]) func aManifestThatWasCutOffIsNone(count: Int) throws {
    let folder = try start()
    _ = try publish(folder)
    let text = try #require(folder.text("public/publish.json"))
    try folder.write("public/publish.json", String(text.dropLast(count + 3)))
    let manifest = try publish(folder)
    #expect(manifest["previous"] is NSNull)
    #expect(manifest["added"] as? [String] == [])
  }

  @Test(arguments: [
    "", "{}", "not JSON",
    "{\n \"schema\": \"vouch-publication/1\",\n \"files\": {\n  \"../x\": \"0\"\n }\n}\n",
  ])
  func aBrokenManifestIsNone(text: String) throws {
    let folder = try start()
    _ = try publish(folder)
    try folder.write("public/publish.json", text)
    #expect(try publish(folder)["previous"] is NSNull)
  }

  @Test(arguments: [
    ("ms.date: 10/14/2021\n", "2021-10-14"), ("ms.date: 2021-03-02\n", "2021-03-02"),
    ("ms.date: 2/30/2021\n", nil), ("", nil),
    ("ms.date: 10/14/2021\nms.lasthandoff: 11/02/2021\n", "2021-11-02"),
    ("ms.date: 12/14/2021\nms.lasthandoff: 11/02/2021\n", "2021-12-14"),
  ])
  func theSiteMapSaysWhenAPageChanged(metadata: String, expected: String?) throws {
    let site = try TestSite(
      ["en-us/index.md": "---\ntitle: Home\n\(metadata)---\n# Home\n"]
    ) { $0.baseURL = "https://docs.example.com/" }
    let map = site["sitemap.xml"]
    if let expected {
      #expect(map.contains("index.html</loc><lastmod>\(expected)</lastmod>"), "\(map)")
    } else {
      #expect(!map.contains("lastmod"))
    }
  }

  /// A page that keeps out of search engines is in no site map, and no other page leads them to it.
  @Test func pagesThatKeepOutAreNotIndexed() throws {
    let site = try TestSite([
      "en-us/a.md": "---\ntitle: A\nROBOTS: NOINDEX,NOFOLLOW\n---\n# A\n",
      "fr-fr/a.md": "# A\n", "nl-nl/a.md": "# A\n",
    ]) { $0.baseURL = "https://docs.example.com/" }
    let map = site["sitemap.xml"]
    #expect(!map.contains("en-us/a.html"), "\(map)")
    #expect(map.components(separatedBy: "<loc>").count == 3)
    #expect(!site["en-us/a.html"].contains("hreflang=\"fr-FR\" href=\"https:"))
    let french = site["fr-fr/a.html"]
    #expect(french.contains("rel=\"alternate\" hreflang=\"nl-NL\""))
    #expect(!french.contains("rel=\"alternate\" hreflang=\"en-US\""))
    #expect(!french.contains("x-default"))
  }

  private static let docset = """
    {"build": {"content": [{"files": ["**/*.md", "**/*.yml"]}],
      "globalMetadata": {"breadcrumb_path": "/azure/widgets/breadcrumb/toc.json"EXTRA}}}
    """

  private static let breadcrumbs = """
    - name: Docs
      tocHref: /
      topicHref: /
      items:
      - name: Azure
        tocHref: /azure/
        topicHref: /azure/index
        items:
        - name: Widgets
          tocHref: /azure/widgets/
          topicHref: /azure/widgets/index
        - name: Deep
          tocHref: /azure/widgets/deep/
          topicHref: /azure/widgets/deep/a

    """

  private func crumbs(_ page: String, extra: String = "", locale: String = "en-us") throws
    -> [String]
  {
    let site = try TestSite([
      "en-us/docfx.json": Self.docset.replacing("EXTRA", with: extra),
      "en-us/breadcrumb/toc.yml": Self.breadcrumbs,
      "en-us/toc.yml":
        "- name: Start\n  href: index.md\n- name: Group\n  items:\n  - name: A\n    href: a.md\n",
      "en-us/index.md": "---\ntitle: Widgets\n---\n# Widgets\n", "en-us/a.md": "# A\n",
      "en-us/deep/a.md": "# Deep\n", "en-us/deep/b.md": "# B\n",
      "fr-fr/a.md": "---\ntitle: A\n---\n# A\n",
    ])
    #expect(site.problems == [])
    return site.crumbs(of: "\(locale)/\(page)").map { "\($0.name) \($0.address ?? "-")" }
  }

  @Test func breadcrumbsLeadFromTheServerToThePage() throws {
    let base = "https://learn.microsoft.com/en-us"
    #expect(
      try crumbs("a.html") == [
        "Docs \(base)/", "Azure \(base)/azure/index", "Widgets index.html", "Group -",
      ])
    // Of several places the deepest counts, and a page isn't a link to itself.
    #expect(
      try crumbs("deep/b.html") == [
        "Docs \(base)/", "Azure \(base)/azure/index", "Deep a.html",
      ])
    #expect(try crumbs("index.html").last == "Widgets -")
    #expect(
      try crumbs("a.html", extra: ", \"extendBreadcrumb\": false").last == "Widgets index.html")
  }

  @Test func breadcrumbsOfTheSourceStandInForATranslation() throws {
    let found = try crumbs("a.html", locale: "fr-fr")
    #expect(found.first == "Docs https://learn.microsoft.com/fr-fr/")
    #expect(found.count == 4)
  }

  @Test func otherWordsOfTheContentsAreFound() throws {
    let site = try TestSite([
      "en-us/toc.yml": "- name: Start\n  href: index.md\n  displayName: Gadgetry, doodads\n",
      "en-us/index.md": "# Home\n",
    ])
    let terms = site.files.filter { $0.hasPrefix("assets/search/en-us/") }.map { site[$0] }.joined()
    #expect(terms.contains("gadgetry") && terms.contains("doodads"))
  }

  @Test func resourcesOfADocsetAreCopied() throws {
    let site = try TestSite([
      "en-us/docfx.json": """
      {"build": {"content": [{"files": ["**/*.md"]}],
        "resource": [{"files": ["samples/**"], "exclude": ["samples/secret/**"]},
                     {"files": ["media/**"], "dest": "images"}]}}
      """,
      "en-us/index.md": "# Home\n\n[sample](samples/a.bicep)\n",
      "en-us/samples/a.bicep": "param x\n",
      "en-us/samples/page.html": "<script>1</script>\n", "en-us/samples/run.js": "1\n",
      "en-us/samples/secret/b.bicep": "param y\n", "en-us/other.bicep": "param z\n",
    ])
    #expect(site["en-us/samples/a.bicep"] == "param x\n")
    #expect(site.article("en-us/index.html").contains("href=\"samples/a.bicep\""))
    let copied = site.files.filter { $0.hasPrefix("en-us/") }
    for name in ["samples/page.html", "samples/run.js", "samples/secret/b.bicep", "other.bicep"] {
      #expect(!copied.contains("en-us/\(name)"), "\(name)")
    }
    #expect(site.problems == [])
  }
}

private enum FileDigest {
  static func of(_ path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    process.arguments = ["--", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // A name with a quote or backslash has a backslash before its line.
    return String(text.drop { $0 == "\\" }.prefix(64))
  }
}
