public import Model

extension AuditResult {
  /// What decided the outcomes.
  public func facts(toolVersion: String) -> RunFacts {
    let collection = snapshot.rows(CollectionRecord.self).first
    let complete = snapshot.completeSections
    var sections: [String: RunFacts.SectionFacts] = [:]
    for section in Section.allCases {
      sections[section.name] = RunFacts.SectionFacts(
        state: "\(snapshot.state(section))", isComplete: complete.contains(section),
        count: snapshot.count(section), sha256: sectionDigest(section))
    }
    var rules: [String: RunFacts.RuleFacts] = [:]
    for result in self.rules {
      let rule = result.rule
      rules[rule.id] = RunFacts.RuleFacts(
        sha256: rule.digest, sections: rule.sections.map(\.name),
        parameters: Dictionary(
          rule.parameters.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }),
        agreedLimits: Dictionary(
          (rule.agreedLimits ?? []).map { ($0.name, $0.stated) }, uniquingKeysWith: { $1 }))
    }
    return RunFacts(
      toolVersion: toolVersion,
      environment: snapshot.environment?.text(.instanceId).map(masked),
      collected: collection?[.collectedUtc].known?.iso8601, asOf: asOf?.iso8601,
      inputs: snapshot.files.map(\.sha256), sections: sections, catalogue: catalogue.digest,
      exceptions: exceptions?.sha256, rules: rules)
  }

  /// A section in files of its own has their digests; nobody has to read it again.
  private func sectionDigest(_ section: Section) -> String {
    let files = snapshot.files.filter { $0.section == section }
    if files.isEmpty { return snapshot.digest(of: section) }
    if files.count == 1 { return files[0].sha256 }
    return Digests.sha256(files.map(\.sha256).joined(separator: "\n"))
  }
}

extension RecordedFinding {
  /// A finding as a report records it.
  ///
  /// - Parameters:
  ///   - finding: The finding.
  ///   - result: The result that it belongs to, which masks its texts.
  ///   - wasOpen: Whether an earlier run knows it to have been open.
  public init(_ finding: Finding, of result: AuditResult, wasOpen: Bool) {
    self.init(
      fingerprint: finding.fingerprint, rule: finding.rule, kind: finding.subject.kind.rawValue,
      id: result.masked(finding.subject.id), name: finding.subject.name.map(result.masked),
      outcome: finding.outcome, originalOutcome: finding.originalOutcome,
      severity: finding.evaluation.severity, reason: finding.evaluation.reason?.key,
      recordDigest: finding.recordDigest(in: result.snapshot),
      evidenceDigest: finding.evidenceDigest(in: result.snapshot),
      wasOpen: wasOpen || finding.originalOutcome.isOpen)
  }
}
