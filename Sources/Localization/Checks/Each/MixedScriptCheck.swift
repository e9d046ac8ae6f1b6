import Model

/// A word of letters that look alike but are of several scripts can't be found by a search.
struct MixedScriptCheck: PairCheck {
  static let check = TranslationCheck.mixedScript
  static let concerns: TextProfile.Features = .mixedScript

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    for token in pair.target.tokens where token.kind == .word || token.kind == .identifier {
      let scripts = token.scripts
      guard scripts.rawValue & (scripts.rawValue &- 1) != 0, isMixed(pair, token) else { continue }
      let word = pair.targetText(token)
      report.add("mixed", ["found": .code(word)], at: Int(token.start), subject: word)
    }
  }

  /// Whether letters of scripts change more than once, or a single letter stands out.
  ///
  /// A foreign name with an ending of the language changes once and is right: `API`-лар.
  private static func isMixed(_ pair: borrowing ComparedPair, _ token: TextToken) -> Bool {
    if token.scripts.contains(.eastAsian) { return false }
    var runs: [(script: Script, count: Int)] = []
    var position = Int(token.start)
    while position < Int(token.end) {
      let (value, length) = decodeScalar(pair.targetBytes, at: position, before: Int(token.end))
      position += length
      var script = Script.latin
      if value >= 0x80 {
        guard case .letter(let other) = ScalarKind(value) else { continue }
        script = other
      } else if !UInt8(value).isLetter {
        continue
      }
      if runs.last?.script == script {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((script, 1))
      }
    }
    if runs.count > 2 { return true }
    // `API` and an ending; not one Latin letter before or behind a word of another script.
    return runs.contains { $0.count == 1 } && runs.reduce(0) { $0 + $1.count } > 3
  }
}
