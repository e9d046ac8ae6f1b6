import Model

/// Walks the events of records along the shape of their section.
extension RecordContext {
  /// Reads one record into a row; a value that is no object gives a row without fields.
  mutating func readRecord(_ value: JSONValue, into builder: inout RowBuilder) {
    if value.isObject {
      readObject(value, 0, into: &builder)
    } else if let field = builder.plan.fields.first {
      let source = source
      let path = builder.plan.objects[0].path
      problems.add(
        .warning, "record.malformed", path, at: { source.location(value.offset) },
        {
          (
            "\(path): \(value.kindName) in place of a record",
            "expected an object with \(field.path)"
          )
        })
      builder.set(0, CellMark(.malformed), intern(written: value))
    }
    builder.endRow()
  }

  private mutating func readObject(
    _ value: JSONValue, _ object: Int, into builder: inout RowBuilder
  ) {
    let plan = builder.plan
    var expected = 0
    value.forEachMember { key, value in
      guard let position = plan.find(key, in: object, expected: expected) else {
        reportUnknown(key, value, plan.objects[object])
        return
      }
      expected = position + 1
      switch plan.objects[object].keys[position].target {
      case .field(let column):
        if builder.isSet(column) {
          let cell = doubled(key, value, plan.fields[column].path)
          builder.set(column, cell.0, cell.1)
        } else {
          readField(value, column, into: &builder)
        }
      case .object(let nested):
        readNested(key, value, nested, into: &builder)
      }
    }
  }

  private mutating func readNested(
    _ key: JSONValue, _ value: JSONValue, _ object: Int, into builder: inout RowBuilder
  ) {
    let plan = builder.plan
    let path = plan.objects[object].path
    if builder.seenObjects[object] {
      let cell = doubled(key, value, path)
      for column in plan.objects[object].columns { builder.set(column, cell.0, cell.1) }
      return
    }
    builder.seenObjects[object] = true
    if value.isObject {
      readObject(value, object, into: &builder)
      return
    }
    var cell = (CellMark(.null), Int64(0))
    if !value.isNull {
      let source = source
      problems.add(
        .warning, "field.malformed", path, at: { source.location(value.offset) },
        { ("\(path): \(value.kindName) can't be read", "expected an object") })
      cell = (CellMark(.malformed), intern(written: value))
    }
    for column in plan.objects[object].columns { builder.set(column, cell.0, cell.1) }
  }

  private mutating func readField(
    _ value: JSONValue, _ column: Int, into builder: inout RowBuilder
  ) {
    let field = builder.plan.fields[column]
    let cell: (CellMark, Int64)
    switch field.kind {
    case .records, .values:
      cell =
        value.isList
        ? readList(value, field, into: &builder.children[column]) : self.cell(value, field)
    case .map:
      cell =
        value.isObject
        ? readMap(value, field, into: &builder.children[column]) : self.cell(value, field)
    default:
      cell = self.cell(value, field)
    }
    builder.set(column, cell.0, cell.1)
  }

  private mutating func readList(
    _ value: JSONValue, _ field: RecordPlan.Field, into child: inout RowBuilder?
  ) -> (CellMark, Int64) {
    guard var builder = child.take() else { return malformed(value, field, "one value") }
    let first = builder.count
    value.forEachEntry { entry in
      if case .values = field.kind {
        let cell = cell(entry, builder.plan.fields[0])
        builder.set(0, cell.0, cell.1)
        builder.endRow()
      } else {
        readRecord(entry, into: &builder)
      }
    }
    let rows = builder.count - first
    child = consume builder
    return (CellMark(.value), Int64(first) | Int64(rows) << 32)
  }

  private mutating func readMap(
    _ value: JSONValue, _ field: RecordPlan.Field, into child: inout RowBuilder?
  ) -> (CellMark, Int64) {
    guard var builder = child.take() else { return malformed(value, field, "one value") }
    let first = builder.count
    value.forEachMember { key, entry in
      let key = texts.intern(key.text)
      let cell = cell(entry, builder.plan.fields[1])
      builder.set(0, CellMark(.value), Int64(key.index))
      builder.set(1, cell.0, cell.1)
      builder.endRow()
    }
    let rows = builder.count - first
    child = consume builder
    return (CellMark(.value), Int64(first) | Int64(rows) << 32)
  }

  /// The cell of a field whose key stands twice: which one is right is not guessed.
  private mutating func doubled(
    _ key: JSONValue, _ value: JSONValue, _ path: String
  ) -> (CellMark, Int64) {
    let source = source
    problems.add(
      .warning, "field.duplicate", path, at: { source.location(key.offset) },
      { ("\(path) stands twice in one object", "keep one; neither value is used") })
    keep(value, at: Array(path.utf8.drop { $0 != UInt8(ascii: ".") }.dropFirst()))
    return (CellMark(.malformed), intern(written: value))
  }
}
