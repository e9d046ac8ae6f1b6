import Model

/// Names such as `customerId`, `a.json` or `B2B` must stand in the translation as they are.
struct IdentifierCheck: PairCheck {
  static let check = TranslationCheck.identifier
  static let concerns: TextProfile.Features = .init(.identifier)

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.has(.identifier) else { return }
    var isReported: Set<String> = []
    for token in pair.source.all(.identifier) {
      let name = pair.sourceBytes[token.range]
      if isThere(pair, name, isExact: hasOtherForm(pair, token)) { continue }
      let text = pair.sourceText(token)
      guard isReported.insert(text).inserted else { continue }
      report.add("missing", ["expected": .code(text)], subject: text)
    }
  }

  /// Whether a word or a piece of code has a name, whatever the case of its letters; the address
  /// of a link says nothing to a reader, and one in the text has the name only as it is.
  private static func isThere(
    _ pair: borrowing ComparedPair, _ name: ArraySlice<UInt8>, isExact: Bool
  ) -> Bool {
    pair.target.tokens.contains { token in
      switch token.kind {
      case .word, .identifier, .code, .placeholder, .tag, .number:
        contains(pair.targetBytes, token.range, name, isExact: isExact)
      case .link:
        !isLinkTarget(pair.targetBytes, token)
          && contains(pair.targetBytes, token.range, name, isExact: true)
      default: false
      }
    }
  }

  /// Whether the source has a name in other letters too, as `DotDigital` and `dotdigital`: then one
  /// of them doesn't stand for the other.
  private static func hasOtherForm(_ pair: borrowing ComparedPair, _ name: TextToken) -> Bool {
    let bytes = pair.sourceBytes[name.range]
    return pair.source.tokens.contains { token in
      (token.kind == .word || token.kind == .identifier) && token != name
        && contains(pair.sourceBytes, token.range, bytes, isExact: false)
        && !contains(pair.sourceBytes, token.range, bytes, isExact: true)
    }
  }

  /// Whether an address is the hidden one behind a link's words.
  private static func isLinkTarget(_ text: [UInt8], _ token: TextToken) -> Bool {
    text.hasBytes("](", at: Int(token.start) - 2)
  }

  private static func contains(
    _ text: [UInt8], _ range: Range<Int>, _ name: ArraySlice<UInt8>, isExact: Bool
  ) -> Bool {
    guard let first = name.first, name.count <= range.count else { return false }
    for start in range.lowerBound...(range.upperBound - name.count)
    where isSame(text[start], first) {
      let part = text[start..<start + name.count]
      if isExact ? part == name : zip(part, name).allSatisfy(isSame) { return true }
    }
    return false
  }

  private static func isSame(_ left: UInt8, _ right: UInt8) -> Bool {
    left == right || (left ^ right == 32 && left.isLetter)
  }
}
