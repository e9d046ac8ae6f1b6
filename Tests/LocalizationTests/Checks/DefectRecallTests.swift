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
  /// Half of a short heading is no shorter than many a true translation.
  private static let leastRecall = ["cut in half": 0.9]

  @Test func injectedDefectsAreFound() throws {
    let set = try CorpusSet()
    var random = Sequence64(20)
    var changes: [Int: [LocaleTag: [(pair: TextPair, text: String)]]] = [:]
    var broken: [String: [Broken]] = [:]
    // A text is broken in one locale alone: what all break is taken for the source's mistake.
    var used: Set<String> = []
    for defect in Defect.all {
      for _ in 0..<40_000 where broken[defect.name, default: []].count < Self.perDefect {
        let number = random.next(below: set.pages.count)
        guard !set.pages[number].isEmpty else { continue }
        let page = set.pages[number][random.next(below: set.pages[number].count)]
        let pairs = page.pairs.filter { $0.key.kind == .sentence }
        guard !pairs.isEmpty else { continue }
        let pair = pairs[random.next(below: pairs.count)]
        let place = Broken(page: number, locale: page.locale, key: pair.key)
        guard !used.contains("\(number) \(pair.key)"), let source = page.source(of: pair) else {
          continue
        }
        let target = string(page.target(of: pair))
        guard let text = defect.inject(target, string(source), &random), text != target else {
          continue
        }
        used.insert("\(number) \(pair.key)")
        broken[defect.name, default: []].append(place)
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
    func places(_ pages: [[TranslatedPage]]) -> Set<String> {
      let report = TranslationChecker().check(pageCount: pages.count) { pages[$0] }
      return Set(
        report.findings.map {
          "\($0.locale) \($0.page) \($0.key) \($0.check) \($0.subject) \($0.message.key)"
        })
    }
    let new = places(damaged).subtracting(places(set.pages))
    var lines: [String] = []
    for defect in Defect.all {
      let all = broken[defect.name] ?? []
      let missed = all.map { "\($0.locale) \(set.paths[$0.page]) \($0.key)" }.filter { key in
        !new.contains { $0.hasPrefix(key + " ") }
      }
      let right = all.count - missed.count
      lines.append("\(defect.name): \(right) of \(all.count)")
      #expect(
        Double(right) >= Self.leastRecall[defect.name, default: 0.95] * Double(all.count),
        "\(defect.name): \(right) of \(all.count), not \(missed)")
      #expect(!all.isEmpty, "\(defect.name)")
    }
    expectGolden(lines.joined(separator: "\n") + "\n", "recall.txt")
  }
}
