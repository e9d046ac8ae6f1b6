import Localization
import Model
import TestSupport
import Testing

/// A text of the corpus that was broken.
private struct Broken: Hashable {
  var page: Int
  var locale: LocaleTag
  var key: TextPair.Key
}

/// Breaks up to 50 texts in each way, each text in one way only, and counts which are found.
@Suite(.enabled(if: SharedMaterial.isPresent, "../shared is not beside the project"))
struct DefectRecallTests {
  private static let perDefect = 50
  private static let leastRecall = 0.95
  /// What is found less often yet: names that other locales translate count for the source, few
  /// texts have quotation marks outside links, and half a sentence may be without English grammar.
  private static let exceptions = [
    "name changed": 0.9, "quotation mark lost": 0.85, "half still in English": 0.9,
  ]

  /// The corpus, and what is found in it as it is.
  private static let corpus: Result<(set: CorpusSet, untouched: Set<String>), any Error> =
    Result {
      let set = try CorpusSet()
      return (set, places(set.pages))
    }

  @Test func injectedDefectsAreFound() throws {
    let (set, untouched) = try Self.corpus.get()
    var random = Sequence64(20)
    var changes: [Int: [LocaleTag: [(pair: TextPair, text: String)]]] = [:]
    var broken: [String: [Broken]] = [:]
    // A text is broken in one locale alone: what all break is taken for the source's mistake.
    var used: Set<String> = []
    let sentences = set.pages.map { pages in
      pages.map { page in page.pairs.filter { $0.key.kind == .sentence } }
    }
    for defect in Defect.all {
      for _ in 0..<12_000 where broken[defect.name, default: []].count < Self.perDefect {
        let number = random.next(below: set.pages.count)
        guard !set.pages[number].isEmpty else { continue }
        let place = random.next(below: set.pages[number].count)
        let (page, pairs) = (set.pages[number][place], sentences[number][place])
        guard !pairs.isEmpty else { continue }
        let pair = pairs[random.next(below: pairs.count)]
        let found = Broken(page: number, locale: page.locale, key: pair.key)
        guard !used.contains("\(number) \(pair.key)"), let source = page.source(of: pair) else {
          continue
        }
        let target = string(page.target(of: pair))
        guard let text = defect.inject(target, string(source), &random), text != target else {
          continue
        }
        used.insert("\(number) \(pair.key)")
        broken[defect.name, default: []].append(found)
        changes[number, default: [:]][page.locale, default: []].append((pair, text))
      }
    }
    let damaged = set.pages.enumerated().map { number, pages in
      pages.map { page in
        var bytes = page.bytes
        let own = changes[number]?[page.locale] ?? []
        for change in own.sorted(by: { $0.pair.target.lowerBound > $1.pair.target.lowerBound }) {
          bytes.replaceSubrange(change.pair.target, with: Array(change.text.utf8))
        }
        return page.path.hasSuffix(".yml")
          ? page
          : TranslatedPage(
            locale: page.locale, path: page.path, bytes: bytes, original: page.original)
      }
    }
    let new = Self.places(damaged).subtracting(untouched)
    var lines: [String] = []
    for defect in Defect.all {
      let all = broken[defect.name] ?? []
      let missed = all.map { "\($0.locale) \(set.paths[$0.page]) \($0.key)" }.filter { key in
        !defect.checks.contains { check in
          new.contains { $0.hasPrefix("\(key) \(check) ") }
        }
      }
      let right = all.count - missed.count
      lines.append("\(defect.name): \(right) of \(all.count)")
      #expect(
        Double(right) >= Self.exceptions[defect.name, default: Self.leastRecall]
          * Double(all.count),
        "\(defect.name): \(right) of \(all.count), not \(missed)")
      // The set has one placeholder, and no text of it may be drawn.
      #expect(!all.isEmpty || defect.name == "placeholder translated", "\(defect.name)")
    }
    expectGolden(lines.joined(separator: "\n") + "\n", "recall.txt")
  }

  private static func places(_ pages: [[TranslatedPage]]) -> Set<String> {
    let report = TranslationChecker().check(pageCount: pages.count) { pages[$0] }
    return Set(
      report.findings.map {
        "\($0.locale) \($0.page) \($0.key) \($0.check) \($0.subject) \($0.message.key)"
      })
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
    let (set, untouched) = try Self.corpus.get()
    var lines: [String] = []
    for swap in Swap.allCases {
      var random = Sequence64(21)
      var pages = set.pages
      var keys: [[String]] = []
      for _ in 0..<2000 where keys.count < 50 {
        let number = random.next(below: pages.count)
        guard !pages[number].isEmpty, pages[number].map(\.bytes) == set.pages[number].map(\.bytes)
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
      let new = Self.places(pages).subtracting(untouched)
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
