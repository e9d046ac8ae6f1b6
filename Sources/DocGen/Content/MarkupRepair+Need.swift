import Localization

extension MarkupRepair {
  /// What pages with damaged references by ids, references of characters and backslashes have; each kind
  /// begins with bytes of its own, so that few other pages are looked through for them.
  static let damagedIDs: [StaticString] = ["xref：", "xref: ", "Xref:", "XRef:", "XREF:"]
  static let damagedCode: [StaticString] = ["] （"]
  static let damagedCharacters: [StaticString] = ["& #", "&# ", "&AMP;"]
  static let damagedEscapes: [StaticString] = [
    "\\（", "\\）", "\\ (", "\\ )", "\\ [", "\\ ]", "\\ &", "\\ >",
  ]
  private static let damaged = damagedIDs + damagedCode + damagedCharacters + damagedEscapes

  /// Whether a page may need it but for what `damaged` says; cheap, and true too often rather than too
  /// seldom.
  static func mayBeNeeded(_ text: [UInt8]) -> Bool {
    if hasLoneAsterisks(text) || mayHaveBrokenAddress(text) || mayHaveEarlyBracket(text) {
      return true
    }
    return text.withUnsafeBufferPointer { text in
      guard text.count > 2 else { return false }
      var found: UInt8 = 0
      for index in 0..<(text.count - 2) {
        let (first, second, third) = (text[index], text[index + 1], text[index + 2])
        let isWide: UInt8 = first == 0x5D && second == 0xEF ? 1 : 0
        let isLink: UInt8 = first == 0x5D && second == 32 && third == 0x28 ? 1 : 0
        let isLabel: UInt8 =
          first == 0x5D && (second == 32 && third == 0x5B || second == 0x5B && third == 32) ? 1 : 0
        // A blank, or the end of a full-width mark, before the bracket of an image.
        let isSpaced = first == 0x21 && second == 32 && third == 0x5B
        let isFullWidth = first == 0xBC && second == 0x81 && (third == 0x5B || third == 32)
        let isImage: UInt8 = isSpaced || isFullWidth ? 1 : 0
        let isTag: UInt8 = first == 0x3C && second == 32 ? 1 : 0
        let isReference: UInt8 = first == 0x26 && second == 32 && third > 0x60 ? 1 : 0
        let isEscaped: UInt8 = first == 0x5C && second == 0x3C && third | 32 == 0x78 ? 1 : 0
        let isEmptyStrong: UInt8 = first == 0x5C && second == 0x2A && third == 0x5C ? 1 : 0
        found |=
          isWide | isLink | isLabel | isImage | isTag | isReference | isEscaped | isEmptyStrong
      }
      return found != 0
    }
  }

  /// Whether a line may need it.
  static func isNeeded(_ line: [UInt8]) -> Bool {
    mayBeNeeded(line)
      || damaged.contains { line.range(of: $0, in: 0..<line.count) != nil }
  }

  /// Whether `**` stands between blanks, between a blank and what ends a word, or between punctuation
  /// and a letter; or whether a line has one more or less than it should.
  private static func hasLoneAsterisks(_ text: [UInt8]) -> Bool {
    var (position, count, lineEnd) = (0, 0, 0)
    while let mark = text.range(of: "**", in: position..<text.count) {
      position = mark.upperBound
      if mark.lowerBound >= lineEnd {
        if count % 2 == 1 { return true }
        lineEnd = text.position(of: 10, in: mark.upperBound..<text.count) ?? text.count
        count = 0
      }
      let isOpening = count % 2 == 0
      count += 1
      let next = position < text.count ? text[position] : 10
      if text.hasBytes("****", at: mark.lowerBound), mark.lowerBound > 0,
        text[mark.lowerBound - 1] <= 32 || text[mark.lowerBound - 1] == UInt8(ascii: "]")
      {
        return true
      }
      if mayBeUnflanked(text, mark.lowerBound, isOpening: isOpening),
        isUnflanked(text, mark.lowerBound, isOpening: isOpening)
      {
        return true
      }
      if mark.lowerBound == 0 || text[mark.lowerBound - 1] <= 32,
        next <= 32 || ".,;:!?)]|".utf8.contains(next)
          || endings.contains(where: { text.hasBytes($0, at: position) })
      {
        return true
      }
    }
    return count % 2 == 1
  }

  /// Whether bytes that may be punctuation and a letter stand beside `**`; cheap.
  private static func mayBeUnflanked(_ text: [UInt8], _ mark: Int, isOpening: Bool) -> Bool {
    guard mark > 0, mark + 2 < text.count else { return false }
    let (before, behind) = (text[mark - 1], text[mark + 2])
    let (inner, outer) = isOpening ? (behind, before) : (before, behind)
    return !(inner.isLetter || inner.isDigit)
      && (outer.isLetter || outer.isDigit || outer >= 0x80)
  }

  /// What ends words besides the marks of ASCII.
  static let endings: [StaticString] = [
    "\u{A0}", "،", "؛", "؟", "。", "、", "，", "：", "；", "！", "？", "）",
  ]
}
