import Localization

/// The messages of a catalog that a site needs: a catalog also holds everything that reports say,
/// and most of a small site's time would go into reading it.
enum CatalogExcerpt {
  /// The bytes of a PO file with only the header and the entries whose keys begin in one of some
  /// ways.
  ///
  /// Lines stay where they are: those left out become empty.
  ///
  /// - Complexity: Linear in the bytes.
  static func of(_ file: [UInt8], prefixes: [String]) -> [UInt8] {
    let openings = prefixes.map { Array("msgctxt \"\($0)".utf8) }
    let context = Array("msgctxt ".utf8)
    var output: [UInt8] = []
    output.reserveCapacity(file.count / 2)
    var block = 0
    while block < file.count {
      var end = block
      var isWanted: Bool?
      // A block ends with an empty line.
      while end < file.count, file[end] != 10 {
        let next = file.position(of: 10, in: end..<file.count).map { $0 + 1 } ?? file.count
        let line = file[end..<next]
        if isWanted == nil, line.starts(with: context) {
          isWanted = openings.contains { line.starts(with: $0) }
        }
        end = next
      }
      if end < file.count { end += 1 }
      if isWanted ?? true {
        output += file[block..<end]
      } else {
        output += file[block..<end].lazy.filter { $0 == 10 }
      }
      block = end
    }
    return output
  }
}
