/// An ASCII letter in lower case; other bytes as they are.
func lowerCase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

/// A GUID in lower case without braces; `nil` if the text is none, or already written so.
func canonicalGUID(_ text: ByteView) -> [UInt8]? {
  let hasBraces = text.count == 38
  guard hasBraces || text.count == 36 else { return nil }
  if hasBraces {
    guard text[0] == UInt8(ascii: "{"), text[37] == UInt8(ascii: "}") else {
      return nil
    }
  }
  let start = hasBraces ? 1 : 0
  var isChanged = hasBraces
  for index in 0..<36 {
    let byte = text[start + index]
    switch index {
    case 8, 13, 18, 23:
      guard byte == UInt8(ascii: "-") else { return nil }
    default:
      switch byte {
      case 0x30...0x39, 0x61...0x66: break
      case 0x41...0x46: isChanged = true
      default: return nil
      }
    }
  }
  guard isChanged else { return nil }
  return text[start..<(start + 36)].array.map(lowerCase)
}
