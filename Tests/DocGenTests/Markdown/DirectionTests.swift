import Testing

@testable import DocGen

/// A paragraph whose letters all run against the page has its own direction.
@Suite struct DirectionTests {
  private func site(_ text: String) throws -> TestSite {
    try TestSite([
      "en-us/index.md": "# Home\n\n\(text)\n",
      "ar-sa/index.md": "---\ntitle: الصفحة\n---\n# الصفحة\n\n\(text)\n",
    ])
  }

  @Test(arguments: [
    ("Plain words, 100 %.", "<p>", "<p dir=\"ltr\">"),
    ("كلمات عربية.", "<p dir=\"rtl\">", "<p>"),
    ("كلمات with words.", "<p>", "<p>"),
    ("מילים בעברית", "<p dir=\"rtl\">", "<p>"),
    ("Слова", "<p>", "<p dir=\"ltr\">"),
    ("日本語", "<p>", "<p dir=\"ltr\">"),
    ("123, 456.", "<p>", "<p>"),
    ("`code` 12", "<p>", "<p>"),
    ("`code` كلمات", "<p dir=\"rtl\">", "<p>"),
    ("**Bold** [link](index.md)", "<p>", "<p dir=\"ltr\">"),
  ])
  func paragraphs(text: String, english: String, arabic: String) throws {
    let site = try site(text)
    #expect(
      site.article("en-us/index.html").contains("\n\(english)"), "\(site["en-us/index.html"])")
    let page = site.article("ar-sa/index.html")
    #expect(page.contains("\n\(arabic)"), "\(page)")
    #expect(page.contains("dir=\"ltr\">") == arabic.contains("ltr"))
  }

  /// Markers of lists and cells stay on the side where the others are.
  @Test func listsAndCellsKeepTheirSide() throws {
    let page = try site("- Azure\n- كلمات\n\n| A | B |\n|---|---|\n| x | y |").article(
      "ar-sa/index.html")
    #expect(!page.contains("<li dir") && !page.contains("<td dir"))
    #expect(page.contains("<li>Azure"))
  }

  @Test(arguments: [
    ("a", "ltr"), ("é", "ltr"), ("ӓ", "ltr"), ("ա", "ltr"), ("ก", "ltr"), ("中", "ltr"),
    ("ا", "rtl"), ("א", "rtl"), ("ﷲ", "rtl"), ("ࠀ", "rtl"), ("1 – 2 €", nil), ("", nil),
    ("aا", nil),
  ])
  func letters(text: String, expected: String?) {
    var letters = LetterDirections()
    letters.add(text.utf8)
    #expect(letters.only == expected)
  }
}
