import FileSystem
import HTMLTree
import Model

/// Where a page that moved is now.
enum RedirectTarget: Hashable, Sendable {
  /// A page of the same locale.
  case page(RelativePath, suffix: String)
  /// An address on a server, as written.
  case address(String)
  /// Nothing: the way leads in a circle, or to a page that isn't there.
  case nowhere
}

extension ContentTree {
  /// Where the redirections of a locale send a reader of `path`, all steps taken; `nil` if the path
  /// isn't redirected.
  func redirectTarget(of path: RelativePath, in locale: LocaleTag) -> RedirectTarget? {
    guard let redirections = contents[locale]?.redirections, redirections[path] != nil else {
      return nil
    }
    var seen: Set<RelativePath> = []
    var current = path
    while let entry = redirections[current] {
      guard seen.insert(current).inserted else { return .nowhere }
      switch step(from: entry, in: locale) {
      case .page(let next, let suffix):
        if page(at: next, in: locale) != nil { return .page(next, suffix: suffix) }
        current = next
      case let other: return other
      }
    }
    return .nowhere
  }

  /// Where one entry leads, whether there is a page or another entry.
  private func step(from entry: Redirections.Entry, in locale: LocaleTag) -> RedirectTarget {
    let target = entry.target
    let cut = target.firstIndex { $0 == "#" || $0 == "?" } ?? target.endIndex
    let suffix = String(target[cut...])
    let address = String(target[..<cut])
    if address.contains("://") || address.hasPrefix("//") {
      return HTMLPolicy.allows(address: target.utf8) ? .address(target) : .nowhere
    }
    if address.hasPrefix("/") {
      guard let path = path(ofAddress: address, in: locale) else { return .address(target) }
      return .page(path, suffix: suffix)
    }
    guard let path = published(routes.place(of: entry.source).resolving(address), in: locale) else {
      return .nowhere
    }
    return .page(path, suffix: suffix)
  }

  /// The page of an address on the server of the publication, if it is one of this set's.
  func path(ofAddress address: String, in locale: LocaleTag) -> RelativePath? {
    let docsets = contents[locale]?.docsets ?? contents[source]?.docsets
    guard let docsets, !docsets.isEmpty else { return nil }
    var address = Self.withoutLocale(address).addressDecoded
    while address.utf8.count > 1, address.hasSuffix("/") { address.removeLast() }
    return docsets.paths(ofAddress: address).lazy.compactMap { below in
      published(RelativePath(below.isEmpty ? "index" : below), in: locale)
    }.first
  }

  /// The image or download of an address on the server of the publication, if it is one of this set's,
  /// and the locale that has it.
  func resource(
    ofAddress address: String, in locale: LocaleTag
  ) -> (path: RelativePath, locale: LocaleTag)? {
    let docsets = contents[locale]?.docsets ?? contents[source]?.docsets
    let address = Self.withoutLocale(address).addressDecoded
    for below in docsets?.paths(ofAddress: address) ?? [] {
      guard let path = RelativePath(below).map(routes.source(ofPlace:)) else { continue }
      let owner = [locale, source].first { contents[$0]?.roles[path] == .resource }
      if let owner { return (path, owner) }
    }
    return nil
  }

  /// An address on the server without the locale that it may begin with: `/fr-fr/azure` is `/azure`.
  static func withoutLocale(_ address: String) -> String {
    let bytes = address.utf8
    let first = bytes.dropFirst().prefix { $0 != UInt8(ascii: "/") }
    guard bytes.first == UInt8(ascii: "/"), first.endIndex < bytes.endIndex else { return address }
    let parts = first.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.allSatisfy(isLetter) }),
      (2...3).contains(parts[0].count), parts[0].allSatisfy({ $0 & 0x20 != 0 }),
      (2...4).contains(parts[1].count), parts.last?.isEmpty == false
    else { return address }
    return String(address[first.endIndex...])
  }

  /// The page that is published at a place without an extension; a page that moved counts too.
  private func published(_ path: RelativePath?, in locale: LocaleTag) -> RelativePath? {
    guard let path else { return nil }
    let stem = path.description
    let names = [stem, "\(stem).md", "\(stem).yml", "\(stem)/index.md", "\(stem)/index.yml"]
    for name in names {
      guard let candidate = RelativePath(name).map(routes.source(ofPlace:)) else { continue }
      for locale in locale == source ? [source] : [locale, source] {
        guard let content = contents[locale] else { continue }
        if content[candidate] != nil || content.redirections[candidate] != nil { return candidate }
        if case .differsInCase(let found) = content.index.match(candidate), content[found] != nil {
          return found
        }
      }
    }
    return nil
  }

  /// What is wrong with the redirections of a locale: circles, targets that aren't there, and
  /// entries for pages that are still there.
  func redirectionProblems(in locale: LocaleTag) -> [Diagnostic] {
    guard let content = contents[locale] else { return [] }
    var problems: [Diagnostic] = []
    var named: Set<RelativePath> = []
    for entry in content.redirections.entries
    where content.redirectionFiles.contains(entry.location.path)
      || content.file(at: entry.source) == entry.location.path
    {
      func warn(_ code: String, _ message: String, _ suggestion: String? = nil) {
        problems.report(.warning, code, at: entry.location, message, suggestion: suggestion)
      }
      if content[entry.source] != nil {
        warn(
          "redirect.shadowed", "'\(entry.source)' is redirected but still a page, which is shown",
          "remove the page or the entry")
        continue
      }
      if let circle = circle(from: entry.source, in: locale) {
        guard named.isDisjoint(with: circle) else { continue }
        named.formUnion(circle)
        let names = (circle + [circle[0]]).map { "'\($0)'" }.joined(separator: " → ")
        problems.report(
          .error, "redirect.loop", at: entry.location, "pages redirect in a circle: \(names)")
      } else if redirectTarget(of: entry.source, in: locale) == .nowhere {
        warn("redirect.broken", "no page '\(entry.target)' to redirect to")
      }
    }
    return problems + formerPageProblems(in: locale)
  }

  /// The translations of pages that the source redirects: readers of the source no longer see them.
  private func formerPageProblems(in locale: LocaleTag) -> [Diagnostic] {
    guard locale != source, let content = contents[locale], let original = contents[source] else {
      return []
    }
    return original.redirections.entries.compactMap { entry in
      guard let page = content[entry.source], original[entry.source] == nil,
        content.redirections[entry.source]?.location == entry.location
      else { return nil }
      return Diagnostic(
        .warning, "redirect.shadowed", at: SourceLocation(path: page.file),
        "the original moved to '\(entry.target)'; this translation is still shown",
        suggestion: "translate the page that it moved to, and remove this one")
    }
  }

  /// The pages of a circle that a page is on or leads into.
  private func circle(from path: RelativePath, in locale: LocaleTag) -> [RelativePath]? {
    guard let redirections = contents[locale]?.redirections else { return nil }
    var way: [RelativePath] = []
    var current = path
    while let entry = redirections[current], page(at: current, in: locale) == nil {
      if let start = way.firstIndex(of: current) { return Array(way[start...]) }
      way.append(current)
      guard case .page(let next, _) = step(from: entry, in: locale), way.count < 100 else {
        return nil
      }
      current = next
    }
    return nil
  }
}
