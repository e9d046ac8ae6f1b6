import FileSystem
import Localization
import Model

extension ContentTree {
  /// Why a reference leads to nothing although its file is there, or would be where the set is
  /// published; `nil` where nothing is known of such a file.
  ///
  /// - Parameters:
  ///   - reference: The address or the path as written.
  ///   - path: The file that holds the reference.
  ///   - locale: The reader's language.
  ///   - isLink: Whether it should lead to a page or to what readers get; else it is to be included.
  /// - Returns: Advice for the author.
  func reason(
    forMissing reference: String, from path: RelativePath, in locale: LocaleTag,
    isLink: Bool = true
  ) -> String? {
    let written = reference.prefix { !"?#".contains($0) }
    let reference = String(written).addressDecoded.replacing("\\", with: "/")
    guard !reference.isEmpty else { return nil }
    var names = isLink ? [reference, "\(reference).md"] : []
    if isLink, reference.hasSuffix(".html") { names.append("\(reference.dropLast(5)).md") }
    for name in names {
      let found = find(name, from: path, for: locale, suggests: false)
      if let file = found.file { return contents[file.locale]?.reason(against: file.path) }
    }
    for locale in locale == source ? [source] : [locale, source] {
      guard let content = contents[locale] else { continue }
      if let reason = content.reason(elsewhere: reference, from: path) { return reason }
    }
    return nil
  }
}

extension LocaleContent {
  /// Why no page is made of a file, as far as the set says it.
  fileprivate func reason(against path: RelativePath) -> String? {
    if docsets.leavesOut(path) {
      return "'docsets_to_publish' in '\(PublishConfiguration.name)' doesn't list its docset"
    }
    switch ContentRole(of: path) {
    case .include: return "it is for pages to include, and no page itself"
    case .none: return "it is a file of the repository, and no page"
    case .page, .yaml:
      guard roles[path] == .include || roles[path] == .part, !docsets.isEmpty else { return nil }
      guard let docset = docsets.docset(of: path) else {
        return "it lies in no folder that has a 'docfx.json'"
      }
      return docset.excludes(path)
        ? "'docfx.json' excludes it from 'content'" : "'docfx.json' doesn't name it in 'content'"
    default: return nil
    }
  }

  /// What is known of a file that isn't below the locale's folder.
  fileprivate func reason(elsewhere reference: String, from path: RelativePath) -> String? {
    if reference.hasPrefix("/") { return nil }
    var wanted = path.resolving(reference)
    if reference.hasPrefix("~/") {
      let below = RelativePath(String(reference.dropFirst(2)))
      let folder = docsets.docset(of: path)?.folder
      wanted = below.map { below in folder?.appending(below) ?? below }
    }
    if let wanted {
      if let other = publication.repository(of: wanted) { return other.advice }
      return files[wanted] != nil && ContentRole(of: wanted) == .none
        ? reason(against: wanted) : nil
    }
    guard let layer = files[path]?.folder, let top = RepositoryFolder(above: layer) else {
      return nil
    }
    var parts = layer.split(separator: "/")
    for part in (path.components.dropLast() + reference.split(separator: "/")) where part != "." {
      if part != ".." { parts.append(part) } else if parts.popLast() == nil { return nil }
    }
    let file = "/" + parts.joined(separator: "/")
    guard file.hasPrefix("\(top.path)/"), Files.exists(file) else { return nil }
    return "it lies outside of the folder that is given for '\(locale)'; "
      + "give the repository's folder in its place"
  }
}
