import Digests
import Model

/// `report/findings.ndjson`: the outcomes of the subjects, one JSON object a line.
///
/// Lines are ordered by rule and then as the snapshot lists the subjects. Where passes, or outcomes
/// that aren't applicable, are only sampled, a line at the end of the rule says how many of them are
/// not listed, so that the totals can be counted from the file alone.
public enum FindingsDocument {
  /// The document, in blocks of about a megabyte, so that memory doesn't grow with the snapshot.
  public static func render<E: Error>(
    _ run: ReportRun, to write: ([UInt8]) throws(E) -> Void
  ) throws(E) {
    let result = run.result
    var json = JSONWriter()
    for rule in result.rules.indices {
      for subject in run.listedPositions(rule) {
        let finding = result.finding(rule: rule, subject: subject)
        json.object { json in
          line(finding, run, to: &json)
          record(finding, run, to: &json)
        }
        json.newline()
        if json.bytes.count > 1 << 20 { try write(json.take()) }
      }
      for rest in run.unlisted(rule) {
        json.object { line in
          line.member("rule", result.rules[rule].rule.id)
          line.member("outcome", "\(rest.outcome)")
          line.member("unlisted", rest.count)
        }
        json.newline()
      }
    }
    try write(json.take())
  }

  private static func line(_ finding: Finding, _ run: ReportRun, to json: inout JSONWriter) {
    let result = run.result
    json.member("fingerprint", finding.fingerprint)
    json.member("rule", finding.rule)
    json.objectMember("subject") { subject in
      subject.member("kind", finding.subject.kind.rawValue)
      subject.member("id", result.masked(finding.subject.id))
      subject.member("name", finding.subject.name.map(result.masked))
      write(finding.subject.pointer, digest: run.recordDigest, to: &subject)
    }
    json.member("outcome", "\(finding.outcome)")
    json.member("originalOutcome", "\(finding.originalOutcome)")
    json.member("severity", "\(finding.evaluation.severity)")
    if let reason = finding.evaluation.reason {
      json.objectMember("reason") { write(reason, result, to: &$0) }
    }
    json.objectMember("clauses") { clauses in
      for clause in finding.evaluation.clauses { clauses.member(clause.name, "\(clause.truth)") }
    }
    if !finding.evaluation.waysToPass.isEmpty {
      json.arrayMember("wouldPass", of: finding.evaluation.waysToPass) { answers, way in
        for answer in way { answers.member(answer.name, "\(answer.truth)") }
      }
    }
    json.arrayMember("notes", of: finding.evaluation.notes) { json, note in
      write(note, result, to: &json)
    }
    json.arrayMember("evidence", of: finding.evaluation.evidence) { item, evidence in
      item.member("label", evidence.label)
      item.key("value")
      if let value = evidence.value { write(value, result, to: &item) } else { item.null() }
      write(evidence.pointer, to: &item)
    }
    json.member("owner", finding.owner.map(result.masked))
    if let exception = finding.exception {
      json.objectMember("exception") { write(exception, result, to: &$0) }
    }
  }

  /// What a later run needs to tell what became of the finding, and why.
  private static func record(_ finding: Finding, _ run: ReportRun, to json: inout JSONWriter) {
    json.member("recordSha256", finding.recordDigest(in: run.result.snapshot))
    json.member("evidenceSha256", finding.evidenceDigest(in: run.result.snapshot))
    let comparison = run.comparison
    json.member(
      "wasOpen",
      finding.originalOutcome.isOpen
        || comparison?.wereOpen.contains(finding.fingerprint) == true)
    if let compared = comparison?.compared(finding.fingerprint) {
      json.objectMember("comparison") { json in
        json.member("change", compared.change.rawValue)
        json.member("causes", compared.causes.map(\.rawValue))
        json.member("before", compared.before.map { "\($0.outcome)" })
      }
    }
  }

  private static func write(
    _ exception: GrantedException, _ result: AuditResult, to json: inout JSONWriter
  ) {
    json.member("reason", result.masked(exception.reason))
    json.member("approver", result.masked(exception.approver))
    json.member("requester", exception.requester.map(result.masked))
    json.member("ticket", exception.ticket.map(result.masked))
    json.member("created", exception.created.description)
    json.member("expires", exception.expires.description)
    json.member("line", exception.location.line)
  }

  private static func write(
    _ pointer: RecordPointer?, digest: (RecordPointer) -> String? = { _ in nil },
    to json: inout JSONWriter
  ) {
    guard let pointer else { return }
    let sha256 = digest(pointer)
    json.objectMember("location") { location in
      location.member("path", pointer.path)
      location.member("line", pointer.line)
      location.member("pointer", pointer.jsonPointer)
      if let sha256 { location.member("sha256", sha256) }
    }
  }

  private static func write(
    _ message: Message, _ result: AuditResult, to json: inout JSONWriter
  ) {
    json.member("code", message.key)
    json.objectMember("arguments") { arguments in
      for argument in message.arguments {
        arguments.key(argument.name)
        write(argument.value, result, to: &arguments)
      }
    }
  }

  private static func write(
    _ value: MessageValue, _ result: AuditResult, to json: inout JSONWriter
  ) {
    switch value {
    case .text(let text), .code(let text): json.string(result.masked(text))
    case .integer(let number), .days(let number), .minutes(let number), .seconds(let number):
      json.integer(number)
    case .share(let number), .number(let number): json.number(number)
    case .instant(let instant): json.string(instant.iso8601)
    case .list(let values):
      json.array { list in
        for value in values {
          list.element()
          write(value, result, to: &list)
        }
      }
    case .message(let message): json.object { write(message, result, to: &$0) }
    }
  }
}
