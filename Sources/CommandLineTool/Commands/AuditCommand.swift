import Audit
import CustomRules
import Digests
import DocGen
import FileSystem
import Model
import SnapshotReader

/// `vouch audit SNAPSHOT`: the audit and its report; of several snapshots, one report on all.
enum AuditCommand {
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    guard settings.arguments.operands.count <= 1 else {
      return try SeveralAudits.perform(settings)
    }
    let written = try write(settings)
    written.audit.printResult(written.publication, written.summary)
    return written.audit.status
  }

  /// Audits one snapshot and writes its report.
  ///
  /// What is wrong with exceptions is not told of a part: that is known when all parts are there.
  @discardableResult
  static func write(
    _ settings: Settings, isPart: Bool = false
  ) throws(CommandFailure) -> (
    audit: AuditRun, publication: Publication, summary: StagedTree.Summary
  ) {
    let publication = try Publication(settings)
    let plan = try AuditPlan(settings, jobs: publication.jobs)
    let progress = Progress(settings)
    let audit = try AuditRun(plan, publication, progress)
    if !isPart {
      publication.printer.print(
        audit.result.exceptionProblems + publication.templateWarnings())
    }
    let tree = try publication.openTree(recordsDigests: true)
    let content = try publication.content(publication.contentFolders)
    try audit.writeReport(publication, into: tree, content: content, hasSite: false, assets: nil)
    try Seal(settings).close(tree)
    progress.done()
    return (audit, publication, try publication.commit(tree))
  }
}

/// An audit that was carried out, and what follows from it.
struct AuditRun {
  let result: AuditResult
  let gate: GateResult
  let status: ExitStatus
  private let customRules: [CustomRule]
  private let reasons: [String]
  private let report: ReportPlan
  private let digests: RecordDigests
  private let comparison: Comparison?
  private let formerlyOpen: [Set<Int>]
  private let snapshot: String

  /// Reads, judges and gates.
  init(
    _ plan: AuditPlan, _ publication: Publication, _ progress: Progress
  ) throws(CommandFailure) {
    report = try ReportPlan(publication.settings)
    snapshot = plan.name
    progress.step("reading \(plan.name)")
    let (snapshot, diagnostics) = try plan.read(publication.printer)
    digests = plan.digests(snapshot)
    let catalogue = try publication.catalogue()
    publication.printer.print(try plan.checkLimits(snapshot, catalogue))
    let exceptions = try plan.readExceptions()
    let baseline = try plan.readBaseline(snapshot, publication.printer)
    progress.step("judging")
    let context = AuditContext(
      snapshot, catalogue: catalogue, asOf: plan.configuration.asOf,
      threads: plan.configuration.threads)
    let own = CustomRuleJudge.judge(plan.customRules, context)
    guard !own.diagnostics.contains(where: { $0.severity == .error }) else {
      throw .problems(own.diagnostics, .usage)
    }
    publication.printer.print(own.diagnostics)
    customRules = plan.customRules
    let judged = Auditor.audit(
      context, configuration: plan.configuration, diagnostics: diagnostics
    ).adding(own.rules)
    result = exceptions.map { judged.applying($0) } ?? judged
    if baseline != nil { progress.step("comparing") }
    let compared = baseline.map { [result] in result.compared(with: $0) }
    comparison = compared?.comparison
    formerlyOpen = compared?.formerlyOpen ?? []
    gate = plan.gate.judge(result)
    // Neither the choice of rules nor an exception makes a secret fit to be published.
    if plan.refusesOnSecret, context.secrets.holdCertainOne {
      throw .problem(
        "secret.found", at: SourceLocation(path: plan.path),
        "the snapshot holds a secret, so no report was written",
        suggestion: "rotate it and collect again; without --refuse-on-secret it is masked",
        .findings)
    }
    var reasons: [String] = []
    if !result.reconciliation.addsUp {
      reasons.append("reconciliation.broken")
      publication.printer.print([Self.brokenReconciliation(result, plan.path)])
    }
    if result.hasUnmatchedExceptions { reasons.append(RollUp.unmatchedReason) }
    if gate.isFailed { reasons.append("gate.fails") }
    if gate.isTooUnknown { reasons.append("gate.unknowns") }
    status = ExitStatus(reasons: reasons)
    self.reasons = reasons
  }

