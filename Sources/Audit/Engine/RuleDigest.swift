import Digests
import Model

extension Rule {
  /// SHA-256 of what the rule is: its clauses and reasons, what it reads, and what its examples must
  /// give.
  ///
  /// The examples show every reason and every clause at work, which tests demand, so a rule that
  /// decides otherwise has other examples, and another digest.
  static var versionDigest: String {
    let rule = description
    var json = JSONWriter()
    json.object { json in
      json.member("id", rule.id)
      json.member("severity", "\(rule.severity)")
      json.member("subject", rule.subject.rawValue)
      json.member("sections", rule.sections.map(\.name))
      json.member("clauses", clauseNames)
      json.member("reasons", reasonCodes)
      json.member("impossible", rule.impossible.map { "\($0)" }.sorted())
      json.member("reads", reads)
      json.member(
        "parameters",
        rule.parameters.map {
          "\($0.name) \($0.unit.rawValue) \($0.defaultValue) \($0.range.lowerBound) "
            + "\($0.range.upperBound)"
        })
      json.arrayMember("examples", of: examples) { json, example in
        json.member("subject", example.subject)
        json.member("outcome", "\(example.outcome)")
        json.member("reason", example.reason)
        json.member("severity", example.severity.map { "\($0)" })
        json.member("asOf", example.asOf)
        json.member("document", example.document)
      }
    }
    return Digests.sha256(json.bytes)
  }
}
