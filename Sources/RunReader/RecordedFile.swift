import Model
import SnapshotReader

/// A file of a report with its bytes, and the places in it.
struct RecordedFile {
  /// What a report may count: more is no number of records, and its sums might not be numbers.
  static let counts = 0...(1 << 40)

  let path: String
  let bytes: [UInt8]
  /// What the codes of its problems begin with.
  var area = "baseline"

  /// The JSON document that the file, or a part of it, is; without one, why not.
  func document(_ range: Range<Int>?, _ problems: inout [Diagnostic]) -> JSONNode? {
    do throws(JSONNodeParser.Fault) {
      return try JSONNodeParser().parse(bytes, range ?? bytes.indices)
    } catch {
      problems.append(problem("syntax", at: error.offset, error.message, error.suggestion))
      return nil
    }
  }

  /// A problem at a byte.
  func problem(
    _ code: String, at offset: Int, _ message: String, _ suggestion: String? = nil
  ) -> Diagnostic {
    var line = 1
    var start = 0
    for (index, byte) in bytes.prefix(offset).enumerated() where byte == 0x0A {
      line += 1
      start = index + 1
    }
    return Diagnostic(
      .error, "\(area).\(code)",
      at: SourceLocation(path: path, line: line, column: offset - start + 1), message,
      suggestion: suggestion)
  }
}
