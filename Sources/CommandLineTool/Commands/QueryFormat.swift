import CustomRules
import DocGen
import Model
import SQLite

/// The rows of a query as text.
enum QueryFormat {
  /// Aligned columns, with a line below the header.
  static func table(_ query: Query) -> String {
    let cells =
      [query.columns.map(DiagnosticPrinter.visible)]
      + query.rows.map {
        $0.map { $0 == .null ? "NULL" : DiagnosticPrinter.visible($0.description) }
      }
    let widths = query.columns.indices.map { column in
      cells.map { $0[column].count }.max() ?? 0
    }
    func line(_ row: [String]) -> String {
      var text = zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
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
        list.objectElement { object in
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
    var csv = CSVWriter()
    csv.row(query.columns.map { .text($0) })
    for row in query.rows { csv.row(row.map(field)) }
    return String(decoding: csv.take(), as: UTF8.self)
  }

  private static func field(_ value: SQLiteValue) -> CSVWriter.Field {
    switch value {
    case .null: .text(nil)
    case .integer: .number(value.description)
    // A spreadsheet would take the sign before a word for the beginning of a formula.
    case .real(let number): number.isFinite ? .number(value.description) : .text(value.description)
    case .text, .bytes: .text(value.description)
    }
  }
}
