import FileSystem
import Model

/// Finds out where the links and images of one page lead.
struct LinkResolver: Sendable {
  /// Where an address leads.
  enum Destination: Hashable, Sendable {
    /// A page of the reader's locale, perhaps shown in the source language.
    case page(RelativePath, fragment: String?, isFallback: Bool)
    /// A copied file, in the locale that has it.
    case file(RelativePath, in: LocaleTag, suffix: String)
    /// A place on the same page.
    case anchor(String)
    /// An address that leaves the site.
    case outside(String)
    /// Nothing.
    case nowhere(suggestion: String?)
    /// A file that `docfx.json` keeps from readers.
    case withheld
    /// A file in YAML of a kind that no page is made of.
    case noPage(kind: String)
    /// A scheme that isn't allowed, such as `javascript:`.
    case refused(scheme: String)
    /// Something that no page of this set has the id of.
    case unknownID(String)
  }

  let tree: ContentTree
  let locale: LocaleTag
  /// The page that holds the links.
  let path: RelativePath
  /// The page in the output, and the folder of its source.
  private let here: RelativePath
  private let folder: RelativePath?
  /// What `/path` is below, for the reader's language; `nil` leaves such addresses as they are.
  let absoluteLinkBase: String?
  private let known: LinkCache

  /// Prepares for the links of one page; `known` may be shared by the pages of a site.
  init(
    tree: ContentTree, locale: LocaleTag, path: RelativePath, absoluteLinkBase: String?,
    known: LinkCache = LinkCache()
  ) {
    self.tree = tree
    self.locale = locale
    self.path = path
    self.absoluteLinkBase = absoluteLinkBase
    self.known = known
    here = tree.routes.page(path, in: locale)
    // Pages of one folder may go to several places.
    folder = tree.routes.keepsPlaces ? path.folder : path
  }

  /// Where an address leads, how the page reaches it, and the right path where the case of letters
  /// was wrong.
  func link(to address: String) -> Link {
    let isOfPage =
      address.utf8.first == UInt8(ascii: "#") || address.utf8.first == UInt8(ascii: "?")
    if isOfPage || address.isEmpty { return makeLink(to: address) }
    return known.link(LinkCache.Key(locale: locale, folder: folder, address: address)) {
      makeLink(to: address)
    }
  }

  private func makeLink(to address: String) -> Link {
    if address.hasPrefix("xref:") || address.hasPrefix("XREF:") { return reference(address) }
    if let moved = moved(address) { return moved }
    let (destination, rightCase) = destination(of: address)
    return Link(
      destination: destination, address: self.address(of: destination), rightCase: rightCase)
  }

  /// The page with the id that an address names.
  private func reference(_ address: String) -> Link {
    let reference = UIDReference(address)
    for locale in [locale, tree.source] {
      guard let found = tree.contents[locale]?.uids[reference.uid] else { continue }
      let path = ofOwnVersion(found)
      let anchor = address.firstIndex(of: "#").map { fragment(of: String(address[$0...])) } ?? nil
      let isFallback = tree.contents[self.locale]?[path] == nil
      let destination = Destination.page(path, fragment: anchor, isFallback: isFallback)
      return Link(
        destination: destination, address: self.address(of: destination),
        title: tree.page(at: path, in: self.locale)?.title)
    }
    return Link(destination: .unknownID(reference.uid))
  }

  /// The page of the version of the set that the page with the link is of, if there is one.
  private func ofOwnVersion(_ path: RelativePath) -> RelativePath {
    let own = tree.routes.file(path, inVersionOf: self.path)
    return tree.page(at: own, in: locale) == nil ? path : own
  }

  /// Where a page moved that is linked to by its old path; `nil` for pages that are there.
  private func moved(_ address: String) -> Link? {
    guard let redirections = tree.contents[locale]?.redirections, !redirections.entries.isEmpty,
      Self.scheme(of: address) == nil, !address.hasPrefix("//"), !address.hasPrefix("#")
    else { return nil }
    let cut = address.startOfSuffix
    for old in formerPlaces(String(address[..<cut]).addressDecoded) {
      guard let target = tree.redirectTarget(of: old, in: locale) else { continue }
      switch target {
      case .nowhere: return nil
      case .address(let address):
        let outside = address.hasPrefix("/") ? self.destination(of: address).0 : .outside(address)
        return Link(
          destination: outside, address: self.address(of: outside), rightCase: address,
          isMoved: true)
      case .page(let new, let suffix):
        let anchor = fragment(of: String(address[cut...])) ?? fragment(of: suffix)
        let destination = Destination.page(
          new, fragment: anchor, isFallback: tree.contents[locale]?[new] == nil)
        return Link(
          destination: destination, address: self.address(of: destination),
          rightCase: path.reference(to: new).writtenAddress, isMoved: true)
      }
    }
    return nil
  }

