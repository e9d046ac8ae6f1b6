import FileSystem
import Model

/// What remains of a page when it is written: its anchors, the anchors it refers to, its problems.
struct PageReport: Sendable {
  /// A link to a place on some page.
  struct AnchorReference: Sendable {
    var path: RelativePath
    var anchor: String
    var location: SourceLocation

    /// Whether it is the number of a unit, such as `u103`.
    var isUnit: Bool {
      anchor.first == "u" && anchor.count > 1 && anchor.dropFirst().allSatisfy(\.isNumber)
    }
  }

  let path: RelativePath
  let anchors: [String]
  let references: [AnchorReference]
  var diagnostics: [Diagnostic] = []
  /// What there is to find on the page; `nil` where no search index is made.
  var search: SearchPage?

  init(
    _ page: RenderedPage, of path: RelativePath, _ resolver: LinkResolver, _ places: PlaceFinder
  ) {
    self.path = path
    anchors = page.headings.map(\.id) + page.anchors
    references = page.links.compactMap { link in
      guard link.kind == .link, link.address.utf8.contains(UInt8(ascii: "#")) else { return nil }
      let target: (path: RelativePath, anchor: String)
      switch resolver.link(to: link.address).destination {
      case .anchor(let anchor) where !anchor.isEmpty: target = (path, anchor)
      case .page(let other, let anchor?, _): target = (other, anchor)
      default: return nil
      }
      let place = places.location(link.location, of: "link '\(link.address)'")
      return AnchorReference(path: target.path, anchor: target.anchor, location: place)
    }
  }
}

/// Compares the anchors that pages refer to with those that pages have.
enum AnchorCheck {
  /// How many pairs of a link and an anchor of its page are compared for a locale, to find what was
  /// meant: a page may have thousands of both.
  private static let mostCompared = 200_000

  /// The links of one locale, and the entries of its contents, that lead to no place on their page,
  /// with the nearest one that exists.
  static func diagnostics(
    _ reports: [PageReport], contents: [PageReport.AnchorReference], in locale: LocaleTag,
    of tree: ContentTree
  ) -> [Diagnostic] {
    let anchors = Dictionary(uniqueKeysWithValues: reports.map { ($0.path, $0.anchors) })
    var sets: [RelativePath: Set<String>] = [:]
    var inSmallLetters: [RelativePath: [String: String]] = [:]
    var compared = 0
    var finder = HeadingFinder(tree: tree, locale: locale)
    var problems: [Diagnostic] = []
    // The links of a page shown in the source language were checked there.
    let own = reports.filter { tree.state(of: $0.path, in: locale).isOwnLanguage }
    for reference in own.flatMap(\.references) + contents {
      guard let offered = anchors[reference.path] else { continue }
      let known = sets[reference.path] ?? Set(offered)
      sets[reference.path] = known
      // A browser finds the top of a page, and units by their numbers, without our help.
      if known.contains(reference.anchor) || reference.anchor == "top"
        || reference.isUnit
      {
        continue
      }
      let small =
        inSmallLetters[reference.path]
        ?? Dictionary(
          offered.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
      inSmallLetters[reference.path] = small
      var meant =
        small[reference.anchor.lowercased()] ?? finder.id(meantBy: reference, among: known)
      if meant == nil, compared < mostCompared {
        compared += offered.count
        meant = Suggestion.nearest(to: reference.anchor, among: offered)
      }
      problems.report(
        .warning, "link.anchor", at: reference.location,
        "no heading or anchor '\(reference.anchor)' on '\(reference.path)'",
        suggestion: meant.map { "did you mean '#\($0)'?" })
    }
    return problems
  }
}

/// The headings of the pages on which links lead to no place, each page read once.
private struct HeadingFinder {
  let tree: ContentTree
  let locale: LocaleTag
  private var words: [RelativePath: HeadingWords] = [:]

  init(tree: ContentTree, locale: LocaleTag) { (self.tree, self.locale) = (tree, locale) }

  /// The id of the heading that a link means by its words in another language.
  mutating func id(
    meantBy reference: PageReport.AnchorReference, among known: Set<String>
  ) -> String? {
    guard let page = tree.page(at: reference.path, in: locale), !page.isLandingPage else {
      return nil
    }
    let words = words[reference.path] ?? read(page)
    self.words[reference.path] = words
    return words.id(meantBy: reference.anchor).flatMap { known.contains($0) ? $0 : nil }
  }

  private func read(_ page: ContentPage) -> HeadingWords {
    let original =
      page.locale == tree.source ? nil : tree.contents[tree.source]?.file(at: page.path)
    return HeadingWords(
      page: (try? Files.read(page.file, limit: ContentPage.sizeLimit)) ?? [],
      original: original.flatMap { try? Files.read($0, limit: ContentPage.sizeLimit) })
  }
}
