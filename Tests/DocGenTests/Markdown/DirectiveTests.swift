import DocGen
import Model
import Testing

private func alert(_ kind: String, _ title: String, _ inside: String) -> String {
  "<div class=\"alert alert-\(kind)\" role=\"note\">\n<p class=\"alert-title\">\(title)</p>\n"
    + inside + "</div>\n"
}

@Suite struct DirectiveTests {
  static let cases: [(String, String)] = [
    ("> [!NOTE]\n> a\n", alert("note", "Note", "<p>a</p>\n")),
    ("> [!warning]\n>a\n", alert("warning", "Warning", "<p>a</p>\n")),
    ("> [!Tip]\n>\n> a\n> - b\n", alert("tip", "Tip", "<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n")),
    ("> [!NOTE]\n> a\n>\n> b\n", alert("note", "Note", "<p>a</p>\n<p>b</p>\n")),
    ("> [!NOTE] a\n", alert("note", "Note", "<p>a</p>\n")),
    (
      "> [!NOTE]\n> a\n> [!TIP]\n> b\n",
      alert("note", "Note", "<p>a</p>\n") + alert("tip", "Tip", "<p>b</p>\n")
    ),
    (
      "> [!NOTE]\n> a\n>\n> [!TIP]\n> b\n",
      alert("note", "Note", "<p>a</p>\n") + alert("tip", "Tip", "<p>b</p>\n")
    ),
    ("[!CAUTION]\na\n", alert("caution", "Caution", "<p>a</p>\n")),
    ("> [!IMPORTANT]\n", alert("important", "Important", "")),
    (
      "- x\n  > [!NOTE]\n  > a\n",
      "<ul>\n<li>x\n" + alert("note", "Note", "<p>a</p>\n") + "</li>\n</ul>\n"
    ),
    ("> [!div class=\"mx-imgBorder\"]\n> a\n", "<div class=\"mx-imgBorder\">\n<p>a</p>\n</div>\n"),
    ("> [!div class='mx-imgBorder']\n> a\n", "<div class=\"mx-imgBorder\">\n<p>a</p>\n</div>\n"),
    ("> [!div class=“a b”]\n> a\n", "<div class=\"a b\">\n<p>a</p>\n</div>\n"),
    ("> [!HINWEIS]\n> a\n", alert("note", "Hinweis", "<p>a</p>\n")),
    ("> [!OBSERVAÇÃO]\n>\n> a\n", alert("note", "Observação", "<p>a</p>\n")),
    ("> [!注意]\n> a\n", alert("note", "注意", "<p>a</p>\n")),
    ("> [!HowTo]\n> a\n", alert("note", "HowTo", "<p>a</p>\n")),
    ("> [!INCLUDE]\n> a\n", "<blockquote>\n<p>[!INCLUDE]\na</p>\n</blockquote>\n"),
    ("> [!SECURITY NOTE]\n> a\n", alert("note", "Security note", "<p>a</p>\n")),
    ("> [!code b]\n> a\n", "<blockquote>\n<p>[!code b]\na</p>\n</blockquote>\n"),
    ("> [!NOTE]:\n> a\n", alert("note", "Note", "<p>a</p>\n")),
    ("> [!NOTE]: a\n", alert("note", "Note", "<p>a</p>\n")),
    ("> [!NOTE]: b c\n> d\n", alert("note", "Note", "<p>b c\nd</p>\n")),
    (
      "- x\n  > [!NOTE]：\n  > a\n",
      "<ul>\n<li>x\n" + alert("note", "Note", "<p>a</p>\n") + "</li>\n</ul>\n"
    ),
    (
      "> [! ВАЖНО. Привет **b**.\n",
      alert("important", "Важно", "<p>Привет <strong>b</strong>.</p>\n")
    ),
    (
      "> [!ビデオ https://a.example/v\n",
      "<div class=\"video\">\n<p><a href=\"https://a.example/v\">https://a.example/v</a></p>\n</div>\n"
    ),
    (
      "> [! Привет (b). [c](d)\n",
      "<blockquote>\n<p>[! Привет (b). <a href=\"d\">c</a></p>\n</blockquote>\n"
    ),
    (
      "> [!ビデオ https://a.example/v]\n",
      "<div class=\"video\">\n<p><a href=\"https://a.example/v\">https://a.example/v</a></p>\n</div>\n"
    ),
    ("> \\[!NOTE]\n> a\n", alert("note", "Note", "<p>a</p>\n")),
    ("> \\[!note\\]\\\n> a\n", alert("note", "Note", "<p>a</p>\n")),
    ("> **[!NOTE]**\n> a\n", alert("note", "Note", "<p>a</p>\n")),
    (">__[! tip]__: a\n", alert("tip", "Tip", "<p>a</p>\n")),
    ("> **[!NOTE] a** b\n", alert("note", "Note", "<p><strong>a</strong> b</p>\n")),
    ("> *[!NOTE]:* a\n", alert("note", "Note", "<p>a</p>\n")),
    ("**[!NOTE]** a\n", "<p><strong>[!NOTE]</strong> a</p>\n"),
    (
      "> **[a](b)**\n", "<blockquote>\n<p><strong><a href=\"b\">a</a></strong></p>\n</blockquote>\n"
    ),
    ("\\[!NOTE]\na\n", "<p>[!NOTE]\na</p>\n"),
    ("> \\[!INCLUDE]\n", "<blockquote>\n<p>[!INCLUDE]</p>\n</blockquote>\n"),
    (
      "```\n> \\[!NOTE]\n> [!NOTE]: a\n```\n",
      "<pre tabindex=\"0\"><code>&gt; \\[!NOTE]\n&gt; [!NOTE]: a\n</code></pre>\n"
    ),
    ("[!HINWEIS]\na\n", "<p>[!HINWEIS]\na</p>\n"),
    ("> a\n> [!NOTEBOOK]\n", "<blockquote>\n<p>a\n[!NOTEBOOK]</p>\n</blockquote>\n"),
    ("[!div class=\"x\"]\na\n\nb\n", "<div class=\"x\">\n<p>a</p>\n</div>\n<p>b</p>\n"),
    (
      "> [!VIDEO https://a.example/v title=\"A film\"]\n",
      "<div class=\"video\">\n<p><a href=\"https://a.example/v\">A film</a></p>\n</div>\n"
    ),
    (
      "> [!VIDEO https://a.example/v]\n",
      "<div class=\"video\">\n<p><a href=\"https://a.example/v\">https://a.example/v</a></p>\n"
        + "</div>\n"
    ),
    (
      "![Film](https://www.youtube.com/watch?v=a) ![B](https://a.example/v.MP4?x)\n",
      "<p><span class=\"video\"><a href=\"https://www.youtube.com/watch?v=a\">Film</a></span> "
        + "<span class=\"video\"><a href=\"https://a.example/v.MP4?x\">B</a></span></p>\n"
    ),
    (
      "![a](https://a.example/youtube.com/a.png)\n",
      "<p><a class=\"remote-image\" href=\"https://a.example/youtube.com/a.png\">a</a></p>\n"
    ),
    (
      "![](https://a.example/b.png?x=1) [![a](http://a.example/a.png)](https://a.example)\n",
      "<p><a class=\"remote-image\" href=\"https://a.example/b.png?x=1\">b.png</a> "
        + "<a href=\"https://a.example\"><span class=\"remote-image\">a</span></a></p>\n"
    ),
    (
      "![a](HTTPS://a.example/a.png)\n",
      "<p><a class=\"remote-image\" href=\"HTTPS://a.example/a.png\">a</a></p>\n"
    ),
    (
      ":::image source=\"a.png\" alt-text=\"a\" lightbox=\"http-a.png\":::\n",
      "<p><a class=\"lightbox\" href=\"http-a.png\"><img src=\"a.png\" alt=\"a\" "
        + "loading=\"lazy\"></a></p>\n"
    ),
    (
      "<img src=\"https://a.example/a.png\" alt=\"a &lt; b\">\n",
      "<a class=\"remote-image\" href=\"https://a.example/a.png\">a &lt; b</a>\n"
    ),
    (
      ":::image source=\"https://a.example/a.png\" alt-text=\"a\" lightbox=\"https://a.example/b.png\":::\n",
      "<p><a href=\"https://a.example/b.png\"><span class=\"remote-image\">a</span></a></p>\n"
    ),
  ]

