/// Short digests of texts, to find equal ones without keeping them: the same on every run.
enum TextDigest {
  /// What digests begin with.
  private static let beginning: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The digest of the bytes.
  static func exact(_ text: ArraySlice<UInt8>) -> UInt64 { exact(text, from: beginning) }

  /// The digest of the bytes and of what was digested before.
  static func exact(_ text: ArraySlice<UInt8>, from beginning: UInt64) -> UInt64 {
    text.withUnsafeBytes { text in
      var digest = beginning
      var index = 0
      while index + 8 <= text.count {
        let word = text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        digest = mixed(digest, UInt64(littleEndian: word))
        index += 8
      }
      var rest: UInt64 = 0
      while index < text.count {
        rest = rest << 8 | UInt64(text[index])
        index += 1
      }
      return mixed(mixed(digest, rest), UInt64(text.count))
    }
  }

  /// The digest without regard to capitals of ASCII, blanks, punctuation of ASCII, quotation marks,
  /// dashes and marks of direction.
  static func loose(_ text: ArraySlice<UInt8>) -> UInt64 {
    text.withUnsafeBufferPointer { text in
      withUnsafeTemporaryAllocation(byteCount: text.count + 8, alignment: 8) { kept in
        var (index, count) = (0, 0)
        folding.withUnsafeBufferPointer { folding in
          while index < text.count {
            let byte = text[index]
            index += 1
            // Without a branch: every byte is written, and the next one takes its place if it
            // doesn't count.
            kept[count] = folding[Int(byte)]
            count += folding[Int(byte)] == 0 ? 0 : 1
            guard byte == 0xE2 || byte == 0xC2 else { continue }
            if byte == 0xE2, index + 1 < text.count, text[index] == 0x80,
              (0x80...0xAF).contains(text[index + 1])
            {
              index += 2
              count -= 1
            } else if byte == 0xC2, index < text.count, isIgnored(text[index]) {
              index += 1
              count -= 1
            }
          }
        }
        kept.storeBytes(of: 0, toByteOffset: count, as: UInt64.self)
        var digest = beginning
        var position = 0
        while position < count {
          digest = mixed(digest, kept.loadUnaligned(fromByteOffset: position, as: UInt64.self))
          position += 8
        }
        return mixed(digest, UInt64(count))
      }
    }
  }

  /// Whether a byte behind 0xC2 makes a blank or a quotation mark.
  @inline(__always)
  private static func isIgnored(_ byte: UInt8) -> Bool {
    byte == 0xA0 || byte == 0xAB || byte == 0xBB
  }

  /// Each byte as it counts: letters of ASCII small; 0 for those that don't count.
  private static let folding: [UInt8] = (0...255).map { (byte: UInt8) in
    byte.isLetter ? byte | 32 : byte.isDigit || byte >= 0x80 ? byte : 0
  }

  private static func mixed(_ digest: UInt64, _ word: UInt64) -> UInt64 {
    let product = (digest ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }
}
