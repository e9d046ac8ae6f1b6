import DocGen
import Model
import Testing

/// What Adobe's documentation has beyond Markdown.
@Suite struct AdobeTests {
  @Test(arguments: [
    ("Select [!UICONTROL Save].\n", "<p>Select <strong>Save</strong>.</p>\n"),
    ("[!uicontrol Save]\n", "<p><strong>Save</strong></p>\n"),
    ("**[!UICONTROL Save]** a\n", "<p><strong>Save</strong> a</p>\n"),
    ("点击[!UICONTROL 保存]，\n", "<p>点击<strong>保存</strong>，</p>\n"),
    ("点击**[!UICONTROL 保存]**，\n", "<p>点击<strong>保存</strong>，</p>\n"),
    ("[!DNL Target] and [!UICONTROL a [!DNL b] c]\n", "<p>Target and <strong>a b c</strong></p>\n"),
    ("[!UICONTROL Tools > *.csv & more]\n", "<strong>Tools &gt; *.csv &amp; more</strong>"),
    ("[!UICONTROL a\nb] c\n", "<p><strong>a\nb</strong> c</p>\n"),
    ("[[!UICONTROL Save] it](a.md)\n", "<a href=\"a.md\"><strong>Save</strong> it</a>"),
    ("![[!UICONTROL Save] it](a.png)\n", "alt=\"Save it\""),
    ("<img src=\"a.png\" alt=\"[!DNL A] and [!UICONTROL B]\">\n", "alt=\"A and B\""),
    (":::image source=\"a.png\" alt-text=\"The [!UICONTROL B] list.\":::\n", "alt=\"The B list.\""),
    ("| a |\n|-|\n| [!UICONTROL b \\| c] |\n", "<td><strong>b | c</strong></td>"),
    ("- [!DNL b]\n", "<li>b</li>"),
    (
      "# [!DNL Target] [!UICONTROL Save]\n",
      "<h1 id=\"target-save\">Target <strong>Save</strong></h1>"
    ),
    ("`[!UICONTROL a]` \\[!DNL b]\n", "<code>[!UICONTROL a]</code> [!DNL b]"),
    ("```\n[!UICONTROL a]{.b}\n```\n", "[!UICONTROL a]{.b}"),
    ("<!-- [!UICONTROL a] -->\n", ""),
    ("[! UICONTROL 保存] 【!UICONTROL 保存】 [！DNL：a］\n", "<strong>保存</strong> <strong>保存</strong> a"),
    ("**[!UICONTROL *shift *]** b\n", "<p><em><strong>shift</strong></em> b</p>"),
    ("[!UICONTROL *shift *] b\n", "<p><strong><em>shift</em></strong> b</p>"),
    ("[!UICONTROL]\n", ""),
    ("[!DNLX a]\n", "<p>[!DNLX a]</p>\n"),
  ])
  func marksLabelsAndNames(markdown: String, expected: String) {
    #expect(html(markdown).contains(expected) || html(markdown) == expected, "\(html(markdown))")
    #expect(render(markdown).diagnostics.allSatisfy { $0.code == "directive.unknown" })
  }

  @Test(arguments: [
    (
      "[!UICONTROL Save and\n\nb]\n", "<p>Save and</p>", "1:1: warning: the bracket is never closed"
    ),
    ("+++a\n\nb\n", "<p>a</p>\n<p>b</p>", "1:1: warning: '+++Title' is never ended; write '+++'"),
    ("a\n\n+++\n", "<p>a</p>\n", "3:1: warning: no '+++Title' is open here"),
    (
      ">[!BEGINSHADEBOX]\n\nb\n", "<p>b</p>\n</div>",
      "1:2: warning: '>[!BEGINSHADEBOX]' is never ended"
    ),
    ("b\n\n>[!ENDSHADEBOX]\n", "<p>b</p>\n", "3:2: warning: no '>[!BEGINSHADEBOX]' is open here"),
    (">[!TAB A]\n\nb\n", "<strong>A</strong>", "1:2: warning: no '>[!BEGINTABS]' is open here"),
    (
      ">[!BEGINTABS]\n\n>[!TAB A]\n\nb\n",
      "<p class=\"tab-title\">A</p>\n<p>b</p>\n</section>\n</div>",
      "1:2: warning: '>[!BEGINTABS]' is never ended; write '>[!ENDTABS]' behind it"
    ),
  ])
  func saysWhatIsBroken(markdown: String, part: String, problem: String) {
    let page = render(markdown)
    let text = html(markdown)
    #expect(text.contains(part) && !text.contains("[!") && !text.contains("+++"), "\(text)")
    let problems = page.diagnostics.map(\.description)
    #expect(problems.count == 1 && problems[0].contains(problem), "\(problems)")
  }

