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
      let isExact = hasOtherForm(pair, token)
      let other = isExact ? nil : inOtherCase(pair, name)
      if other == nil, isThere(pair, name, isExact: isExact) { continue }
      let text = pair.sourceText(token)
      guard isReported.insert(text).inserted else { continue }
      if let other {
        report.add(
          "changed", ["expected": .code(text), "found": .code(pair.targetText(other))],
          at: Int(other.start), subject: text)
        continue
      }
      report.add("missing", ["expected": .code(text)], subject: text)
    }
  }

  /// A word of the translation that is the name but for the case of its letters.
  ///
  /// The first letter may be any, and addresses are written in any case; `nil` too if the name itself
  /// is there.
  private static func inOtherCase(
    _ pair: borrowing ComparedPair, _ name: ArraySlice<UInt8>
  ) -> TextToken? {
    guard name.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }) else {
      return nil
    }
    let same = pair.target.tokens.filter { token in
      (token.kind == .word || token.kind == .identifier) && token.range.count == name.count
        && zip(pair.targetBytes[token.range], name).allSatisfy(isSame)
    }
    let isSpelled = same.contains { token in
      pair.targetBytes[token.range].dropFirst() == name.dropFirst()
    }
    return isSpelled || isThere(pair, name, isExact: true) ? nil : same.first
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
