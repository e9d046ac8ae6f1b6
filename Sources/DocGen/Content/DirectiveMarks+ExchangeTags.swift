import Localization

/// The tags that stand for marks in the files that translators get (XLIFF 1.2, section 2.3), which some
/// published translations still have where a sentence wasn't translated:
/// `<bpt id="p1">**</bpt>Note<ept id="p1">**</ept>`.
extension DirectiveMarks {
  private static let exchangeTags = ["bpt", "ept", "ph", "it"].map { Array($0.utf8) }

  /// What pages with such tags have.
  static let exchangeTagMarks: [StaticString] = [
    "<bpt id=", "<ph id=", "<it id=", "<caps:", "legacyBold", "legacyItalic", "localizedText",
    "CodeContentPlaceHolder",
  ]

  /// A line without them, but in code.
  ///
  /// What such a file holds is escaped as XML once more: `&amp;gt;` was `&gt;`.
  static func withoutExchangeTags(_ line: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var text: [UInt8] = []
    var (position, isPlaceholder, hasTags) = (0, false, false)
    while position < line.count {
      let start = position
      if line[position] == UInt8(ascii: "`") {
        position = InlineCode.end(line, at: position, before: line.count)
        let code = Array(line[start..<position])
        output += unescaped(text, isCode: false)
        output += isPlaceholder ? unescaped(code, isCode: true) : code
        text = []
      } else if let tag = formerTag(line, at: position) {
        output += unescaped(text, isCode: false) + tag.mark
        (hasTags, position, text) = (true, tag.end, [])
      } else if let end = sentenceTag(line, at: position) {
        (hasTags, position) = (true, end)
      } else if let tag = exchangeTag(line, at: position) {
        (hasTags, isPlaceholder, position) = (true, tag.opensPlaceholder, tag.end)
      } else {
        position += 1
        text.append(line[start])
      }
    }
    return hasTags ? output + unescaped(text, isCode: false) : line
  }

  /// The tags of pages before Markdown, and the marks that say the same.
  private static let formerTags: [(name: StaticString, begin: StaticString, end: StaticString)] = [
    ("legacyBold", "<strong>", "</strong>"), ("legacyItalic", "<em>", "</em>"),
    ("localizedText", "", ""),
  ]

  /// A tag of pages before Markdown, as a tag or as text, `&lt;legacyBold&gt;`; where a placeholder of
  /// code ends, `<CodeContentPlaceHolder>0\</CodeContentPlaceHolder>`, of which nothing is left.
  private static func formerTag(_ line: [UInt8], at start: Int) -> (mark: [UInt8], end: Int)? {
    let isEscaped = line.hasBytes("&lt;", at: start)
    let opening = line.hasBytes("\\<", at: start) ? 2 : isEscaped ? 4 : 1
    guard isEscaped || line[start + opening - 1] == UInt8(ascii: "<") else { return nil }
    var position = start + opening
    if line.hasBytes("CodeContentPlaceHolder>", at: position) {
      let behind = position + 23
      return line.range(of: "CodeContentPlaceHolder>", in: behind..<min(line.count, behind + 60))
        .map { ([], $0.upperBound) }
    }
    let isEnd = line.hasBytes("/", at: position)
    if isEnd { position += 1 }
    guard let tag = formerTags.first(where: { line.hasBytes($0.name, at: position) }) else {
      return nil
    }
    position += tag.name.utf8CodeUnitCount
    let closing: StaticString = isEscaped ? "&gt;" : ">"
    guard line.hasBytes(closing, at: position) else { return nil }
    return (
      Array("\(isEnd ? tag.end : tag.begin)".utf8), position + closing.utf8CodeUnitCount
    )
  }

  /// Where a tag ends that an older tool put around sentences, with backslashes before its marks:
  /// `\<caps:sentence id\="a"\>words\<\/caps:sentence\>`.
  private static func sentenceTag(_ line: [UInt8], at start: Int) -> Int? {
    var position = start + (line.hasBytes("\\<", at: start) ? 2 : 1)
    guard line[position - 1] == UInt8(ascii: "<") else { return nil }
    if line.hasBytes("\\/", at: position) { position += 2 }
    if line.hasBytes("/", at: position) { position += 1 }
    guard line.hasBytes("caps:", at: position) else { return nil }
    return line[position...].prefix(500).firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }

  private static func exchangeTag(
    _ line: [UInt8], at start: Int
  ) -> (end: Int, opensPlaceholder: Bool)? {
    guard line[start] == UInt8(ascii: "<") else { return nil }
    let isEnd = line.hasBytes("</", at: start)
    let name = line[(start + (isEnd ? 2 : 1))...].prefix { (97...122).contains($0) }
    guard exchangeTags.contains(where: { $0.elementsEqual(name) }),
      let close = line[name.endIndex...].prefix(80).firstIndex(of: UInt8(ascii: ">")),
      isEnd ? close == name.endIndex : line.hasBytes(" id=\"", at: name.endIndex)
    else { return nil }
    return (close + 1, !isEnd && name.elementsEqual("ph".utf8))
  }

  /// A text with one level of escapes less: in code all of them, elsewhere those of references and
  /// those that a backslash stands before, which else would show.
  private static func unescaped(_ text: [UInt8], isCode: Bool) -> [UInt8] {
    var output: [UInt8] = []
    var position = 0
    while let mark = text.position(of: UInt8(ascii: "&"), in: position..<text.count) {
      output += text[position..<mark]
      let escape = escapes.first { text.hasBytes($0.reference, at: mark) }
      let end = mark + (escape?.reference.utf8CodeUnitCount ?? 1)
      let isEscaped = mark > 0 && text[mark - 1] == UInt8(ascii: "\\")
      if let escape, isCode || isEscaped || (escape.byte == 38 && isReference(text, from: end)) {
        output.append(escape.byte)
      } else {
        output += text[mark..<end]
      }
      position = end
    }
    return position == 0 ? text : output + text[position...]
  }

  private static let escapes: [(reference: StaticString, byte: UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&quot;", UInt8(ascii: "\"")),
  ]

  /// Whether the rest of a character reference stands at a place, such as `gt;` and `#160;`.
  private static func isReference(_ text: [UInt8], from start: Int) -> Bool {
    let name = text[start...].prefix(12).prefix {
      (97...122).contains($0 | 32) || (48...57).contains($0) || $0 == UInt8(ascii: "#")
    }
    return !name.isEmpty && text.hasBytes(";", at: name.endIndex)
  }
}
