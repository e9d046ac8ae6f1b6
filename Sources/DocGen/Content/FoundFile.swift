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
  /// A backslash divides folders, or is what tools for translators put before an underscore.
  ///
  /// - Parameters:
  ///   - reference: The path as written, percent escapes and fragment taken off.
  ///   - path: The file that holds the reference.
  ///   - locale: The reader's language.
  ///   - suggests: Whether a neighbour is looked for where there is no such file.
  /// - Returns: The file, or what was perhaps meant.
  func find(
    _ reference: String, from path: RelativePath, for locale: LocaleTag, suggests: Bool = true
  ) -> FoundFile {
    var reference = reference
    if reference.utf8.contains(UInt8(ascii: "\\")) {
      if reference.contains("\\_") {
        let plain = reference.replacing("\\_", with: "_")
        let escaped = find(plain, from: path, for: locale, suggests: false)
        if escaped.file != nil { return escaped }
      }
      reference = reference.replacing("\\", with: "/")
    }
    if reference.hasPrefix("~/") {
      reference.removeFirst()
      // The top is the folder of `docfx.json`; a set without one begins at its locale's folder.
      if let folder = contents[locale]?.docsets.docset(of: path)?.folder {
        let below = find("/\(folder)\(reference)", from: path, for: locale, suggests: false)
        if below.file != nil { return below }
      }
    }
    guard let wanted = path.resolving(reference) else { return FoundFile() }
    // Names in another case are the reader's own language's before they are the source's.
    for locale in locale == source ? [source] : [locale, source] {
      guard let content = contents[locale] else { continue }
      switch content.index.match(wanted) {
      case .exact(let found):
        return FoundFile(file: content.file(at: found).map { (locale, found, $0) })
      case .differsInCase(let found):
        guard let file = content.file(at: found) else { continue }
        return FoundFile(file: (locale, found, file), rightCase: path.reference(to: found))
      case .ambiguous, .missing: continue
      }
    }
    guard suggests else { return FoundFile() }
    let near = [locale, source].lazy.compactMap { contents[$0]?.neighbour(of: wanted) }.first
    return FoundFile(suggestion: near.map { path.reference(to: $0) })
  }
}
