import Localization

/// Keywords of alerts that stand inside units, where they would be text.
extension DirectiveRepair {
  /// What pages with such keywords have.
  static let unitAlertMarks: [StaticString] = ["\">[!", "- [!", ". [!", "P>[!"]

  /// Gives keywords that the source of a unit begins with a line of their own, and takes away those
  /// with which translators repeat the keyword of the alert, in its lists too.
  mutating func restoreUnitAlerts() {
    var isInAlert = false
    for (number, line) in lines.enumerated() {
      let content = ColonDirectiveText.contentStart(line, 0..<line.count)
      let isQuoted = line[..<content].contains(UInt8(ascii: ">"))
      guard isText[number], isQuoted else {
        isInAlert = false
        continue
      }
      let text = Self.textStart(line, content)
      if let unit = Self.unit(in: line, at: text), let mark = Self.mark(line, in: unit.target) {
        if text == content, let keyword = Self.keyword(line, in: unit.source) {
          separate(keyword, mark, unit, on: number, content)
          isInAlert = true
          continue
        }
        if isInAlert, Self.mark(line, in: unit.source) == nil { removeRepetition(mark, on: number) }
      } else if isInAlert, text > content, let mark = Self.mark(line, in: text..<line.count),
        Self.isKeyword(line[mark])
      {
        removeRepetition(mark, on: number)
      }
      if line.hasBytes("[!", at: content) { isInAlert = true }
    }
  }

  private mutating func removeRepetition(_ mark: Range<Int>, on number: Int) {
    let line = lines[number]
    lines[number] = Array(line[..<mark.lowerBound] + line[mark.upperBound...])
    report(number, line, "write the keyword of the original alone")
  }

  private mutating func separate(
    _ keyword: String, _ mark: Range<Int>, _ unit: Unit,
    on number: Int, _ content: Int
  ) {
    let line = lines[number]
    let rest = Self.without(mark, Self.mark(line, in: unit.source), unit, line, content)
    let prefix = Array(line[..<content])
    lines[number] = prefix + "[!\(keyword)]".utf8
    if let rest {
      lines[number] += [10] + prefix + rest
      hasSeparated = true
    }
    report(number, line, "write '[!\(keyword)]' on a line of its own before the unit")
  }

  /// Where the text of a line begins behind the mark of a list or the tag of a paragraph.
  private static func textStart(_ line: [UInt8], _ content: Int) -> Int {
    let mark = line[content...].prefix { $0 > 32 && $0 != UInt8(ascii: "[") }
    if mark.prefix(3).elementsEqual("<P>".utf8) || mark.prefix(3).elementsEqual("<p>".utf8) {
      return content + 3
    }
    guard !mark.isEmpty, mark.isContainerPrefix else { return content }
    return line[mark.endIndex...].firstIndex { !$0.isBlank } ?? content
  }

  /// Whether a mark holds a word that means an alert.
  private static func isKeyword(_ mark: ArraySlice<UInt8>) -> Bool {
    isAlertWord(mark.filter { $0 >= 0x80 || (97...122).contains($0 | 32) }[...])
  }

  /// The unit that begins at a place.
  static func unit(in line: [UInt8], at start: Int) -> Unit? {
    guard line.hasBytes("<span data-ttu-id=", at: start) else { return nil }
    return Units.scan(body: line).units.first { $0.whole.lowerBound == start }
  }

  /// The keyword at the beginning of a part, its marks and the blanks behind; the bracket at its end may
  /// be a brace or be lost.
  private static func mark(_ line: [UInt8], in part: Range<Int>) -> Range<Int>? {
    guard line.hasBytes("[!", at: part.lowerBound) else { return nil }
    let word = line[(part.lowerBound + 2)..<part.upperBound].drop { $0 == 32 }
    let name = word.prefix(40).prefix { $0 >= 0x80 || (97...122).contains($0 | 32) }
    guard !name.isEmpty else { return nil }
    var rest = line[name.endIndex..<part.upperBound]
    if let first = rest.first, "]}".utf8.contains(first) { rest = rest.dropFirst() }
    return part.lowerBound..<rest.drop { $0 == 32 }.startIndex
  }

  /// The known keyword that a part begins with.
  private static func keyword(_ line: [UInt8], in part: Range<Int>) -> String? {
    guard let mark = mark(line, in: part) else { return nil }
    let name = line[mark].filter { (97...122).contains($0 | 32) }
    return Alert(rawValue: String(decoding: name, as: UTF8.self).lowercased())?.rawValue
      .uppercased()
  }

  /// The rest of a line without the marks in both halves of its unit; `nil` where nothing is left.
  private static func without(
    _ target: Range<Int>, _ source: Range<Int>?,
    _ unit: Unit, _ line: [UInt8], _ content: Int
  ) -> [UInt8]? {
    guard let source else { return nil }
    if target.upperBound == unit.target.upperBound, source.upperBound == unit.source.upperBound {
      let rest = line[unit.whole.upperBound...].trimmed
      return rest.isEmpty ? nil : Array(rest)
    }
    return Array(
      line[content..<target.lowerBound] + line[target.upperBound..<source.lowerBound]
        + line[source.upperBound...])
  }
}
