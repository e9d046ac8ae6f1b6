import Concurrency
import Synchronization
import Testing

@Suite struct ConcurrentMapTests {
  struct Refused: Error, Equatable { var number: Int }

  @Test(arguments: [1, 2, 3, 8, 1000])
  func keepsTheOrder(width: Int) {
    let results = Array(0..<500).concurrentMap(width: width) { number in
      // Early elements take longest, so that later ones overtake them.
      var sum = 0
      for step in 0..<(500 - number) * 20 { sum &+= step }
      return sum == -1 ? -1 : number * 2
    }
    #expect(results == (0..<500).map { $0 * 2 })
  }

  @Test func emptyGivesEmpty() {
    #expect([Int]().concurrentMap(width: 4) { $0 } == [])
  }

  @Test func slicesAreMappedFromTheirStart() {
    #expect([9, 8, 7, 6][1...2].concurrentMap(width: 2) { $0 } == [8, 7])
  }

  @Test func everyElementIsSeenOnce() {
    let sum = Atomic(0)
    (1...1000).concurrentForEach(width: 4) { number in sum.add(number, ordering: .relaxed) }
    #expect(sum.load(ordering: .relaxed) == 500_500)
  }

  @Test(arguments: 1...20)
  func theFirstFailureIsThrown(attempt: Int) {
    let error = #expect(throws: Refused.self) {
      try Array(0..<200).concurrentForEach(width: 4) { number throws(Refused) in
        if number % 10 == 7 { throw Refused(number: number) }
      }
    }
    #expect(error == Refused(number: 7))
  }

  @Test func noElementIsStartedLongAfterAFailure() {
    let started = Atomic(0)
    #expect(throws: Refused.self) {
      try Array(0..<1_000_000).concurrentForEach(width: 2) { number throws(Refused) in
        started.add(1, ordering: .relaxed)
        throw Refused(number: number)
      }
    }
    #expect(started.load(ordering: .relaxed) <= 2)
  }

  @Test func noMoreThanTheWidthRunAtOnce() {
    let running = Mutex((now: 0, most: 0))
    Array(0..<200).concurrentForEach(width: 3) { _ in
      running.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      running.withLock { $0.now -= 1 }
    }
    #expect(running.withLock { $0.most } <= 3)
  }

  /// Deeper than the 512 KB that pool threads may have.
  @Test func theStackIsDeep() {
    @Sendable func depth(_ level: Int) -> Int {
      withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 8) { buffer in
        buffer[0] = UInt8(level & 1)
        return level == 0 ? 0 : depth(level - 1) + 1
      }
    }
    #expect([4000].concurrentMap(width: 1) { depth($0) } == [4000])
  }

  @Test func thereIsAProcessor() {
    #expect(availableProcessorCount() >= 1)
  }
}

@Suite struct ConcurrentlyTests {
  @Test(arguments: [1, 2, 5])
  func bothAreDone(width: Int) {
    let (sum, text) = concurrently(width: width) {
      (1...100).reduce(0, +)
    } _: {
      "text"
    }
    #expect(sum == 5050)
    #expect(text == "text")
  }

  /// Each waits for the other, which only two threads can do.
  @Test(.timeLimit(.minutes(5))) func bothAreInWorkAtOnce() {
    let monitor = Monitor(0)
    @Sendable func meet() -> Int {
      monitor.change { $0 += 1 }
      return monitor.wait { $0 == 2 ? 2 : nil }
    }
    let (first, second) = concurrently(width: 2, meet, meet)
    #expect(first == 2 && second == 2)
  }

  private struct Failure: Error, Equatable { var number: Int }

  /// The first failure counts, whichever of two comes first.
  @Test(arguments: [1, 2], [[1], [2], [1, 2]])
  func failuresAreThrown(width: Int, failing: [Int]) {
    @Sendable func step(_ number: Int) throws(Failure) -> Int {
      if failing.contains(number) { throw Failure(number: number) }
      return number
    }
    #expect(throws: Failure(number: failing[0])) {
      try concurrently(width: width) { () throws(Failure) in
        try step(1)
      } _: { () throws(Failure) in
        try step(2)
      }
    }
  }
}
