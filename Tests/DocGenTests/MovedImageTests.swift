import TestSupport
import Testing

/// Images whose brackets machine translation moved.
@Suite struct MovedImageTests {
  private func site(_ line: String, source: String = "One ![the sign](a.png), [b](a.png).") throws
    -> TestSite
  {
    try TestSite([
      "en-us/page.md": "# Page\n\n\(source)\n", "en-us/a.png": "png", "en-us/b_c.png": "png",
      "it-it/page.md": "# Pagina\n\n\(line)\n",
    ])
  }

  private static let image = "<img src=\"../en-us/a.png\" alt=\"the sign\" loading=\"lazy\">"

  @Test(arguments: [
    ("Il segno](a.png) qui. ![ ", "<p>Il segno \(image) qui.</p>"),
    ("Il segno](a.png) qui ![e oltre.", "<p>Il segno \(image) qui e oltre.</p>"),
    ("Il segno](a.png) qui", "<p>Il segno \(image) qui</p>"),
    (
      "![Il grande] segno](a.png) qui",
      "<img src=\"../en-us/a.png\" alt=\"Il grande] segno\" loading=\"lazy\"> qui"
    ),
    (unit(102, "Il segno](a.png) ![", "![Its sign](a.png)"), "alt=\"Its sign\""),
  ])
  func showsThem(line: String, expected: String) throws {
    let site = try site(line)
    let article = site.article("it-it/page.html")
    #expect(article.contains(expected), "\(article)")
    #expect(
      site.problems.count {
        $0.hasPrefix("it-it/page.md:3:") && $0.hasSuffix("[markup.damaged]")
      } == 1, "\(site.problems)")
  }

  @Test(arguments: [
    "![a [b] c](a.png)", "[![a](a.png)](page.md)", "![a\nb](a.png)", "a](c.png) ![",
    "`a](a.png)` ![",
    "a\\](a.png)", "[x] a](page.md)", "![a `]` b](a.png)",
  ])
  func leavesOthers(line: String) throws {
    let site = try site(line)
    #expect(!site.problems.contains { $0.contains("[markup.damaged]") }, "\(site.problems)")
  }

  /// Tools for translators put backslashes before underscores, in directives too.
  @Test(arguments: ["b\\_c.png", ".\\b\\_c.png"])
  func findsEscapedNames(name: String) throws {
    let site = try site(":::image type=\"content\" source=\"\(name)\" alt-text=\"A.\":::")
    #expect(
      site.article("it-it/page.html").contains("src=\"../en-us/b_c.png\""), "\(site.problems)")
  }
}
