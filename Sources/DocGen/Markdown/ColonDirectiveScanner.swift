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

  struct OpenBlock {
    var kind: ColonDirective.Kind
    var line: Int
    var column: Int
    /// How many blanks the lines inside lose.
    var dedent: Int
  }

  let body: [UInt8]
  /// The words of the reader's language.
  let words: MarkdownOptions.Words
  private let path: String
  private let lineOffset: Int
  /// What authors have commented out, and its directives.
  let comments: CommentRanges
  private var open: [OpenBlock] = []
  /// Where the last line stands that ends a part that unfolds.
  private(set) lazy var lastDetailsEnd = Self.lastDetailsEnd(body)
  /// The indentation of the outermost block, which its inside keeps, and the marks of quotations
  /// before it.
  private var outerIndentation = 0
  private var outerQuotes = 0
  /// How far directives reach that were taken already.
  private var consumed = 0
  /// The next `image-end` that was found; the end of the body where none follows.
  private var nextImageEnd = -1
  /// Whether a zone that isn't shown was found not to end, so that none is looked for any more.
  var hasEndlessZone = false
  /// How many blocks are open that only other tools know.
  var unknownBlocks = 0
  private(set) var directives: [ColonDirective] = []
  var edits: [BodyPreparation.Edit] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ body: [UInt8], comments: CommentRanges, _ options: MarkdownOptions) {
    self.body = body
    self.comments = comments
    words = options.words
    path = options.path
    lineOffset = options.lineOffset
  }

  /// Takes the next line.
  mutating func scan(_ line: Range<Int>, number: Int, isCode: Bool, _ spans: CodeSpans) {
    if line.lowerBound < consumed {
      // A directive of an earlier line ends here, or later.
      guard consumed < line.upperBound else { return }
      return scan(line, from: consumed, number, spans)
    }
    let content = contentStart(line)
    let isCode = isCode || comments.contains(content)
    if !isCode, takeSection(at: content, in: line, number) { return }
    let start = isCode ? content : takeSurplusColons(at: content, in: line, number)
    if !isCode, let block = ColonDirectiveText(body, at: start, in: line), !block.isInline {
      return take(block, line, start, number)
    }
    dedent(line, by: open.last?.dedent ?? 0)
    if isCode || takeBareColons(at: start, in: line, number) { return }
    scan(line, from: line.lowerBound, number, spans)
  }

  /// Takes the directives in the running text of a line.
  private mutating func scan(
    _ line: Range<Int>, from start: Int, _ number: Int, _ spans: CodeSpans
  ) {
    var position = start
    while position < line.upperBound,
      var found = body.range(of: ":::", in: position..<line.upperBound)?.lowerBound
    {
      // The last three of more belong to the directive, as in `this:::::image`.
      while found + 3 < line.upperBound, body[found + 3] == UInt8(ascii: ":") { found += 1 }
      position = found + 3
      guard !comments.contains(found), !spans.contains(found),
        let directive = ColonDirectiveText(body, at: found, in: line), directive.isClosed
      else { continue }
      if let bytes = inline(directive, line, number) {
        // Machine translation escapes what it takes for text.
        let isEscaped = found > line.lowerBound && body[found - 1] == UInt8(ascii: "\\")
        replace((isEscaped ? found - 1 : found)..<directive.range.upperBound, with: bytes)
        position = directive.range.upperBound
      }
    }
  }

  /// Puts something in the place of a directive; its lines stay as many as they are, if asked for.
  mutating func replace(_ range: Range<Int>, with bytes: [UInt8], keepsLines: Bool = true) {
    let lineEnds = keepsLines ? ColonDirectiveText.lineEnds(in: body, range) : []
    edits.append(.init(range: range, bytes: bytes + lineEnds))
    consumed = max(consumed, range.upperBound)
  }

  /// Takes the formulas of a line that isn't code; `furtherEnd` says how far they may reach behind it.
  mutating func takeMath(_ line: Range<Int>, _ spans: CodeSpans, furtherEnd: () -> Int?) {
    guard consumed < line.upperBound else { return }
    let start = contentStart(line)
    let block = consumed <= start ? MathText.block(body, at: start, in: line) : nil
    let inside = max(consumed, line.lowerBound)..<line.upperBound
    let found =
      block.map { [$0] } ?? MathText.inline(body, inside, spans, furtherEnd: furtherEnd)
    for math in found where !comments.contains(math.range.lowerBound) {
      let isAlone =
        math.isBlock
        || isAlone(math.range, from: line.lowerBound, to: math.lineEnd(in: body))
      let directive = ColonDirective.math(math.text(in: body, isAlone: isAlone))
      // Text behind it stays beside it: by itself it might be an item.
      replace(
        math.range, with: isAlone ? comment(directive) : tag(directive), keepsLines: isAlone)
    }
  }

  /// Whether a part has its lines for itself.
  private func isAlone(_ range: Range<Int>, from start: Int, to end: Int) -> Bool {
    body[start..<range.lowerBound].isContainerPrefix
      && body[range.upperBound..<max(range.upperBound, end)].allSatisfy { $0 <= 32 }
  }

  /// Ends the body: what is open then was never ended.
  mutating func finish() {
    for block in open { reportUnclosed(block.kind, block.line, block.column) }
  }

  mutating func reportUnclosed(_ kind: ColonDirective.Kind, _ line: Int, _ column: Int) {
    report(
      "directive.unclosed", line, column, "'\(kind.opening)' is never ended",
      suggestion: "write '\(kind.closing)' behind it")
  }

  /// Whether a block of a kind is open, among the innermost hundred: no page has more.
  func isOpen(_ kind: ColonDirective.Kind) -> Bool {
    open.suffix(100).contains { $0.kind == kind }
  }

  /// Begins a block that isn't written with colons, or one of its parts.
  mutating func beginBlock(
    _ directive: ColonDirective, _ range: Range<Int>, at place: (line: Int, column: Int)
  ) {
    replace(range, with: comment(directive))
    guard let kind = directive.opened else { return }
    if open.isEmpty {
      outerIndentation = 0
      outerQuotes = 0
    }
    open.append(
      OpenBlock(
        kind: kind, line: place.line, column: place.column, dedent: open.last?.dedent ?? 0))
  }

  /// Ends a block that isn't written with colons.
  mutating func endBlock(
    _ kind: ColonDirective.Kind, _ range: Range<Int>, at place: (line: Int, column: Int)
  ) {
    if closeBlocks(to: kind, at: place) {
      replace(range, with: comment(.end(kind)))
    } else {
      edits.append(.init(range: range, bytes: []))
    }
  }

  /// Closes the innermost block of a kind, with what is open inside it; false where none is.
  private mutating func closeBlocks(
    to kind: ColonDirective.Kind, at place: (line: Int, column: Int)
  ) -> Bool {
    guard let index = open.lastIndex(where: { $0.kind == kind }) else {
      report(
        "directive.unopened", place.line, place.column, "no '\(kind.opening)' is open here")
      return false
    }
    for block in open[(index + 1)...] { reportUnclosed(block.kind, block.line, block.column) }
    open.removeSubrange(index...)
    return true
  }

  private mutating func take(
    _ reading: ColonDirectiveText, _ line: Range<Int>, _ start: Int, _ number: Int
  ) {
    let column = start - line.lowerBound + 1
    guard var directive = ColonDirective(reading.name, reading.tag) else {
      dedent(line, by: open.last?.dedent ?? 0)
      return leaveOut(reading, start, number, column)
    }
    check(directive, number, column)
    if takeHiddenZone(reading, at: start) { return }
    if case .end(let kind) = directive, !closeBlocks(to: kind, at: (number, column)) {
      edits.append(.init(range: start..<line.upperBound, bytes: []))
      return
    }
    let dedent = open.last?.dedent ?? 0
    if case .image(var image) = directive, image.role == .complex {
      image.hasDescription = hasImageEnd(after: reading.lastLine.upperBound)
      directive = .image(image)
    }
    if case .video(let address, let title, true) = directive {
      let further = reading.lastLine.upperBound..<body.count
      directive = .video(
        address: address, title: title,
        hasDescription: body.range(of: "video-end", in: further) != nil)
    }
    if open.isEmpty, directive.opened != nil {
      outerIndentation = blanks(before: start)
      outerQuotes = body[line.lowerBound..<start].count { $0 == UInt8(ascii: ">") }
    }
    if case .zone = directive, open.contains(where: { $0.kind == .zone }) {
      report(
        "directive.nested", number, column, "a ':::zone' inside of another shows as part of it",
        suggestion: "end the other with ':::zone-end' before")
    }
    if outerIndentation < blanks(before: start), !open.isEmpty || directive.isEnd {
      let surplus = blanks(before: start) - outerIndentation
      // An image may stand in an item of a list.
      let isInItem =
        directive.opened == nil && !directive.isEnd && (1...3).contains(surplus - dedent)
      self.dedent(line, by: isInItem ? dedent : surplus)
    }
    replace(reading.range, with: comment(directive))
    guard let kind = directive.opened else { return }
    let inner =
      [.column, .image, .video].contains(kind)
      ? indentation(after: reading.lastLine.upperBound) : nil
    open.append(
      OpenBlock(
        kind: kind, line: number, column: column,
        dedent: inner.map { max(0, $0 - outerIndentation) } ?? dedent))
  }

  private mutating func comment(_ directive: ColonDirective) -> [UInt8] {
    directives.append(directive)
    return Array("<!--:::\(directives.count - 1)-->".utf8)
  }

  /// Puts words that are no markup in the place of a part of a line.
  mutating func replace(_ range: Range<Int>, withText words: [UInt8]) {
    edits.append(.init(range: range, bytes: tag(.text(words))))
  }

  /// Puts raw HTML away that ends with its last line.
  mutating func replace(_ range: Range<Int>, withHTML html: [UInt8]) {
    directives.append(.html(html))
    let lineEnds = ColonDirectiveText.lineEnds(in: body, range)
    let comment = Array("<!--:::\(directives.count - 1)".utf8) + lineEnds + "-->".utf8
    edits.append(.init(range: range, bytes: comment))
  }

  /// Puts a badge in the place of a part of a line.
  mutating func replace(_ range: Range<Int>, withBadge words: String, address: String?) {
    edits.append(.init(range: range, bytes: tag(.badge(words: words, address: address))))
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
    _ directive: ColonDirectiveText, _ line: Range<Int>, _ number: Int
  ) -> [UInt8]? {
    switch directive.name {
    case "no-loc":
      if directive.isMisspelt {
        report(
          "directive.damaged", number, directive.range.lowerBound - line.lowerBound + 1,
          "':::no-loc' or its attribute is misspelt",
          suggestion: "write ':::no-loc text=\"words\":::'")
      }
      return (directive.words.map { Array($0) } ?? directive.tag?["text"]).map(Self.literal)
    case "image", "video":
      guard let image = ColonDirective(directive.name, directive.tag) else { return nil }
      check(image, number, 0)
      let isAlone = isAlone(
        directive.range, from: line.lowerBound, to: directive.lastLine.upperBound)
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
    case .video(let address, _, _) where address.isEmpty:
      report("directive.attribute", line, column, "':::video' needs source=\"...\"")
    case .moniker(let range) where range.isEmpty:
      report("directive.attribute", line, column, "':::moniker' needs range=\"...\"")
    default: break
    }
  }

  mutating func report(
    _ code: String, _ line: Int, _ column: Int, _ message: String, suggestion: String? = nil
  ) {
    diagnostics.report(
      .warning, code, at: SourceLocation(path: path, line: line + lineOffset, column: column),
      message, suggestion: suggestion)
  }
}

