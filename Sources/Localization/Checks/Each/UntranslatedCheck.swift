/// A text in the source language is not translated; names, code and numbers may stay.
struct UntranslatedCheck: PairCheck {
  static let check = TranslationCheck.untranslated

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.letters > 0, pair.target.letters > 0 else { return }
    if pair.isSame {
      if isProse(pair.source, pair.sourceBytes) { report.add("whole") }
      return
    }
    if pair.language.script == .latin {
      let small = englishWords(pair)
      guard !small.isEmpty else { return }
      if let run = runFromSource(pair, small) {
        report.add("part", at: run)
      } else if small.count >= 3 {
        report.add("part")
      }
    } else if let run = runOfSourceWords(pair) {
      report.add("part", at: run)
    }
  }

  /// Whether a text has words that are no names: a small word of grammar, or two words in small
  /// letters.
  private static func isProse(_ profile: TextProfile, _ text: [UInt8]) -> Bool {
    var small = 0
    // A label may be a name; a text that is nothing but a label is judged as a text.
    let isLabel = profile.tokens.allSatisfy { $0.kind != .word || isInBold($0, profile) }
    for token in profile.tokens where token.kind == .word && (isLabel || !isInBold(token, profile))
    {
      if SourceWords.isFunctionWord(text, token.range) { return true }
      if !token.isCapitalized, token.range.count > 2 { small += 1 }
    }
    return small >= 2
  }

  private static func isInBold(_ token: TextToken, _ profile: TextProfile) -> Bool {
    (profile.has(.bold) || profile.has(.emphasis))
      && profile.tokens.contains {
        ($0.kind == .bold || $0.kind == .emphasis) && $0.start <= token.start && token.end <= $0.end
      }
  }

  /// The words of English grammar in a translation in Latin letters, outside labels.
  private static func englishWords(_ pair: borrowing ComparedPair) -> [TextToken] {
    pair.target.tokens.filter { token in
      token.kind == .word && SourceWords.isUnmistakable(pair.targetBytes, token.range)
        && !isInBold(token, pair.target)
    }
  }

  /// Where five words of the source stand as they are there, a word of English grammar among them.
  private static func runFromSource(
    _ pair: borrowing ComparedPair, _ small: [TextToken]
  ) -> Int? {
    let target = words(pair.target)
    let source = words(pair.source)
    guard target.count >= 5, source.count >= 5 else { return nil }
    for first in 0...(target.count - 5) {
      let run = target[first..<first + 5]
      let isEnglish = run.contains { token in small.contains(token) }
      // `PowerShell for Graph` is a name.
      guard isEnglish, run.count(where: { !$0.isCapitalized }) >= 2 else { continue }
      let isThere = (0...(source.count - 5)).contains { start in
        zip(run, source[start..<start + 5]).allSatisfy {
          pair.targetBytes[$0.range] == pair.sourceBytes[$1.range]
        }
      }
      if isThere { return Int(target[first].start) }
    }
    return nil
  }

  private static func words(_ profile: TextProfile) -> [TextToken] {
    profile.tokens.filter { $0.kind == .word }
  }

  /// Where four words of the source in small letters stand in a row in another script's text.
  private static func runOfSourceWords(_ pair: borrowing ComparedPair) -> Int? {
    var start: Int?
    var count = 0
    for token in pair.target.tokens where token.kind == .word {
      if isInBold(token, pair.target) {
        (start, count) = (nil, 0)
      } else if token.scripts == .latin, !token.isCapitalized {
        // Words in a path are no sentence.
        let isApart = token.start > 0 && pair.targetBytes[Int(token.start) - 1] == 32
        guard isApart else {
          (start, count) = (nil, 0)
          continue
        }
        start = start ?? Int(token.start)
        count += 1
        if count == 4 { return start }
      } else if token.scripts != .latin {
        (start, count) = (nil, 0)
      }
    }
    return nil
  }
}
