import Foundation
import Model

/// A word twice in a row is a slip, unless the source or the language has it so.
struct DoubledWordCheck: PairCheck {
  static let check = TranslationCheck.doubledWord

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
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
      if pair.language.doubles.contains(word.lowercased()) { continue }
      report.add("repeated", ["found": .code(word)], at: Int(second.start), subject: word)
    }
  }

  private static func isSame(_ text: [UInt8], _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    if text[left] == text[right] { return true }
    guard
      text[left.lowerBound + 1..<left.upperBound] == text[right.lowerBound + 1..<right.upperBound]
        || text[left.lowerBound] >= 0x80
    else { return false }
    return ComparedPair.text(text[left]).lowercased() == ComparedPair.text(text[right]).lowercased()
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
