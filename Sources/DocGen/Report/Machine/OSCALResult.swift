import Model

/// The one result of an OSCAL document: observations, risks and findings of a run.
struct OSCALResult {
  let report: MachineReport
  let digest: String

  private var rules: [RuleResult] { report.result.rules }

  /// Writes the members of the result.
  func write<E: Error>(
    _ json: inout JSONWriter, to write: ([UInt8]) throws(E) -> Void
  ) throws(E) {
    json.member("uuid", OSCALDocument.uuid("result", digest))
    json.member("title", "Result of the rules of Vouch")
    json.member(
      "description",
      "Each rule is a finding; its observations list the subjects by outcome. Fail, unknown and "
        + "accepted are not-satisfied, and the property 'outcome' says which it is.")
    json.member("start", OSCALDocument.time(report.time))
    properties(of: report.result.totals, to: &json)
    json.objectMember("reviewed-controls") { json in
      json.arrayMember("control-selections") { json in
        json.objectElement { $0.objectMember("include-all") { _ in } }
      }
    }
    // OSCAL has no empty lists.
    if report.result.totals.population > 0 {
      try json.arrayMember("observations") { json throws(E) in
        for rule in rules.indices {
          for outcome in Outcome.allCases where rules[rule].totals[outcome] > 0 {
            try json.objectElement { json throws(E) in
              try observation(of: outcome, rule, &json, to: write)
            }
          }
        }
      }
    }
    let risks = OSCALRisk.all(of: report, digest)
    if !risks.isEmpty {
      json.arrayMember("risks", of: risks) { json, risk in
        risk.write(report, to: &json)
        related(risk.rule, [.accepted], to: &json)
      }
    }
    list("findings", rules.indices.filter(hasFinding), to: &json) { rule, json in
      finding(rule, risks.filter { $0.rule == rule }, to: &json)
    }
  }

  private func list(
    _ name: String, _ positions: [Int], to json: inout JSONWriter,
    _ body: (_ rule: Int, _ json: inout JSONWriter) -> Void
  ) {
    guard !positions.isEmpty else { return }
    json.arrayMember(name, of: positions) { json, rule in body(rule, &json) }
  }

  private func hasFinding(_ rule: Int) -> Bool { rules[rule].totals.rollUp != .notApplicable }

  private func properties(of totals: OutcomeTotals, to json: inout JSONWriter) {
    OSCALDocument.properties(
      [
        "pass": "\(totals[.pass])", "fail": "\(totals[.fail])", "unknown": "\(totals[.unknown])",
        "accepted": "\(totals[.accepted])", "notApplicable": "\(totals[.notApplicable])",
      ], to: &json)
  }

  private func observation<E: Error>(
    of outcome: Outcome, _ rule: Int, _ json: inout JSONWriter,
    to write: ([UInt8]) throws(E) -> Void
  ) throws(E) {
    let id = rules[rule].rule.id
    json.member("uuid", uuid(rule, outcome))
    json.member("title", "\(id): \(outcome)")
    json.member(
      "description", "\(report.rules[rule].title): \(rules[rule].totals[outcome]) \(outcome)")
    OSCALDocument.properties(["rule": id, "outcome": "\(outcome)"], to: &json)
    json.member("methods", ["EXAMINE"])
    try json.arrayMember("subjects") { json throws(E) in
      for position in report.run.listedPositions(rule)
      where rules[rule].verdicts[position].outcome == outcome {
        json.objectElement { subject(position, rule, to: &$0) }
        if json.bytes.count > MachineReport.blockSize { try write(json.take()) }
      }
    }
    evidence(to: &json)
    json.member("collected", OSCALDocument.time(report.collected))
  }

  private func subject(_ position: Int, _ rule: Int, to json: inout JSONWriter) {
    let finding = report.result.finding(rule: rule, subject: position)
    let mask = report.result.masked
    let kind = finding.subject.kind.rawValue
    let place = report.place(of: finding)
    json.member("subject-uuid", OSCALDocument.uuid("subject", kind, finding.subject.id))
    json.member("type", "resource")
    json.member("title", mask(finding.subject.name ?? finding.subject.id))
    OSCALDocument.properties(
      [
        "kind": kind, "id": mask(finding.subject.id), "fingerprint": finding.fingerprint,
        "severity": "\(finding.evaluation.severity)",
        "original-outcome": "\(finding.originalOutcome)",
        "reason": finding.evaluation.reason?.key ?? "", "path": place.path,
        "line": "\(place.line)",
      ], to: &json)
    json.member("remarks", report.reason(finding, of: rule))
  }

  private func evidence(to json: inout JSONWriter) {
    guard !report.result.snapshot.files.isEmpty else { return }
    json.arrayMember("relevant-evidence", of: report.result.snapshot.files) { json, file in
      json.member("href", "#\(OSCALDocument.uuid("file", digest, file.path))")
      json.member("description", "The snapshot's file \(file.path.onOneLine ?? "")")
    }
  }

  private func finding(_ rule: Int, _ risks: [OSCALRisk], to json: inout JSONWriter) {
    let totals = rules[rule].totals
    let words = report.rules[rule]
    json.member("uuid", OSCALDocument.uuid("finding", digest, rules[rule].rule.id))
    json.member("title", "\(rules[rule].rule.id): \(words.title)")
    json.member("description", words.markdown(.criterion) ?? words.title)
    properties(of: totals, to: &json)
    json.objectMember("target") { json in
      json.member("type", "objective-id")
      json.member("target-id", rules[rule].rule.id)
      OSCALDocument.properties(["outcome": "\(totals.rollUp)"], to: &json)
      json.objectMember("status") { json in
        json.member("state", totals.rollUp == .pass ? "satisfied" : "not-satisfied")
        json.member("reason", reason(totals.rollUp))
      }
    }
    let seen = Outcome.allCases.filter { totals[$0] > 0 }
    related(rule, seen, to: &json)
    if !risks.isEmpty {
      json.arrayMember("related-risks", of: risks) { json, risk in
        json.member("risk-uuid", risk.uuid)
      }
    }
  }

  /// One of OSCAL's three reasons for a state.
  private func reason(_ outcome: Outcome) -> String {
    switch outcome {
    case .pass: "pass"
    case .fail: "fail"
    case .unknown, .accepted, .notApplicable: "other"
    }
  }

  private func related(_ rule: Int, _ outcomes: [Outcome], to json: inout JSONWriter) {
    json.arrayMember("related-observations", of: outcomes) { json, outcome in
      json.member("observation-uuid", uuid(rule, outcome))
    }
  }

  private func uuid(_ rule: Int, _ outcome: Outcome) -> String {
    OSCALDocument.uuid("observation", digest, rules[rule].rule.id, "\(outcome)")
  }
}
