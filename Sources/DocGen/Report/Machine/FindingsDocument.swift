public import Model

/// `report/findings.ndjson`: every outcome of every subject, one JSON object a line.
///
/// Lines are ordered by rule and then as the snapshot lists the subjects.
public enum FindingsDocument {
  /// The document, in blocks of about a megabyte, so that memory doesn't grow with the snapshot.
  public static func render<E: Error>(
    _ result: AuditResult, to write: ([UInt8]) throws(E) -> Void
  ) throws(E) {
    var json = JSONWriter()
    for rule in result.rules.indices {
      for subject in result.rules[rule].verdicts.indices {
        json.object { line(result.finding(rule: rule, subject: subject), result, to: &$0) }
        json.newline()
        if json.bytes.count > 1 << 20 { try write(json.take()) }
      }
    }
    try write(json.take())
  }

  private static func line(_ finding: Finding, _ result: AuditResult, to json: inout JSONWriter) {
    json.member("fingerprint", finding.fingerprint)
    json.member("rule", finding.rule)
    json.objectMember("subject") { subject in
      subject.member("kind", finding.subject.kind.rawValue)
      subject.member("id", result.masked(finding.subject.id))
      subject.member("name", finding.subject.name.map(result.masked))
      write(finding.subject.pointer, to: &subject)
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
    json.arrayMember("notes") { notes in
      for note in finding.evaluation.notes {
        notes.element()
        notes.object { write(note, result, to: &$0) }
      }
    }
    json.arrayMember("evidence") { list in
      for evidence in finding.evaluation.evidence {
        list.element()
        list.object { item in
          item.member("label", evidence.label)
          item.key("value")
          if let value = evidence.value { write(value, result, to: &item) } else { item.null() }
          write(evidence.pointer, to: &item)
        }
      }
    }
    json.member("owner", finding.owner.map(result.masked))
    if let exception = finding.exception {
      json.objectMember("exception") { write(exception, result, to: &$0) }
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

  private static func write(_ pointer: RecordPointer?, to json: inout JSONWriter) {
    guard let pointer else { return }
    json.objectMember("location") { location in
      location.member("path", pointer.path)
      location.member("line", pointer.line)
      location.member("pointer", pointer.jsonPointer)
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
