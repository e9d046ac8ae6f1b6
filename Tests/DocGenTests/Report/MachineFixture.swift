import Foundation
import Model
import TestSupport
import Testing

@testable import DocGen

/// A small result with every outcome, hostile names and a secret, and its machine forms.
struct MachineFixture {
  /// What no form may show.
  static let secret = "hunter2-hunter2"
  /// Text that some format takes for markup, a formula, a link or a character it can't hold.
  static let hostile = [
    "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\t=1", "\u{FF1D}1", "\u{FEFF} =1", "a,\"b\"\r\nc",
    "</testcase>]]>&amp;<script>", "\u{0}\u{1}\u{B}\u{FFFE}\u{FFFF}", "[x](javascript:1)",
    "\u{202E}abc", "{0}", "\u{2028}",
  ]

  let report: MachineReport

  /// A result with these outcomes of CON-01, and of CON-02, which has no page, one that is not
  /// applicable.
  init(
    _ verdicts: [RuleResult.Verdict] = [
      .init(.pass, .high), .init(.fail, .low), .init(.fail, .critical), .init(.unknown, .high),
      .init(.accepted, .high), .init(.notApplicable, .high),
    ], names: [String] = ["Plain"]
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write("content/en-us/rules/con-01.md", Self.page)
    try folder.write("messages/en-us.po", Self.messages)
    report = try withExtendedLifetime(folder) {
      try MachineReport(
        Self.run(verdicts, names),
        content: ContentTree(
          layers: [ContentLayer(locale: .source, folder: "\(folder.path)/content/en-us")]),
        messageFolder: "\(folder.path)/messages")
    }
  }

  /// A form as one text, and how many blocks it came in.
  static func text(
    _ render: (_ write: ([UInt8]) -> Void) throws -> Void
  ) rethrows -> (text: String, blocks: Int) {
    var bytes: [UInt8] = []
    var blocks = 0
    try render { block in
      bytes += block
      blocks += 1
    }
    return (String(decoding: bytes, as: UTF8.self), blocks)
  }

  var csv: String { Self.text { FindingsTable.render(report, to: $0) }.text }
  var junit: String { Self.text { JUnitDocument.render(report, to: $0) }.text }
  var oscal: String { Self.text { OSCALDocument.render(report, to: $0) }.text }
  var sarif: String { sarif(.full).text }
  var gitHubSARIF: String { sarif(.gitHub).text }

  func sarif(_ form: SARIFDocument.Form) -> (text: String, blocks: Int) {
    Self.text { SARIFDocument(report: report, form: form).render(to: $0) }
  }

  /// The forms by the names of their golden files.
  var all: [(name: String, text: String)] {
    [
      ("findings.csv", csv), ("junit.xml", junit), ("assessment-results.json", oscal),
      ("report.sarif", sarif), ("report.github.sarif", gitHubSARIF),
    ]
  }

  private static func run(_ verdicts: [RuleResult.Verdict], _ names: [String]) -> ReportRun {
    let rules = ["CON-01", "CON-02"].map { id in
      RuleDescription(
        id, group: .consent, severity: .high, subject: .connection, sections: [.connections],
        clauses: ["recorded"], controls: [ControlMapping(.gdpr, ["5(2)"])])
    }
    let snapshot = Snapshot(
      files: [
        Snapshot.InputFile(
          path: "my data/snapshot.json", sha256: String(repeating: "a", count: 64), byteCount: 99)
      ], texts: TextPool(), tables: Section.allCases.map { Table($0.shape) },
      states: Section.allCases.map { _ in .absent })
    let result = AuditResult(
      snapshot: snapshot,
      rules: [
        RuleResult(rule: rules[0], verdicts: verdicts, isPopulationUnknown: false),
        RuleResult(
          rule: rules[1], verdicts: [.init(.notApplicable, .high)], isPopulationUnknown: false),
      ], asOf: Instant(microseconds: 1_790_812_800_000_000),
      catalogue: Catalogue(date: "2026-10-01", digest: "d", services: []), diagnostics: [],
      mask: { $0.replacing(secret, with: "***") },
      finding: { rule, subject in
        let verdict = rule == 0 ? verdicts[subject] : .init(.notApplicable, .high)
        return finding(rules[rule].id, subject, verdict, names[subject % names.count])
      })
    return ReportRun(
      result: result, gate: Gate().judge(result), toolVersion: "1.2.3", exitStatus: 1,
      statusReasons: ["gate.fails"])
  }

  private static func finding(
    _ rule: String, _ subject: Int, _ verdict: RuleResult.Verdict, _ name: String
  ) -> Finding {
    let pointer = RecordPointer(
      path: "my data/snapshot.json", line: subject + 7, jsonPointer: "/connections/\(subject)",
      offset: 10 * subject, length: 9)
    let values: KeyValuePairs<String, MessageValue> = ["name": .text("\(name) \(secret)")]
    return Finding(
      rule: rule,
      subject: Subject(
        .connection, id: "c-\(subject) \(secret)", name: name,
        pointer: verdict.outcome == .unknown ? nil : pointer),
      evaluation: Evaluation(
        verdict.outcome, verdict.severity,
        reason: verdict.outcome == .pass ? nil : Message("reason.no-record", values),
        clauses: [ClauseResult("recorded", .missing)],
        notes: [Message("reason.no-record", values)]),
      originalOutcome: verdict.outcome == .accepted ? .fail : verdict.outcome,
      fingerprint: "\(rule)-\(subject)", owner: "owner \(secret)",
      exception: verdict.outcome == .accepted ? exception(name) : nil)
  }

  private static func exception(_ name: String) -> GrantedException {
    let instant = Instant(microseconds: 1_790_812_800_000_000)
    return GrantedException(
      rule: "CON-01", subject: "connection:*", reason: "\(name) \(secret)",
      approver: "\(name) approver", requester: name, ticket: "\(name) T-1",
      created: instant.date, expires: instant.date, start: instant, end: instant,
      location: SourceLocation(path: "exceptions.yaml", line: 3, column: 5))
  }

  private static let page = """
    ---
    title: Consent is on record
    description: Every connection has a consent.
    vouch.rule: CON-01
    ---

    # CON-01: Consent is on record

    ## Criterion

    Every connection has an accepted consent. See [consent](../consent.md).

    ## Why it matters

    Data leaves.

    ## How it is checked

    The rule reads `consents`.

    ## What to do

    Agree again.
    """

  private static let messages = """
    msgid ""
    msgstr "Language: en-US\\n"

    msgctxt "outcome.pass"
    msgid "Pass"
    msgstr ""

    msgctxt "reason.no-record"
    msgid "No record names {name}."
    msgstr ""

    """
}
