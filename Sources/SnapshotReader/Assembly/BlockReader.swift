import CSimdJSON
import Model

extension Block {
  /// Reads the records of the block.
  func read() -> BlockRows {
    bytes.withView { view in
      var reader = BlockReader(self, view)
      switch layout {
      case .lines: reader.readLines()
      case .ranges(let ranges): reader.readRanges(ranges)
      }
      return reader.finish()
    }
  }
}

/// Reads the records of one block into rows.
private struct BlockReader: ~Copyable {
  private let block: Block
  private let bytes: ByteView
  private let parser = JSONParser()
  private var context: RecordContext
  private var builder: RowBuilder
  private var places = RecordPlaces()
  private var line: Int

  init(_ block: Block, _ bytes: ByteView) {
    self.block = block
    self.bytes = bytes
    context = RecordContext(
      section: block.section, source: RecordSource(path: block.path, bytes: bytes))
    builder = RowBuilder(RecordPlan.sections[block.section.rawValue])
    line = block.line
    // Most texts of a block are new to it; a table of the right size needn't grow.
    context.texts = TextPoolBuilder(expectedCount: min(block.recordBytes / 128, 3_000))
  }

  mutating func readLines() {
    var start = 0
    while start < bytes.count {
      let end = bytes.endOfLine(from: start, before: bytes.count)
      readRecord(start..<end)
      start = end + 1
      line += 1
    }
  }

  mutating func readRanges(_ ranges: [Range<Int>]) {
    var counted = ranges.first?.lowerBound ?? 0
    for range in ranges {
      line += bytes.lineCount(counted..<range.lowerBound)
      counted = range.lowerBound
      readRecord(range)
    }
  }

  private mutating func readRecord(_ range: Range<Int>) {
    context.source.offset = range.lowerBound
    context.source.line = line
    switch parser.parse(bytes[range]) {
    case .success(let value):
      context.row = builder.count
      context.readRecord(value, into: &builder)
      places.append(
        RecordPlace(
          file: Int16(truncatingIfNeeded: block.file), line: Int32(truncatingIfNeeded: line),
          offset: Int64(block.offset + range.lowerBound + value.offset),
          length: Int32(truncatingIfNeeded: value.length)))
    case .failure(let fault):
      // A blank line is no record.
      if fault.status == .empty { return }
      let source = context.source
      context.problems.add(
        .error, fault.code, block.section.name, at: { source.location(fault.offset) },
        { (fault.message, fault.suggestion) })
    }
  }

  consuming func finish() -> BlockRows {
    var lineCount: Int?
    if case .lines = block.layout { lineCount = line - block.line }
    return BlockRows(
      section: block.section, file: block.file, rows: builder.rows(), places: places,
      texts: context.texts,
      problems: context.problems, unknownValues: context.unknownValues, lineCount: lineCount,
      byteCount: block.recordBytes, expectedBytes: block.expectedBytes)
  }
}
