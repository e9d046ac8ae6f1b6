/// The numbers of the source are in the translation, written in any form that means the same.
struct NumberCheck: PairCheck {
  static let check = TranslationCheck.number
  static let concerns: TextProfile.Features = .init(.number)

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.has(.number) || pair.target.has(.number), !pair.sourceRange.isEmpty else {
      return
    }
    var side = Sides(pair)
    side.removeEqual()
    side.joinGroups(pair.targetBytes)
    if side.isSettled { return }
    side.removeWords(pair)
    let missing = side.source.map(\.token)
    let extra = side.target.map(\.token)
    // Made-up telephone numbers and the like were made local as a whole: one finding says it.
    if missing.count > 1, extra.count > 1, missing.count + extra.count > 4 {
      return report.add(pair, missing: [missing[0]], extra: [extra[0]])
    }
    report.add(pair, missing: missing, extra: extra)
  }
}

/// The numbers of both sides that have no counterpart yet.
private struct Sides {
  typealias Number = (token: TextToken, values: [Double])
  var source: [Number]
  var target: [Number]

  init(_ pair: borrowing ComparedPair) {
    source = Self.numbers(
      pair.source,
      NumberReader(
        text: pair.sourceBytes, words: pair.language.sourceNumbers,
        keepsUnscaled: !pair.language.numbers.knowsScales),
      pair.sourceRange.upperBound)
    target = Self.numbers(
      pair.target, NumberReader(text: pair.targetBytes, words: pair.language.numbers),
      pair.targetRange.upperBound)
    // A 360-degree view may keep its number or lose it.
    if pair.source.has(.number),
      pair.sourceBytes.range(of: "360-degree", in: pair.sourceRange) != nil
    {
      target.removeAll { $0.values.first == 360 }
    }
  }

  var isSettled: Bool { source.isEmpty && target.isEmpty }

  private static func numbers(
    _ profile: TextProfile, _ reader: NumberReader, _ end: Int
  ) -> [Number] {
    profile.tokens.indices.compactMap { index in
      let token = profile.tokens[index]
      guard token.kind == .number, !reader.isManner(token) else { return nil }
      return (token, reader.values(of: token, in: profile.tokens[index...], end: end))
    }
  }

  /// Takes away what both sides have: first what means the same at first sight, then all readings.
  mutating func removeEqual() {
    for readings in [1, Int.max] {
      source.removeAll { number in
        let index = target.firstIndex { other in
          number.values.prefix(readings).contains { value in
            other.values.prefix(readings).contains { Self.isEqual($0, value) }
          }
        }
        if let index { target.remove(at: index) }
        return index != nil
      }
    }
  }

  /// Joins numbers of the translation that are groups of one: `100 000` with a simple blank.
  mutating func joinGroups(_ text: [UInt8]) {
    for index in target.indices.dropFirst().reversed() where index < target.count {
      let (first, second) = (target[index - 1], target[index])
      guard second.token.start - first.token.end == 1, text[Int(first.token.end)] == 32,
        second.token.end - second.token.start == 3, let thousands = first.values.first,
        let rest = second.values.first,
        let found = source.firstIndex(where: { number in
          number.values.contains { Self.isEqual($0, thousands * 1000 + rest) }
        })
      else { continue }
      source.remove(at: found)
      target.removeSubrange(index - 1...index)
    }
  }

  /// Takes away what the other side says in words, or as a time of day of 24 hours.
  mutating func removeWords(_ pair: borrowing ComparedPair) {
    let sourceWords = Self.words(
      pair.source, pair.sourceBytes, pair.language.sourceNumbers)
    let targetWords = Self.words(pair.target, pair.targetBytes, pair.language.numbers)
    let targetLetters = pair.targetBytes[pair.targetRange]
    source.removeAll { number in
      number.values.contains { value in
        if targetWords.contains(where: { Self.isEqual($0, value) }) { return true }
        // Numbers up to two are often part of the grammar: dual forms, "a single".
        if value <= 2, pair.language.script == .arabic { return true }
        return Self.isPartOfWord(number.token, pair.sourceBytes, targetLetters)
      }
    }
    target.removeAll { number in
      number.values.contains { value in sourceWords.contains { Self.isEqual($0, value) } }
        || Self.isPartOfWord(
          number.token, pair.targetBytes, pair.sourceBytes[pair.sourceRange])
    }
    // 3 PM is 15:00.
    source.removeAll { number in
      guard let hour = number.values.first, hour < 12,
        let index = target.firstIndex(where: { $0.values.contains(hour + 12) })
      else { return false }
      target.remove(at: index)
      return true
    }
  }

  private static func words(
    _ profile: TextProfile, _ text: [UInt8], _ words: NumberWords
  ) -> [Double] {
    profile.tokens.enumerated().compactMap { index, token in
      guard token.kind == .word else { return nil }
      // `pour cent` is no hundred.
      let isPercent = index > 0 && text.hasBytes("pour", at: Int(profile.tokens[index - 1].start))
      if isPercent, text.hasBytes("cent", at: Int(token.start)) { return nil }
      return words.value(text, token.range) ?? words.scale(text, token.range)
        ?? roman(text[token.range])
    }
  }

  /// The value of a small Roman numeral: `John Doe II`.
  private static func roman(_ word: ArraySlice<UInt8>) -> Double? {
    let numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
    guard word.count <= 4, let place = numerals.firstIndex(where: { word.elementsEqual($0.utf8) })
    else { return nil }
    return Double(place + 1)
  }

  /// Whether a number of one side is part of a word on the other: `2D` and `2-D`.
  private static func isPartOfWord(
    _ token: TextToken, _ text: [UInt8], _ other: ArraySlice<UInt8>
  ) -> Bool {
    let digits = Array(text[token.range])
    guard digits.count <= other.count, let first = digits.first else { return false }
    for start in other.startIndex...(other.endIndex - digits.count) where other[start] == first {
      guard other[start..<start + digits.count].elementsEqual(digits) else { continue }
      let before = start > other.startIndex ? other[start - 1] : 32
      let after = start + digits.count < other.endIndex ? other[start + digits.count] : 32
      let touchesLetter = before.isLetter || after.isLetter
      if touchesLetter, !before.isDigit, !after.isDigit { return true }
    }
    return false
  }

  private static func isEqual(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= max(1, abs(left)) * 1e-9
  }
}
