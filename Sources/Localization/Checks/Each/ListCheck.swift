import Model

/// A list inside a sentence, "A, B, and C", has no fewer things than in the source.
///
/// Commas and conjunctions part them. Those count that stand as near to each other as the things of
/// a list do, so that others in the sentence don't hide a loss.
struct ListCheck: PairCheck {
  static let check = TranslationCheck.length
  static let concerns: TextProfile.Features = .list

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard let conjunctions = Conjunctions.of(pair.language.locale.language) else { return }
    let list = longestList(pair.sourceBytes, pair.sourceRange)
    let expected = list.separators
    guard expected > 1 else { return }
    var separators = Separators(conjunctions)
    separators.read(pair.target, pair.targetBytes, pair.targetRange)
    // Languages without blanks have no words to tell what is near.
    let found =
      pair.language.script == .eastAsian
      ? separators.places.count : separators.longestRun(within: 2 * list.words + 3)
    guard found < expected, found > 0 else { return }
    report.add(
      "items", ["expected": .integer(expected + 1), "found": .integer(found + 1)], subject: "items")
  }

  private static func isConjunction(_ word: ArraySlice<UInt8>) -> Bool {
    isOneOf(["and", "or"], word)
  }

  /// Whether a text ends with "for example", behind which a comma parts nothing.
  private static func isExample(_ text: ArraySlice<UInt8>) -> Bool {
    ["or example", "e.g."].contains { text.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// A list of the source: how many separators it has, and how many words its longest thing has.
  private typealias List = (separators: Int, words: Int)

  /// The list with the most separators; one of none where the source has no list of three things.
  private static func longestList(_ text: [UInt8], _ range: Range<Int>) -> List {
    var longest: List = (0, 0)
    var position = range.lowerBound
    while let comma = text.position(of: UInt8(ascii: ","), in: position..<range.upperBound) {
      position = comma + 1
      guard text.hasBytes(", and ", at: comma) || text.hasBytes(", or ", at: comma),
        let next = text[position..<range.upperBound].split(separator: 32).dropFirst().first,
        !isOneOf(clauseWords, next)
      else { continue }
      let list = list(before: comma, text, range)
      if list.separators > longest.separators { longest = list }
    }
    return longest
  }

  /// Whether a mark ends a thing of a list; one between two digits belongs to their number.
  private static func isBreak(_ place: Int, _ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard ",.;:()[]".utf8.contains(text[place]) else { return false }
    return
      !(range.contains(place - 1) && range.contains(place + 1)
      && text[place - 1].isDigit && text[place + 1].isDigit)
  }

  /// How many commas part short things before the last comma of a list, with that one.
  private static func list(before last: Int, _ text: [UInt8], _ range: Range<Int>) -> List {
    var (count, longest) = (1, 1)
    var end = last
    while true {
      var start = end
      while start > range.lowerBound, !isBreak(start - 1, text, range) { start -= 1 }
      let words = text[start..<end].split(separator: 32)
      guard start > range.lowerBound, text[start - 1] == UInt8(ascii: ","),
        (1...4).contains(words.count), !isOneOf(insertionWords, words[0]),
        !words.contains(where: { isOneOf(mannerWords, $0) })
      else { return count > 1 ? (count, longest) : (0, 0) }
      // What stands before the first comma is the first thing, or a word such as `Optionally`.
      let isFirst = !text[range.lowerBound..<start - 1].contains(UInt8(ascii: ","))
      if isFirst, isAdverb(text[range.lowerBound..<start - 1]) {
        return count > 1 ? (count, longest) : (0, 0)
      }
      longest = max(longest, words.count)
      // A thing may have a conjunction of its own: "profiles or entities, schemas, and mappings".
      if !text[start..<end].contains(42), words.dropFirst().contains(where: isConjunction) {
        count += 1
      }
      if isExample(text[range.lowerBound..<start - 1]) {
        return count > 1 ? (count, longest) : (0, 0)
      }
      count += 1
      end = start - 1
      if isFirst {
        let words = text[range.lowerBound..<end].split(separator: 32).suffix(4)
        return (words.dropFirst().contains(where: isConjunction) ? count + 1 : count, longest)
      }
    }
  }

  /// Words that begin an insertion: `including`, `such as`, `which`.
  private static let insertionWords = [
    "including", "such", "like", "which", "who", "for", "as", "where", "if", "then", "but", "e.g.",
  ]

  /// Words of what is no thing: `step by step`, `as it is`.
  private static let mannerWords = ["by", "with", "from", "that", "is", "are", "was", "when", "to"]

  /// Words that begin another clause behind the conjunction.
  private static let clauseWords = [
    "then", "what", "how", "when", "why", "it", "they", "you", "we", "this", "if", "is", "are",
  ]

  private static func isOneOf(_ words: [String], _ word: ArraySlice<UInt8>) -> Bool {
    words.contains { word.elementsEqual($0.utf8) }
  }

  /// Whether a text is one word or two that say when or how: `Optionally`, `For example`.
  private static func isAdverb(_ text: ArraySlice<UInt8>) -> Bool {
    let words = text.split(separator: 32)
    guard let first = words.first, words.count <= 2 else { return false }
    return first.suffix(2).elementsEqual("ly".utf8)
      || ["Next", "Then", "First", "Also", "However", "For", "In", "Here", "If", "Once"].contains {
        first.elementsEqual($0.utf8)
      }
  }
}
