import Localization

/// What anchors may mean the headings of a page, beside the headings' ids: links often keep the words of
/// one language where an id is made of those of another.
struct HeadingWords {
  private struct Heading {
    var level: Int
    var id: String
    /// What the id would be by the heading's words, and by the source of its unit.
    var words: String
    var source: String?
  }

  private var ids: [String: String] = [:]

  /// Reads the headings.
  ///
  /// - Parameters:
  ///   - page: A page.
  ///   - original: The same page in the source language; `nil` where there is none.
  init(page: [UInt8], original: [UInt8]?) {
    let headings = Self.headings(of: page)
    for heading in headings {
      ids[heading.words] = ids[heading.words] ?? heading.id
      if let source = heading.source { ids[source] = ids[source] ?? heading.id }
    }
    for (place, original) in Self.pairs(headings, original.map(Self.headings) ?? []) {
      for name in [original.id, original.words] {
        ids[name] = ids[name] ?? headings[place].id
      }
    }
  }

  /// The headings of two pages that stand at the same place: between those with the same ids, in their
  /// order, where both pages have as many of a level.
  private static func pairs(
    _ headings: [Heading], _ originals: [Heading]
  ) -> [(place: Int, original: Heading)] {
    let places = Dictionary(
      headings.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var pairs: [(Int, Heading)] = []
    var (own, other) = (0, 0)
    for end in 0...originals.count {
      let place = end < originals.count ? places[originals[end].id] : headings.count
      guard let place, place >= own else { continue }
      for level in 1...6 {
        let here = (own..<place).filter { headings[$0].level == level }
        let there = (other..<end).filter { originals[$0].level == level }
        if here.count == there.count { pairs += zip(here, there.map { originals[$0] }) }
      }
      (own, other) = (place + 1, end + 1)
    }
    return pairs
  }

  /// The id of the heading that an anchor means; `nil` where none is meant.
  ///
  /// The anchor is compared with the headings' words, with the sources of their units, and with the
  /// headings at the same place of the page in the source language.
  func id(meantBy anchor: String) -> String? { ids[anchor.lowercased()] }

  private static func headings(of text: [UInt8]) -> [Heading] {
    var ids = AnchorIDs()
    return HeadingNames.headings(of: text).filter { !$0.isTab }.map { heading in
      let words = HeadingNames.slug(text, heading.words)
      let line = Array(text[heading.words])
      let hasUnits = line.range(of: "data-stu-id=", in: 0..<line.count) != nil
      return Heading(
        level: heading.level, id: ids.unique(heading.name ?? words), words: words,
        source: hasUnits ? HeadingAnchor.slug(ofMarkdown: Units.plainSource(of: line)) : nil)
    }
  }
}
