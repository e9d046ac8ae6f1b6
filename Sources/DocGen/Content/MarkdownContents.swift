import Localization
import Model

/// A table of contents written as headings: `# [Overview](overview.md)`, `## Group`.
struct MarkdownContents {
  private(set) var entries: [TableOfContents.Entry] = []

  /// Reads a file; lines that are no headings don't count.
  init(_ bytes: [UInt8], path: String, _ diagnostics: inout [Diagnostic]) {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    var flat: [(level: Int, entry: TableOfContents.Entry)] = []
    for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      let level = line.prefix { $0 == UInt8(ascii: "#") }.count
      guard level > 0 else { continue }
      var text = String(decoding: line.dropFirst(level), as: UTF8.self).trimmingBlanks()
      while text.hasSuffix("#") { text = String(text.dropLast()).trimmingBlanks() }
      let place = SourceLocation(path: path, line: index + 1, column: level + 2)
      guard level <= 6, !text.isEmpty else {
        diagnostics.append(
          Diagnostic(.warning, "toc.name", at: place, "this entry has no name"))
        continue
      }
      var entry = Self.entry(text, at: place)
      entry.name = CharacterReferences.resolved(
        LabelMark.removed(from: Units.plainTarget(of: entry.name)))
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

  /// `[name](address "title")`, `@id`, `<xref:id>` or a name alone.
  private static func entry(_ text: String, at place: SourceLocation) -> TableOfContents.Entry {
    if text.hasPrefix("["), let middle = text.firstRange(of: "]("), text.hasSuffix(")") {
      let name = String(text[..<middle.lowerBound].dropFirst()).trimmingBlanks()
      let inside = text[middle.upperBound...].dropLast()
      let isBracketed = inside.hasPrefix("<")
      let reference = String(
        isBracketed ? inside.dropFirst().prefix { $0 != ">" } : inside.prefix { $0 != " " }
      ).trimmingBlanks()
      if reference.hasPrefix("xref:") {
        return .init(name: name, uid: UIDReference(reference).uid, location: place)
      }
      return .init(
        name: name.isEmpty ? reference : name, reference: reference.isEmpty ? nil : reference,
        location: place)
    }
    if text.hasPrefix("@"), !text.contains(" ") {
      return .init(name: String(text.dropFirst()), uid: String(text.dropFirst()), location: place)
    }
    if text.hasPrefix("<xref:"), text.hasSuffix(">") {
      let reference = UIDReference(String(text.dropFirst().dropLast()))
      return .init(name: reference.name, uid: reference.uid, location: place)
    }
    return .init(name: text, location: place)
  }
}
