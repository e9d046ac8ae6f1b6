import DocGen
import Model

/// The forms of `vouch check --format` for other tools.
enum CheckDocuments {
  /// JSON: counts and findings.
  static func json(_ result: CheckResult) -> [UInt8] {
    var json = JSONWriter(indentation: 2)
    json.object { json in
      json.member("schema", "vouch-check/1")
      json.objectMember("counts") { json in
        for severity in Diagnostic.Severity.allCases.reversed() {
          json.member(
            "\(severity)", result.findings.count { $0.diagnostic.severity == severity })
        }
        json.member("suppressed", result.suppressed.count)
      }
      json.arrayMember("findings", of: result.findings + result.suppressed) { json, finding in
        write(finding, to: &json)
      }
    }
    json.newline()
    return json.bytes
  }

  private static func write(_ finding: CheckFinding, to json: inout JSONWriter) {
    let diagnostic = finding.diagnostic
    json.member("code", diagnostic.code)
    json.member("severity", "\(diagnostic.severity)")
    json.member("path", diagnostic.location.path)
    json.member("line", diagnostic.location.line)
    json.member("column", diagnostic.location.column)
    json.member("message", diagnostic.message)
    json.member("suggestion", diagnostic.suggestion)
    json.member("locale", finding.locale?.folder)
    json.member("unit", finding.unit)
    json.member("fingerprint", finding.fingerprint)
    json.member("suppressed", finding.reason)
  }

  /// JUnit: a suite a code, a test case a finding; notes are passed cases with their words.
  static func junit(_ result: CheckResult) -> [UInt8] {
    var xml = XMLWriter()
    let failures = result.findings.count { $0.diagnostic.severity != .note }
    let all = result.findings.count + result.suppressed.count
    xml.element(
      "testsuites", ["name": "vouch check", "tests": "\(all)", "failures": "\(failures)"]
    ) { xml in
      for code in result.codes {
        let findings = result.findings.filter { $0.diagnostic.code == code }
        let skipped = result.suppressed.filter { $0.diagnostic.code == code }
        xml.element(
          "testsuite",
          [
            "name": code, "tests": "\(findings.count + skipped.count)",
            "failures": "\(findings.count { $0.diagnostic.severity != .note })",
            "errors": "0", "skipped": "\(skipped.count)",
          ]
        ) { xml in
          for finding in findings + skipped { testCase(finding, to: &xml) }
        }
      }
    }
    return xml.take()
  }

  private static func testCase(_ finding: CheckFinding, to xml: inout XMLWriter) {
    let diagnostic = finding.diagnostic
    xml.element(
      "testcase", ["classname": diagnostic.code, "name": "\(diagnostic.location)"]
    ) { xml in
      if let reason = finding.reason {
        xml.element("skipped", ["message": reason])
      } else if diagnostic.severity == .note {
        xml.element("system-out", [:], text: "\(diagnostic)")
      } else {
        xml.element(
          "failure", ["type": "\(diagnostic.severity)", "message": diagnostic.message],
          text: "\(diagnostic)\nfingerprint: \(finding.fingerprint)")
      }
    }
  }
}
