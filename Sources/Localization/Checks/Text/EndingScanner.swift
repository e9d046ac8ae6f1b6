/// Finds the mark at the end of a text behind closing quotation marks, brackets and markup.
struct EndingScanner {
  private let text: [UInt8]
  private let start: Int
  private var position: Int
  private var tokens: ArraySlice<TextToken>

  init(_ scanner: TextScanner) {
    text = scanner.text
    (start, position) = (scanner.start, scanner.end)
    tokens = scanner.profile.tokens[...]
  }

  /// The mark, whatever script it is of.
  mutating func ending() -> TextProfile.Ending {
    while position > start {
      let byte = text[position - 1]
      switch byte {
      case UInt8(ascii: "."):
        let isEllipsis = position - 3 >= start && text.hasBytes("...", at: position - 3)
        return isEllipsis ? .ellipsis : .period
      case UInt8(ascii: ":"): return .colon
      case UInt8(ascii: "?"): return .question
      case UInt8(ascii: "!"): return .exclamation
      case UInt8(ascii: ";"): return isEntity() ? .none : .semicolon
      case UInt8(ascii: ","): return .comma
      case UInt8(ascii: "*"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "_"), 9...13, 32:
        position -= 1
      case UInt8(ascii: ")"): leaveBracket()
      case UInt8(ascii: ">"):
        guard let tag = last(.tag), Int(tag.end) == position else { return .none }
        position = Int(tag.start)
      case 0x80...:
        if let ending = beyondASCII() { return ending }
      default: return .none
      }
    }
    return .none
  }

  private func last(_ kind: TextToken.Kind) -> TextToken? {
    tokens.last { $0.kind == kind && Int($0.end) <= position }
  }

  private func isEntity() -> Bool { last(.entity).map { Int($0.end) == position } ?? false }

  /// Goes before a bracket; of a link, before its address.
  private mutating func leaveBracket() {
    position -= 1
    let address = tokens.last { $0.kind == .link || $0.kind == .image }
    if let address, Int(address.end) <= position, Int(address.start) > start + 1,
      text[Int(address.end)..<position].allSatisfy({ $0 != UInt8(ascii: "(") }),
      text.hasBytes("](", at: Int(address.start) - 2)
    {
      let isWhole = position == Int(address.end) || text[Int(address.end)] == 32
      if isWhole { position = Int(address.start) - 2 }
    }
  }

  /// The ending that a character of another script is; `nil` if it is passed over.
  private mutating func beyondASCII() -> TextProfile.Ending? {
    var first = position - 1
    while first > start, text[first] & 0xC0 == 0x80 { first -= 1 }
    let (value, _) = decodeScalar(text, at: first, before: position)
    switch value {
    case 0x3002, 0x6D4, 0x964, 0xFF0E, 0xFF61, 0x589, 0x1362, 0x17D4, 0x104B: return .period
    case 0x37E: return .question
    case 0x2026: return .ellipsis
    case 0xFF1A: return .colon
    case 0x61F, 0xFF1F: return .question
    case 0xFF01: return .exclamation
    case 0x61B, 0xFF1B: return .semicolon
    case 0x60C, 0x3001, 0xFF0C: return .comma
    default:
      switch ScalarKind(value) {
      case .letter, .mark, .digit, .other: return TextProfile.Ending.none
      default: position = first
      }
      return nil
    }
  }
}