  @Test(arguments: [
    (" \"See also\"", "<p class=\"shade-box-title\">See also</p>\n"), ("", ""),
    (" “Se även”", "<p class=\"shade-box-title\">Se även</p>\n"),
  ])
  func makesBoxes(title: String, shown: String) {
    let page = ">[!BEGINSHADEBOX\(title)]\n\n- a\n\n## B\n\n>[!ENDSHADEBOX]\n\nc\n"
    #expect(
      html(page) == "<div class=\"shade-box\">\n\(shown)<ul>\n<li>a</li>\n</ul>\n"
        + "<h2 id=\"b\">B</h2>\n</div>\n<p>c</p>\n")
    #expect(render(page).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("![a](b.png){align=\"center\" width=\"50%\"} c\n", "loading=\"lazy\"> c</p>"),
    ("![a](b.png){zoomable=“yes”}\n", "loading=\"lazy\"></p>"),
    ("[a](b.md){target=_blank}.\n", "<a href=\"b.md\">a</a>.</p>"),
    ("[a](b.md (x) \"y)z\"){: .c}.\n", "."),
    ("[a](b.md){#here}\n", "</a><span id=\"here\"></span>"),
    ("## A title {#short}\n", "<h2 id=\"short\">A title</h2>"),
    ("## Ein Titel {# short .x}\n", "<h2 id=\"short\">Ein Titel</h2>"),
    ("## A {width} ##\n", "<h2 id=\"a-width\">A {width}</h2>"),
    ("| a |\n|-|\n| b |\n\n{style=\"table-layout:auto\"}\n\nc\n", "</table>\n</div>\n<p>c</p>\n"),
    ("| a |\n|-|\n| b |\n{style=\"table-layout:auto\"}\n\nc\n", "</table>\n</div>\n<p>c</p>\n"),
    ("f(x){y} {a, b} {\"a\": 1}\n", "<p>f(x){y} {a, b} {&quot;a&quot;: 1}</p>\n"),
    ("`a`{.b} (x){a=1}\n", "<code>a</code>{.b} (x){a=1}"),
  ])
  func followsAttributeLists(markdown: String, expected: String) {
    #expect(html(markdown).contains(expected), "\(html(markdown))")
    #expect(!html(markdown).contains("{align") && !html(markdown).contains("{#"))
  }

  @Test func makesTabs() {
    let page = html(
      ">[!BEGINTABS]\n\n>[!TAB First [!DNL one]]\n\na\n\n---\n\nb\n\n> [!tab Second]\n>\n>c\n\n>[!ENDTABS]\n\nd\n"
    )
    #expect(
      page == "<div class=\"tabs\">\n<section class=\"tab\" data-tab=\"first-one\">\n"
        + "<p class=\"tab-title\">First one</p>\n<p>a</p>\n<hr>\n<p>b</p>\n</section>\n"
        + "<section class=\"tab\" data-tab=\"second\">\n<p class=\"tab-title\">Second</p>\n"
        + "<blockquote>\n<p>c</p>\n</blockquote>\n</section>\n</div>\n<p>d</p>\n", "\(page)")
  }

  @Test func makesPartsThatUnfold() {
    #expect(
      html("a\n+++**See** [!UICONTROL more]\nb\n\n- c\n+++\nd\n")
        == "<p>a</p>\n<details>\n<summary>See more</summary>\n<p>b</p>\n<ul>\n<li>c</li>\n</ul>\n"
        + "</details>\n<p>d</p>\n", "\(html("a\n+++**See** [!UICONTROL more]\nb\n\n- c\n+++\nd\n"))"
    )
    #expect(html("```diff\n+++ b/file\n+++\n```\n").contains("+++ b/file\n+++\n"))
  }

  @Test(arguments: [
    (
      "## A [!BADGE Beta]{type=Informative tooltip=\"x\"}\n",
      "A <span class=\"badge\">Beta</span></h2>"
    ),
    (
      "[!BADGE New]{url=\"a.md\"} b\n",
      "<span class=\"badge\"><a href=\"a.md\">New</a></span> b"
    ),
    ("| a |\n|-|\n| [!BADGE b] |\n", "<td><span class=\"badge\">b</span></td>"),
    ("`[!BADGE b]{type=x}`\n", "<code>[!BADGE b]{type=x}</code>"),
  ])
  func writesBadges(markdown: String, expected: String) {
    #expect(html(markdown).contains(expected), "\(html(markdown))")
  }

  @Test(arguments: [
    (">[!ADMIN]\n>\n>a\n", "note", "Administration"),
    (">[!AVAILABILITY]\n>a\n", "note", "Availability"),
    (">[!PREREQUISITES]\n>a\n", "note", "Prerequisites"),
    (">[!MORELIKETHIS]\n>a\n", "note", "More like this"), (">[!SUCCESS]\n>a\n", "tip", "Success"),
    (">[!ERROR]\n>a\n", "caution", "Error"), (">[!INFO]\n>a\n", "note", "Information"),
  ])
  func knowsFurtherAlerts(markdown: String, kind: String, title: String) {
    #expect(
      html(markdown) == "<div class=\"alert alert-\(kind)\" role=\"note\">\n"
        + "<p class=\"alert-title\">\(title)</p>\n<p>a</p>\n</div>\n")
    #expect(render(markdown).diagnostics.isEmpty)
  }

  /// What takes the square of its size would take minutes here.
  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      "[!UICONTROL ", "[!UICONTROL a\n", "[!DNL a] ", "【!DNL ", "[!BADGE ", "[a](b", "[a](b){",
      "{#a", ">[!TAB a]\n", ">[!BEGINTABS]\n", "+++a\n", "<a[!DNL a]", "<a[!DNL a] >",
    ])
  func readsPagesInOneGo(part: String) {
    let page = String(repeating: part, count: 50_000 / part.utf8.count) + ")]\n\n+++\n"
    #expect(!html(page).isEmpty)
  }

  @Test func linksToFilms() {
    #expect(
      html(">[!VIDEO](https://video.example/v/1?quality=12){transcript=true}\n")
        .contains("<a href=\"https://video.example/v/1?quality=12\">"))
    #expect(!html(">[!VIDEO](https://video.example/v/1)\n").contains("!VIDEO"))
  }

  @Test func showsHelpOfAnInterface() {
    let page = html(
      ">[!CONTEXTUALHELP]\n>id=\"a_b\"\n>title=\"Save it\"\n>abstract=\"What [!DNL b] does.\"\n"
        + ">additional-url=\"a.md\" text=\"More\"\n\nc\n")
    #expect(!page.contains("a_b") && !page.contains("abstract") && !page.contains("[!"), "\(page)")
    #expect(
      page.contains("<strong>Save it</strong>") && page.contains("What b does.")
        && page.contains("<a href=\"a.md\">More</a>"), "\(page)")
  }

  /// Titles, entries of the contents and descriptions are text.
  @Test func titlesAndEntriesHaveNoMarks() throws {
    let site = try TestSite([
      "en-us/TOC.yml":
        "- name: \"The [!DNL Target] page\"\n  href: page.md\n- name: \"[!UICONTROL Other]\"\n  href: b.md\n",
      "en-us/page.md":
        "---\ntitle: \"Use [!DNL Target]\"\ndescription: \"All of [!UICONTROL Save].\"\n---\n# a\n",
      "en-us/b.md": "# See [!UICONTROL Save] now!\n",
    ])
    for file in ["en-us/page.html", "en-us/b.html"] {
      #expect(!site[file].contains("[!"), "\(site[file])")
      #expect(site[file].contains("The Target page") && site[file].contains(">Other<"))
    }
    #expect(site["en-us/page.html"].contains("<title>Use Target"))
    #expect(site["en-us/page.html"].contains("content=\"All of Save.\""))
    #expect(site["en-us/b.html"].contains("<title>See Save now!"))
  }
}
