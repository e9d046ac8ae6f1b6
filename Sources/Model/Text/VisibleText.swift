extension String {
  /// What the text says to a reader: without blanks and what can't be seen, case and width aside.
  ///
  /// Empty if nothing can be seen of the text.
  public var letters: String {
    var visible = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isInvisible { visible.append(scalar.narrowed) }
    // Capitals first: some small letters, such as ß, are two of them.
    return String(visible).uppercased().lowercased()
  }
}

extension Unicode.Scalar {
  /// The usual form of a letter, digit, sign or space of full width (Unicode, Halfwidth and Fullwidth
  /// Forms, which lie in the order of ASCII).
  public var narrowed: Unicode.Scalar {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(value - 0xFEE0))
    case 0x3000: " "
    default: self
    }
  }

  /// Whether it leaves no mark: a blank, a control character, or one that only joins or directs.
  var isInvisible: Bool {
    if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return true }
    switch properties.generalCategory {
    case .control, .format: return true
    default: return value == 0x2800  // The Braille pattern without a dot.
    }
  }
}
