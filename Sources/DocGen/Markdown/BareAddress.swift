import Localization

/// An address in running text that becomes a link by itself.
///
/// For CommonMark it goes on to the next blank. Chinese, Japanese, Thai and others have none between
/// words: in `转到 https://example.com，然后` it ends before the comma.
enum BareAddress {
  /// Where the address that begins at a place ends before text of another kind; `nil` where it goes
  /// on to the end.
  static func end(_ text: [UInt8], from start: Int) -> Int? {
    var position = start
    var before: UInt32 = 0x2F
    while position < text.count {
      let (scalar, width) = decodeScalar(text, at: position, before: text.count)
      if isPunctuation(scalar) || (isLetter(scalar) && !mayStandBeforeLetters(before)) {
        return position
      }
      position += width
      before = scalar
    }
    return nil
  }

  /// Where the next address begins in a text.
  static func start(_ text: [UInt8], from start: Int) -> Int? {
    var position = start
    while let found = text.range(of: "http", in: position..<text.count) {
      position = found.upperBound
      if text.hasBytes("://", at: position) || text.hasBytes("s://", at: position) {
        return found.lowerBound
      }
    }
    return nil
  }

  /// Punctuation that stands in no address as it is: full-width forms, quotation marks, and the marks
  /// of Arabic.
  private static func isPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAB, 0xBB, 0x60C, 0x61B, 0x61F, 0x2018...0x201F, 0x3000...0x3003, 0x3008...0x3011,
      0x3014...0x301F, 0x30FB, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF3D, 0xFF5B...0xFF65:
      true
    default: false
    }
  }

  /// Letters of languages without blanks between words, and Korean, whose particles stand behind a
  /// word without one.
  private static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1100...0x11FF, 0xAC00...0xD7A3: true
    default: LetterFolding.isUnspaced(scalar)
    }
  }

  /// Whether letters may go on with an address behind a character: they do so inside of its parts, as
  /// in `https://example.com/日本`.
  private static func mayStandBeforeLetters(_ scalar: UInt32) -> Bool {
    isLetter(scalar) || "/=-_?&#.+%".unicodeScalars.contains { $0.value == scalar }
  }
}
