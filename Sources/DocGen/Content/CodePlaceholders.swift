import Localization
import Model

/// Placeholders such as `@no__t-0` that machine translation left where the source has code.
///
/// Their number is that of the code among those of the sentence, from 0. Tools wrote them with other
/// letters and blanks as well: `@No__t-0`, `@ no__t 1`, `@no__t`.
enum CodePlaceholders {
  /// What pages with such placeholders have.
  static let marks: [StaticString] = ["@no__t", "@No__t", "@ no__t", "@ No__t"]

  /// A placeholder in a text.
  struct Placeholder {
    var range: Range<Int>
    /// The number of the code, from 0; `nil` where it was lost.
    var number: Int?
  }

  /// A line with the code that the sources of its units have instead of placeholders.
  ///
  /// A placeholder stays where its unit's source doesn't tell which code of it the translation lacks.
  static func filled(_ line: [UInt8]) -> [UInt8] {
    guard marks.contains(where: { line.range(of: $0, in: 0..<line.count) != nil }) else {
      return line
    }
    var output: [UInt8] = []
    var position = 0
    for unit in Units.scan(body: line).units {
      let found = placeholders(of: line, in: unit.target)
      let codes = codes(of: line, in: unit.source)
      let missing = Set(codes).subtracting(self.codes(of: line, in: unit.target))
      let isMissing = codes.map(missing.contains)
      let only = missing.count == 1 ? missing.first : nil
      for placeholder in found {
        let named = placeholder.number.flatMap { number in
          isMissing.indices.contains(number) && isMissing[number] ? codes[number] : nil
        }
        // A long code for each of many placeholders would make a page of any size.
        guard let code = named ?? only, output.count < 4 * line.count else { continue }
        output += line[position..<placeholder.range.lowerBound] + code
        position = placeholder.range.upperBound
      }
    }
    return output + line[position...]
  }

  /// The first placeholder of a line outside code; `nil` where it has none.
  static func first(in line: [UInt8]) -> Placeholder? {
    placeholders(of: line, in: 0..<line.count).first
  }

  private static func placeholders(of line: [UInt8], in part: Range<Int>) -> [Placeholder] {
    var found: [Placeholder] = []
    var position = part.lowerBound
    while position < part.upperBound {
      switch line[position] {
      case UInt8(ascii: "`"): position = InlineCode.end(line, at: position, before: part.upperBound)
      case UInt8(ascii: "@"):
        let placeholder = placeholder(line, at: position, before: part.upperBound)
        if let placeholder { found.append(placeholder) }
        position = placeholder?.range.upperBound ?? position + 1
      default: position += 1
      }
    }
    return found
  }

  private static func placeholder(
    _ line: [UInt8], at start: Int, before limit: Int
  ) -> Placeholder? {
    guard let mark = marks.first(where: { line.hasBytes($0, at: start) }) else { return nil }
    let end = start + mark.utf8CodeUnitCount
    guard end <= limit else { return nil }
    let isJoined = end < limit && " -".utf8.contains(line[end])
    let digits = line[(isJoined ? end + 1 : end)..<limit].prefix { (48...57).contains($0) }
    guard isJoined, (1...3).contains(digits.count) else { return Placeholder(range: start..<end) }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    return Placeholder(range: start..<digits.endIndex, number: number)
  }

  /// The codes of a part with their backticks, in their order.
  private static func codes(of line: [UInt8], in part: Range<Int>) -> [[UInt8]] {
    var found: [[UInt8]] = []
    var position = part.lowerBound
    while let start = line.position(of: UInt8(ascii: "`"), in: position..<part.upperBound) {
      position = InlineCode.end(line, at: start, before: part.upperBound)
      let code = line[start..<position]
      if code.contains(where: { $0 != UInt8(ascii: "`") }) { found.append(Array(code)) }
    }
    return found
  }
}

extension DirectiveRepair {
  /// Fills in the code that placeholders stand for, and reports those that nothing tells it of.
  mutating func fillCodePlaceholders() {
    rewriteText(
      "placeholders of machine translation stand for code; it is read as the original has it",
      suggestion: "write the code of the original"
    ) { line, _ in CodePlaceholders.filled(line) }
    for number in lines.indices where isText[number] {
      guard let left = CodePlaceholders.first(in: lines[number]) else { continue }
      diagnostics.report(
        .warning, "markup.damaged",
        at: SourceLocation(path: path, line: number + 1, column: left.range.lowerBound + 1),
        "a placeholder of machine translation stands for code that can't be told",
        suggestion: "write the code of the original")
    }
  }
}
