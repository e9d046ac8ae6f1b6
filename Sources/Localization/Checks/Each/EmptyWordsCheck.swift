import Model

/// A link has words, and an image an alternative text, where the source has them.
struct EmptyWordsCheck: PairCheck {
  static let check = TranslationCheck.link
  static let concerns: TextProfile.Features = .emptyWords

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    for kind in [TextToken.Kind.link, .image] {
      let empty = addresses(kind, pair.target, pair.targetBytes)
      guard let first = empty.first,
        empty.count > addresses(kind, pair.source, pair.sourceBytes).count
      else { continue }
      report.check = kind == .link ? .link : .image
      let address = pair.targetText(first)
      report.add(
        "empty", ["found": .code(address)], at: max(0, Int(first.start) - 3),
        subject: "empty \(address)")
    }
  }

  /// The addresses behind `[](`.
  private static func addresses(
    _ kind: TextToken.Kind, _ profile: TextProfile, _ text: [UInt8]
  ) -> [TextToken] {
    profile.all(kind).filter { token in
      var place = Int(token.start) - 3
      guard text.hasBytes("](", at: place + 1) else { return false }
      while place > 0, text[place].isWhitespace { place -= 1 }
      return place >= 0 && text[place] == UInt8(ascii: "[")
    }
  }
}
