/// Different words, each with a number in the order in which they came.
struct TermTable {
  private struct Entry {
    var start: Int
    var end: Int
    var hash: UInt
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// For each hash the number of a word plus one, 0 where there is none.
  private var buckets: [Int32]

  /// A table for about so many words.
  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    buckets = Array(repeating: 0, count: size)
  }

  /// The number of words.
  var count: Int { entries.count }

  /// A word by its number.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[entries[number].start..<entries[number].end] }

  /// The number of a word, which is added if it is new.
  mutating func number(of word: some RandomAccessCollection<UInt8>) -> Int {
    var hash: UInt = 14_695_981_039_346_656_037
    for byte in word { hash = (hash ^ UInt(byte)) &* 1_099_511_628_211 }
    hash ^= hash >> 29
    var slot = Int(truncatingIfNeeded: hash) & (buckets.count - 1)
    while buckets[slot] != 0 {
      let number = Int(buckets[slot] - 1)
      if entries[number].hash == hash, self[number].elementsEqual(word) { return number }
      slot = (slot + 1) & (buckets.count - 1)
    }
    let start = bytes.count
    bytes += word
    entries.append(Entry(start: start, end: bytes.count, hash: hash))
    buckets[slot] = Int32(entries.count)
    if entries.count * 2 > buckets.count { grow() }
    return entries.count - 1
  }

  private mutating func grow() {
    buckets = Array(repeating: 0, count: buckets.count * 2)
    for (number, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (buckets.count - 1)
      while buckets[slot] != 0 { slot = (slot + 1) & (buckets.count - 1) }
      buckets[slot] = Int32(number + 1)
    }
  }

  /// The numbers of the words in the order in which scripts compare text: by UTF-16.
  func sorted() -> [Int] {
    entries.indices.sorted { first, second in
      var (left, right) = (entries[first].start, entries[second].start)
      let (leftEnd, rightEnd) = (entries[first].end, entries[second].end)
      while left < leftEnd, right < rightEnd {
        if bytes[left] != bytes[right] {
          return Self.rank(bytes[left]) < Self.rank(bytes[right])
        }
        left += 1
        right += 1
      }
      return left == leftEnd && right < rightEnd
    }
  }

  /// Characters of four bytes are surrogates in UTF-16, which come before U+E000.
  private static func rank(_ byte: UInt8) -> Int {
    switch byte {
    case 0xEE...0xEF: Int(byte) + 0x100
    default: Int(byte)
    }
  }
}
