/// Letters that were written in UTF-8 and read in Windows-1252, as `Ã©` for `é`, and letters that a
/// program without room for them replaced by `?` or U+FFFD.
///
/// Source of the table: Unicode, "cp1252 to Unicode", 2.01 (1998-04-15).
struct GarbledText {
  private let text: [UInt8]
  private let range: Range<Int>
  /// The first place whose letters could be right by themselves, and how many there are.
  private var firstDoubtful: Range<Int>?
  private var doubtfulCount = 0

  init(_ text: [UInt8], _ range: Range<Int>) { (self.text, self.range) = (text, range) }

  /// Whether letters from U+00C0 to U+00FF, by the second byte they have, begin most of what is read
  /// wrongly.
  @inline(__always)
  static func isLead(_ second: UInt8) -> Bool {
    switch second {
    case 0x82...0x85, 0x8E...0x93, 0x97...0x99, 0xA0...0xB0: true
    default: false
    }
  }

  /// The first place of letters read wrongly; `nil` if there is none.
  mutating func firstMisreading() -> Range<Int>? {
    var position = range.lowerBound
    while position < range.upperBound {
      let (value, length) = decodeScalar(text, at: position, before: range.upperBound)
      if value == 0xFFFD || value == 0xC2 && isLoneLead(position) {
        return position..<position + length
      }
      guard (0xC2...0xF4).contains(value), let misread = misreading(of: value, at: position) else {
        position += length
        continue
      }
      if misread.isCertain { return misread.range }
      if firstDoubtful == nil { firstDoubtful = misread.range }
      doubtfulCount += 1
      if doubtfulCount > 1 { return firstDoubtful }
      position = misread.range.upperBound
    }
    return nil
  }

  /// Whether an `Â` stands before a blank, as what a no-break space becomes.
  private func isLoneLead(_ position: Int) -> Bool {
    let next = position + 2
    guard next < range.upperBound, text[next] == 32 else { return false }
    guard position > range.lowerBound else { return true }
    return text[position - 1] == 32 || (97...122).contains(text[position - 1])
  }

  /// What begins with a character that stands for the first byte of a letter.
  private func misreading(of lead: UInt32, at start: Int) -> (range: Range<Int>, isCertain: Bool)? {
    let count = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
    var value = lead & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0xF : 7)
    var end = start + 2
    var last: UInt32 = 0
    for _ in 0..<count {
      guard end < range.upperBound else { return nil }
      let (scalar, length) = decodeScalar(text, at: end, before: range.upperBound)
      guard let byte = Self.byte(scalar) else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
      (last, end) = (scalar, end + length)
    }
    let isInside = isLetter(before: start) || isLetter(at: end)
    // `É…` and `Ã»` may stand at the end of a word in capitals.
    let canEndWord = Self.marks.contains(last)
    let isCertain: Bool
    switch (lead, value) {
    case (0xC2, 0xA0...0xBF):
      isCertain =
        !canEndWord || isLetter(at: end) || !isLetter(before: start)
    case (0xC3, 0xC0...0xFF): isCertain = !canEndWord || isLetter(at: end)
    case (0xC4...0xC5, 0x100...0x17F), (0xCE...0xCF, 0x380...0x3FF), (0xD0...0xD3, 0x400...0x4FF),
      (0xD7, 0x5C0...0x5FF), (0xD8...0xD9, 0x600...0x67F):
      isCertain =
        isInside && (!canEndWord || isLetter(at: end) || isOtherLetter(before: start))
    case (0xE2, 0x2000...0x22FF), (0xEF, 0xFEFF), (0xF0, 0x1F000...0x1FFFF): isCertain = true
    case (0xE0...0xEF, 0x900...0xD7FF), (0xEF, 0xFF00...0xFFEF):
      isCertain = isOtherLetter(before: start) || isOtherLetter(at: end)
    default: return nil
    }
    return (start..<end, isCertain)
  }

  /// The byte that a character is in Windows-1252, of those that go on with a letter in UTF-8.
  private static func byte(_ scalar: UInt32) -> UInt8? {
    if (0x80...0xBF).contains(scalar) { return UInt8(scalar) }
    return scalar < 0x152 ? nil : windows[scalar]
  }

  private static let windows: [UInt32: UInt8] = {
    let scalars: [UInt32] = [
      0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
      0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
      0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
    ]
    return Dictionary(
      uniqueKeysWithValues: scalars.enumerated().map { ($0.element, UInt8(0x80 + $0.offset)) })
  }()

  /// What may stand behind a word: no-break space, quotation marks, dashes, an ellipsis and signs.
  private static let marks: Set<UInt32> = [
    0xA0, 0xA9, 0xAB, 0xAE, 0xBB, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E,
    0x2022, 0x2026, 0x2039, 0x203A, 0x2122,
  ]

  private func isLetter(at position: Int) -> Bool {
    guard position < range.upperBound else { return false }
    if text[position] < 0x80 { return text[position].isLetter }
    if case .letter = ScalarKind(decodeScalar(text, at: position, before: range.upperBound).value) {
      return true
    }
    return false
  }

  /// Whether a letter that isn't Latin ends before a place.
  private func isOtherLetter(before position: Int) -> Bool {
    guard position > range.lowerBound else { return false }
    var start = position - 1
    while start > range.lowerBound, text[start] & 0xC0 == 0x80 { start -= 1 }
    return isOtherLetter(at: start)
  }

  private func isOtherLetter(at position: Int) -> Bool {
    position < range.upperBound && text[position] >= 0xCD && isLetter(at: position)
  }

  private func isLetter(before position: Int) -> Bool {
    guard position > range.lowerBound else { return false }
    var start = position - 1
    while start > range.lowerBound, text[start] & 0xC0 == 0x80 { start -= 1 }
    return isLetter(at: start)
  }

  // MARK: Question marks

  /// The first `?` that stands for letters: between two of them, or several alone.
  ///
  /// `skipped` are parts that are no text, such as addresses.
  func firstLostLetters(_ skipped: [Range<Int>]) -> Range<Int>? {
    var position = range.lowerBound
    while let found = text.position(of: UInt8(ascii: "?"), in: position..<range.upperBound) {
      var end = found
      while end < range.upperBound, text[end] == UInt8(ascii: "?") { end += 1 }
      position = end
      if skipped.contains(where: { $0.contains(found) }) { continue }
      let (isBehind, isBefore) = (isLetter(before: found), isLetter(at: end))
      let isAlone =
        !isBehind && (found == range.lowerBound || text[found - 1].isWhitespace)
        && !isBefore
      switch end - found {
      case 1: if isBehind, isBefore { return found..<end }
      case 2: if isBefore || isAlone { return found..<end }
      default: return found..<end
      }
    }
    return nil
  }
}
