/// The shapes of secrets, each tried where a text has the first byte of its marker.
enum SecretShapes {
  typealias Text = UnsafeBufferPointer<UInt8>

  /// The secret whose marker begins at a position.
  static func match(_ text: Text, at position: Int) -> SecretMatch? {
    switch text[position] {
    case UInt8(ascii: "-"):
      return privateKey(text, position) ? SecretMatch(.privateKey, .certain) : nil
    case UInt8(ascii: ":"):
      return hasPassword(text, position) ? SecretMatch(.passwordInURL, .certain) : nil
    case UInt8(ascii: "~"):
      return clientSecret(text, position) ? SecretMatch(.keyPrefix, .certain) : nil
    default: break
    }
    for shape in shapes[Int(text[position])]
    where text.has(shape.marker, at: position, folding: shape.isFolded) {
      let start = position + shape.marker.count
      let length = text.run(from: start, of: shape.alphabet)
      guard length >= shape.minimum, shape.maximum.map({ length <= $0 }) ?? true else { continue }
      if shape.check?(text, position, start + length) ?? true { return shape.match }
    }
    return nil
  }

  /// A marker, and what must follow it.
  struct Shape: Sendable {
    var marker: [UInt8]
    var isFolded = false
    var alphabet: SecretBytes.Alphabet
    var minimum: Int
    var maximum: Int?
    var match: SecretMatch
    var check: (@Sendable (_ text: Text, _ start: Int, _ end: Int) -> Bool)?
  }

  /// The shapes by the first byte of their markers.
  static let shapes: [[Shape]] = {
    var table = [[Shape]](repeating: [], count: 256)
    for shape in SecretMarkers.all {
      guard let first = shape.marker.first else { continue }
      table[Int(first)].append(shape)
      if shape.isFolded, SecretBytes.isLetterOrDigit(first) {
        table[Int(first ^ 0x20)].append(shape)
      }
    }
    return table
  }()

  /// `-----BEGIN … PRIVATE KEY-----`.
  private static let keyStart = Array("-----BEGIN ".utf8)
  private static let keyWords = Array("PRIVATE KEY".utf8)
  private static let schemeEnd = Array("://".utf8)

  private static func privateKey(_ text: Text, _ position: Int) -> Bool {
    guard text.has(keyStart, at: position) else { return false }
    for start in (position + 11)..<min(position + 40, text.count)
    where text.has(keyWords, at: start) { return true }
    return false
  }

  /// `scheme://name:password@host`, from the colon of the scheme.
  private static func hasPassword(_ text: Text, _ position: Int) -> Bool {
    guard position > 0, SecretBytes.isLetterOrDigit(text[position - 1]),
      text.has(schemeEnd, at: position)
    else { return false }
    var colon: Int?
    for index in (position + 3)..<min(position + 300, text.count) {
      switch text[index] {
      case UInt8(ascii: ":"): colon = colon ?? index
      case UInt8(ascii: "@"): return colon.map { index - $0 > 1 } ?? false
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), 0...0x20: return false
      default: break
      }
    }
    return false
  }

  /// A client secret of Microsoft Entra: three characters, a digit, `Q~`, then 31 to 34 more.
  private static func clientSecret(_ text: Text, _ position: Int) -> Bool {
    guard position >= 5, text[position - 1] == UInt8(ascii: "Q"),
      (0x30...0x39).contains(text[position - 2])
    else { return false }
    return (31...34).contains(text.run(from: position + 1, of: .entra))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether bytes stand at a position; `folding`: letters in any case, the marker being lower case.
  func has(_ marker: [UInt8], at position: Int, folding: Bool = false) -> Bool {
    guard position + marker.count <= count else { return false }
    for offset in 0..<marker.count {
      var byte = self[position + offset]
      if folding, (0x41...0x5A).contains(byte) { byte |= 0x20 }
      if byte != marker[offset] { return false }
    }
    return true
  }

  /// How many bytes of an alphabet follow each other.
  func run(from start: Int, of alphabet: SecretBytes.Alphabet) -> Int {
    var end = start
    while end < count, alphabet.contains(self[end]) { end += 1 }
    return end - start
  }
}
