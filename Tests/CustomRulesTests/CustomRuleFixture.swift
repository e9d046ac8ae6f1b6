import Audit
import CatalogueReader
import CustomRules
import Foundation
import Model
import SnapshotReader
import TestSupport
import Testing

/// Rules and snapshots for the tests.
enum CustomRuleFixture {
  static let catalogue = CatalogueLoader.load([
    SharedMaterial.projectFolder.appending(path: "content/catalogue").path
  ]).catalogue

  static func context(_ sections: String, asOf: Instant? = nil) throws -> AuditContext {
    let snapshot = try SnapshotReader.snapshot(
      fromFragment: #"{"schema":"connections-snapshot/1",\#(sections)}"#)
    return AuditContext(snapshot, catalogue: try #require(catalogue), asOf: asOf)
  }

  /// Loads files as a folder of rules.
  static func load(_ files: [String: String]) throws -> CustomRuleFolder.Loaded {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
    return CustomRuleFolder.load(folder.path, name: "rules")
  }

  /// A rule on exports with a query.
  static func rule(_ query: String, subject: String = "export") throws -> CustomRule {
    let loaded = try load([
      "r.sql":
        "-- id: ORG-01\n-- severity: high\n-- subject: \(subject)\n-- title: A title\n\(query)"
    ])
    return try #require(loaded.rules.first, "\(loaded.diagnostics)")
  }

  /// The findings of a query on exports.
  static func findings(_ query: String, _ sections: String) throws -> [Finding] {
    let judgement = CustomRuleJudge.judge([try rule(query)], try context(sections))
    let judged = try #require(judgement.rules.first, "\(judgement.diagnostics)")
    return judged.result.verdicts.indices.map { judged.finding($0) }
  }
}
