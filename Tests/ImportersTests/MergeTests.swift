import Foundation
import Importers
import Model
import TestSupport
import Testing

private let dump = """
  [{"kind": "microsoftAds", "resourceId": "c-1", "name": "Ads EU", "description": null,
    "createdUtc": "2021-10-11T09:00:00Z"}]
  """
private let snapshot = """
  {"schema": "connections-snapshot/1",
   "collection": {"collectedUtc": "2022-02-16T08:00:00Z", "timeZone": "UTC",
     "sources": [{"section": "consents", "kind": "document", "complete": true}]},
   "connections": [{"connectionId": "c-1", "type": "microsoft-advertising", "displayName": "Ads",
     "description": "text", "createdUtc": "2021-10-11T09:00:00.0000000Z",
     "sharing": {"approvedBy": null}, "removal": null, "colour": "red"}],
   "consents": [], "exports": null, "legalLimits": [1]}
  """

@Suite struct MergeTests {
  @Test func conflictsNameBothValuesBothPlacesAndTheChoice() throws {
    let result = try Importing.run([
      (.webAPI, "dump.json", dump), (.auto, "snapshot.json", snapshot),
    ])
    #expect(
      result.messages("import.conflict")
        == [
          "snapshot.json:5:19: warning: connections.description of 'c-1' is 'null' in dump.json:1:81 "
            + "and 'text' here; the first is taken, since its source is named first "
            + "[import.conflict]",
          "snapshot.json:4:90: warning: connections.displayName of 'c-1' is 'Ads EU' in "
            + "dump.json:1:56 and 'Ads' here; the first is taken, since its source is named first "
            + "[import.conflict]",
        ].sorted())
    let record = try #require(try Importing.records(result, .connections).first)
    #expect(record["displayName"] as? String == "Ads EU")
    #expect(record["colour"] as? String == "red", "nothing that was known is lost")
    #expect((record["sharing"] as? [String: Any])?["approvedBy"] is NSNull)
    #expect((record["removal"] as? [String: Any])?["requestedUtc"] is NSNull)
    let turned = try Importing.run([
      (.auto, "snapshot.json", snapshot), (.webAPI, "dump.json", dump),
    ])
    let other = try #require(try Importing.records(turned, .connections).first)
    #expect(other["displayName"] as? String == "Ads", "the order of the files decides")
  }

  @Test func idsAreHarmlessInNotes() throws {
    let id = "e\u{202E}1 AKIAIOSFODNN7EXAMPLE"
    let result = try Importing.run([
      (
        .webAPI, "status.json",
        #"[{"operationType": "export", "identifier": "\#(id)", "friendlyName": "Ads","#
          + #""jobIds": ["job-1"], "taskStatus": "running", "endTimestamp": null}]"#
      ),
      (.auto, "exports.csv", "Export name,Connection used,Status\nAds,Ads EU,Active\n"),
    ])
    let notes = result.messages("import.matched")
    #expect(notes.count == 1 && notes.allSatisfy { $0.contains("'e\\u{202E}…'") }, "\(notes)")
    #expect(notes.allSatisfy { !$0.contains("IOSFODNN7") && !$0.contains("\u{202E}") })
  }

  @Test func snapshotsKeepTheirSectionsAndProvenance() throws {
    let result = try Importing.run([(.snapshot, "snapshot.json", snapshot)])
    let document = try Importing.document(result)
    #expect((document["consents"] as? [Any])?.isEmpty == true)
    #expect(document["exports"] is NSNull)
    #expect((document["legalLimits"] as? [Int]) == [1])
    #expect(result.messages("import.section").count == 1)
    let collection = try #require(document["collection"] as? [String: Any])
    #expect(collection["collectedUtc"] as? String == "2022-02-16T08:00:00Z")
    let sources = try #require(collection["sources"] as? [[String: Any]])
    #expect(
      sources.contains { $0["complete"] as? Bool == true },
      "what the snapshot claimed stays claimed")
    #expect(sources.count { $0["complete"] != nil } == 1)
    _ = try Importing.snapshot(result)
  }

  @Test func countsOfSourcesAddUpToTheRecords() throws {
    let other = #"[{"resourceId": "c-1", "kind": "x"}, {"resourceId": "c-2", "kind": "x"}]"#
    let third = """
      {"schema": "connections-snapshot/1", "collection": {"sources": [
        {"section": "connections", "kind": "manual", "recordCount": 2}]},
       "connections": [{"connectionId": "c-8"}, {"connectionId": "c-9"}]}
      """
    let result = try Importing.run([
      (.webAPI, "dump.json", dump), (.webAPI, "other.json", other), (.auto, "third.json", third),
    ])
    let collection = try #require(
      try Importing.document(result)["collection"] as? [String: Any])
    let sources = try #require(collection["sources"] as? [[String: Any]])
    #expect(sources.map { $0["recordCount"] as? Int } == [1, 1, 2])
    #expect(sources.last?["kind"] as? String == "manual", "the snapshot's own source")
    #expect(try Importing.records(result, .connections).count == 4)
    let late = third.replacing("c-8", with: "c-1")
    let partly = try Importing.run([(.webAPI, "dump.json", dump), (.auto, "third.json", late)])
    let claims = try #require(
      (try Importing.document(partly)["collection"] as? [String: Any])?["sources"]
        as? [[String: Any]])
    #expect(claims.map { $0["recordCount"] as? Int } == [1, nil, 1])
  }

  @Test func oneSourceWithAnIdTwiceKeepsBoth() throws {
    let twice =
      #"[{"resourceId": "c", "name": "A", "kind": "x"}, {"resourceId": "C", "name": "B", "kind": "x"}, {"resourceId": "c", "name": "B", "kind": "x"}]"#
    let result = try Importing.run([(.webAPI, "dump.json", twice)])
    #expect(try Importing.records(result, .connections).count == 3)
    #expect(result.messages("import.conflict").isEmpty)
  }

  @Test func secretsInConflictsAreMasked() throws {
    let secret = "https://contoso.example/?sig=Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MA%3D%3D"
    let other = #"[{"resourceId": "c-1", "name": "\#(secret)", "kind": "microsoftAds"}]"#
    let result = try Importing.run([(.webAPI, "a.json", dump), (.webAPI, "b.json", other)])
    let text = result.diagnostics.map(\.description).joined()
    #expect(text.contains("connections.displayName"))
    #expect(!text.contains("Zm9vYmFy"))
  }

  @Test func legacyResourcesAreHistoryOnly() throws {
    let legacy = """
      [{"type": "Microsoft.CustomerInsights/hubs/connectors",
        "properties": {"displayName": "Ads EU", "created": "2017-05-01T00:00:00Z",
          "description": "old"}},
       {"type": "Microsoft.CustomerInsights/hubs/connectors",
        "properties": {"connectorName": "gone"}},
       {"type": "Microsoft.CustomerInsights/hubs/mappings", "properties": {}}]
      """
    let result = try Importing.run([
      (.auto, "legacy.json", legacy), (.auto, "dump.json", dump),
    ])
    let records = try Importing.records(result, .connections)
    #expect(records.count == 1)
    #expect(records[0]["createdUtc"] as? String == "2021-10-11T09:00:00Z")
    #expect(records[0]["migrated"] as? Bool == true)
    #expect(result.messages("import.hint").count == 1)
    #expect(result.messages("import.record").count == 1)
    let alone = try Importing.run([(.auto, "legacy.json", legacy)])
    let sources = (try Importing.document(alone)["collection"] as? [String: Any])?["sources"]
    #expect((sources as? [[String: Any]])?.first?["kind"] as? String == "arm2017")
    _ = try Importing.snapshot(alone)
  }

  @Test func theResultIsTheSameEachTime() throws {
    let files: [(ImportKind, String, String)] = [
      (.webAPI, "dump.json", dump), (.auto, "snapshot.json", snapshot),
    ]
    let first = try Importing.run(files)
    for _ in 0..<5 {
      let again = try Importing.run(files)
      #expect(again.snapshot == first.snapshot)
      #expect(again.diagnostics == first.diagnostics)
    }
  }

  @Test func theCallIsWrittenIntoTheCollection() throws {
    let result = try Importing.run([(.webAPI, "dump.json", dump)]) {
      $0.collectedUtc = "2022-02-16T08:00:00Z"
      $0.collectedBy = "auditor"
      $0.timeZone = "UTC"
    }
    let collection = try #require(
      try Importing.document(result)["collection"] as? [String: Any])
    #expect(collection["collectedUtc"] as? String == "2022-02-16T08:00:00Z")
    #expect(collection["collectedBy"] as? String == "auditor")
    #expect(collection["tool"] as? String == "vouch import")
    let silent = try Importing.run([(.webAPI, "dump.json", dump)])
    let other = try #require(try Importing.document(silent)["collection"] as? [String: Any])
    #expect(other["collectedUtc"] == nil, "the time of collection is not made up")
  }
}

