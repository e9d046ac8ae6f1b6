import Model

/// A record's shape, arranged for reading: keys by object, fields by column.
///
/// Dotted names of the shape become nested objects. What every value needs is in `tables`; the rest
/// serves messages. Plans are never freed, so that handing one on, which is done for every value of
/// the input, counts no reference.
@safe struct RecordPlan: BitwiseCopyable, @unchecked Sendable {
  /// A field of the record.
  struct Field {
    /// The dotted path from the section, such as `exports.items.kind`.
    let path: String
    /// The plan of a list's entries or a map's rows.
    let child: RecordPlan?
    /// Whether the field is a list of single values.
    let isListOfValues: Bool
  }

  private struct Contents {
    let shape: RecordShape
    let fields: [Field]
    let objectPaths: [String]
    let tables: PlanTables
  }

  private let contents: UnsafePointer<Contents>

  var fields: [Field] { unsafe contents.pointee.fields }
  /// The dotted paths of the objects, such as `connections.sharing`; the record's comes first.
  var objectPaths: [String] { unsafe contents.pointee.objectPaths }
  var tables: PlanTables { unsafe contents.pointee.tables }

  /// The plans of all sections, at the positions of their raw values.
  static let sections = Section.allCases.map { RecordPlan($0.shape, path: $0.name) }

  private init(_ shape: RecordShape, path: String) {
    var builder = PlanTablesBuilder()
    for (column, field) in shape.fields.enumerated() { builder.add(field, column) }
    let fields = shape.fields.map { field in
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
    let target = UnsafeMutablePointer<Contents>.allocate(capacity: 1)
    unsafe target.initialize(
      to: Contents(
        shape: shape, fields: fields,
        objectPaths: builder.objects.map { $0.path.isEmpty ? path : "\(path).\($0.path)" },
        tables: builder.tables()))
    unsafe contents = UnsafePointer(target)
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
    guard case .word(let vocabulary) = unsafe contents.pointee.shape.fields[column].kind else {
      return []
    }
    return vocabulary.words
  }
}