  @Test(arguments: cases)
  func makesAlertsAndDivisions(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test func titlesAlertsInTheReadersLanguage() {
    let page = render("> [!NOTE]\n> a\n") { $0.words.note = "Remarque" }
    #expect(
      String(decoding: page.html, as: UTF8.self) == alert("note", "Remarque", "<p>a</p>\n"))
  }

  /// Where the interface has another language than the page, a known title is in that of the page.
  @Test(arguments: [
    ("de-de", "[!NOTE]", "Hinweis"), ("ja-jp", "[!CAUTION]", "注意"), ("zh-tw", "[!NOTE]", "備註"),
    ("zh-cn", "[!NOTE]", "备注"), ("zh-hant", "[!TIP]", "提示"), ("pt-br", "[!TIP]", "Dica"),
    ("pt-pt", "[!TIP]", "Sugestão"), ("he-il", "[!WARNING]", "אזהרה"),
    ("sr-latn-rs", "[!TIP]", "Savet"), ("sr-cyrl-rs", "[!NOTE]", "Напомена"),
    ("sr", "[!TIP]", "Савет"), ("ms-my", "[!NOTE]", "Nota"),
    ("de-de", "[!ADMIN]", "<span lang=\"en-US\" dir=\"ltr\">Administration</span>"),
    ("ka-ge", "[!NOTE]", "<span lang=\"en-US\" dir=\"ltr\">Note</span>"),
  ])
  func titlesAlertsInTheLanguageOfThePage(locale: String, keyword: String, title: String) throws {
    let tag = try #require(LocaleTag(locale))
    let page = render("> \(keyword)\n> a\n\n| a <br> \(keyword) b |\n|-|\n") {
      $0.locale = tag
      $0.words.locale = .source
    }
    let html = String(decoding: page.html, as: UTF8.self)
    #expect(html.contains("<p class=\"alert-title\">\(title)</p>"), "\(html)")
    #expect(keyword == "[!ADMIN]" || html.contains("<strong>\(title)</strong> b"), "\(html)")
  }

