import Model

/// Quotation marks match, and a quotation of the source stays one.
struct QuotationCheck: PairCheck {
  static let check = TranslationCheck.quotation
  static let concerns: TextProfile.Features = .quotationMarks

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    let (source, target) = (pair.source, pair.target)
    // `5"` is a length, and some languages begin with „ and end with “.
    let isOdd = target.straightQuotes % 2 != 0
    let isUneven = (target.openingQuotes + target.closingQuotes) % 2 != 0
    let isSourceOdd =
      source.straightQuotes % 2 != 0 || (source.openingQuotes + source.closingQuotes) % 2 != 0
    let isChanged =
      isOdd && source.straightQuotes % 2 != 0
      && target.straightQuotes > source.straightQuotes
    if isOdd || isUneven, !isSourceOdd || isChanged {
      report.add("open")
    } else if count(source) > 0, count(target) == 0, !hasSingleQuotes(pair) {
      report.add("missing")
    } else if target.openingQuotes + target.closingQuotes > 0,
      let turned = QuotationOrder.firstTurned(
        pair.targetBytes, pair.targetRange, language: pair.language.locale.language),
      QuotationOrder.firstTurned(pair.sourceBytes, pair.sourceRange, language: "en") == nil
    {
      report.add("turned", at: turned)
    }
  }

  private static func count(_ profile: TextProfile) -> Int {
    profile.straightQuotes + profile.openingQuotes + profile.closingQuotes
  }

  /// A quotation may be in strong type, emphasis, code or single marks instead.
  private static func hasSingleQuotes(_ pair: borrowing ComparedPair) -> Bool {
    if pair.target.count(.bold) > pair.source.count(.bold)
      || pair.target.count(.code) > pair.source.count(.code)
      || pair.target.count(.emphasis) > pair.source.count(.emphasis)
    {
      return true
    }
    // Japanese puts what an interface shows into square brackets.
    if pair.language.script == .eastAsian, pair.target.squareCount > pair.source.squareCount {
      return true
    }
    let marks = pair.targetBytes[pair.targetRange]
    return marks.count { $0 == UInt8(ascii: "'") } >= 2
      || pair.targetBytes.range(of: "‘", in: pair.targetRange) != nil
      || pair.targetBytes.range(of: "‹", in: pair.targetRange) != nil
  }
}
