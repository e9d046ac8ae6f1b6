import Localization
import Model
import TestSupport
import Testing

/// Breaks 50 texts in each way, and counts which are found.
@Suite(.enabled(if: SharedMaterial.isPresent, "../shared is not beside the project"))
struct DefectRecallTests {
  private static let leastRecall = 0.95

  /// The corpus, and texts with what it has too little of.
  private static let pages: Result<[[TranslatedPage]], any Error> = Result {
    let set = try CorpusSet()
    return set.pages + [DefectTexts.pages(set.locales)]
  }

  @Test func injectedDefectsAreFound() throws {
    var injection = DefectInjection(try Self.pages.get(), seed: 20)
    var lines: [String] = []
    for (defect, outcome) in zip(Defect.all, injection.outcomes(of: Defect.all)) {
      lines.append("\(defect.name): \(outcome.found) of \(outcome.broken)")
      #expect(outcome.broken == DefectInjection.perDefect, "\(defect.name)")
      #expect(
        Double(outcome.found) >= Self.leastRecall * Double(outcome.broken),
        "\(defect.name): \(outcome.found) of \(outcome.broken), not \(outcome.missed)")
    }
    expectGolden(lines.joined(separator: "\n") + "\n", "recall.txt")
  }

  private enum Swap: CaseIterable { case ids, translations }

  /// Two units of a page take each other's ids, or each other's translations.
  private static func swapped(
    _ page: TranslatedPage, _ first: Unit, _ second: Unit, _ swap: Swap
  ) -> TranslatedPage {
    var bytes = page.bytes
    let (one, two) = (Array(page.bytes[first.target]), Array(page.bytes[second.target]))
    switch swap {
    case .translations:
      bytes.replaceSubrange(second.target, with: one)
      bytes.replaceSubrange(first.target, with: two)
    case .ids:
      for (unit, other) in [(second, first), (first, second)] {
        let text = string(bytes[unit.whole]).replacing(
          "\(unit.prefix)-\(unit.number)\"", with: "\(other.prefix)-\(other.number)\"")
        bytes.replaceSubrange(unit.whole, with: Array(text.utf8))
      }
    }
    return TranslatedPage(
      locale: page.locale, path: page.path, bytes: bytes, original: page.original)
  }

  /// Exchanged ids are found whatever the texts are.
  ///
  /// Of exchanged translations those are found that differ in more than their words: the golden file
  /// says how many.
  @Test func exchangedUnitsAreFound() throws {
    // A part of the set is enough: it is read three times as a whole.
    let original = Array(try Self.pages.get().prefix(60))
    let untouched = DefectInjection.findings(original)
    var lines: [String] = []
    for swap in Swap.allCases {
      var random = Sequence64(21)
      var pages = original
      var keys: [[String]] = []
      for _ in 0..<2000 where keys.count < 50 {
        let number = random.next(below: pages.count)
        guard !pages[number].isEmpty, pages[number].map(\.bytes) == original[number].map(\.bytes)
        else { continue }
        let place = random.next(below: pages[number].count)
        let page = pages[number][place]
        let units = Units.scan(page.bytes).units
        guard units.count > 10 else { continue }
        let first = random.next(below: units.count - 1)
        let second = first + 1 + random.next(below: units.count - first - 1)
        pages[number][place] = Self.swapped(page, units[first], units[second], swap)
        keys.append(
          [units[first], units[second]].map {
            "\(page.locale) \(page.path) \(TextPair.Key(.sentence, $0.number))"
          })
      }
      let new = DefectInjection.findings(pages).subtracting(untouched)
      let found = keys.count { pair in
        pair.contains { key in
          new.contains { $0.hasPrefix(swap == .ids ? "\(key) identity " : "\(key) ") }
        }
      }
      lines.append("\(swap) exchanged: \(found) of \(keys.count)")
      if swap == .ids { #expect(Double(found) >= Self.leastRecall * Double(keys.count)) }
    }
    expectGolden(lines.joined(separator: "\n") + "\n", "exchanged.txt")
  }
}
