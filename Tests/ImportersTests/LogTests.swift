import Importers
import Model
import TestSupport
import Testing

private func event(
  _ operation: String, _ result: String, time: String, job: String = "job-1",
  more: String = ""
) -> String {
  #"{"time":"\#(time)","operationName":"\#(operation)","category":"Operational","#
    + #""resultType":"\#(result)","properties":{"eventType":"WorkflowEvent","#
    + #""workflowJobId":"\#(job)","operationType":"Export","identifier":"{E0E0E0E0-0000-0000-0000-000000000001}","#
    + #""friendlyName":"Ads","instanceId":"i-1","tenantId":"t-1"\#(more)}}"#
}

@Suite struct LogTests {
  @Test func eventsOfOneRunAreOneRun() throws {
    let lines = [
      event(
        "Export.TaskCompleted", "Successful", time: "2022-02-15T02:58:12.1200000Z",
        more:
          #","endTimestamp":"2022-02-15T02:58:12Z","additionalInfo":"{\"AffectedTables\":[\"A\"],\"entityCount\":5}""#
      ),
      event(
        "Export.TaskStarted", "Running", time: "2022-02-15T02:50:00Z",
        more: #","startTimestamp":"2022-02-15T02:50:00.00000Z","endTimestamp":null"#),
      event("Export.TaskStarted", "Running", time: "2022-02-16T02:50:00Z", job: "job-2"),
    ]
    let result = try Importing.run([(.auto, "log.ndjson", lines.joined(separator: "\n"))])
    let snapshot = try Importing.snapshot(result)
    let runs = snapshot.rows(Run.self)
    #expect(runs.map { $0[.status] } == [.value(.successful), .value(.running)])
    let run = try #require(runs.first)
    #expect(run.text(.targetId) == "e0e0e0e0-0000-0000-0000-000000000001")
    #expect(run[.startUtc].known != nil)
    #expect(run[.endUtc].known != nil, "an older event doesn't take away what the newer one says")
    #expect(run[.recordCount].isAbsent, "the log doesn't say how many profiles were sent")
    #expect(run[.items].known?.count == 1)
    #expect(result.messages("import.left-out").count == 1)
    #expect(snapshot.environment?.text(.tenantId) == "t-1")
  }

  /// A run of which the log has no id isn't lost, and isn't taken for that of another item.
  @Test(arguments: ["null", "7", nil])
  func runsWithoutAnIDAreKept(identifier: String?) throws {
    let id = #""identifier":"{E0E0E0E0-0000-0000-0000-000000000001}","#
    let lines = ["Ads", "Mail"].flatMap { name in
      [("TaskStarted", "Running"), ("TaskCompleted", "Successful")].map { task, state in
        event("Export.\(task)", state, time: "2022-02-15T02:58:12Z")
          .replacing(id, with: identifier.map { "\"identifier\":\($0)," } ?? "")
          .replacing("\"Ads\"", with: "\"\(name)\"")
      }
    }
    let result = try Importing.run([(.logs, "log.ndjson", lines.joined(separator: "\n"))])
    let runs = try Importing.snapshot(result).rows(Run.self)
    #expect(runs.map { $0.text(.runId) } == ["job-1/Ads", "job-1/Mail"])
    #expect(runs.allSatisfy { $0[.status] == .value(.successful) })
    #expect(runs.allSatisfy { $0[.targetId].known == nil })
    #expect(result.messages("import.record").contains { $0.contains("by its id") })
  }

  /// Runs of which nothing tells what ran are each kept.
  @Test func runsWithoutAnyNameStandAlone() throws {
    let lines = ["Successful", "Failure"].map { state in
      event("Export.TaskCompleted", state, time: "2022-02-15T02:58:12Z")
        .replacing(#""identifier":"{E0E0E0E0-0000-0000-0000-000000000001}","#, with: "")
        .replacing(#""friendlyName":"Ads","#, with: "")
    }
    let result = try Importing.run([(.logs, "log.ndjson", lines.joined(separator: "\n"))])
    let runs = try Importing.snapshot(result).rows(Run.self)
    #expect(runs.map { $0[.status] } == [.value(.successful), .value(.failed)])
    #expect(runs.allSatisfy { $0[.runId].known == nil })
  }

  @Test func theWindowIsWhatTheLogCovers() throws {
    let lines = [
      event("Export.TaskCompleted", "Failure", time: "2022-02-15T02:58:12Z"),
      event("Export.TaskStarted", "Running", time: "2022-02-10T00:00:00Z", job: "j"),
    ]
    let result = try Importing.run([(.logs, "log.ndjson", lines.joined(separator: "\n"))])
    let collection = try #require(
      try Importing.document(result)["collection"] as? [String: Any])
    let sources = try #require(collection["sources"] as? [[String: Any]])
    let runs = try #require(sources.first { $0["section"] as? String == "runs" })
    #expect(runs["windowStartUtc"] as? String == "2022-02-10T00:00:00Z")
    #expect(runs["windowEndUtc"] as? String == "2022-02-15T02:58:12Z")
    #expect(runs["kind"] as? String == "azureMonitor")
    let snapshot = try Importing.snapshot(result)
    #expect(snapshot.rows(Run.self).first?[.status] == .value(.failed))
  }

  @Test func everyBadLineIsAnErrorWithItsPlace() throws {
    let text =
      event("Export.TaskStarted", "Running", time: "2022-02-15T02:50:00Z")
      + "\n{\"time\": \n{]\n"
    let result = try Importing.run([(.logs, "log.ndjson", text)])
    #expect(result.snapshot == nil)
    let places = result.diagnostics.filter { $0.severity == .error }.map(\.location.line)
    #expect(places == [2, 3])
  }

  @Test func logAnalyticsTenantsAreWorkspaces() throws {
    let table = """
      {"tables": [{"name": "PrimaryResult", "columns": [
        {"name": "TimeGenerated"}, {"name": "OperationName"}, {"name": "ResultType"},
        {"name": "Identifier"}, {"name": "WorkflowJobId"}, {"name": "TenantId"},
        {"name": "InstanceId"}, {"name": "Error"}],
       "rows": [["2022-02-15T02:58:12Z", "Export.TaskCompleted", "Skipped", "e-1", "j", "workspace",
         "i", null], ["short"]]}]}
      """
    let result = try Importing.run([(.auto, "query.json", table)])
    let snapshot = try Importing.snapshot(result)
    #expect(snapshot.rows(Run.self).first?[.status] == .value(.skipped))
    #expect(snapshot.rows(Run.self).first?[.error].isNull == true)
    #expect(snapshot.environment?[.tenantId].isAbsent == true)
    #expect(result.messages("import.record").first?.contains("1 cells") == true)
  }

  @Test func callsOfTheAPIAreHints() throws {
    func call(
      _ method: String, _ path: String, _ claims: String = #"{"upn":"ana@contoso.example"}"#
    )
      -> String
    {
      #"{"time":"2022-01-01T00:00:00Z","operationName":"X","category":"Audit","resultType":"Success","#
        + #""identity":{"Claims":\#(claims)},"properties":{"eventType":"ApiEvent","method":"\#(method)","#
        + #""path":"/instances/i/manage/\#(path)","operationStatus":"Success","callerObjectId":"A-1","instanceId":"i"}}"#
    }
    let log = [
      call("POST", "connections"), call("PUT", "connections/c-1"), call("PUT", "connections/c-2"),
      call("DELETE", "exports/e-9"),
    ].joined(separator: "\n")
    let dump = """
      [{"kind": "microsoftAds", "resourceId": "c-1", "name": "Ads",
        "createdBy": "ANA@contoso.example", "updatedUtc": "2021-12-01T00:00:00Z"}]
      """
    let result = try Importing.run([
      (.logs, "audit.ndjson", log), (.webAPI, "connections.json", dump),
    ])
    let snapshot = try Importing.snapshot(result)
    let rows = snapshot.rows(Connection.self)
    #expect(rows.map { $0.text(.connectionId) } == ["c-1"], "a hint makes no record")
    #expect(rows.first?.text(.updatedBy) == "A-1")
    #expect(rows.first?.text(.createdBy) == "A-1", "the object id behind the sign-in name")
    let updated = try Importing.records(result, .connections)[0]["updatedUtc"] as? String
    #expect(updated == "2021-12-01T00:00:00Z", "what a source states wins over a hint")
    #expect(result.messages("import.conflict").count == 1)
    #expect(snapshot.rows(Deletion.self).first?.text(.subjectId) == "e-9")
    #expect(result.messages("import.hint").count == 2)
  }
}
