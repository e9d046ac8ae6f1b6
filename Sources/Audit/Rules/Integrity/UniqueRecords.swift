import Model

/// DQ-02: every id stands once in its section, and no consent is recorded twice.
struct UniqueRecords: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// No other record of the section has the id, in whatever case and braces.
    case unique
    /// No earlier consent has the same subject and time.
    case once
  }

  enum Reason: String, CaseIterable, Sendable {
    case differentContent = "different-content"
    case identicalContent = "identical-content"
    case repeatedConsent = "repeated-consent"
    case oppositeAtOneTime = "opposite-at-one-time"
  }

  static let description = RuleDescription(
    "DQ-02", group: .integrity, severity: .high, subject: .identifier,
    sections: Section.allCases, clauses: clauseNames, impossible: [.unknown, .notApplicable],
    controls: [
      ControlMapping(.gdpr, ["5(1)(d)"]),
      ControlMapping(.iso27701, ["A.7.4.3"]),
      ControlMapping(.iso27001, ["A.5.33", "A.8.9"]),
      ControlMapping(.nistPrivacy, ["CM.AW-P6"]),
      ControlMapping(.nist80053, ["SI-10", "SI-7"]),
      ControlMapping(.soc2, ["PI1.2", "CC2.1"]),
      ControlMapping(.ccpa, ["1798.130"]),
    ])
  /// Every id.
  static let population = Population.identifiers

  private var spellings: SpelledIds?
  private var consents: RepeatedConsents?

  /// Finds ids that differ only in spelling, and consents that repeat each other.
  mutating func prepare(for context: AuditContext, among rules: [RuleDescription]) {
    spellings = SpelledIds(context.snapshot)
    consents = RepeatedConsents(context.snapshot)
  }

  /// Which of several records is right is never guessed.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let rows = twins(of: subject, context)
    let repetition = consents?.repetition(of: subject)
    let unique = examination.clause(.unique, rows.isEmpty)
    let once = examination.clause(.once, repetition == nil)
    if unique != .true {
      let comparison = RecordComparison(subject, rows, context)
      comparison.show(&examination)
      lazy var arguments: KeyValuePairs<String, MessageValue> = ["count": .integer(rows.count + 1)]
      return comparison.isIdentical
        ? examination.fail(.identicalContent, arguments, severity: .low)
        : examination.fail(.differentContent, arguments)
    }
    guard once != .true else { return examination.pass() }
    if let repetition {
      examination.evidence(
        .otherRecord,
        .code(context.snapshot.key(of: SubjectRecord(.consents, repetition.earlier)) ?? ""),
        at: context.snapshot.pointer(.consents, repetition.earlier))
    }
    return repetition?.isOpposite == true
      ? examination.fail(.oppositeAtOneTime)
      : examination.fail(.repeatedConsent, severity: .low)
  }

  /// The other records with the id: all of them if the id is spelt alike, the earlier ones if it is
  /// spelt in another way.
  private func twins(of subject: SubjectRecord, _ context: AuditContext) -> [Int] {
    var rows = spellings?.earlier(than: subject) ?? []
    let duplicates = context.index.duplicates
    if duplicates.exist(in: subject.section),
      let key = context.snapshot.keys(of: subject.section)[subject.row],
      let others = duplicates.rows(of: key, in: subject.section)
    {
      rows += others.map(Int.init).filter { $0 != subject.row }
    }
    return rows
  }
}

extension Snapshot {
  /// The id of a record as text.
  func key(of record: SubjectRecord) -> String? {
    let keys = keys(of: record.section)
    guard record.row < keys.count else { return nil }
    return keys[record.row].map(text)
  }
}
