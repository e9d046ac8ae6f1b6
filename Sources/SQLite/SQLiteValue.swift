/// A value in a row.
public enum SQLiteValue: Hashable, Sendable {
  case null
  case integer(Int64)
  /// Never NaN: SQLite makes NULL of it.
  case real(Double)
  case text(String)
  /// Bytes that are no text; only their number is of interest.
  case bytes(count: Int)

  /// The value in words; empty for none.
  public var description: String {
    switch self {
    case .null: ""
    case .integer(let value): "\(value)"
    case .real(let value):
      if !value.isFinite {
        value < 0 ? "-Infinity" : "Infinity"
      } else {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
      }
    case .text(let text): text
    case .bytes(let count): "\(count) bytes"
    }
  }
}
