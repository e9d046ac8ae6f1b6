/// All texts of a snapshot, each once.
///
/// The bytes lie in one block: a million run ids cost their bytes and four bytes each, not a million
/// allocations; ids in the usual form take half of their length, see ``StoredUUID``. Identifiers
/// count from 0 in the order in which texts were added first.
public struct TextPool: Sendable {
  /// The longest block of texts, in bytes.
  public static let maximumByteCount = Int(UInt32.max)

  /// What is stored of the texts, one after the other.
  var bytes: [UInt8] = []
  /// Where each text ends.
  var ends: [UInt32] = []

  /// An empty pool.
  public init() {}

  /// How many texts there are.
  public var count: Int { ends.count }

  /// The length of what is stored, in bytes; never over ``maximumByteCount``.
  public var byteCount: Int { bytes.count }

  /// The text of an identifier.
  ///
  /// Complexity: linear in its length.
  public func text(_ identifier: Identifier) -> String {
    withBytes(identifier) { String(decoding: $0, as: UTF8.self) }
  }

  /// Lends the bytes of a text.
  public func withBytes<Result>(
    _ identifier: Identifier, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let range = range(Int(identifier.index))
    return try bytes.withUnsafeBufferPointer {
      let stored = UnsafeBufferPointer(rebasing: $0[range])
      guard stored.first == StoredUUID.marker else { return try body(stored) }
      return try StoredUUID.withText(UnsafeRawBufferPointer(stored), body)
    }
  }

  /// Where a text is stored.
  func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }
}