@Suite struct ShapeTests {
  private static let folder = SharedMaterial.folder.appending(path: "domain/shapes")
  private static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".json") && !$0.hasPrefix("ui_lists") }.sorted()

  @Test(
    .enabled(if: SharedMaterial.isPresent, "../shared is not beside the project"),
    arguments: names)
  func eachShapeImports(name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    let result = try Importing.run([(.auto, name, text)])
    _ = try Importing.snapshot(result)
    let document = try Importing.document(result)
    let adds = !name.contains("role_definitions") && !name.contains("legacy")
    #expect((document.count > 2) == adds)
  }

  @Test(.enabled(if: SharedMaterial.isPresent, "../shared is not beside the project"))
  func allShapesImportTogetherWithLists() throws {
    let headers = try JSONSerialization.jsonObject(
      with: Data(contentsOf: Self.folder.appending(path: "ui_lists_csv_headers.json")))
    let lists = try #require(headers as? [String: Any])
    var files: [(kind: ImportKind, name: String, text: String)] = []
    for name in Self.names {
      let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
      files.append((.auto, name, text))
    }
    for (list, columns) in lists.sorted(by: { $0.key < $1.key }) {
      guard let columns = columns as? [String] else { continue }
      let row = columns.map { $0.contains("name") || $0 == "Name" ? "Ads EU" : "" }
      let text = [columns, row].map { $0.joined(separator: ",") }.joined(separator: "\n")
      files.append((.auto, "\(list).csv", text))
    }
    #expect(files.count == 20)
    let result = try Importing.run(files)
    let snapshot = try Importing.snapshot(result)
    #expect(snapshot.count(.connections) == 2)
    #expect(snapshot.count(.runs) >= 2)
    #expect(result.messages("import.column").isEmpty)
  }
}
