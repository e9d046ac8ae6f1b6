import Model

/// Character references of the source must be there, as references or as the characters.
struct EntityCheck: PairCheck {
  static let check = TranslationCheck.entity
  static let concerns: TextProfile.Features = .ampersand

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    if pair.source.has(.entity) {
      let (missing, _) = pair.difference(.entity)
      for token in missing {
        let text = pair.sourceText(token)
        if let character = character(text) {
          let isThere =
            character == "&"
            ? hasLoneAmpersand(pair)
            : ComparedPair.text(pair.targetBytes[pair.targetRange]).contains(character)
          if isThere { continue }
        }
        report.add("missing", ["expected": .code(text)], subject: text)
      }
    }
    if let twice = doubled(pair) {
      let text = ComparedPair.text(pair.targetBytes[twice])
      report.add("broken", ["found": .code(text)], at: twice.lowerBound)
    } else if let broken = broken(pair.targetBytes, pair.targetRange) ?? headless(pair) {
      let text = ComparedPair.text(pair.targetBytes[broken])
      report.add("broken", ["found": .code(text)], at: broken.lowerBound)
    }
  }

  /// Where a reference stands twice in a row that the source has by itself.
  private static func doubled(_ pair: borrowing ComparedPair) -> Range<Int>? {
    func first(_ profile: TextProfile, _ text: [UInt8]) -> Range<Int>? {
      let all = profile.all(.entity)
      return zip(all, all.dropFirst()).first { one, two in
        one.end == two.start && text[one.range] == text[two.range]
      }.map { one, two in one.range.lowerBound..<two.range.upperBound }
    }
    guard let twice = first(pair.target, pair.targetBytes),
      first(pair.source, pair.sourceBytes) == nil
    else { return nil }
    return twice
  }

  /// Whether the translation has a `&` that begins no reference.
  private static func hasLoneAmpersand(_ pair: borrowing ComparedPair) -> Bool {
    let starts = pair.target.all(.entity).map { Int($0.start) }
    var position = pair.targetRange.lowerBound
    let end = pair.targetRange.upperBound
    while let found = pair.targetBytes.position(of: UInt8(ascii: "&"), in: position..<end) {
      let isBroken = pair.targetBytes.hasBytes("&amp", at: found)
      if !isBroken, !starts.contains(found) { return true }
      position = found + 1
    }
    return false
  }

  private static func character(_ entity: String) -> String? {
    if let known = characters[entity] { return known }
    guard entity.hasPrefix("&#") else { return nil }
    let digits = entity.dropFirst(2).dropLast()
    let value =
      digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { String($0) }
  }

  private static let characters = [
    "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&nbsp;": "\u{A0}", "&reg;": "®",
    "&copy;": "©", "&trade;": "™", "&hellip;": "…", "&ndash;": "–", "&mdash;": "—",
    "&apos;": "'", "&times;": "×", "&rarr;": "→", "&eacute;": "é", "&laquo;": "«", "&raquo;": "»",
  ]

  /// A known reference that lost its semicolon or was torn apart.
  private static func broken(_ text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var position = range.lowerBound
    while let found = text.position(of: UInt8(ascii: "&"), in: position..<range.upperBound) {
      position = found + 1
      var next = position
      while next < range.upperBound, text[next] == 32 { next += 1 }
      let name = text[next..<range.upperBound].prefix { $0.isLetter || $0.isDigit || $0 == 35 }
      var end = next + name.count
      let isNumber = name.first == 35 && name.count > 1
      guard isNumber || names.contains(ComparedPair.text(name)) else { continue }
      let isTight = next == position && end < range.upperBound && text[end] == UInt8(ascii: ";")
      // `R & lt` without a semicolon at all is text.
      let isTorn = next > position || end < range.upperBound && text[end] == 32
      while end < range.upperBound, text[end] == 32 { end += 1 }
      let hasSemicolon = end < range.upperBound && text[end] == UInt8(ascii: ";")
      if isTight || (isTorn && next > position && !hasSemicolon) { continue }
      return found..<end
    }
    return nil
  }

  /// A reference that lost its `&`: `quot;`, with a name that is no word of a language.
  private static func headless(_ pair: borrowing ComparedPair) -> Range<Int>? {
    let (text, range) = (pair.targetBytes, pair.targetRange)
    var position = range.lowerBound
    while let found = text.position(of: UInt8(ascii: ";"), in: position..<range.upperBound) {
      position = found + 1
      var start = found
      while start > range.lowerBound, text[start - 1].isLetter, found - start < 8 { start -= 1 }
      let isAlone =
        start == range.lowerBound || text[start - 1] != UInt8(ascii: "&") && text[start - 1] < 0x80
      guard isAlone, unmistakable.contains(ComparedPair.text(text[start..<found])) else { continue }
      // `&amp;nbsp;` speaks of the reference itself, where the source does too.
      let isEscaped = start - range.lowerBound >= 5 && text.hasBytes("&amp;", at: start - 5)
      if isEscaped,
        pair.sourceBytes[pair.sourceRange].firstRange(of: text[(start - 5)..<position]) != nil
      {
        continue
      }
      return start..<position
    }
    return nil
  }

  private static let unmistakable: Set<String> = [
    "amp", "quot", "nbsp", "apos", "hellip", "ndash", "mdash", "laquo", "raquo", "rarr",
  ]

  private static let names: Set<String> = [
    "amp", "lt", "gt", "quot", "nbsp", "reg", "copy", "trade", "hellip", "ndash", "mdash", "apos",
    "times", "rarr", "laquo", "raquo",
  ]
}
