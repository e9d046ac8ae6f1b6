/// An expression of a `Plural-Forms` header: the operators of C on unsigned numbers.
indirect enum PluralExpression: Hashable, Sendable {
  case count
  case number(UInt64)
  case not(PluralExpression)
  case binary(Operator, PluralExpression, PluralExpression)
  case conditional(PluralExpression, then: PluralExpression, otherwise: PluralExpression)

  enum Operator: String, Sendable {
    case or = "||"
    case and = "&&"
    case equal = "=="
    case unequal = "!="
    case notAbove = "<="
    case notBelow = ">="
    case below = "<"
    case above = ">"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case remainder = "%"
  }

  /// The value for a count.
  ///
  /// Truth is 1; numbers wrap around; a division by zero is 0.
  func value(for count: UInt64) -> UInt64 {
    switch self {
    case .count: return count
    case .number(let number): return number
    case .not(let inner): return inner.value(for: count) == 0 ? 1 : 0
    case .conditional(let condition, let then, let otherwise):
      return (condition.value(for: count) != 0 ? then : otherwise).value(for: count)
    case .binary(let symbol, let left, let right):
      return Self.apply(symbol, left.value(for: count), right.value(for: count))
    }
  }

  private static func apply(_ symbol: Operator, _ left: UInt64, _ right: UInt64) -> UInt64 {
    switch symbol {
    case .or: left != 0 || right != 0 ? 1 : 0
    case .and: left != 0 && right != 0 ? 1 : 0
    case .equal: left == right ? 1 : 0
    case .unequal: left != right ? 1 : 0
    case .notAbove: left <= right ? 1 : 0
    case .notBelow: left >= right ? 1 : 0
    case .below: left < right ? 1 : 0
    case .above: left > right ? 1 : 0
    case .plus: left &+ right
    case .minus: left &- right
    case .times: left &* right
    case .over: right == 0 ? 0 : left / right
    case .remainder: right == 0 ? 0 : left % right
    }
  }
}
