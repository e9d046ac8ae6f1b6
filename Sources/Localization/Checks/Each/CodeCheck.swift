/// Code is never translated: each code span of the source must be there unchanged.
struct CodeCheck: PairCheck {
  static let check = TranslationCheck.code
  static let concerns: TextProfile.Features = [.init(.code), .loneBacktick]

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    if pair.target.loneBackticks > pair.source.loneBackticks { report.add("open") }
    guard pair.source.has(.code) || pair.target.has(.code) else { return }
    let (missing, extra) = pair.difference(.code)
    // Code may be said twice where the language needs it.
    let known = extra.filter { token in
      !pair.source.all(.code).contains {
        pair.sourceBytes[$0.range] == pair.targetBytes[token.range]
      }
    }
    report.add(pair, missing: missing, extra: known)
  }
}
