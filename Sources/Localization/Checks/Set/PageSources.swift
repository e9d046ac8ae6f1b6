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
}
