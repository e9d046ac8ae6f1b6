import Localization

/// Finds out in one pass which groups of marks a text may have.
///
/// Each mark has three bytes in a row that tell it best; only where those are met is it compared as a
/// whole. Looking for each of some thirty marks by itself takes longer than parsing a page.
struct MarkFinder: Sendable {
  private struct Mark {
    let text: StaticString
    /// How many bytes it has before its telling ones.
    let offset: Int
  }

  private let groups: [[Mark]]
  /// The groups that have a byte at the first, the second and the third telling place, one bit each.
  private var first = [UInt64](repeating: 0, count: 256)
  private var second = [UInt64](repeating: 0, count: 256)
  private var third = [UInt64](repeating: 0, count: 256)

  /// A finder of up to 64 groups of marks, each of at least three bytes.
  init(_ groups: [[StaticString]]) {
    self.groups = groups.map { marks in
      marks.map { Mark(text: $0, offset: Self.telling($0.bytes)) }
    }
    for (group, marks) in self.groups.enumerated() {
      for mark in marks {
        let telling = mark.text.bytes[mark.offset...].prefix(3).map { $0 }
        first[Int(telling[0])] |= 1 << group
        second[Int(telling[1])] |= 1 << group
        third[Int(telling[2])] |= 1 << group
      }
    }
  }

  /// Where the three bytes in a row begin that texts have least often: letters and blanks say little.
  private static func telling(_ mark: [UInt8]) -> Int {
    func commonness(_ byte: UInt8) -> Int {
      switch byte {
      case 32, 97...122: 3
      case 48...57, 65...90: 2
      default: 1
      }
    }
    let best = (0...(mark.count - 3)).min { left, right in
      func sum(_ start: Int) -> Int { mark[start..<(start + 3)].reduce(0) { $0 + commonness($1) } }
      return sum(left) < sum(right)
    }
    return best ?? 0
  }

  /// The groups of which a text has a mark, one bit each.
  ///
  /// - Complexity: One pass over the bytes.
  func groups(in text: [UInt8]) -> UInt64 {
    guard text.count > 2 else { return 0 }
    var found: UInt64 = 0
    for index in 0..<(text.count - 2) {
      // Few bytes of a text begin the telling ones of a mark.
      let begun = first[Int(text[index])]
      if begun == 0 { continue }
      let hits = begun & second[Int(text[index + 1])] & third[Int(text[index + 2])] & ~found
      if hits != 0 { found |= confirmed(hits, in: text, at: index) }
    }
    return found
  }

  /// The groups, of some, that have a mark whose telling bytes stand at a place.
  private func confirmed(_ hits: UInt64, in text: [UInt8], at place: Int) -> UInt64 {
    var (rest, found): (UInt64, UInt64) = (hits, 0)
    while rest != 0 {
      let group = rest.trailingZeroBitCount
      rest &= rest - 1
      if groups[group].contains(where: { text.hasBytes($0.text, at: place - $0.offset) }) {
        found |= 1 << group
      }
    }
    return found
  }
}
