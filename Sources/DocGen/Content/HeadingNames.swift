import Localization

/// Gives the headings of a translation the ids of the source's, so that links from everywhere find them
/// and a reader who changes the language stays in place.
///
/// Translations have them as `<a name="id"></a>`; those without are read as if they had, where both
/// pages have headings of the same levels in the same order. The ids of their own words stay valid.
enum HeadingNames {
  struct Heading {
    var level: Int
    /// Its line behind the marks.
    var words: Range<Int>
    /// The id that an anchor gives it; `nil` where it has none.
    var name: String?
    /// Whether it is the title of a tab, which has no id.
    var isTab: Bool
  }

  /// A translation with ids; `nil` where it has them, or where they can't be told.
  static func added(to text: [UInt8], from source: () -> [UInt8]?) -> [UInt8]? {
    guard mayBeNeeded(text) else { return nil }
    let own = headings(of: text)
    guard own.contains(where: { $0.name == nil && !$0.isTab }), let source = source() else {
      return nil
    }
    let originals = headings(of: source)
    guard own.map(\.level) == originals.map(\.level) else { return nil }
    var ids = AnchorIDs()
    var output: [UInt8] = []
    var position = 0
    for (heading, original) in zip(own, originals) where !original.isTab {
      let id = ids.unique(original.name ?? slug(source, original.words))
      guard heading.name == nil, !heading.isTab else { continue }
      let slug = slug(text, heading.words)
      guard slug != id else { continue }
      output += text[position..<heading.words.lowerBound]
      output += anchor(id)
      if slug != "section" { output += anchor(slug) }
      let present = others(text, heading.words)
      for other in others(source, original.words) where !present.contains(other) {
        output += anchor(other)
      }
      position = heading.words.lowerBound
    }
    return position == 0 ? nil : output + text[position...]
  }

  /// Whether a line looks like a heading without an anchor; cheap, since most have theirs.
  private static func mayBeNeeded(_ text: [UInt8]) -> Bool {
    var position = 0
    while let mark = text.range(of: "\n#", in: position..<text.count) {
      position = mark.upperBound
      while position < text.count, text[position] == UInt8(ascii: "#") { position += 1 }
      while position < text.count, text[position].isBlank { position += 1 }
      if text[position - 1].isBlank, !text.hasBytes("<a ", at: position) { return true }
    }
    return text.hasBytes("# ", at: 0) && !text.hasBytes("# <a ", at: 0)
  }

  private static func anchor(_ id: String) -> [UInt8] { Array("<a name=\"\(id)\"></a>".utf8) }

  /// The further ids that a heading of the source ends with.
  private static func others(_ text: [UInt8], _ words: Range<Int>) -> [String] {
    var names: [String] = []
    var position = words.lowerBound
    while let mark = text.range(of: "<a name=\"", in: position..<words.upperBound) {
      position = mark.upperBound
      guard mark.lowerBound > words.lowerBound,
        let end = text.position(of: UInt8(ascii: "\""), in: position..<words.upperBound)
      else { continue }
      names.append(String(decoding: text[position..<end], as: UTF8.self))
    }
    return names
  }

  static func slug(_ text: [UInt8], _ words: Range<Int>) -> String {
    HeadingAnchor.slug(ofMarkdown: Units.plainTarget(of: Array(text[words])))
  }

  /// The headings with `#` of a page, outside code and quotations.
  static func headings(of text: [UInt8]) -> [Heading] {
    var headings: [Heading] = []
    var code = CodeLines(text)
    let body = FrontMatterBounds(text).bodyStart
    var start = 0
    while start < text.count {
      let end = text.position(of: 10, in: start..<text.count) ?? text.count
      let line = start..<end
      start = end + 1
      guard !code.isCode(line), line.lowerBound >= body, !code.comments.contains(line.lowerBound),
        let heading = heading(text, line)
      else { continue }
      headings.append(heading)
    }
    return headings
  }

  private static func heading(_ text: [UInt8], _ line: Range<Int>) -> Heading? {
    guard let first = text[line].firstIndex(where: { $0 != 32 }), text[first] == UInt8(ascii: "#")
    else { return nil }
    let level = text[first..<line.upperBound].prefix { $0 == UInt8(ascii: "#") }.count
    let words = text[(first + level)..<line.upperBound]
    guard level <= 6, first - line.lowerBound < 4, words.first.map(\.isBlank) == true,
      let start = words.firstIndex(where: { !$0.isBlank && $0 != 13 })
    else { return nil }
    var end = line.upperBound
    while end > start, text[end - 1] <= 32 || text[end - 1] == UInt8(ascii: "#") { end -= 1 }
    let name = RawTag(text, at: start)?.anchorName ?? listID(text, start..<end)
    return Heading(
      level: level, words: start..<end, name: name,
      isTab: text.range(of: "(#tab/", in: start..<end) != nil)
  }

  /// The id of the attribute list that a heading ends with.
  private static func listID(_ text: [UInt8], _ words: Range<Int>) -> String? {
    guard let last = text[words].last, last == UInt8(ascii: "}"),
      let brace = text[words].lastIndex(of: UInt8(ascii: "{")),
      let id = AttributeList(text, at: brace, before: words.upperBound)?.id
    else { return nil }
    return String(decoding: id, as: UTF8.self)
  }
}
