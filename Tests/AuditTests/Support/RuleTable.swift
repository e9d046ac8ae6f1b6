import Model
import SnapshotReader
import Testing

@testable import Audit

/// What a rule is expected to say of a subject.
struct Judgement: Hashable, Sendable, CustomStringConvertible {
  var outcome: Outcome
  /// The code of the reason; `nil`: none.
  var reason: String?
  /// The severity; `nil`: the rule's.
  var severity: FindingSeverity?

  static let pass = Judgement(outcome: .pass)
  static func pass(_ reason: String) -> Self { Self(outcome: .pass, reason: reason) }
  static func fail(_ reason: String, _ severity: FindingSeverity? = nil) -> Self {
    Self(outcome: .fail, reason: reason, severity: severity)
  }
  static func unknown(_ reason: String, _ severity: FindingSeverity? = nil) -> Self {
    Self(outcome: .unknown, reason: reason, severity: severity)
  }
  static func none(_ reason: String) -> Self { Self(outcome: .notApplicable, reason: reason) }

  var description: String {
    ["\(outcome)", reason, severity.map { "\($0)" }].compactMap { $0 }.joined(separator: " ")
  }
}

/// Cases of one rule that differ from one small snapshot.
struct RuleTable: Sendable {
  let rule: String
  let subject: String
  let base: String
  /// The id of ``DocumentValue/guid``.
  static let guid = "c0c0c0c0-0000-4000-8000-00000000000a"

  /// A table; the base is the JSON object of the sections, without those of `collection.sources`.
  init(_ rule: String, on subject: String, _ base: String) {
    self.rule = rule
    self.subject = subject
    self.base = base
  }

  /// A case: the edits turn the base into its snapshot.
  ///
  /// `parameters` are those of the configuration, `incomplete` the sections that nobody called
  /// complete, `clauses` what the evidence says about parts of the predicate.
  func row(
    _ name: String, _ expected: Judgement, _ edits: [String: DocumentValue] = [:],
    parameters: [String: Double] = [:], asOf: String? = nil, incomplete: [String] = [],
    subject: String? = nil, clauses: [String: Truth] = [:]
  ) -> TableRow {
    TableRow(
      table: self, name: name, expected: expected, edits: edits, parameters: parameters,
      asOf: asOf, incomplete: incomplete, subject: subject ?? self.subject, clauses: clauses)
  }
}

/// A case of a ``RuleTable``.
struct TableRow: Sendable, CustomTestStringConvertible {
  let table: RuleTable
  let name: String
  let expected: Judgement
  let edits: [String: DocumentValue]
  let parameters: [String: Double]
  let asOf: String?
  let incomplete: [String]
  let subject: String
  let clauses: [String: Truth]

  var testDescription: String { "\(table.rule): \(name)" }

  /// The document: collected on the first of June 2025 in UTC, every section that is there
  /// complete.
  private var document: String {
    var document = DocumentValue.json(table.base)
    let defaults: [String: DocumentValue] = [
      "schema": .text(SnapshotShape.schema), "collection.collectedUtc": "2025-06-01T00:00:00Z",
      "collection.timeZone": "UTC",
    ]
    for (path, value) in defaults where !document.has(path) {
      document = document.with(value, at: path)
    }
    // Shorter paths first, so that an edit inside a list that another edit makes finds it.
    for (path, value) in edits.sorted(by: { ($0.key.count, $0.key) < ($1.key.count, $1.key) }) {
      document = document.with(value, at: path)
    }
    return document.withSources(except: incomplete).text
  }

  /// What the rule says.
  func evaluation() throws -> Evaluation {
    let snapshot = try SnapshotReader.snapshot(fromFragment: document)
    let configuration = AuditConfiguration(
      asOf: try asOf.map(Instant.reading), selection: try RuleSelection(table.rule),
      parameters: [table.rule: parameters], threads: 1)
    #expect(configuration.problems.isEmpty)
    let result = Auditor.audit(
      snapshot, catalogue: ShippedCatalogue.catalogue, configuration: configuration)
    let findings = result.rules[0].verdicts.indices.map { result.finding(rule: 0, subject: $0) }
    let finding = try #require(
      findings.first { $0.subject.id == subject && !$0.subject.isPopulation }
        ?? findings.first { $0.subject.id == subject },
      "no subject \(subject) among \(findings.map(\.subject.id))")
    return finding.evaluation
  }

  /// Expects that the rule says what the row says.
  func check(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    let evaluation = try evaluation()
    let rule = try #require(RuleRegistry.rule(table.rule))
    let actual = Judgement(
      outcome: evaluation.outcome, reason: evaluation.reasonCode,
      severity: evaluation.severity == rule.description.severity ? nil : evaluation.severity)
    #expect(actual == expected, "\(evaluation.clauses)", sourceLocation: sourceLocation)
    for (name, truth) in clauses {
      let clause = evaluation.clauses.first { $0.name == name }
      #expect(clause?.truth == truth, "\(name)", sourceLocation: sourceLocation)
    }
  }
}

extension DocumentValue {
  /// The value with another one at a path such as `exports.0.state`.
  fileprivate func with(_ value: DocumentValue, at path: String) -> DocumentValue {
    with(value, at: path.split(separator: ".")[...])
  }

  /// Whether there is something at a path of keys.
  fileprivate func has(_ path: String) -> Bool {
    var value = self
    for key in path.split(separator: ".") {
      guard case .object(let members) = value, let member = members[String(key)] else {
        return false
      }
      value = member
    }
    return true
  }

  /// The document with an entry in `collection.sources` for each section that has none.
  fileprivate func withSources(except incomplete: [String]) -> DocumentValue {
    guard case .object(let members) = self,
      case .object(let collection)? = members["collection"]
    else { return self }
    var entries: [DocumentValue] = []
    if case .list(let given)? = collection["sources"] { entries = given }
    let stated = entries.compactMap { entry -> String? in
      guard case .object(let members) = entry, case .text(let name)? = members["section"] else {
        return nil
      }
      return name
    }
    for name in members.keys.sorted()
    where !["schema", "collection"].contains(name) && !(stated + incomplete).contains(name) {
      entries.append(.object(["section": .text(name), "complete": true]))
    }
    return with(.list(entries), at: "collection.sources")
  }
}

extension Instant {
  /// A time as the reader of snapshots reads it.
  static func reading(_ text: String) throws -> Instant {
    let snapshot = try SnapshotReader.snapshot(
      fromFragment: #"{"collection":{"collectedUtc":"\#(text)"}}"#)
    return try #require(snapshot.rows(CollectionRecord.self).first?[.collectedUtc].known)
  }
}
