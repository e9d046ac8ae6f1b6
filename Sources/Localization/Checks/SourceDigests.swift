import Model

/// The digests of the sources of all texts of a page, in each of its locales.
struct SourceDigests {
  private let pages: [TranslatedPage]
  /// Whether all locales have the same texts in the same order.
  let areAlike: Bool

  init(_ pages: [TranslatedPage]) {
    self.pages = pages
    guard let first = pages.first else {
      areAlike = true
      return
    }
    areAlike = pages.dropFirst().allSatisfy { page in
      page.pairs.count == first.pairs.count
        && page.pairs.indices.allSatisfy { page.pairs[$0].key == first.pairs[$0].key }
    }
  }

  /// The digest of a text that stands at `index` in some other locale; `nil` if the locale doesn't
  /// have it, or no source for it.
  func digest(_ page: Int, _ key: TextPair.Key, near index: Int) -> UInt64? {
    let pairs = pages[page].pairs
    let place = areAlike ? index : pairs.lastIndex { $0.key == key }
    return place.flatMap { pages[page].source(of: pairs[$0]) }.map(TextDigest.exact)
  }

  /// The digest of a text in a locale.
  func digest(_ page: Int, _ key: TextPair.Key) -> UInt64? {
    let pairs = pages[page].pairs
    return pairs.lastIndex { $0.key == key }.flatMap { pages[page].source(of: pairs[$0]) }
      .map(TextDigest.exact)
  }

  /// All digests of a locale.
  func byKey(_ page: Int) -> [TextPair.Key: UInt64] {
    var digests: [TextPair.Key: UInt64] = [:]
    for pair in pages[page].pairs {
      digests[pair.key] = pages[page].source(of: pair).map(TextDigest.exact)
    }
    return digests
  }
}
