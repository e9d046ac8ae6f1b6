import Testing

@testable import DocGen

@Suite struct MarkFinderTests {
  private static let finder = MarkFinder([
    ["xref: ", "& #"], ["] （"], ["LOC", ":::no-loc("], ["a b"],
  ])

  @Test(arguments: [
    ("xref: a", [0]), ("see xref: ", [0]), ("& #", [0]), ("] （", [1]), ("LOC", [2]),
    ("x:::no-loc(", [2]), ("a b", [3]), ("aa b", [3]), ("a a b", [3]),
    ("& # LOC a b ] （ xref: ", [0, 1, 2, 3]), ("LOCLOC", [2]), ("&& #", [0]),
  ])
  func groupsOfMarksThatAreThere(text: String, groups: [Int]) {
    #expect(found(text) == groups)
    #expect(found("words before \(text) and behind\n") == groups)
  }

  @Test(arguments: [
    "", "x", "xr", "xref:", "xref : ", "ref: ", "& ", "&#", "& ＃", "]（", "] (", "L OC", "LO", "LOD",
    ":::no-lo(", "::no-loc(", "a  b", "a", "ab", "b a",
    // The telling bytes of one mark, and not the others.
    "f: ", "f: x", "zref: z", "o-loc(", "::-loc(",
  ])
  func groupsOfOtherTexts(text: String) {
    #expect(found(text) == [])
  }

  /// Marks of one group don't make a mark together.
  @Test func bytesOfTwoMarksAreNone() {
    let finder = MarkFinder([["\\（x", "\\ (y"]])
    #expect(finder.groups(in: Array("\\ （x \\（y \\ (x".utf8)) == 0)
    #expect(finder.groups(in: Array("\\ (y".utf8)) == 1)
  }

  private func found(_ text: String) -> [Int] {
    let groups = Self.finder.groups(in: Array(text.utf8))
    return (0..<64).filter { groups & 1 << $0 != 0 }
  }
}
