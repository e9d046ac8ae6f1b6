/// A mark of Adobe's documentation around words in running text: `[!UICONTROL words]` around what an
/// interface shows, `[!DNL words]` around what stays as it is in every language.
package struct LabelMark {
  /// What the words are.
  package enum Kind: CaseIterable, Sendable {
    /// A label of an interface.
    case label
    /// A name that isn't translated.
    case name

    fileprivate var keyword: StaticString { self == .label ? "uicontrol" : "dnl" }
  }

  /// What the words are.
  package let kind: Kind
  /// From the bracket to the words.
  package let opening: Range<Int>
  /// The bracket behind the words; `nil` where none is.
  package let closing: Range<Int>?

  /// How far a mark reaches at most, in bytes: labels are short.
  package static let longest = 300

  /// Reads the mark that begins at a place; `nil` where none does.
  ///
  /// Keywords are read in any case, with the blanks, exclamation marks and brackets that machine
  /// translation leaves.
  package init?(_ text: [UInt8], at start: Int, before end: Int) {
    var position = start + Self.openingLength(text, at: start)
    guard position > start else { return nil }
    if text.hasBytes("!", at: position) {
      position += 1
    } else if text.hasBytes("！", at: position) {
      position += 3
    } else {
      return nil
    }
    while position < end, text[position].isBlank { position += 1 }
    guard
      let kind = Kind.allCases.first(where: { Self.begins($0.keyword, text, at: position) })
    else { return nil }
    position += kind.keyword.utf8CodeUnitCount
    guard position < end, !text[position].isIdentifier else { return nil }
    if text[position] == UInt8(ascii: ":") { position += 1 }
    if text.hasBytes("：", at: position) { position += 3 }
    while position < end, text[position].isBlank { position += 1 }
    self.kind = kind
    opening = start..<position
    closing = Self.closing(text, from: position, to: min(end, position + Self.longest))
  }

  private static func begins(_ keyword: StaticString, _ text: [UInt8], at start: Int) -> Bool {
    keyword.withUTF8Buffer { keyword in
      text.count - start >= keyword.count
        && zip(text[start...], keyword).allSatisfy { $0 | 32 == $1 }
    }
  }

  private static func openingLength(_ text: [UInt8], at position: Int) -> Int {
    if text.hasBytes("[", at: position) { return 1 }
    return text.hasBytes("［", at: position) || text.hasBytes("【", at: position) ? 3 : 0
  }

  private static func closingLength(_ text: [UInt8], at position: Int) -> Int {
    if text.hasBytes("]", at: position) { return 1 }
    return text.hasBytes("］", at: position) || text.hasBytes("】", at: position) ? 3 : 0
  }

  /// The bracket that ends what began before a place; others may stand inside.
  private static func closing(_ text: [UInt8], from start: Int, to end: Int) -> Range<Int>? {
    var (position, depth) = (start, 0)
    while position < end {
      if text[position] == UInt8(ascii: "\\") {
        position += 2
        continue
      }
      let length = closingLength(text, at: position)
      if length > 0 {
        if depth == 0 { return position..<(position + length) }
        depth -= 1
      }
      depth += openingLength(text, at: position) > 0 ? 1 : 0
      position += max(1, length)
    }
    return nil
  }

  /// Whether a text may have marks; cheap.
  package static func mayOccur(in text: [UInt8]) -> Bool {
    var position = 0
    while let mark = text.position(of: UInt8(ascii: "!"), in: position..<text.count) {
      position = mark + 1
      for length in [1, 3] where mark >= length {
        if LabelMark(text, at: mark - length, before: text.count) != nil { return true }
      }
    }
    position = 0
    while let mark = text.range(of: "！", in: position..<text.count) {
      position = mark.upperBound
      for length in [1, 3] where mark.lowerBound >= length {
        if LabelMark(text, at: mark.lowerBound - length, before: text.count) != nil { return true }
      }
    }
    return false
  }

  /// A text that shows its marks, such as a title, without them.
  package static func removed(from text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "!") || $0 == 0xEF }) else { return text }
    let bytes = Array(text.utf8)
    guard mayOccur(in: bytes) else { return text }
    return String(decoding: removed(from: bytes), as: UTF8.self)
  }

  /// Bytes that show their marks without them.
  package static func removed(from text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var closings: Set<Int> = []
    var position = 0
    while position < text.count {
      if let mark = LabelMark(text, at: position, before: text.count) {
        if let closing = mark.closing { closings.insert(closing.lowerBound) }
        position = mark.opening.upperBound
      } else if closings.contains(position) {
        position += closingLength(text, at: position)
      } else {
        output.append(text[position])
        position += 1
      }
    }
    return output
  }
}
