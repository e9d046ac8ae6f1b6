import Model
import SnapshotReader

/// Reads `findings.ndjson`.
struct FindingsReader {
  /// A file of another kind has a problem on every line; so many are told.
  private static let problemLimit = 20

  private let file: RecordedFile
  private(set) var problems: [Diagnostic] = []
  /// How many outcomes a sampled file leaves out.
  private(set) var unlisted = OutcomeTotals()
  /// The rules that leave some out.
  private(set) var sampledRules: Set<String> = []

  init(_ file: RecordedFile) { self.file = file }

  mutating func read() -> [RecordedFinding] {
    var findings: [RecordedFinding] = []
    var seen: Set<String> = []
    var start = 0
    let bytes = file.bytes
    while start < bytes.count, problems.count < Self.problemLimit {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      defer { start = end + 1 }
      if end == start { continue }
      guard let node = file.document(start..<end, &problems), !takeUnlisted(node),
        let finding = finding(node)
      else { continue }
      if seen.insert(finding.fingerprint).inserted {
        findings.append(finding)
      } else {
        problems.append(
          file.problem(
            "duplicate", at: start, "'\(finding.fingerprint)' stands on an earlier line too"))
      }
    }
    return findings
  }

  /// Takes a line that says how many outcomes of a rule are not listed.
  private mutating func takeUnlisted(_ node: JSONNode) -> Bool {
    guard let count = node["unlisted"]?.integer, let rule = node["rule"]?.text,
      let outcome = Outcome.allCases.first(where: { "\($0)" == node["outcome"]?.text }),
      RecordedFile.counts.contains(count),
      RecordedFile.counts.contains(unlisted[outcome] + count)
    else { return false }
    unlisted[outcome] += count
    sampledRules.insert(rule)
    return true
  }

  private mutating func finding(_ node: JSONNode) -> RecordedFinding? {
    func named(_ name: String) -> Outcome? {
      Outcome.allCases.first { "\($0)" == node[name]?.text }
    }
    let subject = node["subject"]
    guard let fingerprint = node["fingerprint"]?.text, let rule = node["rule"]?.text,
      let kind = subject?["kind"]?.text, let id = subject?["id"]?.text,
      let outcome = named("outcome"), let original = named("originalOutcome"),
      let severity = node["severity"]?.text.flatMap(FindingSeverity.init(name:)),
      let evidence = node["evidenceSha256"]?.text
    else {
      problems.append(
        file.problem(
          "shape", at: node.offset, "this is no finding that can be compared with",
          "make the earlier report again with this version"))
      return nil
    }
    return RecordedFinding(
      fingerprint: fingerprint, rule: rule, kind: kind, id: id, name: subject?["name"]?.text,
      outcome: outcome, originalOutcome: original, severity: severity,
      reason: node["reason"]?["code"]?.text, recordDigest: node["recordSha256"]?.text,
      evidenceDigest: evidence, wasOpen: node["wasOpen"]?.flag ?? original.isOpen)
  }
}
