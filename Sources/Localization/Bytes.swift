extension UInt8 {
  /// Space or tab.
  var isBlank: Bool { self == 32 || self == 9 }
  /// Space, tab or a line end.
  var isWhitespace: Bool { self == 32 || (9...13).contains(self) }
  /// `0` to `9`.
  var isDigit: Bool { (48...57).contains(self) }
  /// `a` to `z` or `A` to `Z`.
  var isLetter: Bool { (97...122).contains(self | 32) }
  /// What the ids and classes of spans are made of.
  var isIdentifier: Bool { isLetter || isDigit || self == 45 || self == 95 }
}

extension [UInt8] {
  /// Whether the bytes from `position` on begin with `text`.
  func hasBytes(_ text: StaticString, at position: Int) -> Bool {
    guard position >= 0, count - position >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { text in
      for index in text.indices where self[position + index] != text[index] { return false }
      return true
    }
  }

  /// The first place of a byte from `start` on, looking at `limit` bytes at most.
  func firstIndex(of byte: UInt8, from start: Int, limit: Int = .max) -> Int? {
    guard start < count else { return nil }
    let end = limit < count - start ? start + limit : count
    return self[start..<end].firstIndex(of: byte)
  }

  /// The first place of `text` at or after `start` and before `end`.
  func firstRange(of text: StaticString, from start: Int, to end: Int) -> Range<Int>? {
    let first = text.withUTF8Buffer { $0[0] }
    let length = text.utf8CodeUnitCount
    var position = start
    while position + length <= end, let found = self[position..<end].firstIndex(of: first) {
      if found + length <= end, hasBytes(text, at: found) { return found..<found + length }
      position = found + 1
    }
    return nil
  }
}
