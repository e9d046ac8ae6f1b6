/// The character references of text that is no Markdown: values of attributes, titles, names.
enum CharacterReferences {
  /// Those with names that documentation is written with.
  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "quot": "\"", "lt": "<", "gt": ">", "apos": "'", "nbsp": "\u{A0}",
    "copy": "\u{A9}", "reg": "\u{AE}", "trade": "\u{2122}", "ndash": "\u{2013}",
    "mdash": "\u{2014}", "hellip": "\u{2026}", "lsquo": "\u{2018}", "rsquo": "\u{2019}",
    "ldquo": "\u{201C}", "rdquo": "\u{201D}", "laquo": "\u{AB}", "raquo": "\u{BB}",
    "middot": "\u{B7}", "times": "\u{D7}", "rarr": "\u{2192}",
  ]
  /// The longest reference that is read, in bytes.
  private static let longest = 10

  /// The text with its references resolved; what is none stays text.
  static func resolved(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return String(decoding: resolved(Array(text.utf8)), as: UTF8.self)
  }

  /// The bytes with their references resolved; what is none stays text.
  static func resolved(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "&"),
        let (character, end) = character(bytes, at: position)
      {
        output += String(character).utf8
        position = end
      } else {
        output.append(bytes[position])
        position += 1
      }
    }
    return output
  }

  /// The character of the reference that begins at a place, and where it ends.
  private static func character(_ bytes: [UInt8], at start: Int) -> (Unicode.Scalar, Int)? {
    let rest = bytes[(start + 1)..<min(bytes.count, start + longest)]
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: rest[..<end], as: UTF8.self)
    if let character = named[name] { return (character, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let number =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let number, number >= 32, number != 127, let character = Unicode.Scalar(number) else {
      return nil
    }
    return (character, end + 1)
  }
}
