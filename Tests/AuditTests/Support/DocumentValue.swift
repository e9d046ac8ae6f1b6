import Foundation

/// A value of a JSON document, as a row of a table writes it.
enum DocumentValue: Sendable {
  /// The key isn't there.
  case absent
  case null
  case flag(Bool)
  /// A number as it stands in the document.
  case number(String)
  case text(String)
  case list([DocumentValue])
  case object([String: DocumentValue])

  /// A value from its JSON text.
  static func json(_ text: String) -> DocumentValue {
    let value = try? JSONDecoder().decode(DocumentValue.self, from: Data(text.utf8))
    return value ?? .text("no JSON: \(text)")
  }

  /// The JSON text, members in the order of their keys.
  var text: String {
    switch self {
    case .absent, .null: return "null"
    case .flag(let value): return "\(value)"
    case .number(let text): return text
    case .text(let text):
      let data = try? JSONEncoder().encode(text)
      return data.map { String(decoding: $0, as: UTF8.self) } ?? "null"
    case .list(let values):
      return "[" + values.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      let pairs = members.sorted { $0.key < $1.key }.map { #""\#($0.key)":\#($0.value.text)"# }
      return "{" + pairs.joined(separator: ",") + "}"
    }
  }

  /// The value with another one at a path such as `exports.0.state`.
  ///
  /// What lies on the way is made; the number after the last of a list appends to it.
  func with(_ value: DocumentValue, at path: ArraySlice<Substring>) -> DocumentValue {
    guard let first = path.first else { return value }
    if let position = Int(first) {
      guard case .list(var values) = self, position <= values.count else {
        return .text("no list for \(first)")
      }
      let former = position < values.count ? values.remove(at: position) : .object([:])
      let changed = former.with(value, at: path.dropFirst())
      if case .absent = changed { return .list(values) }
      values.insert(changed, at: position)
      return .list(values)
    }
    var members: [String: DocumentValue] = [:]
    if case .object(let former) = self { members = former }
    let changed = (members[String(first)] ?? .object([:])).with(value, at: path.dropFirst())
    if case .absent = changed {
      members[String(first)] = nil
    } else {
      members[String(first)] = changed
    }
    return .object(members)
  }
}

extension DocumentValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByFloatLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .number("\(value)") }
  init(floatLiteral value: Double) { self = .number("\(value)") }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(nilLiteral: ()) { self = .null }
}

extension DocumentValue: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else if let value = try? container.decode(Int.self) {
      self = .number("\(value)")
    } else if let value = try? container.decode(Double.self) {
      self = .number("\(value)")
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let values = try? container.decode([DocumentValue].self) {
      self = .list(values)
    } else {
      self = .object(try container.decode([String: DocumentValue].self))
    }
  }
}

extension DocumentValue {
  /// An id in the usual form.
  static let guid: DocumentValue = .text(RuleTable.guid)
  /// The same id in capitals.
  static let capitalGUID: DocumentValue = "C0C0C0C0-0000-4000-8000-00000000000A"
  /// The same id in braces and capitals.
  static let bracedGUID: DocumentValue = "{C0C0C0C0-0000-4000-8000-00000000000A}"
}
