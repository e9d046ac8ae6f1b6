import Model

/// Brackets that match in the source match in the translation, and there are as many.
struct BracketCheck: PairCheck {
  static let check = TranslationCheck.bracket

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    let (source, target) = (pair.source, pair.target)
    if target.openRound != 0, source.openRound == 0 {
      report.add(target.openRound > 0 ? "open" : "closed", ["mark": .code("( )")], subject: "( )")
    } else if target.roundCount < source.roundCount, target.openRound == 0 {
      report.add("missing", ["mark": .code("( )")], subject: "( )")
    } else if target.roundCount > source.roundCount + 1, target.openRound == 0 {
      report.add("extra", ["mark": .code("( )")], subject: "( )")
    }
    if target.openSquare != source.openSquare {
      report.add(target.openSquare > 0 ? "open" : "closed", ["mark": .code("[ ]")], subject: "[ ]")
    } else if target.squareCount != source.squareCount {
      report.add("missing", ["mark": .code("[ ]")], subject: "[ ]")
    }
    if target.openCurly != source.openCurly {
      report.add(target.openCurly > 0 ? "open" : "closed", ["mark": .code("{ }")], subject: "{ }")
    }
  }
}
