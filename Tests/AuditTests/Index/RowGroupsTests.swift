import Testing

@testable import Audit

/// Rows by group, and where each row came to lie.
@Suite struct RowGroupsTests {
  @Test(arguments: [
    [], [0], [-1], [2, 0, 2, -7, 1, 2, 0], (0..<100).map { Int32($0 * 7 % 5) - 1 },
  ])
  func groupsKeepTheOrderOfRows(groups: [Int32]) {
    var places = groups
    let grouped = RowGroups(&places)
    for group in Int32(-1)..<6 {
      let expected = groups.indices.filter { group >= 0 && groups[$0] == group }
      #expect(grouped[group].map(Int.init) == expected)
    }
    for (row, place) in places.enumerated() {
      #expect((place < 0) == (groups[row] < 0))
      if place >= 0 { #expect(grouped.allRows[Int(place)] == row) }
    }
  }

  @Test func valuesStandForRows() {
    let grouped = RowGroups(count: 4, value: { Int32($0 * 10) }) { Int32($0 % 2) }
    #expect(Array(grouped[0]) == [0, 20])
    #expect(Array(grouped[1]) == [10, 30])
  }
}
