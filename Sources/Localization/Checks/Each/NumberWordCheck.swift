import Model

/// A number that the source says in words is no other one: "three steps" isn't "quatre étapes".
///
/// Only words from three to twelve count; smaller ones are grammar as often as not.
struct NumberWordCheck: PairCheck {
  static let check = TranslationCheck.number
  static let concerns: TextProfile.Features = .numberWord

  private static let range = 3.0...12.0

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.features.contains(.numberWord), pair.language.numbers.knowsValues
    else { return }
    let expected = said(
      pair.source.tokens, pair.sourceBytes, pair.language.sourceNumbers)
    let found = said(pair.target.tokens, pair.targetBytes, pair.language.numbers)
    let digits = Set(digitRuns(pair.sourceBytes[pair.sourceRange]))
    let targetDigits = Set(digitRuns(pair.targetBytes[pair.targetRange]))
    for (token, values) in expected
    where SourceWords.isNumber(pair.sourceBytes, token.range) && values.contains(where: isCounted) {
      let isThere = values.contains { value in
        targetDigits.contains(Int(value)) || found.contains { $0.values.contains(value) }
      }
      if isThere { continue }
      let other = found.first { word in
        word.values.count == 1 && isCounted(word.values[0])
          && !digits.contains(Int(word.values[0]))
          && !expected.contains { $0.values.contains(word.values[0]) }
      }
      guard let other else { continue }
      let text = pair.sourceText(token)
      report.add(
        "changed", ["expected": .code(text), "found": .code(pair.targetText(other.token))],
        at: Int(other.token.start), subject: text)
    }
  }

  private static func isCounted(_ value: Double) -> Bool { range.contains(value) }

  private static func said(
    _ tokens: [TextToken], _ text: [UInt8], _ words: NumberWords
  ) -> [(token: TextToken, values: [Double])] {
    var said: [(token: TextToken, values: [Double])] = []
    for token in tokens where token.kind == .word {
      let values = words.values(text, token.range)
      if values.isEmpty { continue }
      said.append((token, values))
      // Kazakh and Arabic say "ten two" and "two ten" for twelve.
      guard said.count > 1, let last = said[said.count - 2].values.first,
        token.start - said[said.count - 2].token.end == 1,
        min(last, values[0]) < 10, max(last, values[0]) == 10
      else { continue }
      said[said.count - 2].values.append(last + values[0])
      said[said.count - 1].values.append(last + values[0])
    }
    return said
  }

  /// The numbers of one or two digits that stand anywhere, also in words.
  private static func digitRuns(_ text: ArraySlice<UInt8>) -> [Int] {
    text.split { !$0.isDigit }.filter { $0.count <= 2 }.map { run in
      run.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
  }
}
