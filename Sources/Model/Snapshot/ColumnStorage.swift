/// The memory of a column: marks and payloads that grow at the end.
///
/// Marks and payloads that are the same in every row take no memory; other payloads take 1, 4 or 8
/// bytes, as the largest needs.
@usableFromInline
final class ColumnStorage: @unchecked Sendable {
  /// Where the cells lie.
  @usableFromInline private(set) var cells = CellMemory()
  /// How many cells there will be, as far as is known.
  var expectedCount = 0
  private var markCapacity = 0
  private var payloadCapacity = 0

  init() {}

  /// A copy with memory of its own.
  init(copying other: ColumnStorage) {
    expectedCount = other.expectedCount
    cells = other.cells
    if let marks = other.cells.marks {
      cells.marks = nil
      reserveMarks(cells.count)
      cells.marks?.update(from: marks, count: cells.count)
    }
    if let payloads = other.cells.payloads {
      cells.payloads = nil
      reservePayloads(cells.count)
      cells.payloads?.copyMemory(
        from: payloads, byteCount: cells.count * Int(cells.width))
    }
  }

  deinit {
    cells.marks?.deallocate()
    cells.payloads?.deallocate()
  }

  /// Adds cells; `payload` gives what is kept of each, by its position.
  func append(_ added: Column.Cells, payload: (Int) -> Int64) {
    guard added.count > 0 else { return }
    if cells.count == 0 { cells.uniformMark = added.mark(0) }
    appendMarks(added)
    var moved: [Int64] = []
    moved.reserveCapacity(added.count)
    for position in 0..<added.count { moved.append(payload(position)) }
    appendPayloads(moved)
    cells.count += added.count
  }

  /// Makes `count` cells of an empty column absent.
  func appendAbsent(_ count: Int) {
    precondition(cells.count == 0, "absent cells come first")
    cells.count = count
  }

  private func appendMarks(_ added: Column.Cells) {
    let first = cells.uniformMark
    if cells.marks == nil, (0..<added.count).allSatisfy({ added.mark($0) == first }) {
      return
    }
    let isFirst = cells.marks == nil
    reserveMarks(cells.count + added.count)
    guard let marks = cells.marks else { return }
    if isFirst { marks.update(repeating: first, count: cells.count) }
    for position in 0..<added.count { marks[cells.count + position] = added.mark(position) }
  }

  private func appendPayloads(_ added: [Int64]) {
    var (low, high) = (added[0], added[0])
    for value in added {
      low = min(low, value)
      high = max(high, value)
    }
    if cells.count == 0 { cells.uniformPayload = low }
    if cells.width == 0 {
      if low == cells.uniformPayload, high == low { return }
      low = min(low, cells.uniformPayload)
      high = max(high, cells.uniformPayload)
    }
    widen(to: max(cells.width, Self.width(low...high)), cells.count + added.count)
    reservePayloads(cells.count + added.count)
    store(added, at: cells.count)
  }

  private static func width(_ range: ClosedRange<Int64>) -> UInt8 {
    if range.lowerBound >= 0, range.upperBound <= Int64(UInt8.max) { return 1 }
    let isNarrow =
      range.lowerBound >= Int64(Int32.min) && range.upperBound <= Int64(Int32.max)
    return isNarrow ? 4 : 8
  }

  private func widen(to width: UInt8, _ total: Int) {
    guard width != cells.width else { return }
    let earlier = cells
    cells.payloads = nil
    payloadCapacity = 0
    cells.width = width
    reservePayloads(total)
    store((0..<cells.count).map(earlier.payload), at: 0)
    earlier.payloads?.deallocate()
  }

  private func store(_ values: [Int64], at first: Int) {
    guard let payloads = cells.payloads else { return }
    switch cells.width {
    case 1:
      let target = payloads.assumingMemoryBound(to: UInt8.self) + first
      for (position, value) in values.enumerated() {
        target[position] = UInt8(truncatingIfNeeded: value)
      }
    case 4:
      let target = payloads.assumingMemoryBound(to: Int32.self) + first
      for (position, value) in values.enumerated() {
        target[position] = Int32(truncatingIfNeeded: value)
      }
    default:
      let target = payloads.assumingMemoryBound(to: Int64.self) + first
      for (position, value) in values.enumerated() { target[position] = value }
    }
  }

  private func reserveMarks(_ needed: Int) {
    guard cells.marks == nil || needed > markCapacity else { return }
    markCapacity = max(needed, expectedCount, markCapacity * 2)
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: markCapacity)
    if let marks = cells.marks {
      memory.update(from: marks, count: cells.count)
      marks.deallocate()
    }
    cells.marks = memory
  }

  private func reservePayloads(_ needed: Int) {
    guard cells.payloads == nil || needed > payloadCapacity else { return }
    payloadCapacity = max(needed, expectedCount, payloadCapacity * 2)
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: payloadCapacity * Int(cells.width), alignment: 8)
    if let payloads = cells.payloads {
      memory.copyMemory(from: payloads, byteCount: cells.count * Int(cells.width))
      payloads.deallocate()
    }
    cells.payloads = memory
  }
}
