import Localization
import Model

/// Puts what Adobe's documentation has in running text as Markdown has it: labels and names
/// (`[!UICONTROL words]`, `[!DNL words]`), attribute lists, films as links, and help of an interface.
///
/// Most bodies have none of it and pass as they are. The number of lines stays the same.
struct AdobeMarkdown {
  private let body: [UInt8]
  private let options: MarkdownOptions
  private var output: [UInt8] = []
  private var diagnostics: [Diagnostic] = []
  /// Where the brackets are that end a mark, and what takes their place.
  private var closings: [Int: StaticString] = [:]
  /// The code in the text of the line.
  private var spans = CodeSpans()
  /// Whether the lines are those of `[!CONTEXTUALHELP]`.
  private var isHelp = false

  /// A body in which nothing is left of it, and problems; `nil` for most.
  static func rewritten(
    _ body: [UInt8], _ options: MarkdownOptions
  ) -> (body: [UInt8], diagnostics: [Diagnostic])? {
    guard mayOccur(in: body) else { return nil }
    var rewriter = AdobeMarkdown(body: body, options: options)
    rewriter.rewrite()
    return (rewriter.output, rewriter.diagnostics)
  }

  private init(body: [UInt8], options: MarkdownOptions) {
    self.body = body
    self.options = options
  }

  /// Whether a body may hold any; cheap.
  private static func mayOccur(in body: [UInt8]) -> Bool {
    if LabelMark.mayOccur(in: body) || body.range(of: "[!VIDEO](", in: 0..<body.count) != nil
      || body.range(of: "[!CONTEXTUALHELP", in: 0..<body.count) != nil
    {
      return true
    }
    var position = 0
    while let brace = body.position(of: UInt8(ascii: "{"), in: position..<body.count) {
      position = brace + 1
      let isPossible = brace == 0 || body[brace - 1] <= 32 || ")]}>".utf8.contains(body[brace - 1])
      if isPossible, AttributeList(body, at: brace, before: body.count) != nil { return true }
    }
    return false
  }

  private mutating func rewrite() {
    output.reserveCapacity(body.count + 64)
    var code = CodeLines(body)
    var start = 0
    var number = 0
    while start < body.count {
      let end = body.position(of: UInt8(ascii: "\n"), in: start..<body.count) ?? body.count
      number += 1
      if code.isCode(start..<end) || code.comments.contains(start) {
        output += body[start..<end]
      } else {
        spans = code.spans
        line(start..<end, number)
      }
      if end < body.count { output.append(10) }
      start = end + 1
    }
  }

  private mutating func line(_ line: Range<Int>, _ number: Int) {
    let start = ColonDirectiveText.contentStart(body, line)
    if takeHelp(line, at: start) { return }
    var last = line.upperBound
    while last > start, body[last - 1] <= 32 { last -= 1 }
    if let list = AttributeList(body, at: start, before: last), list.range.upperBound == last {
      // It says how the table or the image before it is to look.
      output += body[line.lowerBound..<start]
      return anchor(list)
    }
    guard let heading = heading(at: start, to: last) else { return text(line, number) }
    output += body[line.lowerBound..<heading.start]
    anchor(heading.list)
    text(heading.start..<heading.list.range.lowerBound, number)
    text(heading.list.range.upperBound..<line.upperBound, number)
  }

