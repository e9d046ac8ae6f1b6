/// HTML being written, as bytes.
///
/// Only markup that stands in source code skips escaping.
struct HTMLBytes {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  var count: Int { bytes.count }

  /// Writes markup as it is.
  mutating func raw(_ markup: StaticString) { markup.withUTF8Buffer { bytes += $0 } }

  /// Writes text so that it is text in an element and in a quoted attribute.
  mutating func text(_ text: some Collection<UInt8>) {
    let isDone: Void? = text.withContiguousStorageIfAvailable { append($0) }
    if isDone == nil { Array(text).withUnsafeBufferPointer { append($0) } }
  }

  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in text.indices {
      let entity: StaticString
      switch text[index] {
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "\""): entity = "&quot;"
      default: continue
      }
      bytes += text[start..<index]
      raw(entity)
      start = index + 1
    }
    bytes += text[start...]
  }

  /// Writes an address as the value of a quoted attribute: what URLs may not hold is encoded.
  mutating func address(_ address: String) {
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "'"): raw("&#39;")
      case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: ";"), UInt8(ascii: "="),
        UInt8(ascii: "?")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
        UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "~"):
        bytes.append(byte)
      default:
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }

  mutating func number(_ number: Int) { bytes += String(number).utf8 }

  /// Writes HTML that is safe already.
  mutating func markup(_ markup: some Sequence<UInt8>) { bytes += markup }

  /// Writes a line feed unless at the start of a line.
  mutating func freshLine() {
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
  }

  /// Takes back what was written after `count` bytes.
  mutating func truncate(to count: Int) { bytes.removeSubrange(count...) }
}
