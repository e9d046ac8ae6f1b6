import FileSystem
import Model

/// Makes the navigation of a locale from its tables of contents, or from its folders.
struct NavigationBuilder {
  private let tree: ContentTree
  private let locale: LocaleTag
  private var navigation = Navigation()
  private var diagnostics: [Diagnostic] = []
  /// The tables that are being read, so that none contains itself.
  private var openTables: [RelativePath] = []
  /// Whether the table's own names are in another language than the reader's.
  private var namesComeFromPages = false

  private init(_ tree: ContentTree, _ locale: LocaleTag) {
    self.tree = tree
    self.locale = locale
  }

  /// Reads one table of contents of a locale, or of the source language in its place.
  ///
  /// - Returns: The navigation; `nil` for breadcrumbs and for tables without entries.
  static func navigation(
    from table: RelativePath, in tree: ContentTree, for locale: LocaleTag,
    _ diagnostics: inout [Diagnostic]
  ) -> Navigation? {
    var builder = NavigationBuilder(tree, locale)
    let isUsable = builder.add(table, below: nil)
    diagnostics += builder.diagnostics
    return isUsable && !builder.navigation.items.isEmpty ? builder.navigation : nil
  }

  /// Adds the entries of a table that an entry at a place names; false for breadcrumbs.
  private mutating func add(
    _ table: RelativePath, below parent: Int?, at place: SourceLocation? = nil
  ) -> Bool {
    let owner = tree.contents[locale]?.file(at: table) != nil ? locale : tree.source
    guard let file = tree.contents[owner]?.file(at: table) else { return false }
    guard !openTables.contains(table), openTables.count < 16 else {
      diagnostics.report(
        .warning, "toc.cycle", at: place ?? SourceLocation(path: file),
        "this table of contents contains itself")
      return false
    }
    do throws(FileError) {
      let bytes = try Files.read(file, limit: ContentPage.sizeLimit)
      let contents = TableOfContents(bytes, path: file, diagnostics: &diagnostics)
      guard !contents.isBreadcrumbs else { return false }
      openTables.append(table)
      namesComeFromPages = owner != locale
      for entry in contents.entries { add(entry, of: table, below: parent, depth: 0) }
      openTables.removeLast()
      return true
    } catch {
      diagnostics.append(error.diagnostic)
      return false
    }
  }

  private mutating func add(
    _ entry: TableOfContents.Entry, of table: RelativePath, below parent: Int?, depth: Int
  ) {
    guard depth < 32 else { return }
    var target = Navigation.Target.none
    var inner = entry.table.flatMap { innerTable($0, of: table, at: entry.location) }
    if entry.table != nil, inner == nil { reportTable(entry) }
    if let reference = entry.reference {
      if inner == nil, let other = innerTable(reference, of: table, at: entry.location) {
        inner = other
      } else {
        target = self.target(of: reference, of: table, at: entry.location)
      }
    } else if let uid = entry.uid {
      target = self.target(of: "xref:\(uid)", of: table, at: entry.location)
    }
    let number = navigation.open(
      name(of: entry, leadingTo: target), target, below: parent, isExpanded: entry.isExpanded,
      keywords: entry.keywords)
    for child in entry.children { add(child, of: table, below: number, depth: depth + 1) }
    if let inner { _ = add(inner, below: number, at: entry.location) }
    navigation.close(number)
    // An entry that leads nowhere and holds nothing would only puzzle a reader.
    if target == .none, !navigation.isGroup(number) { navigation.removeLast() }
  }

  private mutating func reportTable(_ entry: TableOfContents.Entry) {
    diagnostics.report(
      .warning, "toc.broken", at: entry.location,
      "no table of contents '\(entry.table ?? "")'")
  }

  /// The name as written; in a table of another language the title of a translated page.
  private func name(
    of entry: TableOfContents.Entry, leadingTo target: Navigation.Target
  ) -> String {
    guard namesComeFromPages, case .page(let path) = target,
      let page = tree.page(at: path, in: locale), page.locale == locale, let title = page.title
    else { return entry.name }
    return title
  }

  /// The table of contents that an entry refers to, directly or by its folder.
  private mutating func innerTable(
    _ reference: String, of table: RelativePath, at location: SourceLocation
  ) -> RelativePath? {
    let isFolder = reference.hasSuffix("/")
    for name in isFolder ? ["\(reference)toc.yml", "\(reference)toc.md"] : [reference]
    where ["toc.yml", "toc.yaml", "toc.md"].contains(where: name.lowercased().hasSuffix) {
      let found = tree.find(name, from: table, for: locale)
      guard let file = found.file,
        tree.contents[file.locale]?.roles[file.path] == .tableOfContents
      else { continue }
      // A folder doesn't say how the name of its table is written.
      if !isFolder, let rightCase = found.rightCase {
        diagnostics.report(
          .warning, "toc.case", at: location,
          "'\(reference)' differs in case from the file's name",
          suggestion: "write '\(rightCase)'")
      }
      return file.path
    }
    return nil
  }

  private mutating func target(
    of reference: String, of table: RelativePath, at location: SourceLocation
  ) -> Navigation.Target {
    let resolver = LinkResolver(
      tree: tree, locale: locale, path: table, absoluteLinkBase: SiteRequest.publicationServer)
    let link = resolver.link(to: reference)
    func report(
      _ severity: Diagnostic.Severity, _ code: String, _ message: String, _ suggestion: String?
    ) {
      diagnostics.report(severity, code, at: location, message, suggestion: suggestion)
    }
    if let rightCase = link.rightCase {
      if link.isMoved {
        report(
          .note, "toc.moved", "'\(reference)' moved; the entry follows the redirection",
          "write '\(rightCase)'")
      } else {
        report(
          .warning, "toc.case", "'\(reference)' differs in case from the file's name",
          "write '\(rightCase)'")
      }
    }
    switch link.destination {
    case .page(let path, _, let isFallback):
      if isFallback, !namesComeFromPages {
        report(
          .note, "toc.untranslated",
          "'\(reference)' is not translated; the entry leads to the page in \(tree.source.tag)", nil
        )
      }
      return .page(path)
    case .outside(let address): return .outside(address)
    case .nowhere(let suggestion):
      report(
        .warning, "toc.broken", "no page '\(reference)'",
        suggestion.map { "did you mean '\($0)'?" })
      return .none
    case .noPage(let kind):
      report(
        .warning, "toc.broken", "no page '\(reference)'",
        "the file is of the kind '\(kind)', which no page is made of")
      return .none
    case .unknownID(let uid):
      report(.warning, "toc.broken", "no page has the id '\(uid)'", nil)
      return .none
    case .refused(let scheme):
      report(
        .warning, "link.scheme", "addresses that begin with '\(scheme):' are not published",
        "use http, https, mailto or tel")
      return .none
    case .file, .anchor, .withheld:
      report(
        .warning, "toc.broken", "'\(reference)' is no page, so the entry leads nowhere",
        "name a page that links to it")
      return .none
    }
  }
}
