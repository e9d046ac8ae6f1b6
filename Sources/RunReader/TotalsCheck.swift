import Model
import SnapshotReader

/// Whether the findings are all there: a shortened file would make every comparison and sum wrong.
struct TotalsCheck {
  let summary: RecordedFile
  let findings: RecordedFile

  /// Reads findings only to count them.
  static func problems(of findings: RecordedFile, against summary: RecordedFile) -> [Diagnostic] {
    var reader = FindingsReader(findings)
    let list = reader.read()
    var problems = reader.problems
    guard problems.isEmpty, let root = summary.document(nil, &problems) else { return problems }
    return TotalsCheck(summary: summary, findings: findings).problems(root, list, reader.unlisted)
  }

  /// What doesn't add up.
  ///
  /// - Parameters:
  ///   - root: What the summary says.
  ///   - list: The findings of the file.
  ///   - unlisted: How many outcomes a sampled file leaves out.
  /// - Returns: The first outcome whose total is another one; nothing if all add up.
  func problems(
    _ root: JSONNode, _ list: [RecordedFinding], _ unlisted: OutcomeTotals
  ) -> [Diagnostic] {
    var counted = unlisted
    for finding in list { counted[finding.outcome] += 1 }
    for outcome in Outcome.allCases {
      guard let stated = root["totals"]?["\(outcome)"]?.integer else {
        return [
          summary.problem("shape", at: root.offset, "it has no total of '\(outcome)'")
        ]
      }
      guard stated == counted[outcome] else {
        return [
          Diagnostic(
            .error, "\(findings.area).totals", at: SourceLocation(path: findings.path),
            "it lists \(counted[outcome]) times '\(outcome)', summary.json says \(stated)",
            suggestion: "one of them was changed or cut off; take the output as it was written")
        ]
      }
    }
    return []
  }
}
