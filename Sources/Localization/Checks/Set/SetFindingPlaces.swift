import Model

/// Puts the names of pages, and words of texts, into findings of the whole set.
struct SetFindingPlaces {
  /// The names of each page of the set in its locales.
  let names: [[LocaleTag: PageName]]
  /// The source texts of each page.
  let sources: [PageSources]

  /// The findings with the names of their pages, and with what they were compared with.
  func located(_ findings: [(LocaleTag, SetFinding)]) -> [TranslationFinding] {
    findings.compactMap { locale, finding in
      let place = finding.place
      guard let name = names[Int(place.page)][locale] else { return nil }
      var message = finding.message
      if let other = finding.other, let otherName = names[Int(other.page)][locale] {
        let source = source(of: place)
        if finding.check == .reused, Self.isAlike(source, self.source(of: other)) { return nil }
        message = Message(
          message.key,
          [
            "place": .code("\(Self.location(other, otherName))"),
            "text": .text(ComparedPair.text(source.prefix(200))),
          ])
      }
      return TranslationFinding(
        check: finding.check, severity: finding.check.severity, locale: locale,
        page: name.path, key: place.key, number: place.number,
        location: Self.location(place, name), message: message, subject: finding.subject,
        agreement: nil)
    }
  }

  private static func location(_ place: TextPlace, _ name: PageName) -> SourceLocation {
    SourceLocation(path: name.file, line: Int(place.line), column: Int(place.column))
  }

  private func source(of place: TextPlace) -> ArraySlice<UInt8> {
    sources[Int(place.page)][Int(place.source)]
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
