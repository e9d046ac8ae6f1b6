import Model

/// Puts the names of pages, and words of texts, into findings of the whole set.
///
/// Pages are read again only where a finding quotes a text.
struct SetFindingPlaces<E: Error> {
  private let load: (Int) throws(E) -> [TranslatedPage]
  private let names: [[LocaleTag: PageName]]
  private var pages: [Int: [TranslatedPage]] = [:]

  /// - Parameters:
  ///   - names: The names of each page of the set in its locales.
  ///   - load: Reads a page again.
  init(
    _ names: [[LocaleTag: PageName]], _ load: @escaping (Int) throws(E) -> [TranslatedPage]
  ) {
    (self.names, self.load) = (names, load)
  }

  /// The findings with the names of their pages, and with what they were compared with.
  mutating func located(
    _ findings: [(LocaleTag, SetFinding)]
  ) throws(E) -> [TranslationFinding] {
    var located: [TranslationFinding] = []
    for (locale, finding) in findings.sorted(by: { $0.1.place.page < $1.1.place.page }) {
      let place = finding.place
      guard let name = names[Int(place.page)][locale] else { continue }
      var message = finding.message
      if let other = finding.other, let otherName = names[Int(other.page)][locale],
        let source = try source(of: place, locale)
      {
        if finding.check == .reused,
          Self.isAlike(source, try self.source(of: other, locale) ?? [])
        {
          continue
        }
        let otherPlace = Self.location(other, otherName)
        message = Message(
          message.key,
          ["place": .code("\(otherPlace)"), "text": .text(ComparedPair.text(source.prefix(200)))])
      }
      located.append(
        TranslationFinding(
          check: finding.check, severity: finding.check.severity, locale: locale,
          page: name.path, key: place.key, number: place.number,
          location: Self.location(place, name), message: message, subject: finding.subject,
          agreement: nil))
    }
    return located
  }

  private static func location(_ place: TextPlace, _ name: PageName) -> SourceLocation {
    SourceLocation(path: name.file, line: Int(place.line), column: Int(place.column))
  }

  /// The source of a text, read from its page.
  private mutating func source(
    of place: TextPlace, _ locale: LocaleTag
  ) throws(E) -> ArraySlice<UInt8>? {
    let index = Int(place.page)
    if pages[index] == nil {
      // Few pages have findings of this kind; memory stays bounded where all have.
      if pages.count > 64 { pages.removeAll() }
      pages[index] = try load(index)
    }
    guard let page = pages[index]?.first(where: { $0.locale == locale }),
      Int(place.pair) < page.pairs.count
    else { return nil }
    return page.source(of: page.pairs[Int(place.pair)]) ?? []
  }

  /// Whether two sources say nearly the same: most words of the shorter one are in the longer one.
  private static func isAlike(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
    let words = [first, second].map { text in
      Set(
        text.split { !($0.isLetter || $0.isDigit || $0 >= 0x80) }.map { word in
          // `predict` and `prediction` are the same word.
          word.prefix(6).map { $0.isLetter ? $0 | 32 : $0 }
        })
    }
    let common = words[0].intersection(words[1]).count
    return common * 2 >= min(words[0].count, words[1].count)
  }
}

/// What a page of one locale is called.
struct PageName: Sendable {
  /// The path below the locale's folder.
  var path: String
  /// How the file is named in places.
  var file: String
}
