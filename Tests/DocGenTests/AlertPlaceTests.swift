import TestSupport
import Testing

/// Keywords of alerts where no alert can begin: inside units and in cells of tables.
@Suite struct AlertPlaceTests {
  /// What stands before words that the interface doesn't have in French: these sites have English.
  private static let english = "<span lang=\"en-US\" dir=\"ltr\">"

  private func unit(_ target: String, _ source: String, _ number: Int = 102) -> String {
    "<span data-ttu-id=\"2bd27-\(number)\">\(target)</span>"
      + "<span class=\"sxs-lookup\"><span data-stu-id=\"2bd27-\(number)\">\(source)</span></span>"
  }

  private func site(_ text: String, source: String = "Text.") throws -> TestSite {
    try TestSite([
      "en-us/page.md": "# Page\n\n\(source)\n", "fr-fr/page.md": "# Page\n\n\(text)\n",
    ])
  }

  @Test(arguments: [
    ("[!NOTE]", "[!NOTE]", "Le texte.", "The text."),
    ("[! NOTE]", "[!NOTE]", "Le texte.", "The text."),
    ("[! NOTE} ", "[!NOTE} ", "Le texte.", "The text."),
    ("[! Notez} ", "[!NOTE} ", "Le texte.", "The text."),
    ("[! NoteMD ", "[!NOTE] ", "Le texte.", "The text."),
    ("[!REMARQUE] ", "[!Note]", "Le texte.", "The text."),
  ])
  func readsKeywordsInUnits(mark: String, sourceMark: String, text: String, sourceText: String)
    throws
  {
    let site = try site("> \(unit(mark + text, sourceMark + sourceText))")
    let article = site.article("fr-fr/page.html")
    #expect(
      article.contains("\">Note</span></p>")
        && article.contains("<span class=\"unit-target\">\(text)</span>")
        && article.contains("hidden>\(sourceText)<"), "\(article)")
    #expect(!article.contains("[!") && !article.contains("NOTE"), "\(article)")
    #expect(
      site.problems.map {
        $0.hasPrefix("fr-fr/page.md:3:1: warning: ") && $0.hasSuffix("[directive.damaged]")
      }
        == [true], "\(site.problems)")
  }

  /// Words that translation took for keywords, as in "Note that".
  @Test(arguments: [
    ("Texte. [! Remarque] que oui.", "Texte. <strong>Remarque</strong> que oui."),
    ("- Point. [! 注意] oui", "<li>Point. <strong>注意</strong> oui"),
    ("[! Wichtig] oui.", "<p><strong>Wichtig</strong> oui."),
    ("| a |\n|-|\n| b. [! Nota ] oui |", "<td>b. <strong>Nota</strong> oui"),
    ("> Texte. [! Remarque] oui", "<p>Texte. <strong>Remarque</strong> oui"),
  ])
  func makesStrongWordsOfTakenOnes(text: String, expected: String) throws {
    let site = try site(text, source: "Note that it is.\n\n> [!NOTE]\n> Text.")
    #expect(
      site.article("fr-fr/page.html").contains(expected), "\(site.article("fr-fr/page.html"))")
    #expect(
      site.problems.count { $0.hasPrefix("fr-fr/page.md:") && $0.hasSuffix("[directive.damaged]") }
        == 1, "\(site.problems)")
  }

  @Test(arguments: [
    ("> [! Remarque] oui", "Note that."), ("Texte `[! Remarque]`", "Note that."),
    ("Texte \\[! Remarque]", "Note that."), ("[! Remarque](page.md) oui", "Note that."),
    ("Texte [! Mot] oui", "Note that."), ("Texte. [! NOTE] oui", "Text. [!NOTE] that."),
    ("[! REMARQUE] oui", "[!NOTE] Yes."), ("```\n[! Remarque]\n```", "Note that."),
  ])
  func leavesOtherWords(text: String, source: String) throws {
    let article = try site(text, source: source).article("fr-fr/page.html")
    #expect(!article.contains("<strong>"), "\(article)")
  }

  @Test(arguments: [
    ("Texte. [! Remarque] oui", true), ("[! Remarque] oui", false), ("- [! Remarque] oui", false),
  ])
  func readsPagesWithoutSources(text: String, isStrong: Bool) throws {
    let site = try TestSite(["fr-fr/page.md": "# Page\n\n\(text)\n"])
    #expect(site.article("fr-fr/page.html").contains("<strong>Remarque</strong>") == isStrong)
  }

  @Test func asksTheUnitFirst() throws {
    let site = try site(
      unit("[! Remarque] que oui.", "Note that it is.") + " "
        + unit("[! Remarque] non.", "[!NOTE] No.", 103), source: "[!NOTE] Another.")
    let article = site.article("fr-fr/page.html")
    #expect(article.contains("\"><strong>Remarque</strong> que oui."), "\(article)")
    #expect(article.contains(">[! Remarque] non."), "\(article)")
  }

  /// The keyword had a unit of its own; the lines behind it keep their places in problems.
  @Test func readsKeywordsAlone() throws {
    let site = try site(
      """
      > \(unit("[!TIP]", "[!TIP]"))
      > \(unit("Le texte.", "The text.", 103))

      [Rien](none.md)
      """)
    let article = site.article("fr-fr/page.html")
    #expect(
      article.contains("alert-tip") && !article.contains("u102") && article.contains("id=\"u103\""),
      "\(article)")
    #expect(site.problems.contains { $0.hasPrefix("fr-fr/page.md:6:8: ") }, "\(site.problems)")
  }

  @Test func keepsThePlacesOfLinesBehind() throws {
    let site = try site("> \(unit("[!NOTE]Un.", "[!NOTE]One."))\n\n[Rien](none.md)")
    #expect(site.problems.contains { $0.hasPrefix("fr-fr/page.md:5:8: ") }, "\(site.problems)")
  }

  /// A keyword that translators repeat inside the unit behind the author's own is taken away.
  @Test(arguments: ["[! Remarque] ", "[!REMARQUE] ", "[!NOTE] "])
  func takesAwayRepetitions(mark: String) throws {
    let site = try site("> [!IMPORTANT]\n> \(unit(mark + "Le texte.", "The text."))")
    let article = site.article("fr-fr/page.html")
    #expect(
      article.contains("\">Important</span></p>")
        && article.contains("<span class=\"unit-target\">Le texte.</span>"), "\(article)")
  }

  /// So it is in lists of the alert and in paragraphs that are raw HTML, in units and without.
  @Test(arguments: ["- ", "1. ", "<P>"], [true, false])
  func takesAwayRepetitionsInLists(prefix: String, isUnit: Bool) throws {
    let text = isUnit ? unit("[!NOTA] Le texte.", "The text.") : "[!NOTA] Le texte."
    let article = try site("> [!NOTE]\n> \(prefix)\(text)").article("fr-fr/page.html")
    #expect(article.contains("Le texte.") && !article.contains("[!"), "\(article)")
  }

  /// A bracket that is lost or is a brace.
  @Test(arguments: [
    "> [!NOTE\n> Texte.", "> [!NOTE}\n> Texte.", "> [!note Texte.", ">[!Remarque\n>Texte.",
  ])
  func readsUnclosedKeywords(text: String) throws {
    let site = try site(text)
    let article = site.article("fr-fr/page.html")
    #expect(article.contains("alert alert-note") && article.contains("<p>Texte.</p>"), "\(article)")
    #expect(!article.contains("[!") && !article.contains("}"), "\(article)")
    #expect(site.problems.contains { $0.hasSuffix("[directive.unclosed]") }, "\(site.problems)")
  }

  /// What begins with brackets and is no keyword of the source stays.
  @Test(arguments: [
    "> Texte.\n> \u{1}", "> [!NOTE]\n>\n> Texte.\n> \u{1}", "\u{1}",
  ])
  func leavesOtherBrackets(frame: String) throws {
    let text = frame.replacing("\u{1}", with: unit("[!abc] est un motif.", "[!abc] is a pattern."))
    let article = try site(text).article("fr-fr/page.html")
    #expect(article.contains("[!abc] est un motif."), "\(article)")
  }

  /// A unit begins in the attributes of an image, since they have colons of their own.
  @Test(arguments: ["\":::", "\"::", ":::"])
  func readsImagesWithUnitsInTheirAttributes(end: String) throws {
    let source =
      ":::image type=\"complex\" source=\"a.png\" alt-text=\":::no-loc(Order):::, open\":::"
    let close = end.hasPrefix("\"") ? end : "\"" + end
    let text =
      ":::image type=\"complex\" source=\"a.png\" alt-text=\":::"
      + unit(
        "no-loc(Order):::, ouvert\(close) **Texte**", "no-loc(Order):::, open\"::: **Text**")
    let site = try TestSite([
      "en-us/page.md": "# Page\n\n\(source)\n**Text**\n:::image-end:::\n", "en-us/a.png": "png",
      "fr-fr/page.md": "# Page\n\n\(text)\n:::image-end:::\n\n[Rien](none.md)\n",
    ])
    for (page, words, description) in [
      ("en-us/page.html", "Order, open", "Text"), ("fr-fr/page.html", "Order, ouvert", "Texte"),
    ] {
      let article = site.article(page)
      #expect(
        article.contains("alt=\"\(words)\"")
          && article.contains("<p><strong>\(description)</strong></p>"),
        "\(article)")
      #expect(!article.contains(":::"), "\(article)")
    }
    #expect(site.problems.contains { $0.hasPrefix("fr-fr/page.md:6:8: ") }, "\(site.problems)")
  }

  @Test(arguments: [
    ("a <br/> > [!NOTE]> Texte", "a <br> <strong>\(Self.english)Note</span></strong> Texte"),
    (
      "a <br/> > [!IMPORTANT] Texte",
      "a <br> <strong>\(Self.english)Important</span></strong> Texte"
    ),
    ("> [!NOTE]<br/>> Texte", "<strong>\(Self.english)Note</span></strong> Texte"),
    ("> [!TIP]<br />Texte", "<strong>\(Self.english)Tip</span></strong> Texte"),
    ("<br>[!WARNING] Texte", "<br><strong>\(Self.english)Warning</span></strong> Texte"),
    ("[!NOTE] Texte", "<strong>\(Self.english)Note</span></strong> Texte"),
    ("> [!Hinweis]> Texte", "<strong>\(Self.english)Note</span></strong> Texte"),
    ("a [!NOTE] Texte", "a [!NOTE] Texte"),
    ("`> [!NOTE]> a`", "<code>&gt; [!NOTE]&gt; a</code>"),
    ("> [!abc]> a", "&gt; [!abc]&gt; a"),
  ])
  func readsAlertsInCells(cell: String, expected: String) throws {
    let site = try site("| A | B |\n|---|---|\n| b | \(cell) |")
    let article = site.article("fr-fr/page.html")
    #expect(article.contains("<td>\(expected)</td>"), "\(article)")
    #expect(site.problems.isEmpty)
  }

  /// The title of the source is English in the source's half.
  @Test func readsAlertsOfUnitsInCells() throws {
    let text = unit("> [!NOTE]> Texte.", "> [!NOTE]> Text.")
    let article = try site("| A |\n|---|\n| \(text) |").article("fr-fr/page.html")
    #expect(
      article.contains("<strong>\(Self.english)Note</span></strong> Texte.")
        && article.contains("hidden><strong>Note</strong> Text."), "\(article)")
  }

  @Test func readsAlertsInCellsOfTheSource() throws {
    let site = try site("a", source: "| A |\n|---|\n| b<br/> > [!NOTE]> Text. |")
    #expect(site.article("en-us/page.html").contains("b<br> <strong>Note</strong> Text."))
  }
}
