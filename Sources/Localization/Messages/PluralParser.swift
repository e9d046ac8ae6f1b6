/// Reads the expressions of `Plural-Forms` headers, of limited length and depth.
struct PluralParser {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  private init(_ text: String) { bytes = text.utf8.filter { !$0.isWhitespace } }

  /// The expression; `nil` if it isn't one, is longer than 1000 bytes or nests deeper than 50.
  static func parse(_ text: String) -> PluralExpression? {
    guard text.utf8.count <= 1000 else { return nil }
    var parser = PluralParser(text)
    guard let expression = parser.conditional(), parser.position == parser.bytes.count else {
      return nil
    }
    return expression
  }

  private mutating func conditional() -> PluralExpression? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 50, let condition = binary(level: 0) else { return nil }
    guard accept("?") else { return condition }
    guard let then = conditional(), accept(":"), let otherwise = conditional() else { return nil }
    return .conditional(condition, then: then, otherwise: otherwise)
  }

  /// The operators that bind alike, the weakest first.
  private static let levels: [[PluralExpression.Operator]] = [
    [.or], [.and], [.equal, .unequal], [.notAbove, .notBelow, .below, .above], [.plus, .minus],
    [.times, .over, .remainder],
  ]

  private mutating func binary(level: Int) -> PluralExpression? {
    guard level < Self.levels.count else { return unary() }
    guard var left = binary(level: level + 1) else { return nil }
    while let symbol = Self.levels[level].first(where: { accept($0.rawValue) }) {
      guard let right = binary(level: level + 1) else { return nil }
      left = .binary(symbol, left, right)
    }
    return left
  }

  private mutating func unary() -> PluralExpression? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 50 else { return nil }
    if accept("!") { return unary().map { .not($0) } }
    if accept("(") {
      guard let inner = conditional(), accept(")") else { return nil }
      return inner
    }
    if accept("n") { return .count }
    let digits = bytes[position...].prefix { $0.isDigit }
    position += digits.count
    return UInt64(String(decoding: digits, as: UTF8.self)).map { .number($0) }
  }

  private mutating func accept(_ symbol: String) -> Bool {
    guard bytes[position...].starts(with: symbol.utf8) else { return false }
    position += symbol.utf8.count
    return true
  }
}
