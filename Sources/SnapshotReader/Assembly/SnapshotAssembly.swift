import Model

/// The snapshot as far as it is read; blocks are added in the order of the input.
struct SnapshotAssembly: Sendable {
  private(set) var problems = Problems()
  private var texts = TextPoolBuilder()
  private var tables = Section.allCases.map { Table($0.shape) }
  private var states: [Snapshot.SectionState] = Section.allCases.map { _ in .absent }
  private var unknownValues: [UnknownValue] = []
  /// Lines of the current file that are in blocks already added.
  private var linesAdded = 0
  private var currentFile = -1

  /// Takes over problems found outside of blocks.
  mutating func add(_ other: Problems) { problems.append(contentsOf: other, lineOffset: 0) }

  /// Takes over what stands in a document besides records.
  mutating func add(_ document: borrowing DocumentSplitter) {
    add(document.problems)
    for (section, state) in document.states { states[section.rawValue] = state }
    let moved = texts.intern(contentsOf: document.unknownTexts)
    for value in document.unknownValues { unknownValues.append(value.moved(moved, row: 0)) }
  }

  /// Notes that a section has a file of its own.
  mutating func note(_ file: BlockQueue.SectionFile) {
    if states[file.section.rawValue] != .absent {
      problems.add(
        error: "snapshot.duplicate", at: SourceLocation(path: file.path),
        "the section \(file.section.name) stands in the manifest too", suggestion: "keep one")
    }
    states[file.section.rawValue] = .present
  }

  /// Refuses a snapshot without any section.
  mutating func requireSections(_ path: String) {
    guard states.allSatisfy({ $0 == .absent }), !problems.hasErrors else { return }
    problems.add(
      error: "snapshot.empty", at: SourceLocation(path: path), "the snapshot has no section",
      suggestion: "it needs environment, collection and what was collected")
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
      tables[rows.section.rawValue].fits(rows.rows)
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
    tables[rows.section.rawValue].append(rows.rows, texts: moved)
    for row in 0..<rows.places.count {
      var place = rows.places[row]
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
    texts.reserve(
      texts: texts.count + Int(Double(rows.texts.count) * ratio),
      bytes: texts.byteCount + Int(Double(rows.texts.byteCount) * ratio))
    tables[rows.section.rawValue].reserve(rows.rows, ratio)
    tables[rows.section.rawValue].places.reserve(Int(Double(rows.places.count) * ratio) + 1)
  }

  /// A single section has one record.
  private mutating func checkSingleSections(_ files: [Snapshot.InputFile]) {
    for section in Section.allCases where section.isSingle {
      let table = tables[section.rawValue]
      guard states[section.rawValue] == .present, table.count != 1,
        let file = files.first(where: { $0.section == section })
      else { continue }
      problems.add(
        error: "snapshot.section", at: SourceLocation(path: file.path),
        "the section \(section.name) has \(table.count) records instead of one")
    }
  }

  /// The snapshot, unless there was an error.
  mutating func finish(_ files: [Snapshot.InputFile]) -> ReadResult {
    checkSingleSections(files)
    let diagnostics = problems.diagnostics()
    if problems.hasErrors { return ReadResult(snapshot: nil, diagnostics: diagnostics) }
    let snapshot = Snapshot(
      files: files, texts: texts.pool, tables: tables, states: states, unknownValues: unknownValues)
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
