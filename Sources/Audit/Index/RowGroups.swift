import Model

/// Rows grouped by the record that they refer to, in two flat arrays.
///
/// A million runs by target cost four bytes each.
public struct RowGroups: Sendable {
  private let starts: FixedList<Int32>
  private let rows: FixedList<Int32>

  /// Groups the rows `0..<count`; within a group they keep their order.
  ///
  /// `group` gives the group of a row; negative: none. `value` gives what is kept of it; without
  /// it, the row itself.
  public init(count: Int, value: ((Int) -> Int32)? = nil, group: (Int) -> Int32) {
    var groups = (0..<count).map(group)
    self.init(&groups, value: value)
  }

  /// Groups rows by their groups; negative: none.
  ///
  /// Leaves in `groups` the position of each row among ``allRows``; -1: it is not among them.
  init(_ groups: inout [Int32], value: ((Int) -> Int32)? = nil) {
    let groupCount = max(Int(groups.max() ?? -1) + 1, 0)
    var starts = [Int32](repeating: 0, count: groupCount + 1)
    for (row, group) in groups.enumerated() where group >= 0 {
      let ahead = row + Self.lookAhead
      if ahead < groups.count { Self.fetchAhead(starts, groups[ahead]) }
      starts[Int(group) + 1] += 1
    }
    for group in 0..<groupCount { starts[group + 1] += starts[group] }
    var next = starts
    var rows = [Int32](repeating: 0, count: Int(starts[groupCount]))
    for row in groups.indices {
      let ahead = row + Self.lookAhead
      if ahead < groups.count { Self.fetchAhead(next, groups[ahead]) }
      let group = Int(groups[row])
      guard group >= 0 else {
        groups[row] = -1
        continue
      }
      let place = next[group]
      rows[Int(place)] = value?(row) ?? Int32(row)
      next[group] = place + 1
      groups[row] = place
    }
    self.starts = FixedList(starts)
    self.rows = FixedList(rows)
  }

  /// How many rows further on the counter of a row's group is fetched.
  private static let lookAhead = 16

  private static func fetchAhead(_ counters: [Int32], _ group: Int32) {
    counters.withUnsafeBufferPointer { $0.fetchAhead(Int(group)) }
  }

  /// The rows of all groups, one group after the other.
  var allRows: FixedSlice<Int32> { rows[0..<rows.count] }

  /// The positions of a group among ``allRows``; none of a negative one.
  func range(of group: Int32) -> Range<Int> {
    guard group >= 0, Int(group) < starts.count - 1 else { return 0..<0 }
    return Int(starts[Int(group)])..<Int(starts[Int(group) + 1])
  }

  /// The rows of a group; none of a negative one.
  public subscript(_ group: Int32) -> FixedSlice<Int32> { rows[range(of: group)] }
}
