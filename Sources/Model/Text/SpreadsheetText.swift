extension String {
  /// Whether a spreadsheet might calculate the text (CWE-1236): after blanks and marks that it skips,
  /// it begins with an operator, also of full width, or with a character that ends a cell.
  package var isFormula: Bool {
    for scalar in unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\t", "\r", "\n", "\0": return true
      case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
      case " ": continue
      default:
        guard !scalar.isASCII, scalar.isInvisible else { return false }
      }
    }
    return false
  }
}
