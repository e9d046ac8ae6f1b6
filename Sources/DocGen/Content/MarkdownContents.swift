import CommonMark
import Localization
import Model

/// A table of contents written as headings, `# [Overview](overview.md)`, `## Group`, or as a list below
/// a heading, as Adobe's documentation has it: `+ [Overview](overview.md)`.
///
/// Headings have as many signs as they need: seven and more are levels too.
struct MarkdownContents {
  /// Entries below this level are on it; no table has as many, and nothing goes deeper for one.
  private static let deepestLevel = 64
  private(set) var entries: [TableOfContents.Entry] = []

  /// Reads a file; lines that are neither headings nor items don't count, and a warning tells of links
  /// in them.
  init(_ bytes: [UInt8], path: String, _ diagnostics: inout [Diagnostic]) {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let comments = CommentRanges(in: bytes)
    let first = FrontMatterBounds(bytes).bodyStart
    var flat: [(level: Int, entry: TableOfContents.Entry)] = []
    // The level of the last heading, and the margins of the items below it that hold one another.
    var (above, margins): (Int, [Int]) = (0, [])
    var start = 0
    for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      defer { start += line.count + 1 }
      guard start >= first, !comments.contains(start) else { continue }
      let margin = line.prefix { $0 == 32 }.count
      let level = line.dropFirst(margin).prefix { $0 == UInt8(ascii: "#") }.count
      let place = SourceLocation(path: path, line: index + 1, column: margin + level + 2)
      guard level > 0, margin < 4 else {
        if let item = Self.item(line) {
          margins.removeAll { $0 >= item.margin }
          margins.append(item.margin)
          let place = SourceLocation(path: path, line: index + 1, column: item.margin + 3)
          guard let entry = Self.entry(item.text, at: place) else { continue }
          flat.append((min(above + margins.count, Self.deepestLevel), entry))
          continue
        }
        if bytes.range(of: "](", in: start..<(start + line.count)) != nil {
          diagnostics.append(Self.noHeading(at: place))
        }
        continue
      }
      let entry = Self.entry(line.dropFirst(margin + level), at: place)
      guard let entry else {
        diagnostics.report(.warning, "toc.name", at: place, "this entry has no name")
        continue
      }
      (above, margins) = (min(level, Self.deepestLevel), [])
      flat.append((above, entry))
    }
    var rest = flat[...]
    entries = Self.children(of: &rest, above: 0)
  }

  /// Takes the entries that are deeper than a level.
  private static func children(
    of rest: inout ArraySlice<(level: Int, entry: TableOfContents.Entry)>, above level: Int
  ) -> [TableOfContents.Entry] {
    var children: [TableOfContents.Entry] = []
    while let next = rest.first, next.level > level {
      rest.removeFirst()
      var entry = next.entry
      entry.children = Self.children(of: &rest, above: next.level)
      children.append(entry)
    }
    return children
  }

  /// The text of an item of a list, and how far its mark is from the margin.
  private static func item(
    _ line: ArraySlice<UInt8>
  ) -> (text: ArraySlice<UInt8>, margin: Int)? {
    let text = line.drop { $0.isBlank }
    guard let mark = text.first, "+*-".utf8.contains(mark), text.dropFirst().first?.isBlank == true
    else { return nil }
    let margin = line[..<text.startIndex].reduce(0) { $0 + ($1 == 9 ? 4 : 1) }
    return (text.dropFirst(2), margin)
  }

  /// A link to a page, `@id`, `<xref:id>` or a name alone; `nil` where there is none of them.
  private static func entry(
    _ line: ArraySlice<UInt8>, at place: SourceLocation
  ) -> TableOfContents.Entry? {
    let text = AttributeList.removed(
      fromEndOf: LabelMark.removed(
        from: Units.plainTarget(of: Array(line.drop { $0 <= 32 }.trimmed))))
    let written = String(decoding: text, as: UTF8.self)
    if written.hasPrefix("@"), !written.contains(" ") {
      let uid = String(written.dropFirst())
      return .init(name: uid, isNamed: false, uid: uid, location: place)
    }
    if written.hasPrefix("<xref:"), written.hasSuffix(">") {
      let reference = UIDReference(String(written.dropFirst().dropLast()))
      return .init(name: reference.name, uid: reference.uid, location: place)
    }
    let heading = HeadingLink(DirectiveMarks.withoutTerms(text))
    guard let reference = heading.address, !reference.isEmpty else {
      return heading.words.isEmpty ? nil : .init(name: heading.words, location: place)
    }
    if reference.hasPrefix("xref:") {
      return .init(
        name: heading.words, uid: UIDReference(reference).uid, location: place)
    }
    return .init(
      name: heading.words.isEmpty ? reference : heading.words,
      isNamed: !heading.words.isEmpty, reference: reference, location: place)
  }

  private static func noHeading(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "toc.shape", at: place, "a link in a line that is no heading is no entry",
      suggestion: "begin it with '# '")
  }
}

