import Model

/// A record's shape, arranged for reading: keys by object, fields by column.
///
/// Dotted names of the shape become nested objects.
final class RecordPlan: Sendable {
  /// What a key leads to.
  enum Target {
    case field(Int)
    case object(Int)
  }

  /// A key of an object.
  struct Key {
    let name: [UInt8]
    let fingerprint: Int64
    let target: Target
  }

  /// An object: the record itself at position 0, or one nested in it.
  struct Object {
    /// The dotted path from the section, such as `connections.sharing`.
    let path: String
    var keys: [Key]
    /// The columns of everything in the object.
    var columns: [Int]
  }

  /// A field of the record.
  struct Field {
    let path: String
    let kind: FieldShape.Kind
    /// Words of the field's vocabulary in lower case.
    let words: [[UInt8]]
    /// The plan of a list's entries or a map's rows.
    let child: RecordPlan?
  }

  let shape: RecordShape
  let objects: [Object]
  let fields: [Field]

  init(_ shape: RecordShape, path: String) {
    var objects = [Object(path: path, keys: [], columns: [])]
    for (column, field) in shape.fields.enumerated() {
      Self.enter(column, field.name.split(separator: "."), 0, &objects)
    }
    self.shape = shape
    self.objects = objects
    fields = shape.fields.map { field in
      // The only field of a list of values is the entry itself.
      let name = path.hasSuffix("[]") ? path : "\(path).\(field.name)"
      return Field(
        path: name, kind: field.kind, words: Self.words(field.kind),
        child: field.kind.child.map { RecordPlan($0, path: Self.childPath(name, field.kind)) })
    }
  }

  /// The plans of all sections, at the positions of their raw values.
  static let sections = Section.allCases.map { RecordPlan($0.shape, path: $0.name) }

  private static func childPath(_ name: String, _ kind: FieldShape.Kind) -> String {
    if case .values = kind { return "\(name)[]" }
    return name
  }

  private static func words(_ kind: FieldShape.Kind) -> [[UInt8]] {
    guard case .word(let vocabulary) = kind else { return [] }
    return vocabulary.words.map { Array($0.lowercased().utf8) }
  }

  /// Notes a field under its keys, making the objects on the way.
  private static func enter(
    _ column: Int, _ names: [Substring], _ object: Int, _ objects: inout [Object]
  ) {
    guard let first = names.first else { return }
    objects[object].columns.append(column)
    let name = Array(first.utf8)
    if names.count == 1 {
      objects[object].keys.append(key(name, .field(column)))
      return
    }
    for case let existing in objects[object].keys where existing.name == name {
      if case .object(let inner) = existing.target {
        enter(column, Array(names.dropFirst()), inner, &objects)
        return
      }
    }
    let inner = objects.count
    objects.append(Object(path: "\(objects[object].path).\(first)", keys: [], columns: []))
    objects[object].keys.append(key(name, .object(inner)))
    enter(column, Array(names.dropFirst()), inner, &objects)
  }

  private static func key(_ name: [UInt8], _ target: Target) -> Key {
    Key(name: name, fingerprint: JSONParser.fingerprint(name), target: target)
  }

  /// Finds a key of an object, beginning at the position where it is expected.
  ///
  /// - Returns: The key's position.
  func find(_ key: JSONValue, in object: Int, expected: Int) -> Int? {
    let keys = objects[object].keys
    var index = expected
    for _ in keys.indices {
      if index >= keys.count { index = 0 }
      if keys[index].fingerprint == key.fingerprint, key.text.equals(keys[index].name) {
        return index
      }
      index += 1
    }
    return nil
  }
}
