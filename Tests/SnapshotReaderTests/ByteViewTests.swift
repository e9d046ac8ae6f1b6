import Testing

@testable import SnapshotReader

@Suite struct ByteViewTests {
  /// What follows a range is never looked at: in a document of one line, that would be the whole rest
  /// for each of its records.
  @Test(arguments: [
    ("ab\ncd\nef", 0..<8, 2), ("ab\ncd\nef", 0..<2, 0), ("ab\ncd\nef", 2..<3, 1),
    ("ab\ncd\nef", 3..<5, 0), ("ab\n\n\n", 0..<5, 3), ("abcdef", 0..<6, 0), ("", 0..<0, 0),
  ])
  func lineFeedsOfARangeAreCounted(text: String, range: Range<Int>, count: Int) {
    #expect(Array(text.utf8).withView { $0.lineCount(range) } == count)
  }

  @Test(arguments: [(0, 8, 2), (0, 3, 2), (0, 2, 2), (0, 1, 1), (3, 8, 5), (6, 8, 8), (8, 8, 8)])
  func theEndOfALineIsFoundNoFurtherThanAsked(start: Int, end: Int, found: Int) {
    #expect(Array("ab\ncd\nef".utf8).withView { $0.endOfLine(from: start, before: end) } == found)
  }
}
