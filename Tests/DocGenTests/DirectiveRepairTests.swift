import TestSupport
import Testing

/// Directives that machine translation damaged.
@Suite struct DirectiveRepairTests {
  private func site(
    _ translation: String, source: String = "# Page\n", includes: [String: String] = [:]
  ) throws -> TestSite {
    var files = [
      "en-us/page.md": source, "de-de/page.md": translation, "en-us/a.png": "png",
      "en-us/b.png": "png", "en-us/code.py": "print(1)\n",
    ]
    files.merge(includes) { $1 }
    return try TestSite(files)
  }

  private static let image =
    ":::image type=\"content\" source=\"a.png\" alt-text=\"The whole window.\" lightbox=\"b.png\":::"
  private static let pictured =
    "<p><a class=\"lightbox\" href=\"../en-us/b.png\"><img src=\"../en-us/a.png\""
    + " alt=\"Das ganze Fenster.\" loading=\"lazy\"></a></p>"

  /// What the source shows is read where its path or its place tells what was meant.
  @Test(arguments: [
    ":::bild type=\"content\" source=\"a.png\" alt-text=\"Das ganze Fenster.\" lightbox=\"b.png\":::",
    ":::图像 类型=\"内容\" 源=\"a.png\" 替换文字=\"Das ganze Fenster.\" 灯箱=\"b.png\":::",
    "：：：image type=“content” source=“a.png” alt-text=“Das ganze Fenster.” lightbox=“b.png”：：：",
    ":::image type=\"content\" source=\"a.png\" alt-text=« Das ganze Fenster. » lightbox=\"b.png\":::",
    ":::image type=“content” source=\"a.png\" alt-text=„Das ganze Fenster.“ lightbox=「b.png」:::",
    "::image type=\"content\" source=\"a.png\" alt-text=\"Das ganze Fenster.\" lightbox=\"b.png\":::",
    ": : : image type=\"content\" source=\"a.png\" alt-text=\"Das ganze Fenster.\" lightbox=\"b.png\" : : :",
    ":: :image type = \"content\" source = \"a.png\" alt-text = \"Das ganze Fenster.\" lightbox = \"b.png\":::",
    ":::image tipo=\"contenido\" origen=\"a.png\" texto alternativo=\"Das ganze Fenster.\" caja=\"b.png\":::",
    ":::Image Type=\"content\" Quelle=\"a.png\" Alt-Text=\"Das ganze Fenster.\" Leuchtkasten=\"b.png\":::",
  ])
  func readsImages(damaged: String) throws {
    let site = try site("# Seite\n\n\(damaged)\n", source: "# Page\n\n\(Self.image)\n")
    let article = site.article("de-de/page.html")
    #expect(article.contains(Self.pictured), "\(article)")
    #expect(
      site.problems.count == 1
        && site.problems[0].hasPrefix("de-de/page.md:3:1: warning: ")
        && site.problems[0].hasSuffix("[directive.damaged]"), "\(site.problems)")
  }

  private static let blocks = """
    # Page

    ::: zone pivot="csharp"
    a
    ::: zone-end
    :::row:::
    :::column span="2":::
    b
    :::column-end:::
    :::row-end:::
    ::: moniker range=">= v2"
    c
    ::: moniker-end
    :::code language="python" source="code.py":::

    """

  @Test func readsBlocksByTheirOrder() throws {
    let site = try site(
      """
      # Seite

      ：：： Zone Drehpunkt=„csharp“
      a
      ::: zone - end
      :::Reihe:::
      :::Spalte Spanne="2":::
      b
      :::Spaltenende:::
      :::row-end:::
      ::: Moniker-Bereich=">= v2"
      c
      ::: moniker-ende
      :::Code Sprache="Python" Quelle="code.py":::

      """, source: Self.blocks)
    let article = site.article("de-de/page.html")
    let original = site.article("en-us/page.html")
    func body(_ article: String) -> Substring? {
      article.split(separator: "</h1>", maxSplits: 1).last
    }
    let words = "<span lang=\"en-US\" dir=\"ltr\">Applies to: <bdi>"
    let plain = article.replacing(words, with: "Applies to: <bdi>")
      .replacing("</span></p>", with: "</p>")
    #expect(plain != article && body(plain) == body(original), "\(article)")
    #expect(
      site.problems.allSatisfy { $0.contains("[directive.damaged]") } && site.problems.count >= 8,
      "\(site.problems)")
  }

  /// Where the original doesn't tell what was meant, nothing of the markup shows.
  @Test func leavesNoMarkupWhereTheOriginalDoesNotHelp() throws {
    let site = try site(
      "# Seite\n\n:::Reihe:::\na\n:::Reihenende:::\n\n:::bild quelle=\"c.png\":::\n",
      source: Self.blocks)
    #expect(
      site.article("de-de/page.html").hasSuffix("</h1>\n<p>a</p>\n\n"),
      "\(site.article("de-de/page.html"))")
    #expect(
      site.problems.map { $0.split(separator: " ").last } == [
        "[directive.unknown]", "[directive.unknown]", "[directive.unknown]",
      ], "\(site.problems)")
  }

  @Test(arguments: [
    ("![a ：：：非 loc (Blazor) ：：： b](a.png)", "alt=\"a Blazor b\""),
    ("Die :::bez loc (Union) ::: hier", "<p>Die Union hier</p>"),
    ("Die ::: No-Loc (Union) ::: hier", "<p>Die Union hier</p>"),
    ("> [！警告]\n> Ja", "<p class=\"alert-title\">警告</p>\n<p>Ja</p>"),
    (
      "Ja [!INCLUDE[wort](/dotnet/a). Ja [! INCLUDERE [b](/c) d",
      "<p>Ja <a href=\"https://learn.microsoft.com/de-de/dotnet/a\">wort</a>. Ja <a href=\"https://learn.microsoft.com/de-de/c\">b</a> d</p>"
    ),
    ("`[!INCLUDE[wort](/dotnet/a)`", "<code>[!INCLUDE[wort](/dotnet/a)</code>"),
    ("Also：：：ja", "<p>Also：：：ja</p>"),
    ("a : : : b", "<p>a : : : b</p>"),
    ("```\n：：：image：：：\n```", "<code>：：：image：：：\n</code>"),
  ])
  func readsTermsAndLeavesText(damaged: String, expected: String) throws {
    let site = try site("# Seite\n\n\(damaged)\n")
    #expect(
      site.article("de-de/page.html").contains(expected), "\(site.article("de-de/page.html"))")
  }

  @Test func findsTheEndOfATranslatedBlock() throws {
    let site = try site(
      "# Seite\n\n:::zona pivote=\"csharp\"\na\n:::zona-fin\n\nb\n", source: Self.blocks)
    let article = site.article("de-de/page.html")
    #expect(article.contains("<p>a</p>\n</div>\n<p>b</p>"), "\(article)")
    #expect(site.problems.count == 2, "\(site.problems)")
  }

  @Test func findsTheEndOfADescriptionInAUnit() throws {
    let end = "Lange Worte. :::image-end:::"
    let site = try site(
      "# Seite\n\n:::image type=\"complex\" alt-text=\"Bild\" source=\"a.png\"::: \n"
        + Self.unit(101, end, end) + "\n\n1. b\n")
    let article = site.article("de-de/page.html")
    #expect(
      article.contains("</details>\n</figure>\n<ol>") && !article.contains(":::"), "\(article)")
  }

  private static func unit(_ number: Int, _ target: String, _ source: String) -> String {
    "<span data-ttu-id=\"a4fc3-\(number)\">\(target)</span><span class=\"sxs-lookup\">"
      + "<span data-stu-id=\"a4fc3-\(number)\">\(source)</span></span>"
  }

  /// What a tool took for sentences: directives inside of units, and beside text on one line.
  @Test func separatesDirectivesFromTextAndUnits() throws {
    let zone = "::: zone pivot=\"csharp\""
    let site = try site(
      """
      # Seite

      \(Self.unit(101, zone, zone))

      \(Self.unit(102, "\(zone) Erster Satz.", "\(zone) First sentence."))

      * \(Self.unit(103, "[Node](https://a.example/) ::: zone-end", "[Node](https://a.example/) ::: zone-end"))

      \(Self.unit(104, "::: zone-end", "::: zone-end"))

      \(zone) target="docs" ::: Zweiter Satz.
      ::: zone-end Dritter Satz.

      Mit `::: zone-end` endet sie.

      """)
    let article = site.article("de-de/page.html")
    #expect(!article.replacing("<code>::: zone-end</code>", with: "").contains(":::"), "\(article)")
    #expect(article.split(separator: "<div class=\"zone\">").count == 4, "\(article)")
    for words in [
      "Erster Satz.", "First sentence.", ">Node</a>", "<p>Zweiter Satz.</p>",
      "<p>Dritter Satz.</p>",
    ] {
      #expect(article.contains(words), "\(words) in \(article)")
    }
    #expect(!site["de-de/page.html"].contains("#u101"))
    #expect(!article.contains("id=\"u101\"") && article.contains("id=\"u102\""))
    #expect(
      site.problems.filter { $0.contains("write each directive on a line of its own") }.count == 6,
      "\(site.problems)")
  }

  private static func grid(_ columns: String...) -> String {
    "<div class=\"row\">\n"
      + columns.map { "<div class=\"column\">\n\($0)</div>\n" }.joined() + "</div>\n"
  }

  /// Translation joins the lines of columns.
  @Test(arguments: [
    (
      ":::row::: :::column::: **a** b `c`. :::column-end::: :::column::: d :::column-end::: :::row-end:::\n",
      grid("<p><strong>a</strong> b <code>c</code>.</p>\n", "<p>d</p>\n")
    ),
    (
      """
      :::row::: :::column::: a :::column-end::: :::column::: <b>b</b><br>
              c

              - d
          :::column-end:::
      :::row-end:::

      """, grid("<p>a</p>\n", "<p><b>b</b><br>\nc</p>\n<ul>\n<li>d</li>\n</ul>\n")
    ),
    (
      """
      :::row:::
          :::column:::
              a :::column-end::: :::column:::
              b
          :::column-end:::
      :::row-end:::

      """, grid("<p>a</p>\n", "<p>b</p>\n")
    ),
    (
      ":::row:::\n:::column:::\na\n"
        + unit(101, ":::column-end::: :::column:::", ":::column-end::: :::column:::")
        + "\n\nb\n:::column-end:::\n:::row-end:::\n", grid("<p>a</p>\n", "<p>b</p>\n")
    ),
    (
      unit(101, ":::row::: :::column::: a :::column-end::: :::column::: b", "x")
        + "\n:::column-end:::\n:::row-end:::\n", grid("<p>a</p>\n", "<p>b</p>\n")
    ),
    ("a ::: row b `:::column:::` c\n", "<p>a ::: row b <code>:::column:::</code> c</p>\n"),
  ])
  func separatesColumns(written: String, shown: String) throws {
    let site = try site("# Seite\n\n\(written)")
    let article = site.article("de-de/page.html")
    #expect(article.contains(shown), "\(article)")
    #expect(site.problems.allSatisfy { $0.contains("write each directive on a line of its own") })
    #expect(site.problems.isEmpty == written.hasPrefix("a "))
  }

  /// Inclusions of code are read in the source, by their order or by the source of their unit.
  @Test(arguments: [
    ("[! code-Python [Main] (code. py? Bereich = 1)]", 1),
    ("[! Code-Python [] (.. / code. py]", 1), ("> [! code – Python [a] (code.py)]", 1),
    (unit(101, "[! code-python [] (code.py)]", "[!code-python[Main](code.py)]"), 1),
    ("[!code-python[Main](code.py)]", 0), ("Text [! code-python [Main] (code. py)]", nil),
    ("[! code-python [a] (b)] [! code-vb [a] (b)]", nil),
    ("```\n[! code-python [a] (b)]\n```", nil),
  ])
  func readsInclusionsOfCode(written: String, problems: Int?) throws {
    let page = "# Page\n\n[!code-python[Main](code.py)]\n\n> [!NOTE]\n> a\n"
    let site = try site("# Seite\n\n\(written)\n\n> [!NOTE]\n> a\n", source: page)
    let article = site.article("de-de/page.html")
    let shown = "<pre tabindex=\"0\"><code class=\"language-python\">print(1)"
    #expect(article.contains(shown) == (problems != nil), "\(article)")
    #expect(
      site.problems.filter {
        $0.hasPrefix("de-de/page.md:3:1: warning: a directive was translated")
      }.count == problems ?? 0, "\(site.problems)")
  }

  /// Problems behind lines that are read as several, or several as one, have their own places.
  @Test func linesKeepTheirNumbers() throws {
    let text = """
      # Seite

      [x](gone1.md)

      Text ::: zone-end ::: mehr

      [x](gone2.md)

      \(Self.unit(101, "Eins", "One\ntwo\nthree"))

      [x](gone3.md) \(Self.unit(102, "Eins", "One\ntwo"))
      [x](gone4.md)

      [!INCLUDE [x](gone5.md)]

      [!INCLUDE [x](part.md)]

      [x](gone6.md)

      """
    let part = "---\ntitle: x\n---\n\n\nText ::: zone-end ::: mehr\n\n[x](gone7.md)\n"
    let site = try site(text, includes: ["de-de/part.md": part])
    let places = site.problems.filter { $0.contains("gone") }.map { problem in
      problem.split(separator: " ")[0] + " " + problem.split(separator: "'")[1]
    }
    #expect(
      places.sorted() == [
        "de-de/page.md:13:5: gone3.md", "de-de/page.md:15:5: gone4.md",
        "de-de/page.md:17:1: gone5.md", "de-de/page.md:21:5: gone6.md",
        "de-de/page.md:3:5: gone1.md", "de-de/page.md:7:5: gone2.md",
        "de-de/part.md:8:5: gone7.md",
      ], "\(site.problems)")
  }

  /// A line with more directives than any translation joins is left as it is.
  @Test func joinsAreFewOnALine() throws {
    func problems(_ count: Int) throws -> [String] {
      let line = String(repeating: " ::: zone-end", count: count)
      return try site("# Seite\n\nSatz.\(line)\n").problems
    }
    #expect(try problems(40).contains { $0.contains("write each directive on a line of its own") })
    #expect(try problems(1_000) == [])
  }

  /// What takes the square of its size would take minutes here.
  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      ":::a ", ":::xloc(", "：：：", ": : :", ":::bild source=\"a.png\":::\n", ":::zone\n",
      "[!INCLUDE[a](/b). ", ":::zone pivot=\"a\" ", "[!VIDEO https://a ",
      "[!a. ", ":::no-loc(a) ", "[!code-x[a] ", "[!INCLUDE [a] (", "[!OP.NO-LOC(a ",
      "[! OP. NO LOC", "[!OP.NO-LOC(a)] ", "\\[!a] ",
      "[!INCLUIR [a](b.md)] ", ":::image source=\"a\":::", "![a](", "<a",
    ])
  func readsPagesOfDirectivesInOneGo(part: String) throws {
    let page = "# Page\n\n" + String(repeating: part, count: 100_000 / part.utf8.count) + ")]"
    let site = try site(page, source: page)
    #expect(site.article("de-de/page.html").contains("<h1"))
  }

  @Test func repairsIncludedFilesAndKeepsLines() throws {
    let site = try site(
      "# Seite\n\n[!INCLUDE [a](includes/a.md)]\n\n[x](gone.md)\n",
      includes: [
        "en-us/includes/a.md": "::: zone pivot=\"python\"\na\n::: zone-end\n",
        "de-de/includes/a.md": "：：：zone pivot=“python”\na\n：：： zone-end\n",
      ])
    #expect(
      site.article("de-de/page.html").contains("<bdi>Python</bdi></span></p>\n<p>a</p>\n</div>"))
    #expect(
      site.problems == [
        "de-de/includes/a.md:1:1: warning: the marks of a directive were changed in translation;"
          + " write ':::zone' [directive.damaged]",
        "de-de/includes/a.md:3:1: warning: the marks of a directive were changed in translation;"
          + " write ':::zone-end' [directive.damaged]",
        "de-de/page.md:5:5: warning: no page or file 'gone.md' [link.broken]",
      ], "\(site.problems)")
  }

  /// A backslash makes text of an alert; where the source has one, it is an alert nevertheless.
  @Test(arguments: [
    ("> \\[!ПРИМЕЧАНИЕ]\n> а\n", "> [!NOTE]\n> a\n", "Примечание"),
    ("> \\[!ПРИМЕЧАНИЕ\\]\n> а\n", "> b\n\n> [!NOTE]\n> a\n", "Примечание"),
    ("> б\n\n> \\[!WARNUNG] а\n", "> b\n\n> [!WARNING]\n> a\n", "Warnung"),
    ("> \\[!WARNUNG]\n> а\n", "> a\n", nil),
    ("> \\[!WARNUNG]\n> а\n\n> б\n", "> a\n\n> [!NOTE]\n> b\n", nil),
    ("```\n> \\[!WARNUNG]\n```\n", "> [!NOTE]\n> a\n", nil),
  ])
  func readsEscapedAlerts(translation: String, source: String, title: String?) throws {
    let site = try site("# Seite\n\n\(translation)", source: "# Page\n\n\(source)")
    let article = site.article("de-de/page.html")
    if let title {
      #expect(article.contains("<p class=\"alert-title\">\(title)</p>"), "\(article)")
      #expect(!article.contains("[!"), "\(article)")
      #expect(site.problems.contains { $0.hasSuffix("[alert.escaped]") }, "\(site.problems)")
    } else {
      #expect(article.contains("[!WARNUNG]") && !article.contains("alert-title"), "\(article)")
    }
  }
}
