import Model

/// Finds the tags of a template.
struct TemplateScanner {
  private let source: [UInt8]
  private let path: String
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)
  private var offset = 0
  private var line = 1
  private var lineStart = 0
  private var lastTagEnd = 0

  init(_ source: [UInt8], path: String) { (self.source, self.path) = (source, path) }

  /// The next tag; `nil` at the end.
  mutating func next() throws(TemplateFailure) -> TemplateTag? {
    while !stands(open, at: offset) {
      guard offset < source.count else { return nil }
      advance()
    }
    let start = offset
    let location = SourceLocation(path: path, line: line, column: start - lineStart + 1)
    let blankFrom =
      lineStart >= lastTagEnd && source[lineStart..<start].allSatisfy(Self.isBlank)
      ? lineStart : nil
    var content = start + open.count
    var end = close
    var kind = TemplateTag.Kind.variable
    while content < source.count, Self.isBlank(source[content]) { content += 1 }
    if content < source.count {
      if source[content] == UInt8(ascii: "{"), open == Array("{{".utf8) {
        (kind, end) = (.rawVariable, Array("}}}".utf8))
        content += 1
      } else if let marked = TemplateTag.Kind(rawValue: source[content]), marked != .variable {
        kind = marked
        content += 1
        if kind == .delimiters { end = [UInt8(ascii: "=")] + close }
      }
    }
    var finish = content
    while !stands(end, at: finish) {
      guard finish < source.count else {
        throw failure("this tag is never closed", at: location)
      }
      finish += 1
    }
    var name = Self.trimmed(source[content..<finish])
    if name.hasPrefix("*") { name = "*" + Self.trimmed(Array(name.utf8.dropFirst())[...]) }
    while offset < finish + end.count { advance() }
    lastTagEnd = offset
    if kind == .delimiters {
      try setDelimiters(name, at: location)
    } else if kind != .comment, name.isEmpty || name.utf8.contains(where: Self.isBlankOrBreak) {
      throw failure(
        name.isEmpty ? "this tag has no name" : "the name '\(name)' has blanks in it", at: location)
    }
    return TemplateTag(
      kind: kind, name: name, location: location, range: start..<offset, blankFrom: blankFrom,
      blankTo: endOfBlankRest())
  }

  private mutating func advance() {
    if source[offset] == UInt8(ascii: "\n") { (line, lineStart) = (line + 1, offset + 1) }
    offset += 1
  }

  private func stands(_ mark: [UInt8], at offset: Int) -> Bool {
    guard offset + mark.count <= source.count else { return false }
    for index in mark.indices where source[offset + index] != mark[index] { return false }
    return true
  }

  /// The offset behind the line, if only blanks are left of it.
  private func endOfBlankRest() -> Int? {
    var end = offset
    while end < source.count, Self.isBlank(source[end]) { end += 1 }
    if end < source.count, source[end] == UInt8(ascii: "\r") { end += 1 }
    if end == source.count { return end }
    return source[end] == UInt8(ascii: "\n") ? end + 1 : nil
  }

  private mutating func setDelimiters(
    _ text: String, at location: SourceLocation
  ) throws(TemplateFailure) {
    let marks = text.utf8.split(whereSeparator: Self.isBlankOrBreak).map(Array.init)
    guard marks.count == 2, !marks.joined().contains(UInt8(ascii: "=")) else {
      throw failure("expected two delimiters such as '<% %>', without '='", at: location)
    }
    (open, close) = (marks[0], marks[1])
  }

  private func failure(_ message: String, at location: SourceLocation) -> TemplateFailure {
    TemplateFailure([Diagnostic(.error, "template.syntax", at: location, message)])
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let first = bytes.first, isBlankOrBreak(first) { bytes.removeFirst() }
    while let last = bytes.last, isBlankOrBreak(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a byte is a blank or a tab.
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isBlankOrBreak(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == 0x0A || byte == 0x0D
  }
}
