import Model
import RunReader
import TestSupport
import Testing

@Suite struct RunReaderTests {
  private static let manifest = """
    {
      "schema": "vouch-manifest/1",
      "tool": {"name": "vouch", "version": "0.1.0"},
      "environment": {"instanceId": "i-1"},
      "collectedUtc": "2026-09-30T06:00:00Z",
      "inputs": [{"path": "s.json", "bytes": 9, "sha256": "aa"}],
      "sections": [
        {"name": "exports", "state": "present", "complete": true, "records": 2, "sha256": "bb"}],
      "catalogue": {"date": "2026-09-01", "sha256": "cc"},
      "exceptions": {"path": "e.yaml", "sha256": "dd", "timeZone": "UTC"},
      "asOf": "2026-10-01T00:00:00Z",
      "rules": [
        {"id": "LIF-01", "sha256": "ee", "sections": ["exports"],
         "parameters": {"maxIdleDays": 30}}]
    }
    """
  private static let finding = """
    {"fingerprint":"f1","rule":"LIF-01","subject":{"kind":"export","id":"e-1","name":"N"},\
    "outcome":"accepted","originalOutcome":"fail","severity":"medium",\
    "reason":{"code":"reason.x","arguments":{}},"recordSha256":"r","evidenceSha256":"e",\
    "wasOpen":true}

    """
  private static let summary =
    #"{"totals":{"pass":0,"fail":0,"unknown":0,"accepted":1,"notApplicable":0}}"#

  private func read(
    manifest: String? = manifest, findings: String? = finding, summary: String? = summary,
    inReport: Bool = true
  ) throws -> ReadRun {
    let folder = try TemporaryFolder()
    let prefix = inReport ? "report/" : ""
    try folder.write("\(prefix)other.txt", "")
    if let manifest { try folder.write("\(prefix)manifest.json", manifest) }
    if let findings { try folder.write("\(prefix)findings.ndjson", findings) }
    if let summary { try folder.write("\(prefix)summary.json", summary) }
    return withExtendedLifetime(folder) { RunReader.read(folder.path, named: "old") }
  }

  @Test(arguments: [true, false])
  func whatWasRecordedIsRead(inReport: Bool) throws {
    guard case .run(let run) = try read(inReport: inReport) else {
      Issue.record("it was refused")
      return
    }
    #expect(run.path == "old" && run.manifestDigest.count == 64)
    #expect(
      run.facts
        == RunFacts(
          toolVersion: "0.1.0", environment: "i-1", collected: "2026-09-30T06:00:00Z",
          asOf: "2026-10-01T00:00:00Z", inputs: ["aa"],
          sections: [
            "exports": .init(state: "present", isComplete: true, count: 2, sha256: "bb")
          ], catalogue: "cc", exceptions: "dd",
          rules: [
            "LIF-01": .init(
              sha256: "ee", sections: ["exports"], parameters: ["maxIdleDays": 30])
          ]))
    #expect(
      run.findings == [
        RecordedFinding(
          fingerprint: "f1", rule: "LIF-01", kind: "export", id: "e-1", name: "N",
          outcome: .accepted, originalOutcome: .fail, severity: .medium, reason: "reason.x",
          recordDigest: "r", evidenceDigest: "e", wasOpen: true)
      ])
  }

  /// What the run knows to have been open and doesn't have; a run without a baseline knows nothing.
  @Test(arguments: [
    (nil as String?, []), (#"{}"#, []), (#"{"gone": []}"#, []),
    (#"{"gone": ["f2", "f3"]}"#, ["f2", "f3"]), (#"{"gone": ["f2", 7, null]}"#, ["f2"]),
    (#"{"gone": "f2"}"#, []),
  ])
  func whatIsGone(comparison: String?, gone: [String]) throws {
    let more = comparison.map { #", "comparison": \#($0)}"# } ?? "}"
    guard case .run(let run) = try read(summary: String(Self.summary.dropLast()) + more) else {
      Issue.record("not read")
      return
    }
    #expect(run.gone == gone)
    #expect(run.everOpen == Set(["f1"] + gone))
  }

  private func problems(_ run: ReadRun) -> [String] {
    if case .problems(let problems) = run { return problems.map(\.description) }
    return []
  }

  @Test func everyMissingFileIsNamed() throws {
    let all = problems(try read(manifest: nil, findings: nil, summary: nil))
    #expect(all.count == 3)
    #expect(all.allSatisfy { $0.contains("[baseline.missing]") }, "\(all)")
    #expect(all[0].hasPrefix("old/report/manifest.json: error: "))
    #expect(problems(try read(findings: nil)).count == 1)
  }

  @Test(arguments: [
    ("", "baseline.syntax"), ("{", "baseline.syntax"), ("[]", "baseline.schema"),
    (#"{"schema": "vouch-manifest/9"}"#, "old/report/manifest.json:1:12: error: "),
    (
      manifest.replacing(#""records": 2"#, with: #""records": "two""#),
      "old/report/manifest.json:8:74: error: 'sections.records' is not a whole number"
    ),
    (manifest.replacing(#""sha256": "ee","#, with: ""), "'rules.sha256' is not a text"),
    (manifest.replacing("30}", with: "\"x\"}"), "'rules.parameters.maxIdleDays' is not a number"),
  ])
  func aManifestThatIsNotInOrder(text: String, problem: String) throws {
    let all = problems(try read(manifest: text))
    #expect(all.contains { $0.contains(problem) }, "\(all)")
  }

  @Test(arguments: [
    (finding + "{\"fingerprint\":", "old/report/findings.ndjson:2:"),
    (finding + "[]\n", "findings.ndjson:2:1: error: this is no finding"),
    (finding.replacing("medium", with: "huge"), "this is no finding that can be compared with"),
    (finding + finding, "findings.ndjson:2:1: error: 'f1' stands on an earlier line too"),
    ("", "it lists 0 times 'accepted', summary.json says 1"),
    (finding.replacing("accepted", with: "pass"), "[baseline.totals]"),
  ])
  func findingsThatAreNotInOrder(text: String, problem: String) throws {
    let all = problems(try read(findings: text))
    #expect(all.contains { $0.contains(problem) }, "\(all)")
  }

  @Test(arguments: ["", "{}", #"{"totals":{"pass":0}}"#])
  func aSummaryThatIsNotInOrder(text: String) throws {
    #expect(problems(try read(summary: text)).count == 1)
  }

  @Test func notEveryLineOfAnotherFileIsReported() throws {
    let text = String(repeating: "nothing\n", count: 1_000)
    #expect(problems(try read(findings: text)).count == 20)
  }
}
