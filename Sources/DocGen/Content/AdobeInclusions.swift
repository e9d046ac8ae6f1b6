import Localization

/// What Adobe's documentation includes: files, `{{$include /help/_includes/notice.md}}`, and sections of
/// one file by their ids, `{{beta-note}}`.
enum AdobeInclusions {
  /// The file with the sections, from the top of a locale.
  static let sections = "~/help/_includes/snippets.md"
  /// How long what the braces hold may be, in bytes.
  private static let longest = 300

  /// A text in which they are inclusions, `[!INCLUDE [name](path#name)]`; `nil` for most.
  ///
  /// - Parameters:
  ///   - text: The file, from its beginning.
  ///   - hasSection: Whether there is a section of that id.
  /// - Returns: The text with inclusions, or nothing.
  static func rewritten(_ text: [UInt8], hasSection: (String) -> Bool) -> [UInt8]? {
    guard text.range(of: "{{", in: 0..<text.count) != nil else { return nil }
    var output: [UInt8] = []
    var code = CodeLines(text)
    var (start, written) = (0, 0)
    while start < text.count {
      let end = text.position(of: UInt8(ascii: "\n"), in: start..<text.count) ?? text.count
      let isCode = code.isCode(start..<end) || code.comments.contains(start)
      var position = start
      while !isCode, let open = text.range(of: "{{", in: position..<end) {
        position = open.upperBound
        guard !code.spans.contains(open.lowerBound),
          let close = text.range(of: "}}", in: position..<min(end, position + longest)),
          let path = path(of: text[position..<close.lowerBound], hasSection)
        else { continue }
        output += text[written..<open.lowerBound] + "[!INCLUDE [\(path)](\(path))]".utf8
        (position, written) = (close.upperBound, close.upperBound)
      }
      start = end + 1
    }
    return written == 0 ? nil : output + text[written...]
  }

  private static func path(
    of words: ArraySlice<UInt8>, _ hasSection: (String) -> Bool
  ) -> String? {
    let words = String(decoding: words, as: UTF8.self).trimmingBlanks()
    if words.hasPrefix("$include ") {
      let path = String(words.dropFirst(9)).trimmingBlanks()
      let isPlain = !path.isEmpty && !path.contains { " ()[]<>".contains($0) }
      return isPlain ? (path.hasPrefix("/") ? "~\(path)" : path) : nil
    }
    let isName = !words.isEmpty && words.utf8.allSatisfy(\.isIdentifier)
    return isName && hasSection(words) ? "\(sections)#\(words)" : nil
  }

  /// The section of an id, without its heading; `nil` where no heading has it.
  static func section(_ id: some StringProtocol, of text: [UInt8]) -> ArraySlice<UInt8>? {
    var (found, first, start): (level: Int?, first: Int, start: Int) = (nil, 0, 0)
    while start < text.count {
      let end = text.position(of: UInt8(ascii: "\n"), in: start..<text.count) ?? text.count
      let level = text[start..<end].prefix { $0 == UInt8(ascii: "#") }.count
      if (1...6).contains(level) {
        if let found, level <= found { return text[first..<start].trimmed }
        let brace = text[start..<end].lastIndex(of: UInt8(ascii: "{"))
        let list = brace.flatMap { AttributeList(text, at: $0, before: end) }
        if found == nil, let own = list?.id, own.elementsEqual(id.utf8) {
          (found, first) = (level, min(end + 1, text.count))
        }
      }
      start = end + 1
    }
    return found == nil ? nil : text[first...].trimmed
  }
}
