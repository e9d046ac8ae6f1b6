public import Model

/// The ids that more than one record of a section has.
public struct DuplicateIds: Sendable {
  /// The rows of each duplicated id, a dictionary a section at the section's raw value.
  private let rows: [[Identifier: [Int32]]]
  /// The largest number of records with one id; 1 where all ids are unique.
  public let largestGroup: Int

  /// Finds the duplicates of a snapshot.
  ///
  /// Complexity: linear in the number of records, with one bit a text.
  public init(_ snapshot: Snapshot) {
    var rows: [[Identifier: [Int32]]] = []
    var largest = 1
    var seen = [UInt64](repeating: 0, count: snapshot.texts.count / 64 + 1)
    for section in Section.allCases {
      let keys = snapshot.keys(of: section)
      var groups: [Identifier: [Int32]] = [:]
      for case let key? in keys {
        let bit: UInt64 = 1 << UInt64(key.index & 63)
        if seen[Int(key.index >> 6)] & bit != 0 { groups[key] = [] }
        seen[Int(key.index >> 6)] |= bit
      }
      for case let key? in keys { seen[Int(key.index >> 6)] = 0 }
      if !groups.isEmpty {
        for (row, key) in keys.enumerated() {
          if let key, groups[key] != nil { groups[key]?.append(Int32(row)) }
        }
        largest = groups.values.reduce(largest) { max($0, $1.count) }
      }
      rows.append(groups)
    }
    self.rows = rows
    largestGroup = largest
  }

  /// Whether a section has duplicates.
  public func exist(in section: Section) -> Bool { !rows[section.rawValue].isEmpty }

  /// The rows with an id, if there are several.
  public func rows(of key: Identifier, in section: Section) -> [Int32]? {
    rows[section.rawValue][key]
  }

  /// The duplicated ids of a section, the first row of each in front, in the order of those rows.
  public func groups(in section: Section) -> [(key: Identifier, rows: [Int32])] {
    rows[section.rawValue].map { ($0.key, $0.value) }.sorted { $0.1[0] < $1.1[0] }
  }
}
