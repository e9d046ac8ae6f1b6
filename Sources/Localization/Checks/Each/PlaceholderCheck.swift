/// Placeholders are filled in by a program: each one of the source must be there unchanged.
struct PlaceholderCheck: PairCheck {
  static let check = TranslationCheck.placeholder
  static let concerns: TextProfile.Features = .init(.placeholder)

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.has(.placeholder) || pair.target.has(.placeholder) else { return }
    // In formulas blanks don't count.
    let (missing, extra) = pair.difference(.placeholder) { one, other in
      one.lazy.filter { !$0.isWhitespace }.elementsEqual(
        other.lazy.filter { !$0.isWhitespace })
    }
    report.add(pair, missing: missing, extra: extra)
    guard missing.isEmpty, extra.isEmpty else { return }
    // Those without a number are filled in by their order.
    let sources = ordered(pair.source, pair.sourceBytes)
    let targets = ordered(pair.target, pair.targetBytes)
    for (one, other) in zip(sources, targets)
    where pair.sourceBytes[one.range] != pair.targetBytes[other.range] {
      return report.add(pair, missing: [one], extra: [other])
    }
    examineNames(pair, &report)
  }

  /// Reports two names in a row, `{first} {last}` or `from {start} to {end}`, that have taken each
  /// other's place: nothing stands between them that languages put in another order.
  private static func examineNames(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    let sources = pair.source.all(.placeholder)
    let targets = pair.target.all(.placeholder)
    for (one, other) in zip(sources, sources.dropFirst()) where isJoint(one, other, pair) {
      let (name, otherName) = (pair.sourceBytes[one.range], pair.sourceBytes[other.range])
      let places = targets.filter { pair.targetBytes[$0.range] == name }
      let otherPlaces = targets.filter { pair.targetBytes[$0.range] == otherName }
      guard name != otherName, places.count == 1, otherPlaces.count == 1,
        otherPlaces[0].start < places[0].start
      else { continue }
      return report.add(pair, missing: [one], extra: [otherPlaces[0]])
    }
  }

  /// Whether what stands between two placeholders of the source joins them.
  private static func isJoint(
    _ one: TextToken, _ other: TextToken, _ pair: borrowing ComparedPair
  ) -> Bool {
    guard one.end <= other.start, other.start - one.end <= 8 else { return false }
    let between = ComparedPair.text(pair.sourceBytes[Int(one.end)..<Int(other.start)])
    switch between {
    case " to ", " and ", " until ":
      let start = max(pair.sourceRange.lowerBound, Int(one.start) - 8)
      let before = ComparedPair.text(pair.sourceBytes[start..<Int(one.start)]).lowercased()
      return between == " and " || before.hasSuffix("from ") || before.hasSuffix("between ")
    case " or ", ", and ", ", or ": return true
    default: return !between.utf8.contains(where: \.isLetter)
    }
  }

  private static func ordered(_ profile: TextProfile, _ text: [UInt8]) -> [TextToken] {
    profile.all(.placeholder).filter { $0.range.count == 2 && text[Int($0.start)] == 37 }
  }
}
