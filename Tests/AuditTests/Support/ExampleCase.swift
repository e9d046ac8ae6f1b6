import CatalogueReader
import Foundation
import Model
import SnapshotReader
import TestSupport
import Testing

@testable import Audit

/// An example together with its rule: one test case.
struct ExampleCase: Sendable, CustomTestStringConvertible {
  let rule: any Rule.Type
  let example: RuleExample

  var testDescription: String { "\(rule.description.id): \(example.name)" }

  /// The examples of all shipped rules.
  static let all: [ExampleCase] = RuleRegistry.all.flatMap { rule in
    rule.examples.map { ExampleCase(rule: rule, example: $0) }
  }

  /// The snapshot, through the real reader.
  func snapshot() throws -> Snapshot {
    try SnapshotReader.snapshot(fromFragment: example.document)
  }

  /// What the rule says about the subject of the example.
  func finding(
    _ snapshot: Snapshot? = nil, override: ClauseOverride? = nil
  ) throws -> Finding {
    try finding(in: result(snapshot, override: override))
  }

  /// What a result says about the subject of the example.
  func finding(in result: AuditResult) throws -> Finding {
    let findings = result.rules[0].verdicts.indices.map { result.finding(rule: 0, subject: $0) }
    return try #require(
      findings.first { $0.subject.id == example.subject && !$0.subject.isPopulation }
        ?? findings.first { $0.subject.id == example.subject },
      "no subject \(example.subject) among \(findings.map(\.subject.id))")
  }

  /// The result of the rule alone.
  func result(_ snapshot: Snapshot? = nil, override: ClauseOverride? = nil) throws -> AuditResult {
    let context = AuditContext(
      try snapshot ?? self.snapshot(), catalogue: ShippedCatalogue.catalogue,
      asOf: try example.asOf.map(Self.instant), override: override)
    let selection = try RuleSelection(rule.description.id)
    return Auditor.audit(
      context, configuration: AuditConfiguration(selection: selection, threads: 1))
  }

  /// A time as the reader reads it.
  private static func instant(_ text: String) throws -> Instant {
    let snapshot = try SnapshotReader.snapshot(
      fromFragment: #"{"collection":{"collectedUtc":"\#(text)"}}"#)
    return try #require(snapshot.rows(CollectionRecord.self).first?[.collectedUtc].known)
  }
}

extension Subject {
  /// Whether the subject stands for a missing population.
  var isPopulation: Bool { kind == .section && record == nil }
}

/// The catalogue of the project, read once.
enum ShippedCatalogue {
  static let catalogue: Catalogue = {
    let folder = SharedMaterial.projectFolder.appending(path: "content/catalogue").path
    return CatalogueLoader.load([folder]).catalogue
      ?? Catalogue(date: "", digest: "", services: [])
  }()
}
