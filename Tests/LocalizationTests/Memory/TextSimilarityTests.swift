import Testing

@testable import Localization

@Suite struct TextSimilarityTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("kitten", "sitting", 3), ("abc", "abc", 0),
    ("abc", "cba", 2), ("a", "b", 1), ("ab", "ba", 2),
  ])
  func countsTheChanges(_ left: String, _ right: String, _ changes: Int) {
    #expect(BitDistance.between(Array(left.utf8)[...], Array(right.utf8)[...]) == changes)
  }

  /// Texts of up to four blocks, their ends at and beside the ends of blocks, agree with the table
  /// that is filled cell by cell.
  @Test(arguments: [1, 2, 31, 63, 64, 65, 127, 128, 129, 200, 256])
  func agreesWithTheTable(length: Int) {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 &* UInt64(length)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for round in 0..<40 {
      let left = (0..<length).map { _ in UInt8(97 + next(round % 4 + 1)) }
      var right = left
      for _ in 0..<next(12) where !right.isEmpty {
        let place = next(right.count)
        switch next(3) {
        case 0: right.remove(at: place)
        case 1: right.insert(UInt8(97 + next(4)), at: place)
        default: right[place] = UInt8(97 + next(4))
        }
      }
      if round % 5 == 0 { right = (0..<next(150)).map { _ in UInt8(97 + next(3)) } }
      #expect(
        BitDistance.between(left[...], right[...]) == TextSimilarity.distance(left, right))
    }
  }

  /// Slices that don't begin at 0 are compared as what they hold.
  @Test func comparesSlices() {
    let bytes = Array("xxhalloyyhello".utf8)
    #expect(TextSimilarity.ratio(bytes[2..<7], bytes[9..<14]) == 0.8)
  }
}