  /// Where the words of a heading begin, and the list that it ends with.
  private func heading(at start: Int, to last: Int) -> (start: Int, list: AttributeList)? {
    let level = body[start..<last].prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level), start + level < last, body[start + level].isBlank else {
      return nil
    }
    var end = last
    while end > start, body[end - 1] == UInt8(ascii: "#") || body[end - 1] <= 32 { end -= 1 }
    let brace = body[start..<end].lastIndex(of: UInt8(ascii: "{"))
    guard let brace, let list = AttributeList(body, at: brace, before: end),
      list.range.upperBound == end
    else { return nil }
    let words = body[(start + level)..<brace].firstIndex { !$0.isBlank } ?? brace
    return (words, list)
  }

  /// Writes what links may lead to.
  private mutating func anchor(_ list: AttributeList) {
    guard let id = list.id else { return }
    output += "<a name=\"".utf8 + id + "\"></a>".utf8
  }

  /// Writes the running text of a line.
  private mutating func text(_ line: Range<Int>, _ number: Int) {
    var position = spans.start(of: line)
    output += body[line.lowerBound..<position]
    var tagEnd = position
    var mayTagsEnd = true
    while position < line.upperBound {
      var next = position + 1
      switch body[position] {
      case UInt8(ascii: "\\"): next = min(position + 2, line.upperBound)
      case UInt8(ascii: "`"): next = spans.end(at: position, body, before: line.upperBound)
      case UInt8(ascii: "<") where position >= tagEnd && mayTagsEnd && isTag(position, line):
        // In the attributes of a tag nothing is markup.
        if let end = body.position(of: UInt8(ascii: ">"), in: position..<line.upperBound) {
          tagEnd = end
        } else {
          mayTagsEnd = false
        }
      case UInt8(ascii: ":") where position >= tagEnd && body.hasBytes(":::", at: position):
        // The description of an image is no place for elements either.
        next = min(position + 3, line.upperBound)
        tagEnd =
          body.range(of: ":::", in: next..<line.upperBound)?.lowerBound ?? line.upperBound
      case UInt8(ascii: "]"), 0xE3, 0xEF:
        if let end = closings[position] {
          if output.last == UInt8(ascii: "*") { removeBlankBeforeAsterisk() }
          output += end.bytes
          position += body[position] == UInt8(ascii: "]") ? 1 : 3
          position = listEnd(at: position, line)
          continue
        }
        if let end = linkEnd(at: position, line) {
          output += body[position..<end]
          position = listEnd(at: end, line)
          continue
        }
        fallthrough
      case UInt8(ascii: "["):
        if let end = film(at: position, line) ?? mark(at: position, line, number, position < tagEnd)
        {
          position = end
          continue
        }
        if isBadge(at: position) {
          let most = min(line.upperBound, position + LabelMark.longest)
          next = body.position(of: UInt8(ascii: "]"), in: position..<most).map { $0 + 1 } ?? next
        }
      default: break
      }
      output += body[position..<next]
      position = next
    }
  }

  /// Emphasis that ends with a label can't end behind a blank: `[!UICONTROL *words *]`.
  private mutating func removeBlankBeforeAsterisk() {
    while output.count > 1, output[output.count - 2] == 32 { output.remove(at: output.count - 2) }
  }

  private func isTag(_ start: Int, _ line: Range<Int>) -> Bool {
    start + 1 < line.upperBound && (97...122).contains(body[start + 1] | 32)
  }

  /// How far the address of a link is looked for, in bytes.
  private static let longestAddress = 2_000

  /// The end of a link or an image of which the words end at a bracket.
  private func linkEnd(at bracket: Int, _ line: Range<Int>) -> Int? {
    guard body[bracket] == UInt8(ascii: "]"), bracket + 1 < line.upperBound else { return nil }
    if body[bracket + 1] == UInt8(ascii: "{") { return bracket + 1 }
    guard body[bracket + 1] == UInt8(ascii: "(") else { return nil }
    let limit = min(line.upperBound, bracket + Self.longestAddress)
    var (position, depth) = (bracket + 2, 1)
    while let close = body.position(of: UInt8(ascii: ")"), in: position..<max(position, limit)) {
      depth += body[position..<close].count { $0 == UInt8(ascii: "(") } - 1
      position = close + 1
      if depth == 0 { return position }
    }
    return nil
  }

  /// Passes over the list that a link is followed by.
  private mutating func listEnd(at position: Int, _ line: Range<Int>) -> Int {
    guard let list = AttributeList(body, at: position, before: line.upperBound) else {
      return position
    }
    anchor(list)
    return list.range.upperBound
  }

  /// Writes a film, `[!VIDEO](address)`, as others write it; returns where it ends.
  private mutating func film(at start: Int, _ line: Range<Int>) -> Int? {
    guard body.hasBytes("[!VIDEO](", at: start), let end = linkEnd(at: start + 7, line) else {
      return nil
    }
    output += "[!VIDEO ".utf8 + body[(start + 9)..<(end - 1)] + "]".utf8
    return AttributeList(body, at: end, before: line.upperBound)?.range.upperBound ?? end
  }

  private func isBadge(at start: Int) -> Bool { body.hasBytes("[!BADGE", at: start) }

  /// Writes the beginning of a label or a name; returns where its words begin.
  private mutating func mark(
    at start: Int, _ line: Range<Int>, _ number: Int, _ isInTag: Bool
  ) -> Int? {
    // Words may go on in the next line.
    let next = min(line.upperBound + 1, body.count)
    let most = min(body.count, next + LabelMark.longest)
    let end = body.position(of: UInt8(ascii: "\n"), in: next..<most) ?? most
    guard let mark = LabelMark(body, at: start, before: end) else { return nil }
    guard let closing = mark.closing else {
      diagnostics.report(
        .warning, "directive.unclosed",
        at: SourceLocation(
          path: options.path, line: number + options.lineOffset,
          column: start - line.lowerBound + 1),
        "the bracket is never closed", suggestion: "write ']' behind the words")
      return mark.opening.upperBound
    }
    let isStrong =
      mark.kind == .label && !isInTag && closing.lowerBound > mark.opening.upperBound
      && !isInStrong(mark.opening.lowerBound, closing.upperBound)
    if isStrong { output += "<strong>".utf8 }
    closings[closing.lowerBound] = isStrong ? "</strong>" : ""
    return mark.opening.upperBound
  }

  /// Whether asterisks make something strong already.
  private func isInStrong(_ start: Int, _ end: Int) -> Bool {
    ["**", "__"].contains { body.hasBytes($0, at: start - 2) && body.hasBytes($0, at: end) }
  }

  /// Takes a line of `[!CONTEXTUALHELP]`: its title, its words and its link; its id is for programs.
  private mutating func takeHelp(_ line: Range<Int>, at start: Int) -> Bool {
    guard body[line.lowerBound..<start].contains(UInt8(ascii: ">")) else {
      isHelp = false
      return false
    }
    if body.hasBytes("[!CONTEXTUALHELP]", at: start) {
      isHelp = true
      output += body[line.lowerBound..<start]
      return true
    }
    guard isHelp, let tag = RawTag(Array("<x ".utf8) + body[start..<line.upperBound] + [62]),
      let first = tag.attributes.first
    else { return false }
    output += body[line.lowerBound..<start]
    switch first.name {
    case "id": break
    case "title": output += "**".utf8 + LabelMark.removed(from: first.value) + "**  ".utf8
    case "additional-url":
      output += "[".utf8 + (tag["text"] ?? first.value) + "](".utf8 + first.value + ")".utf8
    default: output += LabelMark.removed(from: first.value)
    }
    return true
  }
}
