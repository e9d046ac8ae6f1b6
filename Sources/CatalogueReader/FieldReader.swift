import Model
import YAML

/// Reads the pairs of one YAML mapping by key, notes what is wrong with them, and reports keys that
/// nobody asked for.
struct FieldReader {
  private let node: YAMLNode
  private let entries: [YAMLEntry]
  private var known: [String] = []
  /// What was wrong so far.
  private(set) var diagnostics: [Diagnostic] = []

  /// Starts with a node that should be a mapping.
  init(_ node: YAMLNode) {
    self.node = node
    entries = node.mapping ?? []
    if node.mapping == nil { problem("shape", "expected keys and values here") }
  }

  /// Notes an error at a node.
  mutating func problem(
    _ code: String, _ message: String, at place: YAMLNode? = nil, suggestion: String? = nil
  ) {
    diagnostics.report(
      .error, "catalogue.\(code)", at: (place ?? node).location, message,
      suggestion: suggestion)
  }

  /// Takes over what another reader noted.
  mutating func add(_ others: [Diagnostic]) { diagnostics += others }

  /// The value of a key, if it is there.
  mutating func optional(_ key: String) -> YAMLNode? {
    known.append(key)
    guard let value = entries.first(where: { $0.key == key })?.value, !value.isNull else {
      return nil
    }
    return value
  }

  /// The value of a key; its absence is an error.
  mutating func required(_ key: String) -> YAMLNode? {
    let value = optional(key)
    if value == nil { problem("missing-key", "'\(key)' is missing") }
    return value
  }

  /// The text of a key.
  mutating func text(_ key: String, isRequired: Bool = true) -> String? {
    guard let value = isRequired ? required(key) : optional(key) else { return nil }
    guard let text = value.string, !text.isBlank else {
      problem("shape", "'\(key)' must be a text", at: value)
      return nil
    }
    return text
  }

  /// The texts of a key that holds a list; none if it is absent.
  mutating func texts(_ key: String) -> [String] {
    guard let value = optional(key) else { return [] }
    return strings(of: value, named: key)
  }

  /// The texts of a list.
  mutating func strings(of value: YAMLNode, named key: String) -> [String] {
    let texts = value.sequence?.map(\.string)
    guard let texts, texts.allSatisfy({ $0?.isBlank == false }) else {
      problem("shape", "'\(key)' must be a list of texts", at: value)
      return []
    }
    return texts.compactMap { $0 }
  }

  /// The word of a key, one of an enumeration's.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, isRequired: Bool = true
  ) -> Word? {
    guard let value = isRequired ? required(key) : optional(key) else { return nil }
    return word(of: value, named: key)
  }

  /// The word at a node, one of an enumeration's.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    of value: YAMLNode, named key: String
  ) -> Word? {
    let text = value.string ?? ""
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    problem(
      "unknown-word", "'\(text)' is no word for '\(key)'", at: value,
      suggestion: Suggestion.didYouMean(text, among: words)
        ?? "use one of \(words.joined(separator: ", "))")
    return nil
  }

  /// The words of a key that holds a list; none if it is absent.
  mutating func words<Word: RawRepresentable<String> & CaseIterable>(_ key: String) -> [Word] {
    guard let value = optional(key) else { return [] }
    guard let nodes = value.sequence else {
      problem("shape", "'\(key)' must be a list", at: value)
      return []
    }
    return nodes.compactMap { word(of: $0, named: key) }
  }

  /// The flag of a key; `nil` if it is absent.
  mutating func flag(_ key: String) -> Bool? {
    guard let value = optional(key) else { return nil }
    if value.boolean == nil {
      problem("shape", "'\(key)' must be true or false", at: value)
    }
    return value.boolean
  }

  /// The positive whole number of a key; `nil` if it is absent.
  mutating func count(_ key: String) -> Int? {
    guard let value = optional(key) else { return nil }
    guard let number = value.integer, number > 0 else {
      problem("bad-number", "'\(key)' must be a whole number above 0", at: value)
      return nil
    }
    return number
  }

  /// The day of a key, `YYYY-MM-DD`; `nil` if it is absent.
  mutating func day(_ key: String, isRequired: Bool = false) -> String? {
    guard let value = isRequired ? required(key) : optional(key) else { return nil }
    guard let day = value.string.flatMap({ CivilDate($0) }) else {
      problem("bad-date", "'\(value.string ?? "")' is no day of the form 2026-08-18", at: value)
      return nil
    }
    return "\(day)"
  }

  /// Reports the keys that nobody asked for, and ends.
  mutating func finish() -> [Diagnostic] {
    for entry in entries where !known.contains(entry.key) {
      diagnostics.report(
        .error, "catalogue.unknown-key", at: entry.location, "unknown key '\(entry.key)'",
        suggestion: Suggestion.didYouMean(entry.key, among: known))
    }
    return diagnostics
  }
}
