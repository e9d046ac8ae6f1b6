/// A table in the form of RFC 4180, with the place of each cell.
///
/// Cells are separated by commas, semicolons or tabs, whichever the first line has most of, or by
/// what a first line such as `sep=;` names, which spreadsheets write for themselves.
struct CSVTable {
  /// A cell without its quotes.
  struct Cell {
    let text: String
    /// Where it begins.
    let offset: Int
  }

  /// Why a file is no table.
  struct Fault: Error {
    let code: String
    let offset: Int
    let message: String
    let suggestion: String?
  }

  /// The rows that aren't empty; the first one is the header.
  private(set) var rows: [[Cell]] = []

  init(_ bytes: [UInt8], from start: Int) throws(Fault) {
    let named = Self.namedSeparator(bytes[start...])
    var offset = named?.end ?? start
    let separator = named?.separator ?? Self.separator(bytes[start...])
    var row: [Cell] = []
    while offset < bytes.count {
      let cell = try Self.cell(bytes, &offset, separator)
      row.append(cell)
      guard offset >= bytes.count || bytes[offset] != separator else {
        offset += 1
        if offset == bytes.count { row.append(Cell(text: "", offset: offset)) }
        continue
      }
      if offset < bytes.count, bytes[offset] == 0x0D { offset += 1 }
      if offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
      if row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
      row = []
    }
    if row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
  }

  /// The separator that a first line names, and where that line ends.
  private static func namedSeparator(
    _ bytes: ArraySlice<UInt8>
  ) -> (separator: UInt8, end: Int)? {
    let words = Array("sep=".utf8)
    guard bytes.prefix(4).map({ $0 | 0x20 }).elementsEqual(words.map { $0 | 0x20 }),
      let separator = bytes.dropFirst(4).first, ",;\t|".utf8.contains(separator),
      let next = bytes.dropFirst(5).first, next == 0x0A || next == 0x0D
    else { return nil }
    return (separator, bytes.startIndex + 5)
  }

  private static func separator(_ bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes.drop(while: { $0 == 0x0A || $0 == 0x0D }) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == 0x0A || byte == 0x0D { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates = Array(",;\t".utf8)
    return candidates.reduce(candidates[0]) {
      counts[$1, default: 0] > counts[$0, default: 0] ? $1 : $0
    }
  }

  private static func cell(
    _ bytes: [UInt8], _ offset: inout Int, _ separator: UInt8
  ) throws(Fault) -> Cell {
    let start = offset
    var text: [UInt8] = []
    if bytes[offset] == UInt8(ascii: "\"") {
      offset += 1
      while true {
        guard offset < bytes.count else {
          throw Fault(
            code: "import.syntax", offset: start, message: "a quoted cell has no end",
            suggestion: "write a quote inside of a cell twice")
        }
        if bytes[offset] == UInt8(ascii: "\"") {
          guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\"") else { break }
          offset += 1
        }
        text.append(bytes[offset])
        offset += 1
      }
      offset += 1
    }
    let end = bytes[offset...].firstIndex { $0 == separator || $0 == 0x0A || $0 == 0x0D }
    let rest = bytes[offset..<(end ?? bytes.count)]
    if offset > start, rest.contains(where: { $0 != 0x20 }) {
      throw Fault(
        code: "import.syntax", offset: offset,
        message: "something follows the end of a quoted cell",
        suggestion: "write a quote inside of a cell twice")
    }
    if offset == start { text += rest }
    offset = end ?? bytes.count
    guard let decoded = String(validating: text, as: UTF8.self) else {
      throw Fault(
        code: "import.encoding", offset: start, message: "not UTF-8",
        suggestion: "save the file as CSV UTF-8")
    }
    return Cell(text: decoded.trimmingSpaces, offset: start)
  }
}

extension String {
  /// The text without spaces at its ends; spaces that don't break lines are none.
  var trimmingSpaces: String {
    var text = self[...]
    func isSpace(_ character: Character) -> Bool {
      character == " " || character == "\u{A0}" || character == "\u{202F}" || character == "\t"
    }
    while let first = text.first, isSpace(first) { text.removeFirst() }
    while let last = text.last, isSpace(last) { text.removeLast() }
    return String(text)
  }
}
