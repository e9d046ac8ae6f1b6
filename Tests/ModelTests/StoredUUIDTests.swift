import Model
import Testing

/// Ids in the usual form, which are stored in half of their length.
@Suite struct StoredUUIDTests {
  private static let digits = Array("0123456789abcdef".utf8)

  /// An id whose digits follow from a number.
  private static func id(_ seed: Int) -> [UInt8] {
    (0..<36).map { position in
      [8, 13, 18, 23].contains(position)
        ? UInt8(ascii: "-") : digits[(seed &* 31 &+ position &* (seed % 13 + 7)) % 16]
    }
  }

  private static func stored(_ text: [UInt8]) -> (pool: TextPool, identifier: Identifier) {
    var builder = TextPoolBuilder()
    let identifier = text.withUnsafeBufferPointer { builder.intern($0) }
    return (builder.pool, identifier)
  }

  @Test(arguments: 0..<500) func comesBackAsItWas(seed: Int) {
    let text = Self.id(seed)
    let (pool, identifier) = Self.stored(text)
    #expect(pool.byteCount == 17)
    #expect(pool.withBytes(identifier) { Array($0) } == text)
    #expect(Array(pool.text(identifier).utf8) == text)
  }

  /// Any other byte at any place makes a text of it, which comes back as it was too.
  @Test(arguments: 0..<36) func anythingElseIsAText(position: Int) {
    var builder = TextPoolBuilder()
    var texts: [[UInt8]] = []
    for byte in UInt8(0)..<128 {
      var text = Self.id(5)
      text[position] = byte
      let isDigit = Self.digits.contains(byte)
      let isId = [8, 13, 18, 23].contains(position) ? byte == UInt8(ascii: "-") : isDigit
      #expect(Self.stored(text).pool.byteCount == (isId ? 17 : 36))
      let identifier = text.withUnsafeBufferPointer { builder.intern($0) }
      #expect(Int(identifier.index) == texts.count)
      texts.append(text)
    }
    for (index, text) in texts.enumerated() {
      #expect(builder.pool.withBytes(Identifier(index: Int32(index))) { Array($0) } == text)
      #expect(text.withUnsafeBufferPointer { builder.intern($0) }.index == Int32(index))
    }
  }

  /// Ids of another length, with letters of the other case or with bytes that are no digits.
  @Test(arguments: [
    "00000000-0003-4481-a80a-0ab7777ec1e", "00000000-0003-4481-a80a-0ab7777ec1ed0",
    "00000000-0003-4481-A80A-0AB7777EC1ED", "000000000003-4481-a80a-0ab7777ec1ed-",
    "éééééééé-éééé-", "{0000000-0003-4481-a80a-0ab7777ec1ed",
    "\u{10FFFF}000000000000000000000000000000000",
  ])
  func keepsWhatIsNoId(text: String) {
    let (pool, identifier) = Self.stored(Array(text.utf8))
    #expect(pool.byteCount == text.utf8.count)
    #expect(pool.text(identifier) == text)
  }
}
