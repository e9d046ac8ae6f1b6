/// Why a statement can't be run.
public struct SQLiteError: Error, Hashable, Sendable {
  /// The kinds of reasons.
  public enum Reason: Sendable {
    /// The text is no SQL, or names what doesn't exist.
    case statement
    /// It would do something else than read.
    case forbidden
    /// It took more steps than allowed.
    case steps
    /// A value, or a step in between, grew beyond a limit, or something failed while running.
    case running
  }

  /// What kind it is.
  public let reason: Reason
  /// What is wrong, in English, without a full stop at the end.
  public let message: String
  /// The byte of the statement where it goes wrong; `nil` if that isn't known.
  public let offset: Int?
}
