import TestSupport
import Testing

/// Marks in running text that machine translation damaged.
@Suite struct MarkupRepairTests {
  private static let source = """
    # Page

    See [the site](https://a.example/b) and [a page](page.md), **words** and <br/>, 1&nbsp;GB,
    H<sub>2</sub>O, <xref:No.Such>, &#124; &#x2014; [`F`](xref:N.s.F), \\(a \\& b\\).
    [!INCLUDE [title](includes/a.md)]

    """

  private func site(_ translation: String, source: String = source) throws -> TestSite {
    try TestSite([
      "en-us/page.md": source, "en-us/includes/a.md": "Included.\n",
      "de-de/page.md": "# Seite\n\n\(translation)\n",
    ])
  }

  @Test(arguments: [
    ("Siehe [die Site] (https://a.example/b).", "<a href=\"https://a.example/b\">die Site</a>."),
    ("请参阅[页]（page.md）。", "<a href=\"page.html\">页</a>。"),
    ("Siehe **[Seite] (page.md)** .", "<strong><a href=\"page.html\">Seite</a></strong>"),
    (
      "Ein ** Wort ** und **zwei ** , dann **drei**.",
      "Ein <strong>Wort</strong> und <strong>zwei</strong> ,"
    ),
    ("Ein ** Wort ** und **zwei ** , dann **drei**.", "dann <strong>drei</strong>."),
    ("Zeile< br/ >um", "Zeile<br>um"), ("H< sub >2< / sub >O", "H<sub>2</sub>O"),
    ("1& nbsp;GB, 2&nbsp ;GB", "1\u{A0}GB, 2\u{A0}GB"),
    ("< xref:No.Such >, <xref：No.Such>", "Such, Such"),
    ("\\<XRef: No.Such >, <xref: No. such>", "Such, Such"), ("a < XREF: NO. SUCH > b", "a Such b"),
    ("1&AMP;nbsp;GB", "1\u{A0}GB"), ("a & # 124; b", "a | b"), ("a &AMP;#124; b", "a | b"),
    ("a &# 124 ; b", "a | b"), ("a & # X2014; b", "a — b"),
    ("f \\ (a \\ & b \\)", "f (a &amp; b )"), ("f\\（a\\）", "f（a）"),
    ("[ `F` ] （X： N. s 。F （ A，B ））ja", "<code>F</code>ja"),
    ("[`F`] （x：） ja", "<code>F</code> ja"),
  ])
  func readsWhatTheSourceHas(line: String, expected: String) throws {
    let site = try site(line)
    let article = site.article("de-de/page.html").replacing("&nbsp;", with: "\u{A0}")
    #expect(article.contains(expected), "\(article)")
    #expect(
      site.problems.count { $0.hasPrefix("de-de/page.md:3:") && $0.hasSuffix("[markup.damaged]") }
        == 1, "\(site.problems)")
  }

  /// Nothing but the title of a tab leads to `#tab/`: no source is needed to tell.
  @Test(arguments: ["# [Birne] (#tab/pear)", "# [Birne]（#tab/pear）"])
  func readsTitlesOfTabsWithoutASource(heading: String) throws {
    let site = try TestSite([
      "en-us/other.md": "# Other\n",
      "de-de/page.md": "# Seite\n\n\(heading)\n\nEins.\n\n# [Pflaume](#tab/plum)\n\n[a] (b.md)\n",
    ])
    let article = site.article("de-de/page.html")
    #expect(article.contains("data-tab=\"pear\">\n<p class=\"tab-title\">Birne</p>"), "\(article)")
    #expect(article.contains("[a] (b.md)"), "\(article)")
    #expect(site.problems.count { $0.hasSuffix("[markup.damaged]") } == 1, "\(site.problems)")
  }

  /// Images whose bracket closes among their words, and those by a label behind a blank.
  @Test(arguments: [
    ("![Das Bild]zeigt es(a.png \"Titel\").", "alt=\"Das Bildzeigt es\""),
    ("Hier ![Das Bild] zeigt (a.png) dort.", "alt=\"Das Bild zeigt \""),
    ("! [Das Bild][pic]", "alt=\"Das Bild\""), ("! [Das Bild] [ pic]", "alt=\"Das Bild\""),
  ])
  func readsImages(line: String, expected: String) throws {
    let site = try TestSite([
      "en-us/page.md": "# Page\n\n![shows](a.png \"Title\") ![shows][pic]\n\n[pic]: a.png\n",
      "en-us/a.png": "png", "de-de/page.md": "# Seite\n\n\(line)\n\n[pic]: a.png\n",
    ])
    let article = site.article("de-de/page.html")
    #expect(article.contains(expected) && article.contains("<img"), "\(article)")
    #expect(site.problems.contains { $0.hasSuffix("[markup.damaged]") }, "\(site.problems)")
  }

  /// Brackets before an address that the source has no image at.
  @Test(arguments: ["![Das Bild] zeigt (b.png)", "![Das Bild] zeigt (a.htm)", "! [Bild][tab]"])
  func leavesOtherBrackets(line: String) throws {
    let site = try TestSite([
      "en-us/page.md": "# Page\n\n![shows](a.png)\n", "en-us/a.png": "png",
      "de-de/page.md": "# Seite\n\n\(line)\n",
    ])
    #expect(!site.problems.contains { $0.hasSuffix("[markup.damaged]") }, "\(site.problems)")
  }

  /// References whose label translation split off.
  @Test(arguments: [
    ("Siehe [Lösungen] [ lnk] hier.", "Siehe <a href=\"page.html\">Lösungen</a> hier."),
    ("Siehe [Lösungen] [lnk] hier.", "Siehe <a href=\"page.html\">Lösungen</a> hier."),
    ("Siehe [Lösungen][ lnk ] hier.", "Siehe <a href=\"page.html\">Lösungen</a> hier."),
    ("Siehe [lnk] [ lnk ] hier.", "Siehe <a href=\"page.html\">lnk</a> hier."),
  ])
  func readsLabelsThatWereSplitOff(line: String, expected: String) throws {
    let article = try site(
      "\(line)\n\n[lnk]: page.md", source: "# Page\n\nSee [solutions][lnk].\n\n[lnk]: page.md\n"
    ).article("de-de/page.html")
    #expect(article.contains(expected), "\(article)")
  }

  /// Two labels beside each other in the source too.
  @Test func leavesLabelsBesideEachOther() throws {
    let text = "[lnk] [lnk] and [solutions][lnk].\n\n[lnk]: page.md"
    let site = try site(text, source: "# Page\n\n\(text)\n")
    #expect(
      site.article("de-de/page.html").contains(
        "<a href=\"page.html\">lnk</a> <a href=\"page.html\">lnk</a> and"))
    #expect(site.problems == [])
  }

  /// Punctuation inside strong words and a letter right behind them, where the parser sees no end; and
  /// what is left of strong words.
  @Test(arguments: [
    ("Typ **a(b)**und", "Typ <strong>a(b)</strong>und"),
    (
      "mit **`A`**und **`B`**da",
      "<strong><code>A</code></strong>und <strong><code>B</code></strong>da"
    ),
    ("**[Seite](page.md)**en", "<strong><a href=\"page.html\">Seite</a></strong>en"),
    ("Это **«x»**и **“y”**и", "<strong>«x»</strong>и <strong>“y”</strong>и"),
    ("и**«x»** и **y**", "и<strong>«x»</strong> и <strong>y</strong>"),
    ("然後[繼續] ****，y ****", "<p>然後[繼續] ，y</p>"),
    ("選取 [甲]\\*\\*\\*\\*，然後。\\*\\*\\*\\*\\*\\*\\*\\*", "<p>選取 [甲]，然後。</p>"),
  ])
  func readsStrongWords(line: String, expected: String) throws {
    let site = try site(line)
    #expect(
      site.article("de-de/page.html").contains(expected), "\(site.article("de-de/page.html"))")
    #expect(
      site.problems.count { $0.hasPrefix("de-de/page.md:3:") && $0.hasSuffix("[markup.damaged]") }
        == 1, "\(site.problems)")
  }

  /// Marks that the source has too, of which its readers see the asterisks.
  @Test(arguments: [
    ("Soubory**.**", "Files**.**", false), ("**Je to ono?**Ne.", "**Is it?**No.", false),
    ("**T[]**y", "**T[]**s", false), ("**T[]**y", "**T[]** s", true),
    ("**T()**y", "**T[]**s", true),
  ])
  func leavesStrongMarksOfTheSource(line: String, source: String, isRepaired: Bool) throws {
    for (line, source) in [
      (line, source), (unit(102, line, source), "Other\u{20}text."),
    ] {
      let site = try site(line, source: "# Page\n\n\(source)\n")
      #expect(site.article("de-de/page.html").contains("<strong>") == isRepaired)
      #expect(
        site.problems.contains { $0.contains("[markup.damaged]") } == isRepaired,
        "\(site.problems)")
    }
  }

  @Test(arguments: [
    ("a **b** c, (**d**), **e**f und **g (h)**.", nil), ("****", nil), ("a\n\n****\n\nb", nil),
    ("****Wort**** ja", nil), ("a **=***b*", nil), ("`**(a)**b`", nil),
    ("\\*\\*\\*\\* x", "\\*\\*\\*\\* y"), ("**a\n(b)**c**", nil), ("选择**“甲”**，", nil),
    ("เลือก**(ก)**แล้ว", nil),
  ])
  func leavesStrongWords(line: String, source: String?) throws {
    let site = try site(line, source: source ?? Self.source)
    #expect(!site.problems.contains { $0.contains("plain brackets") }, "\(site.problems)")
    #expect(!site.article("de-de/page.html").contains("&lt;strong"))
  }

  /// A blank or a full-width mark before the bracket of an image.
  @Test(arguments: [
    ("! [Bild](a.png)", true), ("Siehe ！[Bild](a.png)。", true), ("- ！ [Bild] （a.png）", true),
    ("! [Bild](a.png \"Titel\")", true), ("Fertig! [Bild](b.png)", false),
    ("Fertig! [Seite](page.md)", false), ("`! [Bild](a.png)`", false), ("， ! a", false),
  ])
  func readsImages(line: String, isImage: Bool) throws {
    let site = try TestSite([
      "en-us/page.md": "# Page\n\n![Shot](a.png \"Title\") [x](page.md)\n", "en-us/a.png": "png",
      "en-us/b.png": "png", "de-de/page.md": "# Seite\n\n\(line)\n",
    ])
    let article = site.article("de-de/page.html")
    #expect(article.contains("<img src=\"../en-us/a.png\" alt=\"Bild\"") == isImage, "\(article)")
    #expect(site.problems.contains { $0.contains("[markup.damaged]") } == isImage)
  }

  /// Blanks and translated folders in addresses, a bracket that is lost, and words between.
  @Test(arguments: [
    ("[甲](.. /folder/one.md) 乙", "<a href=\"../folder/one.html\">甲</a> 乙"),
    ("[甲](.. / folder / One. md) 乙", "<a href=\"../folder/one.html\">甲</a> 乙"),
    ("[甲](.. /文件夹 名/one.md) 乙", "<a href=\"../folder/one.html\">甲</a> 乙"),
    (
      "[甲](.. /folder/one.md 和 [乙](page.md)",
      "<a href=\"../folder/one.html\">甲</a> 和 <a href=\"page.html\">乙</a>"
    ),
    ("[甲](更多 词](.. /folder/one.md) 乙", "<a href=\"../folder/one.html\">甲 (更多 词)</a> 乙"),
    ("[甲] (更多 词](.. /folder/one.md) 乙", "<a href=\"../folder/one.html\">甲 (更多 词)</a> 乙"),
    ("[甲](.. /folder/one.md \"题\") 乙", "<a href=\"../folder/one.html\" title=\"题\">甲</a> 乙"),
    (
      "[甲] (../folder/one.md \"\\\"题\\\" (一)\") 乙",
      "<a href=\"../folder/one.html\" title=\"&quot;题&quot; (一)\">甲</a> 乙"
    ),
    ("[甲](../folder/one.md 和", "<a href=\"../folder/one.html\">甲</a> 和"),
    (
      "[甲](../folder/one.md \"题\"", "<a href=\"../folder/one.html\" title=\"题\">甲</a>"
    ),
    (
      "[甲]（../folder/one.md \"题\"）乙",
      "<a href=\"../folder/one.html\" title=\"题\">甲</a>乙"
    ),
    (
      "<span data-ttu-id=\"a1b2c-101\">[甲](../folder/one.md \"题\"</span>"
        + "<span class=\"sxs-lookup\"><span data-stu-id=\"a1b2c-101\">[One](../folder/one.md)</span></span>",
      "<a href=\"../folder/one.html\" title=\"题\">甲</a></span>"
    ),
    ("[甲](#page。", "<a href=\"#page\">甲</a>。"),
    ("[甲](https: //a.example/b) 乙", "<a href=\"https://a.example/b\">甲</a> 乙"),
  ])
  func readsBrokenAddresses(line: String, expected: String) throws {
    let site = try TestSite([
      "en-us/set/page.md":
        "# Page\n\n[One](../folder/one.md), [page](page.md), [site](https://a.example/b), [top](#page).\n",
      "en-us/folder/one.md": "# One\n", "zh-cn/set/page.md": "# 页\n\n\(line)\n",
      "zh-cn/folder/one.md": "# 一\n",
    ])
    let article = site.article("zh-cn/set/page.html")
    #expect(article.contains(expected), "\(article)")
    #expect(
      site.problems.count { $0.hasSuffix("[markup.damaged]") || $0.contains("[markup.damaged]") }
        == 1)
  }

  /// Strong marks that lost their second one, of which each reader would see the first.
  @Test(arguments: [
    ("Ein **Wort und mehr.", "Ein Wort und mehr."), ("Ein Wort** und mehr.", "Ein Wort und mehr."),
    ("**Eins **zwei** drei", "Eins <strong>zwei</strong> drei"),
    ("**eins** zwei** drei", "<strong>eins</strong> zwei drei"),
    ("- **Wort **\u{A0}: mehr", "<strong>Wort</strong>\u{A0}: mehr"),
    ("**Wort **, mehr", "<strong>Wort</strong>, mehr"),
    ("في **كلمة **، ثم", "<strong>كلمة</strong>، ثم"), ("**词 **。词", "<strong>词</strong>。词"),
    ("siehe [die ** Seite **](page.md)", "<a href=\"page.html\">die <strong>Seite</strong></a>"),
    ("**eins\nzwei** drei", "<strong>eins\nzwei</strong> drei"),
    ("eins ** zwei", "eins  zwei"),
  ])
  func takesLoneMarksAway(text: String, expected: String) throws {
    let site = try site(text)
    let article = site.article("de-de/page.html").replacing("&nbsp;", with: "\u{A0}")
    #expect(article.contains(expected), "\(article)")
  }

  @Test func loneMarksOfTheSourceStay() throws {
    let site = try site("Zwei **hoch drei", source: "# Page\n\nTwo **to the third\n")
    #expect(site.article("de-de/page.html").contains("Zwei **hoch drei"))
  }

  @Test(arguments: [
    "[甲](none. md) 乙", "[甲](<.. /folder/one.md>)", "[甲]( page.md )", "[甲](page.md \"一 二\")",
    "[甲](page.md \"一 \\\"二\\\"\")", "[甲](page.md '一 \\'二') 乙", "![甲](page.md \"\\\"二\")",
    "数组[甲](一 二)", "`[甲](.. /folder/one.md)`",
  ])
  func leavesOtherAddresses(line: String) throws {
    let site = try TestSite([
      "en-us/page.md": "# Page\n\n[One](../folder/one.md) [page](page.md)\n",
      "zh-cn/page.md": "# 页\n\n\(line)\n",
    ])
    #expect(!site.problems.contains { $0.contains("[markup.damaged]") }, "\(site.problems)")
  }

  /// What the source doesn't have is text.
  @Test(arguments: [
    "[die Site] (https://b.example/c)", "`[die Site] (https://a.example/b) & nbsp; < br/ >`",
    "a < b und R & D; 1 & lt; & # 33; &AMP;#33; &amp;#124;", "C:\\ [a] \\ > \\【", "[ `G` ] （x：）",
    "[ `F` ] （y：）", "**Wort** und **zwei**", "\\<xref: Other >",
  ])
  func leavesTextAlone(line: String) throws {
    let site = try site(line)
    #expect(!site.problems.contains { $0.contains("markup.damaged") }, "\(site.problems)")
  }

  /// A name of a file in a translated folder is followed where the source has it once.
  @Test(arguments: [("a/one.md", true), ("a/one.md) [z](b/one.md", false)])
  func followsNamesThatStandForOnePage(links: String, isFollowed: Bool) throws {
    let site = try TestSite([
      "en-us/page.md": "# Page\n\n[x](\(links))\n", "en-us/a/one.md": "# One\n",
      "en-us/b/one.md": "# Other\n", "de-de/page.md": "# Seite\n\n[Seite](ordner / one.md )\n",
    ])
    let article = site.article("de-de/page.html")
    #expect(article.contains(">Seite</a>") == isFollowed, "\(article)")
    #expect(isFollowed || !article.contains("one.html"), "\(article)")
  }

  @Test func powersStay() throws {
    let site = try site("2 ** 3 ** 4", source: "# Page\n\n2 ** 3 ** 4 **a**\n")
    #expect(site.article("de-de/page.html").contains("2 ** 3 ** 4"))
  }

  @Test(arguments: [
    "[!INCLUIR [título](includes/a.md)]", "[!DOŁĄCZ[tytuł] (includes/a.md)]",
    "[！包括 [标题](includes/a.md)]", "> * [！INCLUDE [标题](includes/a.md)]",
  ])
  func followsTranslatedInclusions(line: String) throws {
    let article = try site(line).article("de-de/page.html")
    #expect(article.contains("Included.") && !article.contains("["), "\(article)")
  }

  @Test(arguments: ["[!VIDEO-https://a.example/v]", "[!VÍDEO：https://a.example/v]"])
  func followsJoinedAddresses(line: String) throws {
    let article = try site("> \(line)").article("de-de/page.html")
    #expect(
      article.contains("<a href=\"https://a.example/v\">https://a.example/v</a>"), "\(article)")
  }

  /// What takes the square of its size would take minutes here.
  @Test(
    .timeLimit(.minutes(5)),
    arguments: ["[a] (b", "[a] (b)\n", "** a ", "** a **\n", "& nbsp", "< br", "< br >\n", "[!a[b"])
  func readsPagesInOneGo(part: String) throws {
    let page = String(repeating: part, count: 50_000 / part.utf8.count) + ")>;"
    let site = try site(page, source: page)
    #expect(site.article("de-de/page.html").contains("<h1"))
  }

  /// The bracket of an address may stand where no further bytes are looked at.
  @Test(arguments: 995...1_000, ["(", "（"])
  func readsLongWordsOfImages(count: Int, bracket: String) throws {
    let words = String(repeating: "a", count: count)
    let site = try TestSite([
      "en-us/page.md": "# Page\n\n![x](a.png)\n", "en-us/a.png": "png",
      "de-de/page.md": "# Seite\n\nHier ! [\(words)]\(bracket)a.png)\n",
    ])
    #expect(site.article("de-de/page.html").contains("<h1"))
  }
}
