import Model

/// The snapshot as far as it is read; blocks are added in the order of the input.
struct SnapshotAssembly: Sendable {
  private(set) var problems = Problems()
  private var texts = TextPool()
  private var tables = Section.allCases.map { Table($0.shape) }
  private var states: [Snapshot.SectionState] = Section.allCases.map { _ in .absent }
  private var unknownValues: [UnknownValue] = []
  /// Lines of the current file that are in blocks already added.
  private var linesAdded = 0
  private var currentFile = -1

  /// Notes that a section is there, with records or without.
  mutating func note(_ section: Section, _ state: Snapshot.SectionState) {
    states[section.rawValue] = state
  }

  /// How a section stands so far.
  func state(_ section: Section) -> Snapshot.SectionState { states[section.rawValue] }

  /// Takes over problems found outside of blocks.
  mutating func add(_ other: Problems) { problems.append(contentsOf: other, lineOffset: 0) }

  /// Keeps values of sections that the format doesn't know.
  mutating func add(unknownValues values: [UnknownValue], texts other: TextPool) {
    let moved = texts.intern(contentsOf: other)
    for value in values { unknownValues.append(value.moved(moved, row: 0)) }
  }

  /// Adds the records of the next block.
  mutating func add(_ rows: BlockRows) {
    if rows.file != currentFile {
      currentFile = rows.file
      linesAdded = 0
    }
    let lineOffset = rows.lineCount == nil ? 0 : linesAdded
    linesAdded += rows.lineCount ?? 0
    problems.append(contentsOf: rows.problems, lineOffset: lineOffset)
    guard texts.byteCount + rows.texts.byteCount <= TextPool.maximumByteCount,
      tables[rows.section.rawValue].fits(rows.table)
    else {
      problems.add(
        .error, "snapshot.limit", rows.section.name,
        at: { SourceLocation(path: rows.section.name) }, { ("too much data", nil) })
      return
    }
    let moved = texts.intern(contentsOf: rows.texts)
    let firstRow = tables[rows.section.rawValue].count
    for value in rows.unknownValues {
      unknownValues.append(value.moved(moved, row: firstRow))
    }
    if firstRow == 0 { reserve(rows) }
    tables[rows.section.rawValue].append(contentsOf: rows.table, texts: moved)
    for row in 0..<rows.table.places.count {
      var place = rows.table.places[row]
      place.line += Int32(truncatingIfNeeded: lineOffset)
      tables[rows.section.rawValue].places.append(place)
    }
  }

  /// Makes room for a large section, judging by its first block.
  private mutating func reserve(_ rows: BlockRows) {
    guard let expected = rows.expectedBytes, expected > rows.byteCount, rows.byteCount > 0 else {
      return
    }
    let ratio = Double(expected) / Double(rows.byteCount) * 1.02
    tables[rows.section.rawValue].reserve(rows.table, ratio)
  }

  /// The snapshot, unless there was an error.
  consuming func finish(_ files: [Snapshot.InputFile]) -> ReadResult {
    let diagnostics = problems.diagnostics()
    if problems.hasErrors { return ReadResult(snapshot: nil, diagnostics: diagnostics) }
    let snapshot = Snapshot(
      files: files, texts: texts, tables: tables, states: states, unknownValues: unknownValues)
    return ReadResult(snapshot: snapshot, diagnostics: diagnostics)
  }
}

extension UnknownValue {
  /// The value with identifiers of another pool, in a row counted from `firstRow`.
  fileprivate func moved(_ identifiers: [Int32], row firstRow: Int) -> UnknownValue {
    UnknownValue(
      section: section, row: firstRow + row,
      path: Identifier(index: identifiers[Int(path.index)]),
      value: Identifier(index: identifiers[Int(value.index)]))
  }
}
