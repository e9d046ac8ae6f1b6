/// A problem found in some input: a value that can be sorted, counted, filtered and printed.
///
/// Nothing prints where it finds. Snapshot, content, configuration and localization problems all
/// use this type; one place words and orders them for the terminal.
public struct Diagnostic: Hashable, Sendable {
  /// How much a problem weighs.
  public enum Severity: Int, Sendable, Comparable, CaseIterable, CustomStringConvertible {
    /// Worth knowing; nothing has to be done.
    case note
    /// Something is probably wrong; the output was still made.
    case warning
    /// Something is wrong; what depends on it was not made or is not to be trusted.
    case error

    /// The lower weight comes first.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// The word for it in messages and machine forms: `note`, `warning` or `error`.
    public var description: String {
      switch self {
      case .note: "note"
      case .warning: "warning"
      case .error: "error"
      }
    }
  }

  /// How much the problem weighs.
  public var severity: Severity
  /// A stable name for filters, baselines and documentation, such as `link.broken`.
  public var code: String
  /// Where the problem is.
  public var location: SourceLocation
  /// What is wrong, in English, without a full stop at the end.
  public var message: String
  /// What would be right, in English; `nil` where there is nothing sensible to suggest.
  public var suggestion: String?

  /// Makes a problem from its parts.
  public init(
    _ severity: Severity, _ code: String, at location: SourceLocation, _ message: String,
    suggestion: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.location = location
    self.message = message
    self.suggestion = suggestion
  }
}

extension [Diagnostic] {
  /// Adds a problem.
  public mutating func report(
    _ severity: Diagnostic.Severity, _ code: String, at location: SourceLocation,
    _ message: String, suggestion: String? = nil
  ) {
    append(Diagnostic(severity, code, at: location, message, suggestion: suggestion))
  }
}

extension Diagnostic: Comparable {
  /// Orders problems by path, line, column, code and message, so that output is the same each time.
  public static func < (left: Self, right: Self) -> Bool {
    if left.location < right.location { return true }
    if right.location < left.location { return false }
    if left.code != right.code { return left.code < right.code }
    return left.message < right.message
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `path:line:column: severity: message; suggestion [code]`.
  public var description: String {
    let advice = suggestion.map { "; \($0)" } ?? ""
    return "\(location): \(severity): \(message)\(advice) [\(code)]"
  }
}
