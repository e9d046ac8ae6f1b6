import TestSupport
import Testing

/// Headings of translations without the anchors that translations have.
@Suite struct HeadingNameTests {
  private static let source = """
    # Page

    ## First step

    ```bash
    # no heading
    ```

    # [Portal](#tab/portal)

    a

    ---

    ## First step

    ## Own {#short}

    """
  private static let translation = """
    # Seite

    ## Erster Schritt

    # [Portal](#tab/portal)

    a

    ---

    ## Erster Schritt

    ## Eigener

    [a](#first-step-1) [b](#erster-schritt) [c](page.md#short) [d](#page)

    """

  private func site(_ translation: String, source: String = source) throws -> TestSite {
    try TestSite(["en-us/page.md": source, "de-de/page.md": translation])
  }

  @Test func theyHaveTheIdsOfTheSource() throws {
    let site = try site(Self.translation)
    let article = site.article("de-de/page.html")
    for heading in [
      "<h1 id=\"page\"><span id=\"seite\"></span>Seite</h1>",
      "<h2 id=\"first-step\"><span id=\"erster-schritt\"></span>Erster Schritt</h2>",
      "<h2 id=\"first-step-1\">", "<h2 id=\"short\"><span id=\"eigener\"></span>Eigener</h2>",
    ] {
      #expect(article.contains(heading), "\(heading) in \(article)")
    }
    #expect(site.problems == [], "\(site.problems)")
  }

  /// Where headings came or went nobody can tell which is which; what is named stays.
  @Test(arguments: [
    "# Seite\n\n## Erster Schritt\n", "# Seite\n\n### Erster Schritt\n\n## a\n\n## b\n",
  ])
  func theyStayWhereThePagesDiffer(translation: String) throws {
    let article = try site(translation).article("de-de/page.html")
    #expect(
      article.contains("id=\"erster-schritt\"") && !article.contains("first-step"), "\(article)")
  }

  @Test func namedAndUntranslatedOnesStay() throws {
    let article = try site(
      "# <a name=\"x\"></a>Seite\n\n## Step\n", source: "# Page\n\n## Step\n"
    ).article("de-de/page.html")
    #expect(article.contains("<h1 id=\"x\">Seite</h1>"), "\(article)")
    #expect(article.contains("<h2 id=\"step\">Step</h2>"), "\(article)")
  }

  /// A link may name a heading by its words in another language.
  @Test(arguments: [
    ("überblick", "overview"), ("more", "mehr"), ("details", nil), ("quelle", "here"),
    ("source-words", "here"), ("unlike-all", nil),
  ])
  func anchorsInOtherLanguagesAreUnderstood(anchor: String, meant: String?) throws {
    let site = try TestSite([
      "en-us/page.md": "# Page\n\n## Overview\n\n## Details\n\n## Words\n\n### More\n",
      "de-de/page.md": """
      # <a name="page"></a>Seite

      ## <a name="overview"></a>Überblick

      ## Neues

      ## Einzelheiten

      ## <a name="words"></a>Wörter

      ### Mehr

      ## <a name="here"></a>\(Bilingual.unit(101, "Quelle", "Source words"))

      """,
      "en-us/index.md": "# Home\n",
      "de-de/index.md": "# Start\n\n[Hier](page.md#\(anchor))\n",
    ])
    let suggestion = meant.map { "; did you mean '#\($0)'?" } ?? ""
    #expect(
      site.problems.contains(
        "de-de/index.md:3:8: warning: no heading or anchor '\(anchor)' on 'page.md'"
          + "\(suggestion) [link.anchor]"), "\(site.problems)")
  }

  /// The anchor that differs in case only comes before a heading of these words in another language.
  @Test func anchorsInAnotherCaseAreNearest() throws {
    let site = try site("# Seite\n\n## Pflaumen\n\n[a](#Plums)\n", source: "# Page\n\n## Plums\n")
    #expect(
      site.problems.contains {
        $0.hasPrefix("de-de/page.md:5:5: warning: ") && $0.contains("; did you mean '#plums'?")
      }, "\(site.problems)")
  }

  /// Titles are words: no labels of reference links, no anchors that tools for translators put in.
  @Test(arguments: [
    ("# Use [Visual Studio Code][code] here", "Use Visual Studio Code here"),
    ("# Use [code][] here", "Use code here"), ("# The [code] here", "The code here"),
    ("---\ntitle: '#<a name=\"region-c\"></a>region (C#)'\n---\n\nText", "#region (C#)"),
    ("---\ntitle: 'A <b> tag'\n---\n\nText", "A &lt;b&gt; tag"),
  ])
  func titlesAreWords(page: String, title: String) throws {
    let site = try TestSite([
      "en-us/a.md": "\(page)\n\n[code]: b.md\n", "en-us/b.md": "# B\n",
    ])
    #expect(site["en-us/a.html"].contains("<title>\(title)"), "\(site["en-us/a.html"])")
  }
}
