import FileSystem
import Model

/// Makes the navigation of a locale from its tables of contents, or from its folders.
struct NavigationBuilder {
  private let tree: ContentTree
  private let locale: LocaleTag
  private var result = ContentsTable()
  private var navigation = Navigation()
  /// The tables that are being read, so that none contains itself.
  private var openTables: [RelativePath] = []
  /// Whether the table's own names are in another language than the reader's.
  private var namesComeFromPages = false

  private init(_ tree: ContentTree, _ locale: LocaleTag) {
    self.tree = tree
    self.locale = locale
  }

  /// Reads one table of contents of a locale, or of the source language in its place.
  static func table(
    from path: RelativePath, in tree: ContentTree, for locale: LocaleTag
  ) -> ContentsTable {
    var builder = NavigationBuilder(tree, locale)
    if builder.add(path, below: nil), !builder.navigation.items.isEmpty {
      builder.result.navigation = builder.navigation
    }
    return builder.result
  }

  /// Adds the entries of a table that an entry at a place names; false for breadcrumbs.
  private mutating func add(
    _ path: RelativePath, below parent: Int?, at place: SourceLocation? = nil
  ) -> Bool {
    let owner = tree.contents[locale]?.file(at: path) != nil ? locale : tree.source
    guard let file = tree.contents[owner]?.file(at: path) else { return false }
    guard !openTables.contains(path), openTables.count < 16 else {
      result.problems.report(
        .warning, "toc.cycle", at: place ?? SourceLocation(path: file),
        "this table of contents contains itself")
      return false
    }
    do throws(FileError) {
      let bytes = try TextEncoding.text(
        of: file, limit: ContentPage.sizeLimit, &result.problems)
      let contents = TableOfContents(bytes, path: file, diagnostics: &result.problems)
      guard !contents.isBreadcrumbs else { return false }
      if openTables.isEmpty { result.order = contents.order }
      let outer = namesComeFromPages
      openTables.append(path)
      namesComeFromPages = owner != locale
      for entry in contents.entries { add(entry, of: path, below: parent, depth: 0) }
      openTables.removeLast()
      namesComeFromPages = outer
      return true
    } catch {
      result.problems.append(error.diagnostic)
      return false
    }
  }

  private mutating func add(
    _ entry: TableOfContents.Entry, of table: RelativePath, below parent: Int?, depth: Int
  ) {
    guard depth < 32 else { return }
    var (target, fragment): (Navigation.Target, String?) = (.none, nil)
    let place = entry.tableLocation ?? entry.location
    var inner = entry.table.flatMap { innerTable($0, of: table, at: place) }
    if let name = entry.table, inner == nil { reportTable(name, of: table, at: place) }
    if let reference = entry.reference {
      if inner == nil, let other = innerTable(reference, of: table, at: entry.location) {
        inner = other
      } else {
        (target, fragment) = self.target(of: reference, of: table, at: entry.location)
      }
    } else if let uid = entry.uid {
      (target, fragment) = self.target(of: "xref:\(uid)", of: table, at: entry.location)
    }
    let number = navigation.open(
      name(of: entry, leadingTo: target, fragment), target, fragment: fragment, below: parent,
      isExpanded: entry.isExpanded, keywords: entry.keywords)
    for child in entry.children { add(child, of: table, below: number, depth: depth + 1) }
    if let inner {
      _ = add(inner, below: number, at: entry.table == nil ? entry.location : place)
    }
    navigation.close(number)
    // An entry that leads nowhere and holds nothing would only puzzle a reader.
    if target == .none, !navigation.isGroup(number) { navigation.removeLast() }
  }

  /// Says that there is no such table, but of a folder that has a first page instead.
  private mutating func reportTable(
    _ name: String, of table: RelativePath, at place: SourceLocation
  ) {
    if name.hasSuffix("/"), case .page = resolver(for: table).link(to: name).destination { return }
    result.problems.report(.warning, "toc.broken", at: place, "no table of contents '\(name)'")
  }

  private func resolver(for table: RelativePath) -> LinkResolver {
    LinkResolver(
      tree: tree, locale: locale, path: table, absoluteLinkBase: SiteRequest.publicationServer)
  }

  /// The name as written, or the title of the page; that of a translated page also in a table of
  /// another language, unless the entry leads to a place on the page, whose name isn't the page's.
  private func name(
    of entry: TableOfContents.Entry, leadingTo target: Navigation.Target, _ fragment: String?
  ) -> String {
    guard case .page(let path) = target, let page = tree.page(at: path, in: locale) else {
      return entry.name
    }
    if !entry.isNamed { return page.displayTitle }
    guard namesComeFromPages, fragment == nil, page.locale == locale, let title = page.title else {
      return entry.name
    }
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
        result.problems.report(
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
  ) -> (Navigation.Target, fragment: String?) {
    let link = resolver(for: table).link(to: reference)
    func report(
      _ severity: Diagnostic.Severity, _ code: String, _ message: String, _ suggestion: String?
    ) {
      result.problems.report(severity, code, at: location, message, suggestion: suggestion)
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
    case .page(let path, let fragment, let isFallback):
      if isFallback, !namesComeFromPages {
        report(
          .note, "toc.untranslated",
          "'\(reference)' is not translated; the entry leads to the page in \(tree.source.tag)", nil
        )
      }
      // What another table holds is checked there, and the source's in the source.
      if let fragment, openTables.count == 1, !namesComeFromPages {
        result.anchors.append(
          PageReport.AnchorReference(path: path, anchor: fragment, location: location))
      }
      return (.page(path), fragment)
    case .outside(let address): return (.outside(address), nil)
    case .nowhere(let suggestion):
      report(
        .warning, "toc.broken", "no page '\(reference)'",
        tree.reason(forMissing: reference, from: table, in: locale)
          ?? suggestion.map { "did you mean '\($0)'?" })
      return (.none, nil)
    case .noPage(let kind):
      report(
        .warning, "toc.broken", "no page '\(reference)'",
        "the file is of the kind '\(kind)', which no page is made of")
      return (.none, nil)
    case .unknownID(let uid):
      report(.warning, "toc.broken", "no page has the id '\(uid)'", nil)
      return (.none, nil)
    case .refused(let scheme):
      report(
        .warning, "link.scheme", "addresses that begin with '\(scheme):' are not published",
        "use http, https, mailto or tel")
      return (.none, nil)
    case .file, .anchor, .withheld:
      report(
        .warning, "toc.broken", "'\(reference)' is no page, so the entry leads nowhere",
        "name a page that links to it")
      return (.none, nil)
    }
  }
}

/// What a table of contents gives.
struct ContentsTable: Sendable {
  /// `nil` for breadcrumbs and for tables without entries.
  var navigation: Navigation?
  /// Of several tables that name a page, that with the smallest order is for it.
  var order = 0
  /// The places on pages that its entries lead to.
  var anchors: [PageReport.AnchorReference] = []
  /// What is wrong with it.
  var problems: [Diagnostic] = []
}
