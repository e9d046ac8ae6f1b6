/// For each word of a locale the pages that have it.
struct Postings {
  private(set) var terms: TermTable
  /// For each word its pages as they are written: for each the distance from the one before and the
  /// class of the word there.
  private var written: [[UInt8]] = []
  private var last: [Int32] = []

  /// Brings the words of all pages together.
  init(_ pages: [SearchPage]) {
    terms = TermTable(capacity: 4096)
    for (page, words) in pages.enumerated() {
      let bytes = words.terms
      var position = 0
      while position < bytes.count {
        let start = position + 1
        let end = start + Int(bytes[position])
        let number = terms.number(of: bytes[start..<end])
        if number == written.count {
          written.append([])
          last.append(-1)
        }
        let distance = page - Int(last[number]) - 1
        append(distance << 3 | Int(bytes[end]), to: number)
        last[number] = Int32(page)
        position = end + 1
      }
    }
  }

  /// A word's pages as they are written.
  func encoded(_ number: Int) -> [UInt8] { written[number] }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// Writes a number in digits of five bits, the lowest first; all but the last have a sixth.
  private mutating func append(_ number: Int, to term: Int) {
    var rest = number
    while rest >= 32 {
      written[term].append(Self.digits[rest & 31 | 32])
      rest >>= 5
    }
    written[term].append(Self.digits[rest])
  }
}
