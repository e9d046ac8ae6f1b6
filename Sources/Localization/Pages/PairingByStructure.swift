import Model

/// That a page's texts were paired with those of its source by the structure of both.
struct PairingByStructure: Sendable {
  /// The language of the page.
  var locale: LocaleTag
  /// The page.
  var file: String
  /// How many of its blocks have no counterpart.
  var unpaired: Int

  /// How many pages of a locale are named one by one.
  private static let namedCount = 5

  /// What to say of the page.
  var notice: Diagnostic {
    notice("the page has no units; its blocks were compared with those of the source", unpaired)
  }

  /// What to say of many pages: of each, or of all of a locale where that would be the same again and
  /// again.
  static func notices(of pairings: [PairingByStructure]) -> [Diagnostic] {
    let byLocale = Dictionary(grouping: pairings, by: \.locale)
    return byLocale.sorted { $0.key < $1.key }.flatMap { locale, pages in
      guard pages.count > namedCount, let first = pages.first else { return pages.map(\.notice) }
      return [
        first.notice(
          "this page and \(pages.count - 1) more of '\(locale)' have no units; their blocks were "
            + "compared with those of the source", pages.reduce(0) { $0 + $1.unpaired })
      ]
    }
  }

  private func notice(_ message: String, _ unpaired: Int) -> Diagnostic {
    let rest = unpaired == 0 ? "" : "; \(unpaired) of them have no counterpart"
    return Diagnostic(
      .note, "translation.by-structure", at: SourceLocation(path: file), message + rest,
      suggestion: "'vouch localize' writes units")
  }
}
