import Localization
import Model

@testable import DocGen

/// A page in YAML as a reader sees it: a line for each block, with its marks and links.
///
/// Headings have `#`, items `-` behind two blanks for each level, code `|`; `[text](address)` is a
/// link, ` / ` the break of a line, and `*`, `**` and backticks are emphasis and code.
struct YAMLOutline {
  private(set) var lines: [String] = []
  /// The problems: line, column, code and message.
  private(set) var problems: [String] = []
  /// The page as HTML.
  let html: String

  init(_ yaml: String, title: String = "", words: YAMLPageWords = YAMLPageWords()) {
    let page = YAMLPage(Array(yaml.utf8), path: "page.yml", title: title, words: words)
    let rendered = MarkdownRenderer.render(
      page.markdown, MarkdownOptions(path: "page.yml", locale: .source))
    html = String(decoding: rendered.html, as: UTF8.self)
    problems = page.diagnostics.map {
      "\($0.location.line):\($0.location.column) \($0.code)"
    }
    var reader = OutlineReader()
    for token in html.matches(of: /<[^>]*>|[^<]+/) { reader.read(token.output) }
    reader.flush()
    lines = reader.lines
  }
}

/// Follows the tags of a page.
private struct OutlineReader {
  private(set) var lines: [String] = []
  private var line = ""
  private var prefix = ""
  private var depth = 0
  private var isCode = false
  private var addresses: [String] = []

  mutating func read(_ token: Substring) {
    guard token.hasPrefix("<") else { return text(token) }
    if token.hasPrefix("<!") { return }
    let isEnd = token.hasPrefix("</")
    let name = String(token.dropFirst(isEnd ? 2 : 1).prefix { $0.isLetter || $0.isNumber })
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      prefix = isEnd ? "" : String(repeating: "#", count: Int(name.dropFirst()) ?? 0) + " "
    case "ul", "ol":
      flush()
      depth += isEnd ? -1 : 1
    case "li":
      flush()
      prefix = isEnd ? "" : String(repeating: "  ", count: max(0, depth - 1)) + "- "
    case "p", "div", "table", "tr", "details", "summary", "blockquote":
      if isEnd || !line.isEmpty { flush() }
    case "pre":
      flush()
      isCode = !isEnd
      prefix = isEnd ? "" : "| "
    case "td", "th": line += isEnd ? "; " : ""
    case "br": line += " / "
    case "strong", "b": line += "**"
    case "em", "i": line += "*"
    case "code" where !isCode: line += "`"
    case "a": link(token, isEnd)
    case "hr":
      flush()
      lines.append("rule")
    default: break
    }
  }

  private mutating func link(_ token: Substring, _ isEnd: Bool) {
    if isEnd {
      line += "](\(addresses.popLast() ?? ""))"
    } else {
      addresses.append(
        Self.decoded(String(token.firstMatch(of: /href="([^"]*)"/)?.output.1 ?? "")))
      line += "["
    }
  }

  private mutating func text(_ text: Substring) {
    line += isCode ? String(text.map { $0 == "\n" ? "⏎" : $0 }) : String(text)
  }

  mutating func flush() {
    let words = Self.decoded(line).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    line = ""
    if words.isEmpty { return }
    lines.append(prefix + words)
    prefix = ""
  }

  private static func decoded(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&#39;", with: "'")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }
}

/// A text as a scalar of YAML in double quotes.
func quoted(_ text: String) -> String {
  var scalar = "\""
  for character in text.unicodeScalars {
    switch character {
    case "\"", "\\": scalar += "\\\(character)"
    case "\n": scalar += "\\n"
    case "\t": scalar += "\\t"
    default: scalar.unicodeScalars.append(character)
    }
  }
  return scalar + "\""
}
