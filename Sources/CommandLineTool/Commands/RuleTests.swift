import Audit
import CustomRules
import Model
import SnapshotReader

/// `vouch rules test`: runs the examples of every shipped rule and the fixtures of the user's own.
enum RuleTests {
  static func perform(
    _ own: [CustomRule], _ publication: Publication
  ) throws(CommandFailure) -> ExitStatus {
    let catalogue = try publication.catalogue()
    var problems: [Diagnostic] = []
    var count = 0
    for rule in RuleRegistry.all {
      for example in rule.examples {
        count += 1
        let place = SourceLocation(path: rule.description.id)
        if let fault = fault(example, of: rule, catalogue) {
          problems.report(.error, "rule.example", at: place, "\(example.name): \(fault)")
        }
      }
    }
    var fixtures = 0
    for rule in own {
      if rule.fixtures.isEmpty {
        problems.report(
          .warning, "rule.untested", at: SourceLocation(path: rule.path, line: 1),
          "\(rule.description.id) has no fixtures")
      }
      fixtures += rule.fixtures.count
      problems += rule.fixtures.flatMap { check($0, of: rule, catalogue) }
    }
    publication.printer.print(problems)
    let failed = problems.count { $0.severity == .error }
    publication.settings.environment.output(
      "\(counted(RuleRegistry.all.count, "shipped rule")) with \(counted(count, "example")), "
        + "\(counted(own.count, "custom rule")) with \(counted(fixtures, "fixture")): "
        + (failed == 0 ? "all as expected\n" : "\(failed) failed\n"))
    return failed == 0 ? .success : .findings
  }

  /// How the outcome of an example differs from what is expected; `nil` if it doesn't.
  private static func fault(
    _ example: RuleExample, of rule: any Rule.Type, _ catalogue: Catalogue
  ) -> String? {
    let snapshot: Snapshot
    let selection: RuleSelection
    do {
      snapshot = try SnapshotReader.snapshot(fromFragment: example.document)
      selection = try RuleSelection(rule.description.id)
    } catch {
      return "\(error)"
    }
    var asOf: Instant?
    if let text = example.asOf, case .instant(let time) = InstantText.read(text) { asOf = time }
    let context = AuditContext(snapshot, catalogue: catalogue, asOf: asOf)
    let result = Auditor.audit(
      context, configuration: AuditConfiguration(selection: selection, threads: 1))
    return fault(
      result, subject: example.subject, outcome: example.outcome, reason: example.reason,
      severity: example.severity)
  }

  private static func fault(
    _ result: AuditResult, subject: String, outcome: Outcome, reason: String? = nil,
    severity: FindingSeverity? = nil
  ) -> String? {
    guard let rule = result.rules.first else { return "the rule didn't run" }
    let findings = rule.verdicts.indices.map { result.finding(rule: 0, subject: $0) }
      .filter { $0.subject.id == subject }
    let own = findings.first { $0.subject.record != nil } ?? findings.first
    guard let finding = own else { return "there is no subject '\(subject)'" }
    let key = finding.evaluation.reason?.key
    if finding.outcome != outcome {
      return "'\(subject)' is \(finding.outcome) instead of \(outcome)"
    }
    if let reason, key?.hasSuffix(".\(reason)") != true {
      return "the reason is \(key ?? "none") instead of \(reason)"
    }
    if let severity, finding.evaluation.severity != severity {
      return "the severity is \(finding.evaluation.severity) instead of \(severity)"
    }
    return nil
  }

  private static func check(
    _ fixture: CustomRule.Fixture, of rule: CustomRule, _ catalogue: Catalogue
  ) -> [Diagnostic] {
    func problem(_ message: String) -> Diagnostic {
      Diagnostic(
        .error, "rule.fixture", at: fixture.location,
        "\(rule.description.id), \(fixture.name): \(message)")
    }
    let read = SnapshotReader.read(fragment: fixture.document)
    guard let snapshot = read.snapshot else {
      let lines = read.diagnostics.map(\.description).joined(separator: "\n")
      return [problem("the snapshot can't be read: \(lines)")]
    }
    // What nobody reads tests nothing; odd values may be what the fixture is about.
    let warnings = read.diagnostics.map { warning in
      Diagnostic(
        warning.code.hasSuffix(".unknown") ? .error : warning.severity, warning.code,
        at: fixture.location, "\(rule.description.id), \(fixture.name): \(warning.message)",
        suggestion: warning.suggestion)
    }
    let context = AuditContext(snapshot, catalogue: catalogue, asOf: fixture.asOf)
    let judgement = CustomRuleJudge.judge([rule], context)
    let errors = judgement.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { return warnings + errors }
    let result = AuditResult(
      snapshot: snapshot, rules: [], asOf: fixture.asOf, catalogue: catalogue, diagnostics: [],
      mask: { context.secrets.printable($0) },
      finding: { judgement.rules[$0].finding($1) }
    ).adding(judgement.rules)
    let fault = fault(result, subject: fixture.subject, outcome: fixture.outcome)
    return warnings + (fault.map { [problem($0)] } ?? [])
  }
}
