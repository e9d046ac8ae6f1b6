/// A source as the first translation of a page gave it: the others, which mostly have the same one,
/// needn't read it again.
struct SourceText {
  /// The bytes in which the text is.
  var bytes: [UInt8] = []
  var range = 0..<0
  /// What is in the text.
  var profile = TextProfile()
  /// The digest of its bytes, and the one that finds texts which differ in small things only.
  var exact: UInt64 = 0
  var loose: UInt64 = 0

  var text: ArraySlice<UInt8> { bytes[range] }
}

/// The digests of the sources of all texts of a page, in each of its locales.
struct SourceDigests {
  private let pages: [TranslatedPage]
  /// The digests by locale and text; `nil` where there is no source.
  private let digests: [[UInt64?]]
  /// The places of the texts; empty if all locales have them at the same places.
  private var places: [[TextPair.Key: Int]] = []

  init(_ pages: [TranslatedPage], _ digests: [[UInt64?]]) {
    (self.pages, self.digests) = (pages, digests)
    guard let first = pages.first else { return }
    let areAlike = pages.dropFirst().allSatisfy { page in
      page.pairs.count == first.pairs.count
        && page.pairs.indices.allSatisfy { page.pairs[$0].key == first.pairs[$0].key }
    }
    if !areAlike { places = pages.indices.map(placesByKey) }
  }

  /// The digest of a text that stands at a place of some locale, in another locale.
  func digest(_ page: Int, _ key: TextPair.Key, near index: Int) -> UInt64? {
    let place = places.isEmpty ? index : places[page][key]
    return place.flatMap { $0 < digests[page].count ? digests[page][$0] : nil }
  }

  /// All digests of a locale.
  func byKey(_ page: Int) -> [TextPair.Key: UInt64] {
    (places.isEmpty ? placesByKey(page) : places[page]).compactMapValues {
      $0 < digests[page].count ? digests[page][$0] : nil
    }
  }

  private func placesByKey(_ page: Int) -> [TextPair.Key: Int] {
    let pairs = pages[page].pairs
    return Dictionary(pairs.indices.map { (pairs[$0].key, $0) }, uniquingKeysWith: { $1 })
  }
}
