import Localization
import YAML

/// Texts of YAML as Markdown.
extension YAMLPage {
  /// An address for angle brackets; empty where there is none.
  static func address(_ node: YAMLNode?) -> String {
    var address = ""
    for character in (node?.string ?? "").trimmingBlanks() {
      switch character {
      case "<": address += "%3C"
      case ">": address += "%3E"
      case "&": address += "&amp;"
      case "\\": address += "\\\\"
      default: address += character.isNewline ? " " : String(character)
      }
    }
    return address
  }

  /// A text of one line in which nothing is markup, unless it shows that it is Markdown.
  static func inline(_ node: YAMLNode?) -> String {
    hasMarkup(node?.string ?? "") ? line(node) : text(node)
  }

  /// Whether a text has links, emphasis, code or HTML: summaries and questions are written so.
  static func hasMarkup(_ text: String) -> Bool {
    ["](", "</", "<br"].contains(where: text.contains) || text.ranges(of: "**").count > 1
      || text.count { $0 == "`" } > 1
  }

  /// A text of one line as it is written.
  static func line(_ node: YAMLNode?) -> String {
    let text = (node?.string ?? "").trimmingBlanks()
    // Line ends are controls, or begin so where they are beyond ASCII.
    guard text.utf8.contains(where: { $0 < 32 || $0 == 0xC2 || $0 == 0xE2 }) else { return text }
    return String(text.map { $0.isNewline ? " " : $0 })
  }

  /// A text of one line in which nothing is markup but the tags of units.
  ///
  /// `isLinked` says that it is the text of a link, in which addresses are no links.
  static func text(_ node: YAMLNode?, isLinked: Bool = false) -> String {
    let words = NameText.withoutAnchors(line(node))
    return Units.hasUnits(words) ? words : escaped(words, isLinked: isLinked)
  }

  /// A line of words in which nothing is markup.
  static func escaped(_ line: String, isLinked: Bool = false) -> String {
    let line = Array(line.utf8)
    var text: [UInt8] = []
    text.reserveCapacity(line.count + line.count / 8)
    var isBehindLetter = false
    var position = 0
    while position < line.count {
      // A backslash would belong to the address, which becomes a link by itself.
      if !isLinked, !isBehindLetter,
        addresses.contains(where: { line.hasBytes($0, at: position) })
      {
        let end = line[position...].firstIndex { $0 <= 32 || $0 == UInt8(ascii: "<") }
        text += line[position..<(end ?? line.count)]
        position = end ?? line.count
        isBehindLetter = true
        continue
      }
      let byte = line[position]
      switch byte {
      case UInt8(ascii: "<"): text += "&lt;".utf8
      case UInt8(ascii: ">") where !text.isEmpty: text.append(byte)
      // Two backslashes before it would begin a formula.
      case UInt8(ascii: "\\") where line.hasBytes("(", at: position + 1): text += "&#92;".utf8
      // Of a character by its number, `&#60;`.
      case UInt8(ascii: "#") where text.last == UInt8(ascii: "&"): text.append(byte)
      case 0x80...:
        let scalar = decodeScalar(line, at: position, before: line.count)
        text += line[position..<(position + scalar.length)]
        position += scalar.length
        // A mark belongs to the letter before it.
        if let properties = Unicode.Scalar(scalar.value)?.properties,
          properties.generalCategory != .nonspacingMark
        {
          isBehindLetter = properties.isAlphabetic || properties.numericType != nil
        }
        continue
      default:
        if marks.contains(byte) || !isBehindLetter && ":@".utf8.contains(byte) {
          text.append(UInt8(ascii: "\\"))
        }
        text.append(byte)
      }
      isBehindLetter = byte.isLetter || byte.isDigit
      position += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let addresses: [StaticString] = ["https://", "http://", "ftp://", "www."]
  private static let marks = Set("\\`*_[]{>#|~$".utf8)

  /// A line that begins a block and is no list and no rule.
  static func block(_ line: String) -> String {
    let digits = line.utf8.prefix { (48...57).contains($0) }.count
    let mark = line.utf8.dropFirst(digits).first
    guard let mark, (digits > 0 ? ".)" : "-+=").utf8.contains(mark) else { return line }
    let start = line.utf8.index(line.startIndex, offsetBy: digits)
    return "\(line[..<start])\\\(line[start...])"
  }
}
