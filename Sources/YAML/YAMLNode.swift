public import Model

/// A value read from YAML, with its place.
///
/// Every scalar is the text that was written: `2021-29-11`, `=`, `no` and `1.0` stay as they are.
/// What a value means is decided where it is used. Tags are ignored; aliases are replaced by what
/// they stand for.
public struct YAMLNode: Hashable, Sendable {
  /// The three kinds of values.
  public enum Content: Hashable, Sendable {
    /// Text; `isPlain` says that it was written without quotes and not as a block.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Pairs in the order in which they were written, each key once.
    case mapping([YAMLEntry])
  }

  /// The value.
  public var content: Content
  /// Where it begins.
  public var location: SourceLocation

  /// Makes a value from its parts.
  public init(_ content: Content, at location: SourceLocation) {
    self.content = content
    self.location = location
  }
}

/// A pair of a mapping.
public struct YAMLEntry: Hashable, Sendable {
  /// The key as written.
  public var key: String
  /// Where the key begins.
  public var location: SourceLocation
  /// The value.
  public var value: YAMLNode

  /// Makes a pair from its parts.
  public init(key: String, at location: SourceLocation, value: YAMLNode) {
    self.key = key
    self.location = location
    self.value = value
  }
}

extension YAMLNode {
  /// The text of a scalar; `nil` for a list or a mapping.
  public var string: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The elements of a list; `nil` for anything else.
  public var sequence: [YAMLNode]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  /// The pairs of a mapping; `nil` for anything else.
  public var mapping: [YAMLEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// Whether nothing was written, or an unquoted `~` or `null`.
  public var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The value of an unquoted `true` or `false`; `nil` for anything else.
  public var boolean: Bool? {
    guard case .scalar(let text, isPlain: true) = content else { return nil }
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return nil
    }
  }

  /// The value of a decimal number without a fraction; `nil` for anything else.
  public var integer: Int? { string.flatMap { Int($0) } }

  /// The scalars of a list, or one scalar as a list of one; what isn't a scalar is left out.
  public var strings: [String] {
    if let string { return isNull ? [] : [string] }
    return sequence?.compactMap(\.string) ?? []
  }

  /// The value of a key; `nil` where there is none or this isn't a mapping.
  ///
  /// Linear in the number of pairs.
  public subscript(key: String) -> YAMLNode? { mapping?.first { $0.key == key }?.value }
}
