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
      if let run = runFromSource(pair) {
        report.add("part", at: run)
      } else if hasFunctionWords(pair) {
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
    profile.has(.bold)
      && profile.tokens.contains {
        $0.kind == .bold && $0.start <= token.start && token.end <= $0.end
      }
  }

  /// Whether a translation in Latin letters has three English words of grammar outside labels.
  private static func hasFunctionWords(_ pair: borrowing ComparedPair) -> Bool {
    var count = 0
    for token in pair.target.tokens where token.kind == .word {
      if SourceWords.isUnmistakable(pair.targetBytes, token.range), !isInBold(token, pair.target) {
        count += 1
      }
    }
    return count >= 3
  }

  /// Where five words of the source stand as they are there, a word of English grammar among them.
  private static func runFromSource(_ pair: borrowing ComparedPair) -> Int? {
    let target = words(pair.target)
    let source = words(pair.source)
    guard target.count >= 5, source.count >= 5 else { return nil }
    for first in 0...(target.count - 5) {
      let run = target[first..<first + 5]
      let isEnglish = run.contains {
        SourceWords.isUnmistakable(pair.targetBytes, $0.range) && !isInBold($0, pair.target)
      }
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
      if token.scripts == .latin, !token.isCapitalized, !isInBold(token, pair.target) {
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

/// Small words of English.
enum SourceWords {
  /// Whether a word is one of grammar, in small letters or with a capital.
  static func isFunctionWord(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    range.count <= 7 && words.contains(word(text, range))
  }

  /// Whether it is one that no other language in Latin letters has.
  static func isUnmistakable(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    (3...7).contains(range.count) && unmistakable.contains(word(text, range))
  }

  private static func word(_ text: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: text[range].map { (65...90).contains($0) ? $0 | 32 : $0 }, as: UTF8.self)
  }

  private static let unmistakable: Set<String> = [
    "the", "and", "you", "your", "with", "from", "this", "that", "these", "those", "are", "which",
    "for", "can", "when", "where", "have", "has", "into", "their", "then", "they", "will", "would",
    "should", "each", "every", "other", "there", "select", "following",
  ]

  private static let words: Set<String> = unmistakable.union([
    "of", "to", "in", "than", "on", "by", "as", "is", "be", "or", "it", "its", "an", "at", "if",
    "how",
    "what", "not", "more", "use", "create", "about", "after", "before", "during", "without",
    "learn", "only", "all", "see", "do", "go", "add", "edit", "set", "get", "view", "run", "choose",
  ])
}
