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
    String((node?.string ?? "").trimmingBlanks().map { $0.isNewline ? " " : $0 })
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
    var text = ""
    var rest = line[...]
    var isBehindLetter = false
    while let character = rest.first {
      // A backslash would belong to the address, which becomes a link by itself.
      if !isLinked, !isBehindLetter, addresses.contains(where: rest.hasPrefix) {
        let address = rest.prefix { $0 > " " && $0 != "<" }
        text += address
        rest = rest[address.endIndex...]
        isBehindLetter = true
        continue
      }
      switch character {
      case "<": text += "&lt;"
      case ">" where !text.isEmpty: text.append(">")
      // Two backslashes before it would begin a formula.
      case "\\" where rest.dropFirst().first == "(": text += "&#92;"
      // Of a character by its number, `&#60;`.
      case "#" where text.last == "&": text.append("#")
      default:
        if marks.contains(character) || (!isBehindLetter && ":@".contains(character)) {
          text.append("\\")
        }
        text.append(character)
      }
      isBehindLetter = character.isLetter || character.isNumber
      rest.removeFirst()
    }
    return text
  }

  private static let addresses = ["https://", "http://", "ftp://", "www."]
  private static let marks = "\\`*_[]{>#|~$"

  /// A line that begins a block and is no list and no rule.
  static func block(_ line: String) -> String {
    let digits = line.utf8.prefix { (48...57).contains($0) }.count
    let mark = line.utf8.dropFirst(digits).first
    guard let mark, (digits > 0 ? ".)" : "-+=").utf8.contains(mark) else { return line }
    let start = line.utf8.index(line.startIndex, offsetBy: digits)
    return "\(line[..<start])\\\(line[start...])"
  }
}
