import CustomRules
import Model
import SQLite

/// The rows of a query as text.
enum QueryFormat {
  /// Aligned columns, with a line below the header.
  static func table(_ query: Query) -> String {
    let cells =
      [query.columns.map(visible)]
      + query.rows.map { $0.map { $0 == .null ? "NULL" : visible($0.description) } }
    let widths = query.columns.indices.map { column in
      cells.map { $0[column].count }.max() ?? 0
    }
    func line(_ row: [String]) -> String {
      var text = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }
    let rule = line(widths.map { String(repeating: "-", count: $0) })
    return line(cells[0]) + rule + cells.dropFirst().map(line).joined()
  }

  /// The first name that two columns share; objects would hold one of them only.
  static func repeatedColumn(_ query: Query) -> String? {
    var seen: Set<String> = []
    return query.columns.first { !seen.insert($0).inserted }
  }

  /// A list of objects.
  ///
  /// Whole numbers have all their digits; an infinite number, which JSON can't say, is a text.
  static func json(_ query: Query) -> String {
    var json = JSONWriter(indentation: 1)
    json.array { list in
      for row in query.rows {
        list.element()
        list.object { object in
          for (name, value) in zip(query.columns, row) {
            switch value {
            case .null: object.member(name, String?.none)
            case .integer(let number): object.member(name, Int(number))
            case .real(let number) where number.isFinite: object.member(name, number: number)
            case .real, .text, .bytes: object.member(name, value.description)
            }
          }
        }
      }
    }
    json.newline()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// RFC 4180; texts that a spreadsheet would take for a formula begin with an apostrophe.
  static func csv(_ query: Query) -> String {
    let rows = [query.columns.map(quoted)] + query.rows.map { $0.map(cell) }
    return rows.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func cell(_ value: SQLiteValue) -> String {
    switch value {
    case .text(let text): quoted(text)
    // A spreadsheet would take the sign before a word for the beginning of a formula.
    case .real(let number) where !number.isFinite: quoted(value.description)
    default: value.description
    }
  }

  private static func quoted(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
      text = "'" + text
    }
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Text of the snapshot may hold control characters that would steer the terminal.
  private static func visible(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
        "\\u{\(String(scalar.value, radix: 16))}"
      default: String(scalar)
      }
    }.joined()
  }
}
