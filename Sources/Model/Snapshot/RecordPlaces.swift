/// Where a record stands in its input file.
public struct RecordPlace: Hashable, Sendable {
  /// Offset of the record's first byte in the (uncompressed) file.
  public var offset: Int64
  /// Length of the record in bytes.
  public var length: Int32
  /// Line of the record's first byte, counted from 1.
  public var line: Int32
  /// Position of the file in the snapshot's list of files.
  public var file: Int16

  /// A place from its parts.
  public init(file: Int16, line: Int32, offset: Int64, length: Int32) {
    self.file = file
    self.line = line
    self.offset = offset
    self.length = length
  }
}

/// The places of a section's records: 8 bytes each, where lines follow each other evenly.
public struct RecordPlaces: Sendable {
  /// Records of one file, whose first lines are equally far apart.
  private struct Stretch {
    let firstRow: Int32
    let first: RecordPlace
    /// Lines from one record to the next; `nil` as long as there is one record.
    var step: Int32?
  }

  private var stretches: [Stretch] = []
  private var offsets: [UInt32] = []
  private var lengths: [UInt32] = []

  /// No places.
  public init() {}

  /// How many places there are.
  public var count: Int { offsets.count }

  /// Makes room for `count` places in all.
  public mutating func reserve(_ count: Int) {
    offsets.reserveCapacity(count)
    lengths.reserveCapacity(count)
  }

  /// Adds the place of the next record.
  public mutating func append(_ place: RecordPlace) {
    let row = Int32(count)
    if let last = stretches.last, let step = step(from: last, to: place, row) {
      stretches[stretches.count - 1].step = step
      offsets.append(UInt32(place.offset - last.first.offset))
    } else {
      stretches.append(Stretch(firstRow: row, first: place, step: nil))
      offsets.append(0)
    }
    lengths.append(UInt32(bitPattern: place.length))
  }

  /// The step with which a place continues a stretch; `nil` if it can't.
  private func step(from stretch: Stretch, to place: RecordPlace, _ row: Int32) -> Int32? {
    let distance = place.offset - stretch.first.offset
    guard place.file == stretch.first.file, (0...Int64(UInt32.max)).contains(distance) else {
      return nil
    }
    let lines = place.line - stretch.first.line
    guard let step = stretch.step else { return lines }
    return lines == step * (row - stretch.firstRow) ? step : nil
  }

  /// The place of a record.
  ///
  /// Complexity: logarithmic in the number of irregularities.
  public subscript(row: Int) -> RecordPlace {
    var low = 0
    var high = stretches.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if stretches[middle].firstRow <= row { low = middle } else { high = middle }
    }
    let stretch = stretches[low]
    let steps = Int32(row) - stretch.firstRow
    return RecordPlace(
      file: stretch.first.file, line: stretch.first.line + (stretch.step ?? 0) * steps,
      offset: stretch.first.offset + Int64(offsets[row]),
      length: Int32(bitPattern: lengths[row]))
  }
}
