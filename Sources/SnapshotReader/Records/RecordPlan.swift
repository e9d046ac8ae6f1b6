import Model

/// A record's shape, arranged for reading: keys by object, fields by column.
///
/// Dotted names of the shape become nested objects. What every value needs is in `tables`; the rest
/// serves messages.
final class RecordPlan: Sendable {
  /// A field of the record.
  struct Field {
    /// The dotted path from the section, such as `exports.items.kind`.
    let path: String
    /// The plan of a list's entries or a map's rows.
    let child: RecordPlan?
    /// Whether the field is a list of single values.
    let isListOfValues: Bool
  }

  let shape: RecordShape
  let fields: [Field]
  /// The dotted paths of the objects, such as `connections.sharing`; the record's comes first.
  let objectPaths: [String]
  let tables: PlanTables

  /// The plans of all sections, at the positions of their raw values.
  static let sections = Section.allCases.map { RecordPlan($0.shape, path: $0.name) }

  private init(_ shape: RecordShape, path: String) {
    var builder = PlanTablesBuilder()
    for (column, field) in shape.fields.enumerated() { builder.add(field, column) }
    self.shape = shape
    tables = builder.tables()
    objectPaths = builder.objects.map { $0.path.isEmpty ? path : "\(path).\($0.path)" }
    fields = shape.fields.map { field in
      // The only field of a list of values is the entry itself.
      let isEntry = path.hasSuffix("[]")
      let name = isEntry ? path : "\(path).\(field.name)"
      var isListOfValues = false
      if case .values = field.kind { isListOfValues = true }
      return Field(
        path: name,
        child: field.kind.child.map {
          RecordPlan($0, path: isListOfValues ? "\(name)[]" : name)
        },
        isListOfValues: isListOfValues)
    }
  }

  /// The keys of an object.
  func keyNames(ofObject object: Int) -> [String] {
    let entry = tables.objects[object]
    return (entry.firstKey..<(entry.firstKey + entry.keyCount)).map {
      tables.keys[Int($0)].name.string
    }
  }

  /// The words of a field.
  func words(ofField column: Int) -> [String] {
    guard case .word(let vocabulary) = shape.fields[column].kind else { return [] }
    return vocabulary.words
  }
}
