import Model

/// Letters are those that were written: no `Ã©` for `é`, no `?` in place of letters.
struct EncodingCheck: PairCheck {
  static let check = TranslationCheck.encoding
  static let concerns: TextProfile.Features = .doubtfulLetters

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.target.features.contains(.doubtfulLetters) else { return }
    if let found = first(pair.target, pair.targetBytes, pair.targetRange),
      first(pair.source, pair.sourceBytes, pair.sourceRange) == nil
    {
      let text = ComparedPair.text(pair.targetBytes[found])
      report.add("garbled", ["found": .code(text)], at: found.lowerBound, subject: "garbled")
    }
  }

  private static func first(
    _ profile: TextProfile, _ text: [UInt8], _ range: Range<Int>
  ) -> Range<Int>? {
    guard profile.features.contains(.doubtfulLetters) else { return nil }
    var garbled = GarbledText(text, range)
    if let misread = garbled.firstMisreading() { return misread }
    let skipped = profile.tokens.filter { isNoText($0.kind) }.map(\.range)
    return garbled.firstLostLetters(skipped)
  }

  private static func isNoText(_ kind: TextToken.Kind) -> Bool {
    switch kind {
    case .code, .link, .image, .tag, .entity, .placeholder, .identifier: true
    default: false
    }
  }
}
