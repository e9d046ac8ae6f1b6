extension String {
  /// What the text says to a reader: without blanks and what can't be seen, case and width aside.
  ///
  /// Empty if nothing can be seen of the text.
  public var letters: String {
    var visible = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isInvisible {
      // Letters, digits and signs of full width lie in the order of ASCII.
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      visible.append(isWide ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar)
    }
    // Capitals first: some small letters, such as ß, are two of them.
    return String(visible).uppercased().lowercased()
  }
}

extension Unicode.Scalar {
  /// Whether it leaves no mark: a blank, a control character, or one that only joins or directs.
  var isInvisible: Bool {
    if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return true }
    switch properties.generalCategory {
    case .control, .format: return true
    default: return value == 0x2800  // The Braille pattern without a dot.
    }
  }
}
