import Testing

@testable import Localization

@Suite struct BytesTests {
  @Test(arguments: [
    ("abcabd", "abd", true), ("abcab", "abd", false), ("aab", "ab", true), ("ab", "abc", false),
    ("abc", "c", true), ("abc", "", true), ("", "", true), ("", "a", false), ("aaaa", "aaaa", true),
  ])
  func findsBytesInARow(_ text: String, _ part: String, _ isThere: Bool) {
    #expect(Array(text.utf8).contains(sequence: Array(part.utf8)) == isThere)
  }
}
