import Model

/// Prints problems for people: in order, with colours on a terminal, with a count at the end.
struct DiagnosticPrinter {
  private let environment: Environment
  /// What is too slight to be printed is below this.
  private let threshold: Diagnostic.Severity

  /// Makes a printer.
  ///
  /// - Parameters:
  ///   - environment: Where to print.
  ///   - isQuiet: Whether only errors are wanted.
  ///   - isStrict: Whether warnings count as errors.
  init(_ environment: Environment, isQuiet: Bool = false, isStrict: Bool = false) {
    self.environment = environment
    threshold = isQuiet ? (isStrict ? .warning : .error) : .note
  }

  /// Prints problems in the order of their places; quietly, only what counts as an error.
  func print(_ problems: [Diagnostic]) {
    var text = ""
    for problem in problems.sorted() where problem.severity >= threshold {
      text += line(problem) + "\n"
    }
    if !text.isEmpty { environment.diagnostics(text) }
  }

  private func line(_ problem: Diagnostic) -> String {
    let plain = Self.visible(
      problem.description.replacing("\(environment.workingFolder)/", with: ""))
    guard environment.isTerminal, environment.variables["NO_COLOR"]?.isEmpty ?? true else {
      return plain
    }
    let colour =
      switch problem.severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    let word = "\(problem.severity): "
    guard let range = plain.firstRange(of: word) else { return plain }
    return plain[..<range.lowerBound] + "\u{1B}[\(colour)m\(word)\u{1B}[0m"
      + plain[range.upperBound...]
  }

  /// Text of the input may hold control characters that would steer the terminal.
  static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0) }) else { return text }
    return text.unicodeScalars.map { scalar in
      isControl(scalar) ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }.joined()
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
