/// Placeholders are filled in by a program: each one of the source must be there unchanged.
struct PlaceholderCheck: PairCheck {
  static let check = TranslationCheck.placeholder
  static let concerns: TextProfile.Features = .init(.placeholder)

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.has(.placeholder) || pair.target.has(.placeholder) else { return }
    let (missing, extra) = pair.difference(.placeholder)
    report.add(pair, missing: missing, extra: extra)
  }
}
