import Model

/// What an exception accepts of one rule, as OSCAL's risk whose deviation was approved.
struct OSCALRisk {
  /// The position of the rule.
  let rule: Int
  /// The exception; `nil` only where a result says *accepted* without one.
  let exception: GrantedException?
  /// How many subjects it covers.
  private(set) var count = 0
  let uuid: String

  /// The risks of a run, in the order of the rules and of the exceptions file.
  static func all(of report: MachineReport, _ digest: String) -> [OSCALRisk] {
    let result = report.result
    return result.rules.indices.flatMap { rule -> [OSCALRisk] in
      var risks: [GrantedException?: OSCALRisk] = [:]
      for finding in result.findings(rule: rule, with: [.accepted]) {
        risks[
          finding.exception,
          default: OSCALRisk(rule, finding.exception, result.rules[rule].rule.id, digest)
        ].count += 1
      }
      return risks.values.sorted { ($0.line, $0.uuid) < ($1.line, $1.uuid) }
    }
  }

  private init(_ rule: Int, _ exception: GrantedException?, _ id: String, _ digest: String) {
    self.rule = rule
    self.exception = exception
    uuid = OSCALDocument.uuid(
      "risk", digest, id, exception?.rule ?? "", exception?.subject ?? "")
  }

  private var line: Int { exception?.location.line ?? 0 }

  /// Writes the members, without the observations it comes from.
  func write(_ report: MachineReport, to json: inout JSONWriter) {
    let mask = report.result.masked
    json.member("uuid", uuid)
    json.member("title", "\(report.result.rules[rule].rule.id): accepted")
    json.member("description", report.rules[rule].title)
    json.member(
      "statement",
      "Of the subjects that don't meet the criterion, or don't show that they do, an exception "
        + "covers \(count) until it expires."
        + (exception.map { " Reason: \(mask($0.reason))" } ?? ""))
    if let exception {
      OSCALDocument.properties(
        [
          "exception-rule": mask(exception.rule), "exception-subject": mask(exception.subject),
          "approver": mask(exception.approver),
          "requester": exception.requester.map(mask) ?? "",
          "ticket": exception.ticket.map(mask) ?? "",
          "created": exception.created.description, "expires": exception.expires.description,
        ], to: &json)
    }
    json.member("status", "deviation-approved")
    if let exception { json.member("deadline", OSCALDocument.time(exception.end)) }
  }
}
