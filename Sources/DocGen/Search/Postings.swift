/// For each word of a locale the pages that have it.
struct Postings {
  private(set) var terms: TermTable
  /// The pages of all words, those of the first word first: for each its number and the class of the
  /// word there, in three bits.
  private var pages: [UInt32] = []
  /// Where each word's pages begin, and the end of all.
  private var starts: [Int32] = [0]

  /// Brings the words of all pages together; ``SearchPage/terms`` says how a page's words are written.
  init(_ pages: [ArraySlice<UInt8>]) {
    terms = TermTable(capacity: 8192)
    var met: [(term: Int32, page: UInt32)] = []
    met.reserveCapacity(pages.reduce(0) { $0 + $1.count } / 8)
    var counts: [Int32] = []
    for (page, bytes) in pages.enumerated() {
      var position = bytes.startIndex
      while position < bytes.endIndex {
        let start = position + 1
        let end = start + Int(bytes[position])
        let number = terms.number(of: bytes[start..<end])
        if number == counts.count { counts.append(0) }
        counts[number] += 1
        met.append((Int32(number), UInt32(page) << 3 | UInt32(bytes[end])))
        position = end + 1
      }
    }
    starts.reserveCapacity(counts.count + 1)
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    // Pages came in their order, so each word's do too.
    var next = starts
    self.pages = Array(repeating: 0, count: met.count)
    for (term, page) in met {
      self.pages[Int(next[Int(term)])] = page
      next[Int(term)] += 1
    }
  }

  /// A word's pages as they are written: for each the distance from the one before and the class of
  /// the word there.
  func encoded(_ number: Int) -> [UInt8] {
    var written: [UInt8] = []
    var last = -1
    for page in pages[Int(starts[number])..<Int(starts[number + 1])] {
      let distance = Int(page >> 3) - last - 1
      Self.append(distance << 3 | Int(page & 7), to: &written)
      last = Int(page >> 3)
    }
    return written
  }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// Writes a number in digits of five bits, the lowest first; all but the last have a sixth.
  private static func append(_ number: Int, to written: inout [UInt8]) {
    var rest = number
    while rest >= 32 {
      written.append(digits[rest & 31 | 32])
      rest >>= 5
    }
    written.append(digits[rest])
  }
}
