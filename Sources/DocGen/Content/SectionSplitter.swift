import Localization

/// Cuts a page into the sections below its headings of the second level.
enum SectionSplitter {
  /// A section: the lines between its heading and the next one.
  struct Section {
    /// What it is for, by the English id of its heading; `nil` for others.
    var role: RuleContent.Role?
    /// The heading's words in the page's language.
    var heading: String
    /// How many lines of the body precede the text.
    var firstLine: Int
    /// The section's own lines, without blank lines around them.
    var text: [UInt8]
  }

  /// The sections of a page's body, in their order.
  static func sections(of body: [UInt8]) -> [Section] {
    var sections: [Section] = []
    var code = CodeLines(body)
    var isOpen = false
    var (position, line) = (0, 0)
    while position < body.count {
      let end = body[position...].firstIndex(of: 10) ?? body.count
      line += 1
      let text = body[position..<end]
      if !code.isCode(position..<end), let level = headingLevel(text), level <= 2 {
        isOpen = level == 2
        if isOpen { sections.append(section(text.dropFirst(3), line)) }
      } else if isOpen, let last = sections.indices.last {
        if sections[last].text.isEmpty, text.allSatisfy({ $0.isBlank || $0.isLineEnd }) {
          sections[last].firstLine += 1
        } else {
          sections[last].text += text
          sections[last].text.append(10)
        }
      }
      position = end + 1
    }
    for index in sections.indices {
      while sections[index].text.suffix(2).elementsEqual([10, 10]) {
        sections[index].text.removeLast()
      }
    }
    return sections
  }

  private static func headingLevel(_ line: ArraySlice<UInt8>) -> Int? {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level), line.dropFirst(level).first == 32 else { return nil }
    return level
  }

  /// A section by its heading: `<a name="english-id"></a>` in a translation, otherwise its words.
  private static func section(_ heading: ArraySlice<UInt8>, _ line: Int) -> Section {
    let plain = Units.plainTarget(of: Array(heading))
    let text = String(decoding: plain, as: UTF8.self)
    var id: Substring?
    var words = Substring(text)
    if text.hasPrefix("<a "), let close = text.firstRange(of: "</a>") {
      id = text.split(separator: "\"", maxSplits: 2).dropFirst().first
      words = text[close.upperBound...]
    }
    let anchor = id.map(String.init) ?? HeadingAnchor.slug(ofMarkdown: plain)
    return Section(
      role: RuleContent.Role(rawValue: anchor), heading: String(words).trimmingBlanks(),
      firstLine: line, text: [])
  }
}
