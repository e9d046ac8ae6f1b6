import Model

/// The runs that share their id with others.
struct RepeatedRuns: Sendable {
  private var numbers: [Int32: Int] = [:]
  private var counts: [Int] = []

  init(_ duplicates: DuplicateIds) {
    guard duplicates.exist(in: .runs) else { return }
    for (number, group) in duplicates.groups(in: .runs).enumerated() {
      for row in group.rows { numbers[row] = number }
      counts.append(group.rows.count)
    }
  }

  /// The rows of all of them.
  var rows: Dictionary<Int32, Int>.Keys { numbers.keys }

  /// What stands for the id of a row; `nil` if no other run has it.
  func number(of row: Int32) -> Int? { numbers.isEmpty ? nil : numbers[row] }

  /// How many runs have an id.
  func count(of number: Int) -> Int { counts[number] }
}
