/// A text in pieces: words, and the markup among them as codes that translators move but don't
/// change.
///
/// The pieces put together are the text again, byte for byte.
public struct InlineText: Hashable, Sendable {
  /// A piece.
  public enum Piece: Hashable, Sendable {
    /// Words.
    case text([UInt8])
    /// The beginning of a pair, by its place among ``InlineText/codes``.
    case begin(Int)
    /// The end of a pair.
    case end(Int)
    /// A code that stands alone.
    case alone(Int)
  }

  /// What a code is.
  public enum Kind: String, Hashable, Sendable {
    case bold, italic, link, image, code, tag, entity, placeholder
  }

  /// A piece of markup.
  public struct Code: Hashable, Sendable {
    /// What it is.
    public var kind: Kind
    /// The bytes; of a pair, those that begin it.
    public var start: [UInt8]
    /// The bytes that end a pair; empty for a code that stands alone.
    public var end: [UInt8] = []
    /// The number that the same code has in source and translation, from 1.
    public var id = 0

    /// Whether two codes are the same, wherever they stand.
    func isSame(as other: Code) -> Bool {
      kind == other.kind && start == other.start && end == other.end
    }
  }

  /// The pieces in their order.
  public internal(set) var pieces: [Piece] = []
  /// The codes in the order in which they begin.
  public internal(set) var codes: [Code] = []

  /// Takes a piece of Markdown apart.
  public init(_ text: ArraySlice<UInt8>) {
    var parser = InlineParser(Array(text))
    parser.parse(0..<text.count)
    (pieces, codes) = (parser.pieces, parser.codes)
    for index in codes.indices { codes[index].id = index + 1 }
  }

  /// The text.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let text): bytes += text
      case .begin(let code), .alone(let code): bytes += codes[code].start
      case .end(let code): bytes += codes[code].end
      }
    }
    return bytes
  }

  /// Gives each code the number of the same code in the source: languages change their order, so
  /// what a code is counts, and only among equal ones the order.
  public func numbered(like source: InlineText) -> InlineText {
    var result = self
    var left = source.codes
    var next = source.codes.count + 1
    for index in result.codes.indices {
      if let found = left.firstIndex(where: { $0.isSame(as: result.codes[index]) }) {
        result.codes[index].id = left.remove(at: found).id
      } else {
        result.codes[index].id = next
        next += 1
      }
    }
    return result
  }
}

/// Finds the codes of a text.
private struct InlineParser {
  let text: [UInt8]
  var pieces: [InlineText.Piece] = []
  var codes: [InlineText.Code] = []
  private var depth = 0

  init(_ text: [UInt8]) { self.text = text }

  mutating func parse(_ range: Range<Int>) {
    // Deeper markup stays text: nobody nests so deeply, and hostile pages must not.
    guard depth < 16 else { return add(range) }
    depth += 1
    defer { depth -= 1 }
    var position = range.lowerBound
    var plain = position
    while position < range.upperBound {
      if text[position] == UInt8(ascii: "\\") {
        position = min(position + 2, range.upperBound)
      } else if let pair = pair(at: position, range.upperBound) {
        add(plain..<position)
        addPair(pair, position)
        (position, plain) = (pair.end, pair.end)
      } else if let (kind, end) = alone(at: position, range.upperBound) {
        add(plain..<position)
        codes.append(InlineText.Code(kind: kind, start: Array(text[position..<end])))
        pieces.append(.alone(codes.count - 1))
        (position, plain) = (end, end)
      } else {
        position += 1
      }
    }
    add(plain..<range.upperBound)
  }

  private mutating func add(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if case .text(let before)? = pieces.last {
      pieces[pieces.count - 1] = .text(before + text[range])
    } else {
      pieces.append(.text(Array(text[range])))
    }
  }

  private struct Pair {
    var kind: InlineText.Kind
    var inner: Range<Int>
    var end: Int
  }

  private mutating func addPair(_ pair: Pair, _ start: Int) {
    codes.append(
      InlineText.Code(
        kind: pair.kind, start: Array(text[start..<pair.inner.lowerBound]),
        end: Array(text[pair.inner.upperBound..<pair.end])))
    let code = codes.count - 1
    pieces.append(.begin(code))
    parse(pair.inner)
    pieces.append(.end(code))
  }

  private func pair(at position: Int, _ end: Int) -> Pair? {
    switch text[position] {
    case UInt8(ascii: "*"):
      let length = text[position..<end].prefix { $0 == UInt8(ascii: "*") }.count
      guard length <= 2, let close = closing(length, from: position + length, end) else {
        return nil
      }
      return Pair(
        kind: length == 2 ? .bold : .italic, inner: position + length..<close, end: close + length)
    case UInt8(ascii: "["): return link(position + 1, .link, end)
    case UInt8(ascii: "!"):
      guard position + 1 < end, text[position + 1] == UInt8(ascii: "[") else { return nil }
      return link(position + 2, .image, end)
    default: return nil
    }
  }

  /// Where a run of exactly `length` asterisks is that closes one.
  private func closing(_ length: Int, from start: Int, _ end: Int) -> Int? {
    var position = start
    guard position < end, !text[position].isWhitespace else { return nil }
    while position < end {
      switch text[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "`"): position = InlineCode.end(text, at: position, before: end)
      case UInt8(ascii: "["):
        position = link(position + 1, .link, end)?.end ?? position + 1
      case UInt8(ascii: "*"):
        let run = text[position..<end].prefix { $0 == UInt8(ascii: "*") }.count
        if run == length { return text[position - 1].isWhitespace ? nil : position }
        position += run
      default: position += 1
      }
    }
    return nil
  }

  private func link(_ inner: Int, _ kind: InlineText.Kind, _ end: Int) -> Pair? {
    var depth = 1
    var position = inner
    while position < end, position - inner < 4000 {
      switch text[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "`"): position = InlineCode.end(text, at: position, before: end) - 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      default: break
      }
      if depth == 0 { break }
      position += 1
    }
    guard depth == 0, position + 1 < end, text[position + 1] == UInt8(ascii: "(") else {
      return nil
    }
    var round = 0
    for close in position + 1..<end {
      if text[close] == UInt8(ascii: "(") { round += 1 }
      if text[close] == UInt8(ascii: ")") { round -= 1 }
      if round == 0 { return Pair(kind: kind, inner: inner..<position, end: close + 1) }
    }
    return nil
  }

  private func alone(at position: Int, _ end: Int) -> (InlineText.Kind, Int)? {
    switch text[position] {
    case UInt8(ascii: "`"):
      let close = InlineCode.end(text, at: position, before: end)
      let ticks = text[position..<end].prefix { $0 == UInt8(ascii: "`") }.count
      return close > position + ticks ? (.code, close) : nil
    case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "{"), UInt8(ascii: "%"),
      UInt8(ascii: "$"):
      var profile = TextProfile()
      TextScanner.scan(text, position..<min(end, position + 1000), into: &profile)
      guard let token = profile.tokens.first(where: { Int($0.start) == position }) else {
        return nil
      }
      switch token.kind {
      case .tag: return (.tag, Int(token.end))
      case .entity: return (.entity, Int(token.end))
      case .placeholder: return (.placeholder, Int(token.end))
      default: return nil
      }
    default: return nil
    }
  }
}
