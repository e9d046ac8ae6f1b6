import DocGen
import Model
import TestSupport
import Testing

/// Links of one page among few files: every way to write one, and what comes of it.
@Suite struct LinkBoundTests {
  struct Row: Sendable, CustomTestStringConvertible {
    /// The address between the brackets of a link.
    var written: String
    /// The address in the output; `nil`: no link.
    var address: String?
    /// The code of the problem.
    var problem: String?
    /// What the message ends with.
    var suggestion: String = ""
    var testDescription: String { written }

    init(_ written: String, _ address: String?, _ problem: String? = nil, _ suggestion: String = "")
    {
      (self.written, self.address) = (written, address)
      (self.problem, self.suggestion) = (problem, suggestion)
    }
  }

  private static let files = [
    "en-us/docs/other.md":
      "# Other\n\n## Here too\n\n## Here too\n\n<a id=\"Own\"></a>Words.\n\n## Été\n\n## اسم\n",
    "en-us/docs/sub/index.md": "# Sub\n", "en-us/docs/sub/deep page.md": "# Deep\n",
    "en-us/top.md": "# Top\n", "en-us/docs/été.md": "# É\n", "en-us/docs/100%.md": "# All\n",
    "en-us/docs/v1.2.md": "# Version\n", "en-us/docs/a&b.md": "# And\n",
    "en-us/docs/a+b.md": "# Plus\n",
    "en-us/docs/(x).md": "# Brackets\n", "en-us/docs/Mixed/Case.md": "# Case\n",
    "en-us/docs/both.md": "# Both\n", "en-us/docs/both/index.md": "# Folder\n",
    "en-us/docs/hub.yml": "### YamlMime:Hub\ntitle: Hub\n",
    "en-us/docs/media/shot.png": "png", "en-us/docs/media/a b.png": "png",
    "en-us/docs/file.pdf": "pdf",
    "en-us/includes/part.md": "part\n", "fr-fr/docs/page.md": "# Page\n",
  ]

  static let pages: [Row] = [
    Row("other.md", "other.html"), Row("./other.md", "other.html"),
    Row("././other.md", "other.html"),
    Row("../docs/other.md", "other.html"), Row("sub/../other.md", "other.html"),
    Row("~/docs/other.md", "other.html"), Row("other", "other.html"),
    Row("other.html", "other.html"),
    Row("other.md?view=x", "other.html"), Row("other.md?view=x#here-too", "other.html#here-too"),
    Row("other.md#", "other.html"), Row("other.md?", "other.html"),
    Row("sub", "sub/index.html"), Row("sub/", "sub/index.html"), Row("sub/index", "sub/index.html"),
    Row("sub//index.md", "sub/index.html"), Row("<sub/deep page.md>", "sub/deep%20page.html"),
    Row("sub/deep%20page.md", "sub/deep%20page.html"),
    Row("sub/deep%20page", "sub/deep%20page.html"),
    Row("../top.md", "../top.html"), Row("..\\\\top.md", "../top.html"),
    Row("../top", "../top.html"),
    Row("été.md", "%C3%A9t%C3%A9.html"), Row("%C3%A9t%C3%A9.md", "%C3%A9t%C3%A9.html"),
    Row("%c3%a9t%c3%a9", "%C3%A9t%C3%A9.html"), Row("e\u{301}te\u{301}.md", "%C3%A9t%C3%A9.html"),
    Row("100%25.md", "100%25.html"), Row("100%.md", "100%25.html"), Row("v1.2.md", "v1.2.html"),
    Row("v1.2", "v1.2.html"), Row("v1.2.html", "v1.2.html"), Row("a&b.md", "a%26b.html"),
    Row("a&amp;b.md", "a%26b.html"), Row("a+b.md", "a%2Bb.html"), Row("(x).md", "%28x%29.html"),
    Row("hub.yml", "hub.html"), Row("hub", "hub.html"), Row("both", "both.html"),
    Row("both/", "both/index.html"),
    Row("page.md", "page.html"), Row("page.md#page", "page.html#page"),
    Row("OTHER.md", "other.html", "link.case", "write 'other.md'"),
    Row("Other", "other.html", "link.case", "write 'other.md'"),
    Row("mixed/case.md", "Mixed/Case.html", "link.case", "write 'Mixed/Case.md'"),
    Row("SUB/", "sub/index.html", "link.case"), Row("../DOCS/other.md", "other.html", "link.case"),
    Row("othre.md", nil, "link.broken", "did you mean 'other.md'?"),
    Row("sub/other.md", nil, "link.broken", "did you mean 'other.md'?"),
    Row("nowhere.md", nil, "link.broken"), Row("nowhere/", nil, "link.broken"),
    Row("../../top.md", nil, "link.broken"),
    Row("../../../../../etc/passwd", nil, "link.broken"), Row("%2e%2e/top.md", "../top.html"),
    Row("../includes/part.md", nil, "link.broken"), Row("other.md/", "other.html"),
    Row(".", nil, "link.broken"),
  ]

  static let anchors: [Row] = [
    Row("#page", "#page"), Row("other.md#here-too", "other.html#here-too"),
    Row("other.md#here-too-1", "other.html#here-too-1"), Row("other.md#Own", "other.html#Own"),
    Row("other.md#été", "other.html#%C3%A9t%C3%A9"),
    Row("other.md#%C3%A9t%C3%A9", "other.html#%C3%A9t%C3%A9"),
    Row("other.md#اسم", "other.html#%D8%A7%D8%B3%D9%85"),
    Row("other.md#here-too-2", "other.html#here-too-2", "link.anchor"),
    Row("other.md#Here-Too", "other.html#Here-Too", "link.anchor", "did you mean '#here-too'?"),
    Row("other.md#own", "other.html#own", "link.anchor", "did you mean '#Own'?"),
    Row("#nothing-like-it", "#nothing-like-it", "link.anchor"),
    Row("page.md#nothing-like-it", "page.html#nothing-like-it", "link.anchor"),
    Row("#top", "#top"), Row("other.md#top", "other.html#top"),
    Row("sub/#sub", "sub/index.html#sub"),
  ]

