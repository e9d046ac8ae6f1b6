/// Where the front matter of a page begins and ends.
public struct FrontMatterBounds: Hashable, Sendable {
  /// The YAML between the two `---` lines; `nil` if the page has no front matter.
  public let content: Range<Int>?
  /// The first byte of the body.
  public let bodyStart: Int

  /// Finds the front matter.
  ///
  /// Three points end it too, as they end a document in YAML. A first `---` line without a second one begins a body.
  public init(_ page: [UInt8]) {
    let byteOrderMark = page.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let start = Self.endOfRule(page, at: byteOrderMark) else {
      (content, bodyStart) = (nil, byteOrderMark)
      return
    }
    var line = start
    while line < page.count {
      if let end = Self.endOfRule(page, at: line) ?? Self.endOfRule(page, at: line, "...") {
        (content, bodyStart) = (start..<line, end)
        return
      }
      guard let newline = page.firstIndex(of: UInt8(ascii: "\n"), from: line) else { break }
      line = newline + 1
    }
    (content, bodyStart) = (nil, byteOrderMark)
  }

  /// The start of the next line if the line at `start` is `---`, or another mark of three bytes.
  private static func endOfRule(
    _ page: [UInt8], at start: Int, _ mark: StaticString = "---"
  ) -> Int? {
    guard page.hasBytes(mark, at: start) else { return nil }
    var position = start + 3
    while position < page.count, page[position] != UInt8(ascii: "\n") {
      guard page[position].isWhitespace else { return nil }
      position += 1
    }
    return min(position + 1, page.count)
  }
}