  /// Says which records are missing; errors are said however quiet the command is.
  private static func brokenReconciliation(_ result: AuditResult, _ path: String) -> Diagnostic {
    let names = result.reconciliation.sections.filter { !$0.addsUp }.map(\.section.name)
    let places = names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
    return Diagnostic(
      .error, "reconciliation.broken", at: SourceLocation(path: path),
      "the records don't add up\(places)",
      suggestion: "the page 'reconciliation' of the report says which")
  }

  /// Writes the report's forms into a tree.
  func writeReport(
    _ publication: Publication, into tree: StagedTree, content: ContentTree,
    hasSite: Bool, assets: PublicationAssets?
  ) throws(CommandFailure) {
    let settings = publication.settings
    let formats = Set((settings.list("format") ?? []).compactMap(ReportFormat.init(rawValue:)))
    if let unknown = settings.list("format")?.first(where: { ReportFormat(rawValue: $0) == nil }) {
      throw .problem(
        "configuration.format",
        at: settings.values("format")?.origin.location ?? SourceLocation(path: "format"),
        "there is no format '\(unknown)'",
        suggestion: "known are \(CommandTable.formats.joined(separator: ", "))", .usage)
    }
    do {
      let used = try assets ?? PublicationAssets(templateFolders: publication.templateFolders)
      let chosen = formats.isEmpty ? Set(ReportFormat.allCases) : formats
      if assets == nil, chosen.contains(.html) { try used.write(into: tree) }
      var run = ReportRun(
        result: result, gate: gate, toolVersion: Tool.version,
        exitStatus: Int(status.rawValue), statusReasons: reasons)
      run.deadlines = report.deadlines
      run.sample = report.sample
      run.evidence = report.evidence
      run.recordDigest = { [digests] in digests.digest(of: $0) }
      run.comparison = comparison
      run.formerlyOpen = formerlyOpen
      let hasSearch = try hasSite && !settings.flag("no-search")
      var recorded = ReportSettings(
        snapshot: snapshot, locales: publication.reportLocales, formats: chosen,
        hasSite: hasSite, content: try publication.contentDigest(),
        templates: try publication.templatesDigest())
      recorded.hasSearch = hasSearch
      run.settings = recorded
      var request = ReportRequest(
        run: run,
        locales: publication.reportLocales, formats: chosen,
        content: content.adding(customRules), messageFolder: publication.messageFolder,
        assets: used, templates: try TemplateSet(folders: publication.templateFolders),
        hasSite: hasSite, title: "Vouch", width: publication.jobs)
      request.hasSearch = hasSearch
      publication.printer.print(try ReportBuild.run(request, into: tree))
    } catch {
      throw CommandFailure(publishing: error, otherwise: "report.failed")
    }
  }

  /// Says what came out, unless only errors are wanted.
  func printResult(_ publication: Publication, _ summary: StagedTree.Summary) {
    guard !publication.settings.arguments.flag("quiet") else { return }
    let totals = result.totals
    var text = "\(counted(result.rules.count, "rule")), \(counted(totals.population, "outcome")): "
    text += totals.listed + "\n"
    if let failOn = gate.gate.failOn {
      text += "At \(failOn) or above: \(gate.fails) failed, \(gate.unknowns) unknown "
      text += "(allowed: \(gate.gate.maximumUnknown))\n"
    }
    if let comparison {
      let changes = FindingChange.allCases.map { "\(comparison.count($0)) \($0.rawValue)" }
      text += "Since \(comparison.path): \(changes.joined(separator: ", "))\n"
    }
    publication.settings.environment.output(text + summary.line(publication.output) + "\n")
  }
}

extension AuditResult {
  /// Compares the result with an earlier run, finding by finding.
  ///
  /// - Returns: The comparison, and the verdicts' positions, rule by rule, of what the earlier run
  ///   knows to have been open.
  fileprivate func compared(
    with earlier: RecordedRun
  ) -> (comparison: Comparison, formerlyOpen: [Set<Int>]) {
    var comparer = Comparer(earlier, facts(toolVersion: Tool.version))
    let wereOpen = earlier.everOpen
    let formerlyOpen = rules.indices.map { rule in
      var positions: Set<Int> = []
      for position in rules[rule].verdicts.indices {
        let fingerprint = subject(rule: rule, subject: position)
          .fingerprint(under: rules[rule].rule.id)
        if wereOpen.contains(fingerprint) { positions.insert(position) }
        comparer.visit(fingerprint, rules[rule].verdicts[position].outcome) {
          RecordedFinding(finding(rule: rule, subject: position), of: self, wasOpen: $0)
        }
      }
      return positions
    }
    return (comparer.finish(), formerlyOpen)
  }
}
