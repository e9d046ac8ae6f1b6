/// Small words of English.
enum SourceWords {
  /// Whether a word is one of grammar, in small letters or with a capital.
  static func isFunctionWord(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    range.count <= 8 && words.contains(key(text, range))
  }

  /// Whether it is one that no other language in Latin letters has.
  static func isUnmistakable(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    (3...8).contains(range.count) && unmistakable.contains(key(text, range))
  }

  /// Whether it is a number from three to twelve, or the ordinal of one.
  static func isNumber(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard (3...8).contains(range.count) else { return false }
    switch text[range.lowerBound] | 32 {
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "s"), UInt8(ascii: "e"),
      UInt8(ascii: "n"):
      return numbers.contains(key(text, range))
    default: return false
    }
  }

  /// A word of up to eight bytes as one number, in small letters.
  private static func key(_ text: [UInt8], _ range: Range<Int>) -> UInt64 {
    var key: UInt64 = 0
    for position in range {
      let byte = text[position]
      key = key << 8 | UInt64((65...90).contains(byte) ? byte | 32 : byte)
    }
    return key
  }

  /// A set of words of up to eight bytes in which nearly all others are refused at first sight.
  private struct WordSet {
    private var slots = [UInt64](repeating: 0, count: 1024)

    init(_ words: String) {
      for word in words.split(separator: " ") {
        let bytes = Array(word.utf8)
        let key = SourceWords.key(bytes, bytes.indices)
        var slot = Self.slot(key)
        while slots[slot] != 0 { slot = (slot + 1) & 1023 }
        slots[slot] = key
      }
    }

    func contains(_ key: UInt64) -> Bool {
      var slot = Self.slot(key)
      while slots[slot] != 0 {
        if slots[slot] == key { return true }
        slot = (slot + 1) & 1023
      }
      return false
    }

    private static func slot(_ key: UInt64) -> Int {
      Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 54)
    }
  }

  private static let numbers = WordSet(
    """
    three third four fourth five fifth six sixth seven seventh eight eighth nine ninth ten tenth \
    eleven twelve
    """)
  private static let unmistakable = WordSet(unmistakableWords)
  private static let words = WordSet(unmistakableWords + " " + otherWords)

  private static let unmistakableWords =
    """
    the and you your with from this that these those are which for can when where have has into \
    their then they will would should each every other there select
    """

  private static let otherWords =
    """
    of to in than on by as is be or it its an at if how what not more use create about after \
    before during without learn only all see do go add edit set get view run choose
    """
}
