import Digests
package import Model

/// One rule at work on one snapshot.
struct RuleRun: Sendable {
  let description: RuleDescription
  let subjects: SubjectList
  let population: Population
  private let rule: any Rule
  private let context: AuditContext
  /// The sections whose population is missing, in the order of the rule.
  private let incomplete: [Section]
  private let waysToPass: WaysToPass

  init(_ configured: ConfiguredRule, _ context: AuditContext, among rules: [RuleDescription]) {
    description = configured.description
    let context = description.logEnd.map(context.allowing) ?? context
    var rule = configured.rule
    rule.prepare(for: context.twin(), among: rules)
    self.rule = rule
    population = type(of: configured.rule).population
    subjects = SubjectList(population, context.index)
    incomplete = population.incompleteSources(context.coverage)
    self.context = context
    waysToPass = WaysToPass(configured.description, context)
  }

  /// The subject that stands for a population that the snapshot doesn't hold completely.
  var missingPopulation: Subject? {
    incomplete.first.map { Subject(.section, id: $0.name) }
  }

  func verdicts(_ range: Range<Int>) -> [Verdict] { Self.verdicts(rule, self, range) }

  private static func verdicts(_ rule: some Rule, _ run: RuleRun, _ range: Range<Int>) -> [Verdict]
  {
    let variants = run.context.variants()
    let severity = run.description.severity
    let subjects = run.subjects.records(range)
    guard variants.count > 1 else {
      return rule.verdicts(on: subjects, severity: severity, in: variants[0])
    }
    return subjects.map { subject in
      var verdict = rule.verdict(
        on: variants[0].chosen(subject), severity: severity, in: variants[0])
      let count = variants[0].takeMetDuplicates()
      for variant in variants.prefix(count).dropFirst() {
        let other = rule.verdict(on: variant.chosen(subject), severity: severity, in: variant)
        verdict = stricter(verdict, other)
      }
      return count > AuditContext.variantLimit
        ? stricter(verdict, Verdict(.unknown, severity)) : verdict
    }
  }

  /// The subject at a position; the position after the last is the missing population.
  func subject(_ position: Int) -> Subject {
    position < subjects.count
      ? subjects.subject(position, description.subject)
      : missingPopulation ?? Subject(.section, id: "")
  }

  /// The finding of a subject; the position after the last is the missing population.
  func finding(_ position: Int) -> Finding {
    guard position < subjects.count else { return missingPopulationFinding() }
    var evaluation = Self.evaluation(rule, self, subjects[position])
    evaluation.waysToPass = waysToPass.find(
      rule, subjects[position], evaluation, severity: description.severity)
    return finding(subject(position), evaluation)
  }

  private static func evaluation(_ rule: some Rule, _ run: RuleRun, _ subject: SubjectRecord)
    -> Evaluation
  {
    let variants = run.context.variants()
    let severity = run.description.severity
    var evaluation = rule.evaluation(
      of: variants[0].chosen(subject), severity: severity, in: variants[0])
    guard variants.count > 1 else { return evaluation }
    let count = variants[0].takeMetDuplicates()
    guard count > 0 else { return evaluation }
    for variant in variants.prefix(count).dropFirst() {
      let other = rule.evaluation(of: variant.chosen(subject), severity: severity, in: variant)
      if stricter(evaluation.verdict, other.verdict) != evaluation.verdict { evaluation = other }
    }
    let isUndecided = stricter(evaluation.verdict, Verdict(.unknown, severity))
    if count > AuditContext.variantLimit, isUndecided != evaluation.verdict {
      evaluation.outcome = .unknown
      evaluation.severity = severity
      evaluation.reason = Message(
        PopulationReason.tooManyDuplicates.key, ["count": .integer(count)])
    }
    evaluation.notes.append(Message("note.\(Note.duplicateId.rawValue)"))
    return evaluation
  }

  private func missingPopulationFinding() -> Finding {
    let absent = incomplete.allSatisfy { !context.coverage.isPresent($0) }
    let reason = Message(
      absent ? PopulationReason.absent.key : PopulationReason.incomplete.key,
      ["sections": .list(incomplete.map { .code($0.name) })])
    return finding(
      subject(subjects.count), Evaluation(.unknown, description.severity, reason: reason))
  }

  private func finding(_ subject: Subject, _ evaluation: Evaluation) -> Finding {
    Finding(
      rule: description.id, subject: subject, evaluation: evaluation,
      originalOutcome: evaluation.outcome,
      fingerprint: subject.fingerprint(under: description.id),
      owner: subject.record.flatMap { context.snapshot.text(of: $0, "ownerPrincipalId") })
  }
}

extension Subject {
  /// What tells a rule's finding on the subject from all others, in every run and version.
  package func fingerprint(under rule: String) -> String {
    String(Digests.sha256("\(rule)\n\(kind.rawValue)\n\(id)").prefix(32))
  }
}

/// Why the engine itself says *unknown*; words at `reason.population.<code>`.
package enum PopulationReason: String, CaseIterable {
  case absent, incomplete
  case tooManyDuplicates = "too-many-duplicates"

  /// The key of its words.
  package var key: String { "reason.population.\(rawValue)" }
}

extension Evaluation {
  var verdict: Verdict { Verdict(outcome, severity) }
}

extension AuditContext {
  /// The subject with the row of this variant.
  func chosen(_ subject: SubjectRecord) -> SubjectRecord {
    SubjectRecord(subject.section, chosen(subject.row, in: subject.section))
  }
}

/// The stricter of two verdicts: fail, unknown, pass, not applicable; then the higher severity.
func stricter(_ left: Verdict, _ right: Verdict) -> Verdict {
  func weight(_ verdict: Verdict) -> Int {
    let outcome =
      switch verdict.outcome {
      case .fail: 4
      case .unknown: 3
      case .accepted: 2
      case .pass: 1
      case .notApplicable: 0
      }
    return outcome * 16 + Int(verdict.severity.rawValue)
  }
  return weight(right) > weight(left) ? right : left
}
