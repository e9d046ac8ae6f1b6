/// Rows grouped by the record that they refer to, in two flat arrays.
///
/// A million runs by target cost four bytes each.
public struct RowGroups: Sendable {
  private let starts: [Int32]
  private let rows: [Int32]

  /// Groups the rows `0..<count`; within a group they keep their order.
  ///
  /// `group` gives the group of a row, below `groupCount`; negative: none. `value` gives what is
  /// kept of it; without it, the row itself.
  public init(
    count: Int, groupCount: Int, value: ((Int) -> Int32)? = nil, group: (Int) -> Int32
  ) {
    var starts = [Int32](repeating: 0, count: groupCount + 1)
    var groups = [Int32](repeating: -1, count: count)
    for row in 0..<count {
      let group = group(row)
      groups[row] = group
      if group >= 0 { starts[Int(group) + 1] += 1 }
    }
    for group in 0..<groupCount { starts[group + 1] += starts[group] }
    var next = starts
    var rows = [Int32](repeating: 0, count: Int(starts[groupCount]))
    for row in 0..<count where groups[row] >= 0 {
      let group = Int(groups[row])
      rows[Int(next[group])] = value?(row) ?? Int32(row)
      next[group] += 1
    }
    self.starts = starts
    self.rows = rows
  }

  /// The rows of all groups, one group after the other.
  var allRows: [Int32] { rows }

  /// The positions of a group among ``allRows``; none of a negative one.
  func range(of group: Int32) -> Range<Int> {
    guard group >= 0, Int(group) < starts.count - 1 else { return 0..<0 }
    return Int(starts[Int(group)])..<Int(starts[Int(group) + 1])
  }

  /// The rows of a group; none of a negative one.
  public subscript(_ group: Int32) -> ArraySlice<Int32> { rows[range(of: group)] }
}
