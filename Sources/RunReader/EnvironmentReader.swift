import Model
import SnapshotReader

/// Reads what a `summary.json` counts of one environment.
struct EnvironmentReader {
  private static let schema = "vouch-summary/1"

  private let file: RecordedFile
  private(set) var problems: [Diagnostic] = []

  init(_ file: RecordedFile) { self.file = file }

  /// The environment, checked: sums that don't add up would spoil those of all.
  mutating func read(
    _ manifest: JSONNode, _ options: RecordedOptions, manifestDigest: String
  ) -> EnvironmentResult? {
    guard let root = file.document(nil, &problems) else { return nil }
    guard root["schema"]?.text == Self.schema else {
      note("schema", root["schema"] ?? root, "this is no summary of one environment")
      return nil
    }
    let totals = totals(root, "totals")
    var severities: [FindingSeverity: OutcomeTotals] = [:]
    for severity in FindingSeverity.allCases {
      severities[severity] = self.totals(root["severities"] ?? root, "\(severity)")
    }
    let rules = (root["rules"]?.entries ?? []).compactMap { rule($0) }
    let sums = [
      severities.values.reduce(OutcomeTotals(), +),
      rules.reduce(OutcomeTotals()) { $0 + $1.totals },
    ]
    if problems.isEmpty, sums.contains(where: { $0 != totals }) {
      note("totals", root["totals"] ?? root, "the totals are not the sums of severities and rules")
    }
    // Sums of several reports are taken rule by rule.
    let ids = (manifest["rules"]?.entries ?? []).compactMap { $0["id"]?.text }
    if problems.isEmpty, rules.map(\.id) != ids {
      note("rules", root["rules"] ?? root, "the rules are not those of the manifest")
    }
    guard let status = root["exitStatus"]?.integer else {
      note("shape", root, "it has no exit status")
      return nil
    }
    let id = root["environment"]?["instanceId"]?.text
    let inputs = (manifest["inputs"]?.entries ?? []).compactMap { $0["sha256"]?.text }
    var result = EnvironmentResult(
      instanceID: id, name: root["environment"]?["name"]?.text,
      folder: RecordedPart.folder(id, inputs: inputs), snapshot: options.snapshot,
      collected: root["collectedUtc"]?.text, manifestDigest: manifestDigest, exitStatus: status,
      reasons: (root["reasons"]?.entries ?? []).compactMap(\.text), totals: totals,
      totalsWithoutExceptions: self.totals(root, "totalsWithoutExceptions"),
      severities: severities, rules: rules)
    result.exceptionsElsewhere = exceptions("otherEnvironments", root) { entry, location in
      entry["environment"]?.text.map { ExceptionElsewhere(environment: $0, location: location) }
    }
    result.exceptionsWithoutSubject = exceptions("withoutSubject", root) { entry, location in
      guard let rule = entry["rule"]?.text, let subject = entry["subject"]?.text,
        let isError = entry["isError"]?.flag
      else { return nil }
      return ExceptionWithoutSubject(
        rule: rule, subject: subject, location: location, isError: isError)
    }
    return result
  }

  /// The entries of a list of exceptions, each with its place in their file.
  private func exceptions<Entry>(
    _ list: String, _ root: JSONNode, _ read: (JSONNode, SourceLocation) -> Entry?
  ) -> [Entry] {
    let register = root["exceptions"]
    return (register?[list]?.entries ?? []).compactMap { entry in
      guard let path = register?["path"]?.text, let line = entry["line"]?.integer,
        let column = entry["column"]?.integer
      else { return nil }
      return read(entry, SourceLocation(path: path, line: line, column: column))
    }
  }

  private mutating func rule(_ node: JSONNode) -> EnvironmentResult.Rule? {
    guard let id = node["id"]?.text, let group = node["group"]?.text,
      let severity = node["severity"]?.text.flatMap(FindingSeverity.init(name:))
    else {
      note("shape", node, "this is no rule")
      return nil
    }
    var titles: [LocaleTag: String] = [:]
    for title in node["titles"]?.members ?? [] {
      if let locale = LocaleTag(title.key), let text = title.value.text { titles[locale] = text }
    }
    return EnvironmentResult.Rule(
      id: id, group: group, severity: severity, totals: totals(node, "totals"), titles: titles)
  }

  private mutating func totals(_ parent: JSONNode, _ name: String) -> OutcomeTotals {
    var totals = OutcomeTotals()
    for outcome in Outcome.allCases {
      guard let count = parent[name]?["\(outcome)"]?.integer,
        RecordedFile.counts.contains(count)
      else {
        note("shape", parent[name] ?? parent, "it has no total of '\(outcome)' in '\(name)'")
        return totals
      }
      totals[outcome] = count
    }
    return totals
  }

  private mutating func note(_ code: String, _ node: JSONNode, _ message: String) {
    problems.append(
      file.problem(code, at: node.offset, message, "take the report as it was written"))
  }
}
