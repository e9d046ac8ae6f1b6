import Model

/// A name of the source that a translation has with one letter changed: `Omnisend`, not `Ommisend`.
///
/// In letters of another script a Latin word is a name. Among Latin ones it is one if it has its
/// capital inside the sentence, in both texts; German gives one to every noun.
struct NameSpellingCheck: PairCheck {
  static let check = TranslationCheck.identifier
  static let concerns: TextProfile.Features = .latinInTarget

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    let isLatin = pair.language.script == .latin
    guard !(isLatin && pair.language.locale.language == "de"), !pair.isSame else { return }
    for token in pair.target.tokens where isCandidate(token) {
      if isLatin, !isInside(token, pair.target, pair.targetBytes, pair.targetRange) { continue }
      let word = pair.targetBytes[token.range]
      if isThere(word, pair.source, pair.sourceBytes) { continue }
      let name = pair.source.tokens.first { other in
        isCandidate(other) && abs(other.range.count - token.range.count) <= 1
          && (!isLatin || isInside(other, pair.source, pair.sourceBytes, pair.sourceRange))
          && isNear(pair.sourceBytes[other.range], word, ignoresEnd: isLatin)
          && !isThere(pair.sourceBytes[other.range], pair.target, pair.targetBytes)
      }
      guard let name else { continue }
      let text = pair.sourceText(name)
      report.add(
        "changed", ["expected": .code(text), "found": .code(pair.targetText(token))],
        at: Int(token.start), subject: text)
    }
  }

  private static func isCandidate(_ token: TextToken) -> Bool {
    token.kind == .word && token.isCapitalized && token.scripts == .latin && token.range.count >= 5
  }

  /// Whether a text has a word, whatever the case of its letters.
  private static func isThere(
    _ word: ArraySlice<UInt8>, _ profile: TextProfile, _ text: [UInt8]
  ) -> Bool {
    profile.tokens.contains { token in
      (token.kind == .word || token.kind == .identifier) && token.range.count == word.count
        && zip(text[token.range], word).allSatisfy { $0 == $1 || ($0 ^ $1 == 32 && $0.isLetter) }
    }
  }

  /// Whether a word stands inside a sentence and in no label or link, behind a word in small letters.
  private static func isInside(
    _ token: TextToken, _ profile: TextProfile, _ text: [UInt8], _ range: Range<Int>
  ) -> Bool {
    let start = Int(token.start)
    guard start - 3 > range.lowerBound else { return false }
    // `d’Omnisend`
    let isElided = text[start - 1] == UInt8(ascii: "'") || text.hasBytes("’", at: start - 3)
    let isBehindWord =
      text[start - 1] == 32
      && (text[start - 2].isLetter || text[start - 2] >= 0x80
        || text[start - 2] == UInt8(ascii: ","))
    guard isElided || isBehindWord else { return false }
    return !profile.tokens.contains {
      [.bold, .emphasis, .linkText].contains($0.kind) && $0.start <= token.start
        && token.end <= $0.end
    }
  }

  /// Whether one letter was changed, added or lost, or two in a row were exchanged; the ending of a
  /// word may be that of the language.
  private static func isNear(
    _ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>, ignoresEnd: Bool
  ) -> Bool {
    let start = zip(one, other).prefix { $0 == $1 }.count
    let end = zip(one.dropFirst(start).reversed(), other.dropFirst(start).reversed())
      .prefix { $0 == $1 }.count
    if end == 0 || ignoresEnd && end < 2 { return false }
    let (left, right) = (one.dropFirst(start).dropLast(end), other.dropFirst(start).dropLast(end))
    if left.count == 2, right.count == 2 { return left.elementsEqual(right.reversed()) }
    return left.count <= 1 && right.count <= 1
  }
}
