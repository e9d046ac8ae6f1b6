import Model
import Testing

/// The pool of texts: each once, numbered in the order of arrival.
@Suite struct TextPoolTests {
  private static let texts: [String] =
    ["", "a", "b", "aa", "é", "e\u{301}", "12345678", "123456789", "\0", "\0\0"]
    + (0..<5000).map { "text-\($0 % 3000)-\(String(repeating: "x", count: $0 % 3000 % 23))" }

  @Test func numbersTextsInTheOrderOfArrival() {
    var builder = TextPoolBuilder()
    var expected: [String] = []
    for text in Self.texts {
      let identifier = builder.intern(text)
      if let known = expected.firstIndex(where: { Array($0.utf8) == Array(text.utf8) }) {
        #expect(Int(identifier.index) == known)
      } else {
        #expect(Int(identifier.index) == expected.count)
        expected.append(text)
      }
    }
    let pool = builder.pool
    #expect(pool.count == expected.count)
    #expect(pool.byteCount == expected.reduce(0) { $0 + $1.utf8.count })
    for (index, text) in expected.enumerated() {
      let identifier = Identifier(index: Int32(index))
      #expect(Array(pool.text(identifier).utf8) == Array(text.utf8))
      #expect(builder.intern(text) == identifier)
      #expect(pool.withBytes(identifier) { Array($0) } == Array(text.utf8))
    }
  }

  @Test func takesOverAnotherPool() {
    var first = TextPoolBuilder()
    for text in ["x", "", "shared"] { _ = first.intern(text) }
    var second = TextPoolBuilder()
    for text in Self.texts { _ = second.intern(text) }
    _ = second.intern("shared")
    let moved = first.intern(contentsOf: second)
    #expect(moved.count == second.count)
    for index in 0..<second.count {
      let text = second.pool.text(Identifier(index: Int32(index)))
      #expect(Array(first.pool.text(Identifier(index: moved[index])).utf8) == Array(text.utf8))
    }
    #expect(moved[second.count - 1] == 2)
    #expect(first.count == second.count + 1)
  }

  /// Room, whether too little or too much, changes nothing but speed.
  @Test(arguments: [0, 1, 100, 10_000])
  func reservedRoomChangesNothing(texts: Int) {
    var (plain, roomy) = (TextPoolBuilder(), TextPoolBuilder())
    for (position, text) in Self.texts.enumerated() {
      if position == 10 { roomy.reserve(texts: texts, bytes: texts * 3) }
      #expect(plain.intern(text) == roomy.intern(text))
    }
    #expect(plain.count == roomy.count)
    for text in Self.texts { #expect(roomy.intern(text) == plain.intern(text)) }
  }

  /// Texts that differ in one byte, wherever it is, are told apart at every length.
  @Test(arguments: 1...40)
  func tellsTextsApartByAnyByte(length: Int) {
    var builder = TextPoolBuilder(expectedCount: length)
    let plain = String(repeating: "a", count: length)
    let first = builder.intern(plain)
    for position in 0..<length {
      var bytes = Array(plain.utf8)
      bytes[position] = UInt8(ascii: "b")
      let identifier = builder.intern(String(decoding: bytes, as: UTF8.self))
      #expect(Int(identifier.index) == position + 1)
    }
    #expect(builder.intern(plain) == first)
  }

  @Test func roomChangesNothing() {
    var builder = TextPoolBuilder()
    builder.reserve(texts: 10_000, bytes: 1 << 20)
    #expect(builder.count == 0)
    #expect(builder.intern("a") == Identifier(index: 0))
    builder.reserve(texts: 1, bytes: 1)
    #expect(builder.pool.text(Identifier(index: 0)) == "a")
  }

  @Test func copiesAreIndependent() {
    var builder = TextPoolBuilder()
    _ = builder.intern("a")
    let copy = builder.pool
    _ = builder.intern("b")
    #expect(copy.count == 1 && builder.count == 2)
  }
}
