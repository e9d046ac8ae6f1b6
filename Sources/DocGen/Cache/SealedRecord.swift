import Digests

/// Bytes of the cache between a line that says what they are and their digest.
enum SealedRecord {
  /// The bytes with both.
  static func seal(_ body: [UInt8], magic: [UInt8]) -> [UInt8] {
    magic + body + Array(Digests.sha256(body).utf8)
  }

  /// The bytes without; `nil` if they aren't what the digest says.
  static func open(_ bytes: [UInt8], magic: [UInt8]) -> ArraySlice<UInt8>? {
    guard bytes.starts(with: magic), bytes.count >= magic.count + 64 else { return nil }
    let body = bytes[magic.count..<bytes.count - 64]
    return Digests.sha256(Array(body)).utf8.elementsEqual(bytes.suffix(64)) ? body : nil
  }
}
