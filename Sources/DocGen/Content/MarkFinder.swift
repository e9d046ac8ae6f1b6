import Localization

/// Finds out in one pass which groups of marks a text may have.
///
/// Each mark has three bytes in a row that tell it best; only where those are met is it looked for as a
/// whole. Looking for each of some thirty marks by itself takes longer than parsing a page.
struct MarkFinder: Sendable {
  private let groups: [[StaticString]]
  /// The groups that have a byte at the first, the second and the third telling place, one bit each.
  private var first = [UInt64](repeating: 0, count: 256)
  private var second = [UInt64](repeating: 0, count: 256)
  private var third = [UInt64](repeating: 0, count: 256)

  /// A finder of up to 64 groups of marks, each of at least three bytes.
  init(_ groups: [[StaticString]]) {
    self.groups = groups
    for (group, marks) in groups.enumerated() {
      for mark in marks {
        let telling = Self.telling(mark.bytes)
        first[Int(telling[0])] |= 1 << group
        second[Int(telling[1])] |= 1 << group
        third[Int(telling[2])] |= 1 << group
      }
    }
  }

  /// The three bytes in a row that texts have least often: letters and blanks say little.
  private static func telling(_ mark: [UInt8]) -> [UInt8] {
    func commonness(_ byte: UInt8) -> Int {
      switch byte {
      case 32, 97...122: 3
      case 48...57, 65...90: 2
      default: 1
      }
    }
    let starts = 0...(mark.count - 3)
    let best = starts.min { left, right in
      func sum(_ start: Int) -> Int { mark[start..<(start + 3)].reduce(0) { $0 + commonness($1) } }
      return sum(left) < sum(right)
    }
    return Array(mark[(best ?? 0)...].prefix(3))
  }

  /// The groups of which a text has a mark, one bit each.
  ///
  /// - Complexity: One pass over the bytes, and one more for each mark of a group that may be there.
  func groups(in text: [UInt8]) -> UInt64 {
    var candidates = text.withUnsafeBufferPointer { text in
      var (one, two, found): (UInt64, UInt64, UInt64) = (0, 0, 0)
      for byte in text {
        found |= two & third[Int(byte)]
        two = one & second[Int(byte)]
        one = first[Int(byte)]
      }
      return found
    }
    for (group, marks) in groups.enumerated() where candidates & 1 << group != 0 {
      if !marks.contains(where: { text.range(of: $0, in: 0..<text.count) != nil }) {
        candidates &= ~(1 << group)
      }
    }
    return candidates
  }
}
