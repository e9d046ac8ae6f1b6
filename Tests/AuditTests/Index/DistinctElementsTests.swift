import Testing

@testable import Audit

/// Going through what differs, in short lists without a set and in long ones with one.
@Suite struct DistinctElementsTests {
  @Test(arguments: [[], [1], [2, 1, 2, 1], Array(0..<8) + [3], Array(0..<30) + Array(5..<40)])
  func givesEachKeyOnceInItsOrder(numbers: [Int]) {
    var found: [Int] = []
    numbers.forEachDistinct(by: { $0 }) { found.append($0) }
    var expected: [Int] = []
    for number in numbers where !expected.contains(number) { expected.append(number) }
    #expect(found == expected)
  }

  /// What has no key is never the same as anything.
  @Test(arguments: [4, 20]) func givesEverythingWithoutAKey(count: Int) {
    var found = 0
    (0..<count).map { $0 }.forEachDistinct(by: { _ in Int?.none }) { _ in found += 1 }
    #expect(found == count)
  }
}
