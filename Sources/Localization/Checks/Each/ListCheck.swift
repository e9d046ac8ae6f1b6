import Model

/// A list inside a sentence, "A, B, and C", has no fewer things than in the source.
///
/// Commas and conjunctions part them, in the whole translation: what languages say with more of
/// them hides a loss, but is no mistake.
struct ListCheck: PairCheck {
  static let check = TranslationCheck.length
  static let concerns: TextProfile.Features = .list

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard let conjunctions = conjunctions[pair.language.locale.language] else { return }
    let expected = longestList(pair.sourceBytes, pair.sourceRange)
    guard expected > 1 else { return }
    let found = separators(pair, conjunctions)
    guard found < expected, found > 0 else { return }
    report.add(
      "items", ["expected": .integer(expected + 1), "found": .integer(found + 1)], subject: "items")
  }

  // MARK: The source

  /// How many separators the list with the most of them has; 0 without a list of three things.
  private static func longestList(_ text: [UInt8], _ range: Range<Int>) -> Int {
    var longest = 0
    var position = range.lowerBound
    while let comma = text.position(of: UInt8(ascii: ","), in: position..<range.upperBound) {
      position = comma + 1
      guard text.hasBytes(", and ", at: comma) || text.hasBytes(", or ", at: comma),
        let next = text[position..<range.upperBound].split(separator: 32).dropFirst().first,
        !isOneOf(clauseWords, next)
      else { continue }
      longest = max(longest, separators(before: comma, text, range))
    }
    return longest
  }

  /// How many commas part short things before the last comma of a list, with that one.
  private static func separators(before last: Int, _ text: [UInt8], _ range: Range<Int>) -> Int {
    var count = 1
    var end = last
    while true {
      var start = end
      while start > range.lowerBound, !",.;:()[]".utf8.contains(text[start - 1]) { start -= 1 }
      let words = text[start..<end].split(separator: 32)
      guard start > range.lowerBound, text[start - 1] == UInt8(ascii: ","),
        (1...4).contains(words.count), !isOneOf(insertionWords, words[0]),
        !words.contains(where: { isOneOf(mannerWords, $0) })
      else { return count > 1 ? count : 0 }
      // What stands before the first comma is the first thing, or a word such as `Optionally`.
      let isFirst = !text[range.lowerBound..<start - 1].contains(UInt8(ascii: ","))
      if isFirst, isAdverb(text[range.lowerBound..<start - 1]) { return count > 1 ? count : 0 }
      count += 1
      end = start - 1
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

  // MARK: The translation

  private static func separators(
    _ pair: borrowing ComparedPair, _ conjunctions: Conjunctions
  ) -> Int {
    var count = 0
    var position = pair.targetRange.lowerBound
    for token in pair.target.tokens {
      switch token.kind {
      case .word:
        if conjunctions.has(pair.targetBytes[token.range]) { count += 1 }
      case .number, .code, .link, .image, .tag, .placeholder, .identifier:
        if Int(token.start) > position {
          count += marks(pair.targetBytes, position..<Int(token.start), conjunctions)
        }
        position = max(position, Int(token.end))
      default: break
      }
    }
    return position < pair.targetRange.upperBound
      ? count + marks(pair.targetBytes, position..<pair.targetRange.upperBound, conjunctions)
      : count
  }

  /// How many marks part things; in languages without blanks conjunctions are among them.
  private static func marks(
    _ text: [UInt8], _ range: Range<Int>, _ conjunctions: Conjunctions
  ) -> Int {
    String(decoding: text[range], as: UTF8.self).unicodeScalars.count {
      ",;،؛、，；・".unicodeScalars.contains($0) || conjunctions.scalars.contains($0)
    }
  }

  /// The conjunctions of a language.
  private struct Conjunctions {
    var words: Set<[UInt8]>
    /// One that is written together with the word behind it.
    var prefix: [UInt8]
    var scalars: Set<Unicode.Scalar>

    init(_ words: String, prefix: String = "", scalars: String = "") {
      self.words = Set(words.split(separator: " ").map { Array($0.utf8) })
      (self.prefix, self.scalars) = (Array(prefix.utf8), Set(scalars.unicodeScalars))
    }

    func has(_ word: ArraySlice<UInt8>) -> Bool {
      words.contains(Array(word)) || !prefix.isEmpty && word.starts(with: prefix)
    }
  }

  private static let conjunctions: [String: Conjunctions] = [
    "fr": .init("et ou ni mais puis ainsi outre"), "nl": .init("en of noch evenals"),
    "de": .init("und oder sowie bzw noch"), "es": .init("y e o u ni además"),
    "it": .init("e ed o od nonché né"), "pt": .init("e ou nem bem"),
    "ru": .init("и или а также либо"), "uk": .init("і й та або чи також"),
    "kk": .init("және немесе мен пен бен әрі яғни тағы"), "pl": .init("i oraz lub albo a"),
    "tr": .init("ve veya ile ya"), "ar": .init("أو ثم جانب بالإضافة", prefix: "و"),
    "he": .init("או גם", prefix: "ו"), "ja": .init("", scalars: "とやか及並"),
    "zh": .init("", scalars: "和与與及或并並"), "ko": .init("및 또는", scalars: "와과나고며랑"),
    "hi": .init("और या तथा एवं"),
  ]
}
