import Localization

/// Adobe's blocks: tabs between `>[!BEGINTABS]` and `>[!ENDTABS]`, boxes between `>[!BEGINSHADEBOX]` and
/// `>[!ENDSHADEBOX]`, parts that unfold between `+++Title` and `+++`, and badges in running text.
extension ColonDirectiveScanner {
  /// Whether a body may have such blocks or badges; cheap.
  static func mayHaveSections(_ body: [UInt8]) -> Bool {
    if body.range(of: "+++", in: 0..<body.count) != nil { return true }
    var position = 0
    while let mark = body.range(of: "[!", in: position..<body.count) {
      position = mark.upperBound
      if sectionWord(body, at: mark.lowerBound, before: body.count) != nil { return true }
    }
    return false
  }

  private enum SectionWord: String, CaseIterable {
    case begintabs, endtabs, tab, badge, beginshadebox, endshadebox
  }

  /// The keyword behind `[!`, and where it ends.
  private static func sectionWord(
    _ body: [UInt8], at bracket: Int, before limit: Int
  ) -> (word: SectionWord, end: Int)? {
    guard body.hasBytes("[!", at: bracket) else { return nil }
    var position = bracket + 2
    while position < limit, body[position].isBlank { position += 1 }
    let start = position
    while position < limit, position - start < 16, (97...122).contains(body[position] | 32) {
      position += 1
    }
    let word = String(decoding: body[start..<position], as: UTF8.self).lowercased()
    return SectionWord(rawValue: word).map { ($0, position) }
  }

  /// Takes the line that begins or ends a tab, or a part that unfolds; false for others.
  mutating func takeSection(at start: Int, in line: Range<Int>, _ number: Int) -> Bool {
    if body.hasBytes("+++", at: start) { return takeDetails(at: start, in: line, number) }
    guard let (word, end) = Self.sectionWord(body, at: start, before: line.upperBound),
      let quote = body[line.lowerBound..<start].lastIndex(of: UInt8(ascii: ">")),
      let close = body[end..<line.upperBound].lastIndex(of: UInt8(ascii: "]"))
    else { return false }
    let place = (number, start - line.lowerBound + 1)
    switch word {
    case .badge: return false
    case .begintabs: beginBlock(.tabs, quote..<line.upperBound, at: place)
    case .endtabs: endBlock(.tabs, quote..<line.upperBound, at: place)
    case .beginshadebox:
      let quotes = "\"“”".unicodeScalars
      let words = HeadingAnchor.plainText(Array(body[end..<close])).trimmedText
      let title = String(words.unicodeScalars.filter { !quotes.contains($0) })
      beginBlock(.box(title: title), quote..<line.upperBound, at: place)
    case .endshadebox: endBlock(.box, quote..<line.upperBound, at: place)
    case .tab:
      let title = HeadingAnchor.plainText(Array(body[end..<close])).trimmedText
      if !isOpen(.tabs) {
        report(
          "directive.unopened", number, place.1,
          "no '\(ColonDirective.Kind.tabs.opening)' is open here")
        edits.append(
          .init(
            range: quote..<line.upperBound, bytes: Array("**\(title)**".utf8)))
      } else {
        beginBlock(.tab(title: title), quote..<line.upperBound, at: place)
      }
    }
    return true
  }

  private mutating func takeDetails(at start: Int, in line: Range<Int>, _ number: Int) -> Bool {
    let words = body[(start + 3)..<line.upperBound]
    guard body[line.lowerBound..<start].isContainerPrefix, words.first != UInt8(ascii: "+") else {
      return false
    }
    let place = (number, start - line.lowerBound + 1)
    let title = HeadingAnchor.plainText(Array(words)).trimmedText
    if title.isEmpty {
      endBlock(.details, start..<line.upperBound, at: place)
    } else if start < lastDetailsEnd {
      beginBlock(.details(title: title), start..<line.upperBound, at: place)
    } else {
      // What nothing ends would fold the rest of the page away.
      edits.append(.init(range: start..<(start + 3), bytes: []))
      reportUnclosed(.details, number, place.1)
    }
    return true
  }

  /// Where the last line stands that ends a part that unfolds.
  static func lastDetailsEnd(_ body: [UInt8]) -> Int {
    var end = body.count
    while end > 0 {
      let start = body[..<end].lastIndex(of: 10).map { $0 + 1 } ?? 0
      let text = ColonDirectiveText.contentStart(body, start..<end)
      if body.hasBytes("+++", at: text), body[(text + 3)..<end].allSatisfy({ $0 <= 32 }) {
        return text
      }
      end = start - 1
    }
    return 0
  }

  /// Takes the badges of a line that isn't code, `[!BADGE words]{url="address"}`.
  mutating func takeBadges(_ line: Range<Int>, _ spans: CodeSpans) {
    var position = spans.start(of: line)
    while position < line.upperBound {
      var next = position + 1
      switch body[position] {
      case UInt8(ascii: "\\"): next += 1
      case UInt8(ascii: "`"): next = spans.end(at: position, body, before: line.upperBound)
      case UInt8(ascii: "["):
        guard let (word, end) = Self.sectionWord(body, at: position, before: line.upperBound),
          word == .badge,
          let close = body.position(
            of: UInt8(ascii: "]"), in: end..<min(line.upperBound, end + LabelMark.longest))
        else { break }
        let list = AttributeList(body, at: close + 1, before: line.upperBound)
        next = list?.range.upperBound ?? close + 1
        let words = HeadingAnchor.plainText(Array(body[end..<close])).trimmedText
        let address = list?["url"].map { String(decoding: $0, as: UTF8.self) }
        replace(position..<next, withBadge: words, address: address)
      default: break
      }
      position = next
    }
  }
}

extension [UInt8] {
  /// The text without blanks around it.
  fileprivate var trimmedText: String { String(decoding: self, as: UTF8.self).trimmingBlanks() }
}
