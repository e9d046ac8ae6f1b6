import Model

/// `report/summary.json` of a report on several environments: the sums, and what they are made of.
enum RollUpSummary {
  /// The document as indented JSON with a final newline.
  static func render(_ request: RollUpRequest) -> [UInt8] {
    let rollUp = request.rollUp
    var json = JSONWriter(indentation: 2)
    json.object { root in
      root.member("schema", RollUp.schema)
      root.objectMember("tool") { tool in
        tool.member("name", "vouch")
        tool.member("version", request.toolVersion)
      }
      root.objectMember("totals") { $0.totals(rollUp.totals) }
      root.objectMember("totalsWithoutExceptions") {
        $0.totals(rollUp.totalsWithoutExceptions)
      }
      root.objectMember("severities") { write({ rollUp.totals(at: $0) }, to: &$0) }
      root.arrayMember("rules") { rules in
        for (position, rule) in rollUp.rules.enumerated() {
          rules.objectElement { item in
            item.member("id", rule.id)
            item.member("group", rule.group)
            item.member("severity", "\(rule.severity)")
            item.objectMember("totals") { $0.totals(rollUp.totals(ofRule: position)) }
          }
        }
      }
      root.arrayMember("environments", of: rollUp.environments) { json, environment in
        write(environment, to: &json)
      }
      root.member("exitStatus", request.exitStatus)
      let unmatched = rollUp.unmatchedExceptions
      let reasons = Set(
        rollUp.environments.flatMap(\.reasons)
          + (unmatched.isEmpty ? [] : [RollUp.unmatchedReason]))
      root.member("reasons", reasons.sorted())
      root.arrayMember("unmatchedExceptions") { json in
        for exception in unmatched {
          json.objectElement { json in
            json.member("environment", exception.environment)
            json.member("line", exception.location.line)
            json.member("column", exception.location.column)
          }
        }
        for exception in rollUp.exceptionsWithoutSubject {
          json.objectElement { json in
            json.member("rule", exception.rule)
            json.member("subject", exception.subject)
            json.member("line", exception.location.line)
            json.member("column", exception.location.column)
          }
        }
      }
    }
    json.newline()
    return json.bytes
  }

  private static func write(_ environment: EnvironmentResult, to json: inout JSONWriter) {
    json.member("instanceId", environment.instanceID)
    json.member("name", environment.name)
    json.member("folder", "environments/\(environment.folder)")
    json.member("snapshot", environment.snapshot)
    json.member("collectedUtc", environment.collected)
    json.member("manifestSha256", environment.manifestDigest)
    json.member("exitStatus", environment.exitStatus)
    json.member("reasons", environment.reasons)
    json.objectMember("totals") { $0.totals(environment.totals) }
    json.objectMember("totalsWithoutExceptions") {
      $0.totals(environment.totalsWithoutExceptions)
    }
    json.objectMember("severities") {
      write({ environment.severities[$0] ?? OutcomeTotals() }, to: &$0)
    }
    json.arrayMember("rules", of: environment.rules) { item, rule in
      item.member("id", rule.id)
      item.objectMember("totals") { $0.totals(rule.totals) }
    }
  }

  private static func write(
    _ totals: (FindingSeverity) -> OutcomeTotals, to json: inout JSONWriter
  ) {
    for severity in FindingSeverity.allCases.reversed() {
      json.objectMember("\(severity)") { $0.totals(totals(severity)) }
    }
  }

}
