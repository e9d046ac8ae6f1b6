import Localization
import Model
import Testing

/// Names that a set mostly keeps, and one text that doesn't.
@Suite struct NameUsesTests {
  /// Forty pages that say the same, so that a text is read once or several times, as it happens.
  private func found(kept count: Int, width: Int) throws -> [String] {
    let french = try #require(LocaleTag("fr-fr"))
    let kept = (0..<count).map { number in
      unit(200 + number, "Ouvrez Azure \(number) fois.", "Open the Azure \(number) times.")
    }
    let changed = unit(300, "La page montre azure ici.", "The page shows Azure here.")
    return TranslationChecker(width: width).check(pageCount: 41) { index in
      [
        TranslatedPage(
          locale: french, path: "p\(index).md",
          bytes: Array((index == 7 ? kept + [changed] : kept).joined(separator: "\n\n").utf8))
      ]
    }.findings.map { "\($0.page) \($0.number ?? 0) \($0.message.key)" }
  }

  /// In Latin letters a word may be one of the language: a name is kept by more than three texts.
  @Test(arguments: [1, 2, 8])
  func textsCountOnceHoweverOftenTheyStand(width: Int) throws {
    #expect(try found(kept: 3, width: width) == [])
    #expect(try found(kept: 4, width: width) == ["p7.md 300 check.identifier.changed"])
  }
}
