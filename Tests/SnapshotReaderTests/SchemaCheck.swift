import Foundation

/// A JSON document to look into.
struct JSONDocument {
  let value: Any?

  init(_ text: String) throws {
    value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }

  private init(value: Any?) { self.value = value }

  var object: [String: Any]? { value as? [String: Any] }
  var list: [Any]? { value as? [Any] }
  var string: String? { value as? String }
  var strings: [String]? { value as? [String] }
  var number: Double? { isFlag ? nil : (value as? NSNumber)?.doubleValue }
  var isNull: Bool { value is NSNull }
  var isFlag: Bool {
    guard let value else { return false }
    if type(of: value) == Bool.self { return true }
    return (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
  }

  subscript(key: String) -> JSONDocument { JSONDocument(value: object?[key]) }
  subscript(index: Int) -> JSONDocument {
    JSONDocument(value: list.flatMap { $0.indices.contains(index) ? $0[index] : nil })
  }

  var isPresent: Bool { value != nil }
}

/// Checks documents against the words of JSON Schema that the published schema uses.
struct SchemaCheck {
  private let root: JSONDocument

  init(_ root: JSONDocument) { self.root = root }

  /// What is wrong with a document.
  func check(_ document: JSONDocument) -> [String] { check(document, root, "") }

  private func check(_ document: JSONDocument, _ schema: JSONDocument, _ path: String) -> [String] {
    var problems: [String] = []
    func require(_ condition: Bool, _ message: String) {
      if !condition { problems.append("\(path.isEmpty ? "/" : path): \(message)") }
    }
    if let reference = schema["$ref"].string {
      let name = String(reference.dropFirst("#/$defs/".count))
      return check(document, root["$defs"][name], path)
    }
    if let constant = schema["const"].string {
      require(document.string == constant, "not the constant")
    }
    if let types = schema["type"].strings ?? schema["type"].string.map({ [$0] }) {
      require(types.contains { isOf($0, document) }, "not \(types)")
    }
    if let words = schema["enum"].strings {
      require(document.string.map(words.contains) ?? false, "no such word")
    }
    if let pattern = schema["pattern"].string, let text = document.string {
      require(text.range(of: pattern, options: .regularExpression) != nil, "not as \(pattern)")
    }
    if let minimum = schema["minimum"].number, let number = document.number {
      require(number >= minimum, "too small")
    }
    if let length = schema["minLength"].number, let text = document.string {
      require(Double(text.count) >= length, "too short")
    }
    if let choices = schema["anyOf"].list {
      let fits = choices.indices.contains { check(document, schema["anyOf"][$0], path).isEmpty }
      require(fits, "none of anyOf")
    }
    for name in schema["required"].strings ?? [] {
      require(document[name].isPresent, "\(name) is missing")
    }
    for name in (document.object ?? [:]).keys.sorted() where schema["properties"][name].isPresent {
      problems += check(document[name], schema["properties"][name], "\(path)/\(name)")
    }
    if schema["items"].isPresent, let list = document.list {
      for index in list.indices {
        problems += check(document[index], schema["items"], "\(path)/\(index)")
      }
    }
    return problems
  }

  private func isOf(_ type: String, _ document: JSONDocument) -> Bool {
    switch type {
    case "object": document.object != nil
    case "array": document.list != nil
    case "string": document.string != nil
    case "null": document.isNull
    case "boolean": document.isFlag
    case "integer": document.number.map { $0 == $0.rounded() } ?? false
    case "number": document.number != nil
    default: false
    }
  }
}
