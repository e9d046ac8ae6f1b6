/// Digests of bytes that are already in memory, as lower-case hexadecimal digits.
public enum Digests {
  /// The SHA-1 digest: 40 digits.
  ///
  /// Not for security; published localization metadata uses it.
  public static func sha1(_ bytes: [UInt8]) -> String { digest(.sha1, of: bytes.span) }

  /// The SHA-256 digest: 64 digits.
  public static func sha256(_ bytes: [UInt8]) -> String { digest(.sha256, of: bytes.span) }

  /// The SHA-256 digest of the UTF-8 form of `text`: 64 digits.
  public static func sha256(_ text: String) -> String { sha256(Array(text.utf8)) }

  /// The digest of `bytes` by `algorithm`, without copying the bytes.
  public static func digest(_ algorithm: DigestAlgorithm, of bytes: Span<UInt8>) -> String {
    var digest = IncrementalDigest(algorithm)
    digest.update(bytes)
    return digest.finishAsHexadecimal()
  }

  /// Writes bytes as lower-case hexadecimal digits, two for each byte.
  public static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