  @Test func takesTranslatedKeywords() {
    let page = render("> [!Remarque]\n> a\n") { $0.words.note = "Remarque" }
    #expect(
      String(decoding: page.html, as: UTF8.self) == alert("note", "Remarque", "<p>a</p>\n"))
    #expect(page.diagnostics.map(\.code) == ["alert.translated"])
  }

  /// Languages without a catalog: the title stays, and the box is that of the kind.
  @Test(arguments: [
    ("> [!DŮLEŽITÉ]\n> a\n", "important", "Důležité"),
    ("> [!Tipp]\n> a\n", "tip", "Tipp"),
    ("> [!İPUCU]\n> a\n", "tip", "İpucu"),
    ("> [!Let op]\n> a\n", "caution", "Let op"),
    ("> [!警告]\n> a\n", "warning", "警告"),
    ("> [!أمر]\n> a\n", "note", "أمر"),
  ])
  func knowsWhatTranslatedKeywordsMean(markdown: String, kind: String, title: String) {
    let page = render(markdown)
    #expect(String(decoding: page.html, as: UTF8.self) == alert(kind, title, "<p>a</p>\n"))
    #expect(
      page.diagnostics.map(\.code) == [kind == "note" ? "directive.unknown" : "alert.translated"])
    let source = render(markdown) { $0.locale = .source }
    #expect(source.diagnostics.allSatisfy { $0.code == "directive.unknown" })
  }

  /// Tools for translators put a keyword before one that they don't know.
  @Test(arguments: [
    ("> [!NOTE]\n> [!DICA] a *b*\n", "tip", "Dica", "DICA"),
    ("> [!IMPORTANT]\n> [!重要]\n> a *b*\n", "important", "重要", "重要"),
    ("> [!NOTE]\n> [!CAUTION]\n> a *b*\n", "caution", "Caution", "CAUTION"),
    ("> [!NOTE]\n> [!Remarque] a *b*\n", "note", "Remarque", "Remarque"),
  ])
  func takesTheSecondOfTwoKeywords(
    markdown: String, kind: String, title: String, keyword: String
  ) {
    let page = render(markdown)
    #expect(
      String(decoding: page.html, as: UTF8.self)
        == alert(kind, title, "<p>a <em>b</em></p>\n"))
    #expect(
      page.diagnostics.map(\.description) == [
        "a.md:2: warning: '[!\(keyword)]' follows another keyword, which it replaces; "
          + "write the keyword of the original alone [alert.text]"
      ])
  }

  @Test func takesEscapedTitles() {
    let page = render("> \\[!REMARQUE]\n> a\n") { $0.words.note = "Remarque" }
    #expect(
      String(decoding: page.html, as: UTF8.self) == alert("note", "Remarque", "<p>a</p>\n"))
    #expect(
      page.diagnostics.map(\.description) == [
        "a.md:1:3: warning: a backslash makes text of '[!REMARQUE]'; write '[!NOTE]' without it "
          + "[alert.escaped]"
      ])
  }

  @Test(arguments: [
    ("> [!NOTE] a\n", "1: warning: text follows '[!NOTE]' on its line"),
    ("> [!NOET]\n> a\n", "there is no directive '[!NOET]'; did you mean '[!NOTE]'?"),
    ("[!Something]\n", "there is no directive '[!Something]'"),
    ("> [!Made up]\n> a\n", "1: warning: there is no directive '[!Made up]'"),
    ("a\n\n> [!NOTE]\n> [!DICA] b\n", "4: warning: '[!DICA]' follows another keyword"),
    (
      "a\n\n> [!NOTE]:\n> a\n",
      "3:3: warning: a colon follows '[!NOTE]'; begin the text on the next line"
    ),
    ("> [!ビデオ https://a.example/v]\n", "1: warning: the keyword '[!ビデオ' was translated"),
    ("> [!NOTE]: a\n", "1: warning: text follows '[!NOTE]' on its line"),
    ("> **[!NOTE]**\n> a\n", "1:3: warning: the keyword of an alert is emphasized"),
    ("> \\[!WORD]\n> a\n", "1:3: warning: a backslash makes text of '[!WORD]'; write a keyword"),
    (
      "> \\[!tip]\n> a\n",
      "1:3: warning: a backslash makes text of '[!TIP]'; write '[!TIP]' without it"
    ),
  ])
  func saysWhatIsWrongWithAlerts(markdown: String, expected: String) {
    let problems = render(markdown).diagnostics.map(\.description)
    #expect(problems.count == 1 && problems[0].contains(expected), "\(problems)")
  }

  @Test func filmsHaveTheirLine() {
    let page = render("a\n\n> [!VIDEO gone.mp4]\n") {
      $0.resolve = { link in
        ResolvedLink(nil, diagnostic: Diagnostic(.warning, "x", at: link.location, "m"))
      }
    }
    #expect(page.diagnostics.map(\.location.line) == [3])
  }

  @Test func writesImageDirectives() {
    let image = ":::image type=\"content\" source=\"m/a_b_c.png\" alt-text=\"X *y*.\":::"
    let tag = "<img src=\"m/a_b_c.png\" alt=\"X *y*.\" loading=\"lazy\">"
    #expect(html("a \(image)\n") == "<p>a \(tag)</p>\n")
    #expect(html("- a\n\n  \(image)\n").contains(tag))
    let lightbox = image.replacing(" alt-text", with: " lightbox=\"b.png\" alt-text")
    #expect(html(lightbox + "\n").contains("<a class=\"lightbox\" href=\"b.png\">\(tag)</a>"))
    #expect(html("```\n\(image)\n```\n").contains(":::image"))
  }

  @Test func leavesNoDirectiveBehind() {
    let page = html(
      ":::row:::\n:::column span=\"2\":::\na\n:::column-end:::\n:::row-end:::\n\n"
        + "Keep :::no-loc text=\"Name\"::: here\n")
    #expect(!page.contains(":::"))
    #expect(page.contains("a") && page.contains("Keep Name here"))
  }

  @Test func findsIncludesOutsideCode() {
    let page = """
      a [!INCLUDE [t](x/b.md)] c
      [!include[t](<d.md>)]
      `[!INCLUDE [t](no.md)]`
      ```
      [!INCLUDE [t](no.md)]
      ```
      > [!INCLUDE + [t](../e.md "title")]
      """
    let found = IncludeDirective.find(in: Array(page.utf8))
    #expect(found.map(\.path) == ["x/b.md", "d.md", "../e.md"])
    #expect(found.map(\.isBlock) == [false, true, true])
    #expect(found.map(\.line) == [1, 2, 7])
    #expect(Array(page.utf8)[found[1].range].elementsEqual("[!include[t](<d.md>)]".utf8))
  }

  @Test(arguments: [
    ("[!INCLUDE [a](b.md)\n", "[!INCLUDE [title](path)]"),
    ("[!include(b.md)]\n", "[!INCLUDE [title](path)]"),
    ("[!code-swift[a](b.swift)\n", "[!code-language[title](path)]"),
  ])
  func tellsWhatIsNotComplete(markdown: String, form: String) {
    let problems = render(markdown).diagnostics.map(\.description)
    #expect(
      problems.contains {
        $0.contains("1: warning: this directive isn't complete; write '\(form)'")
      },
      "\(problems)")
  }

  /// Machine translation puts a blank behind the mark.
  @Test(arguments: [
    ("> [! NOTE]\n> a\n", "Note</p>\n<p>a</p>", 1), ("> [! FOO]\n> a\n", "Foo</p>\n<p>a</p>", 1),
    ("> [! VIDEO https://a.example/v]\n", ">https://a.example/v</a>", 1),
    ("> [! div class=\"x\"]\n> a\n", "<div class=\"x\">\n<p>a</p>", 1),
  ])
  func passesOverABlankBehindTheMark(markdown: String, part: String, problems: Int) {
    let page = render(markdown)
    #expect(html(markdown).contains(part) && !html(markdown).contains("[!"), "\(html(markdown))")
    #expect(page.diagnostics.count == problems, "\(page.diagnostics)")
  }
}
