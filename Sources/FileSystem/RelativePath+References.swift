extension RelativePath {
  /// The path that `reference`, written in this file, leads to: `../a.md`, `./b.md`, `/c.md`.
  ///
  /// A reference that begins with a slash starts at the root. A final slash is dropped. `nil` where
  /// the reference is empty, leads out of the root or to the root itself. Percent escapes,
  /// fragments and queries must have been taken off.
  public func resolving(_ reference: String) -> RelativePath? {
    let reference = Array(reference.utf8)
    guard let first = reference.first else { return nil }
    let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
    // The path so far, with a slash behind each part.
    var path: [UInt8] = []
    if first != slash {
      path = Array(description.utf8)
      path.removeSubrange((path.lastIndex(of: slash).map { $0 + 1 } ?? 0)...)
    }
    var start = 0
    while start < reference.count {
      let end = reference[start...].firstIndex(of: slash) ?? reference.count
      let length = end - start
      if length == 2, reference[start] == dot, reference[start + 1] == dot {
        guard path.popLast() != nil else { return nil }
        path.removeSubrange((path.lastIndex(of: slash).map { $0 + 1 } ?? 0)...)
      } else if length > 1 || length == 1 && reference[start] != dot {
        path += reference[start..<end]
        path.append(slash)
      }
      start = end + 1
    }
    return RelativePath(String(decoding: path.dropLast(), as: UTF8.self))
  }

  /// How a link in this file reaches `other`, such as `../a/b.md`; never empty.
  public func reference(to other: RelativePath) -> String {
    let here = description.utf8
    let there = other.description.utf8
    // The folders that both have in common end with the last slash of what both begin with.
    var (mine, its) = (here.startIndex, there.startIndex)
    var shared = its
    while mine < here.endIndex, its < there.endIndex, here[mine] == there[its] {
      let isSlash = here[mine] == UInt8(ascii: "/")
      here.formIndex(after: &mine)
      there.formIndex(after: &its)
      if isSlash { shared = its }
    }
    let depth = here.count { $0 == UInt8(ascii: "/") }
    let common = there[..<shared].count { $0 == UInt8(ascii: "/") }
    return String(repeating: "../", count: depth - common) + other.description[shared...]
  }
}
