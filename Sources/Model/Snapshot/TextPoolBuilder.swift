/// A pool of texts to which texts are added.
///
/// Identifiers don't depend on the seed of the hash, which differs from run to run.
public struct TextPoolBuilder: Sendable {
  /// The texts so far.
  public private(set) var pool = TextPool()
  /// A text's hash in the upper half, its position plus one in the lower; 0 is free.
  private var slots: [UInt64]
  /// Unpredictable, so that nobody can write a snapshot whose texts all collide; the same for all
  /// pools of a process, so that hashes can be taken over.
  private static let seed = UInt64.random(in: .min ... .max)

  /// An empty pool, whose table has room for `expectedCount` texts before it grows.
  public init(expectedCount: Int = 0) {
    var size = 64
    while Self.isFull(size, expectedCount) { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  /// How many texts there are.
  public var count: Int { pool.count }

  /// The length of what is stored, in bytes.
  public var byteCount: Int { pool.byteCount }

  /// Makes room for texts.
  ///
  /// Both numbers are totals, and may be too large: untouched memory costs nothing. The table, all of
  /// which is touched, is made for two million texts at the most.
  public mutating func reserve(texts: Int, bytes byteCount: Int) {
    pool.bytes.reserveCapacity(min(byteCount, TextPool.maximumByteCount))
    pool.ends.reserveCapacity(texts)
    var size = slots.count
    while Self.isFull(size, min(texts, 1 << 21)) { size *= 2 }
    if size > slots.count { rehash(size) }
  }

  /// The identifier of a text, which is added if it is new.
  ///
  /// The caller sees to it that the pool doesn't outgrow ``TextPool/maximumByteCount``.
  public mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> Identifier {
    guard text.count == StoredUUID.textByteCount else {
      let stored = UnsafeRawBufferPointer(text)
      return intern(stored: stored, Self.hash(stored))
    }
    return StoredUUID.withStored(UnsafeRawBufferPointer(text)) {
      intern(stored: $0, Self.hash($0))
    }
  }

  private mutating func intern(stored text: UnsafeRawBufferPointer, _ hash: UInt32) -> Identifier {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let entry = slots[slot]
      let index = Int(entry & 0xFFFF_FFFF) - 1
      if entry >> 32 == hash, isEqual(index, text) { return Identifier(index: Int32(index)) }
      slot = (slot + 1) & mask
    }
    pool.bytes.append(contentsOf: text)
    pool.ends.append(UInt32(pool.bytes.count))
    slots[slot] = UInt64(hash) << 32 | UInt64(count)
    if Self.isFull(slots.count, count) { rehash(slots.count * 2) }
    return Identifier(index: Int32(count - 1))
  }

  /// Whether a table of a size has to grow for a number of texts.
  ///
  /// Slots are looked at one after the other, eight in a stretch of memory that is fetched at once;
  /// so even a table that is nearly full is quick, and memory counts.
  private static func isFull(_ size: Int, _ textCount: Int) -> Bool { textCount * 8 > size * 7 }

  /// The identifier of a text, which is added if it is new.
  public mutating func intern(_ text: String) -> Identifier {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// Adds the texts of another pool.
  ///
  /// - Returns: The identifiers here, at the positions of the identifiers there.
  public mutating func intern(contentsOf other: TextPoolBuilder) -> [Int32] {
    var identifiers: [Int32] = []
    identifiers.reserveCapacity(other.count)
    let hashes = other.hashes()
    other.pool.bytes.withUnsafeBytes { stored in
      for start in stride(from: 0, to: other.count, by: Self.batchCount) {
        let batch = start..<min(start + Self.batchCount, other.count)
        fetchAhead(hashes[batch])
        for index in batch {
          let text = UnsafeRawBufferPointer(rebasing: stored[other.pool.range(index)])
          identifiers.append(intern(stored: text, hashes[index]).index)
        }
      }
    }
    return identifiers
  }

  /// The hashes of all texts.
  private func hashes() -> [UInt32] {
    var hashes: [UInt32] = Array(repeating: 0, count: count)
    for entry in slots where entry != 0 {
      hashes[Int(entry & 0xFFFF_FFFF) - 1] = UInt32(entry >> 32)
    }
    return hashes
  }

  private static let batchCount = 64

  /// Has all fetched that a batch of texts will be compared with.
  ///
  /// In a large pool each look-up waits for memory three times; here the waits of different texts
  /// overlap, and the look-ups that follow find everything in the cache.
  private func fetchAhead(_ hashes: ArraySlice<UInt32>) {
    let mask = slots.count - 1
    slots.withUnsafeBufferPointer { slots in
      for hash in hashes { slots.fetchAhead(Int(hash) & mask) }
    }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: hashes.count) { candidates in
      var count = 0
      pool.ends.withUnsafeBufferPointer { ends in
        for hash in hashes {
          let entry = slots[Int(hash) & mask]
          // Of a text whose hash differs no more will be looked at.
          guard entry >> 32 == hash, entry != 0 else { continue }
          candidates[count] = Int(entry & 0xFFFF_FFFF) - 1
          ends.fetchAhead(candidates[count])
          count += 1
        }
      }
      pool.bytes.withUnsafeBufferPointer { bytes in
        for index in candidates[..<count] {
          let range = pool.range(index)
          bytes.fetchAhead(range.lowerBound)
          bytes.fetchAhead(range.upperBound - 1)
        }
      }
    }
  }

  private func isEqual(_ index: Int, _ text: UnsafeRawBufferPointer) -> Bool {
    let range = pool.range(index)
    guard range.count == text.count else { return false }
    return pool.bytes.withUnsafeBytes {
      Self.isEqual(UnsafeRawBufferPointer(rebasing: $0[range]), text)
    }
  }

  /// Whether texts of one length are the same, eight bytes at a time.
  private static func isEqual(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer
  ) -> Bool {
    guard left.count >= 8 else { return left.elementsEqual(right) }
    func differ(at offset: Int) -> Bool {
      left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
    for offset in stride(from: 0, to: left.count - 8, by: 8) where differ(at: offset) {
      return false
    }
    // The last eight bytes may overlap those before.
    return !differ(at: left.count - 8)
  }

  private mutating func rehash(_ size: Int) {
    var larger: [UInt64] = Array(repeating: 0, count: size)
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 32) & (size - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (size - 1) }
      larger[slot] = entry
    }
    slots = larger
  }

  /// Mixes eight bytes at a time by multiplication to 128 bits.
  private static func hash(_ text: UnsafeRawBufferPointer) -> UInt32 {
    let seed = seed
    var state = seed ^ UInt64(text.count) &* 0x9E37_79B9_7F4A_7C15
    var tail: UInt64 = 0
    if text.count >= 8 {
      for offset in stride(from: 0, to: text.count - 8, by: 8) {
        state = mix(state ^ text.loadUnaligned(fromByteOffset: offset, as: UInt64.self), seed)
      }
      // The last eight bytes may overlap those before.
      tail = text.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self)
    } else {
      for byte in text { tail = tail << 8 | UInt64(byte) }
    }
    return UInt32(truncatingIfNeeded: mix(state ^ tail, 0xE703_7ED1_A0B4_28DB))
  }

  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right ^ 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
