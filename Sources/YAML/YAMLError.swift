public import Model

/// Why a text isn't usable YAML.
public struct YAMLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of refusal it is.
  public enum Reason: String, Hashable, Sendable {
    /// The text isn't YAML.
    case syntax
    /// The text is longer, deeper or, with its aliases, larger than allowed.
    case limit
  }

  /// What kind of refusal it is.
  public var reason: Reason
  /// What is wrong, in English, without a full stop.
  public var message: String
  /// Where it was noticed.
  public var location: SourceLocation

  /// Makes an error from its parts.
  public init(_ reason: Reason, _ message: String, at location: SourceLocation) {
    self.reason = reason
    self.message = message
    self.location = location
  }

  /// `path:line:column: message`.
  public var description: String { "\(location): \(message)" }

  /// The error as a problem, `yaml.syntax` or `yaml.limit`.
  public var diagnostic: Diagnostic {
    Diagnostic(.error, "yaml.\(reason.rawValue)", at: location, message)
  }
}
