import Audit
import Model
import RunReader

/// `vouch diff OLD NEW`: what became of each finding, and why.
enum DiffCommand {
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let folders = settings.arguments.operands
    let isJSON = settings.value("format") == "json"
    let environment = settings.environment
    if folders.allSatisfy({ RecordedPart.isRollUp(environment.absolute($0)) }) {
      let comparisons = try SeveralComparisons(folders[0], folders[1], environment)
      environment.output(isJSON ? comparisons.json() : comparisons.text())
    } else {
      let comparison = try compare(folders[0], folders[1], environment)
      environment.output(isJSON ? json(comparison) : text(comparison))
    }
    return .success
  }

  /// Compares what two runs recorded in their outputs.
  static func compare(
    _ before: String, _ after: String, _ environment: Environment
  ) throws(CommandFailure) -> Comparison {
    let old = try AuditPlan.recorded(before, environment)
    let new = try AuditPlan.recorded(after, environment)
    DiagnosticPrinter(environment).print(
      AuditPlan.warnings(of: old.facts.environment, new.facts.environment, before))
    var comparer = Comparer(old, new.facts, sampledRules: new.sampledRules)
    for finding in new.findings {
      comparer.visit(finding.fingerprint, finding.outcome) { _ in finding }
    }
    return comparer.finish()
  }

  /// A line for each finding that isn't the same, and one with the counts.
  static func text(_ comparison: Comparison) -> String {
    var lines: [String] = []
    for change in FindingChange.allCases where change != .persisting {
      for compared in comparison.findings where compared.change == change {
        guard let finding = compared.finding else { continue }
        let name = finding.name.map { " \($0)" } ?? ""
        lines.append(
          "\(change.rawValue): \(finding.rule) \(finding.kind):\(finding.id)\(name): "
            + "\(word(compared.before)) -> \(word(compared.after)) "
            + "[\(causes(compared.causes))]")
      }
    }
    lines.append(counts(comparison.count))
    return lines.map(DiagnosticPrinter.visible).joined(separator: "\n") + "\n"
  }

  /// How many findings changed in each way, as a line.
  static func counts(_ count: (FindingChange) -> Int) -> String {
    FindingChange.allCases.map { "\(count($0)) \($0.rawValue)" }.joined(separator: ", ")
  }

  private static func word(_ finding: RecordedFinding?) -> String {
    finding.map { "\($0.outcome)" } ?? "none"
  }

  private static func causes(_ causes: [ChangeCause]) -> String {
    causes.isEmpty ? "cause not recorded" : causes.map(\.rawValue).joined(separator: ", ")
  }

  private static func json(_ comparison: Comparison) -> String {
    var json = JSONWriter(indentation: 2)
    json.object { write(comparison, to: &$0) }
    json.newline()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Writes the members of a comparison.
  static func write(_ comparison: Comparison, to json: inout JSONWriter) {
    json.objectMember("counts") { write(comparison.count, to: &$0) }
    json.arrayMember("findings") { json in
      for compared in comparison.findings {
        guard let finding = compared.finding else { continue }
        json.objectElement { json in
          json.member("change", compared.change.rawValue)
          json.member("causes", compared.causes.map(\.rawValue))
          json.member("fingerprint", finding.fingerprint)
          json.member("rule", finding.rule)
          json.objectMember("subject") { json in
            json.member("kind", finding.kind)
            json.member("id", finding.id)
            json.member("name", finding.name)
          }
          json.member("before", compared.before.map { "\($0.outcome)" })
          json.member("after", compared.after.map { "\($0.outcome)" })
        }
      }
    }
  }

  /// Writes how many findings changed in each way.
  static func write(_ count: (FindingChange) -> Int, to json: inout JSONWriter) {
    for change in FindingChange.allCases { json.member(change.rawValue, count(change)) }
  }
}
