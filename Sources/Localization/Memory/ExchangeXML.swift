/// Writes XML whose white space counts: nothing is added between the parts of a text.
struct ExchangeXML {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)

  mutating func raw(_ text: String) { bytes += text.utf8 }

  /// Writes an opening tag.
  mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    tag(name, attributes)
    raw(">")
  }

  /// Writes an element without content.
  mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    tag(name, attributes)
    raw("/>")
  }

  mutating func close(_ name: String) { raw("</\(name)>") }

  /// Writes an element with text.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ text: [UInt8]
  ) {
    open(name, attributes)
    escaped(text)
    close(name)
  }

  private mutating func tag(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    raw("<\(name)")
    for (key, value) in attributes {
      guard let value else { continue }
      raw(" \(key)=\"")
      escaped(Array(value.utf8), isAttribute: true)
      raw("\"")
    }
  }

  /// Writes text; characters that XML can't hold become U+FFFD, or `<cp>` where that is known.
  mutating func escaped(
    _ text: [UInt8], isAttribute: Bool = false, hasCodePoints: Bool = false
  ) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\"") where isAttribute: raw("&quot;")
      case 13: raw("&#13;")
      case 9, 10: if isAttribute { raw("&#\(byte);") } else { bytes.append(byte) }
      case 0..<32:
        let digits = String(Int(byte) + 0x1_0000, radix: 16).dropFirst()
        raw(hasCodePoints ? "<cp hex=\"\(digits)\"/>" : "\u{FFFD}")
      case 0xEF
      where text[index...].starts(with: [0xBF, 0xBE]) || text[index...].starts(with: [0xBF, 0xBF]):
        // U+FFFE and U+FFFF are no characters of XML.
        raw("\u{FFFD}")
        index += 2
      default: bytes.append(byte)
      }
    }
  }
}
