/// The numbers of the source are in the translation, written in any form that means the same.
struct NumberCheck: PairCheck {
  static let check = TranslationCheck.number
  static let concerns: TextProfile.Features = .init(.number)

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.has(.number) || pair.target.has(.number), !pair.sourceRange.isEmpty else {
      return
    }
    var side = NumberSides(pair)
    // What means the same at first sight goes first, then all readings.
    side.removeEqual(readings: 1)
    side.joinGroups(pair.targetBytes)
    side.removeEqual(readings: .max)
    side.removeTimes(pair)
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
