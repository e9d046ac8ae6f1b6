import Foundation
import Model
import RunReader
import TestSupport
import Testing

/// Every member of the files that an earlier run left: missing, null, of another kind, too large.
///
/// Each is an error at its place, and never more than that.
@Suite struct RecordedFileBoundTests {
  private static let manifest = """
    {"schema": "vouch-manifest/1", "tool": {"name": "vouch", "version": "1"}, "snapshot": "s.json",
    "environment": {"instanceId": "i-1"}, "collectedUtc": "2026-09-30T06:00:00Z",
    "inputs": [{"path": "s.json", "bytes": 9, "sha256": "aa"}],
    "sections": [{"name": "exports", "state": "present", "complete": true, "records": 2, "sha256": "bb"}],
    "catalogue": {"date": "2026-09-01", "sha256": "cc"}, "options": {"locales": ["en-us"]},
    "rules": [{"id": "LIF-01", "sha256": "ee", "sections": ["exports"], "parameters": {"maxIdleDays": 30},
    "contractLimits": [{"destination": "klaviyo", "maximum": 5, "source": "S"}]}]}
    """
  private static let finding = """
    {"fingerprint":"f1","rule":"LIF-01","subject":{"kind":"export","id":"e-1"},"outcome":"fail",\
    "originalOutcome":"fail","severity":"medium","evidenceSha256":"e"}

    """
  private static let counts = #"{"pass":0,"fail":1,"unknown":0,"accepted":0,"notApplicable":0}"#
  private static let nothing = counts.replacing("\"fail\":1", with: "\"fail\":0")
  private static let summary = """
    {"schema": "vouch-summary/1", "exitStatus": 1, "environment": {"instanceId": "i-1"},
    "totals": \(counts), "totalsWithoutExceptions": \(counts),
    "severities": {"low": \(nothing), "medium": \(counts), "high": \(nothing), "critical": \(nothing)},
    "rules": [{"id": "LIF-01", "group": "lifecycle", "severity": "medium", "totals": \(counts)}]}
    """

  /// A change of one of the texts and what comes of it: the code and the line of the problem; `nil`: it
  /// is read.
  struct Row: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let problem: String?

