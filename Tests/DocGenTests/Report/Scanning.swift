import Glibc

/// Finds pieces of long pages; the C library does it, because a page has a hundred thousand bytes
/// and a report hundreds of pages.
extension String {
  /// The texts between each `start` and the next `end` after it.
  func values(between start: String, and end: String) -> [String] {
    var values: [String] = []
    withCString { text in
      var position = text
      while let found = strstr(position, start) {
        let first = found + start.utf8.count
        guard let last = strstr(first, end) else { return }
        values.append(
          String(
            decoding: UnsafeRawBufferPointer(start: first, count: last - first), as: UTF8.self))
        position = UnsafePointer(last)
      }
    }
    return values
  }

  /// How often a text is in this one.
  func count(of part: String) -> Int {
    withCString { text in
      var (count, position) = (0, text)
      while let found = strstr(position, part) {
        count += 1
        position = UnsafePointer(found + part.utf8.count)
      }
      return count
    }
  }

  /// Whether a text is in this one, byte for byte.
  func has(_ part: String) -> Bool { withCString { strstr($0, part) != nil } }

  /// Whether a text with a number behind it, and then an ending, is in this one: `<i12>`.
  func hasNumbered(_ start: String, _ end: String) -> Bool {
    withCString { text in
      var position = text
      while let found = strstr(position, start) {
        var next = found + start.utf8.count
        let first = next
        while (0x30...0x39).contains(next.pointee) { next += 1 }
        if next > first, strncmp(next, end, end.utf8.count) == 0 { return true }
        position = UnsafePointer(found + 1)
      }
      return false
    }
  }
}