extension ColonDirectiveScanner {
  private func contentStart(_ line: Range<Int>) -> Int {
    ColonDirectiveText.contentStart(body, line)
  }

  /// Where a line's text begins inside the outermost block: a quotation that begins in the block is
  /// part of the text.
  private func indentationEnd(_ line: Range<Int>) -> Int {
    var (position, marks) = (line.lowerBound, 0)
    while position < line.upperBound {
      if body[position] == UInt8(ascii: ">"), marks < outerQuotes {
        marks += 1
      } else if !body[position].isBlank {
        break
      }
      position += 1
    }
    return position
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
    let start = indentationEnd(line)
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
        if let next = ColonDirectiveText(body, at: text, in: start..<end), !next.isInline,
          !["image", "video", "code"].contains(next.name)
        {
          break
        }
        least = min(least ?? .max, blanks(before: indentationEnd(start..<end)))
      }
      start = end + 1
    }
    return least
  }

  /// Whether the description of an image ends before another begins.
  private mutating func hasImageEnd(after position: Int) -> Bool {
    if nextImageEnd < position { nextImageEnd = imageEnd(after: position) ?? body.count }
    return nextImageEnd < body.count
      && body.range(of: "\"complex\"", in: position..<nextImageEnd) == nil
  }

  /// The hyphen of the next `image-end`, in any case.
  private func imageEnd(after position: Int) -> Int? {
    var start = position
    while let hyphen = body.position(of: UInt8(ascii: "-"), in: start..<body.count) {
      start = hyphen + 1
      if hyphen - 5 >= position, body.hasBytes("image-end", ignoringCaseAt: hyphen - 5) {
        return hyphen
      }
    }
    return nil
  }
}
