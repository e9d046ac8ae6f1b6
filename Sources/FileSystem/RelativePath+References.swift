extension RelativePath {
  /// The path that `reference`, written in this file, leads to: `../a.md`, `./b.md`, `/c.md`.
  ///
  /// A reference that begins with a slash starts at the root. A final slash is dropped. `nil` where
  /// the reference is empty, leads out of the root or to the root itself. Percent escapes,
  /// fragments and queries must have been taken off.
  public func resolving(_ reference: String) -> RelativePath? {
    var parts = reference.hasPrefix("/") ? [] : Array(components.dropLast())
    guard !reference.isEmpty else { return nil }
    for part in reference.split(separator: "/") where part != "." {
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
    let from = components.dropLast()
    let destination = other.components
    var shared = 0
    while shared < from.count, shared < destination.count - 1,
      from[shared].utf8.elementsEqual(destination[shared].utf8)
    {
      shared += 1
    }
    return String(repeating: "../", count: from.count - shared)
      + destination[shared...].joined(separator: "/")
  }
}