  /// The paths that a reference may have been to, if no page or file is there.
  private func formerPlaces(_ reference: String) -> [RelativePath] {
    if reference.hasPrefix("/") {
      guard let path = tree.path(ofAddress: reference, in: locale),
        tree.page(at: path, in: locale) == nil
      else { return [] }
      return [path]
    }
    let reference = reference.replacing("\\", with: "/")
    guard !reference.isEmpty, lookUp(reference, suggests: false).file == nil else { return [] }
    return [reference, "\(reference).md"].compactMap { path.resolving($0) }
  }

  /// A link's destination and how it is written.
  struct Link: Sendable {
    var destination: Destination
    /// The address in the output; `nil` where the destination is nowhere.
    var address: String?
    /// The path as it should have been written.
    var rightCase: String?
    /// Whether a redirection led there, and `rightCase` is where.
    var isMoved = false
    /// The title of a page that was referred to by its id.
    var title: String?
  }

  /// Where an address leads, and the right path where the case of letters was wrong.
  func destination(of address: String) -> (Destination, rightCase: String?) {
    if address.hasPrefix("#") { return (.anchor(String(address.dropFirst()).addressDecoded), nil) }
    if address.hasPrefix("//") { return (.outside("https:\(address)"), nil) }
    if address.hasPrefix("/") {
      if let own = pageOfServer(address) ?? fileOfServer(address) { return (own, nil) }
      return fileOfRoot(address).map { destination(of: $0) } ?? (.outside(absolute(address)), nil)
    }
    if let scheme = Self.scheme(of: address) {
      let isAllowed = ["http", "https", "mailto", "tel"].contains(scheme)
      return (isAllowed ? .outside(address) : .refused(scheme: scheme), nil)
    }
    let cut = address.startOfSuffix
    let suffix = String(address[cut...])
    let reference = String(address[..<cut]).addressDecoded
    if reference.isEmpty {
      return (.page(path, fragment: fragment(of: suffix), isFallback: false), nil)
    }
    let found = lookUp(reference)
    guard let file = found.file else {
      return (.nowhere(suggestion: found.suggestion?.writtenAddress), nil)
    }
    let rightCase = found.rightCase?.writtenAddress
    switch tree.contents[file.locale]?.roles[file.path] ?? .none {
    case .page, .landingPage:
      return (
        .page(file.path, fragment: fragment(of: suffix), isFallback: file.locale != locale),
        rightCase
      )
    case .resource: return (.file(file.path, in: file.locale, suffix: suffix), rightCase)
    case .part where tree.contents[file.locale]?.docsets.withholds(file.path) == true:
      return (.withheld, nil)
    case .part:
      let kind = tree.contents[file.locale]?.otherKinds[file.path]
      return (kind.map { .noPage(kind: $0) } ?? .nowhere(suggestion: nil), nil)
    case .tableOfContents, .include, .yaml, .none: return (.nowhere(suggestion: nil), nil)
    }
  }

  /// The page of this set that an address at the top of the publication's server stands for.
  private func pageOfServer(_ address: String) -> Destination? {
    let cut = address.startOfSuffix
    guard let found = tree.path(ofAddress: String(address[..<cut]), in: locale),
      tree.page(at: found, in: locale) != nil
    else { return nil }
    let path = Self.namesVersion(address[cut...]) ? found : ofOwnVersion(found)
    return .page(
      path, fragment: fragment(of: String(address[cut...])),
      isFallback: tree.contents[locale]?[path] == nil)
  }

  /// The image or download of this set that an address at the top of the publication's server stands
  /// for, that of the page's version if there is one.
  private func fileOfServer(_ address: String) -> Destination? {
    let cut = address.startOfSuffix
    let suffix = String(address[cut...])
    guard let found = tree.resource(ofAddress: String(address[..<cut]), in: locale) else {
      return nil
    }
    let own = tree.routes.file(found.path, inVersionOf: path)
    let owner = [locale, tree.source].first { tree.contents[$0]?.roles[own] == .resource }
    guard let owner, !Self.namesVersion(address[cut...]) else {
      return .file(found.path, in: found.locale, suffix: suffix)
    }
    return .file(own, in: owner, suffix: suffix)
  }

