import Model

/// A finding as SARIF's result.
struct SARIFResult {
  let finding: Finding
  let rule: Int
  let report: MachineReport
  let form: SARIFDocument.Form

  func write(to json: inout JSONWriter) {
    let severity = finding.evaluation.severity
    json.member("ruleId", finding.rule)
    json.member("ruleIndex", rule)
    // A level is for what failed only (3.27.10).
    json.member("kind", kind)
    json.member("level", kind == "fail" ? severity.level : "none")
    json.objectMember("message") { json in
      json.member("text", Self.withoutLinks(report.reason(finding, of: rule)))
    }
    json.arrayMember("locations") { json in
      json.objectElement(location)
    }
    json.objectMember("partialFingerprints") { json in
      json.member("primaryLocationLineHash", finding.fingerprint)
      json.member("vouchFinding/v1", finding.fingerprint)
    }
    if form == .full, let comparison = report.run.comparison {
      json.member("baselineState", baselineState(comparison))
    }
    if finding.outcome == .accepted {
      json.arrayMember("suppressions") { json in
        json.objectElement(suppression)
      }
    }
    json.objectMember("properties") { json in
      json.member("outcome", "\(finding.outcome)")
      json.member("originalOutcome", "\(finding.originalOutcome)")
      json.member("severity", "\(severity)")
      json.member("reasonCode", finding.evaluation.reason?.key)
      if let compared = report.run.comparison?.compared(finding.fingerprint) {
        json.member("change", compared.change.rawValue)
        json.member("causes", compared.causes.map(\.rawValue))
      }
    }
  }

  /// SARIF's word for what became of the result; every result has one, or none has.
  private func baselineState(_ comparison: Comparison) -> String {
    switch comparison.compared(finding.fingerprint)?.change {
    case .new, .reopened: return "new"
    case .changed, .resolved: return "updated"
    case .persisting: return "unchanged"
    case nil:
      guard let before = comparison.outcomes[finding.fingerprint] else { return "new" }
      return before == finding.outcome ? "unchanged" : "updated"
    }
  }

  private func suppression(_ json: inout JSONWriter) {
    let mask = report.result.masked
    json.member("kind", "external")
    json.member("status", "accepted")
    guard let exception = finding.exception else { return }
    json.member("justification", mask(exception.reason))
    if let register = report.result.exceptions {
      json.objectMember("location") { json in
        json.objectMember("physicalLocation") { json in
          json.objectMember("artifactLocation") { $0.member("uri", register.path.addressEncoded) }
          json.objectMember("region") { $0.member("startLine", max(1, exception.location.line)) }
        }
      }
    }
    json.objectMember("properties") { json in
      json.member("approver", mask(exception.approver))
      json.member("requester", exception.requester.map(mask))
      json.member("ticket", exception.ticket.map(mask))
      json.member("created", exception.created.description)
      json.member("expires", exception.expires.description)
    }
  }

  /// SARIF's word for the outcome before exceptions.
  private var kind: String {
    let outcome = finding.outcome == .accepted ? finding.originalOutcome : finding.outcome
    return switch outcome {
    case .pass: "pass"
    case .fail: "fail"
    case .unknown, .accepted: "open"
    case .notApplicable: "notApplicable"
    }
  }

  private func location(_ json: inout JSONWriter) {
    let place = report.place(of: finding)
    let mask = report.result.masked
    json.objectMember("physicalLocation") { json in
      json.objectMember("artifactLocation") { $0.member("uri", place.path.addressEncoded) }
      json.objectMember("region") { json in
        json.member("startLine", max(1, place.line))
        guard form == .gitHub else { return }
        // GitHub wants all four: the first character stands for the line.
        json.member("startColumn", 1)
        json.member("endLine", max(1, place.line))
        json.member("endColumn", 2)
      }
    }
    json.arrayMember("logicalLocations") { json in
      let kind = finding.subject.kind.rawValue
      let id = mask(finding.subject.id)
      let environment = report.environment
      json.objectElement { json in
        json.member("name", mask(finding.subject.name ?? finding.subject.id))
        json.member(
          "fullyQualifiedName", (environment.isEmpty ? "" : "\(environment)/") + "\(kind)/\(id)")
        json.member("kind", "resource")
      }
    }
    if let pointer = place.pointer {
      json.objectMember("properties") { json in
        json.member("pointer", pointer.jsonPointer)
        json.member("byteOffset", pointer.offset)
        json.member("byteLength", pointer.length)
      }
    }
  }

  /// A text in which no viewer finds a link: SARIF reads `[words](address)` in plain messages.
  private static func withoutLinks(_ text: String) -> String {
    guard text.contains("](") else { return text }
    return text.replacing("\\", with: "\\\\").replacing("[", with: "\\[")
      .replacing("]", with: "\\]")
  }
}
