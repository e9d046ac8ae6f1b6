/// Small words of English.
enum SourceWords {
  /// Whether a word is one of grammar, in small letters or with a capital.
  static func isFunctionWord(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    range.count <= 8 && words.contains(key(text[range]))
  }

  /// Whether it is one that no other language in Latin letters has.
  static func isUnmistakable(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    (3...8).contains(range.count) && unmistakable.contains(key(text[range]))
  }

  /// A word of up to eight bytes as one number, in small letters.
  private static func key(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(0) { $0 << 8 | UInt64((65...90).contains($1) ? $1 | 32 : $1) }
  }

  private static func keys(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { key($0.utf8) })
  }

  private static let unmistakable = keys(
    """
    the and you your with from this that these those are which for can when where have has into \
    their then they will would should each every other there select
    """)

  private static let words = unmistakable.union(
    keys(
      """
      of to in than on by as is be or it its an at if how what not more use create about after \
      before during without learn only all see do go add edit set get view run choose
      """))
}
