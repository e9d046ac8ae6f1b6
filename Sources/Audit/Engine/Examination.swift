public import Model

/// One rule's look at one subject: gathers clauses, notes and evidence while the rule decides.
///
/// Whatever has words is an autoclosure, and is run only if somebody will read the finding.
public struct Examination<Examined: Rule> {
  /// Where the facts are.
  public let context: AuditContext
  /// Whether somebody will read the finding: worth testing before costly evidence.
  public let isRecording: Bool
  let severity: FindingSeverity
  private var reason: Message?
  private var clauses: [ClauseResult] = []
  private var notes: [Message] = []
  private var evidence: [Evidence] = []

  init(_ context: AuditContext, severity: FindingSeverity, isRecording: Bool) {
    self.context = context
    self.severity = severity
    self.isRecording = isRecording
  }

  /// States a part of the predicate; the rule decides by the answer.
  ///
  /// A test replaces answers to show that each clause matters.
  public mutating func clause(_ clause: Examined.Clause, _ truth: Truth) -> Truth {
    var truth = truth
    if !context.overrides.isEmpty {
      let name = clause.rawValue
      truth = context.overrides.first { $0.clause == name }?.truth ?? truth
    }
    if isRecording {
      clauses.removeAll { $0.name == clause.rawValue }
      clauses.append(ClauseResult(clause.rawValue, truth))
    }
    return truth
  }

  /// States a part of the predicate that the snapshot always tells.
  public mutating func clause(_ clause: Examined.Clause, _ value: Bool) -> Truth {
    self.clause(clause, Truth(value))
  }

  /// The criterion is met; a reason is given where the pass is not plain.
  public mutating func pass(
    _ reason: Examined.Reason? = nil,
    _ arguments: @autoclosure () -> KeyValuePairs<String, MessageValue> = [:]
  ) -> Verdict {
    if let reason { give(reason, arguments) }
    return Verdict(.pass, severity)
  }

  /// The criterion is not met; without a severity, the rule's.
  public mutating func fail(
    _ reason: Examined.Reason,
    _ arguments: @autoclosure () -> KeyValuePairs<String, MessageValue> = [:],
    severity: FindingSeverity? = nil
  ) -> Verdict {
    give(reason, arguments)
    return Verdict(.fail, severity ?? self.severity)
  }

  /// The evidence doesn't tell; without a severity, the rule's.
  public mutating func unknown(
    _ reason: Examined.Reason,
    _ arguments: @autoclosure () -> KeyValuePairs<String, MessageValue> = [:],
    severity: FindingSeverity? = nil
  ) -> Verdict {
    give(reason, arguments)
    return Verdict(.unknown, severity ?? self.severity)
  }

  /// The rule has nothing to say about the subject.
  public mutating func notApplicable(
    _ reason: Examined.Reason,
    _ arguments: @autoclosure () -> KeyValuePairs<String, MessageValue> = [:]
  ) -> Verdict {
    give(reason, arguments)
    return Verdict(.notApplicable, severity)
  }

  /// Adds a remark on the outcome, once.
  public mutating func note(
    _ note: Note, _ arguments: @autoclosure () -> KeyValuePairs<String, MessageValue> = [:]
  ) {
    guard isRecording else { return }
    let message = Message("note.\(note.rawValue)", arguments())
    if !notes.contains(message) { notes.append(message) }
  }

  /// Adds a value that was computed or counted.
  public mutating func evidence(
    _ label: EvidenceLabel, _ value: @autoclosure () -> MessageValue?,
    at pointer: @autoclosure () -> RecordPointer? = nil
  ) {
    guard isRecording else { return }
    add(Evidence("evidence.\(label.rawValue)", value(), at: pointer()))
  }

  /// Adds a field as the snapshot has it, at `evidence.<section>.<field>`.
  public mutating func evidence<Owner: Record, Value: EvidenceValue>(
    _ record: Owner, _ key: FieldKey<Owner, Value>
  ) {
    guard isRecording else { return }
    add(
      Evidence(
        "evidence.\(Owner.section.name).\(key.name)",
        record[key].evidence(Owner.section, key.column, record.snapshot), at: record.pointer))
  }

  /// Adds a list of single values as the snapshot has it, at `evidence.<section>.<field>`.
  public mutating func evidence<Owner: Record, Value: EvidenceValue>(
    _ record: Owner, _ key: ListKey<Owner>, of _: Value.Type
  ) {
    guard isRecording else { return }
    let value: MessageValue?
    switch record[key] {
    case .value(let rows):
      value = .list(
        rows.values(Value.self).compactMap {
          $0.evidence(Owner.section, key.column, record.snapshot)
        })
    case .null: value = nil
    case .absent: value = .message(Message("value.absent"))
    case .unreadable(let text): value = .code(record.text(text))
    }
    add(
      Evidence("evidence.\(Owner.section.name).\(key.name)", value, at: record.pointer))
  }

  private mutating func add(_ piece: Evidence) {
    if !evidence.contains(piece) { evidence.append(piece) }
  }

  private mutating func give(
    _ reason: Examined.Reason, _ arguments: () -> KeyValuePairs<String, MessageValue>
  ) {
    guard isRecording else { return }
    let id = Examined.description.id.lowercased()
    self.reason = Message("reason.\(id).\(reason.rawValue)", arguments())
  }

  func evaluation(_ verdict: Verdict) -> Evaluation {
    Evaluation(
      verdict.outcome, verdict.severity, reason: reason, clauses: clauses, notes: notes,
      evidence: evidence)
  }
}

/// The replacement of a clause's answer, by which tests show that the clause matters.
public struct ClauseOverride: Hashable, Sendable {
  /// The clause.
  public let clause: String
  /// Its answer.
  public let truth: Truth

  /// A replacement.
  public init(_ clause: String, _ truth: Truth) {
    self.clause = clause
    self.truth = truth
  }
}
