import Model
import Testing

/// Columns, which take no room while their cells are alike.
@Suite struct ColumnTests {
  /// A column that gets its cells in parts of a length.
  private func column(_ cells: [(CellMark, Int64)], parts length: Int) -> Column {
    var column = Column()
    for start in stride(from: 0, to: cells.count, by: length) {
      let part = cells[start..<min(start + length, cells.count)]
      part.map(\.0.bits).withUnsafeBufferPointer { marks in
        part.map(\.1).withUnsafeBufferPointer { payloads in
          column.append(
            Column.Cells(
              marks: marks, payloads: payloads, first: 0, stride: 1, count: part.count),
            .none, texts: Array(0..<100))
        }
      }
    }
    return column
  }

  @Test(arguments: 1...4)
  func givesBackWhatWasAdded(length: Int) {
    let cells: [(CellMark, Int64)] = [
      (CellMark(.null), 0), (CellMark(.null), 0), (CellMark(.value), 5), (CellMark(.value), 5),
      (CellMark(timeOfDayOnly: true, zoneAssumed: false), 255), (CellMark(.absent), 0),
      (CellMark(.malformed), 3), (CellMark(.value), 256), (CellMark(.value), -1),
      (CellMark(.value), Int64(Int32.max)), (CellMark(.value), Int64.max), (CellMark(.value), 0),
      (CellMark(.value), Int64.min),
    ]
    for start in cells.indices {
      for end in start...cells.count {
        let column = column(Array(cells[start..<end]), parts: length)
        #expect(column.count == end - start)
        for (row, cell) in cells[start..<end].enumerated() {
          #expect(column.mark(row) == cell.0)
          #expect(column.payload(row) == cell.1)
        }
      }
    }
  }

  /// A column is a value although its memory is shared: what is added to one is not in the other.
  @Test(arguments: [Int64(1), 70_000, Int64.max])
  func copiesAreIndependent(added: Int64) {
    let first = column([(CellMark(.value), 7), (CellMark(.null), 0)], parts: 2)
    var second = first
    [CellMark(.value).bits].withUnsafeBufferPointer { marks in
      [added].withUnsafeBufferPointer { payloads in
        second.append(
          Column.Cells(marks: marks, payloads: payloads, first: 0, stride: 1, count: 1), .none,
          texts: [])
      }
    }
    #expect(first.count == 2)
    #expect(second.count == 3)
    #expect(first.payload(0) == 7 && second.payload(0) == 7 && second.payload(2) == added)
    #expect(first.mark(1).state == .null && second.mark(1).state == .null)
  }

  @Test func beginsWithAbsentCells() {
    let column = Column(absentCount: 3)
    #expect(column.count == 3)
    #expect((0..<3).allSatisfy { column.mark($0).state == .absent && column.payload($0) == 0 })
  }

  @Test func roomChangesNothing() {
    var column = column([(CellMark(.value), 1), (CellMark(.null), 0)], parts: 1)
    column.reserve(1000)
    #expect(column.count == 2 && column.payload(0) == 1 && column.mark(1).state == .null)
  }

  @Test func addsCellsInParts() {
    // Two columns side by side, three rows; the second column is added twice.
    let marks: [CellMark] = [
      CellMark(.absent), CellMark(.value), CellMark(.absent), CellMark(.null), CellMark(.absent),
      CellMark(.unrecognized),
    ]
    let payloads: [Int64] = [0, 1, 0, 0, 0, 2]
    var column = Column()
    var rows = Column()
    marks.map(\.bits).withUnsafeBufferPointer { marks in
      payloads.withUnsafeBufferPointer { payloads in
        let cells = Column.Cells(marks: marks, payloads: payloads, first: 1, stride: 2, count: 3)
        column.append(cells, .texts, texts: [10, 11, 12])
        column.append(cells, .none, texts: [20, 21, 22])
        rows.append(cells, .rows(from: 100), texts: [7, 8, 9])
      }
    }
    #expect((0..<6).map { column.payload($0) } == [11, 0, 12, 1, 0, 22])
    #expect(
      (0..<6).map { column.mark($0).state }
        == [.value, .null, .unrecognized, .value, .null, .unrecognized])
    #expect((0..<3).map { rows.payload($0) } == [101, 0, 9])
  }

  @Test func readsCellsAsFields() {
    let words = column(
      [(CellMark(.value), 1), (CellMark(.value), 99), (CellMark(.unrecognized), 4)], parts: 3)
    #expect(words.field(0) == Field<ActivationState>.value(.inactive))
    #expect(words.field(1) == Field<ActivationState>.absent)
    #expect(words.field(2) == Field<ActivationState>.unreadable(Identifier(index: 4)))
    let times = column(
      [
        (CellMark(timeOfDayOnly: true, zoneAssumed: false), 86_400_000_000),
        (CellMark(timeOfDayOnly: false, zoneAssumed: true), 1), (CellMark(.sentinel), 3),
      ], parts: 3)
    #expect(
      times.field(0) == Field.value(Instant(microseconds: 86_400_000_000, isDayOnly: true)))
    #expect(times.field(1) == Field.value(Instant(microseconds: 1, isZoneAssumed: true)))
    #expect(times.field(2) == Field<Instant>.absent)
    let numbers = column([(CellMark(.value), Int64(bitPattern: (0.25).bitPattern))], parts: 1)
    #expect(numbers.field(0) == Field.value(0.25))
  }

  @Test func placesComeBack() {
    var places = RecordPlaces()
    var expected: [RecordPlace] = []
    // Even lines, uneven lines, another file, and offsets of more than 32 bits.
    let lines: [Int32] = [1, 2, 3, 4, 9, 10, 30, 34, 38, 42, 43]
    for file in Int16(0)..<3 {
      for (index, line) in lines.enumerated() {
        let offset = Int64(index) * 2_000_000_000 + Int64(file)
        expected.append(
          RecordPlace(file: file, line: line, offset: offset, length: Int32(index) * 7))
      }
    }
    for place in expected { places.append(place) }
    #expect(places.count == expected.count)
    for (row, place) in expected.enumerated() { #expect(places[row] == place) }
  }
}
