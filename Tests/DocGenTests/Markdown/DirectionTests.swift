import TestSupport
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
    ("✔️ ⚠️ \u{FE30} \u{FE68}", "<p>", "<p>"),
    ("\u{FE8D}\u{FE91}", "<p dir=\"rtl\">", "<p>"),
    ("\u{FEC9}\u{FED4}\u{FEFC}", "<p dir=\"rtl\">", "<p>"),
    ("\u{1E900}\u{1E922}", "<p dir=\"rtl\">", "<p>"),
    ("\u{10400} 🙂", "<p>", "<p dir=\"ltr\">"),
    ("٣ ٤", "<p>", "<p>"),
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

  /// What stands on the line of a keyword is the paragraph that others are too.
  @Test(arguments: [
    ("> **[!NOTE]** Plain *words*.", "<p dir=\"ltr\">Plain <em>words</em>.</p>"),
    ("> [!NOTE] Plain words.", "<p dir=\"ltr\">Plain words.</p>"),
    ("> [!NOTE] كلمات\n> words", "<p>كلمات\nwords</p>"),
    ("> [!NOTE]\n> كلمات\n> [!TIP] Plain.\n> More.", "<p dir=\"ltr\">Plain.\nMore.</p>"),
    (
      "> [!NOTE]\n> كلمات\n> [!TIP]\n> Plain.\n> [!TIP]\n> كلمات",
      "<p dir=\"ltr\">Plain.</p>"
    ),
  ])
  func paragraphsBehindKeywords(text: String, paragraph: String) throws {
    let page = try site(text).article("ar-sa/index.html")
    #expect(page.contains(paragraph), "\(page)")
  }

  /// Marks of items and cells stay on the side where the others are; the words have a direction.
  @Test func listsAndCellsKeepTheirSide() throws {
    let page = try site("- Azure.\n- كلمات\n\n| A | ب |\n|:--|---|\n| x! | كلمة |").article(
      "ar-sa/index.html")
    #expect(
      page.contains("<ul>\n<li><span dir=\"ltr\">Azure.</span></li>\n<li>كلمات</li>"), "\(page)")
    #expect(page.contains("<th scope=\"col\" class=\"align-left\"><span dir=\"ltr\">A</span></th>"))
    #expect(page.contains("<th scope=\"col\">ب</th>"))
    #expect(
      page.contains("<td class=\"align-left\"><span dir=\"ltr\">x!</span></td>\n<td>كلمة</td>"))
  }

  /// A list that runs against the page as a whole is turned, and says so once.
  @Test func turnsWholeLists() throws {
    let page = try site("3. Azure\n   - *Google*\n\n     More.\n4. Meta\n\n- كلمات\n  - Braze")
      .article(
        "ar-sa/index.html")
    #expect(page.contains("<ol start=\"3\" dir=\"ltr\">\n<li>Azure"), "\(page)")
    #expect(page.contains("<p><em>Google</em></p>") && page.contains("<p>More.</p>"))
    #expect(page.contains("<ul>\n<li>كلمات"))
    #expect(page.contains("<ul dir=\"ltr\">\n<li>Braze</li>"))
  }

  @Test func headings() throws {
    let site = try site("## Use C#.\n\n## كلمات `code`\n\n### More\n")
    let arabic = site["ar-sa/index.html"]
    #expect(arabic.contains("<h2 id=\"use-c\" dir=\"ltr\">Use C#.</h2>"), "\(arabic)")
    #expect(arabic.contains("<a href=\"#use-c\" dir=\"ltr\">Use C#.</a>"))
    #expect(arabic.contains("<a href=\"#more\" dir=\"ltr\">"))
    let english = site.article("en-us/index.html")
    #expect(english.contains("<h2 id=\"use-c\">Use C#.</h2>"))
    #expect(english.contains(" dir=\"rtl\">كلمات <code>"))
  }

  @Test(arguments: [
    ("a", "ltr"), ("é", "ltr"), ("ӓ", "ltr"), ("ա", "ltr"), ("ก", "ltr"), ("中", "ltr"),
    ("ا", "rtl"), ("א", "rtl"), ("ﷲ", "rtl"), ("ࠀ", "rtl"), ("1 – 2 €", nil), ("", nil),
    ("aا", nil),
    // Presentation forms of Arabic and Hebrew, Syriac, Thaana, NKo, Samaritan, Mandaic, Adlam.
    ("\u{FEC0}", "rtl"), ("\u{FEFC}", "rtl"), ("\u{FB50}", "rtl"), ("\u{FDFB}", "rtl"),
    ("\u{FB1D}", "rtl"), ("\u{FB4F}", "rtl"), ("ܐ", "rtl"), ("ހ", "rtl"), ("ߊ", "rtl"),
    ("ࠁ", "rtl"),
    ("ࡀ", "rtl"), ("\u{1E900}", "rtl"), ("\u{10D00}", "rtl"), ("\u{10900}", "rtl"),
    // Marks, digits and signs take the direction of their neighbours.
    ("٣", nil), ("\u{FB1E}", nil), ("\u{FB29}", nil), ("\u{FD3E}", nil), ("\u{64B}", nil),
    ("\u{FEFF}", nil), ("×", nil), ("ʺ", nil), ("🙂", nil), ("\u{1E944}", nil),
    // Other scripts of the same first bytes, and letters of four bytes.
    ("\u{FB01}", "ltr"), ("ꭰ", "ltr"), ("ऀक", "ltr"), ("𐐀", "ltr"), ("𝒜", "ltr"), ("𠀀", "ltr"),
  ])
  func letters(text: String, expected: String?) {
    var letters = LetterDirections()
    letters.add(text.utf8)
    #expect(letters.only == expected)
    // The cheap look beforehand may err on one side only.
    for before in 0...9 where expected == "rtl" {
      let bytes = [UInt8](repeating: 97, count: before) + Array(text.utf8)
      #expect(LetterDirections.mayRunRightToLeft(bytes))
      #expect(LetterDirections.mayRunRightToLeft(bytes + Array("words behind it".utf8)))
    }
  }

  @Test(arguments: ["", "words", "exactly8", "more than eight bytes", "кириллица", "héhé"])
  func textsOfOtherScriptsAreNotLookedAtForDirection(text: String) {
    #expect(!LetterDirections.mayRunRightToLeft(Array(text.utf8)))
  }

  @Test(arguments: [[0xEF, 0xBB], [0xD8], [0xF0, 0x9E, 0xA4], [0xA7], [0xFF, 0xA7, 0xA7, 0xA7]])
  func bytesThatAreNoLetterHaveNoDirection(bytes: [UInt8]) {
    var letters = LetterDirections()
    letters.add(bytes)
    #expect(letters.only == nil)
  }

  /// Words of the interface run as their own language does where the page has none of its own.
  @Test func marksWordsOfAnotherLanguage() throws {
    let site = try TestSite([
      "en-us/page.md": "# Page\n",
      "he-il/page.md":
        "# דף\n\n> [!ADMIN]\n> טקסט\n\n::: zone pivot=\"python\"\nטקסט\n::: zone-end\n",
    ])
    let article = site.article("he-il/page.html")
    #expect(
      article.contains(
        "<p class=\"alert-title\"><span lang=\"en-US\" dir=\"ltr\">Administration</span></p>"),
      "\(article)")
    #expect(
      article.contains(
        "<p class=\"zone-title\"><span lang=\"en-US\" dir=\"ltr\">Applies to: <bdi>Python</bdi></span></p>"
      ), "\(article)")
  }
}
