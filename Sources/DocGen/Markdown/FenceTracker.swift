/// Follows fenced code from line to line.
struct FenceTracker {
  private var fence: (mark: UInt8, length: Int)?

  /// Whether a line is code or the border of it.
  ///
  /// Lines must be given in order.
  mutating func isCode(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == 32 || $0 == 9 || $0 == UInt8(ascii: ">") }
    guard let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return fence != nil
    }
    let length = text.prefix { $0 == mark }.count
    let rest = text.dropFirst(length)
    if let open = fence {
      let isEnd = mark == open.mark && length >= open.length && rest.allSatisfy { $0 <= 32 }
      if isEnd { fence = nil }
      return true
    }
    guard length >= 3, mark == UInt8(ascii: "~") || !rest.contains(mark) else { return false }
    fence = (mark, length)
    return true
  }
}
