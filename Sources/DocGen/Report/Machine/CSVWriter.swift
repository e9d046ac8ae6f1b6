/// Writes CSV as RFC 4180 has it: UTF-8, CRLF, quotes where they are needed.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front (CWE-1236); a
/// number stays a number. Characters that no spreadsheet can show are written as U+FFFD.
struct CSVWriter {
  /// A field of a row.
  enum Field {
    case text(String?)
    case integer(Int?)
  }

  private var bytes: [UInt8] = []

  /// The number of bytes that wait to be taken.
  var count: Int { bytes.count }

  /// Writes a row.
  mutating func row(_ fields: [Field]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch field {
      case .text(let text): write(text ?? "")
      case .integer(let number): bytes += Array((number.map(String.init) ?? "").utf8)
      }
    }
    bytes += [0x0D, 0x0A]
  }

  /// Gives the bytes away and starts anew.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func write(_ text: String) {
    var needsQuotes = false
    var field: [UInt8] = Self.isFormula(text) ? [UInt8(ascii: "'")] : []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"":
        needsQuotes = true
        field += [0x22, 0x22]
      case ",", "\r", "\n":
        needsQuotes = true
        field.append(UInt8(scalar.value))
      default: field.append(plain: scalar)
      }
    }
    if needsQuotes { bytes.append(0x22) }
    bytes += field
    if needsQuotes { bytes.append(0x22) }
  }

  /// Whether a spreadsheet might calculate a text: after blanks and marks that it skips, it begins
  /// with an operator, also of full width, or with a character that ends a cell.
  private static func isFormula(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\t", "\r", "\n", "\0": return true
      case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
      case " ", "\u{A0}", "\u{FEFF}": continue
      default: return false
      }
    }
    return false
  }
}
