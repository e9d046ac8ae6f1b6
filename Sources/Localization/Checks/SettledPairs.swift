import Synchronization

/// Pairs of texts that were examined without a finding, with what checks of the whole set need of
/// them: a pair that comes again, on the same page or another one, isn't read again.
///
/// Docs sets repeat themselves: a fourth of the sentences of a set and more are headings, steps and
/// notes that stand on several pages, or pages of another version. What a pair gives depends on its
/// bytes and its language alone, so the findings are the same whatever page is examined first.
final class SettledPairs: Sendable {
  /// What the findings of a pair depend on: digests of both texts, with 128 bits in all.
  struct Key: Hashable {
    /// The digest of the source.
    var source: UInt64
    /// The digest of the translation, its language, its kind and what stands before it.
    var target: UInt64
  }

  /// What is kept of a pair.
  struct Facts {
    /// What checks of the whole set compare.
    var source: UInt64
    var target: UInt64
    var sourceLetters: Int32
    var targetLetters: Int32
    /// The labels of both texts; `nil` if one of them has none.
    var labels: Labels?
  }

  /// The labels of a pair.
  struct Labels {
    var sources: [SourceLabel]
    var targets: [UInt64]
    /// Where the first one of the translation begins, counted from where the translation does.
    var firstStart: Int
  }

  /// Tables side by side, so that pages which are examined at a time seldom wait for each other.
  private static let tableCount = 16
  private let tables: [Table]

  /// Prepares for a set.
  ///
  /// - Parameter limit: How many pairs are kept; those that come later are examined each time.
  init(limit: Int = 1 << 18) {
    tables = (0..<Self.tableCount).map { _ in Table(limit: limit / Self.tableCount) }
  }

  /// What is known of a pair; `nil` if it wasn't met before, or has findings.
  subscript(key: Key) -> Facts? { table(of: key).pairs.withLock { $0[key] } }

  /// Notes a pair that has no finding.
  func note(_ key: Key, _ facts: Facts) {
    let table = table(of: key)
    table.pairs.withLock { $0.note(key, facts, limit: table.limit) }
  }

  private func table(of key: Key) -> Table {
    tables[Int(truncatingIfNeeded: key.target >> 40) & (Self.tableCount - 1)]
  }

  private final class Table: Sendable {
    let pairs = Mutex(Pairs())
    let limit: Int

    init(limit: Int) { self.limit = limit }
  }

  /// Pairs in the order in which they came, found by their keys.
  private struct Pairs {
    private var entries: [(key: Key, facts: Facts)] = []
    /// Places of entries by key, without chains; -1 is a free one.
    ///
    /// Keys are spread as they are.
    private var slots = [Int32](repeating: -1, count: 256)

    subscript(key: Key) -> Facts? {
      let entry = slots[slot(of: key)]
      return entry < 0 ? nil : entries[Int(entry)].facts
    }

    mutating func note(_ key: Key, _ facts: Facts, limit: Int) {
      guard entries.count < limit else { return }
      let slot = slot(of: key)
      guard slots[slot] < 0 else { return }
      slots[slot] = Int32(truncatingIfNeeded: entries.count)
      entries.append((key, facts))
      guard entries.count * 2 > slots.count else { return }
      slots = [Int32](repeating: -1, count: slots.count * 4)
      for (index, entry) in entries.enumerated() {
        slots[self.slot(of: entry.key)] = Int32(truncatingIfNeeded: index)
      }
    }

    /// Where a key is, or the free place where it would be.
    private func slot(of key: Key) -> Int {
      var slot = Int(truncatingIfNeeded: key.target ^ key.source >> 7) & (slots.count - 1)
      while slots[slot] >= 0, entries[Int(slots[slot])].key != key {
        slot = (slot + 1) & (slots.count - 1)
      }
      return slot
    }
  }
}
