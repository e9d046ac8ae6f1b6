import Model
import YAML

/// The words in a page described in YAML (a landing page, a hub, questions and answers, training).
enum YAMLWords {
  /// A text on one line, or a whole scalar.
  struct Text: Equatable {
    /// The bytes of the text, without quotation marks around it; of a whole scalar with them.
    var range: Range<Int>
    /// Whether it is a scalar of its own, not a line of a block.
    var isScalar: Bool
    /// What a scalar says that is written otherwise: on several lines, or with escapes.
    var words: String?
  }

  /// The keys whose values readers see.
  private static let keys: Set<String> = [
    "title", "summary", "abstract", "description", "text", "name", "question", "answer", "content",
    "explanation", "prerequisites",
  ]

  /// The texts of a file in their order; none if it can't be read as YAML.
  static func find(in bytes: [UInt8], path: String) -> [Text] {
    guard let document = try? YAMLDocument(parsing: bytes, path: path), let root = document.root
    else { return [] }
    let lines = LineTable(bytes)
    var texts: [Text] = []
    func visit(_ node: YAMLNode) {
      for item in node.sequence ?? [] { visit(item) }
      for entry in node.mapping ?? [] {
        if keys.contains(entry.key.lowercased()), let words = entry.value.string {
          texts += self.texts(of: entry.value, words, bytes, lines)
        } else {
          visit(entry.value)
        }
      }
    }
    visit(root)
    return texts
  }

  private static func texts(
    of node: YAMLNode, _ words: String, _ bytes: [UInt8], _ lines: LineTable
  ) -> [Text] {
    guard let line = lines.range(ofLine: node.location.line) else { return [] }
    let start = min(line.lowerBound + node.location.column - 1, line.upperBound)
    if start < line.upperBound, bytes[start] == 0x7C || bytes[start] == 0x3E {
      return block(below: node.location.line, bytes, lines)
    }
    var end = line.upperBound
    let isQuoted = start < end && (bytes[start] == 0x22 || bytes[start] == 0x27)
    if !isQuoted, let remark = bytes.range(of: " #", in: start..<end) { end = remark.lowerBound }
    guard !words.isEmpty else { return [] }
    if let range = HiddenTexts.scalar(bytes, start..<end), !words.contains("\n"),
      isQuoted
        ? range.lowerBound > start && hasLetters(of: words, bytes[range])
        : bytes[range].elementsEqual(words.utf8)
    {
      return [Text(range: range, isScalar: true)]
    }
    let indent = indentation(bytes, line)
    guard
      let range = ScalarExtent.range(from: start, below: indent, in: bytes, before: bytes.count),
      isQuoted || isWhole(range, words, bytes)
    else { return [] }
    return [Text(range: range, isScalar: true, words: words)]
  }

  /// Whether a quotation has no escapes that stand for letters.
  private static func hasLetters(of words: String, _ text: ArraySlice<UInt8>) -> Bool {
    text.count(where: \.isLetter) == words.utf8.count(where: \.isLetter)
  }

  /// Whether some lines say nothing but some words; in braces other things may follow them.
  private static func isWhole(_ range: Range<Int>, _ words: String, _ bytes: [UInt8]) -> Bool {
    bytes[range].count { !$0.isWhitespace } == words.utf8.count { !$0.isWhitespace }
  }

  /// The lines of a block of YAML, each without the marks of Markdown before its words.
  private static func block(below first: Int, _ bytes: [UInt8], _ lines: LineTable) -> [Text] {
    guard let head = lines.range(ofLine: first) else { return [] }
    let indent = indentation(bytes, head)
    var texts: [Text] = []
    var number = first + 1
    var tracker = BlockTracker()
    var own: Int?
    while let line = lines.range(ofLine: number) {
      number += 1
      guard !bytes[line].allSatisfy(\.isWhitespace) else { continue }
      let blanks = bytes[line].prefix { $0 == 32 }.count
      guard indentation(bytes, line) > indent else { break }
      own = own ?? blanks
      let start = line.lowerBound + min(blanks, own ?? 0)
      if let words = words(of: start..<line.upperBound, bytes, &tracker) {
        texts.append(Text(range: words, isScalar: false))
      }
    }
    return texts
  }

  /// The words of a line of Markdown behind its marks; `nil` where it is code or a directive, which
  /// says nothing to readers.
  static func words(
    of line: Range<Int>, _ bytes: [UInt8], _ tracker: inout BlockTracker
  ) -> Range<Int>? {
    guard tracker.read(bytes, line) == .text,
      let start = bytes[line].firstIndex(where: {
        !("-*+>#0123456789.|".utf8.contains($0) || $0.isBlank)
      }), !bytes.hasBytes("[!", at: start), !bytes.hasBytes(":::", at: start),
      let last = bytes[start..<line.upperBound].lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    return start..<(last + 1)
  }

  /// The column of a line's key, behind the dashes of a list.
  private static func indentation(_ bytes: [UInt8], _ line: Range<Int>) -> Int {
    bytes[line].prefix { $0 == 32 || $0 == UInt8(ascii: "-") }.count
  }
}
