import CSimdJSON
import Model

/// Walks the events of records along the shape of their section.
extension RecordContext {
  /// Reads one record into a row; a value that is no object gives a row without fields.
  mutating func readRecord(_ value: JSONValue, into builder: inout RowBuilder) {
    if value.isObject {
      readObject(value, 0, into: &builder)
    } else if let field = builder.plan.fields.first {
      let source = source
      let path = builder.plan.objectPaths[0]
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
    let tables = builder.plan.tables
    let entry = tables.objects[object]
    var expected = entry.firstKey
    value.forEachMember { key, value in
      guard let position = tables.find(key, in: entry, expected: expected) else {
        reportUnknown(key, value, builder.plan, object)
        return
      }
      expected = position + 1
      let target = tables.keys[Int(position)]
      if target.isObject {
        readNested(key, value, Int(target.target), into: &builder)
      } else if builder.isSet(Int(target.target)) {
        let column = Int(target.target)
        let cell = doubled(key, value, builder.plan.fields[column].path)
        builder.set(column, cell.0, cell.1)
      } else {
        readField(value, Int(target.target), into: &builder)
      }
    }
  }

  private mutating func readNested(
    _ key: JSONValue, _ value: JSONValue, _ object: Int, into builder: inout RowBuilder
  ) {
    if builder.seenObjects[object] {
      let cell = doubled(key, value, builder.plan.objectPaths[object])
      builder.setAll(in: object, cell.0, cell.1)
      return
    }
    builder.seenObjects[object] = true
    if value.isObject {
      readObject(value, object, into: &builder)
    } else if value.isNull {
      builder.setAll(in: object, CellMark(.null), 0)
    } else {
      let source = source
      let path = builder.plan.objectPaths[object]
      problems.add(
        .warning, "field.malformed", path, at: { source.location(value.offset) },
        { ("\(path): \(source.quotation(value)) can't be read", "expected an object") })
      builder.setAll(in: object, CellMark(.malformed), intern(written: value))
    }
  }

  private mutating func readField(
    _ value: JSONValue, _ column: Int, into builder: inout RowBuilder
  ) {
    let cell: (CellMark, Int64)
    switch (builder.plan.tables.fields[column].form, value.kind) {
    case (.list, .array_start): cell = readList(value, column, in: &builder)
    case (.map, .object_start): cell = readMap(value, column, in: &builder)
    default: cell = self.cell(value, column, builder.plan)
    }
    builder.set(column, cell.0, cell.1)
  }

  private mutating func readList(
    _ value: JSONValue, _ column: Int, in builder: inout RowBuilder
  ) -> (CellMark, Int64) {
    let isListOfValues = builder.listsOfValues[column]
    guard var child = builder.children[column].take() else {
      return malformed(value, column, builder.plan)
    }
    let first = child.count
    value.forEachEntry { entry in
      if isListOfValues {
        let cell = cell(entry, 0, child.plan)
        child.set(0, cell.0, cell.1)
        child.endRow()
      } else {
        readRecord(entry, into: &child)
      }
    }
    let rows = child.count - first
    builder.children[column] = consume child
    return (CellMark(.value), Int64(first) | Int64(rows) << 32)
  }

  private mutating func readMap(
    _ value: JSONValue, _ column: Int, in builder: inout RowBuilder
  ) -> (CellMark, Int64) {
    guard var child = builder.children[column].take() else {
      return malformed(value, column, builder.plan)
    }
    let first = child.count
    value.forEachMember { key, entry in
      let key = texts.intern(key.text)
      let cell = cell(entry, 1, child.plan)
      child.set(0, CellMark(.value), Int64(key.index))
      child.set(1, cell.0, cell.1)
      child.endRow()
    }
    let rows = child.count - first
    builder.children[column] = consume child
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
