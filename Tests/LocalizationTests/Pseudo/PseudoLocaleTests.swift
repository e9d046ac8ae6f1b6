import Localization
import Model
import Testing
import YAML

private let accented = LocaleTag("en-xa") ?? .source
private let mirrored = LocaleTag("ar-xb") ?? .source

private let catalog = """
  msgctxt "found"
  msgid "{count} finding in {file}"
  msgid_plural "{count} findings in {file}"
  msgstr[0] ""
  msgstr[1] ""

  msgctxt "plain"
  msgid "Save"
  msgstr ""

  msgctxt "value"
  msgid "{number}"
  msgstr ""
  """

private func text(_ locale: LocaleTag, _ key: String, _ count: Int = 1) -> String {
  MessageCatalog(
    locale: locale, source: MessageFile(parsing: Array(catalog.utf8), path: "en-us.po")
  ).message(key, ["count": .integer(count), "file": .code("a.md")]).pieces.map { piece in
    switch piece {
    case .words(let words): words
    case .text(let text), .code(let text): text
    default: "?"
    }
  }.joined()
}

@Suite struct PseudoLocaleTests {
  @Test func onlyTheTwoTagsArePseudoLocales() {
    #expect(PseudoLocale.tags.allSatisfy { PseudoLocale($0) != nil })
    #expect(PseudoLocale.tags.map(\.tag) == ["en-XA", "ar-XB"])
    #expect(LocaleTag.shipped.allSatisfy { PseudoLocale($0) == nil })
  }

  @Test func messagesKeepValuesAndForms() {
    #expect(text(accented, "plain") == "⟦Šáṽé ẽẽ⟧")
    #expect(text(accented, "found", 1).hasPrefix("⟦1 ƒîñđîñĝ îñ a.md"))
    #expect(text(accented, "found", 2).hasPrefix("⟦2 ƒîñđîñĝš îñ a.md"))
    #expect(text(mirrored, "plain") == "⟦\u{202E}Save\u{202C}⟧")
    #expect(!text(accented, "value").contains("⟦"))
  }

  @Test(arguments: [
    "The profile can be exported to the account of a partner.", "Save", "A",
  ])
  func growsByThirtyPercent(source: String) {
    let page = PseudoPage.page(of: Array("\(source)\n".utf8), path: "a.md", locale: accented)
    let unit = Units.scan(page).units[0]
    let letters = string(page[unit.target]).count(where: \.isLetter)
    let expected = source.count(where: \.isLetter)
    #expect(letters >= expected * 13 / 10 && letters <= expected * 13 / 10 + 1)
  }

  @Test func markupCodeAndAddressesStay() {
    let source = """
      ---
      title: A page
      ---
      # A page

      Select **Save** in `a.json` or [here](b.md#c), see https://x.example/a. It is &amp; {name}.

      > [!NOTE]
      > A note.

      | Name | `id` |
      |---|---|
      | One | ![Alt](a.png) |

      ```json
      {"a": "code"}
      ```
      """
    let page = PseudoPage.page(of: Array(source.utf8), path: "a.md", locale: accented)
    let text = string(Units.plainTarget(of: page))
    for kept in [
      "`a.json`", "](b.md#c)", "https://x.example/a", "&amp;", "{name}", "> [!NOTE]", "| `id` |",
      "](a.png)", "{\"a\": \"code\"}", "**Šáṽé**", "title: ⟦Å þáĝé ẽẽ⟧",
      "<a name=\"a-page\"></a>⟦Å þáĝé ẽẽ⟧", "⟦Ñáɱé ẽẽ⟧",
    ] {
      #expect(text.contains(kept), "\(kept) in \(text)")
    }
    #expect(string(Units.plainSource(of: page)).contains("Select **Save** in `a.json`"))
    #expect(
      SourceFreshness(recordedHash: recordedHash(page), source: Array(source.utf8)) == .current)
  }

  @Test func namesOfATableOfContentsAreQuotedWhereTheyMustBe() {
    let contents = PseudoPage.contents(
      of: Array("- name: A page\n  href: a.md\n- name: \"B: c\"\n".utf8), path: "TOC.yml",
      locale: accented)
    #expect(
      string(contents) == "- name: ⟦Å þáĝé ẽẽ⟧\n  href: a.md\n- name: \"⟦Ɓ: ç ẽ⟧\"\n")
  }

  @Test func eachSentenceIsPairedWithItsSource() throws {
    for locale in PseudoLocale.tags {
      let page = PseudoPage.page(
        of: Array("# A\n\nOne (x). Two [y](z.md)? Three: four.\n".utf8), path: "a.md",
        locale: locale)
      let units = Units.scan(page).units
      #expect(
        units.map { string(page[$0.source]) } == [
          "A", "One (x).", "Two [y](z.md)?", "Three: four.",
        ])
      #expect(units.allSatisfy { page[$0.target] != page[$0.source] })
    }
  }

  private func recordedHash(_ page: [UInt8]) -> String? {
    TranslatedPage(locale: accented, path: "a.md", bytes: page).recordedHash
  }

  @Test func landingPagesAreLocalized() throws {
    let page = """
      ### YamlMime:Landing
      title: Start here # a remark
      metadata:
        title: "Hub: all"
        description: 'It is a hub'
        ms.date: 10/29/2020
      landingContent:
        - title: Meet us
          linkLists:
            - linkListType: overview
              links:
                - text: Overview
                  url: overview.md
      sections:
        - questions:
            - question: Why?
              answer: |
                - See [the page](why.md).
                ```
                code stays
                ```
      """
    let bytes = PseudoPage.landingPage(
      of: Array(page.utf8), path: "index.yml", locale: accented)
    let pseudo = string(bytes)
    let document = try YAMLDocument(parsing: bytes, path: "index.yml")
    let root = try #require(document.root)
    #expect(root["metadata"]?["title"]?.string?.hasPrefix("⟦Ĥûƀ: áļļ") == true)
    #expect(root["metadata"]?["description"]?.string?.contains("Îţ îš á ĥûƀ") == true)
    #expect(root["metadata"]?["ms.date"]?.string == "10/29/2020")
    #expect(root["title"]?.string?.hasPrefix("⟦Šţáŕţ ĥéŕé") == true)
    #expect(
      root["landingContent"]?.sequence?.first?["title"]?.string?.hasPrefix("⟦Ṁééţ ûš") == true)
    for kept in [
      "linkListType: overview", "url: overview.md", "](why.md)", "code stays",
      "### YamlMime:Landing",
    ] {
      #expect(pseudo.contains(kept), "\(kept)")
    }
    for lost in ["Overview", "Why?", "the page", "See"] {
      #expect(!pseudo.contains(lost), "\(lost)")
    }
  }

  @Test func changesWordsOfTrainingAndNoDirective() {
    let page = """
      ### YamlMime:ModuleUnit
      uid: learn.unit
      title: Unit
      content: |
        [!include[](includes/unit.md)]

        Further words
      quiz:
        questions:
        - content: "Which one?"
          choices:
          - content: "This one"
            isCorrect: true
            explanation: "Because"
      """
    let pseudo = string(
      PseudoPage.landingPage(of: Array(page.utf8), path: "unit.yml", locale: accented))
    for kept in ["uid: learn.unit", "[!include[](includes/unit.md)]", "isCorrect: true"] {
      #expect(pseudo.contains(kept), "\(pseudo)")
    }
    for lost in ["title: Unit", "Further", "Which", "This", "Because"] {
      #expect(!pseudo.contains(lost), "\(lost) in \(pseudo)")
    }
  }
}
