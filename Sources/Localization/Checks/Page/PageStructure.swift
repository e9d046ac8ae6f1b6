/// The markup of a page that stands outside its texts, line by line: markers of headings and lists,
/// kinds of notes, cells of tables, lines of code, addresses in directives, and the list that each of
/// them stands in.
///
/// It is the same in every language of a page, and in its source.
struct PageStructure {
  /// What a line has.
  struct Mark {
    enum Kind: UInt8 { case heading, list, note, row, code, directive, paragraph }

    var kind: Kind
    /// The marker as it is written; of a row a `|` for each border, of a paragraph nothing.
    var text: ArraySlice<UInt8>
    /// How many items of lists it stands in; -1 if it is indented so far that it is no item.
    var depth: Int
    /// The numbers of the units in a row's cells: a `|` for each border, and a hash of each number.
    var cells: UInt64 = 0
    /// Where the line begins in the page.
    var offset: Int

    /// Whether two lines are the same, whatever page they are of.
    ///
    /// - Parameters:
    ///   - other: The other line.
    ///   - comparesCells: Whether the same units must stand in the same cells.
    ///   - comparesDepth: Whether they must stand in as many items of lists.
    /// - Returns: Whether they are.
    func isSame(_ other: Mark, comparesCells: Bool, comparesDepth: Bool) -> Bool {
      kind == other.kind && text == other.text && (!comparesCells || cells == other.cells)
        && (!comparesDepth || depth == other.depth)
    }
  }

  private(set) var marks: [Mark] = []
  /// Where code is; in rows and columns it may stand at any indentation.
  private var blocks = BlockTracker(ignoresIndentation: true)
  private var lists = ListDepth()

  /// Reads a source file.
  init(source: [UInt8]) {
    read(source, from: FrontMatterBounds(source).bodyStart) { $0 }
  }

  /// Reads a translated page; each unit counts as its source.
  init(_ page: TranslatedPage) {
    let start = FrontMatterBounds(page.bytes).bodyStart
    let units = Units.scan(page.bytes).units
    var text: [UInt8] = []
    text.reserveCapacity(page.bytes.count)
    /// Where in the text each piece begins, and where it comes from.
    var pieces: [(text: Int, page: Int)] = []
    var position = start
    var numbers: [(place: Int, number: Int)] = []
    for unit in units {
      pieces.append((text.count, position))
      text += page.bytes[position..<unit.whole.lowerBound]
      pieces.append((text.count, unit.whole.lowerBound))
      numbers.append((text.count, unit.number))
      text += page.bytes[unit.source]
      position = unit.whole.upperBound
    }
    pieces.append((text.count, position))
    text += page.bytes[position...]
    var piece = 0
    read(text, from: 0) { place in
      while piece + 1 < pieces.count, pieces[piece + 1].text <= place { piece += 1 }
      return pieces.isEmpty ? place : pieces[piece].page + place - pieces[piece].text
    }
    noteCells(text, numbers)
  }

  // MARK: Lines

  private mutating func read(
    _ text: [UInt8], from start: Int, _ offset: (Int) -> Int
  ) {
    var lineStart = start
    while lineStart < text.count {
      let end = text.firstIndex(of: UInt8(ascii: "\n"), from: lineStart) ?? text.count
      let before = marks.count
      readLine(text, lineStart..<end)
      for index in before..<marks.count { marks[index].offset = offset(lineStart) }
      lineStart = end + 1
    }
  }

  private mutating func readLine(_ text: [UInt8], _ line: Range<Int>) {
    var start = line.lowerBound
    while start < line.upperBound, text[start].isWhitespace { start += 1 }
    let outer = start
    while start < line.upperBound, text[start].isWhitespace || text[start] == UInt8(ascii: ">") {
      start += 1
    }
    var end = line.upperBound
    while end > start, text[end - 1].isWhitespace { end -= 1 }
    let wasCode = blocks.isInFence
    let isCode = blocks.read(text, line) == .fenced
    if isCode, wasCode {
      // The line that begins the code tells where it stands.
      if start < end { add(.code, text[start..<end], depth: 0) }
      return
    }
    var beginsParagraph = enterLine(text, line, outer, start..<end)
    if listMarker(text, start..<end) != nil {
      start = readItems(text, line.lowerBound, start..<end)
      beginsParagraph = false
    }
    if isCode { return add(.code, text[start..<end]) }
    guard start < end else { return }
    switch text[start] {
    case UInt8(ascii: "#"):
      let level = text[start..<end].prefix { $0 == UInt8(ascii: "#") }
      if level.count <= 6, level.endIndex < end, text[level.endIndex].isBlank {
        add(.heading, level)
      }
    case UInt8(ascii: "["):
      let isNote =
        text.hasBytes("[!", at: start) && LabelMark(text, at: start, before: end) == nil
      if isNote { readNote(text, start..<end) }
    case UInt8(ascii: ":") where text.hasBytes(":::", at: start): readDirective(text, start..<end)
    default:
      if !readRow(text, start..<end), beginsParagraph { add(.paragraph, []) }
    }
  }

