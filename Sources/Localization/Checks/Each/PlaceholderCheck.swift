/// Placeholders are filled in by a program: each one of the source must be there unchanged.
struct PlaceholderCheck: PairCheck {
  static let check = TranslationCheck.placeholder
  static let concerns: TextProfile.Features = .init(.placeholder)

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.has(.placeholder) || pair.target.has(.placeholder) else { return }
    let (missing, extra) = pair.difference(.placeholder)
    report.add(pair, missing: missing, extra: extra)
    guard missing.isEmpty, extra.isEmpty else { return }
    // Those without a number are filled in by their order.
    let sources = ordered(pair.source, pair.sourceBytes)
    let targets = ordered(pair.target, pair.targetBytes)
    for (one, other) in zip(sources, targets)
    where pair.sourceBytes[one.range] != pair.targetBytes[other.range] {
      return report.add(pair, missing: [one], extra: [other])
    }
  }

  private static func ordered(_ profile: TextProfile, _ text: [UInt8]) -> [TextToken] {
    profile.all(.placeholder).filter { $0.range.count == 2 && text[Int($0.start)] == 37 }
  }
}
