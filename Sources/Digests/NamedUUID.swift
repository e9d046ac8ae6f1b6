/// Version 5 UUIDs (RFC 9562, section 5.5): the same namespace and name give the same identifier on
/// every machine, so that a document can be regenerated with the same bytes.
public enum NamedUUID {
  /// The UUID of `name` in `namespace`, in lower case with hyphens; `nil` unless `namespace` is a
  /// UUID written with 32 hexadecimal digits, with or without hyphens.
  public static func make(namespace: String, name: String) -> String? {
    guard let prefix = bytes(ofUUID: namespace) else { return nil }
    var digest = IncrementalDigest(.sha1)
    digest.update(prefix)
    digest.update(Array(name.utf8))
    var bytes = Array(digest.finish().prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array(Digests.hexadecimal(bytes).utf8)
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return groups.map { String(decoding: digits[$0], as: UTF8.self) }.joined(separator: "-")
  }

  /// The 16 bytes of a written UUID.
  private static func bytes(ofUUID text: String) -> [UInt8]? {
    let digits = text.utf8.filter { $0 != UInt8(ascii: "-") }
    guard digits.count == 32 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 32, by: 2) {
      guard let high = Character(UnicodeScalar(digits[index])).hexDigitValue,
        let low = Character(UnicodeScalar(digits[index + 1])).hexDigitValue
      else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    return bytes
  }
}
