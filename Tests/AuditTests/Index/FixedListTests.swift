import Testing

@testable import Audit

@Suite struct FixedListTests {
  @Test(arguments: [[], [7], Array(0..<1000)])
  func holdsWhatTheArrayHeld(_ numbers: [Int]) {
    let list = FixedList(numbers)
    let copy = list
    #expect(copy.count == numbers.count)
    #expect(numbers.indices.allSatisfy { copy[$0] == numbers[$0] })
  }

  @Test func outlivesTheArray() {
    func list() -> FixedList<UInt64> { FixedList((0..<64).map { 1 << UInt64($0) }) }
    let lists = (0..<100).map { _ in list() }
    #expect(lists.allSatisfy { $0[63] == 1 << 63 && $0[0] == 1 })
  }
}
