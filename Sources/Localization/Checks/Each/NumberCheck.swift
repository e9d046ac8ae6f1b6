/// The numbers of the source are in the translation, written in any form that means the same.
struct NumberCheck: PairCheck {
  static let check = TranslationCheck.number
  static let concerns: TextProfile.Features = .init(.number)

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.has(.number) || pair.target.has(.number), !pair.sourceRange.isEmpty else {
      return
    }
    var side = Sides(pair)
    // What means the same at first sight goes first, then all readings.
    side.removeEqual(readings: 1)
    side.joinGroups(pair.targetBytes)
    side.removeEqual(readings: .max)
    side.joinScales(pair.targetBytes)
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

  /// Takes away what both sides have, by so many of the readings of each number.
  mutating func removeEqual(readings: Int) {
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

  /// Joins numbers of the translation that are groups of one: `1 234 567` with simple blanks.
  mutating func joinGroups(_ text: [UInt8]) {
    var start = 0
    while start + 1 < target.count {
      var end = start + 1
      var value = target[start].values.first ?? 0
      while end < target.count, isGroup(end, text), let group = target[end].values.first {
        value = value * 1000 + group
        end += 1
      }
      if end - start > 1, target[start].token.range.count <= 3,
        let found = source.firstIndex(where: { number in
          number.values.contains { Self.isEqual($0, value) }
        })
      {
        source.remove(at: found)
        target.removeSubrange(start..<end)
      } else {
        start += 1
      }
    }
  }

  /// Whether a number of the translation is three digits behind one blank and another number.
  private func isGroup(_ index: Int, _ text: [UInt8]) -> Bool {
    let (before, token) = (target[index - 1].token, target[index].token)
    return token.start - before.end == 1 && text[Int(before.end)] == 32
      && token.range.count == 3
  }

  /// Joins numbers of which each has a scale word of East Asia behind it: `1億5,000万`.
  mutating func joinScales(_ text: [UInt8]) {
    for index in target.indices.dropFirst().reversed() where index < target.count {
      let (first, second) = (target[index - 1], target[index])
      guard second.token.start - first.token.end == 3, text[Int(first.token.end)] >= 0xE4,
        let large = first.values.first, let small = second.values.first, large >= 1e4,
        small < large,
        let found = source.firstIndex(where: { number in
          number.values.contains { Self.isEqual($0, large + small) }
        })
      else { continue }
      source.remove(at: found)
      target.removeSubrange(index - 1...index)
    }
  }

  /// Takes away what the other side says in words, or as a time of day of 24 hours.
  mutating func removeWords(_ pair: borrowing ComparedPair) {
    let language = pair.language
    let sourceWords = Self.words(
      pair.source, pair.sourceBytes, language.sourceNumbers, language.sourceMonths)
    let targetWords = Self.words(
      pair.target, pair.targetBytes, language.numbers, language.months)
    let targetLetters = pair.targetBytes[pair.targetRange]
    source.removeAll { number in
      number.values.contains { value in
        if targetWords.contains(where: { Self.isEqual($0, value) }) { return true }
        // Numbers up to two are often part of the grammar: dual forms, "a single".
        if value <= 2, pair.language.script == .arabic { return true }
        return Self.isPartOfWord(number.token, pair.sourceBytes, targetLetters)
      }
    }
    // "Per second" is "1 秒あたり".
    let countsOnes = language.script == .eastAsian
    target.removeAll { number in
      if countsOnes, number.values == [1] { return true }
      return number.values.contains { value in sourceWords.contains { Self.isEqual($0, value) } }
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

  /// The numbers that a text says in words, with those of months.
  private static func words(
    _ profile: TextProfile, _ text: [UInt8], _ words: NumberWords, _ months: MonthNames
  ) -> [Double] {
    var all: [Double] = []
    var before: [Double] = []
    for (index, token) in profile.tokens.enumerated() where token.kind == .word {
      // `pour cent` is no hundred.
      let isPercent =
        index > 0 && text.hasBytes("pour", at: Int(profile.tokens[index - 1].start))
        && text.hasBytes("cent", at: Int(token.start))
      if isPercent { continue }
      let values = words.values(text, token.range)
      all += values
      if let scale = words.scale(text, token.range) {
        all.append(scale)
        // `three thousand`
        all += before.map { $0 * scale }
      } else if values.isEmpty, let value = roman(text[token.range]) {
        all.append(value)
      }
      if let month = months.month(text, token.range) { all.append(Double(month + 1)) }
      before = values
    }
    return all
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
