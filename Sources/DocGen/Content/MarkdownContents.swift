import CommonMark
import Localization
import Model

/// A table of contents written as headings, `# [Overview](overview.md)`, `## Group`, or as a list below
/// a heading, as Adobe's documentation has it: `+ [Overview](overview.md)`.
struct MarkdownContents {
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
          flat.append((above + margins.count, entry))
          continue
        }
        if bytes.range(of: "](", in: start..<(start + line.count)) != nil {
          diagnostics.append(Self.noHeading(at: place))
        }
        continue
      }
      let entry = Self.entry(line.dropFirst(margin + level), at: place)
      guard level <= 6, let entry else {
        diagnostics.report(.warning, "toc.name", at: place, "this entry has no name")
        continue
      }
      (above, margins) = (level, [])
      flat.append((level, entry))
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

  /// Reads the text of a heading as Markdown; the words are those of the link if there is one.
  init(_ text: [UInt8]) {
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
        case (.text, _), (.code, _):
          let words = String(decoding: event.text, as: UTF8.self)
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
}