  /// Notes in which list a line stands, by its first character that is no blank, and by what stands
  /// behind the marks of quotations.
  ///
  /// - Returns: Whether it is the first one behind a blank line.
  private mutating func enterLine(
    _ text: [UInt8], _ line: Range<Int>, _ outer: Int, _ inner: Range<Int>
  ) -> Bool {
    let isQuoted = outer < line.upperBound && text[outer] == UInt8(ascii: ">")
    let isBlank = inner.isEmpty && !isQuoted
    let beginsBlock =
      !inner.isEmpty
      && ("#`~".utf8.contains(text[inner.lowerBound]) || listMarker(text, inner) != nil)
    return lists.enterLine(
      at: isBlank ? nil : ListDepth.column(of: outer, in: text, from: line.lowerBound),
      isQuoted: isQuoted, beginsBlock: beginsBlock)
  }

  /// Reads the markers of items that stand behind each other.
  ///
  /// - Returns: Where the content of the last one begins.
  private mutating func readItems(_ text: [UInt8], _ lineStart: Int, _ rest: Range<Int>) -> Int {
    var start = rest.lowerBound
    var column = ListDepth.column(of: start, in: text, from: lineStart)
    while let marker = listMarker(text, start..<rest.upperBound) {
      lists.closeItems(upTo: column)
      add(
        .list, text[start].isDigit ? text[start..<marker] : [UInt8(ascii: "-")],
        depth: lists.isCode(at: column) ? -1 : nil)
      var next = marker
      while next < rest.upperBound, text[next].isBlank { next += 1 }
      // Five blanks and more are one, and code behind it.
      let blanks = next == rest.upperBound || next - marker > 4 ? 1 : next - marker
      lists.openItem(content: column + marker - start + blanks)
      column = ListDepth.column(of: next, in: text, from: start, at: column)
      start = next
    }
    return start
  }

  private mutating func add(_ kind: Mark.Kind, _ text: ArraySlice<UInt8>, depth: Int? = nil) {
    marks.append(Mark(kind: kind, text: text, depth: depth ?? lists.count, offset: 0))
  }

  /// The end of a list's marker and the blank behind it.
  private func listMarker(_ text: [UInt8], _ line: Range<Int>) -> Int? {
    var position = line.lowerBound
    while position < line.upperBound, text[position].isDigit, position - line.lowerBound < 9 {
      position += 1
    }
    guard position + 1 < line.upperBound, text[position + 1].isBlank else { return nil }
    let isNumber = position > line.lowerBound
    let marks = isNumber ? ".)" : "-+*"
    return marks.utf8.contains(text[position]) ? position + 1 : nil
  }

  /// Reads `[!NOTE]`, and of other such lines the address.
  private mutating func readNote(_ text: [UInt8], _ line: Range<Int>) {
    guard let close = text.position(of: UInt8(ascii: "]"), in: line) else { return }
    let kind = text[line.lowerBound...close]
    if kind.allSatisfy({ $0.isLetter || "[!]".utf8.contains($0) }) {
      return add(.note, ArraySlice(kind.map { (97...122).contains($0) ? $0 & 0xDF : $0 }))
    }
    guard let open = text.range(of: "](", in: line),
      let end = text.position(of: UInt8(ascii: ")"), in: open.upperBound..<line.upperBound)
    else { return add(.directive, kind) }
    add(.directive, text[open.upperBound..<end])
  }

  /// Reads the name of a directive and the address of what it shows.
  private mutating func readDirective(_ text: [UInt8], _ line: Range<Int>) {
    var words = text[line].dropFirst(3).prefix { $0.isLetter || $0 == UInt8(ascii: "-") }
    if let open = text.range(of: " source=\"", in: line),
      let close = text.position(of: UInt8(ascii: "\""), in: open.upperBound..<line.upperBound)
    {
      words = text[open.upperBound..<close]
    }
    add(.directive, words)
  }

  private mutating func readRow(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    guard text.position(of: UInt8(ascii: "|"), in: line) != nil else { return false }
    var borders: [UInt8] = []
    var position = line.lowerBound
    while position < line.upperBound {
      switch text[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "`"):
        position = InlineCode.end(text, at: position, before: line.upperBound)
      case let byte:
        if byte == UInt8(ascii: "|") { borders.append(byte) }
        position += 1
      }
    }
    guard !borders.isEmpty else { return false }
    marks.append(
      Mark(
        kind: .row, text: borders[...], depth: lists.count, cells: UInt64(line.lowerBound),
        offset: 0))
    return true
  }

  /// Notes which units stand in which cell of a row, where the place of its line was kept.
  private mutating func noteCells(_ text: [UInt8], _ numbers: [(place: Int, number: Int)]) {
    var unit = 0
    for index in marks.indices where marks[index].kind == .row {
      var position = Int(marks[index].cells)
      let end = text.firstIndex(of: UInt8(ascii: "\n"), from: position) ?? text.count
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      while unit < numbers.count, numbers[unit].place < position { unit += 1 }
      while position < end {
        if unit < numbers.count, numbers[unit].place == position {
          hash = (hash ^ UInt64(truncatingIfNeeded: numbers[unit].number)) &* 0x100_0000_01B3
          unit += 1
        }
        if text[position] == UInt8(ascii: "|") { hash = (hash ^ 0x7C) &* 0x100_0000_01B3 }
        position += 1
      }
      marks[index].cells = hash
    }
  }
}
