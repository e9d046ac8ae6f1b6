extension RelativePath {
  /// The path that `reference`, written in this file, leads to: `../a.md`, `./b.md`, `/c.md`.
  ///
  /// A reference that begins with a slash starts at the root. A final slash is dropped. `nil` where
  /// the reference is empty, leads out of the root or to the root itself. Percent escapes,
  /// fragments and queries must have been taken off.
  public func resolving(_ reference: String) -> RelativePath? {
    var parts = reference.hasPrefix("/") ? [] : Array(components.dropLast())
    guard !reference.isEmpty else { return nil }
    for bytes in reference.utf8.split(separator: UInt8(ascii: "/")) {
      let part = Substring(bytes)
      if part == "." { continue }
      if part == ".." {
        if parts.popLast() == nil { return nil }
      } else {
        parts.append(part)
      }
    }
    return RelativePath(parts.joined(separator: "/"))
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
