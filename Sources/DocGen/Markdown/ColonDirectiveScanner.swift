import Localization
import Model

/// Finds the `:::` directives of a body, line by line.
///
/// A comment with its number takes the place of each, `<!--:::0-->`: Markdown lets a comment end a
/// paragraph and passes it on as it is. Beside other text it is a tag, `</vouch-colon-0>`, since a
/// comment at the beginning of a line would take the rest of the line with it. Columns and
/// descriptions are indented for their authors' eyes; that indentation is taken away, since to
/// Markdown it would be code.
struct ColonDirectiveScanner {
  /// What a comment that stands for a directive begins with.
  static let mark: StaticString = "<!--:::"
  /// What a tag that stands for a directive beside other text begins with.
  static let inlineMark: StaticString = "</vouch-colon-"

  private struct OpenBlock {
    var kind: ColonDirective.Kind
    var line: Int
    var column: Int
    /// How many blanks the lines inside lose.
    var dedent: Int
  }

  private let body: [UInt8]
  private let path: String
  private let lineOffset: Int
  /// What authors have commented out, and its directives.
  private let comments: CommentRanges
  private var open: [OpenBlock] = []
  /// The indentation of the outermost block, which its inside keeps.
  private var outerIndentation = 0
  /// Whether `:::image-end:::` may still come.
  private var hasImageEnds = true
  private(set) var directives: [ColonDirective] = []
  private(set) var edits: [BodyPreparation.Edit] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ body: [UInt8], comments: CommentRanges, _ options: MarkdownOptions) {
    self.body = body
    self.comments = comments
    path = options.path
    lineOffset = options.lineOffset
  }

  /// Takes the next line.
  mutating func scan(_ line: Range<Int>, number: Int, isCode: Bool) {
    let start = contentStart(line)
    let isCode = isCode || comments.contains(start)
    if !isCode, body.hasBytes(":::", at: start), let block = read(at: start, in: line),
      !block.isInline
    {
      return take(block, line, start, number)
    }
    dedent(line, by: open.last?.dedent ?? 0)
    guard !isCode else { return }
    var position = line.lowerBound
    while let found = body.range(of: ":::", in: position..<line.upperBound)?.lowerBound {
      position = found + 3
      guard !comments.contains(found), let directive = read(at: found, in: line),
        directive.isClosed
      else { continue }
      if let bytes = inline(directive, line, number) {
        edits.append(.init(range: directive.range, bytes: bytes))
        position = directive.range.upperBound
      }
    }
  }

  /// Ends the body: what is open then was never ended.
  mutating func finish() {
    for block in open {
      report(
        "directive.unclosed", block.line, block.column,
        "':::\(block.kind.rawValue)' is never ended",
        suggestion: "write ':::\(block.kind.rawValue)-end:::' behind it")
    }
  }

  private struct Reading {
    var name: String
    var range: Range<Int>
    /// Whether it has its colons at the end.
    var isClosed: Bool
    var tag: RawTag?
    /// The words of `no-loc(words)`.
    var words: ArraySlice<UInt8>?
    /// Whether text follows, so that it isn't a block.
    var isInline: Bool
  }

  /// Reads a directive; `nil` where the colons begin none.
  private func read(at start: Int, in line: Range<Int>) -> Reading? {
    var position = start + 3
    while position < line.upperBound, body[position].isBlank { position += 1 }
    let nameStart = position
    while position < line.upperBound, isNameByte(body[position]) { position += 1 }
    guard position > nameStart else { return nil }
    let name = String(decoding: body[nameStart..<position], as: UTF8.self).lowercased()
    let close = body.range(of: ":::", in: position..<line.upperBound)
    let end = close?.upperBound ?? trimmedEnd(line)
    var reading = Reading(
      name: name, range: start..<end, isClosed: close != nil, tag: nil, words: nil,
      isInline: body[end..<line.upperBound].contains { $0 > 32 } || name == "no-loc")
    let attributes = body[position..<(close?.lowerBound ?? end)]
    if attributes.first == UInt8(ascii: "("), let last = attributes.lastIndex(of: 41) {
      reading.words = attributes[(position + 1)..<last]
    }
    // Read as a tag, its attributes are those of an element.
    reading.tag = RawTag(Array("<x ".utf8) + attributes + Array(">".utf8))
    return reading
  }

  private mutating func take(_ reading: Reading, _ line: Range<Int>, _ start: Int, _ number: Int) {
    let column = start - line.lowerBound + 1
    guard var directive = ColonDirective(reading.name, reading.tag) else {
      dedent(line, by: open.last?.dedent ?? 0)
      return reportUnknown(reading.name, number, column)
    }
    check(directive, number, column)
    if case .end(let kind) = directive {
      guard let index = open.lastIndex(where: { $0.kind == kind }) else {
        report(
          "directive.unopened", number, column, "no ':::\(kind.rawValue)' is open here")
        edits.append(.init(range: start..<line.upperBound, bytes: []))
        return
      }
      for block in open[(index + 1)...] {
        report(
          "directive.unclosed", block.line, block.column,
          "':::\(block.kind.rawValue)' is never ended",
          suggestion: "write ':::\(block.kind.rawValue)-end:::' behind it")
      }
      open.removeSubrange(index...)
    }
    let dedent = open.last?.dedent ?? 0
    if case .image(var image) = directive, image.role == .complex {
      image.hasDescription = hasImageEnd(after: line.upperBound)
      directive = .image(image)
    }
    if open.isEmpty, directive.opened != nil { outerIndentation = blanks(before: start) }
    if outerIndentation < blanks(before: start), !open.isEmpty || directive.isEnd {
      self.dedent(line, by: blanks(before: start) - outerIndentation)
    }
    edits.append(.init(range: start..<reading.range.upperBound, bytes: comment(directive)))
    guard let kind = directive.opened else { return }
    let inner = kind == .column || kind == .image ? indentation(after: line.upperBound) : nil
    open.append(
      OpenBlock(
        kind: kind, line: number, column: column,
        dedent: inner.map { max(0, $0 - outerIndentation) } ?? dedent))
  }

  private mutating func comment(_ directive: ColonDirective) -> [UInt8] {
    directives.append(directive)
    return Array("<!--:::\(directives.count - 1)-->".utf8)
  }

  private mutating func tag(_ directive: ColonDirective) -> [UInt8] {
    directives.append(directive)
    return Array("\(Self.inlineMark)\(directives.count - 1)>".utf8)
  }

  /// Words as Markdown in which nothing is markup; character references stay what they are.
  private static func literal(_ words: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for byte in words {
      if "\\`*_[]<>|~".utf8.contains(byte) { text.append(UInt8(ascii: "\\")) }
      text.append(byte)
    }
    return text
  }

  /// What takes the place of a directive in running text; `nil` where it is left alone.
  private mutating func inline(
    _ directive: Reading, _ line: Range<Int>, _ number: Int
  ) -> [UInt8]? {
    switch directive.name {
    case "no-loc":
      return (directive.words.map { Array($0) } ?? directive.tag?["text"]).map(Self.literal)
    case "image":
      let image = ColonDirective.image(ImageDirective(directive.tag))
      check(image, number, 0)
      let isAlone =
        body[line.lowerBound..<directive.range.lowerBound].isContainerPrefix
        && body[directive.range.upperBound..<line.upperBound].allSatisfy { $0 <= 32 }
      return isAlone ? comment(image) : tag(image)
    default: return nil
    }
  }

  private mutating func check(_ directive: ColonDirective, _ line: Int, _ column: Int) {
    switch directive {
    case .image(let image) where image.source.isEmpty:
      report("directive.attribute", line, column, "':::image' needs source=\"...\"")
    case .image(let image) where image.role != .icon && image.alternative.isEmpty:
      report(
        "directive.attribute", line, column, "':::image' needs alt-text=\"...\"",
        suggestion: "describe the image, or give it type=\"icon\" if it is decoration")
    case .moniker(let range) where range.isEmpty:
      report("directive.attribute", line, column, "':::moniker' needs range=\"...\"")
    default: break
    }
  }

  private mutating func reportUnknown(_ name: String, _ line: Int, _ column: Int) {
    if name == "code" || name == "no-loc" { return }
    report(
      "directive.unknown", line, column, "there is no directive ':::\(name)'",
      suggestion: Suggestion.nearest(to: name, among: ColonDirective.names).map {
        "did you mean ':::\($0)'?"
      })
  }

  private mutating func report(
    _ code: String, _ line: Int, _ column: Int, _ message: String, suggestion: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        .warning, code, at: SourceLocation(path: path, line: line + lineOffset, column: column),
        message, suggestion: suggestion))
  }
}

