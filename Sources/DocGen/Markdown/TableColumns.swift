import Localization

/// Gives a table as many columns as its rows have.
///
/// The parser drops the cells of a row that has more than the header, and sees no table at all where
/// header and delimiter row differ. DocFX shows both, so cells are added to the two rows, or surplus
/// ones of the delimiter row are taken away.
struct TableColumns {
  private let header: Range<Int>
  private let delimiters: Range<Int>
  private let given: Int
  private let delimited: Int
  private var widest: Int
  private var rows = 1

  /// Whether a body may have a delimiter row: a bar, and a hyphen or a colon beside it but for blanks and
  /// tabs; cheap.
  ///
  /// - Complexity: Linear in the bytes.
  static func mayOccur(in body: [UInt8]) -> Bool {
    func isDelimiter(_ index: Int?) -> Bool { index.map { "-:".utf8.contains(body[$0]) } ?? false }
    var position = 0
    while let bar = body.position(of: UInt8(ascii: "|"), in: position..<body.count) {
      position = bar + 1
      if isDelimiter(body[position...].firstIndex { !$0.isBlank })
        || isDelimiter(body[..<bar].lastIndex { !$0.isBlank })
      {
        return true
      }
    }
    return false
  }

  /// Whether a line is a row of which nothing shows, as tools for translators leave one before a header.
  static func isEmptyRow(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.contains(UInt8(ascii: "|")) else { return false }
    var isTag = false
    for byte in line {
      switch byte {
      case UInt8(ascii: "<"): isTag = true
      case UInt8(ascii: ">"): isTag = false
      default: if !isTag, byte > 32, byte != UInt8(ascii: "|") { return false }
      }
    }
    return true
  }

  /// Begins a table; `nil` where the second line can't be what divides its header from its rows.
  init?(_ body: [UInt8], header: Range<Int>, delimiters: Range<Int>) {
    var (count, isDelimiter) = (0, true)
    Self.visitCells(of: body, delimiters) { cell in
      count += 1
      isDelimiter = isDelimiter && body[cell].contains(UInt8(ascii: "-"))
    }
    guard count > 0, isDelimiter else { return nil }
    self.header = header
    self.delimiters = delimiters
    delimited = count
    var given = 0
    Self.visitCells(of: body, header) { _ in given += 1 }
    self.given = given
    widest = given
  }

  /// Takes a row of the table; cells at its end in which nothing shows don't count.
  mutating func take(_ row: Range<Int>, of body: [UInt8]) {
    rows += 1
    var (count, widest) = (0, widest)
    Self.visitCells(of: body, row) { cell in
      count += 1
      if count > widest, Self.shows(body[cell]) { widest = count }
    }
    self.widest = widest
  }

  /// How many cells the tables of a page may get at most: every row gets those of the widest.
  static let most = 20_000

  /// What makes the header and the delimiter row as wide as the widest row.
  ///
  /// - Parameters:
  ///   - body: The page.
  ///   - left: How many more cells the tables of the page may get.
  /// - Returns: Cells to add to the two rows, or to take away from the second.
  func edits(_ body: [UInt8], left: inout Int) -> [BodyPreparation.Edit] {
    let wanted = min(widest, given + left / rows)
    left -= (wanted - given) * rows
    var edits: [BodyPreparation.Edit] = []
    if wanted > given { edits.append(Self.added(wanted - given, " |", body, header)) }
    if wanted > delimited {
      edits.append(Self.added(wanted - delimited, "-|", body, delimiters))
    } else if wanted < delimited, wanted > 0 {
      var (count, start) = (0, delimiters.upperBound)
      Self.visitCells(of: body, delimiters) { cell in
        count += 1
        if count == wanted { start = cell.upperBound }
      }
      let end = Self.end(body, delimiters)
      edits.append(.init(range: start..<end, bytes: [UInt8(ascii: "|")]))
    }
    return edits
  }

  private static func added(
    _ count: Int, _ cell: StaticString, _ body: [UInt8], _ line: Range<Int>
  ) -> BodyPreparation.Edit {
    let end = end(body, line)
    let isClosed = body[end - 1] == UInt8(ascii: "|") && body[..<(end - 1)].last != 92
    let cells = [String](repeating: "\(cell)", count: count).joined()
    return .init(range: end..<end, bytes: Array((isClosed ? cells : "|" + cells).utf8))
  }

  private static func end(_ body: [UInt8], _ line: Range<Int>) -> Int {
    body[line].lastIndex { $0 > 32 }.map { $0 + 1 } ?? line.upperBound
  }

  /// Visits the cells of a line, between its bars; those in code, in tags and behind backslashes divide
  /// nothing.
  private static func visitCells(
    of body: [UInt8], _ line: Range<Int>, _ visit: (Range<Int>) -> Void
  ) {
    let end = end(body, line)
    var (start, position) = (line.lowerBound, line.lowerBound)
    while position < end {
      switch body[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "`"), UInt8(ascii: "<"):
        position = WholeInline.end(body, at: position, before: end) - 1
      case UInt8(ascii: "|"):
        // Before the first bar may stand the marks of a list or a quotation, and a blank.
        let before = body[start..<position]
        let isFirst =
          start == line.lowerBound && before.isContainerPrefix
          && before.last.map { $0.isBlank || $0 == UInt8(ascii: ">") } != false
        if !isFirst { visit(start..<position) }
        start = position + 1
      default: break
      }
      position += 1
    }
    if start < end { visit(start..<end) }
  }

  /// Whether a reader sees something of a cell.
  private static func shows(_ cell: ArraySlice<UInt8>) -> Bool {
    let text = cell.drop { $0 <= 32 }.trimmed
    return !text.isEmpty
      && !(text.starts(with: "<!--".utf8) && text.suffix(3).elementsEqual("-->".utf8))
  }
}
