public import Model
import YAML

/// A table of contents as an author wrote it in `TOC.yml` or `TOC.md`.
public struct TableOfContents: Hashable, Sendable {
  /// An entry and those below it.
  public struct Entry: Hashable, Sendable {
    /// What a reader sees.
    public var name: String
    /// Whether that was written; else it is only what the entry refers to.
    public var isNamed = true
    /// Where it leads, as written; `nil` for a heading.
    public var reference: String?
    /// The table whose entries come below it, as written.
    public var table: String?
    /// Where that stands; `nil` where there is no table.
    public var tableLocation: SourceLocation?
    /// `uid` or `topicUid`: the id of the page it leads to.
    public var uid: String?
    /// `displayName`: other words that a reader may look for.
    public var keywords: [String] = []
    /// Whether the entries below it are shown from the start.
    public var isExpanded = false
    /// Where it stands.
    public var location: SourceLocation
    /// The entries below it.
    public var children: [Entry] = []
  }

  /// The entries of the first level.
  public var entries: [Entry] = []
  /// `order`: of several tables that name a page, that with the smallest is for it.
  public private(set) var order = 0
  /// Whether these are breadcrumbs, which lead out of the set of pages.
  public var isBreadcrumbs: Bool { namesPlaces && !namesPages }
  private var (namesPlaces, namesPages) = (false, false)

  /// Reads a file.
  ///
  /// Broken YAML is a problem, and the table is then empty.
  ///
  /// Keys may be written in any case, as `hreF` is in published files.
  public init(_ bytes: [UInt8], path: String, diagnostics: inout [Diagnostic]) {
    if path.lowercased().hasSuffix(".md") {
      entries = MarkdownContents(bytes, path: path, &diagnostics).entries
      return
    }
    do throws(YAMLError) {
      let document = try YAMLDocument(parsing: bytes, path: path)
      diagnostics += document.diagnostics
      guard let root = document.root else { return }
      order = root.value("order")?.integer ?? 0
      entries = children(of: root.value("items") ?? root, &diagnostics)
    } catch {
      diagnostics.append(error.diagnostic)
    }
  }

  private mutating func children(
    of node: YAMLNode, _ diagnostics: inout [Diagnostic]
  ) -> [Entry] {
    if node.isNull { return [] }
    if let list = node.sequence { return list.compactMap { entry($0, &diagnostics) } }
    diagnostics.report(
      .warning, "toc.shape", at: node.location, "a list of entries was expected here")
    // One entry needs no list to be meant.
    return node.mapping == nil ? [] : [entry(node, &diagnostics)].compactMap(\.self)
  }

  private mutating func entry(_ node: YAMLNode, _ diagnostics: inout [Diagnostic]) -> Entry? {
    guard node.mapping != nil else {
      diagnostics.report(
        .warning, "toc.shape", at: node.location, "an entry is a mapping with 'name' and 'href'")
      return nil
    }
    func text(_ key: String) -> String? {
      node.value(key)?.string.map { $0.trimmingBlanks() }.flatMap { $0.isEmpty ? nil : $0 }
    }
    var table = node.value("tocHref")
    // Breadcrumbs name places on the server, and no pages beside them.
    if let place = text("tocHref"), Self.isOnServer(place) { namesPlaces = true }
    let href = text("href")
    if let href, !Self.isOnServer(href) { namesPages = true }
    let isTable = href.map(Self.namesTable) ?? false
    // Beside the page of an entry, `href` may name its table; `homepage` is the page of a table.
    let topic = text("topicHref") ?? (isTable ? text("homepage") : nil)
    if isTable, topic != nil, text("tocHref") == nil { table = node.value("href") }
    let reference = topic ?? href ?? text("homepage")
    let uid = text("topicUid") ?? text("uid")
    let written = text("name") ?? text("displayName")
    guard let name = written ?? reference ?? uid else {
      diagnostics.report(.warning, "toc.name", at: node.location, "this entry has no name")
      return nil
    }
    let place = ["topicHref", isTable ? "homepage" : "href", "href", "homepage", "tocHref"]
      .first { text($0) != nil }
    let tableName = table?.string?.trimmingBlanks()
    return Entry(
      name: NameText.plain(name), isNamed: written != nil, reference: reference,
      table: tableName == reference || tableName?.isEmpty == true ? nil : tableName,
      tableLocation: table?.location, uid: uid,
      keywords: (text("displayName") ?? "").split(separator: ",").map {
        String($0).trimmingBlanks()
      },
      isExpanded: text("expanded")?.lowercased() == "true",
      location: place.flatMap(node.value)?.location ?? node.location,
      children: node.value("items").map { children(of: $0, &diagnostics) } ?? [])
  }

  /// Whether an address of a page is rather that of a table, or of a folder that may have one.
  private static func namesTable(_ address: String) -> Bool {
    !isOnServer(address)
      && ["/", "toc.yml", "toc.yaml", "toc.md"].contains(where: address.lowercased().hasSuffix)
  }

  private static func isOnServer(_ address: String) -> Bool {
    address.hasPrefix("/") || address.utf8.contains(UInt8(ascii: ":")) && address.contains("://")
  }
}