  static let others: [Row] = [
    Row("https://a.example/x.md", "https://a.example/x.md"),
    Row("HTTPS://A.example", "HTTPS://A.example"),
    Row("https://a.example/?a=1&b=2#c", "https://a.example/?a=1&amp;b=2#c"),
    Row("http://a.example", "http://a.example"), Row("//a.example/x", "https://a.example/x"),
    Row("mailto:a@b.example", "mailto:a@b.example"), Row("tel:+123", "tel:+123"),
    Row("ftp://a.example", nil, "link.scheme"), Row("javascript:x", nil, "link.scheme"),
    Row("JAVASCRIPT:x", nil, "link.scheme"), Row("data:text/plain,x", nil, "link.scheme"),
    Row("file:///etc/passwd", nil, "link.scheme"), Row("C:/x.md", nil, "link.scheme"),
    Row("/azure", "https://learn.microsoft.com/en-us/azure"),
    Row("/", "https://learn.microsoft.com/en-us/"),
    Row("/docs/other.md", "other.html"),
    Row("/docs/gone.md", "https://learn.microsoft.com/en-us/docs/gone.md"),
    Row("/en-us/azure", "https://learn.microsoft.com/en-us/azure"),
    Row("/en-US/azure", "https://learn.microsoft.com/en-US/azure"),
    Row("/fr-fr/azure", "https://learn.microsoft.com/fr-fr/azure"),
    Row("/de-de/azure", "https://learn.microsoft.com/de-de/azure"),
    Row("/power-bi/x", "https://learn.microsoft.com/en-us/power-bi/x"),
    Row("/azure?x=1#y", "https://learn.microsoft.com/en-us/azure?x=1#y"),
    Row("media/shot.png", "media/shot.png"), Row("media/shot.png?x=1", "media/shot.png?x=1"),
    Row("media/a%20b.png", "media/a%20b.png"), Row("<media/a b.png>", "media/a%20b.png"),
    Row("file.pdf", "file.pdf"), Row("file.pdf#page=2", "file.pdf#page=2"),
    Row("media/SHOT.PNG", "media/shot.png", "link.case", "write 'media/shot.png'"),
    Row("media/shto.png", nil, "link.broken", "did you mean 'media/shot.png'?"),
    Row("media/", nil, "link.broken"),
  ]

  private static let all = pages + anchors + others

  /// One page with all links, each in an item of its own.
  private static let site = Result {
    let body = all.enumerated().map { "- [link \($0)](\($1.written))\n" }.joined()
    return try TestSite(files.merging(["en-us/docs/page.md": "# Page\n\n\(body)"]) { $1 })
  }

  @Test(arguments: all.indices)
  func leadsWhereItShould(_ index: Int) throws {
    let (row, site) = (Self.all[index], try Self.site.get())
    let article = site.article("en-us/docs/page.html")
    let line = try #require(
      article.split(separator: "\n").first { $0.contains("link \(index)<") }, "\(row.written)")
    let address = line.firstMatch(of: /href="([^"]*)"/).map { String($0.output.1) }
    #expect(address == row.address, "\(row.written)")
    let problems = site.summary.diagnostics.filter {
      $0.location.path.hasSuffix("en-us/docs/page.md") && $0.location.line == index + 3
    }
    #expect(problems.map(\.code) == (row.problem.map { [$0] } ?? []), "\(row.written): \(problems)")
    if let problem = problems.first {
      #expect(problem.description.contains(row.suggestion), "\(row.written): \(problem)")
    }
  }

  /// What was meant isn't looked for without end, but the same in other letters is always found.
  @Test func anchorsAreComparedSoOften() throws {
    let headings = (0..<1_000).map { "## Plum \($0 + 1_000)\n" }.joined()
    let links = (0..<300).map { "[a](#plumm-\($0 + 1_000))\n" }.joined()
    let site = try TestSite(["en-us/a.md": "\(headings)\n\(links)\n[b](#PLUM-1999)\n"])
    let problems = site.summary.diagnostics.filter { $0.code == "link.anchor" }
    #expect(problems.count == 301)
    #expect(problems.count { $0.suggestion != nil } == 201)
    #expect(problems.last?.suggestion == "did you mean '#plum-1999'?")
  }

  /// An address in a translation: the reader's page, else the source's in the reader's frame.
  @Test(
    arguments: [
      ("a.md", "a.html", nil), ("b.md", "b.html", "en-US"), ("c.md", "c.html", nil),
      ("b.md#here", "b.html#here", "en-US"), ("pic.png", "../en-us/pic.png", nil),
      ("own.png", "own.png", nil),
    ] as [(String, String, String?)])
  func aTranslationKeepsItsReader(_ written: String, _ address: String, _ language: String?) throws
  {
    let site = try TestSite([
      "en-us/a.md": "# A\n", "en-us/b.md": "# B\n\n## Here\n", "en-us/pic.png": "1",
      "en-us/own.png": "2",
      "fr-fr/a.md": "# A\n", "fr-fr/c.md": "# C\n", "fr-fr/own.png": "3",
      "fr-fr/p.md": "# P\n\n[x](\(written))\n",
    ])
    let article = site.article("fr-fr/p.html")
    let mark = language.map { " hreflang=\"\($0)\"" } ?? ""
    #expect(article.contains("<a href=\"\(address)\"\(mark)>x</a>"), "\(article)")
  }
}
