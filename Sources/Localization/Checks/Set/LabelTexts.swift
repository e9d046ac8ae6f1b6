/// The labels that digests stand for: the same few are met again and again.
///
/// Texts lie in one array of bytes, and become strings only where they are asked for.
struct LabelTexts {
  private struct Entry {
    var digest: UInt64
    var range: Range<Int32>
  }

  private var entries: [Entry] = []
  /// Places of entries by digest, without chains; -1 is a free one.
  private var slots = [Int32](repeating: -1, count: 64)
  private var bytes: [UInt8] = []
  private var folded: [UInt8] = []

  /// Notes a label; returns its digest.
  mutating func digest(_ label: ArraySlice<UInt8>) -> UInt64 {
    Label.fold(label, into: &folded)
    let digest = TextDigest.exact(folded[...])
    note(digest, folded[...])
    return digest
  }

  /// The label of a digest.
  subscript(digest: UInt64) -> String {
    let slot = slots[slot(of: digest)]
    return slot < 0 ? "" : ComparedPair.text(text(of: entries[Int(slot)]))
  }

  /// Takes the labels of another page.
  mutating func merge(_ other: LabelTexts) {
    for entry in other.entries { note(entry.digest, other.text(of: entry)) }
  }

  private mutating func note(_ digest: UInt64, _ text: ArraySlice<UInt8>) {
    let slot = slot(of: digest)
    guard slots[slot] < 0 else { return }
    let start = Int32(bytes.count)
    bytes += text
    slots[slot] = Int32(entries.count)
    entries.append(Entry(digest: digest, range: start..<Int32(bytes.count)))
    if entries.count * 2 > slots.count { grow() }
  }

  private func text(of entry: Entry) -> ArraySlice<UInt8> {
    bytes[Int(entry.range.lowerBound)..<Int(entry.range.upperBound)]
  }

  /// Where a digest is, or the free place where it would be.
  private func slot(of digest: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: digest) & (slots.count - 1)
    while slots[slot] >= 0, entries[Int(slots[slot])].digest != digest {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (index, entry) in entries.enumerated() { slots[slot(of: entry.digest)] = Int32(index) }
  }
}