    var testDescription: String { "\(old) -> \(new)" }
  }

  private static func rows(_ problem: String?, _ old: String, _ news: String...) -> [Row] {
    news.map { Row(old: old, new: $0, problem: problem) }
  }

  private func read(
    manifest: String = manifest, findings: String = finding, summary: String = summary
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write("report/manifest.json", manifest)
    try folder.write("report/findings.ndjson", findings)
    try folder.write("report/summary.json", summary)
    return withExtendedLifetime(folder) {
      guard case .problems(let problems) = RunReader.read(folder.path, named: "old") else {
        return []
      }
      return problems.map { "\($0.location.line) \($0.code)" }
    }
  }

  static let manifests: [Row] = [
    rows(
      "1 baseline.schema", "\"vouch-manifest/1\"", "null", "1", "\"vouch-manifest/2\"",
      "\"VOUCH-MANIFEST/1\""),
    rows(
      "1 baseline.shape", "\"version\": \"1\"", "\"version\": 1", "\"version\": null",
      "\"v\": \"1\""),
    rows("3 baseline.shape", "\"sha256\": \"aa\"", "\"sha256\": 5", "\"sha256\": null"),
    rows(
      "3 baseline.shape", "[{\"path\": \"s.json\", \"bytes\": 9, \"sha256\": \"aa\"}]", "null",
      "{}", "\"aa\"", "[5]"),
    rows(nil, "\"aa\"}]", "\"aa\"}, {\"sha256\": \"ab\"}]"),
    rows(
      "4 baseline.shape", "\"state\": \"present\"", "\"state\": null", "\"state\": true", "\"s\": 1"
    ),
    rows(
      "4 baseline.shape", "\"records\": 2", "\"records\": 2.5", "\"records\": \"2\"",
      "\"records\": null", "\"records\": 9223372036854775808"),
    rows("4 baseline.shape", "\"name\": \"exports\"", "\"name\": 5", "\"n\": \"exports\""),
    rows(nil, "\"complete\": true", "\"complete\": null", "\"c\": 1"),
    rows("5 baseline.shape", "\"sha256\": \"cc\"", "\"sha256\": []"),
    rows("1 baseline.shape", "\"catalogue\"", "\"katalog\""),
    rows("6 baseline.shape", "\"id\": \"LIF-01\"", "\"id\": null"),
    rows("6 baseline.shape", "\"sha256\": \"ee\"", "\"sha256\": {}"),
    rows(
      "6 baseline.shape", "{\"maxIdleDays\": 30}", "{\"maxIdleDays\": \"30\"}",
      "{\"maxIdleDays\": null}", "{\"maxIdleDays\": 1e999}"),
    rows(nil, "{\"maxIdleDays\": 30}", "{}", "null", "{\"maxIdleDays\": 3e1}"),
    rows(
      "7 baseline.shape", "\"maximum\": 5", "\"maximum\": -1", "\"maximum\": null",
      "\"maximum\": 1000000000001", "\"maximum\": 9223372036854775807"),
    rows(nil, "\"maximum\": 5", "\"maximum\": 0", "\"maximum\": 1000000000000"),
    rows("7 baseline.shape", "\"destination\": \"klaviyo\"", "\"d\": 1", "\"destination\": 5"),
    rows(nil, "\"instanceId\": \"i-1\"", "\"instanceId\": null", "\"i\": 1"),
  ].flatMap { $0 }

  @Test(arguments: manifests) func aManifest(row: Row) throws {
    #expect(Self.manifest.contains(row.old))
    let found = try read(manifest: Self.manifest.replacing(row.old, with: row.new))
    #expect(found == (row.problem.map { [$0] } ?? []))
  }

  static let findings: [Row] =
    [
      "fingerprint", "rule", "subject", "outcome", "originalOutcome", "severity", "evidenceSha256",
    ].flatMap { rows("1 baseline.shape", "\"\($0)\":", "\"x\":") }
    + rows("1 baseline.shape", "\"id\":\"e-1\"", "\"id\":null", "\"id\":5")
    + rows(
      "1 baseline.shape", "\"outcome\":\"fail\"", "\"outcome\":\"Fail\"", "\"outcome\":\"\"",
      "\"outcome\":null", "\"outcome\":1")
    + rows("1 baseline.shape", "\"medium\"", "\"Medium\"", "\"none\"", "3")
    + rows("2 baseline.shape", "\n", "\n{}\n", "\n5\n", "\nnull\n")
    + rows("2 baseline.syntax", "\n", "\n{\n", "\n{}{}\n", "\n\u{FEFF}{}\n")
    + rows(nil, "\n", "\n\n", "")
    // Lines that stand for outcomes that are counted only.
    + rows(
      "2 baseline.shape", "\n", "\n{\"rule\":\"X\",\"outcome\":\"pass\",\"unlisted\":-1}\n",
      "\n{\"rule\":\"X\",\"outcome\":\"pass\",\"unlisted\":1.5}\n",
      "\n{\"rule\":\"X\",\"outcome\":\"pass\",\"unlisted\":\"1\"}\n",
      "\n{\"rule\":\"X\",\"outcome\":\"passed\",\"unlisted\":1}\n",
      "\n{\"outcome\":\"pass\",\"unlisted\":1}\n",
      "\n{\"rule\":\"X\",\"outcome\":\"pass\",\"unlisted\":9223372036854775807}\n",
      "\n{\"rule\":\"X\",\"outcome\":\"fail\",\"unlisted\":9223372036854775807}\n")
    + rows("0 baseline.totals", "\n", "\n{\"rule\":\"X\",\"outcome\":\"pass\",\"unlisted\":1}\n")
    + rows(nil, "\n", "\n{\"rule\":\"X\",\"outcome\":\"pass\",\"unlisted\":0}\n")

  @Test(arguments: findings) func aFinding(row: Row) throws {
    let found = try read(findings: Self.finding.replacing(row.old, with: row.new))
    #expect(found == (row.problem.map { [$0] } ?? []))
  }

  /// Two lines whose counts are numbers, and their sum is none.
  @Test func sumsHaveNoEnd() throws {
    let line = "{\"rule\":\"X\",\"outcome\":\"pass\",\"unlisted\":1099511627776}\n"
    #expect(try read(findings: Self.finding + line + line) == ["3 baseline.shape"])
  }

  static let summaries: [Row] = [
    rows("1 merge.schema", "\"vouch-summary/1\"", "null", "\"vouch-summary/2\"", "1"),
    rows(
      "1 merge.shape", "\"exitStatus\": 1", "\"exitStatus\": null", "\"exitStatus\": \"1\"",
      "\"e\": 1"),
    rows(
      "2 merge.shape", "\"totals\": \(counts), \"totalsW", "\"totals\": {}, \"totalsW",
      "\"totals\": \(counts.replacing(":1", with: ":-1")), \"totalsW",
      "\"totals\": \(counts.replacing(":1", with: ":9223372036854775807")), \"totalsW"),
    rows("2 merge.totals", "\"totals\": \(counts), \"totalsW", "\"totals\": \(nothing), \"totalsW"),
    rows(
      "3 merge.shape", "\"low\": \(nothing)", "\"low\": null", "\"l\": 1",
      "\"low\": \(nothing.replacing("\"pass\":0", with: "\"pass\":9223372036854775807"))"),
    rows("2 merge.totals", "\"low\": \(nothing)", "\"low\": \(counts)"),
    rows("4 merge.shape", "\"id\": \"LIF-01\"", "\"id\": 5", "\"i\": 5"),
    rows(
      "4 merge.shape", "\"severity\": \"medium\"", "\"severity\": \"Medium\"", "\"severity\": null"),
    rows("4 merge.shape", "\"medium\", \"totals\": \(counts)", "\"medium\", \"totals\": null"),
    rows(
      "2 merge.totals", "\"medium\", \"totals\": \(counts)", "\"medium\", \"totals\": \(nothing)"),
    rows("4 merge.rules", "\"id\": \"LIF-01\"", "\"id\": \"LIF-02\""),
    rows(
      "4 merge.rules", "\"totals\": \(counts)}]",
      "\"totals\": \(counts)}, {\"id\": \"LIF-01\", \"group\": \"lifecycle\", \"severity\": "
        + "\"low\", \"totals\": \(nothing)}]"),
    rows(nil, "\"instanceId\": \"i-1\"", "\"instanceId\": null"),
  ].flatMap { $0 }

  @Test(arguments: summaries) func aSummary(row: Row) throws {
    #expect(Self.summary.contains(row.old))
    let folder = try TemporaryFolder()
    try folder.write("report/manifest.json", Self.manifest)
    try folder.write("report/summary.json", Self.summary.replacing(row.old, with: row.new))
    let (part, problems) = RecordedPart.read(folder.path, named: "part")
    #expect((part == nil) == (row.problem != nil))
    #expect(
      problems.prefix(1).map { "\($0.location.line) \($0.code)" }
        == (row.problem.map { [$0] } ?? []))
  }
}
