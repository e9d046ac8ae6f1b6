import Audit
import Model

/// `vouch diff OLD NEW`: what became of each finding, and why.
enum DiffCommand {
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let folders = settings.arguments.operands
    let old = try AuditPlan.recorded(folders[0], settings.environment)
    let new = try AuditPlan.recorded(folders[1], settings.environment)
    DiagnosticPrinter(settings.environment, isQuiet: false).print(
      AuditPlan.warnings(of: old.facts.environment, new.facts.environment, folders[0]))
    var comparer = Comparer(old, new.facts, sampledRules: new.sampledRules)
    for finding in new.findings {
      comparer.visit(finding.fingerprint, finding.outcome) { _ in finding }
    }
    let comparison = comparer.finish()
    settings.environment.output(
      settings.value("format") == "json" ? json(comparison) : text(comparison))
    return .success
  }

  private static func text(_ comparison: Comparison) -> String {
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
    let counts = FindingChange.allCases.map { "\(comparison.count($0)) \($0.rawValue)" }
    lines.append(counts.joined(separator: ", "))
    return lines.map(DiagnosticPrinter.visible).joined(separator: "\n") + "\n"
  }

  private static func word(_ finding: RecordedFinding?) -> String {
    finding.map { "\($0.outcome)" } ?? "none"
  }

  private static func causes(_ causes: [ChangeCause]) -> String {
    causes.isEmpty ? "cause not recorded" : causes.map(\.rawValue).joined(separator: ", ")
  }

  private static func json(_ comparison: Comparison) -> String {
    var json = JSONWriter(indentation: 2)
    json.object { json in
      json.objectMember("counts") { json in
        for change in FindingChange.allCases {
          json.member(change.rawValue, comparison.count(change))
        }
      }
      json.arrayMember("findings") { json in
        for compared in comparison.findings {
          guard let finding = compared.finding else { continue }
          json.element()
          json.object { json in
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
    json.newline()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
