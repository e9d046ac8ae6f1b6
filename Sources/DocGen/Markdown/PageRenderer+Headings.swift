import CommonMark
import Localization

/// The heading that is being written.
struct HeadingState {
  var level: Int
  /// Where its start tag is to be written: the id depends on its words.
  var start: Int
  /// The id of its anchor.
  var anchor: String?
  var line: Int
  /// `dir`, if its letters all run against the page.
  var direction: String?
  var text: [UInt8] = []
  /// Where its words begin in the text of the page.
  var textStart = 0
}

/// The ids of a page, each given once.
struct AnchorIDs {
  private var used: Set<String> = []
  private var counts: [String: Int] = [:]

  /// The id itself if it is free, otherwise with `-1`, `-2` and so on.
  mutating func unique(_ id: String) -> String {
    if used.insert(id).inserted { return id }
    var count = counts[id, default: 0]
    var candidate: String
    repeat {
      count += 1
      candidate = "\(id)-\(count)"
    } while !used.insert(candidate).inserted
    counts[id] = count
    return candidate
  }

  /// Takes an id if it is free.
  mutating func take(_ id: String) -> Bool { used.insert(id).inserted }
}

extension ArraySlice<UInt8> {
  /// What stands between the spaces at both ends.
  fileprivate var withoutOuterBlanks: Self {
    var text = self
    while text.first == 32 { text.removeFirst() }
    while text.last == 32 { text.removeLast() }
    return text
  }
}

extension PageRenderer {
  mutating func enterHeading(
    _ event: MarkdownEvent, _ index: Int, _ tree: borrowing MarkdownTree
  ) -> Int {
    html.freshLine()
    var next = index + 1
    collectBreak()
    var state = HeadingState(level: event.level, start: html.count, line: event.line)
    state.textStart = page.text.count
    if next + 1 < event.partner, tree[next].kind == .htmlInline, tree[next + 1].kind == .htmlInline,
      tree[next + 1].text.equals("</a>"), let name = RawTag(Array(tree[next].text))?.anchorName
    {
      state.anchor = Self.identifier(name)
      next += 2
    }
    if let tab = tab(next, event.partner, tree) {
      begin(tab)
      isTabTitle = true
      state.start = html.count
    }
    state.direction = directionAgainstPage(of: next..<event.partner, tree)
    heading = state
    push()
    return next
  }

  /// An anchor's name as an id; `nil` if it is empty or has characters that names don't have.
  private static func identifier(_ name: String) -> String? {
    let isPlain = name.utf8.allSatisfy { byte in
      (97...122).contains(byte | 32) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
    }
    if isPlain { return name.isEmpty ? nil : name }
    let isName = name.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", "-", ".", "_": true
      default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      }
    }
    guard isName, !name.isEmpty else { return nil }
    return name.replacing(" ", with: "-")
  }

  mutating func exitHeading() {
    pop()
    guard let state = heading else { return }
    heading = nil
    let text = String(decoding: state.text, as: UTF8.self)
    // Blanks are left behind an anchor and before a comment.
    let inside = Array(html.bytes[state.start...].withoutOuterBlanks)
    html.truncate(to: state.start)
    if isTabTitle {
      html.raw("<p class=\"tab-title\"")
      endTag(direction: state.direction)
      html.markup(inside)
      html.raw("</p>\n")
    } else {
      let id = ids.unique(state.anchor ?? slug(text, line: state.line))
      html.raw("<h")
      html.number(state.level)
      html.raw(" id=\"")
      html.text(id)
      html.raw("\"")
      endTag(direction: state.direction)
      html.markup(inside)
      html.raw("</h")
      html.number(state.level)
      html.raw(">\n")
      var heading = RenderedPage.Heading(
        id: id, level: state.level,
        text: String(decoding: state.text[...].withoutOuterBlanks, as: UTF8.self),
        textStart: state.textStart)
      heading.direction = state.direction
      page.headings.append(heading)
    }
    isTabTitle = false
    collectBreak()
  }

  /// The slug of a heading without an anchor.
  ///
  /// Published ids come from the Markdown before entities are resolved, so where there may be one,
  /// the line itself is asked.
  private func slug(_ text: String, line: Int) -> String {
    if let source = bodyLine(line), source.contains(UInt8(ascii: "&")),
      source.contains(UInt8(ascii: ";")), !source.contains(UInt8(ascii: "<"))
    {
      let words = source.drop { $0 == UInt8(ascii: "#") || $0 == 32 }
      return HeadingAnchor.slug(ofMarkdown: Array(words))
    }
    return HeadingAnchor.slug(ofText: text)
  }

  /// A line of the body, if there are character references in the body at all.
  private func bodyLine(_ line: Int) -> ArraySlice<UInt8>? {
    guard line > 0, let lines else { return nil }
    return lines.range(ofLine: line).map { body[$0] }
  }
}
