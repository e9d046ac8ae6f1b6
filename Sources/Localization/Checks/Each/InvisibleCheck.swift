import Model

/// Characters that can't be seen break search and comparison.
struct InvisibleCheck: PairCheck {
  static let check = TranslationCheck.invisible
  static let concerns: TextProfile.Features = .invisible

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard let offset = pair.target.invisible ?? pair.target.joiner,
      pair.source.invisible == nil
    else { return }
    let (value, _) = decodeScalar(pair.targetBytes, at: offset, before: pair.targetRange.upperBound)
    let digits = String(value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    report.add("found", ["found": .code(name)], at: offset, subject: name)
  }
}
