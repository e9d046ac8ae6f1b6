/// An id as the snapshot writes it: GUIDs in lower case without braces, others as they are.
package func canonicalIdentifier(_ text: String) -> String {
  var bytes = Array(text.utf8)
  if bytes.count == 38, bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") {
    bytes = Array(bytes.dropFirst().dropLast())
  }
  guard bytes.count == 36 else { return text }
  for (index, byte) in bytes.enumerated() {
    switch (index, byte) {
    case (8, UInt8(ascii: "-")), (13, UInt8(ascii: "-")), (18, UInt8(ascii: "-")),
      (23, UInt8(ascii: "-")):
      break
    case (8, _), (13, _), (18, _), (23, _): return text
    case (_, 0x30...0x39), (_, 0x61...0x66): break
    case (_, 0x41...0x46): bytes[index] = byte | 0x20
    default: return text
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
