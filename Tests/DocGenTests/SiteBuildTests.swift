import DocGen
import FileSystem
import Model
import TestSupport
import Testing

@Suite struct SiteBuildTests {
  private static var files: [String: String] {
    var files = ["en-us/toc.yml": "- name: P1\n  href: p1.md\n", "en-us/media/a.png": "png"]
    for number in 1...40 {
      files["en-us/p\(number).md"] =
        "---\ntitle: P\(number)\nms.date: 04/09/2021\n---\n# P\n\n[n](p1.md#p)\n"
      if number % 2 == 0 { files["fr-fr/p\(number).md"] = "# P\n\n[n](gone.md)\n" }
    }
    return files
  }

  @Test func theResultDoesNotDependOnTheNumberOfProcessors() throws {
    let one = try TestSite(Self.files) { $0.width = 1 }
    let many = try TestSite(Self.files) { $0.width = 7 }
    #expect(one.files == many.files)
    for file in one.files { #expect(one[file] == many[file], "\(file)") }
    #expect(one.problems == many.problems)
    #expect(one.problems.count == 20)
  }

  @Test func aSecondBuildWritesNothing() throws {
    let site = try TestSite(Self.files)
    let request = SiteRequest(
      layers: try ContentLayer.layers(in: "\(site.folder.path)/content"),
      templateFolders: [TestSite.templates], messageFolder: "\(site.folder.path)/words")
    let tree = try StagedTree(replacing: "\(site.folder.path)/public")
    _ = try SiteBuild(request).run(into: tree)
    #expect(try tree.commit() == StagedTree.Summary(unchanged: site.files.count))
  }

  @Test func onlyTheChosenLocalesArePublished() throws {
    let french = try #require(LocaleTag("fr-fr"))
    let site = try TestSite(Self.files) { $0.locales = [french] }
    #expect(site.summary.pages == [french: 40])
    #expect(site.files.allSatisfy { !$0.hasPrefix("en-us/") || $0.hasSuffix(".png") })
  }

  @Test func templatesAndAssetsOfTheUserWin() throws {
    let own = try TemporaryFolder()
    try own.write("site/footer.mustache", "<footer>mine</footer>\n")
    try own.write("assets/site.css", "body { color: teal }\n")
    let site = try TestSite(["en-us/a.md": "# A\n"]) { $0.templateFolders.append(own.path) }
    #expect(site["en-us/a.html"].contains("<footer>mine</footer>"))
    let style = try #require(
      site.files.first { $0.hasPrefix("assets/site.") && $0.hasSuffix(".css") })
    #expect(site[style].hasSuffix("body { color: teal }\n"))
    #expect(site[style].hasPrefix(":root {"))
  }

  @Test func withoutABaseAddressThereIsNoSiteMap() throws {
    let site = try TestSite(["en-us/a.md": "# A\n", "fr-fr/a.md": "# A\n"])
    #expect(!site.files.contains("sitemap.xml"))
    #expect(site["robots.txt"] == "User-agent: *\nAllow: /\n")
    #expect(site["en-us/a.html"].contains("hreflang=\"fr-FR\" href=\"../fr-fr/a.html\">"))
    #expect(!site["en-us/a.html"].contains("rel=\"canonical\""))
  }

  @Test func aLandingPageIsAPage() throws {
    let site = try TestSite([
      "en-us/index.yml": """
      ### YamlMime:Landing
      title: Welcome *all*
      summary: Start <here>.
      metadata:
        title: Window title
      landingContent:
      - title: First
        linkLists:
        - linkListType: overview
          links:
          - text: " A page"
            url: a.md
      """,
      "en-us/a.md": "---\ntitle: A\n---\n[home](index.yml)\n",
    ])
    #expect(site["en-us/index.html"].contains("<title>Welcome *all*</title>"))
    let article = site.article("en-us/index.html")
    #expect(article.contains("Welcome *all*</h1>"))
    #expect(article.contains("Start &lt;here&gt;."))
    #expect(article.contains("<a href=\"a.html\">A page</a>"))
    #expect(site.article("en-us/a.html").contains("<a href=\"index.html\">home</a>"))
    #expect(site.problems == [])
  }

  @Test func theSizeOfStylesAndScriptsIsSmall() throws {
    let site = try TestSite(["en-us/a.md": "# A\n"])
    let style = try #require(site.files.first { $0.hasSuffix(".css") && $0.contains("site.") })
    let script = try #require(site.files.first { $0.hasSuffix(".js") && $0.contains("site.") })
    #expect(site[style].utf8.count < 40_000)
    #expect(site[script].utf8.count < 30_000)
  }
}
