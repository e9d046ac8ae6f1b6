/// A named part of a rule's predicate and what the evidence says about it.
public struct ClauseResult: Hashable, Sendable {
  /// The name, one of the rule's ``RuleDescription/clauses``.
  public let name: String
  /// What the evidence says.
  public let truth: Truth

  /// A clause with its truth.
  public init(_ name: String, _ truth: Truth) {
    self.name = name
    self.truth = truth
  }
}

/// A value that an outcome rests on.
public struct Evidence: Hashable, Sendable {
  /// The key of its label in the catalog, such as `evidence.consent.acceptedUtc`.
  public let label: String
  /// The value; `nil` where the point is that there is none.
  public let value: MessageValue?
  /// Where it stands.
  public let pointer: RecordPointer?

  /// A piece of evidence.
  public init(_ label: String, _ value: MessageValue?, at pointer: RecordPointer? = nil) {
    self.label = label
    self.value = value
    self.pointer = pointer
  }
}

/// What a rule says about one subject, without the subject.
public struct Evaluation: Hashable, Sendable {
  /// The outcome.
  public var outcome: Outcome
  /// The severity, which may differ from the rule's.
  public var severity: FindingSeverity
  /// Why: a stable code with its values.
  ///
  /// Every outcome but a plain pass has one.
  public var reason: Message?
  /// The clauses, each true, false or missing.
  public var clauses: [ClauseResult]
  /// The smallest sets of answers to clauses with which a fail or an unknown would be a pass, as
  /// judging again showed.
  public var waysToPass: [[ClauseResult]] = []
  /// Remarks such as "inferred" or "time zone assumed".
  public var notes: [Message]
  /// What it rests on.
  public var evidence: [Evidence]

  /// An evaluation from its parts.
  public init(
    _ outcome: Outcome, _ severity: FindingSeverity, reason: Message? = nil,
    clauses: [ClauseResult] = [], notes: [Message] = [], evidence: [Evidence] = []
  ) {
    self.outcome = outcome
    self.severity = severity
    self.reason = reason
    self.clauses = clauses
    self.notes = notes
    self.evidence = evidence
  }
}

/// What a rule judged.
public struct Subject: Hashable, Sendable {
  /// The kind.
  public let kind: SubjectKind
  /// The id, unique within the kind; of a record, `section/id` or `section#row`.
  public let id: String
  /// The display name, if it has one: untrusted text.
  public let name: String?
  /// Where its record stands.
  public let pointer: RecordPointer?
  /// The section and row of its record, if it is one.
  public let record: SubjectRecord?

  /// A subject from its parts.
  public init(
    _ kind: SubjectKind, id: String, name: String? = nil, pointer: RecordPointer? = nil,
    record: SubjectRecord? = nil
  ) {
    self.kind = kind
    self.id = id
    self.name = name
    self.pointer = pointer
    self.record = record
  }
}

/// A record by its section and row.
public struct SubjectRecord: Hashable, Sendable {
  /// The section.
  public let section: Section
  /// The row.
  public let row: Int

  /// A record by its section and row.
  public init(_ section: Section, _ row: Int) {
    self.section = section
    self.row = row
  }
}

/// A rule's word on one subject, with everything a report says of it.
public struct Finding: Hashable, Sendable {
  /// The rule.
  public let rule: String
  /// The subject; of a missing population, the section that would supply it.
  public let subject: Subject
  /// What the rule says.
  public let evaluation: Evaluation
  /// The outcome before an exception was laid over it.
  public let originalOutcome: Outcome
  /// SHA-256 of rule id, subject kind and subject id, the first 32 hexadecimal digits: stable over
  /// runs, snapshots and versions.
  public let fingerprint: String
  /// The accountable owner's id, if the snapshot names one.
  public let owner: String?
  /// The exception that covers it; given exactly where the outcome is *accepted*.
  public let exception: GrantedException?

  /// A finding from its parts.
  public init(
    rule: String, subject: Subject, evaluation: Evaluation, originalOutcome: Outcome,
    fingerprint: String, owner: String?, exception: GrantedException? = nil
  ) {
    self.rule = rule
    self.subject = subject
    self.evaluation = evaluation
    self.originalOutcome = originalOutcome
    self.fingerprint = fingerprint
    self.owner = owner
    self.exception = exception
  }

  /// The same finding, covered by an exception.
  public func accepted(by exception: GrantedException) -> Finding {
    var evaluation = evaluation
    evaluation.outcome = .accepted
    return Finding(
      rule: rule, subject: subject, evaluation: evaluation, originalOutcome: originalOutcome,
      fingerprint: fingerprint, owner: owner, exception: exception)
  }

  /// The outcome after exceptions.
  public var outcome: Outcome { evaluation.outcome }
}
