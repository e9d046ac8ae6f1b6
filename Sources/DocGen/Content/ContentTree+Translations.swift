public import FileSystem
public import Localization
public import Model

extension ContentTree {
  /// The Markdown pages and tables of contents that have a translation, in the order of their paths.
  public var translatedPaths: [RelativePath] {
    var paths: Set<RelativePath> = []
    for (locale, content) in contents where locale != source {
      for page in content.pages where !page.isLandingPage { paths.insert(page.path) }
      paths.formUnion(content.tablesOfContents)
    }
    return paths.sorted()
  }

  /// Whether there is a page in the source language at all; without one nobody knows what became of
  /// the originals.
  public var hasOriginals: Bool { contents[source]?.pages.isEmpty == false }

  /// Whether there is a source file for a path, here or where it moved.
  public func hasOriginal(of path: RelativePath) -> Bool {
    contents[source]?.file(at: path) != nil || movedOriginal(of: path) != nil
  }

  /// Where the source's redirections lead from a page that is gone; `nil` for other pages and for
  /// addresses outside.
  public func redirection(of path: RelativePath) -> RelativePath? {
    if case .page(let target, _)? = redirectTarget(of: path, in: source) { target } else { nil }
  }

  /// The translations of a page or a table of contents, each with the source file as it is now.
  ///
  /// - Parameters:
  ///   - path: The path below the locales' folders.
  ///   - repairs: Puts the texts right as they are shown; `nil` leaves them as they are written.
  /// - Returns: A page for each locale that has the file, in the order of their names.
  /// - Throws: If a file can't be read.
  public func translations(
    of path: RelativePath, repairs: RepairedTexts? = nil
  ) throws(FileError) -> [TranslatedPage] {
    let original = try self.original(of: path)
    var pages: [TranslatedPage] = []
    for locale in locales where locale != source {
      if let page = try translation(of: path, in: locale, original, repairs) { pages.append(page) }
    }
    return pages
  }

  /// The translation of a page or a table of contents in one locale, with the source file as it is
  /// now.
  ///
  /// - Parameters:
  ///   - path: The path below the locales' folders.
  ///   - locale: The locale.
  /// - Returns: The page; `nil` if the locale doesn't have it.
  /// - Throws: If a file can't be read.
  public func translation(
    of path: RelativePath, in locale: LocaleTag
  ) throws(FileError) -> TranslatedPage? {
    guard contents[locale]?.file(at: path) != nil else { return nil }
    return try translation(of: path, in: locale, try original(of: path))
  }

  /// The translations of a page in some locales, `nil` for each that doesn't have it.
  ///
  /// The source file is read once.
  func translations(
    of path: RelativePath, in locales: [LocaleTag]
  ) throws(FileError) -> [TranslatedPage?] {
    guard locales.contains(where: { contents[$0]?.file(at: path) != nil }) else {
      return locales.map { _ in nil }
    }
    let original = try original(of: path)
    var pages: [TranslatedPage?] = []
    for locale in locales { pages.append(try translation(of: path, in: locale, original)) }
    return pages
  }

  /// What comparing a page's hash with its source file gave when both were read; `nil` where that
  /// isn't known.
  func freshness(of path: RelativePath, in locale: LocaleTag) -> SourceFreshness? {
    guard let original = contents[source]?[path], let page = contents[locale]?[path],
      page.provenance.sourceHash?.utf8.count == 40
    else { return nil }
    return Self.freshness(of: page, from: original)
  }

  /// The source file as it is now, here or where it moved; `nil` if it is gone.
  func original(of path: RelativePath) throws(FileError) -> [UInt8]? {
    guard let file = contents[source]?.file(at: path) else { return movedOriginal(of: path) }
    return try Files.read(file, limit: ContentPage.sizeLimit)
  }

  private func translation(
    of path: RelativePath, in locale: LocaleTag, _ original: [UInt8]?,
    _ repairs: RepairedTexts? = nil
  ) throws(FileError) -> TranslatedPage? {
    guard let file = contents[locale]?.file(at: path) else { return nil }
    var bytes = try Files.read(file, limit: ContentPage.sizeLimit)
    let isYAML = path.fileExtension.lowercased() == "yml"
    if let repairs, !isYAML {
      bytes = repairs.repaired(bytes, file: file, original: original)
    }
    var page =
      isYAML
      ? ContentsNames.page(
        locale: locale, path: path.description, bytes: bytes, original: original ?? [])
      : TranslatedPage(locale: locale, path: path.description, bytes: bytes, original: original)
    page.file = file
    page.originalFile = contents[source]?.file(at: path) ?? page.originalFile
    return page
  }
}
