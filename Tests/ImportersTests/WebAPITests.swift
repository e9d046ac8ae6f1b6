import Foundation
import Importers
import Model
import TestSupport
import Testing

private let connections = """
  [{"kind": "microsoftAds", "resourceId": "{C0C0C0C0-0000-0000-0000-000000000001}",
    "name": "Ads EU", "description": "", "keyVaultMetadataId": null, "mappedSecrets": null,
    "version": 3, "createdBy": "admin@contoso.example", "createdUtc": "2021-10-11T09:00:00Z",
    "updatedBy": null, "instanceId": "6F0D2C1E-1111-4A2B-9C3D-000000000001"},
   {"kind": "ftp", "resourceId": "c0c0c0c0-0000-0000-0000-000000000002", "name": "Partner",
    "keyVaultMetadataId": "kv-1",
    "mappedSecrets": {"byoKeyVaultFieldMapping": {"password": "sftp-partner"}}},
   {"kind": "newService", "resourceId": "c-3", "name": "New"},
   {"kind": "sshKeyAuthenticationConnection", "resourceId": "c-4", "name": "Key"}]
  """

@Suite struct WebAPITests {
  /// What can't be told might be an export, so it isn't passed over without a word.
  @Test(arguments: [
    (
      ImportKind.webAPIStatus,
      #"[{"operationType": null, "identifier": "e-1", "taskStatus": "x"}]"#,
      "a state without a readable 'operationType' is left out"
    ),
    (
      .webAPIStatus, #"[{"operationType": "Export", "identifier": 5, "taskStatus": "x"}]"#,
      "a state without a readable 'identifier' is left out"
    ),
    (
      .webAPIJobs, #"[{"jobId": "j", "tasks": [{"taskId": "t", "operationType": {}}]}]"#,
      "a task without a readable 'operationType' is left out"
    ),
    (
      .webAPISchedules, #"[{"cronSchedules": [], "identifiers": ["e-1"]}]"#,
      "a schedule without a readable 'operationType' is left out"
    ),
    (
      .webAPISchedules,
      #"[{"operationType": "Export", "cronSchedules": [], "identifiers": null}]"#,
      "a schedule that names nothing is left out"
    ),
    (
      .webAPISchedules,
      #"[{"operationType": "Enrichment", "cronSchedules": [], "identifiers": []}]"#,
      "a schedule that names nothing is left out"
    ),
    (
      .webAPIJobs, #"[{"jobId": "j", "jobStatus": "successful", "tasks": null}]"#,
      "a job without a list of its tasks says nothing of exports, and is left out"
    ),
    (
      .webAPIJobs, #"[{"jobId": "j", "jobStatus": "successful"}]"#,
      "a job without a list of its tasks says nothing of exports, and is left out"
    ),
    (
      .logAnalytics,
      #"{"tables": [{"columns": [{"name": null}], "rows": [["x"]]}]}"#,
      "a column without a name is left out"
    ),
    (
      .logAnalytics,
      #"{"tables": [{"columns": [{"name": "Identifier"}], "rows": [["x"]]}]}"#,
      "an event that tells neither what it is nor what was done is left out"
    ),
  ])
  func whatIsLeftOutIsTold(kind: ImportKind, text: String, message: String) throws {
    let result = try Importing.run([(kind, "answer.json", text)])
    let messages = result.messages("import.record")
    #expect(
      messages.contains { $0.contains("answer.json:1:") && $0.contains(message) }, "\(messages)")
  }

  /// An empty list of tasks, and what runs something else than exports, are nothing to tell of.
  @Test(arguments: [
    (ImportKind.webAPIJobs, #"[{"jobId": "j", "jobStatus": "successful", "tasks": []}]"#),
    (.webAPISchedules, #"[{"operationType": "All", "cronSchedules": [], "identifiers": []}]"#),
  ])
  func whatIsNothingIsNotTold(kind: ImportKind, text: String) throws {
    let result = try Importing.run([(kind, "answer.json", text)])
    #expect(result.diagnostics == [] && result.snapshot != nil)
  }

  @Test func connectionsKeepTheThreeStatesAndNormalIds() throws {
    let result = try Importing.run([(.auto, "connections.json", connections)])
    let rows = try Importing.snapshot(result).rows(Connection.self)
    #expect(rows.map { $0.text(.connectionId) }.first == "c0c0c0c0-0000-0000-0000-000000000001")
    #expect(rows.map { $0.text(.type) } == ["microsoft-advertising", "ftp", "newService", nil])
    let first = try #require(rows.first)
    #expect(first[.updatedBy].isNull)
    #expect(first[.updatedUtc].isAbsent)
    #expect(first[.credentialKeyVaultRef].isNull)
    #expect(first[.credentialSecretNames].isNull)
    #expect(first.text(.description) == "")
    let records = try Importing.records(result, .connections)
    let credential = try #require(records[1]["credential"] as? [String: Any])
    #expect(credential["secretNames"] as? [String] == ["sftp-partner"])
    #expect((records[3]["credential"] as? [String: String])?["method"] == "sshKey")
    #expect(records[0]["purposeKind"] as? String == "export")
    #expect(records[1]["purposeKind"] == nil, "ftp may be an export or an enrichment")
  }

  @Test func unknownAndAmbiguousKindsAreReported() throws {
    let result = try Importing.run([(.auto, "connections.json", connections)])
    let messages = result.messages("import.service")
    #expect(messages.count == 2)
    #expect(messages[0].hasPrefix("connections.json:5:11: note: connections.type: 'ftp' stands"))
    #expect(messages[1].hasPrefix("connections.json:8:11: warning: "))
  }

  @Test func provenanceIsStatedAndCompletenessIsNot() throws {
    let result = try Importing.run([(.webAPI, "connections.json", connections)])
    let collection = try #require(
      try Importing.document(result)["collection"] as? [String: Any])
    let sources = try #require(collection["sources"] as? [[String: Any]])
    #expect(sources.count == 1)
    #expect(sources[0]["section"] as? String == "connections")
    #expect(sources[0]["kind"] as? String == "webapi")
    #expect(sources[0]["uri"] as? String == "file:connections.json")
    #expect((sources[0]["sha256"] as? String)?.count == 64)
    #expect(sources[0]["recordCount"] as? Int == 4)
    #expect(sources[0]["complete"] == nil)
    let told = try Importing.run([(.webAPI, "connections.json", connections)]) {
      $0.complete = ["connections"]
    }
    let bytes = try #require(told.snapshot)
    #expect(String(decoding: bytes, as: UTF8.self).contains("\"complete\": true"))
  }

  @Test(arguments: [
    ("exports", "no file lists exports"), ("conections", "there is no section 'conections'"),
  ])
  func completenessOfWhatNobodyListsIsRefused(section: String, message: String) throws {
    let result = try Importing.run([(.webAPI, "connections.json", connections)]) {
      $0.complete = [section]
    }
    #expect(result.snapshot == nil)
    #expect(result.diagnostics.contains { $0.message == message })
  }

  /// A word that is nearly one of the operations may have been an export; others ran something else.
  @Test(arguments: [
    ("Exprot", 1), ("Exports", 1), ("Enrichmnet", 1), ("Segmentation", 0), ("Merge", 0),
  ])
  func operationsThatAreNearlyKnownAreNotPassedOver(operation: String, warnings: Int) throws {
    let jobs =
      #"[{"jobId": "j", "tasks": [{"taskId": "t", "operationType": "\#(operation)"}]}]"#
    let result = try Importing.run([(.webAPIJobs, "jobs.json", jobs)])
    #expect(result.diagnostics.count { $0.message.contains("no such operation") } == warnings)
    let told = try Importing.run([(.webAPIJobs, "jobs.json", jobs)]) { $0.complete = ["runs"] }
    #expect((told.snapshot == nil) == (warnings > 0), "\(told.diagnostics)")
  }

  /// What lacks records isn't complete, whoever says so.
  @Test(arguments: [
    #"[{"name": "A"}, 5]"#, #"{"value": [{"name": "A"}], "@odata.nextLink": "https://a.example"}"#,
  ])
  func completenessOfWhatLacksRecordsIsRefused(segments: String) throws {
    let result = try Importing.run([(.webAPISegments, "segments.json", segments)]) {
      $0.complete = ["segments"]
    }
    #expect(result.snapshot == nil)
    #expect(
      result.diagnostics.contains {
        $0.code == "import.complete"
          && $0.message == "records are missing here, so segments can't be called complete"
      }, "\(result.diagnostics)")
  }

  @Test func segmentsTakeSuccessfulCountsOnly() throws {
    let result = try Importing.run([
      (
        .webAPISegments, "segments.json",
        """
        [{"name": "A", "friendlyName": "Segment A", "state": "active",
          "evaluationStatus": {"jobStatus": "CompletedSuccess", "entityCount": 12,
            "evaluationDate": "2022-02-15T02:40:00Z"},
          "evaluationStatusHistory": [
            {"jobStatus": "CompletedSuccess", "entityCount": 10, "evaluationDate": "2022-02-14T02:40:00Z"},
            {"jobStatus": "CompletedFailure", "entityCount": 0, "evaluationDate": "2022-02-13T02:40:00Z"}]},
         {"name": "B", "state": "strange",
          "evaluationStatus": {"jobStatus": "CompletedFailure", "entityCount": 0}},
         {"name": "C", "evaluationStatus": null}]
        """
      )
    ])
    let rows = try Importing.snapshot(result).rows(Segment.self)
    #expect(rows.map { $0[.members] } == [.value(12), .absent, .null])
    #expect(rows.first?[.history].known?.count == 1)
    #expect(result.messages("import.left-out").count == 1)
    #expect(result.messages("import.word").count == 1)
  }

  @Test func emptyAndNullAnswersAreKeptApart() throws {
    let result = try Importing.run([
      (.webAPISegments, "segments.json", "[]"), (.webAPIConnections, "connections.json", "null"),
    ])
    let document = try Importing.document(result)
    #expect((document["segments"] as? [Any])?.isEmpty == true)
    #expect(document["connections"] is NSNull)
    #expect(document["exports"] == nil)
  }

  @Test func statusGivesItemsAndTheirLastRuns() throws {
    let result = try Importing.run([
      (
        .auto, "status.json",
        """
        [{"operationType": "enrichment", "identifier": "N-1", "friendlyName": "Locations",
          "jobIds": ["job-9"], "taskStatus": "failed", "lastSuccessJobIds": ["job-7"],
          "endTimestamp": "2022-02-15T02:45:00Z", "lastSuccessfulTimestamp": "2022-01-30T02:45:00Z",
          "ciError": {"errorCode": "X100", "message": "refused"}},
         {"operationType": "export", "identifier": "E-1", "friendlyName": "Ads",
          "jobIds": ["a", "b"], "taskStatus": "successful", "endTimestamp": "2022-02-15T02:45:00Z"},
         {"operationType": "match", "taskStatus": "successful"}]
        """
      )
    ])
    let snapshot = try Importing.snapshot(result)
    let runs = snapshot.rows(Run.self)
    #expect(runs.map { $0.text(.runId) } == ["job-9/N-1", "job-7/N-1"])
    #expect(runs.map { $0[.status] } == [.value(.failed), .value(.successful)])
    #expect(runs.first?.text(.messageCode) == "X100")
    #expect(snapshot.rows(Enrichment.self).first?.text(.displayName) == "Locations")
    #expect(snapshot.rows(Export.self).first?.text(.exportId) == "E-1")
    #expect(result.messages("import.left-out").count == 1, "two jobs: which one is not guessed")
  }

  @Test func tasksFindTheirTargetsThroughTheState() throws {
    let jobs = """
      [{"jobId": "job-1", "jobStatus": "successful", "jobSubmissionKind": "scheduled",
        "submittedTimestamp": "2022-02-15T02:00:00Z", "endTimestamp": "2022-02-15T03:05:00Z",
        "tasks": [
          {"taskId": "t-9", "taskStatus": "successful", "operationType": "export",
           "friendlyName": "Ads", "submittedTimestamp": "2022-02-15T02:50:00Z", "ciError": null},
          {"taskId": "t-8", "taskStatus": "successful", "operationType": "merge"}]}]
      """
    let status = """
      [{"operationType": "export", "identifier": "e-1", "friendlyName": "Ads",
        "jobIds": ["job-1"], "taskStatus": "successful", "endTimestamp": "2022-02-15T02:58:12Z"}]
      """
    let result = try Importing.run([
      (.webAPIJobs, "jobs.json", jobs), (.webAPIStatus, "status.json", status),
    ])
    let runs = try Importing.snapshot(result).rows(Run.self)
    #expect(runs.count == 1, "one run, told by two sources")
    let run = try #require(runs.first)
    #expect(run.text(.runId) == "job-1/t-9")
    #expect(run.text(.targetId) == "e-1")
    #expect(run[.submissionKind] == .value(.scheduled))
    #expect(run[.error].isNull)
    #expect(run[.endUtc].known != nil)
  }

  @Test func schedulesAreOneForEachTarget() throws {
    let result = try Importing.run([
      (
        .auto, "schedules.json",
        """
        [{"scheduleId": "s", "operationType": "export", "identifiers": ["E1", "e2"],
          "isActive": true, "timezoneId": "UTC", "cronSchedules": ["30 4 * * 1"]},
         {"scheduleId": "all", "operationType": "all", "identifiers": [], "cronSchedules": []}]
        """
      )
    ])
    let rows = try Importing.snapshot(result).rows(Schedule.self)
    #expect(rows.map { $0.text(.scheduleId) } == ["s/E1", "s/e2"])
    #expect(rows.map { $0[.mode] } == [.value(.custom), .value(.custom)])
  }

  @Test(arguments: [
    (#"{"httpStatusCode": 401, "errorCode": "X"}"#, "the answer to a call that failed"),
    (#"[{"color": "red"}]"#, "no answer of the Web API that is known"),
    ("[]", "an empty answer doesn't say what it lists"), ("{", "the JSON ends in the middle"),
    ("", "nothing in the file"),
  ])
  func badAnswersGiveNoSnapshot(text: String, message: String) throws {
    let result = try Importing.run([(.webAPI, "answer.json", text)])
    #expect(result.snapshot == nil)
    #expect(result.diagnostics.contains { $0.description.contains(message) })
  }

  /// Headers alone are no list; the message says what a list is.
  @Test(arguments: [
    (
      ImportKind.auto, #"{"exports": ["Export name", "Status"], "note": "x"}"#, "without any record"
    ),
    (.webAPI, #"{"users": ["Name"]}"#, "name it ui-users:FILE"),
    (.list, #"{"users": ["Name"]}"#, "without any record"),
    (.listOfExports, #"[{"Export name": "Ads"}]"#, "this is JSON"),
    (.listOfExports, #"[{"Export name": "Ads"}]"#, "name it ui-exports:FILE"),
  ])
  func headersAreNoList(kind: ImportKind, text: String, message: String) throws {
    let result = try Importing.run([(kind, "list.json", text)])
    #expect(result.snapshot == nil)
    #expect(result.messages("import.shape").count == 1)
    #expect(result.diagnostics.contains { $0.description.contains(message) })
  }

  @Test func roleDefinitionsSayWhatTheyDoNotGive() throws {
    let result = try Importing.run([
      (.auto, "roles.json", #"[{"roleName": "Admin", "description": "full control"}]"#)
    ])
    #expect(result.messages("import.left-out").count == 1)
    #expect(result.snapshot != nil)
  }

  @Test func onePageOfSeveralIsReported() throws {
    let result = try Importing.run([
      (
        .auto, "roles.json",
        #"{"value": [{"principalId": "p", "roles": ["Admin", "King"]}], "nextLink": "https://x"}"#
      )
    ])
    #expect(result.messages("import.page").count == 1)
    let rows = try Importing.snapshot(result).rows(RoleAssignment.self)
    #expect(rows.first?[.roles].known?.values(Role.self).first == .value(.admin))
    #expect(result.messages("import.word").first?.contains("'King'") == true)
  }

  @Test func severalEnvironmentsNeedAChoice() throws {
    let text = """
      [{"principalId": "p", "roles": ["Admin"], "instanceId": "I-1"},
       {"principalId": "q", "roles": ["Viewer"], "instanceId": "I-2"}]
      """
    let refused = try Importing.run([(.auto, "roles.json", text)])
    #expect(refused.snapshot == nil)
    #expect(refused.messages("import.environments").first?.contains("'I-1', 'I-2'") == true)
    let chosen = try Importing.run([(.auto, "roles.json", text)]) { $0.instanceId = "I-2" }
    let snapshot = try Importing.snapshot(chosen)
    #expect(snapshot.rows(RoleAssignment.self).map { $0.text(.principalId) } == ["q"])
    #expect(snapshot.environment?.text(.instanceId) == "I-2")
    let missing = try Importing.run([(.auto, "roles.json", text)]) { $0.instanceId = "I-3" }
    #expect(missing.snapshot == nil)
  }
}
