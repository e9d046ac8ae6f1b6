public import Model

/// An outcome and its severity.
public typealias Verdict = RuleResult.Verdict

/// A shipped rule: a typed predicate, what is fixed about it, and examples that define it.
///
/// A rule is a pure function of a subject and an ``AuditContext``. It is written once, in
/// ``judge(_:_:)``: the engine calls that for the verdict alone, without words and without
/// allocations, and once more for the findings that a renderer asks for.
public protocol Rule: Sendable {
  /// The named parts of the predicate; words at `clause.<id>.<name>` of the message catalog.
  associatedtype Clause: RawRepresentable<String> & CaseIterable & Sendable
  /// The reasons of outcomes; words at `reason.<id>.<code>` of the message catalog.
  associatedtype Reason: RawRepresentable<String> & CaseIterable & Sendable

  /// What is fixed about the rule, with default parameter values.
  static var description: RuleDescription { get }
  /// What it judges.
  static var population: Population { get }
  /// The fields that can change its findings, such as `exports.detachedUtc` or
  /// `exports.items.kind`.
  ///
  /// A test takes every field away from every example and demands that exactly these make a
  /// difference.
  static var reads: [String] { get }
  /// Inputs with the outcome that they must give.
  static var examples: [RuleExample] { get }

  /// The rule with the parameter values of a run.
  init(_ description: RuleDescription)

  /// Gathers what the rule has to know of the whole snapshot; called once, before any judging.
  ///
  /// Most rules need nothing. `rules` are those of the run, this one included.
  mutating func prepare(for context: AuditContext, among rules: [RuleDescription])

  /// Judges one subject.
  ///
  /// Facts come from `examination.context`; each part of the predicate passes through
  /// ``Examination/clause(_:_:)``, whose answer (not its argument) is what counts.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict

  /// The verdicts on some subjects, in their order.
  ///
  /// Rules take the default. It is a requirement so that the compiler makes one for each rule, in
  /// which nothing is looked up at run time: it goes over every record of a snapshot.
  func verdicts(
    on subjects: [SubjectRecord], severity: FindingSeverity, in context: AuditContext
  ) -> [Verdict]
}

/// A rule without parameters: each is like the other.
protocol PlainRule: Rule {
  init()
}

extension PlainRule {
  /// The rule; it has no parameters.
  init(_ description: RuleDescription) { self.init() }
}

extension Rule {
  /// Gathers nothing.
  public mutating func prepare(for context: AuditContext, among rules: [RuleDescription]) {}

  /// Judges one subject after the other.
  public func verdicts(
    on subjects: [SubjectRecord], severity: FindingSeverity, in context: AuditContext
  ) -> [Verdict] {
    // An examination that records nothing is the same after each subject.
    var examination = Examination<Self>(context, severity: severity, isRecording: false)
    var verdicts: [Verdict] = []
    verdicts.reserveCapacity(subjects.count)
    for subject in subjects { verdicts.append(judge(subject, &examination)) }
    return verdicts
  }

  /// The codes of all reasons that the rule can give.
  public static var reasonCodes: [String] { Reason.allCases.map(\.rawValue) }

  /// The names of all clauses, in the order of the predicate.
  public static var clauseNames: [String] { Clause.allCases.map(\.rawValue) }

  /// The keys of the message catalog that the rule uses, without those that rules share.
  public static var messageKeys: [String] {
    let id = description.id.lowercased()
    return reasonCodes.map { "reason.\(id).\($0)" } + clauseNames.map { "clause.\(id).\($0)" }
  }

  /// The verdict on a subject, without words.
  func verdict(on subject: SubjectRecord, severity: FindingSeverity, in context: AuditContext)
    -> Verdict
  {
    var examination = Examination<Self>(context, severity: severity, isRecording: false)
    return judge(subject, &examination)
  }

  /// The verdict on a subject with reason, clauses, notes and evidence.
  func evaluation(of subject: SubjectRecord, severity: FindingSeverity, in context: AuditContext)
    -> Evaluation
  {
    var examination = Examination<Self>(context, severity: severity, isRecording: true)
    let verdict = judge(subject, &examination)
    return examination.evaluation(verdict)
  }
}
