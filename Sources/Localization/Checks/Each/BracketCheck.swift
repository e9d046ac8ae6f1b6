import Model

/// Brackets that match in the source match in the translation, and there are as many.
struct BracketCheck: PairCheck {
  static let check = TranslationCheck.bracket
  static let concerns: TextProfile.Features = .brackets

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    let (source, target) = (pair.source, pair.target)
    if let wide = target.wideBracket, source.wideBracket == nil,
      pair.language.script != .eastAsian || target.openWide != 0
    {
      let mark = ComparedPair.text(
        pair.targetBytes[wide..<min(wide + 3, pair.targetRange.upperBound)])
      report.add("script", ["mark": .code(mark)], at: wide, subject: "script")
    }
    if target.openRound != 0, source.openRound == 0 {
      report.add(target.openRound > 0 ? "open" : "closed", ["mark": .code("( )")], subject: "( )")
    } else if target.roundCount < source.roundCount, target.openRound == 0,
      source.roundCount - target.roundCount > pluralAbbreviations(pair)
    {
      report.add("missing", ["mark": .code("( )")], subject: "( )")
    } else if target.roundCount > source.roundCount + 1, target.openRound == 0 {
      report.add("extra", ["mark": .code("( )")], subject: "( )")
    }
    if target.openSquare != source.openSquare {
      report.add(target.openSquare > 0 ? "open" : "closed", ["mark": .code("[ ]")], subject: "[ ]")
    } else if target.squareCount < source.squareCount
      || target.squareCount > source.squareCount && pair.language.script != .eastAsian
    {
      // Japanese puts labels into square brackets.
      report.add("missing", ["mark": .code("[ ]")], subject: "[ ]")
    }
    if target.openCurly != source.openCurly {
      report.add(target.openCurly > 0 ? "open" : "closed", ["mark": .code("{ }")], subject: "{ }")
    }
  }

  /// How many brackets of the source have an English plural such as `(KPIs)` alone: languages that
  /// have no such abbreviation leave it out.
  private static func pluralAbbreviations(_ pair: borrowing ComparedPair) -> Int {
    pair.source.tokens.count { token in
      guard token.kind == .word || token.kind == .identifier, token.range.count > 2,
        token.range.lowerBound > pair.sourceRange.lowerBound,
        token.range.upperBound < pair.sourceRange.upperBound
      else { return false }
      let word = pair.sourceBytes[token.range]
      return pair.sourceBytes[token.range.lowerBound - 1] == UInt8(ascii: "(")
        && pair.sourceBytes[token.range.upperBound] == UInt8(ascii: ")")
        && word.last == UInt8(ascii: "s") && word.dropLast().allSatisfy { (65...90).contains($0) }
    }
  }
}