/// The words of a heading, and where its first link leads.
private struct HeadingLink {
  private(set) var words = ""
  private(set) var address: String?

  /// Reads the text of a heading; the words are those of the link if there is one.
  ///
  /// The words are names, of code as a rule: underscores and what looks like a tag are part of them,
  /// and addresses may have blanks.
  init(_ text: [UInt8]) {
    let text = Self.withBlanksInAddress(Self.withPlainUnderscores(text))
    let outcome = withMarkdown(Array("# ".utf8) + text) { tree in
      var (all, linked) = ("", "")
      var address: String?
      var isInLink = false
      for index in 0..<tree.count {
        let event = tree[index]
        switch (event.kind, event.phase) {
        case (.link, .enter) where address == nil:
          address = String(decoding: event.text, as: UTF8.self)
          isInLink = true
        case (.link, .exit): isInLink = false
        case (.text, _), (.code, _), (.htmlInline, _):
          let words = String(decoding: event.text, as: UTF8.self)
          guard event.kind != .htmlInline || Self.isWords(words) else { break }
          all += words
          if isInLink { linked += words }
        default: break
        }
      }
      return (words: address == nil ? all : linked, address: address)
    }
    guard case .success(let found) = outcome else { return }
    words = found.words.trimmingBlanks()
    address = found.address?.trimmingBlanks()
  }

  /// Whether a tag is what a reader is to see: none that tools put around headings, and no comment.
  private static func isWords(_ tag: String) -> Bool {
    let name = tag.drop { "</".contains($0) }.prefix { $0.isLetter }.lowercased()
    return !["", "a", "span"].contains(name)
  }

  /// A text whose underscores are no emphasis.
  private static func withPlainUnderscores(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "_")) else { return text }
    var output: [UInt8] = []
    var position = 0
    while position < text.count {
      let start = position
      switch text[start] {
      case UInt8(ascii: "`"): position = InlineCode.end(text, at: start, before: text.count)
      case UInt8(ascii: "\\"): position = min(start + 2, text.count)
      case UInt8(ascii: "_"):
        output.append(UInt8(ascii: "\\"))
        position += 1
      default: position += 1
      }
      output += text[start..<position]
    }
    return output
  }

  /// A text whose last address, `[A](b c.md)`, is in angle brackets where it has blanks.
  private static func withBlanksInAddress(_ text: [UInt8]) -> [UInt8] {
    guard let opening = text.lastIndex(of: UInt8(ascii: "(")), opening > 0,
      text[opening - 1] == UInt8(ascii: "]"),
      let closing = text[opening...].firstIndex(of: UInt8(ascii: ")"))
    else { return text }
    let address = text[(opening + 1)..<closing].trimmed
    guard address.contains(where: \.isBlank), address.first != UInt8(ascii: "<"),
      !address.contains(UInt8(ascii: "\""))
    else { return text }
    return text[...opening] + [UInt8(ascii: "<")] + address + [UInt8(ascii: ">")]
      + text[closing...]
  }
}
