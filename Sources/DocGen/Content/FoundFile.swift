import FileSystem
import Model

/// What became of a reference from one file to another.
struct FoundFile {
  /// The file; `nil` if there is none.
  var file: (locale: LocaleTag, path: RelativePath, file: String)?
  /// The right path where the case of letters was wrong.
  var rightCase: String?
  /// A path that was perhaps meant.
  var suggestion: String?

  /// What to say of an inclusion that failed or was written in the wrong case.
  func diagnostic(for written: String, at place: SourceLocation) -> Diagnostic? {
    if file == nil {
      return Diagnostic(
        .warning, "include.missing", at: place, "no file '\(written)' to include",
        suggestion: suggestion.map { "did you mean '\($0)'?" })
    }
    return rightCase.map {
      Diagnostic(
        .warning, "include.case", at: place, "'\(written)' differs in case from the file's name",
        suggestion: "write '\($0)'")
    }
  }
}

extension ContentTree {
  /// Finds what a reference leads to: in the reader's locale, otherwise in the source language.
  ///
  /// - Parameters:
  ///   - reference: The path as written, percent escapes and fragment taken off.
  ///   - path: The file that holds the reference.
  ///   - locale: The reader's language.
  func find(_ reference: String, from path: RelativePath, for locale: LocaleTag) -> FoundFile {
    var reference = reference.replacing("\\", with: "/")
    if reference.hasPrefix("~/") { reference.removeFirst() }
    guard let wanted = path.resolving(reference) else { return FoundFile() }
    var wrongCase: FoundFile?
    for locale in locale == source ? [source] : [locale, source] {
      guard let content = contents[locale] else { continue }
      switch content.index.match(wanted) {
      case .exact(let found):
        return FoundFile(file: content.file(at: found).map { (locale, found, $0) })
      case .differsInCase(let found):
        guard wrongCase == nil, let file = content.file(at: found) else { continue }
        wrongCase = FoundFile(
          file: (locale, found, file), rightCase: path.reference(to: found))
      case .ambiguous, .missing: continue
      }
    }
    return wrongCase ?? FoundFile(suggestion: nearest(to: wanted, from: path, for: locale))
  }

  /// A file whose name is near the one wanted, in the same folder or with the same name elsewhere.
  private func nearest(
    to wanted: RelativePath, from path: RelativePath, for locale: LocaleTag
  ) -> String? {
    let candidates = [locale, source].compactMap { contents[$0] }.flatMap(\.folders.keys)
      .filter { ContentRole(of: $0) != .none }.sorted()
    let name = wanted.name
    if let moved = candidates.first(where: { $0.name == name }) { return path.reference(to: moved) }
    let siblings = candidates.filter { $0.folder == wanted.folder }
    let found = Suggestion.nearest(to: name, among: siblings.map(\.name))
    return siblings.first { $0.name == found }.map { path.reference(to: $0) }
  }
}
