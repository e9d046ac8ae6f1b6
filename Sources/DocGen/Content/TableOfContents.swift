public import Model
import YAML

/// A table of contents as an author wrote it in `TOC.yml`.
public struct TableOfContents: Hashable, Sendable {
  /// An entry and those below it.
  public struct Entry: Hashable, Sendable {
    /// What a reader sees.
    public var name: String
    /// Where it leads, as written; `nil` for a heading.
    public var reference: String?
    /// Where it stands.
    public var location: SourceLocation
    /// The entries below it.
    public var children: [Entry]
  }

  /// The entries of the first level.
  public var entries: [Entry] = []
  /// Whether these are breadcrumbs, which lead out of the set of pages.
  public var isBreadcrumbs = false

  /// Reads a file.
  ///
  /// Broken YAML is a problem, and the table is then empty.
  ///
  /// Keys may be written in any case, as `hreF` is in published files.
  public init(_ bytes: [UInt8], path: String, diagnostics: inout [Diagnostic]) {
    do throws(YAMLError) {
      let document = try YAMLDocument(parsing: bytes, path: path)
      diagnostics += document.diagnostics
      guard let root = document.root else { return }
      entries = children(of: root, &diagnostics)
    } catch {
      diagnostics.append(error.diagnostic)
    }
  }

  private mutating func children(
    of node: YAMLNode, _ diagnostics: inout [Diagnostic]
  ) -> [Entry] {
    if node.isNull { return [] }
    if let items = node.value("items"), node.mapping != nil, node.value("name") == nil {
      return children(of: items, &diagnostics)
    }
    guard let list = node.sequence else {
      diagnostics.append(
        Diagnostic(
          .warning, "toc.shape", at: node.location, "a list of entries was expected here"))
      return []
    }
    return list.compactMap { entry($0, &diagnostics) }
  }

  private mutating func entry(_ node: YAMLNode, _ diagnostics: inout [Diagnostic]) -> Entry? {
    guard node.mapping != nil else {
      diagnostics.append(
        Diagnostic(
          .warning, "toc.shape", at: node.location, "an entry is a mapping with 'name' and 'href'"))
      return nil
    }
    if node.value("tocHref") != nil { isBreadcrumbs = true }
    let reference = [node.value("href"), node.value("topicHref")].compactMap { $0?.string }
      .first { !$0.isEmpty }
    let name = [node.value("name"), node.value("displayName")].compactMap { $0?.string }
      .map { $0.trimmingBlanks() }.first { !$0.isEmpty }
    guard let name = name ?? reference else {
      diagnostics.append(
        Diagnostic(.warning, "toc.name", at: node.location, "this entry has no name"))
      return nil
    }
    return Entry(
      name: name, reference: reference, location: node.value("href")?.location ?? node.location,
      children: node.value("items").map { children(of: $0, &diagnostics) } ?? [])
  }
}

extension YAMLNode {
  /// The value of a key in any case of its letters.
  fileprivate func value(_ key: String) -> YAMLNode? {
    mapping?.first { $0.key.lowercased() == key.lowercased() }?.value
  }
}
