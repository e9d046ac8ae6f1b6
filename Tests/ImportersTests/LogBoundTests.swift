import Foundation
import Importers
import Model
import TestSupport
import Testing

/// Calls of the Web API in logs, rows of queries and parts of snapshots at their bounds.
@Suite struct LogBoundTests {
  private static let guid = "c0c0c0c0-0000-4000-8000-00000000000a"

  /// A call in an audit log, and what follows from it: deletions by their subjects, the last change of
  /// the connection `c-1`, notes.
  struct Call: Sendable, CustomTestStringConvertible {
    let name: String
    var method = "DELETE"
    let path: String
    var status = "Success"
    var deleted: [String] = []
    var isChanged = false
    var notes = 0

    var testDescription: String { name }
  }

  static let calls: [Call] = [
    Call(name: "an export", path: "exports/e-9", deleted: ["export e-9"]),
    Call(name: "an enrichment", path: "enrichments/x", deleted: ["enrichment x"]),
    Call(name: "a connection", path: "connections/c-1", deleted: ["connection c-1"]),
    Call(name: "the word in capitals", path: "Exports/e-9", deleted: ["export e-9"]),
    Call(name: "an id in capitals stays so", path: "exports/E-9", deleted: ["export E-9"]),
    Call(name: "a GUID doesn't", path: "exports/%G", deleted: ["export \(guid)"]),
    Call(name: "a query behind it", path: "exports/e-9?force=true", deleted: ["export e-9"]),
    Call(name: "a slash behind it", path: "exports/e-9/", deleted: ["export e-9"]),
    Call(
      name: "an export of a connection", path: "connections/c-1/exports/e-9",
      deleted: ["export e-9"]),
    Call(name: "a part of a connection", path: "connections/c-1/consent", isChanged: true),
    Call(
      name: "the method in small letters", method: "delete", path: "exports/e-9",
      deleted: ["export e-9"]),
    Call(name: "refused", path: "exports/e-9", status: "ClientError"),
    Call(name: "without an id", path: "exports"),
    Call(name: "of something else", path: "segments/s-1"),
    Call(name: "a word that is only part of a name", path: "exportsettings/e-9"),
    Call(name: "saved", method: "PUT", path: "connections/c-1", isChanged: true),
    Call(name: "saved in part", method: "PATCH", path: "connections/c-1/name", isChanged: true),
    Call(name: "read", method: "GET", path: "connections/c-1"),
    Call(name: "made", method: "POST", path: "connections", notes: 1),
    Call(name: "made, with a query", method: "POST", path: "connections?api-version=1", notes: 1),
    Call(name: "saved what nobody has", method: "PUT", path: "connections/c-2", notes: 1),
  ]

