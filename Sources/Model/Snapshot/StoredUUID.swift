/// Ids in the usual form, 32 lower-case hexadecimal digits in five groups, in 17 bytes instead of 36.
///
/// Most texts of a large snapshot are such ids, and are compared and hashed more often than read.
enum StoredUUID {
  /// The first byte of a stored id, which no UTF-8 text begins with.
  static let marker: UInt8 = 0xFF
  /// The length of an id as text.
  static let textByteCount = 36
  /// The length of an id as stored: the marker and half a byte a digit.
  private static let storedByteCount = 17
  /// The positions of the hyphens in the text.
  private static let hyphens = [8, 13, 18, 23]
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Lends what is stored of a text of 36 bytes: the id in 17 bytes, or the text if it is none.
  static func withStored<Result>(
    _ text: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(byteCount: storedByteCount, alignment: 1) { stored in
      body(store(text, stored) ? UnsafeRawBufferPointer(stored) : text)
    }
  }

  /// Lends the text of a stored id.
  static func withText<Result>(
    _ stored: UnsafeRawBufferPointer, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: textByteCount) { text in
      let raw = UnsafeMutableRawBufferPointer(text)
      func copy(_ part: Int) -> UInt64 {
        digits(of: stored.loadUnaligned(fromByteOffset: 1 + part * 4, as: UInt32.self))
      }
      let (second, third) = (copy(1), copy(2))
      raw.storeBytes(of: copy(0).littleEndian, as: UInt64.self)
      put(UInt32(truncatingIfNeeded: second), at: 9, raw)
      put(UInt32(truncatingIfNeeded: second >> 32), at: 14, raw)
      put(UInt32(truncatingIfNeeded: third), at: 19, raw)
      put(UInt32(truncatingIfNeeded: third >> 32), at: 24, raw)
      raw.storeBytes(of: copy(3).littleEndian, toByteOffset: 28, as: UInt64.self)
      for hyphen in hyphens { text[hyphen] = UInt8(ascii: "-") }
      return try body(UnsafeBufferPointer(text))
    }
  }

  private static func put(_ digits: UInt32, at offset: Int, _ text: UnsafeMutableRawBufferPointer) {
    text.storeBytes(of: digits.littleEndian, toByteOffset: offset, as: UInt32.self)
  }

  private static func store(
    _ text: UnsafeRawBufferPointer, _ stored: UnsafeMutableRawBufferPointer
  ) -> Bool {
    func four(_ offset: Int) -> UInt64 {
      UInt64(UInt32(littleEndian: text.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    func eight(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    guard text[8] == UInt8(ascii: "-"), text[13] == UInt8(ascii: "-"),
      text[18] == UInt8(ascii: "-"), text[23] == UInt8(ascii: "-"),
      let first = value(of: eight(0)), let second = value(of: four(9) | four(14) << 32),
      let third = value(of: four(19) | four(24) << 32), let fourth = value(of: eight(28))
    else { return false }
    stored[0] = marker
    stored.storeBytes(of: first, toByteOffset: 1, as: UInt32.self)
    stored.storeBytes(of: second, toByteOffset: 5, as: UInt32.self)
    stored.storeBytes(of: third, toByteOffset: 9, as: UInt32.self)
    stored.storeBytes(of: fourth, toByteOffset: 13, as: UInt32.self)
    return true
  }

  /// The value of eight digits, all eight worked on at once; `nil` if one is no lower-case digit.
  private static func value(of digits: UInt64) -> UInt32? {
    let letters = digits >> 6 & ones
    let halves = (digits & (ones &* 0x0F)) &+ letters &* 9
    guard halves & (ones &* 0xF0) == 0, Self.digits(of: halves) == digits else { return nil }
    var value = (halves << 4 | halves >> 8) & 0x00FF_00FF_00FF_00FF
    value = (value | value >> 8) & 0x0000_FFFF_0000_FFFF
    return UInt32(truncatingIfNeeded: value | value >> 16)
  }

  /// The eight digits of a value.
  private static func digits(of value: UInt32) -> UInt64 {
    var bytes = UInt64(value)
    bytes = (bytes | bytes << 16) & 0x0000_FFFF_0000_FFFF
    bytes = (bytes | bytes << 8) & 0x00FF_00FF_00FF_00FF
    let half: UInt64 = 0x000F_000F_000F_000F
    return digits(of: bytes >> 4 & half | (bytes & half) << 8)
  }

  /// The digits of eight values below 16, one in each byte.
  private static func digits(of halves: UInt64) -> UInt64 {
    // From 10 on the letters follow, 0x27 after the digits.
    let letters = (halves &+ ones &* 6) >> 4 & ones
    return halves &+ ones &* 0x30 &+ letters &* 0x27
  }
}
