import Model

/// Collects a plan's tables field by field.
struct PlanTablesBuilder {
  /// An object that is being filled.
  struct Object {
    /// The dotted path from the record; empty for the record itself.
    let path: String
    var keys: [(name: String, target: Int, isObject: Bool)] = []
    var columns: [Int] = []
  }

  private(set) var objects = [Object(path: "")]
  private var fields: [PlanTables.Field] = []
  private var words: [PlanTables.Word] = []

  /// Notes a field under its keys, making the objects on the way.
  mutating func add(_ field: FieldShape, _ column: Int) {
    let names = field.name.split(separator: ".").map(String.init)
    var object = 0
    for (index, name) in names.enumerated() {
      objects[object].columns.append(column)
      if index == names.count - 1 {
        objects[object].keys.append((name, column, false))
      } else {
        object = nestedObject(name, in: object)
      }
    }
    addWords(of: field)
  }

  private mutating func nestedObject(_ name: String, in object: Int) -> Int {
    if let key = objects[object].keys.first(where: { $0.name == name && $0.isObject }) {
      return key.target
    }
    let path = objects[object].path
    objects.append(Object(path: path.isEmpty ? name : "\(path).\(name)"))
    objects[object].keys.append((name, objects.count - 1, true))
    return objects.count - 1
  }

  private mutating func addWords(of field: FieldShape) {
    let first = Int32(words.count)
    if case .word(let vocabulary) = field.kind {
      for word in vocabulary.words {
        words.append(PlanTables.Word(text: Immortal(Array(word.lowercased().utf8)).view))
      }
    }
    fields.append(
      PlanTables.Field(
        form: FieldForm(field.kind), firstWord: first, wordCount: Int32(words.count) - first))
  }

  /// The finished tables.
  func tables() -> PlanTables {
    var keys: [PlanTables.Key] = []
    var columns: [Int32] = []
    let entries = objects.map { object in
      let entry = PlanTables.Object(
        firstKey: Int32(keys.count), keyCount: Int32(object.keys.count),
        firstColumn: Int32(columns.count), columnCount: Int32(object.columns.count))
      for key in object.keys {
        let name = Array(key.name.utf8)
        keys.append(
          PlanTables.Key(
            name: Immortal(name).view, target: Int32(key.target), isObject: key.isObject))
      }
      columns += object.columns.map(Int32.init)
      return entry
    }
    return PlanTables(
      keys: Immortal(keys), objects: Immortal(entries), objectColumns: Immortal(columns),
      fields: Immortal(fields), words: Immortal(words))
  }
}
