import CSimdJSON
import Model

/// Takes a document apart into blocks of records, without looking into the records.
///
/// The members of the document are checked here; what stands inside records is checked when the
/// blocks are read, so that one document can show all its problems in one pass.
struct DocumentSplitter: ~Copyable {
  /// What a document must have.
  enum Requirement {
    /// The `schema` key with the right value.
    case schema
    /// Nothing: a piece of a snapshot.
    case nothing
  }

  /// How many bytes of records make a block.
  static let blockBytes = 256 << 10

  private let path: String
  private let file: Int
  private let source: [UInt8]
  private let bytes: ByteView
  private let parser = JSONParser()
  private var offset = 0
  private var lineOffset = 0
  private var line = 1
  private var hasSchema = false

  private(set) var blocks: [Block] = []
  private(set) var states: [Section: Snapshot.SectionState] = [:]
  private(set) var problems = Problems()
  /// Values of unknown sections, with their texts.
  private(set) var unknownValues: [UnknownValue] = []
  private(set) var unknownTexts = TextPoolBuilder()

  init(_ source: [UInt8], _ bytes: ByteView, path: String, file: Int) {
    self.source = source
    self.bytes = bytes
    self.path = path
    self.file = file
  }

  /// Takes the document apart.
  mutating func split(_ requirement: Requirement) {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      offset = 3
    }
    skipWhiteSpace()
    guard offset < bytes.count else {
      problems.add(
        error: "snapshot.empty", at: SourceLocation(path: path), "the file is empty",
        suggestion: Self.expectation)
      return
    }
    guard take("{") else {
      let isWide = bytes[0] >= 0xFE || bytes[0] == 0
      let isArchive = bytes.count > 3 && bytes[0] == 0x50 && bytes[1] == 0x4B && bytes[2] < 0x09
      fail(
        isWide ? "snapshot.encoding" : "snapshot.syntax", offset,
        isWide
          ? "not UTF-8; the file looks like UTF-16"
          : isArchive ? "not a JSON object, but a ZIP archive" : "not a JSON object",
        isWide
          ? "save it as UTF-8"
          : isArchive ? "unpack it, and name what was in it" : Self.expectation)
      return
    }
    guard splitMembers() else { return }
    if requirement == .schema, !hasSchema {
      problems.add(
        error: "snapshot.schema", at: SourceLocation(path: path, line: 1, column: 1),
        "the document has no schema",
        suggestion: "add \"schema\": \"\(SnapshotShape.schema)\" if it is a snapshot")
    }
  }

  private static let expectation = "a snapshot is one JSON object with the key \"schema\""

  private mutating func splitMembers() -> Bool {
    skipWhiteSpace()
    if !take("}") {
      repeat {
        guard splitMember() else { return false }
        skipWhiteSpace()
      } while take(",")
      guard take("}") else {
        return offset < bytes.count
          ? fail("snapshot.syntax", offset, "not JSON: expected ',' or '}'") : failTruncated()
      }
    }
    skipWhiteSpace()
    if offset < bytes.count {
      return fail(
        "snapshot.syntax", offset, "something follows the end of the document",
        "lists of records, one in each line, belong into a folder with manifest.json")
    }
    return true
  }

  private mutating func splitMember() -> Bool {
    skipWhiteSpace()
    let keyOffset = offset
    guard offset < bytes.count else { return failTruncated() }
    guard bytes[offset] == UInt8(ascii: "\""), let key = parseValue()?.text.string else {
      return problems.hasErrors
        ? false : fail("snapshot.syntax", keyOffset, "not JSON: expected a key in quotes")
    }
    skipWhiteSpace()
    guard offset < bytes.count else { return failTruncated() }
    guard take(":") else { return fail("snapshot.syntax", offset, "not JSON: expected ':'") }
    skipWhiteSpace()
    guard offset < bytes.count else { return failTruncated() }
    if key == "schema" { return readSchema() }
    guard let section = Section(name: key) else { return keepUnknown(key, keyOffset) }
    if states[section] != nil {
      fail("snapshot.duplicate", keyOffset, "the section \(section.name) stands twice")
    }
    return splitSection(section)
  }

  private mutating func readSchema() -> Bool {
    let start = offset
    guard let value = parseValue() else { return false }
    if hasSchema { fail("snapshot.duplicate", start, "the key schema stands twice") }
    hasSchema = true
    if !value.isText || value.text.string != SnapshotShape.schema {
      let found = value.isText ? quoted(value.text.string) : value.kindName
      fail(
        "snapshot.schema", start, "unknown schema: \(found)",
        "this version reads \"\(SnapshotShape.schema)\"")
    }
    return true
  }

  private mutating func splitSection(_ section: Section) -> Bool {
    let start = offset
    let byte = bytes[offset]
    if byte == UInt8(ascii: "n") {
      guard let value = parseValue() else { return false }
      if value.isNull { states[section] = .null }
      return true
    }
    let wanted = section.isSingle ? UInt8(ascii: "{") : UInt8(ascii: "[")
    guard byte == wanted else {
      guard let value = parseValue() else { return false }
      fail(
        "snapshot.section", start,
        "the section \(section.name) is \(value.kindName) instead of "
          + (section.isSingle ? "an object" : "a list"))
      return true
    }
    states[section] = .present
    if section.isSingle {
      guard let range = valueRange() else { return failTruncated() }
      addBlock(section, [range], range.lowerBound)
      return true
    }
    offset += 1
    return splitRecords(section)
  }

  private mutating func splitRecords(_ section: Section) -> Bool {
    skipWhiteSpace()
    if take("]") { return true }
    var ranges: [Range<Int>] = []
    var first = offset
    repeat {
      skipWhiteSpace()
      guard offset < bytes.count, let range = valueRange() else { return failTruncated() }
      if range.isEmpty {
        return fail("snapshot.syntax", offset, "not JSON: expected a record of \(section.name)")
      }
      if ranges.isEmpty { first = range.lowerBound }
      ranges.append(range)
      if range.upperBound - first >= Self.blockBytes {
        addBlock(section, ranges, first)
        ranges = []
      }
      skipWhiteSpace()
    } while take(",")
    if !ranges.isEmpty { addBlock(section, ranges, first) }
    guard take("]") else {
      return offset < bytes.count
        ? fail("snapshot.syntax", offset, "not JSON: expected ',' or ']'") : failTruncated()
    }
    return true
  }

  private mutating func keepUnknown(_ key: String, _ keyOffset: Int) -> Bool {
    let nearest = Suggestion.didYouMean(key, among: Section.allCases.map(\.name) + ["schema"])
    let place = location(keyOffset)
    problems.add(
      .warning, "section.unknown", key, at: { place },
      { ("no section is named \(quoted(key))", nearest) })
    guard let value = parseValue() else { return false }
    var context = RecordContext(section: nil, source: RecordSource(path: path, bytes: bytes))
    swap(&context.texts, &unknownTexts)
    context.source.offset = valueStart
    context.keep(value, at: Array(key.utf8))
    swap(&context.texts, &unknownTexts)
    unknownValues += context.unknownValues
    return true
  }

  private mutating func addBlock(_ section: Section, _ ranges: [Range<Int>], _ first: Int) {
    blocks.append(
      Block(
        section: section, path: path, file: file, bytes: source, layout: .ranges(ranges),
        offset: 0, line: lineNumber(first), expectedBytes: nil))
  }

  // MARK: Bytes

  private mutating func skipWhiteSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else {
      return false
    }
    offset += 1
    return true
  }

  /// The range of the next value, after which the offset stands; `nil` if the document ends first.
  private mutating func valueRange() -> Range<Int>? {
    guard let range = JSONParser.valueRange(bytes, from: offset) else { return nil }
    offset = range.upperBound
    return range
  }

  private var valueStart = 0

  /// The next value, parsed; the events are valid until the next call.
  private mutating func parseValue() -> JSONValue? {
    valueStart = offset
    guard let range = valueRange() else {
      failTruncated()
      return nil
    }
    switch parser.parse(bytes[range]) {
    case .success(let value): return value
    case .failure(let fault):
      let code = fault.status == .empty ? "snapshot.syntax" : fault.code
      fail(
        code, range.lowerBound + fault.offset,
        fault.status == .empty ? "not JSON: expected a value" : fault.message, fault.suggestion)
      return nil
    }
  }

  /// The line of a byte; bytes are asked for in rising order.
  private mutating func lineNumber(_ target: Int) -> Int {
    if target < lineOffset {
      lineOffset = 0
      line = 1
    }
    line += bytes.lineCount(lineOffset..<target)
    lineOffset = target
    return line
  }

  private mutating func location(_ target: Int) -> SourceLocation {
    SourceLocation(
      path: path, line: lineNumber(target), column: target - bytes.startOfLine(target) + 1)
  }

  @discardableResult
  private mutating func fail(
    _ code: String, _ offset: Int, _ message: String, _ suggestion: String? = nil
  ) -> Bool {
    problems.add(error: code, at: location(offset), message, suggestion: suggestion)
    return false
  }

  @discardableResult
  private mutating func failTruncated() -> Bool {
    fail(
      "snapshot.truncated", bytes.count, "the JSON ends in the middle of a value",
      "collect the file again; it may have been cut off")
  }
}