  @Test(arguments: calls) func aCall(call: Call) throws {
    let path = call.path.replacing("%G", with: "{\(Self.guid.uppercased())}")
    let event = """
      {"time": "2026-01-02T00:00:00Z", "operationName": "X", "category": "Audit",
       "properties": {"eventType": "ApiEvent", "method": "\(call.method)",
       "path": "/instances/i/manage/\(path)", "operationStatus": "\(call.status)",
       "callerObjectId": "p", "instanceId": "i"}}
      """
    let result = try Importing.run([
      (.webAPIConnections, "c.json", #"[{"resourceId": "c-1", "kind": "mailchimp"}]"#),
      (.logs, "log.json", event),
    ])
    let document = try Importing.document(result)
    let deletions = (document["deletions"] as? [[String: Any]] ?? []).map {
      "\($0["subjectType"] ?? "") \($0["subjectId"] ?? "")"
    }
    #expect(deletions == call.deleted)
    let connection = try #require(try Importing.records(result, .connections).first)
    #expect((connection["updatedUtc"] != nil) == call.isChanged)
    #expect(result.messages("import.hint").count == call.notes, "\(result.diagnostics)")
  }

  private static let row =
    #"{"TimeGenerated": "2026-01-01T00:00:00Z", "OperationName": "Export.TaskCompleted", "#
    + #""OperationType": "Export", "Identifier": "e-1", "WorkflowJobId": "j", "ResultType": "Successful""#

  /// Rows of a query as objects: nothing is left out without a word.
  @Test(arguments: [
    ("[\(row)}]", ["e-1"], [String]()), ("[\(row)}, 5]", ["e-1"], ["import.record"]),
    ("[\(row)}, null, []]", ["e-1"], ["import.record", "import.record"]),
    (#"[\#(row), "Identifier": "e-2"}]"#, ["e-1"], ["import.duplicate"]),
    (#"[\#(row), "Claims": {"upn": "a", "upn": "b"}}]"#, ["e-1"], ["import.duplicate"]),
  ])
  func rowsOfAQuery(text: String, targets: [String], codes: [String]) throws {
    let result = try Importing.run([(.logAnalytics, "q.json", text)])
    #expect(try Importing.records(result, .runs).map { $0["targetId"] as? String } == targets)
    #expect(result.diagnostics.map(\.code) == codes, "\(result.diagnostics)")
  }

  /// Keys that stand twice in a part of a snapshot, at the top of a record and inside.
  @Test(arguments: [
    (#"{"connectionId": "c", "type": "ftp", "type": "sftp"}"#, "connections.type"),
    (
      #"{"connectionId": "c", "sharing": {"reason": "a", "reason": "b"}}"#,
      "connections.sharing.reason"
    ),
    (
      #"{"connectionId": "c", "sharing": {"reason": "a"}, "sharing": {"reason": "b"}}"#,
      "connections.sharing"
    ),
    (
      #"{"connectionId": "c", "sharing": {"colour": 1, "colour": 2}}"#, "connections.sharing.colour"
    ),
  ])
  func aKeyTwice(record: String, path: String) throws {
    let result = try Importing.run([(.snapshot, "s.json", "{\"connections\": [\(record)]}")])
    let messages = result.messages("import.duplicate")
    #expect(
      messages.contains { $0.contains(": \(path) stands twice in one object") }, "\(messages)")
    #expect(result.snapshot != nil)
  }

  private static let event = """
    {"time": "2026-01-01T00:00:00Z", "operationName": "Export.TaskCompleted", "resultType": "Successful", \
    "properties": {"eventType": "WorkflowEvent", "workflowJobId": "J", "operationType": "Export", \
    "identifier": "e-1"}}
    """

  /// One document or lines, told from the beginning of the file; what is cut off is an error at its
  /// place, in either form.
  @Test(arguments: [
    ("\(event)", 1, [String]()), ("\(event)\n", 1, []),
    ("\(event)\n\(event.replacing("e-1", with: "e-2"))", 2, []),
    ("{\"records\": [\n\(event)\n]}", 1, []), ("[\n\(event)\n]", 1, []),
    ("{\n\"records\":\n[\(event)]}", 1, []),
    (String(event.dropLast()), 0, ["1:217 import.truncated"]),
    ("{\"records\": [\n\(event)\n", 0, ["3:1 import.truncated"]),
    ("\(event)\n\(event.dropLast(2))", 0, ["2:216 import.truncated"]),
    ("{\n\(event)\n\(event)\n", 0, ["2:1 import.syntax"]),
    ("\(event.dropLast())\n\(event)", 0, ["1:217 import.truncated"]),
  ])
  func aDocumentOrLines(text: String, runs: Int, problems: [String]) throws {
    let result = try Importing.run([(.auto, "log.json", text)])
    #expect((result.snapshot == nil) == (runs == 0))
    if runs > 0 { #expect(try Importing.records(result, .runs).count == runs) }
    let found = result.diagnostics.filter { $0.severity == .error }.map {
      "\($0.location.line):\($0.location.column) \($0.code)"
    }
    #expect(found == problems, "\(result.diagnostics)")
  }
}
