import Localization
import Model

/// Breaks texts of a set in many ways, and tells which of the mistakes are found.
///
/// At a time a text is broken in one way and in one locale alone: what all locales break is taken
/// for the source's mistake. A way that finds too few places goes on in further rounds, with other
/// changes at the same places.
struct DefectInjection {
  /// What became of one way of breaking texts.
  struct Outcome {
    /// How many texts were broken.
    var broken = 0
    /// Those of them that no check meant for it has found: where, and what they became.
    var missed: [String] = []
    var found: Int { broken - missed.count }
  }

  /// How many texts are broken in each way.
  static let perDefect = 50
  private static let mostRounds = 24

  private struct Place: Hashable {
    var page: Int
    var locale: Int
    var pair: Int
  }

  private struct Change: Hashable {
    var defect: Int
    var place: Place
    var text: String
  }

  private let pages: [[TranslatedPage]]
  private let places: [Place]
  private var random: Sequence64

  /// Draws the order in which texts are broken.
  init(_ pages: [[TranslatedPage]], seed: Int) {
    self.pages = pages
    random = Sequence64(seed)
    var places: [Place] = []
    for (number, locales) in pages.enumerated() {
      for (locale, page) in locales.enumerated() {
        for (index, pair) in page.pairs.enumerated() where pair.key.kind == .sentence {
          places.append(Place(page: number, locale: locale, pair: index))
        }
      }
    }
    for last in places.indices.reversed() { places.swapAt(last, random.next(below: last + 1)) }
    self.places = places
  }

  /// Breaks up to 50 texts in each way; the outcomes stand in the order of the ways.
  mutating func outcomes(of defects: [Defect]) -> [Outcome] {
    var outcomes = defects.map { _ in Outcome() }
    // Where few places can be broken they are looked for once.
    var candidates: [[Place]] = defects.map { _ in places }
    var made: Set<Change> = []
    for _ in 0..<Self.mostRounds {
      var used: Set<[Int]> = []
      var changes: [Change] = []
      for (number, defect) in defects.enumerated() {
        var wanted = Self.perDefect - outcomes[number].broken
        guard wanted > 0 else { continue }
        let all = candidates[number]
        var usable: [Place] = []
        let start = random.next(below: all.count)
        for offset in all.indices {
          let place = all[(start + offset) % all.count]
          let page = pages[place.page][place.locale]
          let pair = page.pairs[place.pair]
          guard let source = page.source(of: pair) else { continue }
          let target = string(page.target(of: pair))
          guard let text = defect.inject(target, string(source), &random), text != target else {
            continue
          }
          usable.append(place)
          let change = Change(defect: number, place: place, text: text)
          let isFree = !used.contains([place.page, pair.key.number])
          guard isFree, made.insert(change).inserted else { continue }
          used.insert([place.page, pair.key.number])
          changes.append(change)
          wanted -= 1
          if wanted == 0 { break }
        }
        if wanted > 0 { candidates[number] = usable }
      }
      if changes.isEmpty { break }
      count(changes, defects, &outcomes)
    }
    return outcomes
  }

  /// Applies changes and counts which are found.
  private func count(_ changes: [Change], _ defects: [Defect], _ outcomes: inout [Outcome]) {
    // Checks of the whole set need all of it; others only the pages that were changed.
    let isWhole = changes.count > Self.perDefect * defects.count / 2
    let chosen = isWhole ? Array(pages.indices) : Set(changes.map(\.place.page)).sorted()
    let before = Self.findings(chosen.map { pages[$0] })
    let damaged = chosen.map { number in
      pages[number].enumerated().map { locale, page in
        Self.changed(
          page,
          changes.filter { $0.place.page == number && $0.place.locale == locale }.map {
            (page.pairs[$0.place.pair].target, $0.text)
          })
      }
    }
    let new = Self.findings(damaged).subtracting(before)
    for change in changes {
      let page = pages[change.place.page][change.place.locale]
      let text = "\(page.locale) \(page.path) \(page.pairs[change.place.pair].key)"
      let isFound = defects[change.defect].checks.contains { check in
        new.contains { $0.hasPrefix("\(text) \(check) ") }
      }
      outcomes[change.defect].broken += 1
      if !isFound { outcomes[change.defect].missed.append("\(text): \(change.text)") }
    }
  }

  private static func changed(
    _ page: TranslatedPage, _ changes: [(range: Range<Int>, text: String)]
  ) -> TranslatedPage {
    guard !changes.isEmpty else { return page }
    var bytes = page.bytes
    for change in changes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(change.range, with: Array(change.text.utf8))
    }
    return TranslatedPage(
      locale: page.locale, path: page.path, bytes: bytes, original: page.original)
  }

  /// The findings of a set, in words by which they are known again.
  static func findings(_ pages: [[TranslatedPage]]) -> Set<String> {
    let report = TranslationChecker().check(pageCount: pages.count) { pages[$0] }
    return Set(
      report.findings.map {
        "\($0.locale) \($0.page) \($0.key) \($0.check) \($0.subject) \($0.message.key)"
      })
  }
}
