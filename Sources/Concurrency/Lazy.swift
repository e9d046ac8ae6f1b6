import Synchronization

/// A value that is made when somebody first asks for it, once, whichever threads ask.
public final class Lazy<Value: Sendable>: Sendable {
  private let known = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  /// A value that `make` makes; it must not ask for the same value.
  public init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value; others who ask wait while it is made.
  public var value: Value {
    known.withLock { known in
      if let known { return known }
      let value = make()
      known = value
      return value
    }
  }
}
