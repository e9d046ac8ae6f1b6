import Model

/// `report/summary.json`: the one source of counts that every other form of the report carries too.
public enum SummaryDocument {
  /// The value of the document's `schema` key.
  public static let schema = "vouch-summary/1"

  /// The document as indented JSON with a final newline.
  public static func render(_ run: ReportRun) -> [UInt8] {
    let result = run.result
    let snapshot = result.snapshot
    var json = JSONWriter(indentation: 2)
    json.object { root in
      root.member("schema", schema)
      root.objectMember("tool") { tool in
        tool.member("name", "vouch")
        tool.member("version", run.toolVersion)
      }
      root.objectMember("environment") { environment in
        let record = snapshot.environment
        environment.member("instanceId", record?.text(.instanceId).map(result.masked))
        environment.member("name", record?.text(.name).map(result.masked))
        environment.member("region", record?.text(.region).map(result.masked))
      }
      root.member(
        "collectedUtc",
        snapshot.rows(CollectionRecord.self).first?[.collectedUtc].known?.iso8601)
      root.member("asOf", result.asOf?.iso8601)
      root.objectMember("catalogue") { catalogue in
        catalogue.member("date", result.catalogue.date)
        catalogue.member("sha256", result.catalogue.digest)
      }
      root.member("evidence", run.evidence.rawValue)
      root.objectMember("totals") { $0.totals(result.totals) }
      root.objectMember("totalsWithoutExceptions") { $0.totals(result.originalTotals) }
      root.objectMember("severities") { severities in
        for severity in FindingSeverity.allCases.reversed() {
          severities.objectMember("\(severity)") { $0.totals(result.totals(at: severity)) }
        }
      }
      root.objectMember("groups") { groups in
        let groupsOfRules = RuleGroup.allCases.filter { group in
          group != .custom || result.rules.contains { $0.rule.group == group }
        }
        for group in groupsOfRules {
          let totals = result.rules.filter { $0.rule.group == group }
            .reduce(OutcomeTotals()) { $0 + $1.totals }
          groups.objectMember(group.rawValue) { $0.totals(totals) }
        }
      }
      root.arrayMember("rules", of: result.rules) { json, rule in write(rule, to: &json) }
      root.objectMember("reconciliation") { write(result.reconciliation, result, to: &$0) }
      root.objectMember("gate") { gate in
        gate.member("failOn", run.gate.gate.failOn.map { "\($0)" } ?? "never")
        gate.member("maxUnknown", run.gate.gate.maximumUnknown)
        gate.member("fails", run.gate.fails)
        gate.member("unknowns", run.gate.unknowns)
        gate.objectMember("withoutExceptions") { gate in
          let original = run.gateWithoutExceptions
          gate.member("fails", original.fails)
          gate.member("unknowns", original.unknowns)
        }
      }
      if let register = result.exceptions {
        root.objectMember("exceptions") { write(register, to: &$0) }
      }
      if let comparison = run.comparison {
        root.objectMember("comparison") { write(comparison, to: &$0) }
      }
      root.member("exitStatus", run.exitStatus)
      root.member("reasons", run.statusReasons)
      root.objectMember("diagnostics") { diagnostics in
        for severity in Diagnostic.Severity.allCases.reversed() {
          diagnostics.member(
            "\(severity)", result.diagnostics.filter { $0.severity == severity }.count)
        }
      }
    }
    json.newline()
    return json.bytes
  }

  private static func write(_ comparison: Comparison, to json: inout JSONWriter) {
    json.member("baseline", comparison.path)
    json.member("sha256", comparison.manifestDigest)
    for change in FindingChange.allCases {
      json.objectMember(change.rawValue) { json in
        json.member("count", comparison.count(change))
        guard change != .persisting else { return }
        json.objectMember("causes") { json in
          for cause in ChangeCause.allCases {
            json.member(cause.rawValue, comparison.count(change, cause))
          }
        }
      }
    }
    // The next run learns from these what it has seen before.
    json.member("gone", comparison.gone)
  }

  private static func write(_ register: ExceptionRegister, to json: inout JSONWriter) {
    json.member("path", register.path)
    json.member("sha256", register.sha256)
    json.member("timeZone", register.timeZone)
    json.member("judgedAt", register.judgedAt?.iso8601)
    json.member("count", register.entries.count)
    for standing in ExceptionStanding.allCases {
      json.member(standing.rawValue, register.count(standing))
    }
    for remark in ExceptionRemark.all { json.member(remark.name, register.count(remark)) }
    // A report on several environments tells by these which exceptions none of them needs.
    json.arrayMember("otherEnvironments") { json in
      for entry in register.entries where entry.standing == .elsewhere {
        json.objectElement { json in
          json.member("environment", entry.exception.environment)
          write(entry.exception.location, to: &json)
        }
      }
    }
    json.arrayMember("withoutSubject") { json in
      for entry in register.entries where entry.lacksSubject {
        json.objectElement { json in
          json.member("rule", entry.exception.rule)
          json.member("subject", entry.exception.subject)
          json.member("isError", entry.remarks.contains(.unmatched))
          write(entry.exception.location, to: &json)
        }
      }
    }
  }

  private static func write(_ location: SourceLocation, to json: inout JSONWriter) {
    json.member("line", location.line)
    json.member("column", location.column)
  }

  private static func write(_ rule: RuleResult, to json: inout JSONWriter) {
    json.member("id", rule.rule.id)
    json.member("group", rule.rule.group.rawValue)
    json.member("severity", "\(rule.rule.severity)")
    if !rule.rule.titles.isEmpty {
      json.objectMember("titles") { titles in
        for (locale, title) in rule.rule.titles.sorted(by: { $0.key.folder < $1.key.folder }) {
          titles.member(locale.folder, title)
        }
      }
    }
    json.member("outcome", "\(rule.totals.rollUp)")
    json.member("populationUnknown", rule.isPopulationUnknown)
    json.objectMember("totals") { $0.totals(rule.totals) }
    json.objectMember("totalsWithoutExceptions") { $0.totals(rule.originalTotals) }
    json.objectMember("parameters") { parameters in
      for parameter in rule.rule.parameters {
        parameters.member(parameter.name, number: parameter.value)
      }
    }
  }
}
