import Model

/// As many labels in strong type as the source has, each with an end.
struct MissingLabelCheck: PairCheck {
  static let check = TranslationCheck.labelMissing
  static let concerns: TextProfile.Features = [.init(.bold), .openBold]

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    if pair.target.hasOpenBold, !pair.source.hasOpenBold {
      return report.add("open")
    }
    guard pair.source.has(.bold) || pair.target.has(.bold) else { return }
    let (expected, all) = (pair.source.count(.bold), pair.target.count(.bold))
    let found = all > expected ? all - repeatedLabels(pair) : all
    guard expected != found, !hasEscapedMarks(pair) else { return }
    report.add(
      found < expected ? "missing" : "extra",
      ["expected": .integer(expected), "found": .integer(found)])
  }

  /// How many labels of a translation stand in brackets as they are in the source, behind those of
  /// the language.
  private static func repeatedLabels(_ pair: borrowing ComparedPair) -> Int {
    pair.target.all(.bold).count { label in
      pair.targetBytes.hasBytes("(", at: Int(label.start) - 3)
        && pair.source.all(.bold).contains {
          pair.sourceBytes[$0.range] == pair.targetBytes[label.range]
        }
    }
  }

  /// Some sources have `\*\*` where the page has strong text.
  private static func hasEscapedMarks(_ pair: borrowing ComparedPair) -> Bool {
    pair.sourceBytes.range(of: "\\*", in: pair.sourceRange) != nil
  }
}
