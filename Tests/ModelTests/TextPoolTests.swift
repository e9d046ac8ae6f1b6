import Model
import Testing

/// The pool of texts: each once, numbered in the order of arrival.
@Suite struct TextPoolTests {
  private static let texts: [String] =
    ["", "a", "b", "aa", "é", "e\u{301}", "12345678", "123456789", "\0", "\0\0"]
    + (0..<5000).map { "text-\($0 % 3000)-\(String(repeating: "x", count: $0 % 3000 % 23))" }

  @Test func numbersTextsInTheOrderOfArrival() {
    var pool = TextPool()
    var expected: [String] = []
    for text in Self.texts {
      let identifier = pool.intern(text)
      if let known = expected.firstIndex(where: { Array($0.utf8) == Array(text.utf8) }) {
        #expect(Int(identifier.index) == known)
      } else {
        #expect(Int(identifier.index) == expected.count)
        expected.append(text)
      }
    }
    #expect(pool.count == expected.count)
    #expect(pool.byteCount == expected.reduce(0) { $0 + $1.utf8.count })
    for (index, text) in expected.enumerated() {
      let identifier = Identifier(index: Int32(index))
      #expect(Array(pool.text(identifier).utf8) == Array(text.utf8))
      #expect(pool.find(text) == identifier)
      #expect(pool.withBytes(identifier) { Array($0) } == Array(text.utf8))
    }
    #expect(pool.find("no such text") == nil)
  }

  @Test func takesOverAnotherPool() {
    var first = TextPool()
    for text in ["x", "", "shared"] { _ = first.intern(text) }
    var second = TextPool()
    for text in Self.texts { _ = second.intern(text) }
    _ = second.intern("shared")
    let moved = first.intern(contentsOf: second)
    #expect(moved.count == second.count)
    for index in 0..<second.count {
      let text = second.text(Identifier(index: Int32(index)))
      #expect(Array(first.text(Identifier(index: moved[index])).utf8) == Array(text.utf8))
    }
    #expect(moved[second.count - 1] == 2)
    #expect(first.count == second.count + 1)
  }

  /// Room, whether too little or too much, changes nothing but speed.
  @Test(arguments: [0, 1, 100, 10_000])
  func reservedRoomChangesNothing(texts: Int) {
    var (plain, roomy) = (TextPool(), TextPool())
    for (position, text) in Self.texts.enumerated() {
      if position == 10 { roomy.reserve(texts: texts, bytes: texts * 3) }
      #expect(plain.intern(text) == roomy.intern(text))
    }
    #expect(plain.count == roomy.count)
    for text in Self.texts { #expect(roomy.find(text) == plain.find(text)) }
  }

  /// Texts that differ in one byte, wherever it is, are told apart at every length.
  @Test(arguments: 1...40)
  func tellsTextsApartByAnyByte(length: Int) {
    var pool = TextPool(expectedCount: length)
    let plain = String(repeating: "a", count: length)
    let first = pool.intern(plain)
    for position in 0..<length {
      var bytes = Array(plain.utf8)
      bytes[position] = UInt8(ascii: "b")
      let identifier = pool.intern(String(decoding: bytes, as: UTF8.self))
      #expect(Int(identifier.index) == position + 1)
    }
    #expect(pool.intern(plain) == first)
  }

  @Test func roomChangesNothing() {
    var pool = TextPool()
    pool.reserve(texts: 10_000, bytes: 1 << 20)
    #expect(pool.count == 0)
    #expect(pool.intern("a") == Identifier(index: 0))
    pool.reserve(texts: 1, bytes: 1)
    #expect(pool.text(Identifier(index: 0)) == "a")
  }

  @Test func copiesAreIndependent() {
    var pool = TextPool()
    _ = pool.intern("a")
    let copy = pool
    _ = pool.intern("b")
    #expect(copy.count == 1 && copy.find("b") == nil)
  }
}
