public import Model

/// What headings are called in each language, mined page by page.
///
/// A heading counts as a term where the set has it more than once: a single one has neither a usual
/// translation nor a deviation.
public struct HeadingTerms: Sendable {
  private var uses: [LocaleTag: LabelUses] = [:]
  private var texts = LabelTexts()

  /// Nothing is mined yet.
  public init() {}

  /// Takes the headings of a page.
  public mutating func add(_ page: TranslatedPage) {
    var lines = LineCursor(LineTable(page.bytes))
    for pair in page.pairs where pair.key.kind == .sentence {
      guard Self.isHeading(pair.target, in: page.bytes), let source = page.source(of: pair) else {
        continue
      }
      uses[page.locale, default: LabelUses()].add(
        at: TextPlace(page: 0, source: 0, of: pair, &lines),
        sources: [SourceLabel(digest: texts.digest(source))],
        targets: [texts.digest(page.target(of: pair))])
    }
  }

  /// What headings are called in a language.
  public func glossary(of locale: LocaleTag) -> Glossary {
    let all = uses[locale] ?? LabelUses()
    var counts: [UInt64: Int] = [:]
    for use in all.uses {
      for label in all.sources(of: use) { counts[label.digest, default: 0] += 1 }
    }
    var repeated = LabelUses()
    for use in all.uses {
      let sources = all.sources(of: use).filter { counts[$0.digest, default: 0] > 1 }
      if !sources.isEmpty {
        repeated.add(at: use.place, sources: sources, targets: all.targets(of: use))
      }
    }
    return Glossary(repeated, texts)
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