  /// Whether what follows the path of an address on the server names a version itself: `?view=v2`.
  private static func namesVersion(_ suffix: Substring) -> Bool {
    let query = suffix.prefix { $0 != "#" }
    return query.hasPrefix("?view=") || query.contains("&view=")
  }

  /// The same address from the locale's folder, as Adobe's documentation writes it, where a file of that
  /// name is there: `/help/page.md`.
  private func fileOfRoot(_ address: String) -> String? {
    let cut = address.startOfSuffix
    let parts = String(address[..<cut]).addressDecoded.split(separator: "/")
    guard parts.last.map({ String($0).hasExtension }) == true else { return nil }
    let reference = "~/\(parts.joined(separator: "/"))"
    guard tree.find(reference, from: path, for: locale, suggests: false).file != nil else {
      return nil
    }
    return reference.writtenAddress + address[cut...]
  }

  /// The file as written; else a page without its extension, or the first page of a folder.
  private func lookUp(_ reference: String, suggests: Bool = true) -> FoundFile {
    var guesses = [reference]
    if reference.hasSuffix("/") {
      guesses += ["\(reference)index.md", "\(reference)index.yml"]
    } else if reference.hasSuffix(".html") {
      guesses += ["\(reference.dropLast(5)).md", "\(reference.dropLast(5)).yml"]
    } else {
      guesses += ["\(reference).md"]
      if !reference.hasExtension {
        guesses += ["\(reference)/index.md", "\(reference)/index.yml", "\(reference).yml"]
      }
    }
    for guess in guesses {
      let found = tree.find(guess, from: path, for: locale, suggests: false)
      if found.file != nil { return found }
    }
    return suggests ? tree.find(reference, from: path, for: locale) : FoundFile()
  }

  /// How the page reaches a destination; `nil` if it is nowhere.
  private func address(of destination: Destination) -> String? {
    switch destination {
    case .page(let other, let fragment, _):
      let suffix = fragment.map { "#\($0)" } ?? ""
      return here.reference(to: tree.routes.page(other, in: locale)).addressEncoded + suffix
    case .file(let file, let owner, let suffix):
      return here.reference(to: tree.routes.file(file, in: owner)).addressEncoded + suffix
    case .anchor(let fragment): return "#\(fragment)"
    case .outside(let address): return address
    case .nowhere, .withheld, .noPage, .refused, .unknownID: return nil
    }
  }

  private func fragment(of suffix: String) -> String? {
    guard let hash = suffix.firstIndex(of: "#") else { return nil }
    let fragment = String(suffix[suffix.index(after: hash)...]).addressDecoded
    return fragment.isEmpty ? nil : fragment
  }

  /// An address at the top of the server that the pages come from, in the reader's language.
  private func absolute(_ address: String) -> String {
    guard let base = absoluteLinkBase else { return address }
    return Self.beginsWithLocale(address) ? base + address : "\(base)/\(locale.folder)\(address)"
  }

  /// Whether an address at the top of a server begins with a locale, such as `/fr-fr` or
  /// `/zh-Hans-CN`; `/power-bi` and `/ef-core` don't.
  private static func beginsWithLocale(_ address: String) -> Bool {
    let first = address.utf8.dropFirst().prefix { ![0x2F, 0x3F, 0x23].contains($0) }
    let parts = first.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.allSatisfy { (97...122).contains($0 | 32) } }) else { return false }
    let lengths = parts.map(\.count)
    return [[2, 2], [3, 2], [2, 4, 2], [3, 4, 2]].contains(lengths)
  }

  /// The lower-case scheme of an address; `nil` if it has none.
  private static func scheme(of address: String) -> String? {
    // Browsers pass over control characters and blanks in a scheme.
    var letters: [UInt8] = []
    for byte in address.utf8 where byte > 32 {
      switch byte {
      case UInt8(ascii: ":"): return String(decoding: letters, as: UTF8.self).lowercased()
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
      default: letters.append(byte)
      }
    }
    return nil
  }
}

extension String {
  /// Where the query or the fragment of an address begins; its end if it has neither.
  fileprivate var startOfSuffix: Index {
    utf8.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? endIndex
  }

  /// Whether the last part of a path has a dot behind its first character, and isn't `..`.
  fileprivate var hasExtension: Bool {
    let name = utf8.split(separator: UInt8(ascii: "/")).last ?? utf8[...]
    return name.dropFirst().contains(UInt8(ascii: ".")) && !name.elementsEqual("..".utf8)
  }
}
