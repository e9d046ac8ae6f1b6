public import Model

/// What headings are called in each language, mined page by page.
///
/// A heading counts as a term where the set has it more than once: a single one has neither a usual
/// translation nor a deviation.
public struct HeadingTerms: Sendable {
  private var uses: [LocaleTag: [LabelObservation]] = [:]
  private var texts = LabelTexts()

  /// Nothing is mined yet.
  public init() {}

  /// Takes the headings of a page.
  public mutating func add(_ page: TranslatedPage) {
    let lines = LineTable(page.bytes)
    for (index, pair) in page.pairs.enumerated() where pair.key.kind == .sentence {
      guard Self.isHeading(pair.target, in: page.bytes), let source = page.source(of: pair) else {
        continue
      }
      uses[page.locale, default: []].append(
        LabelObservation(
          place: TextPlace(page: 0, index: index, of: pair, lines),
          sources: [SourceLabel(digest: texts.digest(source))],
          targets: [texts.digest(page.target(of: pair))]))
    }
  }

  /// What headings are called in a language.
  public func glossary(of locale: LocaleTag) -> Glossary {
    let all = uses[locale] ?? []
    var counts: [UInt64: Int] = [:]
    for use in all { counts[use.sources[0].digest, default: 0] += 1 }
    return Glossary(all.filter { counts[$0.sources[0].digest, default: 0] > 1 }, texts)
  }

  /// Whether a text stands in a heading: its line begins with `#`.
  private static func isHeading(_ text: Range<Int>, in page: [UInt8]) -> Bool {
    var start = text.lowerBound
    // Between the marker and the text stand an anchor and the tag of the span.
    let limit = max(0, start - 400)
    while start > limit, page[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    guard start == 0 || page[start - 1] == UInt8(ascii: "\n") else { return false }
    let marks = page[start..<text.lowerBound].prefix { $0 == UInt8(ascii: "#") }.count
    return (1...6).contains(marks) && start + marks < page.count && page[start + marks].isBlank
  }
}
