import Model

/// A finding that the earlier run had and this one doesn't have, as SARIF's result.
///
/// Its record is gone, or the rule doesn't look at it any more: there is a logical location, and no
/// physical one.
struct SARIFAbsentResult {
  /// The finding as it was.
  let finding: RecordedFinding
  let causes: [ChangeCause]
  /// The position of its rule, if this run has the rule.
  let rule: Int?
  let report: MachineReport

  func write(to json: inout JSONWriter) {
    let mask = report.result.masked
    json.member("ruleId", finding.rule)
    json.member("ruleIndex", rule)
    let isFail = finding.outcome == .fail
    json.member("kind", isFail ? "fail" : "open")
    json.member("level", isFail ? finding.severity.level : "none")
    json.objectMember("message") { json in
      let cause = causes.map(\.rawValue).joined(separator: ", ")
      json.member(
        "text",
        "Gone: it was \(finding.outcome) in the earlier run. Cause: "
          + (cause.isEmpty ? "not recorded" : cause))
    }
    json.arrayMember("locations") { json in
      json.objectElement { json in
        json.arrayMember("logicalLocations") { json in
          let environment = report.environment
          json.objectElement { json in
            json.member("name", mask(finding.name ?? finding.id))
            json.member(
              "fullyQualifiedName",
              (environment.isEmpty ? "" : "\(environment)/") + "\(finding.kind)/\(mask(finding.id))"
            )
            json.member("kind", "resource")
          }
        }
      }
    }
    json.objectMember("partialFingerprints") { json in
      json.member("primaryLocationLineHash", finding.fingerprint)
      json.member("vouchFinding/v1", finding.fingerprint)
    }
    json.member("baselineState", "absent")
    json.objectMember("properties") { json in
      json.member("originalOutcome", "\(finding.originalOutcome)")
      json.member("severity", "\(finding.severity)")
      json.member("reasonCode", finding.reason)
      json.member("change", FindingChange.resolved.rawValue)
      json.member("causes", causes.map(\.rawValue))
    }
  }
}
