import Model

/// Small snapshots that follow the shape of the format, for the examples of rules about every record:
/// one record a section, in which each field has the value that the example is about.
enum ShapeExamples {
  /// The members of a JSON object that make up the sections, but for the collection.
  ///
  /// A section has `copies` records with one key. `value` gives the JSON of a field's value, `nil` to
  /// leave it out; its last argument counts the copies.
  static func sections(
    copies: Int = 1, _ value: (Section, FieldShape, Int) -> String?
  ) -> String {
    Section.allCases.filter { $0 != .collection }.map { section in
      let records = (0..<(section.isSingle ? 1 : copies)).map { copy in
        object(section.shape.fields, section) { value(section, $0, copy) }
      }
      let content = section.isSingle ? records[0] : "[\(records.joined(separator: ",\n"))]"
      return #""\#(section.name)":\#(content)"#
    }.joined(separator: ",\n")
  }

  /// The members of the collection.
  static func collection(_ value: (FieldShape) -> String?) -> String {
    String(object(Section.collection.shape.fields, .collection, value).dropFirst().dropLast())
  }

  static func keyText(_ section: Section, _ field: FieldShape) -> String {
    "\(section.name)-\(field.name)-1".lowercased()
  }

  private static func object(
    _ fields: [FieldShape], _ section: Section, _ value: (FieldShape) -> String?
  ) -> String {
    var members: [String] = []
    var nested: [(name: String, members: [String])] = []
    for field in fields {
      guard let text = member(field, section, value) else { continue }
      let parts = field.name.split(separator: ".", maxSplits: 1)
      guard parts.count == 2 else {
        members.append(#""\#(field.name)":\#(text)"#)
        continue
      }
      let inner = #""\#(parts[1])":\#(text)"#
      if let position = nested.firstIndex(where: { $0.name == parts[0] }) {
        nested[position].members.append(inner)
      } else {
        nested.append((String(parts[0]), [inner]))
      }
    }
    members += nested.map { #""\#($0.name)":{\#($0.members.joined(separator: ","))}"# }
    return "{\(members.joined(separator: ","))}"
  }

  private static func member(
    _ field: FieldShape, _ section: Section, _ value: (FieldShape) -> String?
  ) -> String? {
    if let own = value(field) { return own }
    switch field.kind {
    case .key: return "\"\(keyText(section, field))\""
    case .records(let shape):
      let entry = object(shape.fields, section, value)
      return entry == "{}" ? nil : "[\(entry)]"
    case .values(let shape): return value(shape.fields[0]).map { "[\($0)]" }
    case .map(let shape): return value(shape.fields[1]).map { #"{"id":\#($0)}"# }
    default: return nil
    }
  }
}
