import Foundation
import Model

/// A word twice in a row is a slip, unless the source or the language has it so.
struct DoubledWordCheck: PairCheck {
  static let check = TranslationCheck.doubledWord
  static let concerns: TextProfile.Features = [.echoes, .manyEchoes]

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    if pair.target.features.contains(.manyEchoes),
      pair.target.letters * 5 > pair.source.letters * (isCompact(pair) ? 4 : 6),
      examineSentences(pair, &report)
    {
      return
    }
    guard pair.target.features.contains(.echoes) else { return }
    let tokens = pair.target.tokens
    for index in tokens.indices.dropFirst() {
      let (first, second) = (tokens[index - 1], tokens[index])
      guard isWord(first), isWord(second), second.range.count > 1,
        Int(second.start) - Int(first.end) == 1, pair.targetBytes[Int(first.end)] == 32,
        first.range.count == second.range.count,
        isSame(pair.targetBytes, first.range, second.range),
        !isDoubledInSource(pair, second)
      else { continue }
      let word = pair.targetText(second)
      let isRight = pair.language.doubles.contains(word.lowercased())
      if isRight || isMeeting(pair, second) { continue }
      report.add("repeated", ["found": .code(word)], at: Int(second.start), subject: word)
      return
    }
    examinePhrases(pair, &report)
  }

  /// Whether the language is written with fewer letters than others.
  private static func isCompact(_ pair: borrowing ComparedPair) -> Bool {
    !pair.language.script.isDisjoint(with: [.arabic, .hebrew, .eastAsian])
  }

  /// The most words of a text whose sentences are compared: the work grows with their square.
  private static let longestText = 2_000

  /// Reports where a sentence of three words or more, or five words of any kind, stand twice in a
  /// row.
  private static func examineSentences(
    _ pair: borrowing ComparedPair, _ report: inout PairReport
  ) -> Bool {
    let words = pair.target.tokens.filter(isWord)
    guard (6...longestText).contains(words.count) else { return false }
    for distance in 3...(words.count / 2) {
      var run = 0
      for index in 0..<(words.count - distance) {
        let (one, two) = (words[index], words[index + distance])
        run = isSame(pair.targetBytes, one.range, two.range) ? run + 1 : 0
        let start = Int(words[index + 1].start)
        guard run == distance,
          distance > 4 || pair.targetBytes[one.range.upperBound..<start].contains(where: isEnd)
        else { continue }
        let sentence = ComparedPair.text(pair.targetBytes[start..<two.range.upperBound])
        report.add("repeated", ["found": .code(sentence)], at: start, subject: sentence)
        return true
      }
    }
    return false
  }

  /// Whether a byte ends a sentence; of full stops beyond ASCII it is the last one.
  private static func isEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), 0x82, 0x9F:
      true
    default: false
    }
  }

  /// Reports the first phrase of two to four words that stands twice in a row.
  private static func examinePhrases(
    _ pair: borrowing ComparedPair, _ report: inout PairReport
  ) {
    let tokens = pair.target.tokens
    guard tokens.count >= 4 else { return }
    for length in 2...4 where tokens.count >= 2 * length {
      for start in 0...(tokens.count - 2 * length) {
        let second = start + length
        guard tokens[start].range.count == tokens[second].range.count,
          (0..<length).allSatisfy({ offset in
            let (one, two) = (tokens[start + offset], tokens[second + offset])
            return isWord(one) && isWord(two) && isSame(pair.targetBytes, one.range, two.range)
          }),
          isOneRun(pair.targetBytes, tokens[start..<second + length])
        else { continue }
        let range = Int(tokens[second].start)..<Int(tokens[second + length - 1].end)
        let phrase = ComparedPair.text(pair.targetBytes[range])
        if pair.sourceBytes.isDoubled(Array(phrase.utf8), in: pair.sourceRange) { continue }
        report.add("repeated", ["found": .code(phrase)], at: range.lowerBound, subject: phrase)
        return
      }
    }
  }

  /// Whether only single blanks stand between the words.
  private static func isOneRun(_ text: [UInt8], _ words: ArraySlice<TextToken>) -> Bool {
    zip(words, words.dropFirst()).allSatisfy {
      Int($1.start) - Int($0.end) == 1 && text[Int($0.end)] == 32
    }
  }

  private static func isSame(_ text: [UInt8], _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    // Only the first letter may be a capital.
    let first = text[left.lowerBound] < 0x80 ? 1 : text[left.lowerBound] < 0xE0 ? 2 : 3
    var isPlain = true
    for offset in (0..<left.count).reversed()
    where text[left.lowerBound + offset] != text[right.lowerBound + offset] {
      if offset >= first { return false }
      isPlain = false
    }
    return isPlain
      || ComparedPair.text(text[left]).lowercased() == ComparedPair.text(text[right]).lowercased()
  }

  /// Whether two phrases may meet in the word: "the type of the connection describes a connection"
  /// has it twice near by and at about the same place.
  ///
  /// Arabic and Hebrew put nothing between the noun that a phrase ends with and the next one.
  private static func isMeeting(_ pair: borrowing ComparedPair, _ word: TextToken) -> Bool {
    guard !pair.language.script.isDisjoint(with: [.arabic, .hebrew]) else { return false }
    let words = pair.source.tokens.filter(isWord)
    let place = share(of: Int(word.start), in: pair.targetRange)
    return words.indices.contains { index in
      let first = words[index]
      guard first.range.count >= 5 else { return false }
      let echo = words[(index + 1)...].dropFirst().prefix(4).first {
        $0.range.count == first.range.count && isSame(pair.sourceBytes, first.range, $0.range)
      }
      guard let echo else { return false }
      return abs(share(of: Int(echo.start), in: pair.sourceRange) - place) < 0.1
    }
  }

  /// How far into a text a place is, from 0 to 1.
  private static func share(of place: Int, in text: Range<Int>) -> Double {
    Double(place - text.lowerBound) / Double(max(1, text.count))
  }

  private static func isWord(_ token: TextToken) -> Bool {
    token.kind == .word || token.kind == .identifier
  }

  /// Whether the source has the same word twice in a row.
  private static func isDoubledInSource(
    _ pair: borrowing ComparedPair, _ word: TextToken
  ) -> Bool {
    let tokens = pair.source.tokens
    let name = pair.targetBytes[word.range]
    return tokens.indices.dropFirst().contains { index in
      isWord(tokens[index]) && pair.sourceBytes[tokens[index].range] == name
        && pair.sourceBytes[tokens[index - 1].range] == name
    }
  }
}

extension [UInt8] {
  /// Whether a phrase stands twice in a row in a part, with one blank between.
  fileprivate func isDoubled(_ phrase: [UInt8], in part: Range<Int>) -> Bool {
    let twice = phrase + [32] + phrase
    guard twice.count <= part.count else { return false }
    return (part.lowerBound...(part.upperBound - twice.count)).contains {
      self[$0..<$0 + twice.count].elementsEqual(twice)
    }
  }
}
