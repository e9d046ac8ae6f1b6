import Localization
import Model

/// Words that machine translation took for keywords of alerts, as in `[! Nota] se …` for "Note that …".
extension DirectiveRepair {
  /// Makes strong words of keywords in running text, where the source of the unit, or that of the page
  /// without units, has none there.
  ///
  /// What a line of a quotation begins with makes its box. Where no source is known, so may what another
  /// line begins with.
  mutating func restoreAlertWords(in text: [UInt8], source: [UInt8]?) {
    let first = text[..<FrontMatterBounds(text).bodyStart].lineEndCount
    var hasLooseAlerts: Bool?
    for number in lines.indices where number >= first && isText[number] {
      guard let found = Self.spacedWords(in: lines[number]) else { continue }
      let line = lines[number]
      let units = MarkupRepair.units(of: line)
      for (mark, word) in found.reversed() {
        let isIntended: Bool
        let unit = units.first {
          $0.start < mark.lowerBound && mark.upperBound < $0.source.lowerBound
        }
        if let unit {
          isIntended = line.range(of: "[!", in: unit.source) != nil
        } else {
          hasLooseAlerts = hasLooseAlerts ?? source.map { Self.hasLooseAlerts($0) }
          isIntended = hasLooseAlerts ?? line[..<mark.lowerBound].isContainerPrefix
        }
        if isIntended { continue }
        let strong = Array("**".utf8) + line[word] + Array("**".utf8)
        lines[number].replaceSubrange(mark, with: strong)
        diagnostics.report(
          .warning, "directive.damaged",
          at: SourceLocation(path: path, line: number + 1, column: mark.lowerBound + 1),
          "a word was taken for the keyword of an alert in translation",
          suggestion: "write it without '[!' and ']'")
      }
    }
  }

  /// `[! WORD]` outside of code and sources of units, and not at the beginning of a quotation's line,
  /// with a word that means an alert; `nil` for none.
  private static func spacedWords(in line: [UInt8]) -> [(mark: Range<Int>, word: Range<Int>)]? {
    guard line.range(of: "[! ", in: 0..<line.count) != nil else { return nil }
    let content = ColonDirectiveText.contentStart(line, 0..<line.count)
    let isQuoted = line[..<content].contains(UInt8(ascii: ">"))
    var found: [(mark: Range<Int>, word: Range<Int>)] = []
    var position = isQuoted && line.hasBytes("[!", at: content) ? content + 2 : content
    while position < line.count {
      switch line[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "`"): position = InlineCode.end(line, at: position, before: line.count)
      case UInt8(ascii: "<"):
        position = MarkupRepair.endOfSource(line, at: position) ?? position + 1
      case UInt8(ascii: "[") where line.hasBytes("[! ", at: position):
        let rest = line[(position + 3)...].prefix(60)
        let word = rest.prefix { $0 != UInt8(ascii: "]") }.drop { $0 == 32 }.trimmed
        let end = rest.firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 }
        if let end, isAlertWord(word), !line.hasBytes("(", at: end), !line.hasBytes("[", at: end),
          !isInCell(line, position)
        {
          found.append((position..<end, word.startIndex..<word.endIndex))
        }
        position += 1
      default: position += 1
      }
    }
    return found.isEmpty ? nil : found
  }

  /// Whether the mark of a quotation stands right before a place, as before alerts in cells of tables.
  private static func isInCell(_ line: [UInt8], _ place: Int) -> Bool {
    let last = line[..<place].lastIndex { $0 != 32 }
    return last.map { line[$0] == UInt8(ascii: ">") && $0 + 1 < place } ?? false
  }

  static func isAlertWord(_ word: ArraySlice<UInt8>) -> Bool {
    let word = String(decoding: word, as: UTF8.self)
    return Alert(rawValue: word.lowercased()) != nil || AlertWords.alert(word) != nil
  }

  /// Whether a page has alerts without quotations around them.
  private static func hasLooseAlerts(_ text: [UInt8]) -> Bool {
    var position = 0
    while let mark = text.range(of: "[!", in: position..<text.count) {
      position = mark.upperBound
      let word = text[position...].prefix(40).drop { $0 == 32 }.prefix {
        (97...122).contains($0 | 32)
      }
      guard isAlertWord(word) else { continue }
      let near = text[..<mark.lowerBound].suffix(100)
      let start = near.lastIndex(of: 10).map { $0 + 1 } ?? near.startIndex
      if !near[start...].contains(UInt8(ascii: ">")) { return true }
    }
    return false
  }
}
