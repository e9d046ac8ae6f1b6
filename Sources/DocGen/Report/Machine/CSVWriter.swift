import Model

/// Writes CSV as RFC 4180 has it: UTF-8, CRLF, quotes where they are needed.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front (CWE-1236); a
/// number stays a number. Characters that no spreadsheet can show are written as U+FFFD.
package struct CSVWriter {
  /// A field of a row.
  package enum Field {
    case text(String?)
    case integer(Int?)
    /// A number as it is written.
    case number(String)
  }

  /// A writer of nothing yet.
  package init() {}

  private var bytes: [UInt8] = []

  /// The number of bytes that wait to be taken.
  package var count: Int { bytes.count }

  /// Writes a row.
  package mutating func row(_ fields: [Field]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch field {
      case .text(let text): write(text ?? "")
      case .integer(let number): bytes += Array((number.map(String.init) ?? "").utf8)
      case .number(let written): bytes += Array(written.utf8)
      }
    }
    bytes += [0x0D, 0x0A]
  }

  /// Gives the bytes away and starts anew.
  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func write(_ text: String) {
    var needsQuotes = false
    var field: [UInt8] = text.isFormula ? [UInt8(ascii: "'")] : []
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
}
