/// A text in the source language is not translated; names, code and numbers may stay.
struct UntranslatedCheck: PairCheck {
  static let check = TranslationCheck.untranslated
  static let concerns: TextProfile.Features = [.latinInTarget, .sameText]

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.letters > 0, pair.target.letters > 0 else { return }
    if pair.isSame {
      if isProse(pair.source, pair.sourceBytes) { report.add("whole") }
      return
    }
    if pair.language.script == .latin {
      if let run = runFromSource(pair) {
        return report.add("part", at: run)
      } else if hasEnglishWords(pair, 3) {
        return report.add("part")
      }
    } else if pair.target.scripts.contains(.latin), let run = runOfSourceWords(pair) {
      return report.add("part", at: run)
    }
    if let link = linkFromSource(pair) { report.add("part", at: link) }
  }

  /// Where the words of a link are those of a link of the source, and no name: three of them in small
  /// letters, or two with one of English grammar.
  private static func linkFromSource(_ pair: borrowing ComparedPair) -> Int? {
    guard pair.target.has(.linkText), pair.source.has(.linkText) else { return nil }
    let sources = pair.source.all(.linkText)
    let own = pair.target.all(.linkText).first { link in
      var (small, isEnglish) = (0, false)
      for token in pair.target.tokens
      where token.kind == .word && link.start <= token.start && token.end <= link.end {
        if !token.isCapitalized, token.scripts == .latin { small += 1 }
        if SourceWords.isFunctionWord(pair.targetBytes, token.range) { isEnglish = true }
      }
      return (small >= 3 || small >= 2 && isEnglish)
        && sources.contains { isSame(pair, $0, link) }
    }
    return own.map { Int($0.start) }
  }

  /// Whether a text has words that are no names: a small word of grammar, or two words in small
  /// letters.
  private static func isProse(_ profile: TextProfile, _ text: [UInt8]) -> Bool {
    var small = 0
    // A label may be a name; a text that is nothing but a label is judged as a text.
    let isLabel = profile.tokens.allSatisfy { $0.kind != .word || $0.isMarked }
    for token in profile.tokens where token.kind == .word && (isLabel || !token.isMarked) {
      if SourceWords.isFunctionWord(text, token.range) { return true }
      if !token.isCapitalized, token.range.count > 2 { small += 1 }
    }
    // The alternative text of an image is no name.
    return small >= 2 || small == 1 && profile.has(.image)
  }

  /// Whether so many words of a translation in Latin letters are of English grammar, outside labels.
  private static func hasEnglishWords(_ pair: borrowing ComparedPair, _ least: Int) -> Bool {
    var count = 0
    for token in pair.target.tokens
    where token.kind == .word && SourceWords.isUnmistakable(pair.targetBytes, token.range)
      && !token.isMarked
    {
      count += 1
      if count == least { return true }
    }
    return false
  }

  /// As many words in a row are compared: twice and more of what is needed.
  private static let longestRun = 16

  /// Where words of the source stand in a row as they are there: four with one of English grammar
  /// and two in small letters, or five of which three are in small letters.
  private static func runFromSource(_ pair: borrowing ComparedPair) -> Int? {
    guard hasSharedWords(pair) else { return nil }
    let target = pair.target.tokens.filter { $0.kind == .word && !$0.isMarked }
    let source = pair.source.tokens.filter { $0.kind == .word }
    for first in target.indices where source.count >= 4 {
      var longest = 0
      for start in source.indices where longest < longestRun {
        var length = 0
        while length < longestRun, first + length < target.count, start + length < source.count,
          isSame(pair, source[start + length], target[first + length])
        {
          length += 1
        }
        longest = max(longest, length)
      }
      guard longest >= 4 else { continue }
      let run = target[first..<first + longest]
      let small = run.count { !$0.isCapitalized && $0.range.count > 1 }
      // `PowerShell for Graph` is a name.
      let isEnglish = run.contains { SourceWords.isUnmistakable(pair.targetBytes, $0.range) }
      if longest >= 5 ? small >= 3 || isEnglish && small >= 2 : isEnglish && small >= 3 {
        return Int(target[first].start)
      }
    }
    return nil
  }

  /// Whether two words in a row, both in small letters, are those of the source: few translations
  /// have that, and only for them it is worth to look for more.
  private static func hasSharedWords(_ pair: borrowing ComparedPair) -> Bool {
    var before: TextToken?
    for token in pair.target.tokens where token.kind == .word {
      guard !token.isCapitalized,
        pair.sourceWords & ComparedPair.bit(token, pair.targetBytes) != 0
      else {
        before = nil
        continue
      }
      if let before, isInSource(pair, before), isInSource(pair, token) { return true }
      before = token
    }
    return false
  }

  private static func isInSource(_ pair: borrowing ComparedPair, _ word: TextToken) -> Bool {
    pair.source.tokens.contains { $0.kind == .word && isSame(pair, $0, word) }
  }

  private static func isSame(
    _ pair: borrowing ComparedPair, _ source: TextToken, _ target: TextToken
  ) -> Bool {
    guard source.end - source.start == target.end - target.start else { return false }
    var (left, right) = (Int(source.start), Int(target.start))
    while left < Int(source.end) {
      if pair.sourceBytes[left] != pair.targetBytes[right] { return false }
      (left, right) = (left + 1, right + 1)
    }
    return true
  }

  /// Where four Latin words in small letters stand in a row in another script's text, or three with
  /// one of English grammar.
  private static func runOfSourceWords(_ pair: borrowing ComparedPair) -> Int? {
    var start: Int?
    var count = 0
    var isEnglish = false
    for token in pair.target.tokens where token.kind == .word {
      if token.isMarked {
        (start, count) = (nil, 0)
      } else if token.scripts == .latin, !token.isCapitalized {
        let before = token.start > 0 ? pair.targetBytes[Int(token.start) - 1] : 32
        // Words in a path are no sentence; of `real-time` the second one doesn't count.
        if before == UInt8(ascii: "-") || before == UInt8(ascii: "'") { continue }
        guard
          before == 32 || before == UInt8(ascii: "(")
            || Int(token.start) == pair.targetRange.lowerBound
        else {
          (start, count) = (nil, 0)
          continue
        }
        if count == 0 { isEnglish = false }
        start = start ?? Int(token.start)
        count += 1
        if SourceWords.isFunctionWord(pair.targetBytes, token.range) { isEnglish = true }
        if count == 4 || count == 3 && isEnglish { return start }
      } else if token.scripts != .latin {
        (start, count) = (nil, 0)
      }
    }
    return nil
  }
}
