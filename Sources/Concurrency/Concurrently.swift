import Synchronization

/// Does two things at once, or one after the other where `width` is 1.
///
/// Both run on threads with 8 MB of stack.
///
/// - Parameters:
///   - width: How many things are in work at once: at least 1.
///   - first: The first thing to do.
///   - second: The second.
/// - Returns: What both gave.
/// - Throws: The error of the first thing, else that of the second.
public func concurrently<First: Sendable, Second: Sendable, Failure: Error>(
  width: Int, _ first: @Sendable () throws(Failure) -> First,
  _ second: @Sendable () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
  guard width > 1 else { return (try first(), try second()) }
  let results = Mutex<(First?, Second?)>((nil, nil))
  try (0..<2).concurrentForEach(width: 2) { number throws(Failure) in
    if number == 0 {
      let result = try first()
      results.withLock { $0.0 = result }
    } else {
      let result = try second()
      results.withLock { $0.1 = result }
    }
  }
  let (left, right) = results.withLock { $0 }
  guard let left, let right else { preconditionFailure("both have run") }
  return (left, right)
}
