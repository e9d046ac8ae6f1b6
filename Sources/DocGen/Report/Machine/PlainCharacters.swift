extension Unicode.Scalar {
  /// Whether XML 1.0 can hold the character; the others may not even be written as references.
  ///
  /// Spreadsheets stumble over the same ones, so every form that isn't JSON replaces them.
  var isAllowedInXML: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// What stands for a character that can't be written.
  fileprivate static let replacement: Unicode.Scalar = "\u{FFFD}"
}

extension String {
  /// The text on one line: each run of blanks, line ends and control characters is one blank, and
  /// none is left at the ends; `nil` if nothing else is in it.
  var onOneLine: String? {
    var line = String.UnicodeScalarView()
    var isSeparated = false
    for scalar in unicodeScalars {
      // To schemas a byte order mark is a blank as well.
      if scalar.properties.isWhitespace || scalar == "\u{FEFF}"
        || scalar.properties.generalCategory == .control || !scalar.isAllowedInXML
      {
        isSeparated = !line.isEmpty
      } else {
        if isSeparated { line.append(" ") }
        isSeparated = false
        line.append(scalar)
      }
    }
    return line.isEmpty ? nil : String(line)
  }
}

extension [UInt8] {
  /// Adds a character as UTF-8, or U+FFFD for one that can't be written.
  mutating func append(plain scalar: Unicode.Scalar) {
    if scalar.isASCII, scalar.isAllowedInXML { return append(UInt8(scalar.value)) }
    append(contentsOf: UTF8.encode(scalar.isAllowedInXML ? scalar : .replacement) ?? .init())
  }
}
