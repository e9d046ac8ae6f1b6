import Localization

/// Edits of single lines outside code: `:::` directives, and `|` in code in tables.
struct LineEdits {
  private let body: [UInt8]
  private let hasDirectives: Bool
  private let hasTables: Bool
  private var edits: [BodyPreparation.Edit] = []
  private var isInTable = false

  /// The edits that a body needs; none for most.
  static func edits(in body: [UInt8]) -> [BodyPreparation.Edit] {
    var scanner = LineEdits(body)
    guard scanner.hasDirectives || scanner.hasTables else { return [] }
    scanner.scan()
    return scanner.edits
  }

  private init(_ body: [UInt8]) {
    self.body = body
    hasDirectives = body.range(of: ":::", in: 0..<body.count) != nil
    hasTables =
      body.position(of: UInt8(ascii: "|"), in: 0..<body.count) != nil
      && body.position(of: UInt8(ascii: "`"), in: 0..<body.count) != nil
  }

  private mutating func scan() {
    var fences = FenceTracker()
    var start = 0
    var last = 0..<0
    while start < body.count {
      let end = body.position(of: UInt8(ascii: "\n"), in: start..<body.count) ?? body.count
      let line = start..<end
      if !fences.isCode(body[line]) {
        if hasDirectives { directives(line) }
        if hasTables { table(line, after: last) }
      }
      last = line
      start = end + 1
    }
  }

  private mutating func table(_ line: Range<Int>, after last: Range<Int>) {
    let text = body[line]
    if isInTable {
      isInTable = text.contains { $0 > 32 }
      if isInTable { row(line) }
    } else if text.contains(UInt8(ascii: "-")), text.contains(UInt8(ascii: "|")),
      text.allSatisfy({ "-|: \t>\r".utf8.contains($0) }), body[last].contains(UInt8(ascii: "|"))
    {
      isInTable = true
      row(last)
    }
  }

  /// Escapes bars in the code spans of a row: published pages don't divide cells there.
  private mutating func row(_ line: Range<Int>) {
    var position = line.lowerBound
    while position < line.upperBound {
      switch body[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "`"):
        let end = InlineCode.end(body, at: position, before: line.upperBound)
        for index in position..<end
        where body[index] == UInt8(ascii: "|") && body[index - 1] != UInt8(ascii: "\\") {
          edits.append(.init(range: index..<index, bytes: [UInt8(ascii: "\\")]))
        }
        position = end
      default: position += 1
      }
    }
  }

  private mutating func directives(_ line: Range<Int>) {
    var position = line.lowerBound
    while let start = body.range(of: ":::", in: position..<line.upperBound)?.lowerBound {
      position = start + 3
      let name = body[position..<line.upperBound].prefix {
        (97...122).contains($0 | 32) || $0 == UInt8(ascii: "-")
      }
      let end = body.range(of: ":::", in: position..<line.upperBound)?.upperBound
      let range = start..<(end ?? line.upperBound)
      guard let bytes = replacement(String(decoding: name, as: UTF8.self), range) else { continue }
      edits.append(.init(range: range, bytes: bytes))
      position = range.upperBound
    }
  }

  /// What takes the place of a directive; `nil` where it isn't one.
  private func replacement(_ name: String, _ range: Range<Int>) -> [UInt8]? {
    // Read as a tag, a directive's attributes are those of the element that it becomes.
    let attributes = body[range].dropFirst(3 + name.utf8.count)
    let end = attributes.suffix(3).elementsEqual(":::".utf8) ? 3 : 0
    let tag = RawTag(Array("<x".utf8) + attributes.dropLast(end) + Array(">".utf8))
    switch name {
    case "image":
      guard let source = tag?["source"] else { return nil }
      return image(source, tag?["alt-text"] ?? [], lightbox: tag?["lightbox"])
    case "no-loc": return tag?["text"]
    case "row", "row-end", "column", "column-end", "zone", "zone-end", "moniker", "moniker-end",
      "image-end", "code":
      return []
    default: return nil
    }
  }

  private func image(_ source: [UInt8], _ alternative: [UInt8], lightbox: [UInt8]?) -> [UInt8] {
    var html = HTMLBytes(capacity: 200)
    if let lightbox {
      html.raw("<a href=\"")
      html.text(lightbox)
      html.raw("\">")
    }
    html.raw("<img src=\"")
    html.text(source)
    html.raw("\" alt=\"")
    html.text(alternative)
    html.raw("\">")
    if lightbox != nil { html.raw("</a>") }
    return html.bytes
  }
}
