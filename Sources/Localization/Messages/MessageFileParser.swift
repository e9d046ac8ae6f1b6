import Model

/// Reads the lines of a PO file into entries.
struct MessageFileParser {
  private(set) var entries: [MessageFile.Entry] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let path: String
  private var line = 0
  private var entry: MessageFile.Entry?
  private var isFuzzy = false
  private var target = Target.none

  /// What a quoted line is added to.
  private enum Target { case none, key, source, plural, translation(Int) }

  init(path: String) { self.path = path }

  /// Reads all lines.
  mutating func parse(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for content in bytes[start...].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      line += 1
      if content.isEmpty { continue }
      guard let text = String(validating: content, as: UTF8.self) else {
        report("this line isn't UTF-8")
        continue
      }
      parse(line: text.trimmed)
    }
    finish()
  }

  private mutating func parse(line text: Substring) {
    if text.isEmpty { return }
    if text.hasPrefix("#") {
      // A comment belongs to the entry that follows.
      if case .translation = target { finish() }
      if text.hasPrefix("#,"), text.contains("fuzzy") { isFuzzy = true }
      return
    }
    if text.hasPrefix("\"") {
      add(text)
      return
    }
    let keyword = text.prefix { $0 != " " && $0 != "\"" && $0 != "\t" }
    let rest = text[keyword.endIndex...].trimmed
    switch keyword {
    case "msgctxt":
      finish()
      begin(.key)
    case "msgid":
      if case .key = target { target = .source } else { finish(); begin(.source) }
    case "msgid_plural":
      target = .plural
      entry?.sourcePlural = ""
    case "msgstr": begin(translation: 0)
    default:
      guard keyword.hasPrefix("msgstr["), keyword.hasSuffix("]"),
        let form = Int(keyword.dropFirst(7).dropLast()), form == entry?.translations.count
      else {
        report("'\(keyword)' isn't expected here")
        target = .none
        return
      }
      begin(translation: form)
    }
    add(rest)
  }

  private mutating func begin(_ first: Target) {
    target = first
    entry = MessageFile.Entry(
      key: "", source: "", sourcePlural: nil, translations: [], isFuzzy: isFuzzy,
      location: SourceLocation(path: path, line: line, column: 1))
    isFuzzy = false
  }

  private mutating func begin(translation form: Int) {
    guard entry != nil, form == entry?.translations.count else {
      report("a translation isn't expected here")
      target = .none
      return
    }
    target = .translation(form)
    entry?.translations.append("")
  }

  private mutating func finish() {
    if let entry { entries.append(entry) }
    entry = nil
    target = .none
  }

  /// Adds quoted text to what is being read.
  private mutating func add(_ quoted: Substring) {
    guard let text = unquoted(quoted) else { return }
    switch target {
    case .none: return
    case .key: entry?.key += text
    case .source: entry?.source += text
    case .plural: entry?.sourcePlural? += text
    case .translation(let form): entry?.translations[form] += text
    }
  }

  private mutating func unquoted(_ quoted: Substring) -> String? {
    let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
    guard quoted.utf8.count >= 2, quoted.utf8.first == quote, quoted.utf8.last == quote else {
      report("expected text in quotes")
      return nil
    }
    let inside = quoted.utf8.dropFirst().dropLast()
    if !inside.contains(where: { $0 == quote || $0 == backslash }) {
      return String(Substring(inside))
    }
    var text = ""
    var isEscaped = false
    for scalar in quoted.unicodeScalars.dropFirst().dropLast() {
      if isEscaped {
        guard let meant = Self.escapes[scalar] else {
          report("'\\\(scalar)' is no escape")
          return nil
        }
        text.unicodeScalars.append(meant)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "\"" {
        report("a quote in text must be written '\\\"'")
        return nil
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    if isEscaped { report("the text ends in an escape") }
    return text
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "n": "\n", "t": "\t", "r": "\r", "\"": "\"", "\\": "\\",
  ]

  private mutating func report(_ message: String) {
    diagnostics.report(
      .error, "message.syntax", at: SourceLocation(path: path, line: line, column: 1), message)
  }
}

extension StringProtocol where UTF8View: BidirectionalCollection {
  /// The text without blanks and carriage returns at its ends.
  fileprivate var trimmed: SubSequence {
    if let first = utf8.first, let last = utf8.last, (33..<127).contains(first),
      (33..<127).contains(last)
    {
      return self[startIndex..<endIndex]
    }
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? startIndex
    return start < end ? self[start..<end] : self[startIndex..<startIndex]
  }
}
