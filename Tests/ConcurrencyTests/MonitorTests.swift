import Concurrency
import Testing

@Suite struct MonitorTests {
  @Test func waitsUntilAnotherThreadHasChangedTheValue() {
    let monitor = Monitor(0)
    let seen = [true, false].concurrentMap(width: 2) { isWaiting -> Int in
      if isWaiting { return monitor.wait { $0 >= 1000 ? $0 : nil } }
      for _ in 0..<1000 { monitor.change { $0 += 1 } }
      return 0
    }
    #expect(seen == [1000, 0])
  }

  @Test func givesAResultAtOnceWhereThereIsOne() {
    let monitor = Monitor(["first"])
    #expect(monitor.wait { $0.popLast() } == "first")
    #expect(monitor.change { $0.count } == 0)
  }

  @Test func changesFromManyThreadsAreAllKept() {
    let monitor = Monitor(0)
    (0..<4).concurrentForEach(width: 4) { _ in
      for _ in 0..<500 { monitor.change { $0 += 1 } }
    }
    #expect(monitor.wait { $0 } == 2000)
  }
}
