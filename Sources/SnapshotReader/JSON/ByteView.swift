import Glibc
import Model

/// Bytes lent by somebody who keeps them alive; every access is checked.
///
/// A view must not outlive the closure or the parser that lent it.
@safe struct ByteView {
  private let buffer: UnsafeBufferPointer<UInt8>

  /// A view of lent bytes.
  init(_ buffer: UnsafeBufferPointer<UInt8>) { unsafe self.buffer = buffer }

  /// How many bytes there are.
  var count: Int { unsafe buffer.count }

  /// Whether there are none.
  var isEmpty: Bool { count == 0 }

  /// A byte.
  subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count, "a byte outside of the view")
    return unsafe buffer[index]
  }

  /// A part of the view.
  subscript(range: Range<Int>) -> ByteView {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "bytes outside of the view")
    return unsafe ByteView(UnsafeBufferPointer(rebasing: buffer[range]))
  }

  /// Lends the bytes to C.
  var unsafeBytes: UnsafeBufferPointer<UInt8> { unsafe buffer }

  /// The bytes as a string; what isn't UTF-8 is replaced.
  var string: String { unsafe String(decoding: buffer, as: UTF8.self) }

  /// A copy of the bytes.
  var array: [UInt8] { unsafe Array(buffer) }

  /// Whether the bytes are the same as others.
  func equals(_ other: ByteView) -> Bool {
    guard count == other.count else { return false }
    let left = unsafe UnsafeRawBufferPointer(buffer)
    let right = unsafe UnsafeRawBufferPointer(other.buffer)
    guard count >= 8 else {
      for index in 0..<count where unsafe left[index] != right[index] { return false }
      return true
    }
    func differ(at offset: Int) -> Bool {
      unsafe left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
    for offset in stride(from: 0, to: count - 8, by: 8) where differ(at: offset) { return false }
    // The last eight bytes may overlap those before.
    return !differ(at: count - 8)
  }

  /// Whether the bytes are the same as those of a word in lower case, without regard to ASCII case.
  func equalsIgnoringCase(_ word: ByteView) -> Bool {
    if equals(word) { return true }
    guard count == word.count else { return false }
    for index in 0..<count
    where unsafe lowerCase(buffer[index]) != word.buffer[index] { return false }
    return true
  }

  /// Whether one of the bytes may be a capital ASCII letter; `true` too often, never too rarely.
  var mayHaveCapitals: Bool {
    guard count >= 8 else { return true }
    let bytes = unsafe UnsafeRawBufferPointer(buffer)
    var found: UInt64 = 0
    var offset = 0
    while offset < count {
      // The last eight bytes may overlap those before.
      let start = min(offset, count - 8)
      let word = unsafe bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      // Of letters, those with bit 0x20 are small.
      found |= word & 0x4040_4040_4040_4040 & ~((word & 0x2020_2020_2020_2020) << 1)
      offset += 8
    }
    return found != 0
  }

  /// The position of the next line feed from `start` on and before `end`; `end` if there is none.
  func endOfLine(from start: Int, before end: Int) -> Int {
    guard let base = unsafe buffer.baseAddress, start < end else { return end }
    guard let found = unsafe memchr(base + start, 0x0A, end - start) else { return end }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// How many line feeds stand in a range.
  ///
  /// - Complexity: O(length of the range), also where the whole file is one line.
  func lineCount(_ range: Range<Int>) -> Int {
    var lines = 0
    var index = endOfLine(from: range.lowerBound, before: range.upperBound)
    while index < range.upperBound {
      lines += 1
      index = endOfLine(from: index + 1, before: range.upperBound)
    }
    return lines
  }

  /// The first byte of the line that a byte is in.
  func startOfLine(_ index: Int) -> Int {
    var start = index
    while start > 0, self[start - 1] != 0x0A { start -= 1 }
    return start
  }
}

extension Array<UInt8> {
  /// Lends the bytes as a view.
  func withView<Result>(_ body: (ByteView) throws -> Result) rethrows -> Result {
    try unsafe withUnsafeBufferPointer { unsafe try body(ByteView($0)) }
  }
}

extension TextPoolBuilder {
  /// The identifier of a text, which is added if it is new.
  mutating func intern(_ text: ByteView) -> Identifier { unsafe intern(text.unsafeBytes) }
}

extension InstantText {
  /// Reads a time.
  static func read(_ text: ByteView) -> InstantText { unsafe read(text.unsafeBytes) }
}
