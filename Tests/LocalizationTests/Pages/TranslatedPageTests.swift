import Foundation
import Model
import TestSupport
import Testing

@testable import Localization

let french = LocaleTag("fr-fr") ?? .source

func translatedPage(_ text: String, original: String? = nil) -> TranslatedPage {
  TranslatedPage(
    locale: french, path: "a.md", bytes: Array(text.utf8),
    original: original.map { Array($0.utf8) })
}

private func texts(_ page: TranslatedPage) -> [String] {
  page.pairs.map { pair in
    let source = page.source(of: pair).map { string($0) } ?? "-"
    return "\(pair.key.kind) \(pair.key.number) \(string(page.target(of: pair))) < \(source)"
  }
}

@Suite struct TranslatedPageTests {
  @Test func hasSentencesAndHiddenTexts() {
    let page = translatedPage(
      "---\ntitle: 'Un: a'\ndescription: \"Deux\"\n---\n# " + unit(103, "T", "S")
        + "\n\n:::image source=\"a.png\" alt-text=\"Image\":::\n\n" + unit(105, "U", "V"),
      original: "---\ntitle: One\ndescription: Two\n---\n# S\n\n"
        + ":::image source=\"a.png\" alt-text=\"Picture\":::\n\nV\n")
    #expect(
      texts(page) == [
        "title 101 Un: a < One", "description 102 Deux < Two", "alternative 1 Image < Picture",
        "sentence 103 T < S", "sentence 105 U < V",
      ])
    #expect(page.pairs[2].number == 104)
    #expect(page.alignment == .spans)
    #expect(page.pairingByStructure == nil)
  }

  /// Older translations are bilingual in front matter too.
  @Test func readsUnitsInFrontMatter() {
    let page = translatedPage(
      "---\ntitle: \(unit(101, "Un", "One"))\n"
        + "description: \(unit(102, "a", "b")) \(unit(103, "c", "d"))\n---\n\(unit(104, "e", "f"))",
      original: "---\ntitle: One\ndescription: b d\n---\nf\n")
    #expect(
      texts(page) == [
        "title 101 Un < One", "sentence 102 a < b", "sentence 103 c < d", "sentence 104 e < f",
      ])
  }

  /// Where YAML quotes the value, the quotation marks of the tags are escaped.
  @Test func readsEscapedUnitsInFrontMatter() {
    let quoted = unit(101, "L’app «\u{A0}A\u{A0}» {", "The {")
      .replacing("\"", with: "\\\"").replacing("{", with: "\\\"X\\\" app")
    let page = translatedPage(
      "---\ntitle: \"\(quoted)\"\n---\n\(unit(104, "e", "f"))",
      original: "---\ntitle: One\n---\nf\n")
    #expect(
      texts(page) == [
        "title 101 L’app «\u{A0}A\u{A0}» \\\"X\\\" app < The \\\"X\\\" app", "sentence 104 e < f",
      ])
  }

  @Test func leavesSourcesOutThatAreNotAtHand() {
    let page = translatedPage("---\ntitle: Un\n---\n" + unit(103, "a", "b"))
    #expect(texts(page) == ["title 101 Un < -", "sentence 103 a < b"])
  }

  @Test func findsTheRightImageWhereOneWasRemoved() {
    let page = translatedPage(
      ":::image source=\"b.png\" alt-text=\"Deux\":::\n",
      original: ":::image source=\"a.png\" alt-text=\"One\":::\n\n"
        + ":::image source=\"b.png\" alt-text=\"Two\":::\n")
    #expect(texts(page) == ["alternative 1 Deux < Two"])
  }

  @Test func takesNoAlternativeTextFromCode() {
    let page = translatedPage("a\n```\n:::image source=\"b.png\" alt-text=\"Deux\":::\n```\n")
    #expect(page.pairs.isEmpty)
  }

  @Test func alignsAPageWithoutSpansByItsStructure() {
    let page = translatedPage(
      "# <a name=\"s\"></a>Partage\n\nUn. Deux.\n\n- a [b](c.md)\n\n| x | y |\n|---|---|\n| u | v |\n",
      original: "# Share\n\nOne. Two.\n\n- d [e](c.md)\n\n| X | Y |\n|---|---|\n| U | V |\n")
    #expect(
      texts(page) == [
        "sentence 101 Partage < Share", "sentence 102 Un. < One.", "sentence 103 Deux. < Two.",
        "sentence 104 a [b](c.md) < d [e](c.md)", "sentence 105 x < X", "sentence 106 y < Y",
        "sentence 107 u < U", "sentence 108 v < V",
      ])
    #expect(page.alignment == .structure(unpaired: 0))
    #expect(page.pairingByStructure?.notice.code == "translation.by-structure")
  }

  /// Anchors that both sides have are no text; one that only the source has, or another one, is.
  @Test(arguments: [
    ("## <a name=\"K_a\"></a>Beispiele", "## <a name=\"K_a\"></a>Examples", "Beispiele < Examples"),
    ("##  <a name=\"a\"></a>  C::D", "##  <a name=\"a\"></a>  C::D", "C::D < C::D"),
    ("## <a name=\"a\"></a> Un", "## <a name=\"a\"></a>One", "Un < One"),
    ("## Un", "## <a name=\"a\"></a>One", "Un < <a name=\"a\"></a>One"),
    ("## <a name=\"b\"></a>Un", "## <a name=\"a\"></a>One", "Un < <a name=\"a\"></a>One"),
    (
      "## <a name=\"one\"></a><a name=\"a\"></a>Un", "## <a name=\"a\"></a>One",
      "<a name=\"a\"></a>Un < <a name=\"a\"></a>One"
    ),
  ])
  func leavesOutAnchorsOfBothSides(heading: String, original: String, expected: String) {
    let page = translatedPage("\(heading)\n\nUn.\n", original: "\(original)\n\nOne.\n")
    #expect(texts(page).first == "sentence 101 \(expected)", "\(texts(page))")
  }

  /// Of many pages of a locale one thing is said once.
  @Test(arguments: [(1, 1), (5, 5), (6, 1), (40, 1)])
  func saysOnceThatPagesHaveNoUnits(count: Int, notes: Int) throws {
    let report = TranslationChecker(width: 2).check(pageCount: count + 1) { index in
      let isBilingual = index == count
      return [
        TranslatedPage(
          locale: french, path: "\(index).md",
          bytes: Array((isBilingual ? unit(101, "Un", "One") : "Un.\n\n- deux\n").utf8),
          original: Array("One.\n".utf8))
      ]
    }
    let found = report.diagnostics.filter { $0.code == "translation.by-structure" }
    #expect(found.count == notes, "\(found)")
    let message = try #require(found.first).message
    #expect(message.hasPrefix("the page has") == (notes == count), "\(message)")
    #expect(message.contains("\(count - 1) more of 'fr-fr'") == (notes != count))
    #expect(message.hasSuffix("\(notes == count ? 1 : count) of them have no counterpart"))
  }

  /// A paragraph that was left out costs its own pair only.
  @Test func findsItsWayBackBehindAMissingBlock() {
    let page = translatedPage(
      "## Un\n\nPremier paragraphe assez long.\n\n## Trois\n\nFin [x](y.md).\n",
      original: "## One\n\nA first paragraph of some length.\n\nA second one that was left out by "
        + "mistake, with many words.\n\n## Three\n\nEnd [x](y.md).\n")
    #expect(
      texts(page).map { $0.split(separator: " ").last.map(String.init) } == [
        "One", "length.", "Three", "[x](y.md).",
      ])
    #expect(page.alignment == .structure(unpaired: 1))
  }

  /// A source much longer than its translation costs neither time nor memory without bounds.
  @Test func boundsTheEffort() {
    let long = String(repeating: "A.\n\n", count: 20_000)
    let page = translatedPage("Un.\n", original: long)
    #expect(page.alignment == .structure(unpaired: 19_999))
    #expect(texts(page) == ["sentence 101 Un. < A."])
  }

  @Test func pairsTheNamesOfATableOfContents() {
    let page = ContentsNames.page(
      locale: french, path: "TOC.yml",
      bytes: Array(
        "- name: Un\n  href: a.md\n- name: 'Titre: x'\n  items:\n  - name: Deux\n    href: b.md\n"
          .utf8),
      original: Array(
        ("- name: One\n  href: a.md\n- name: New\n  href: n.md\n- name: Head\n  items:\n"
          + "  - name: Two\n    href: b.md\n").utf8))
    #expect(
      texts(page) == [
        "contentsName 1 Un < One", "contentsName 2 Titre: x < Head", "contentsName 3 Deux < Two",
      ])
  }

  @Test func survivesAContentsTableThatIsNoYAML() {
    let broken = Array("- name: [\n".utf8)
    let page = ContentsNames.page(locale: french, path: "TOC.yml", bytes: broken, original: broken)
    #expect(page.pairs.isEmpty)
  }
}

