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
    // `point f)` counts things and closes nothing.
    let closed = -target.openRound
    let isMarker =
      closed > 0 && source.openRound == 0
      && closed <= Self.markers(pair.targetBytes, pair.targetRange)
    if target.openRound != 0, source.openRound == 0, !isMarker {
      report.add(target.openRound > 0 ? "open" : "closed", ["mark": .code("( )")], subject: "( )")
    } else if target.roundCount < source.roundCount, target.openRound == 0 || isMarker,
      source.roundCount - target.roundCount > pluralAbbreviations(pair) + clauses(pair)
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

  /// How many brackets close behind one letter or number that no other one opens.
  private static func markers(_ text: [UInt8], _ range: Range<Int>) -> Int {
    range.count { place in
      guard text[place] == UInt8(ascii: ")") else { return false }
      let marker = text[range.lowerBound..<place].reversed()
        .prefix { $0.isLetter || $0.isDigit }.count
      let before = place - marker - 1
      return (1...2).contains(marker)
        && (before < range.lowerBound || text[before].isWhitespace || text[before] == 0xA0)
    }
  }

  /// How many brackets of the source have a part of a law, `6(1)(f)`, which languages write in their
  /// own ways.
  private static func clauses(_ pair: borrowing ComparedPair) -> Int {
    let (text, range) = (pair.sourceBytes, pair.sourceRange)
    return range.dropFirst().count { place in
      guard text[place] == UInt8(ascii: "("),
        text[place - 1].isDigit || text[place - 1] == UInt8(ascii: ")")
      else { return false }
      let content = text[place + 1..<range.upperBound].prefix { $0.isLetter || $0.isDigit }
      return (1...3).contains(content.count)
        && text.hasBytes(")", at: content.endIndex)
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
