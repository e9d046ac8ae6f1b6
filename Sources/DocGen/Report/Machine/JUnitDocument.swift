import Model

/// `report/junit.xml`: a suite a rule, a test case a subject, for continuous integration.
///
/// JUnit has no word for *unknown* (an error here), *accepted* and *not applicable* (skipped here);
/// the type of each says which it is, and properties of a suite give the five totals.
enum JUnitDocument {
  /// The document, in blocks.
  static func render<E: Error>(
    _ report: MachineReport, to write: ([UInt8]) throws(E) -> Void
  ) throws(E) {
    var xml = XMLWriter()
    let totals = report.result.totals
    try xml.element(
      "testsuites",
      [
        "name": "vouch", "tests": "\(totals.population)", "failures": "\(totals[.fail])",
        "errors": "\(totals[.unknown])",
      ]
    ) { xml throws(E) in
      // The root can't have properties, so a suite without test cases carries those of the run.
      suite("vouch", OutcomeTotals(), to: &xml) { xml in
        properties(of: totals, run: report, to: &xml)
      }
      for (index, rule) in report.result.rules.enumerated() {
        let name = "\(rule.rule.id): \(report.rules[index].title)"
        try suite(name, rule.totals, to: &xml) { xml throws(E) in
          properties(of: rule.totals, to: &xml)
          for subject in report.run.listedPositions(index) {
            let finding = report.result.finding(rule: index, subject: subject)
            testCase(finding, index, report, to: &xml)
            if xml.count > MachineReport.blockSize { try write(xml.take()) }
          }
        }
      }
    }
    try write(xml.take())
  }

  private static func suite<E: Error>(
    _ name: String, _ totals: OutcomeTotals, to xml: inout XMLWriter,
    _ body: (inout XMLWriter) throws(E) -> Void
  ) throws(E) {
    try xml.element(
      "testsuite",
      [
        "name": name, "tests": "\(totals.population)", "failures": "\(totals[.fail])",
        "errors": "\(totals[.unknown])",
        "skipped": "\(totals[.accepted] + totals[.notApplicable])",
      ], body)
  }

  private static func properties(
    of totals: OutcomeTotals, run report: MachineReport? = nil, to xml: inout XMLWriter
  ) {
    xml.element("properties", [:]) { xml in
      for outcome in Outcome.allCases {
        xml.element("property", ["name": "\(outcome)", "value": "\(totals[outcome])"])
      }
      guard let report else { return }
      xml.element("property", ["name": "toolVersion", "value": report.run.toolVersion])
      xml.element("property", ["name": "environment", "value": report.environment])
      xml.element("property", ["name": "asOf", "value": report.result.asOf?.iso8601 ?? ""])
      xml.element("property", ["name": "collectedUtc", "value": report.collected?.iso8601 ?? ""])
    }
  }

  private static func testCase(
    _ finding: Finding, _ rule: Int, _ report: MachineReport, to xml: inout XMLWriter
  ) {
    let attributes: KeyValuePairs = [
      "classname": "\(finding.rule).\(finding.subject.kind.rawValue)",
      "name": report.result.masked(finding.subject.id),
    ]
    guard let element = element(for: finding.outcome) else {
      return xml.element("testcase", attributes)
    }
    let place = report.place(of: finding)
    var lines = [
      "severity: \(finding.evaluation.severity)", "place: \(place.path):\(place.line)",
      "fingerprint: \(finding.fingerprint)",
    ]
    if let exception = finding.exception {
      let mask = report.result.masked
      lines += [
        "original outcome: \(finding.originalOutcome)",
        "accepted until: \(exception.expires)", "approver: \(mask(exception.approver))",
        "ticket: \(exception.ticket.map(mask) ?? "none")",
        "reason of the exception: \(mask(exception.reason))",
      ]
    }
    xml.element("testcase", attributes) { xml in
      xml.element(
        element,
        ["type": "\(finding.outcome)", "message": report.reason(finding, of: rule)],
        text: lines.joined(separator: "\n"))
    }
  }

  /// What stands for an outcome; `nil` for a pass, which is a test case without anything in it.
  private static func element(for outcome: Outcome) -> String? {
    switch outcome {
    case .pass: nil
    case .fail: "failure"
    case .unknown: "error"
    case .accepted, .notApplicable: "skipped"
    }
  }
}
