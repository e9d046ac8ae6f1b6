import CSimdJSON

/// A JSON value with its place in the input.
///
/// For documents of other formats, which are read as a whole; snapshots are read from events.
package struct JSONNode: Sendable {
  /// The kinds of values.
  package indirect enum Content: Sendable {
    /// Members in the order of the input; a doubled key stands twice.
    case object([Member])
    case list([JSONNode])
    case text(String)
    /// A number as it was written.
    case number(String)
    case flag(Bool)
    case null
  }

  /// A key with its value.
  package struct Member: Sendable {
    /// The key.
    package let key: String
    /// The value.
    package let value: JSONNode

    /// A member from its parts.
    package init(_ key: String, _ value: JSONNode) {
      self.key = key
      self.value = value
    }
  }

  /// Where the value begins, in bytes from the beginning of the input.
  package let offset: Int
  /// The value.
  package let content: Content

  /// A value from its parts.
  package init(_ content: Content, at offset: Int) {
    self.content = content
    self.offset = offset
  }

  fileprivate init(_ value: JSONValue, from start: Int) {
    offset = start + value.offset
    switch value.kind {
    case .object_start, .object_end:
      var members: [Member] = []
      value.forEachMember { key, value in
        members.append(Member(key.text.string, JSONNode(value, from: start)))
      }
      content = .object(members)
    case .array_start, .array_end:
      var entries: [JSONNode] = []
      value.forEachEntry { entries.append(JSONNode($0, from: start)) }
      content = .list(entries)
    case .key, .string: content = .text(value.text.string)
    case .integer, .big_integer, .number: content = .number(value.text.string)
    case .true_value: content = .flag(true)
    case .false_value: content = .flag(false)
    case .null_value: content = .null
    }
  }
}

extension JSONNode {
  /// The members of an object; none of anything else.
  package var members: [Member] {
    if case .object(let members) = content { members } else { [] }
  }

  /// The entries of a list; `nil` of anything else.
  package var entries: [JSONNode]? {
    if case .list(let entries) = content { entries } else { nil }
  }

  /// What a text says; `nil` of anything else.
  package var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  /// A whole number; `nil` of anything else.
  package var integer: Int? {
    if case .number(let written) = content { Int(written) } else { nil }
  }

  /// True or false; `nil` of anything else.
  package var flag: Bool? {
    if case .flag(let flag) = content { flag } else { nil }
  }

  /// Whether the value is `null`.
  package var isNull: Bool {
    if case .null = content { true } else { false }
  }

  /// Whether the value is an object.
  package var isObject: Bool {
    if case .object = content { true } else { false }
  }

  /// The value of a key of an object; the first one if the key stands twice.
  package subscript(key: String) -> JSONNode? { members.first { $0.key == key }?.value }

  /// Whether an object has a key.
  package func has(_ key: String) -> Bool { members.contains { $0.key == key } }

  /// Whether another value says the same; members may stand in another order.
  package func isSame(as other: JSONNode) -> Bool {
    switch (content, other.content) {
    case (.null, .null): true
    case (.text(let left), .text(let right)): left == right
    case (.number(let left), .number(let right)):
      left == right || Double(left).map { $0 == Double(right) } ?? false
    case (.flag(let left), .flag(let right)): left == right
    case (.list(let left), .list(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
    case (.object(let left), .object(let right)):
      left.count == right.count
        && left.allSatisfy { member in
          other[member.key].map { member.value.isSame(as: $0) } ?? false
        }
    default: false
    }
  }
}

/// Parses documents into trees; one owner, one thread at a time.
package struct JSONNodeParser: ~Copyable {
  private let parser = JSONParser()

  /// A parser.
  package init() {}

  /// Why a document was refused.
  package struct Fault: Error {
    /// The stable name of the problem.
    package let code: String
    /// Where, in bytes from the beginning of the input.
    package let offset: Int
    /// What is wrong, in English.
    package let message: String
    /// What would be right.
    package let suggestion: String?
  }

  /// Parses the one document in a part of the input.
  package func parse(_ bytes: [UInt8], _ range: Range<Int>) throws(Fault) -> JSONNode {
    let result: Result<JSONNode, Fault> = bytes.withView { view in
      switch parser.parse(view[range]) {
      case .success(let value): return .success(JSONNode(value, from: range.lowerBound))
      case .failure(let fault):
        return .failure(
          Fault(
            code: fault.code, offset: range.lowerBound + fault.offset, message: fault.message,
            suggestion: fault.suggestion))
      }
    }
    return try result.get()
  }
}
