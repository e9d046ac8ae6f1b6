/// A decision to live with what rules say about some subjects until the end of a day, as the
/// exceptions file states it.
public struct GrantedException: Hashable, Sendable {
  /// The rules: an id, a pattern such as `CON-*`, or a group, as written.
  public let rule: String
  /// The subjects: a kind and an id, or a beginning of ids, such as `export:e-1` or `export:e-*`.
  public let subject: String
  /// The id of the only environment that it is for, if stated.
  public let environment: String?
  /// Why it was granted.
  public let reason: String
  /// Who granted it.
  public let approver: String
  /// Who asked for it, if stated.
  public let requester: String?
  /// The ticket that documents it, if stated.
  public let ticket: String?
  /// The day from whose beginning it counts.
  public let created: CivilDate
  /// The last day on which it counts, to its end.
  public let expires: CivilDate
  /// The first instant of ``created`` in the zone of the file.
  public let start: Instant
  /// The first instant after ``expires`` in the zone of the file.
  public let end: Instant
  /// Where it is written.
  public let location: SourceLocation

  /// An exception from its parts.
  public init(
    rule: String, subject: String, environment: String? = nil, reason: String, approver: String,
    requester: String? = nil, ticket: String? = nil, created: CivilDate, expires: CivilDate,
    start: Instant, end: Instant, location: SourceLocation
  ) {
    self.rule = rule
    self.subject = subject
    self.environment = environment
    self.reason = reason
    self.approver = approver
    self.requester = requester
    self.ticket = ticket
    self.created = created
    self.expires = expires
    self.start = start
    self.end = end
    self.location = location
  }

  /// Whether it is for an environment; ids are the same whatever their case, and GUIDs with and
  /// without braces.
  public func isFor(_ environment: String?) -> Bool {
    guard let named = self.environment else { return true }
    guard let environment else { return false }
    return canonicalIdentifier(named).lowercased()
      == canonicalIdentifier(environment).lowercased()
  }

  /// Whether it names more than one rule or more than one subject.
  public var isPattern: Bool { namesManySubjects || namesManyRules }

  /// Whether it names more than one subject of a rule.
  public var namesManySubjects: Bool { subject.hasSuffix("*") }

  /// Whether it names a pattern of rules, a group or several rules; the id of one ends with a digit.
  public var namesManyRules: Bool {
    let names = Set(rule.split(separator: ",").map { $0.filter { $0 != " " }.uppercased() })
    return names.count > 1 || names.contains { $0.last?.isNumber != true }
  }
}

extension Instant {
  /// A day of which no time is known.
  public init(wholeDay day: CivilDate) {
    self.init(microseconds: Instant(day).microseconds, isDayOnly: true)
  }
}
