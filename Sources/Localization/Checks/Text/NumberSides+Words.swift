extension NumberSides {
  /// Takes away times of day that have a full stop for the colon (`15.30` for `3:30 PM`), and full
  /// hours: `9:00` is `9`.
  mutating func removeTimes(_ pair: borrowing ComparedPair) {
    for index in source.indices.dropFirst().reversed() where index < source.count {
      let (hour, minute) = (source[index - 1], source[index])
      guard minute.token.start - hour.token.end == 1, minute.token.range.count == 2,
        pair.sourceBytes[Int(hour.token.end)] == UInt8(ascii: ":"),
        let place = target.firstIndex(where: { time in
          let parts = pair.targetBytes[time.token.range].split(separator: UInt8(ascii: "."))
          guard parts.count == 2, parts[1] == pair.sourceBytes[minute.token.range],
            let value = Double(String(decoding: parts[0], as: UTF8.self))
          else { return false }
          return hour.values.contains(value) || hour.values.contains(value - 12)
        })
      else { continue }
      source.removeSubrange(index - 1...index)
      target.remove(at: place)
    }
    source.removeAll { Self.isFullHour($0.token, pair.sourceBytes) }
    target.removeAll { Self.isFullHour($0.token, pair.targetBytes) }
  }

  private static func isFullHour(_ token: TextToken, _ text: [UInt8]) -> Bool {
    token.range.count == 2 && text.hasBytes(":00", at: Int(token.start) - 1)
  }

  /// Takes away what the other side says in words, or as a time of day of 24 hours.
  mutating func removeWords(_ pair: borrowing ComparedPair) {
    let language = pair.language
    let sourceWords = Self.words(
      pair.source, pair.sourceBytes, language.sourceNumbers, language.sourceMonths)
    let targetWords = Self.words(
      pair.target, pair.targetBytes, language.numbers, language.months)
    let targetLetters = pair.targetBytes[pair.targetRange]
    let sourceHasHalf = language.sourceNumbers.haveHalf(pair.sourceBytes, pair.source)
    let targetHasHalf = language.numbers.haveHalf(pair.targetBytes, pair.target)
    source.removeAll { number in
      number.values.contains { value in
        if targetHasHalf, value - value.rounded(.down) == 0.5 { return true }
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
      return number.values.contains { value in
        sourceHasHalf && value - value.rounded(.down) == 0.5
          || sourceWords.contains { Self.isEqual($0, value) }
      }
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
      } else if let value = values.first, let first = before.first,
        first < 10 && value >= 10 && value <= 90 || first >= 10 && first <= 90 && value < 10
      {
        // `twenty one`, and `five and twenty` where "and" is part of the word.
        all.append(first + value)
      } else if values.isEmpty, let value = roman(text[token.range]) {
        all.append(value)
      }
      if let month = months.month(text, token.range) { all.append(Double(month + 1)) }
      before = values
    }
    return all
  }

  /// The value of a Roman numeral below 40, perhaps with the ending of an ordinal: `John Doe II`,
  /// `le XXIe siècle`.
  private static func roman(_ word: ArraySlice<UInt8>) -> Double? {
    let ending = word.reversed().prefix { (97...122).contains($0) || $0 >= 0x80 }.count
    let numeral = String(decoding: word.dropLast(ending), as: UTF8.self)
    guard ending <= 3, !numeral.isEmpty, ending == 0 || numeral.count > 1 else { return nil }
    let tens = numeral.prefix { $0 == "X" }
    let rest = numeral.dropFirst(tens.count)
    // IX begins with another letter than its ten.
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    guard tens.count <= 3, let value = ones.firstIndex(of: String(rest)) else { return nil }
    return Double(tens.count * 10 + value)
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
}
