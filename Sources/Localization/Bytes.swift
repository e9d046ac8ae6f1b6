import Glibc

extension UInt8 {
  /// Space or tab.
  var isBlank: Bool { self == 32 || self == 9 }
  /// Space, tab or a line end.
  var isWhitespace: Bool { self == 32 || (9...13).contains(self) }
  /// `0` to `9`.
  package var isDigit: Bool { (48...57).contains(self) }
  /// `a` to `z` or `A` to `Z`.
  package var isLetter: Bool { (97...122).contains(self | 32) }
  /// What the ids and classes of spans are made of.
  package var isIdentifier: Bool { isLetter || isDigit || self == 45 || self == 95 }
}

extension [UInt8] {
  /// Whether the bytes from `position` on begin with `text`.
  package func hasBytes(_ text: StaticString, at position: Int) -> Bool {
    guard position >= 0, count - position >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { text in
      for index in text.indices where self[position + index] != text[index] { return false }
      return true
    }
  }

  /// Whether a text in small letters stands at a place, in any case.
  package func hasBytes(_ text: StaticString, ignoringCaseAt position: Int) -> Bool {
    guard position >= 0, count - position >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { text in
      text.indices.allSatisfy { index in
        let byte = self[position + index]
        return ((65...90).contains(byte) ? byte | 32 : byte) == text[index]
      }
    }
  }

  /// Whether a part is the same bytes as a part of another array.
  func isSame(in part: Range<Int>, as other: [UInt8], _ otherPart: Range<Int>) -> Bool {
    guard part.count == otherPart.count else { return false }
    guard !part.isEmpty else { return true }
    return withUnsafeBytes { bytes in
      other.withUnsafeBytes { other in
        let own = UnsafeRawBufferPointer(rebasing: bytes[part])
        let others = UnsafeRawBufferPointer(rebasing: other[otherPart])
        guard let one = own.baseAddress, let two = others.baseAddress else { return false }
        return memcmp(one, two, own.count) == 0
      }
    }
  }

  /// The length of a blank beyond ASCII that stands at a place: a no-break or ideographic space; 0 if
  /// none does.
  func blankLength(at position: Int, before end: Int) -> Int {
    guard position + 1 < end else { return 0 }
    switch (self[position], self[position + 1]) {
    case (0xC2, 0xA0): return 2
    case (0xE2, 0x80) where position + 2 < end && self[position + 2] == 0xAF: return 3
    case (0xE3, 0x80) where position + 2 < end && self[position + 2] == 0x80: return 3
    default: return 0
    }
  }

  /// The length of such a blank that ends at a place.
  func blankLength(before end: Int, from start: Int) -> Int {
    guard end > start, self[end - 1] >= 0x80 else { return 0 }
    for length in 2...3 where end - length >= start {
      if blankLength(at: end - length, before: end) == length { return length }
    }
    return 0
  }

  /// The first place of a byte in a part, found as fast as the machine can.
  package func position(of byte: UInt8, in part: Range<Int>) -> Int? {
    guard !part.isEmpty else { return nil }
    return withUnsafeBytes { bytes in
      let bytes = UnsafeRawBufferPointer(rebasing: bytes[part])
      guard let base = bytes.baseAddress, let found = memchr(base, Int32(byte), bytes.count) else {
        return nil
      }
      return part.lowerBound + (UnsafeRawPointer(found) - base)
    }
  }

  /// The first place of `text` in a part.
  package func range(of text: StaticString, in part: Range<Int>) -> Range<Int>? {
    let first = text.withUTF8Buffer { $0[0] }
    let length = text.utf8CodeUnitCount
    var start = part.lowerBound
    while start + length <= part.upperBound,
      let found = position(of: first, in: start..<part.upperBound)
    {
      if found + length <= part.upperBound, hasBytes(text, at: found) {
        return found..<found + length
      }
      start = found + 1
    }
    return nil
  }

  /// Whether other bytes occur in a row; none always do.
  package func contains(sequence: [UInt8]) -> Bool { position(of: sequence) != nil }

  /// The first place of other bytes in a row; the beginning for none.
  package func position(of sequence: [UInt8]) -> Int? {
    guard let first = sequence.first else { return 0 }
    var start = 0
    while start + sequence.count <= count, let found = position(of: first, in: start..<count) {
      guard found + sequence.count <= count else { return nil }
      if self[found..<found + sequence.count].elementsEqual(sequence) { return found }
      start = found + 1
    }
    return nil
  }

  /// The first place of a byte from `start` on, looking at `limit` bytes at most.
  func firstIndex(of byte: UInt8, from start: Int, limit: Int = .max) -> Int? {
    guard start < count else { return nil }
    return position(of: byte, in: start..<(limit < count - start ? start + limit : count))
  }

  /// The first place of `text` at or after `start` and before `end`.
  func firstRange(of text: StaticString, from start: Int, to end: Int) -> Range<Int>? {
    start < end ? range(of: text, in: start..<end) : nil
  }
}

/// Reads a scalar of UTF-8; a byte that is part of none counts as one of U+FFFD.
@inline(__always)
package func decodeScalar(_ text: [UInt8], at position: Int, before end: Int) -> (
  value: UInt32, length: Int
) {
  let first = UInt32(text[position])
  func next(_ offset: Int) -> UInt32 { UInt32(text[position + offset] & 0x3F) }
  switch first {
  case 0..<0x80: return (first, 1)
  case 0xC2..<0xE0 where position + 1 < end: return ((first & 0x1F) << 6 | next(1), 2)
  case 0xE0..<0xF0 where position + 2 < end:
    return ((first & 0xF) << 12 | next(1) << 6 | next(2), 3)
  case 0xF0..<0xF5 where position + 3 < end:
    return ((first & 7) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  default: return (0xFFFD, 1)
  }
}
