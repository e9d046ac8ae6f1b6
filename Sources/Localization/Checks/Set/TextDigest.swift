/// Short digests of texts, to find equal ones without keeping them: the same on every run.
enum TextDigest {
  /// The digest of the bytes (FNV-1a).
  static func exact(_ text: ArraySlice<UInt8>) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return digest
  }

  /// The digest without regard to capitals of ASCII, blanks, punctuation of ASCII and marks of
  /// direction.
  static func loose(_ text: ArraySlice<UInt8>) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    var skip = 0
    for index in text.indices {
      if skip > 0 {
        skip -= 1
        continue
      }
      var byte = text[index]
      if byte < 0x80 {
        if byte.isLetter { byte |= 32 } else if !byte.isDigit { continue }
      } else if byte == 0xE2, index + 2 < text.endIndex, text[index + 1] == 0x80,
        (0x8B...0xAF).contains(text[index + 2])
      {
        skip = 2
        continue
      } else if byte == 0xC2, index + 1 < text.endIndex, text[index + 1] == 0xA0 {
        skip = 1
        continue
      }
      digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return digest
  }
}
