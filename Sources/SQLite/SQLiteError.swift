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
  /// What was probably meant, for people; `nil` if that isn't known.
  public var suggestion: String?

  init(reason: Reason, message: String, offset: Int?) {
    self.reason = reason
    self.message = message
    self.offset = offset
  }
}

extension SQLiteError {
  /// What to look for in a query that takes too many steps.
  public static var adviceOnSteps: String {
    "a join may lack its condition, a recursion its end, and a subquery that runs for each row may "
      + "be a join instead"
  }
}
