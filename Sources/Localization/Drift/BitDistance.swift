/// The edit distance (Levenshtein) of bytes, 64 of the one text at a time.
///
/// A column of the table that the usual algorithm fills holds numbers that differ by one at most, so
/// two bits a row say all of it. Source: G. Myers, "A fast bit-vector algorithm for approximate
/// string matching based on dynamic programming", Journal of the ACM 46 (1999), with the blocks that
/// H. Hyyrö described in 2003.
enum BitDistance {
  /// Where a block's column rises and falls from one row to the next.
  private struct Block {
    var rises: UInt64 = ~0
    var falls: UInt64 = 0
  }

  /// How many bytes have to be put in, left out or changed to make one text the other.
  static func between(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Int {
    guard !pattern.isEmpty, !text.isEmpty else { return max(pattern.count, text.count) }
    let count = (pattern.count + 63) / 64
    // Where each byte stands in the pattern, block by block.
    var places = [UInt64](repeating: 0, count: 256 * count)
    for (row, byte) in pattern.enumerated() {
      places[Int(byte) * count + row / 64] |= 1 << UInt64(row % 64)
    }
    var blocks = [Block](repeating: Block(), count: count)
    let last: UInt64 = 1 << UInt64((pattern.count - 1) % 64)
    var distance = pattern.count
    for byte in text {
      // The row above the first one grows with each column.
      var (risesAbove, fallsAbove): (UInt64, UInt64) = (1, 0)
      for index in 0..<count {
        let same = places[Int(byte) * count + index]
        let block = blocks[index]
        let vertical = same | block.falls
        let matched = same | fallsAbove
        let horizontal = (((matched & block.rises) &+ block.rises) ^ block.rises) | matched
        let rises = block.falls | ~(horizontal | block.rises)
        let falls = block.rises & horizontal
        if index == count - 1 {
          if rises & last != 0 { distance += 1 } else if falls & last != 0 { distance -= 1 }
        }
        let risesBelow = rises << 1 | risesAbove
        let fallsBelow = falls << 1 | fallsAbove
        blocks[index] = Block(
          rises: fallsBelow | ~(vertical | risesBelow), falls: risesBelow & vertical)
        (risesAbove, fallsAbove) = (rises >> 63, falls >> 63)
      }
    }
    return distance
  }
}
