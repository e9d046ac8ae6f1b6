/// An object in the published schema: a record, or an object nested in one.
struct SchemaObject {
  private enum Member {
    case field(FieldShape)
    case object(SchemaObject)
  }

  private var members: [(name: String, member: Member)] = []

  /// The object of a record: fields with dotted names become members of nested objects.
  init(_ shape: RecordShape) {
    for field in shape.fields { add(field, field.name.split(separator: ".").map(String.init)[...]) }
  }

  private init() {}

  private mutating func add(_ field: FieldShape, _ path: ArraySlice<String>) {
    guard let name = path.first else { return }
    guard path.count > 1 else {
      members.append((name, .field(field)))
      return
    }
    var nested = SchemaObject()
    let index = members.firstIndex { $0.name == name }
    if let index, case .object(let object) = members[index].member { nested = object }
    nested.add(field, path.dropFirst())
    if let index {
      members[index].member = .object(nested)
    } else {
      members.append((name, .object(nested)))
    }
  }

  /// Writes the schema of the object as members of the object that `json` is in.
  func write(
    _ description: String?, _ path: String, _ rules: [String: [String]],
    isNullable: Bool = false, _ json: inout JSONWriter
  ) {
    if let description { json.member("description", description) }
    if isNullable {
      json.member("type", ["object", "null"])
    } else {
      json.member("type", "object")
    }
    json.objectMember("properties") { json in
      for (name, member) in members {
        json.objectMember(name) { json in
          switch member {
          case .field(let field): write(field, "\(path).\(name)", rules, &json)
          case .object(let object):
            object.write(nil, "\(path).\(name)", rules, isNullable: true, &json)
          }
        }
      }
    }
  }

  private func write(
    _ field: FieldShape, _ path: String, _ rules: [String: [String]], _ json: inout JSONWriter
  ) {
    json.member("description", "\(field.meaning).")
    write(field.kind, path, rules, &json)
    if let readers = rules[path], !readers.isEmpty {
      json.member("x-read-by", readers.sorted())
    }
  }

  private func write(
    _ kind: FieldShape.Kind, _ path: String, _ rules: [String: [String]],
    _ json: inout JSONWriter
  ) {
    switch kind {
    case .text, .service: json.member("type", ["string", "null"])
    case .key, .identifier, .reference:
      json.member("type", ["string", "null"])
      json.key("minLength")
      json.integer(1)
      if case .reference(let sections) = kind {
        json.member("x-refers-to", sections.map(\.name))
      }
    case .word(let vocabulary): write(vocabulary, &json)
    case .instant:
      json.member("type", ["string", "null"])
      json.member("pattern", Self.instantPattern)
    case .count:
      json.member("type", ["integer", "null"])
      json.member("minimum", 0)
      json.member("maximum", Int.max)
    case .number: json.member("type", ["number", "null"])
    case .flag: json.member("type", ["boolean", "null"])
    case .records(let shape):
      json.member("type", ["array", "null"])
      json.objectMember("items") { SchemaObject(shape).write(nil, path, rules, &$0) }
    case .values(let shape):
      json.member("type", ["array", "null"])
      json.objectMember("items") { write(shape.fields[0].kind, path, rules, &$0) }
    case .map:
      json.member("type", ["object", "null"])
      json.objectMember("additionalProperties") { $0.member("type", ["string", "null"]) }
    }
  }

  /// RFC 3339 with up to 9 digits of a fraction; the zone, or the time, may be left out.
  private static let instantPattern =
    "^\\d{4}-\\d{2}-\\d{2}"
    + "([Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})?)?$"

  /// Words are listed for editors; the pattern says that letter case doesn't matter.
  private func write(_ vocabulary: Vocabulary, _ json: inout JSONWriter) {
    json.arrayMember("anyOf") { json in
      json.objectElement { json in
        json.member("title", "\(vocabulary.name), in any letter case")
        json.member("enum", vocabulary.words)
      }
      json.objectElement { json in
        json.member("type", "string")
        json.member("pattern", "^(\(vocabulary.words.map(Self.anyCase).joined(separator: "|")))$")
      }
      json.objectElement { $0.member("type", "null") }
    }
  }

  private static func anyCase(_ word: String) -> String {
    word.map { letter in
      letter.isLetter ? "[\(letter.uppercased())\(letter.lowercased())]" : String(letter)
    }.joined()
  }
}