extension ColonDirectiveScanner {
  private func isNameByte(_ byte: UInt8) -> Bool {
    (97...122).contains(byte | 32) || byte == UInt8(ascii: "-")
  }

  /// Where a line's text begins, behind blanks and marks of quotations.
  private func contentStart(_ line: Range<Int>) -> Int {
    body[line].firstIndex { !$0.isBlank && $0 != UInt8(ascii: ">") } ?? line.upperBound
  }

  private func trimmedEnd(_ line: Range<Int>) -> Int {
    body[line].lastIndex { $0 > 32 }.map { $0 + 1 } ?? line.lowerBound
  }

  /// The number of blanks right before a text.
  private func blanks(before start: Int) -> Int {
    var position = start
    while position > 0, body[position - 1].isBlank { position -= 1 }
    return start - position
  }

  /// Takes blanks away from the beginning of a line.
  private mutating func dedent(_ line: Range<Int>, by count: Int) {
    guard count > 0 else { return }
    let start = contentStart(line)
    let removed = min(count, blanks(before: start))
    if removed > 0 { edits.append(.init(range: (start - removed)..<start, bytes: [])) }
  }

  /// The least indentation of the lines up to the next directive.
  private func indentation(after position: Int) -> Int? {
    var least: Int?
    var start = position + 1
    while start < body.count {
      let end = body.position(of: UInt8(ascii: "\n"), in: start..<body.count) ?? body.count
      let text = contentStart(start..<end)
      if text < end, body[text] > 32 {
        if body.hasBytes(":::", at: text), let next = read(at: text, in: start..<end),
          !next.isInline, next.name != "image", next.name != "code"
        {
          break
        }
        least = min(least ?? .max, blanks(before: text))
      }
      start = end + 1
    }
    return least
  }

  /// Whether the description of an image ends before another begins.
  private mutating func hasImageEnd(after position: Int) -> Bool {
    guard hasImageEnds, let end = body.range(of: "image-end", in: position..<body.count) else {
      hasImageEnds = false
      return false
    }
    return body.range(of: "\"complex\"", in: position..<end.lowerBound) == nil
  }
}
