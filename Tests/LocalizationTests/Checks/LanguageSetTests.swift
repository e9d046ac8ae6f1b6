import Foundation
import Localization
import Model
import TestSupport
import Testing

/// Thirty sentences of a docs set in ten languages that the corpus doesn't have, one a line.
@Suite struct LanguageSetTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Languages")

  private static func lines(_ name: String) throws -> [String] {
    try String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  private static let names = [
    "de-de", "es-es", "he-il", "it-it", "ja-jp", "ko-kr", "pl-pl", "pt-br", "ru-ru", "zh-cn",
  ]

  private static func page(_ name: String) throws -> TranslatedPage {
    let locale = try #require(LocaleTag(name))
    let (sources, targets) = (try lines("en-us"), try lines(name))
    #expect(sources.count == targets.count)
    let units = zip(targets, sources).enumerated().map { index, pair in
      unit(103 + index, pair.0, pair.1)
    }
    return TranslatedPage(
      locale: locale, path: "page.md", bytes: Array(units.joined(separator: "\n\n").utf8),
      original: Array(sources.joined(separator: "\n\n").utf8))
  }

  /// Each language by itself, so that no other one takes a finding away.
  @Test(arguments: names)
  func rightTranslationsAreLeftAlone(name: String) throws {
    let page = try Self.page(name)
    #expect(DefectInjection.findings([[page]]) == [])
  }

  /// Of all mistakes that the texts have room for, as many are found as in the corpus.
  @Test func injectedDefectsAreFound() throws {
    let pages = try Self.names.map { [try Self.page($0)] }
    var injection = DefectInjection(pages, seed: 40)
    var lines: [String] = []
    var (found, broken) = (0, 0)
    for (defect, outcome) in zip(Defect.all, injection.outcomes(of: Defect.all))
    where outcome.broken > 0 {
      lines.append("\(defect.name): \(outcome.found) of \(outcome.broken)")
      (found, broken) = (found + outcome.found, broken + outcome.broken)
    }
    #expect(Double(found) >= 0.95 * Double(broken), "\(found) of \(broken)")
    expectGolden(lines.joined(separator: "\n") + "\n", "language-recall.txt")
  }
}
