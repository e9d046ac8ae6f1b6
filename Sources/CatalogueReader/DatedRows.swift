import Model
import YAML

extension FieldReader {
  /// The dated rows of a key: each holds from its day until the day of the next one.
  ///
  /// Only the first row may lack its day, which is the beginning of the records; only the last row
  /// may lack its end, which is now. Rows that overlap or leave a gap are errors.
  ///
  /// - Parameters:
  ///   - key: The key of the list.
  ///   - document: The document that the rows were read from.
  ///   - read: Reads the fact of a row.
  /// - Returns: The rows that could be read, each with its end.
  mutating func dated<Value: Hashable & Sendable>(
    _ key: String, document: String, _ read: (inout FieldReader) -> Value?
  ) -> [Service.Dated<Value>] {
    guard let list = required(key) else { return [] }
    guard let nodes = list.sequence, !nodes.isEmpty else {
      problem("shape", "'\(key)' must be a list of rows, the oldest first", at: list)
      return []
    }
    var rows: [(from: String?, until: String?, value: Value?, node: YAMLNode)] = []
    for node in nodes {
      var row = FieldReader(node)
      let from = row.day("from")
      let until = row.day("until")
      let value = read(&row)
      add(row.finish())
      rows.append((from, until, value, node))
    }
    check(rows.map { ($0.from, $0.until, $0.node) })
    return rows.indices.compactMap { index in
      let row = rows[index]
      guard let value = row.value else { return nil }
      let next = index + 1 < rows.count ? rows[index + 1].from : nil
      return Service.Dated(
        from: row.from, until: row.until ?? next, value: value,
        source: row.from.map { "\(document), \($0)" } ?? document)
    }
  }

  private mutating func check(_ rows: [(from: String?, until: String?, node: YAMLNode)]) {
    for (index, row) in rows.enumerated() {
      if let from = row.from, let until = row.until, until <= from {
        problem("bad-order", "the row ends on \(until), not after its day \(from)", at: row.node)
      }
      guard index > 0 else { continue }
      let last = rows[index - 1]
      guard let from = row.from else {
        problem("missing-key", "'from' is missing; only the first row may lack it", at: row.node)
        continue
      }
      if let before = last.from, from <= before {
        problem("bad-order", "\(from) does not come after \(before)", at: row.node)
      } else if let until = last.until, from < until {
        problem(
          "overlap", "\(from) lies within the row before, which ends on \(until)", at: row.node,
          suggestion: "end the row before on \(from)")
      } else if let until = last.until, from > until {
        problem(
          "gap", "nothing holds from \(until) until \(from)", at: row.node,
          suggestion: "let the row begin on \(until)")
      }
    }
  }
}
