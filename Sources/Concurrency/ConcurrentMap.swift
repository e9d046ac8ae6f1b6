import Synchronization

extension RandomAccessCollection where Self: Sendable, Element: Sendable {
  /// Transforms every element on up to `width` threads; the results are in the order of the
  /// elements, so that output doesn't depend on the number of processors.
  ///
  /// Elements are started in order. After a failure no further element is started, and the failure
  /// of the first failing element is thrown, the same one on every run. The transform runs on
  /// threads with 8 MB of stack, never on the calling one. Handing out an element costs one atomic
  /// addition.
  ///
  /// - Parameters:
  ///   - width: How many elements are in work at once: at least 1.
  ///   - transform: What is done to each element.
  /// - Returns: As many results as there are elements, in their order.
  /// - Throws: The error of the first element that failed.
  public func concurrentMap<Result: Sendable, Failure: Error>(
    width: Int = availableProcessorCount(),
    _ transform: @Sendable (Element) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    let next = Atomic(0)
    let hasFailed = Atomic(false)
    let chunks = Mutex<[(Int, Swift.Result<Result, Failure>)]>([])
    runOnThreads(Swift.min(Swift.max(width, 1), count)) {
      var own: [(Int, Swift.Result<Result, Failure>)] = []
      while !hasFailed.load(ordering: .relaxed) {
        let offset = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard offset < count else { break }
        do throws(Failure) {
          own.append((offset, .success(try transform(self[index(startIndex, offsetBy: offset)]))))
        } catch {
          own.append((offset, .failure(error)))
          hasFailed.store(true, ordering: .relaxed)
        }
      }
      chunks.withLock { $0 += own }
    }
    var ordered = chunks.withLock { $0 }
    ordered.sort { $0.0 < $1.0 }
    var results: [Result] = []
    results.reserveCapacity(ordered.count)
    for (_, result) in ordered { results.append(try result.get()) }
    return results
  }

  /// Does something with every element on up to `width` threads, keeping no results.
  ///
  /// What is said of ``concurrentMap(width:_:)`` holds here too; the order in which elements end is
  /// not defined.
  ///
  /// - Parameters:
  ///   - width: How many elements are in work at once: at least 1.
  ///   - body: What is done with each element.
  /// - Throws: The error of the first element that failed.
  public func concurrentForEach<Failure: Error>(
    width: Int = availableProcessorCount(),
    _ body: @Sendable (Element) throws(Failure) -> Void
  ) throws(Failure) {
    _ = try concurrentMap(width: width, body)
  }
}
