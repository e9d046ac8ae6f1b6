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
public func concurrently<First: Sendable, Second: Sendable>(
  width: Int, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  guard width > 1 else { return (first(), second()) }
  let results = Mutex<(First?, Second?)>((nil, nil))
  (0..<2).concurrentForEach(width: 2) { number in
    if number == 0 {
      let result = first()
      results.withLock { $0.0 = result }
    } else {
      let result = second()
      results.withLock { $0.1 = result }
    }
  }
  let (left, right) = results.withLock { $0 }
  guard let left, let right else { preconditionFailure("both have run") }
  return (left, right)
}
