/// The source texts of a page, one behind the other: what findings of the whole set quote.
struct PageSources {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []

  /// Adds a text; the first one has the number 0.
  mutating func add(_ text: ArraySlice<UInt8>) {
    bytes += text
    ends.append(Int32(bytes.count))
  }

  /// The number of the text that was added last; -1 if there is none.
  var last: Int { ends.count - 1 }

  /// The text of a number.
  subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[(number > 0 ? Int(ends[number - 1]) : 0)..<Int(ends[number])]
  }

  /// Whether the sources have a word as a name: inside a sentence with its capital, and never in
  /// small letters.
  func isName(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, word.count > 1 else { return false }
    var count = 0
    var position = 0
    while position + word.count <= bytes.count {
      let byte = bytes[position]
      guard byte | 32 == first | 32, position > 0, !bytes[position - 1].isLetter,
        bytes[position + 1..<position + word.count] == word.dropFirst()
      else {
        position += 1
        continue
      }
      let end = position + word.count
      if end == bytes.count || !bytes[end].isLetter {
        // Addresses are in small letters.
        let isWord =
          bytes[position - 1] == 32 && (end == bytes.count || !"-./".utf8.contains(bytes[end]))
        if byte != first, isWord { return false }
        if byte == first, position > 1, bytes[position - 1] == 32, bytes[position - 2].isLetter {
          count += 1
        }
      }
      position = end
    }
    return count > 0
  }
}
