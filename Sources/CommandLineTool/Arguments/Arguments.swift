/// The words of a command line, sorted by the table: what was typed, not yet what is meant.
struct Arguments: Sendable, Equatable {
  /// The command's name.
  var command: String
  /// The operands in order.
  var operands: [String] = []
  /// The values of each option in order; of a flag, one `true` or `false`.
  var values: [String: [String]] = [:]

  /// Whether a flag was given.
  func flag(_ name: String) -> Bool { values[name]?.last == "true" }

  /// The last value of an option.
  func value(_ name: String) -> String? { values[name]?.last }

  /// All values of a list option, split at commas; `nil` if it wasn't given.
  func list(_ name: String) -> [String]? {
    values[name]?.flatMap(\.listed)
  }
}

extension String {
  /// The values of a list with commas between them, without the blanks around each.
  var listed: [String] {
    split(separator: ",").map { part in
      let text = part.drop { $0 == " " }
      return String(text.prefix(text.count - text.reversed().prefix { $0 == " " }.count))
    }
  }
}

/// A wrong call, with a word on what would be right.
struct UsageError: Error, Equatable, CustomStringConvertible {
  /// What is wrong.
  let message: String
  /// What would be right.
  let suggestion: String?

  init(_ message: String, suggestion: String? = nil) {
    self.message = message
    self.suggestion = suggestion
  }

  /// The message and the suggestion.
  var description: String { suggestion.map { "\(message); \($0)" } ?? message }
}
