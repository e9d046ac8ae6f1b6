public import FileSystem
public import Localization

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
  /// - Parameter path: The path below the locales' folders.
  /// - Returns: A page for each locale that has the file, in the order of their names.
  /// - Throws: If a file can't be read.
  public func translations(of path: RelativePath) throws(FileError) -> [TranslatedPage] {
    let originalFile = contents[source]?.file(at: path)
    var original: [UInt8]?
    if let originalFile {
      original = try Files.read(originalFile, limit: ContentPage.sizeLimit)
    } else {
      original = movedOriginal(of: path)
    }
    var pages: [TranslatedPage] = []
    for locale in locales where locale != source {
      guard let file = contents[locale]?.file(at: path) else { continue }
      let bytes = try Files.read(file, limit: ContentPage.sizeLimit)
      var page =
        path.fileExtension.lowercased() == "yml"
        ? ContentsNames.page(
          locale: locale, path: path.description, bytes: bytes, original: original ?? [])
        : TranslatedPage(
          locale: locale, path: path.description, bytes: bytes, original: original)
      page.file = file
      page.originalFile = originalFile ?? page.originalFile
      pages.append(page)
    }
    return pages
  }
}
