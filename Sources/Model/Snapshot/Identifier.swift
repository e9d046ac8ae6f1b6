/// A text of the snapshot, by its place in the snapshot's pool of texts.
///
/// Two identifiers of one snapshot are equal exactly if their texts are. Identifiers of different
/// snapshots must not be compared.
public struct Identifier: Hashable, Sendable {
  /// The position in the pool.
  public let index: Int32

  /// The text at a position of the pool.
  @inlinable public init(index: Int32) { self.index = index }
}

/// A time of the snapshot.
public struct Instant: Hashable, Sendable, Comparable {
  /// Microseconds since 1970-01-01T00:00:00Z; of a whole day, its first.
  public var microseconds: Int64
  /// Whether only the day is known: comparisons within that day decide nothing.
  public var isDayOnly: Bool
  /// Whether the zone was not written and UTC (or the collection's zone) was assumed.
  public var isZoneAssumed: Bool

  /// A time from its parts.
  @inlinable
  public init(microseconds: Int64, isDayOnly: Bool = false, isZoneAssumed: Bool = false) {
    self.microseconds = microseconds
    self.isDayOnly = isDayOnly
    self.isZoneAssumed = isZoneAssumed
  }

  /// Microseconds in a day.
  public static let day: Int64 = 86_400_000_000
  /// Microseconds in a minute.
  public static let minute: Int64 = 60_000_000
  /// Microseconds in a second.
  public static let second: Int64 = 1_000_000

  /// The last microsecond that the value may stand for.
  @inlinable public var latest: Int64 {
    isDayOnly ? microseconds + Self.day - 1 : microseconds
  }

  /// Orders times by their first microsecond.
  @inlinable public static func < (left: Self, right: Self) -> Bool {
    left.microseconds < right.microseconds
  }
}

/// All texts of a snapshot, each once.
///
/// The bytes lie in one block: a million run ids cost their bytes and 16 bytes each, not a million
/// allocations.
public struct TextPool: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var slots: [Int32] = Array(repeating: -1, count: 1024)

  /// An empty pool.
  public init() {}

  /// How many texts there are.
  public var count: Int { ends.count }

  /// Makes room ahead of many texts.
  public mutating func reserve(texts: Int, bytes byteCount: Int) {
    bytes.reserveCapacity(byteCount)
    ends.reserveCapacity(texts)
    var size = slots.count
    while size < texts * 2 { size *= 2 }
    if size > slots.count { rehash(size) }
  }

  /// The identifier of a text, which is added if it is new.
  public mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> Identifier {
    var slot = Self.hash(text) & (slots.count - 1)
    while slots[slot] >= 0 {
      if isEqual(Int(slots[slot]), text) { return Identifier(index: slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let index = Int32(ends.count)
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
    slots[slot] = index
    if ends.count * 4 > slots.count * 3 { rehash(slots.count * 2) }
    return Identifier(index: index)
  }

  /// The identifier of a text, which is added if it is new.
  public mutating func intern(_ text: String) -> Identifier {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// The identifier of a text, if the snapshot has it.
  public func find(_ text: String) -> Identifier? {
    var text = text
    return text.withUTF8 { text in
      var slot = Self.hash(text) & (slots.count - 1)
      while slots[slot] >= 0 {
        if isEqual(Int(slots[slot]), text) { return Identifier(index: slots[slot]) }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  /// The text of an identifier.
  ///
  /// Complexity: linear in its length.
  public func text(_ identifier: Identifier) -> String {
    String(decoding: bytes[range(Int(identifier.index))], as: UTF8.self)
  }

  /// Lends the bytes of a text.
  public func withBytes<Result>(
    _ identifier: Identifier, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let range = range(Int(identifier.index))
    return try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  private func isEqual(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(index)
    guard range.count == text.count else { return false }
    return bytes.withUnsafeBufferPointer { stored in
      for offset in 0..<text.count
      where stored[range.lowerBound + offset] != text[offset] { return false }
      return true
    }
  }

  private mutating func rehash(_ size: Int) {
    slots = Array(repeating: -1, count: size)
    for index in ends.indices {
      let range = range(index)
      let hash = bytes.withUnsafeBufferPointer {
        Self.hash(UnsafeBufferPointer(rebasing: $0[range]))
      }
      var slot = hash & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(index)
    }
  }

  /// Mixes eight bytes at a time; the seed is fixed, so that runs are alike.
  ///
  /// Texts come from one
  /// snapshot whose size is bounded, so crafted collisions cost time, never correctness.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(text.count)
    var offset = 0
    while offset + 8 <= text.count {
      let word = UnsafeRawBufferPointer(text).loadUnaligned(
        fromByteOffset: offset, as: UInt64.self)
      state = (state ^ word) &* 0xFF51_AFD7_ED55_8CCD
      state ^= state >> 32
      offset += 8
    }
    while offset < text.count {
      state = (state ^ UInt64(text[offset])) &* 0xC4CE_B9FE_1A85_EC53
      state ^= state >> 29
      offset += 1
    }
    return Int(truncatingIfNeeded: (state ^ (state >> 31)) & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
