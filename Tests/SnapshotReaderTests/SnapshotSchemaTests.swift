import Foundation
import Model
import SnapshotReader
import TestSupport
import Testing

/// The published schema of snapshots.
@Suite struct SnapshotSchemaTests {
  @Test func isAsPublished() {
    expectGolden(
      SnapshotSchema.json(readBy: [
        "exports.items.kind": ["LIM-04", "DQ-01"], "connections.sharing.reason": ["SHR-02"],
        "connections.allowedRoles": ["SHR-01"],
      ]), "connections-snapshot.schema.json")
  }

  @Test func listsTheRulesOfAField() throws {
    let text = SnapshotSchema.json(readBy: ["exports.items.kind": ["LIM-04", "DQ-01"]])
    let schema = try JSONDocument(text)
    let kind = schema["$defs"]["exports"]["properties"]["items"]["items"]["properties"]["kind"]
    #expect(kind["x-read-by"].strings == ["DQ-01", "LIM-04"])
    #expect(kind["anyOf"][0]["enum"].strings == ItemKind.vocabulary.words)
    #expect(!SnapshotSchema.json().contains("x-read-by"))
  }

  @Test(arguments: [
    (#"{"schema": "connections-snapshot/1"}"#, []),
    (#"{}"#, ["/: schema is missing"]),
    (#"{"schema": "connections-snapshot/2"}"#, ["/schema: not the constant"]),
    (
      #"{"schema": "connections-snapshot/1", "exports": [{"state": "ACTIVE", "items": []}], "runs": null}"#,
      []
    ),
    (
      #"{"schema": "connections-snapshot/1", "exports": [{"state": "on", "contractLimit": -1}]}"#,
      ["/exports/0/contractLimit: too small", "/exports/0/state: none of anyOf"]
    ),
    (
      #"{"schema": "connections-snapshot/1", "environment": {"createdUtc": "2022-02-16 08:00:00.1234567"}}"#,
      []
    ),
    (
      #"{"schema": "connections-snapshot/1", "environment": {"createdUtc": "16/02/2022"}}"#,
      [
        "/environment/createdUtc: not as ^\\d{4}-\\d{2}-\\d{2}([Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})?)?$"
      ]
    ),
  ])
  func judges(document: String, expected: [String]) throws {
    let problems = SchemaCheck(try JSONDocument(SnapshotSchema.json())).check(
      try JSONDocument(document))
    #expect(problems == expected)
  }

  @Test(.enabled(if: SharedMaterial.isPresent, "../shared is not beside the project"))
  func theProposedExampleFits() throws {
    let file = SharedMaterial.folder.appending(path: "domain/shapes/snapshot_proposed.json")
    #expect(try problems(file) == [])
  }

  /// What the schema refuses in the example is what the reader warns of, impossible days apart: no
  /// schema knows the calendar.
  @Test func theSchemaAndTheReaderAgreeOnTheExample() throws {
    let file = SharedMaterial.projectFolder.appending(path: "examples/contoso/snapshot.json")
    let refused = try problems(file).map { problem in
      problem.prefix { $0 != ":" }.split(separator: "/").filter { Int($0) == nil }
        .joined(separator: ".")
    }
    let warned = SnapshotReader.read(file.path).diagnostics.filter {
      $0.severity == .warning && $0.code != "field.unknown" && !$0.message.contains("02-30")
    }.map { String($0.message.prefix { $0 != ":" }).replacing("[]", with: "") }
    #expect(!refused.isEmpty)
    #expect(refused.sorted() == warned.sorted())
  }

  private func problems(_ file: URL) throws -> [String] {
    let document = try JSONDocument(String(contentsOf: file, encoding: .utf8))
    return SchemaCheck(try JSONDocument(SnapshotSchema.json())).check(document)
  }
}
