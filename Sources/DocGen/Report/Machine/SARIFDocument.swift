import Model

/// `report/report.sarif` and `report/report.github.sarif`: SARIF 2.1.0.
///
/// The full form holds every outcome: *unknown* is the kind `open`, *accepted* is the kind of the
/// original outcome with a suppression. The form for GitHub code scanning, which knows neither,
/// holds fails only, as many as GitHub takes, the most severe first.
struct SARIFDocument {
  /// Which of the two forms is written.
  enum Form: Sendable { case full, gitHub }

  /// How many results GitHub takes in a file.
  static let gitHubLimit = 25_000

  let report: MachineReport
  let form: Form

  /// The document, in blocks.
  func render<E: Error>(to write: ([UInt8]) throws(E) -> Void) throws(E) {
    var json = JSONWriter()
    try json.object { json throws(E) in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      try json.arrayMember("runs") { json throws(E) in
        try json.objectElement { json throws(E) in
          json.objectMember("tool") { $0.objectMember("driver", driver) }
          json.member("language", "en-US")
          json.objectMember("automationDetails") { json in
            json.member("id", "vouch/\(report.environment.addressEncoded)/")
          }
          json.arrayMember("invocations", invocations)
          json.arrayMember("artifacts", artifacts)
          try json.arrayMember("results") { json throws(E) in
            try results(&json, to: write)
          }
          json.objectMember("properties", properties)
        }
      }
    }
    json.newline()
    try write(json.take())
  }

  private func driver(_ json: inout JSONWriter) {
    json.member("name", "Vouch")
    json.member("version", report.run.toolVersion)
    json.member("semanticVersion", report.run.toolVersion)
    json.arrayMember("rules") { json in
      for (index, rule) in report.result.rules.enumerated() {
        json.objectElement { SARIFRule(rule: rule, words: report.rules[index]).write(to: &$0) }
      }
    }
  }

  private func invocations(_ json: inout JSONWriter) {
    json.objectElement { json in
      json.member("executionSuccessful", true)
      json.member("exitCode", report.run.exitStatus)
    }
  }

  private func artifacts(_ json: inout JSONWriter) {
    for file in report.result.snapshot.files {
      json.objectElement { json in
        json.objectMember("location") { $0.member("uri", file.path.addressEncoded) }
        json.member("length", file.byteCount)
        json.objectMember("hashes") { $0.member("sha-256", file.sha256) }
      }
    }
  }

  private func properties(_ json: inout JSONWriter) {
    json.objectMember("totals") { $0.totals(report.result.totals) }
    json.member("asOf", report.result.asOf?.iso8601)
    json.member("collectedUtc", report.collected?.iso8601)
    if form == .gitHub {
      json.member("omittedFails", max(0, report.result.totals[.fail] - Self.gitHubLimit))
    }
  }

  private func results<E: Error>(
    _ json: inout JSONWriter, to write: ([UInt8]) throws(E) -> Void
  ) throws(E) {
    try forEachPosition { rule, subject throws(E) in
      let finding = report.result.finding(rule: rule, subject: subject)
      json.objectElement { json in
        SARIFResult(finding: finding, rule: rule, report: report, form: form).write(to: &json)
      }
      if json.bytes.count > MachineReport.blockSize { try write(json.take()) }
    }
    guard form == .full, let comparison = report.run.comparison else { return }
    let rules = report.result.rules.map(\.rule.id)
    for compared in comparison.findings {
      guard compared.after == nil, let before = compared.before else { continue }
      json.objectElement { json in
        SARIFAbsentResult(
          finding: before, causes: compared.causes, rule: rules.firstIndex(of: before.rule),
          report: report
        ).write(to: &json)
      }
      if json.bytes.count > MachineReport.blockSize { try write(json.take()) }
    }
  }

  /// Calls `body` for each result that the form has, in its order.
  private func forEachPosition<E: Error>(
    _ body: (_ rule: Int, _ subject: Int) throws(E) -> Void
  ) throws(E) {
    let rules = report.result.rules
    guard form == .gitHub else {
      for rule in rules.indices {
        for subject in report.run.listedPositions(rule) {
          try body(rule, subject)
        }
      }
      return
    }
    var left = Self.gitHubLimit
    for severity in FindingSeverity.allCases.reversed() {
      for (rule, result) in rules.enumerated() {
        for (subject, verdict) in result.verdicts.enumerated()
        where verdict.outcome == .fail && verdict.severity == severity {
          guard left > 0 else { return }
          left -= 1
          try body(rule, subject)
        }
      }
    }
  }
}

extension FindingSeverity {
  /// The level of SARIF.
  var level: String {
    switch self {
    case .low: "note"
    case .medium: "warning"
    case .high, .critical: "error"
    }
  }

  /// GitHub's score, a number in text over 0 and up to 10 that it turns into the same four words.
  var securityScore: String {
    switch self {
    case .low: "3.0"
    case .medium: "5.5"
    case .high: "8.0"
    case .critical: "9.5"
    }
  }
}
