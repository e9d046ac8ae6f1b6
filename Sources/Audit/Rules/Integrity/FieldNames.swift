import Model

/// The names of the snapshot's fields, such as `exports.items.kind`.
enum FieldNames {
  /// The fields that a test picks, in order.
  ///
  /// Of a list of single values and of an object with free keys, that is the list itself. The test
  /// gets the section, the field and, inside a list of records, the list.
  static func all(where isPicked: (Section, FieldShape, FieldShape?) -> Bool) -> [String] {
    Section.allCases.flatMap { section in
      section.shape.fields.flatMap { field -> [String] in
        let name = "\(section.name).\(field.name)"
        let own = isPicked(section, field, nil) ? [name] : []
        guard case .records(let shape) = field.kind else { return own }
        return own
          + shape.fields.filter { isPicked(section, $0, field) }.map { "\(name).\($0.name)" }
      }
    }.sorted()
  }
}

extension FieldShape {
  /// Whether the field, or something in its list, is of a kind.
  func holds(_ isWanted: (Kind) -> Bool) -> Bool {
    isWanted(kind) || kind.child?.fields.contains { $0.holds(isWanted) } ?? false
  }
}

extension FieldShape.Kind {
  /// Whether cells hold words that the rules must know.
  var isWord: Bool {
    switch self {
    case .word, .service: true
    default: false
    }
  }

  /// Whether cells hold ids of other records.
  var isReference: Bool {
    if case .reference = self { return true }
    return false
  }
}