@Suite(.enabled(if: SharedMaterial.isPresent, "../shared is not beside the project"))
struct TranslatedPageCorpusTests {
  static let corpus = SharedMaterial.folder.appending(path: "corpus")

  private func bytes(_ path: String) -> [UInt8]? {
    (try? Data(contentsOf: Self.corpus.appending(path: path))).map { Array($0) }
  }

  @Test(arguments: ["fr-fr", "kk-kz", "ar-sa"])
  func hiddenTextsAreCounted(name: String) throws {
    let locale = try #require(LocaleTag(name))
    var counts: [TextPair.Kind: Int] = [:]
    let root = Self.corpus.appending(path: name).path
    for path in try FileManager.default.subpathsOfDirectory(atPath: root)
    where path.hasSuffix(".md") {
      let page = TranslatedPage(
        locale: locale, path: path, bytes: try #require(bytes("\(name)/\(path)")),
        original: bytes("en-us/\(path)"))
      for pair in page.pairs { counts[pair.key.kind, default: 0] += 1 }
      #expect(page.alignment == .spans || page.pairs.isEmpty, "\(path)")
    }
    let contents = ContentsNames.page(
      locale: locale, path: "TOC.yml", bytes: try #require(bytes("\(name)/ci-docs/TOC.yml")),
      original: try #require(bytes("en-us/ci-docs/TOC.yml")))
    #expect(counts == [.sentence: 6006, .title: 93, .description: 93, .alternative: 120])
    #expect(contents.pairs.count == 155)
    let paired = contents.pairs.filter { $0.source != .none }.count
    #expect(paired >= 145, "\(paired)")
  }

  /// The plain pages, aligned by structure, give the pairs that the spans give.
  @Test func structureFindsWhatSpansSay() throws {
    var (right, all) = (0, 0)
    let root = Self.corpus.appending(path: "fr-fr-plain").path
    for path in try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
    where path.hasSuffix(".md") {
      guard let original = bytes("en-us/\(path)"), let bilingual = bytes("fr-fr/\(path)"),
        let plain = bytes("fr-fr-plain/\(path)")
      else { continue }
      func pairs(_ bytes: [UInt8]) -> Set<String> {
        let page = TranslatedPage(locale: french, path: path, bytes: bytes, original: original)
        return Set(
          page.pairs.filter { $0.key.kind == .sentence }.map { pair in
            let source = page.source(of: pair).map { string($0) } ?? ""
            return "\(string(page.target(of: pair))) < \(source)"
          })
      }
      let expected = pairs(bilingual)
      all += expected.count
      right += expected.intersection(pairs(plain)).count
    }
    #expect(Double(right) / Double(all) > 0.75, "\(right) of \(all)")
  }
}
