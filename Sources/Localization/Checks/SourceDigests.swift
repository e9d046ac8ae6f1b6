/// The digests of the sources of all texts of a page, in each of its locales.
struct SourceDigests {
  private let pages: [TranslatedPage]
  /// Whether all locales have the same texts in the same order.
  let areAlike: Bool
  /// The places of the texts in each locale; one for all where they are alike.
  private let places: [[TextPair.Key: Int]]

  init(_ pages: [TranslatedPage]) {
    self.pages = pages
    let first = pages.first?.pairs ?? []
    areAlike = pages.dropFirst().allSatisfy { page in
      page.pairs.count == first.count
        && page.pairs.indices.allSatisfy { page.pairs[$0].key == first[$0].key }
    }
    // Two locales are never compared, see ``Agreement`` and ``IdentityCheck``.
    places = (pages.count < 3 ? [] : areAlike ? [pages[0]] : pages).map { page in
      Dictionary(page.pairs.indices.map { (page.pairs[$0].key, $0) }, uniquingKeysWith: { $1 })
    }
  }

  /// The digest of a text that stands at `index` in some other locale; `nil` if the locale doesn't
  /// have it, or no source for it.
  func digest(_ page: Int, _ key: TextPair.Key, near index: Int) -> UInt64? {
    areAlike ? digest(page, at: index) : digest(page, key)
  }

  /// The digest of a text in a locale.
  func digest(_ page: Int, _ key: TextPair.Key) -> UInt64? {
    let number = areAlike ? 0 : page
    guard number < places.count, let place = places[number][key] else { return nil }
    return digest(page, at: place)
  }

  private func digest(_ page: Int, at place: Int) -> UInt64? {
    pages[page].source(of: pages[page].pairs[place]).map(TextDigest.exact)
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
