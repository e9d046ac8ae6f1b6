import Model

/// Reads pages again for the places of findings of the whole set.
struct SetFindingPlaces<E: Error> {
  private let load: (Int) throws(E) -> [TranslatedPage]
  private var pages: [Int: [TranslatedPage]] = [:]

  init(_ load: @escaping (Int) throws(E) -> [TranslatedPage]) { self.load = load }

  /// The findings with line and column, and with what they were compared with.
  mutating func located(
    _ findings: [(LocaleTag, SetFinding)]
  ) throws(E) -> [TranslationFinding] {
    var located: [TranslationFinding] = []
    for (locale, finding) in findings.sorted(by: { $0.1.page < $1.1.page }) {
      guard let page = try page(finding.page, locale) else { continue }
      let pair = page.pairs[finding.pair]
      var message = finding.message
      if let other = finding.other, let otherPage = try self.page(other.page, locale) {
        let otherPair = otherPage.pairs[other.pair]
        if finding.check == .reused, Self.isAlike(page, pair, otherPage, otherPair) { continue }
        let place = LineTable(otherPage.bytes).location(
          of: otherPair.target.lowerBound, path: otherPage.file)
        let text = (page.source(of: pair) ?? []).prefix(200)
        message = Message(
          message.key,
          ["place": .code("\(place)"), "text": .text(ComparedPair.text(text))])
      }
      let lines = LineTable(page.bytes)
      located.append(
        TranslationFinding(
          check: finding.check, severity: finding.check.severity, locale: locale,
          page: page.path, key: pair.key, number: PairNumbers(page)[pair.key],
          location: lines.location(
            of: finding.offset ?? pair.target.lowerBound, path: page.file),
          message: message, subject: finding.subject, agreement: nil))
    }
    return located
  }

  private mutating func page(
    _ index: Int, _ locale: LocaleTag
  ) throws(E) -> TranslatedPage? {
    if pages[index] == nil {
      // Few pages have findings of this kind; memory stays bounded where all have.
      if pages.count > 64 { pages.removeAll() }
      pages[index] = try load(index)
    }
    return pages[index]?.first { $0.locale == locale }
  }

  /// Whether two sources say nearly the same: most words of the shorter one are in the longer one.
  private static func isAlike(
    _ page: TranslatedPage, _ pair: TextPair, _ other: TranslatedPage, _ otherPair: TextPair
  ) -> Bool {
    let words = [page.source(of: pair), other.source(of: otherPair)].map { text in
      Set(
        (text ?? []).split { !($0.isLetter || $0.isDigit || $0 >= 0x80) }.map { word in
          // `predict` and `prediction` are the same word.
          word.prefix(6).map { $0.isLetter ? $0 | 32 : $0 }
        })
    }
    let common = words[0].intersection(words[1]).count
    return common * 2 >= min(words[0].count, words[1].count)
  }
}
