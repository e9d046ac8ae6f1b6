import Glibc
import HTMLTree
import Testing

/// What a parser makes of a fragment doesn't depend on what lay in the memory that it was given.
@Suite struct TreeMemoryTests {
  /// Fills blocks of all small sizes with a number and gives them back, so that the next ones to be
  /// given out hold it.
  private func fillMemory(with number: Int32) {
    for size in stride(from: 32, through: 512, by: 16) {
      let blocks = (0..<8).compactMap { _ in unsafe malloc(size) }
      for block in unsafe blocks {
        unsafe block.bindMemory(to: Int32.self, capacity: size / 4)
          .update(repeating: number, count: size / 4)
      }
      for block in unsafe blocks { unsafe free(block) }
    }
  }

  // In a page with a document type a table ends the paragraph before it (HTML, 13.2.6.4.7).
  @Test(arguments: 0..<4)
  func aTableEndsItsParagraph(number: Int) {
    for _ in 0..<50 {
      fillMemory(with: Int32(number))
      let normal = HTMLTree.normalized(
        fragment: Array("<p>a<table><tr><td>b</td></tr></table>c</p>".utf8))
      #expect(
        String(decoding: normal, as: UTF8.self)
          == "<p>a</p><table><tbody><tr><td>b</td></tr></tbody></table>c<p></p>")
    }
  }
}
