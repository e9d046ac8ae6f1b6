/// Writes XML 1.0 as bytes, an element a line.
///
/// Text and values are escaped; characters that XML can't hold are written as U+FFFD.
package struct XMLWriter {
  private var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var depth = 0

  /// A writer that has written the declaration.
  package init() {}

  /// The number of bytes that wait to be taken.
  package var count: Int { bytes.count }

  /// Writes an element without content.
  package mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    open(name, attributes)
    append("/>\n")
  }

  /// Writes an element with text.
  package mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>, text: String
  ) {
    open(name, attributes)
    append(">")
    escape(text, inAttribute: false)
    append("</\(name)>\n")
  }

  /// Writes an element with the elements that `body` writes.
  package mutating func element<E: Error>(
    _ name: String, _ attributes: KeyValuePairs<String, String>,
    _ body: (inout XMLWriter) throws(E) -> Void
  ) throws(E) {
    open(name, attributes)
    append(">\n")
    depth += 1
    try body(&self)
    depth -= 1
    indent()
    append("</\(name)>\n")
  }

  /// Gives the bytes away and starts anew.
  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    indent()
    append("<\(name)")
    for (key, value) in attributes {
      append(" \(key)=\"")
      escape(value, inAttribute: true)
      append("\"")
    }
  }

  private mutating func indent() { bytes += Array(repeating: 0x20, count: depth * 2) }

  private mutating func append(_ text: String) { bytes += Array(text.utf8) }

  private mutating func escape(_ text: String, inAttribute: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\"" where inAttribute: append("&quot;")
      // A parser turns these into blanks in values, and into line feeds in text.
      case "\t" where inAttribute, "\n" where inAttribute, "\r":
        append("&#\(scalar.value);")
      default: bytes.append(plain: scalar)
      }
    }
  }
}
