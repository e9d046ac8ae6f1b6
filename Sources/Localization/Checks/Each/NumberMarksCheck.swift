import Model

/// What belongs to a number stays with it: its minus, its percent sign, its unit.
struct NumberMarksCheck: PairCheck {
  static let check = TranslationCheck.number
  static let concerns: TextProfile.Features = .init(.number)

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.has(.number), pair.target.has(.number) else { return }
    let (source, target) = (pair.source.tokens, pair.target.tokens)
    for (index, token) in source.enumerated() where token.kind == .number {
      if isPercentage(pair, token), !hasPercent(pair) {
        return change(pair, token.start..<token.end + 1, number(like: token, pair), &report)
      }
      if isNegative(pair, token), let plain = positive(like: token, pair) {
        let minus: Int32 = pair.sourceBytes[Int(token.start) - 1] == UInt8(ascii: "-") ? 1 : 3
        return change(pair, token.start - minus..<token.end, plain, &report)
      }
      guard let unit = unit(behind: index, source, pair.sourceBytes) else { continue }
      let others = target.indices.compactMap { place in
        target[place].kind == .number
          ? self.unit(behind: place, target, pair.targetBytes).map { (place, $0) } : nil
      }
      // What stands behind the same digits tells most; other numbers only where they are elsewhere.
      let digits = pair.sourceBytes[token.range]
      let same = others.filter { pair.targetBytes[target[$0.0].range] == digits }
      if (same.isEmpty ? others : same).contains(where: { $0.1 == unit }) { continue }
      // The number may be said in words: "one year".
      let isSaid = target.contains { token in
        token.kind == .word && MeasureUnit(pair.targetBytes[token.range]) == unit
      }
      if isSaid, same.isEmpty { continue }
      guard let other = (same + others).first(where: { $0.1.kind == unit.kind }) else {
        if !isSaid, isBare(digits, pair) {
          change(pair, token.start..<source[index + 1].end, nil, &report)
        }
        continue
      }
      let found = target[other.0].start..<target[other.0 + 1].end
      return change(pair, token.start..<source[index + 1].end, found, &report)
    }
  }

  /// Whether the translation has the same digits with nothing but a mark or the end behind them.
  private static func isBare(_ digits: ArraySlice<UInt8>, _ pair: borrowing ComparedPair) -> Bool {
    pair.target.tokens.contains { token in
      guard token.kind == .number, pair.targetBytes[token.range] == digits else { return false }
      let end = Int(token.end)
      if end == pair.targetRange.upperBound { return true }
      return ".,;:)".utf8.contains(pair.targetBytes[end])
        || pair.targetBytes.hasBytes("،", at: end) || pair.targetBytes.hasBytes("。", at: end)
    }
  }

  private static func change(
    _ pair: borrowing ComparedPair, _ expected: Range<Int32>, _ found: Range<Int32>?,
    _ report: inout PairReport
  ) {
    let source = ComparedPair.text(
      pair.sourceBytes[Int(expected.lowerBound)..<Int(expected.upperBound)])
    guard let found else {
      return report.add("missing", ["expected": .code(source)], subject: source)
    }
    let range = Int(found.lowerBound)..<Int(found.upperBound)
    report.add(
      "changed",
      ["expected": .code(source), "found": .code(ComparedPair.text(pair.targetBytes[range]))],
      at: range.lowerBound, subject: source)
  }

  /// The same digits in the translation, or its first number.
  private static func number(
    like token: TextToken, _ pair: borrowing ComparedPair
  ) -> Range<Int32>? {
    let digits = pair.sourceBytes[token.range]
    let numbers = pair.target.all(.number)
    let same = numbers.first { pair.targetBytes[$0.range] == digits } ?? numbers.first
    return same.map { $0.start..<$0.end }
  }

  private static func isPercentage(_ pair: borrowing ComparedPair, _ token: TextToken) -> Bool {
    Int(token.end) < pair.sourceRange.upperBound
      && pair.sourceBytes[Int(token.end)] == UInt8(ascii: "%")
  }

  /// Whether a translation has a percent sign, or says it in words.
  private static func hasPercent(_ pair: borrowing ComparedPair) -> Bool {
    if pair.targetBytes.position(of: UInt8(ascii: "%"), in: pair.targetRange) != nil { return true }
    let text = ComparedPair.text(pair.targetBytes[pair.targetRange]).lowercased()
    return percents.contains { text.contains($0) }
  }

  private static let percents = [
    "٪", "％", "percent", "prozent", "procent", "pour cent", "por cien", "por cento", "per cento",
    "процент", "пайыз", "مائة", "مئة", "パーセント", "百分", "퍼센트", "אחוז", "yüzde",
  ]

  /// Whether a number of the source has a minus that parts nothing.
  private static func isNegative(_ pair: borrowing ComparedPair, _ token: TextToken) -> Bool {
    let (text, start) = (pair.sourceBytes, Int(token.start))
    let first = pair.sourceRange.lowerBound
    var sign = start
    if start > first, text[start - 1] == UInt8(ascii: "-") {
      sign = start - 1
    } else if start - 3 >= first, text.hasBytes("−", at: start - 3) {
      sign = start - 3
    }
    guard sign < start else { return false }
    return sign == first || text[sign - 1].isWhitespace || "(\"'*:=".utf8.contains(text[sign - 1])
  }

  /// Where the translation has the number without a minus near by or in words; `nil` if it has one
  /// with a minus, or none.
  private static func positive(
    like token: TextToken, _ pair: borrowing ComparedPair
  ) -> Range<Int32>? {
    let readings = values(token, pair.sourceBytes)
    let same = pair.target.all(.number).filter {
      !values($0, pair.targetBytes).isDisjoint(with: readings)
    }
    guard let first = same.first else { return nil }
    for number in same {
      // Marks of direction may stand between a number and its sign.
      let start = max(pair.targetRange.lowerBound, Int(number.start) - 7)
      let end = min(pair.targetRange.upperBound, Int(number.end) + 7)
      let near = ComparedPair.text(pair.targetBytes[start..<end])
      if near.unicodeScalars.contains(where: { "-−–‑﹣－".unicodeScalars.contains($0) }) {
        return nil
      }
    }
    let text = ComparedPair.text(pair.targetBytes[pair.targetRange]).lowercased()
    return minusWords.contains { text.contains($0) } ? nil : first.start..<first.end
  }

  private static func values(_ token: TextToken, _ text: [UInt8]) -> Set<Double> {
    Set(NumberReader.readings(text[token.range].filter { $0 < 0x80 }))
  }

  private static let minusWords = [
    "minus", "moins", "menos", "meno", "минус", "ناقص", "سالب", "マイナス", "负", "負", "마이너스",
    "영하", "eksi", "מינוס", "negat", "négat", "отриц", "теріс", "ujemn",
  ]

  /// The unit that the word behind a number names; `°` stands before the sign of a temperature.
  ///
  /// Nothing but blanks and hyphens parts them. `an`, a year in French, is one behind 1 only: in
  /// English it is an article.
  private static func unit(
    behind index: Int, _ tokens: [TextToken], _ text: [UInt8]
  ) -> MeasureUnit? {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .word else { return nil }
    let (end, word) = (Int(tokens[index].end), tokens[index + 1].range)
    let hasDegree = text.hasBytes("°", at: word.lowerBound - 2) && word.lowerBound - 2 >= end
    let gap = end..<word.lowerBound - (hasDegree ? 2 : 0)
    guard gap.count <= 3, text[gap].allSatisfy({ $0 == 32 || $0 == 45 || $0 >= 0x80 }),
      !text[word].elementsEqual("an".utf8) || text[tokens[index].range].elementsEqual("1".utf8)
    else { return nil }
    return MeasureUnit(text[word.lowerBound - (hasDegree ? 2 : 0)..<word.upperBound])
  }
}
