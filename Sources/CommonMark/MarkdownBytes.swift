/// Bytes of a parsed document, without a copy.
///
/// They belong to the tree they came from: copy what is to stay (`Array(bytes)`) before the closure
/// of `withMarkdown` ends. The type isn't `Sendable`, so that it can't leave by another task.
@safe
public struct MarkdownBytes: RandomAccessCollection {
  @usableFromInline let storage: UnsafeBufferPointer<UInt8>

  @usableFromInline init(_ storage: UnsafeBufferPointer<UInt8>) { unsafe self.storage = storage }

  /// The first position.
  @inlinable public var startIndex: Int { 0 }
  /// The position after the last.
  @inlinable public var endIndex: Int { unsafe storage.count }
  /// The byte at a position; traps outside the bounds.
  @inlinable public subscript(position: Int) -> UInt8 {
    precondition(position >= 0 && position < endIndex, "position outside the bytes")
    return unsafe storage[position]
  }

  /// Lets arrays and comparisons work on the memory at once.
  @inlinable public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try unsafe body(storage)
  }

  /// Whether the bytes are those of `text`.
  @inlinable public func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && hasPrefix(text)
  }

  /// Whether the bytes begin with those of `text`.
  @inlinable public func hasPrefix(_ text: StaticString) -> Bool {
    guard count >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { prefix in
      for index in prefix.indices where unsafe prefix[index] != storage[index] {
        return false
      }
      return true
    }
  }
}
