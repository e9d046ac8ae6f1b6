import Model

/// A part of the input that is read on its own: some records of one section.
struct Block: Sendable {
  /// How the records stand in the bytes.
  enum Layout {
    /// One in each line; the bytes begin and end with whole lines.
    case lines
    /// At these positions.
    case ranges([Range<Int>])
  }

  let section: Section
  /// The path for diagnostics.
  let path: String
  /// Position of the file in the snapshot's list.
  let file: Int
  /// The bytes that the records are part of.
  let bytes: [UInt8]
  let layout: Layout
  /// Offset of the first byte in the (uncompressed) file.
  let offset: Int
  /// The line of the first byte, counted from 1; of blocks of lines it is known only when the
  /// blocks before it are read, and 1 stands here.
  let line: Int
  /// Length of all blocks of the section together, as far as it can be told beforehand.
  let expectedBytes: Int?

  /// How many bytes the records take.
  var recordBytes: Int {
    switch layout {
    case .lines: bytes.count
    case .ranges(let ranges): (ranges.last?.upperBound ?? 0) - (ranges.first?.lowerBound ?? 0)
    }
  }
}

/// What the records of a block gave.
struct BlockRows: Sendable {
  let section: Section
  let file: Int
  let rows: CellGrid
  /// Where the records stand, with lines counted from the block's first.
  let places: RecordPlaces
  let texts: TextPoolBuilder
  let problems: Problems
  let unknownValues: [UnknownValue]
  /// How many lines the block has, if its lines count from 1.
  let lineCount: Int?
  /// How many bytes were read, and how many are expected of the section.
  let byteCount: Int
  let expectedBytes: Int?
}
