import Model

/// The digit of a short word stays: `v1` isn't `v2`.
///
/// Words such as `B2B` and `3D` may become others; only one that differs in its digits alone, and that
/// the source doesn't have, is a mistake.
struct ShortNameCheck: PairCheck {
  static let check = TranslationCheck.identifier
  static let concerns: TextProfile.Features = .shortName

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    let (source, target) = (pair.source.tokens, pair.target.tokens)
    for token in source where isShortName(token, pair.sourceBytes) {
      let name = pair.sourceBytes[token.range]
      if target.contains(where: { has(pair.targetBytes, $0, name) }) { continue }
      let other = target.first { other in
        isShortName(other, pair.targetBytes)
          && letters(pair.targetBytes[other.range]) == letters(name)
          && !source.contains { has(pair.sourceBytes, $0, pair.targetBytes[other.range]) }
      }
      guard let other else { continue }
      let text = pair.sourceText(token)
      report.add(
        "changed", ["expected": .code(text), "found": .code(pair.targetText(other))],
        at: Int(other.start), subject: text)
    }
  }

  private static func isShortName(_ token: TextToken, _ text: [UInt8]) -> Bool {
    token.kind == .word && token.scripts == .latin && token.range.count <= 3
      && text[token.range].contains(where: \.isDigit)
  }

  /// Whether a piece has a name in it, as `/v1/` has `v1`, whatever the case of its letters.
  private static func has(
    _ text: [UInt8], _ token: TextToken, _ name: ArraySlice<UInt8>
  ) -> Bool {
    guard token.range.count >= name.count else { return false }
    return (token.range.lowerBound...token.range.upperBound - name.count).contains { start in
      zip(text[start..<start + name.count], name).allSatisfy {
        $0 == $1 || ($0 ^ $1 == 32 && $0.isLetter)
      }
    }
  }

  private static func letters(_ name: ArraySlice<UInt8>) -> [UInt8] {
    name.map { $0.isDigit ? 48 : $0 | 32 }
  }
}
