import Synchronization

/// Hands out numbers, each once.
final class StagingCounter: Sendable {
  private let value = Atomic(0)

  /// The next number.
  func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).newValue }
}
