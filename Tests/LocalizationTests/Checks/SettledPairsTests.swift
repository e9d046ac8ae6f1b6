import Localization
import Model
import Testing

/// A pair that was examined before isn't read again: findings are the same as if it were.
@Suite struct SettledPairsTests {
  private func report(_ pages: [[TranslatedPage]], width: Int) -> [String] {
    let report = TranslationChecker(width: width).check(pageCount: pages.count) { pages[$0] }
    return report.findings.map { "\($0.location) \($0.check) \($0.subject) \($0.message.key)" }
  }

  private func page(_ number: Int, _ locale: String, _ units: [(String, String)]) -> TranslatedPage
  {
    let texts = units.enumerated().map { unit(103 + $0.offset, $0.element.0, $0.element.1) }
    return TranslatedPage(
      locale: LocaleTag(locale) ?? .source, path: "p\(number).md",
      bytes: Array(texts.joined(separator: "\n\n").utf8))
  }

  /// A mistake stays one on each page that has it, and a right text beside it stays right.
  @Test func everyCopyOfAMistakeIsFound() {
    let pages = (0..<6).map { number in
      [
        page(
          number, "fr-fr",
          [("Choisir **Enregistrer**.", "Select **Save**."), ("10 lignes", "20 rows")])
      ]
    }
    let found = report(pages, width: 1)
    #expect(found.count == 6)
    #expect(found.allSatisfy { $0.contains("number") })
    #expect(found == report(pages, width: 4))
  }

  /// Labels of a pair that comes again count each time: the sixth text deviates from five.
  @Test func labelsCountEachTime() {
    var pages = (0..<5).map { number in
      [page(number, "fr-fr", [("Choisir **Suivant**.", "Select **Next**.")])]
    }
    pages.append([page(5, "fr-fr", [("Choisir **Après**.", "Select **Next**.")])])
    let found = report(pages, width: 1)
    #expect(found.contains { $0.contains("p5.md") && $0.contains("labelInconsistent") })
    #expect(found == report(pages, width: 3))
  }

  /// What is right in one language isn't taken as known in another one.
  @Test func languagesAreKnownByThemselves() {
    let text = ("\u{2067}שם\u{2069}", "name")
    let pages = [[page(0, "he-il", [text])], [page(1, "ar-sa", [text]), page(1, "fr-fr", [text])]]
    let found = report(pages, width: 1)
    #expect(found.contains { $0.contains("fr-fr") && $0.contains("direction") })
    #expect(!found.contains { $0.contains("he-il") })
  }

  /// A title may leave out the full stop that a sentence must have.
  @Test func kindsOfTextAreKnownByThemselves() {
    func page(_ path: String, _ text: String) -> TranslatedPage {
      TranslatedPage(
        locale: LocaleTag("fr-fr") ?? .source, path: path, bytes: Array(text.utf8),
        original: Array("---\ntitle: Done here.\n---\n\nDone here.\n".utf8))
    }
    let title = page("a.md", "---\ntitle: Fini ici\n---\n\n" + unit(103, "Fini ici.", "Done here."))
    let sentence = page("b.md", unit(103, "Fini ici", "Done here."))
    let found = report([[title], [sentence]], width: 1)
    #expect(found.count { $0.contains("endPunctuation") } == 1)
    #expect(found.contains { $0.contains("b.md") && $0.contains("endPunctuation") })
  }
}
