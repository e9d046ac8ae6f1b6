import Foundation
import Importers
import Model
import TestSupport
import Testing

/// Files as programs and people really save them: read, or refused with a reason; never half read
/// without a word.
@Suite struct OddInputTests {
  private static let connection = #"{"resourceId": "c-1", "kind": "Mailchimp", "name": "Ads"}"#
  private static let event = """
    {"time": "2026-01-01T00:00:00Z", "operationName": "Export.TaskCompleted", "resultType": "Successful", \
    "properties": {"eventType": "WorkflowEvent", "workflowJobId": "J-1", "operationType": "Export", \
    "identifier": "e-1", "friendlyName": "Weekly"}}
    """

  private func ids(_ result: Importer.Result, _ section: Section, _ key: String) throws -> [String]
  {
    try Importing.records(result, section).map { $0[key] as? String ?? "" }
  }

  /// Wide characters, with and without a mark at the beginning, in lists and in JSON.
  @Test(arguments: [ImportKind.auto, .listOfUsers, .webAPI, .logs])
  func wideCharactersAreNamed(kind: ImportKind) throws {
    let folder = try TemporaryFolder()
    let text = "Name,Type,Role\nAna,User,Viewer\n"
    let little = Array(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let big = Array(text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    for (name, bytes) in [
      ("a", [0xFF, 0xFE] + little), ("b", [0xFE, 0xFF] + big), ("c", little), ("d", big),
    ] {
      try folder.write(name, bytes)
      let request = ImportRequest(
        inputs: [.init(kind, name: name, path: "\(folder.path)/\(name)")], toolVersion: "0")
      let result = Importer.run(
        request, catalogue: try Importing.catalogue(), labels: try Importing.labels())
      #expect(result.snapshot == nil)
      #expect(result.messages("import.encoding").count == 1, "\(result.diagnostics)")
    }
  }

  /// Lines of events with a mark, blank lines and blanks around them.
  @Test(arguments: [
    "\u{FEFF}\(event)\n\(event)\n", "\n\(event)\n\n  \n\(event)\n", "  \(event)\r\n  \(event)\r\n",
  ])
  func linesOfEventsAreRead(text: String) throws {
    for kind in [ImportKind.auto, .logs] {
      let result = try Importing.run([(kind, "log.ndjson", text)])
      #expect(try ids(result, .runs, "runId") == ["J-1/e-1"])
    }
  }

  @Test func aCommaBehindALineIsNamed() throws {
    let result = try Importing.run([(.logs, "log.ndjson", "\(Self.event),\n\(Self.event),\n")])
    #expect(result.snapshot == nil)
    let messages = result.messages("import.syntax")
    #expect(messages.count == 2 && messages.allSatisfy { $0.contains("without a comma behind it") })
  }

  /// A document over several lines isn't one of lines, however its lines begin.
  @Test func objectsOnLinesOfTheirOwnAreOneDocument() throws {
    let text =
      "{\"value\": [\n{\"resourceId\": \"c-1\", \"kind\": \"x\"},\n{\"resourceId\": \"c-2\"}]}"
    let result = try Importing.run([(.auto, "c.json", text)])
    #expect(try ids(result, .connections, "connectionId") == ["c-1", "c-2"])
  }

  @Test func spreadsheetsNameTheirSeparator() throws {
    let result = try Importing.run([
      (.listOfUsers, "users.csv", "sep=;\r\nName;Type;Role\r\n\"Ana; B\";User;Viewer\r\n")
    ])
    #expect(try ids(result, .principals, "displayName") == ["Ana; B"])
  }

  /// Old programs end lines with a carriage return alone.
  @Test func linesMayEndWithACarriageReturn() throws {
    let result = try Importing.run([
      (.listOfUsers, "users.csv", "Name;Type;Role\rAna, Bo, Cy, Di;User;Viewer\r")
    ])
    #expect(try ids(result, .principals, "displayName") == ["Ana, Bo, Cy, Di"])
  }

  @Test func aUserWithoutANameIsReported() throws {
    let result = try Importing.run([
      (.listOfUsers, "users.csv", "Object ID,Name,Role\n,,Administrator\np-1,,Viewer\n,Bo,Viewer\n")
    ])
    #expect(try ids(result, .principals, "principalId") == ["p-1", "Bo"])
    #expect(result.messages("import.row").map { $0.prefix(11) } == ["users.csv:2"])
  }

  @Test func aNumberThatIsNoneIsReported() throws {
    let text = "Name;Type;Status;Enriched customers\nE;here;Active;1.234,5\nF;here;Active;1 234\n"
    let result = try Importing.run([(.listOfEnrichments, "e.csv", text)])
    #expect(result.messages("import.value").count == 1, "\(result.diagnostics)")
    #expect(result.messages("import.value").first?.hasPrefix("e.csv:2:15") == true)
  }

  /// An empty cell in the column of the ids leaves the record its name.
  @Test func anEmptyIdIsNoId() throws {
    let result = try Importing.run([
      (.listOfExports, "e.csv", "Export ID,Export name,Status\n,Ads,Active\ne-2,News,Active\n")
    ])
    #expect(try ids(result, .exports, "exportId") == ["ui:Ads", "e-2"])
  }

  /// The list shows when an export last succeeded, whatever became of it since.
  @Test(arguments: [
    ("Failed", ["failed", "successful"]), ("Detached", ["successful"]),
    ("Successful", ["successful"]),
  ])
  func theLastSuccessIsKept(status: String, expected: [String]) throws {
    let result = try Importing.run([
      (
        .listOfExports, "e.csv",
        "Export ID,Export name,Status,Refreshed\ne-1,Ads,\(status),2026-01-02\n"
      )
    ])
    let runs = try Importing.records(result, .runs)
    #expect(runs.map { $0["status"] as? String } == expected)
    #expect(runs.last?["endUtc"] as? String == "2026-01-02")
  }

  /// Jobs are the same in any case of letters, as all ids are.
  @Test func aRunOfTwoSourcesIsOne() throws {
    let job = "ABCDEF00-0000-0000-0000-000000000001"
    let result = try Importing.run([
      (.logs, "log.ndjson", Self.event.replacing("J-1", with: job)),
      (
        .webAPIJobs, "jobs.json",
        """
        [{"jobId": "{\(job.lowercased())}", "jobStatus": "Successful", "tasks": [{"taskId": "T",
          "operationType": "Export", "friendlyName": "Weekly", "taskStatus": "Successful"}]}]
        """
      ),
    ])
    #expect(try ids(result, .runs, "runId") == ["\(job.lowercased())/e-1"])
  }

  /// A query may leave columns out.
  @Test func eventsWithoutTheirJobAreRunsAllTheSame() throws {
    let text = """
      {"tables": [{"columns": [{"name": "TimeGenerated"}, {"name": "OperationType"},
        {"name": "Identifier"}], "rows": [["2026-01-01T00:00:00Z", "Export", "e-1"]]}]}
      """
    let result = try Importing.run([(.auto, "query.json", text)])
    #expect(try ids(result, .runs, "targetId") == ["e-1"])
    #expect(result.messages("import.record").count == 1)
    let none = try Importing.run([(.auto, "query.json", #"{"tables": []}"#)])
    #expect(none.snapshot != nil, "\(none.diagnostics)")
  }

  /// What is no whole number is kept for the audit to judge, and told.
  @Test(arguments: ["1.5", "12345678901234567890", "\"12\"", "\"many\""])
  func aCountThatIsNoneIsReported(count: String) throws {
    let text = #"[{"qualifiedEntityName": "t", "rowCount": \#(count)}]"#
    let result = try Importing.run([(.webAPITables, "t.json", text)])
    let messages = result.messages("import.value")
    #expect(messages.count == 1 && messages[0].contains("no whole number"), "\(messages)")
    #expect(messages[0].contains("without quotation marks") == (count == "\"12\""))
  }

  /// The option is for lists alone.
  @Test func onlyListsAreToldOfTheOrderOfDates() throws {
    let text = #"[{"resourceId": "c", "kind": "Mailchimp", "createdUtc": "01/02/2026"}]"#
    let result = try Importing.run([(.webAPI, "c.json", text)])
    #expect(result.messages("import.time").count == 1)
    #expect(!result.messages("import.time")[0].contains("--date-order"))
  }

  @Test func aChangeOfNobodyKnowsWhatIsReported() throws {
    let event = """
      {"time": "2026-01-01T00:00:00Z", "operationName": "Connections.DeleteAsync", "properties":
       {"eventType": "ApiEvent", "method": "DELETE", "operationStatus": "Success"}}
      """
    let result = try Importing.run([(.logs, "log.json", event)])
    #expect(result.messages("import.record").count == 1, "\(result.diagnostics)")
  }

  /// Pages in files of their own; with the last one among them nothing is known to be missing.
  @Test func pagesInSeveralFiles() throws {
    let pages = (1...3).map { number in
      let next = number < 3 ? #", "nextLink": "https://x.example/\#(number + 1)""# : ""
      return
        #"{"value": [\#(Self.connection.replacing("c-1", with: "c-\(number)"))]\#(next)}"#
    }
    func severities(_ pages: [String]) throws -> [Diagnostic.Severity] {
      let files = pages.enumerated().map { (ImportKind.auto, "p\($0.offset).json", $0.element) }
      let result = try Importing.run(files)
      return result.diagnostics.filter { $0.code == "import.page" }.map(\.severity)
    }
    #expect(try severities(pages) == [.note, .note])
    #expect(try severities(Array(pages.prefix(2))) == [.warning, .warning])
    #expect(try severities(Array(pages.suffix(1))) == [])
  }

  /// The pages of one answer in a list; only a last one that names another is incomplete.
  @Test(arguments: [("", 0), (#", "@odata.nextLink": "https://x.example/3""#, 1)])
  func pagesInOneFile(more: String, warnings: Int) throws {
    let other = Self.connection.replacing("c-1", with: "c-2")
    let text = """
      [{"value": [\(Self.connection)], "@odata.nextLink": "https://x.example/2"},
       {"value": [\(other)]\(more)}]
      """
    for kind in [ImportKind.auto, .webAPI, .webAPIConnections] {
      let result = try Importing.run([(kind, "c.json", text)])
      #expect(try ids(result, .connections, "connectionId") == ["c-1", "c-2"])
      #expect(result.messages("import.page").count == warnings)
    }
  }

  @Test(arguments: [
    (
      "{\"data\": {\"value\": [\(connection)]}}",
      "what lies in 'data' looks like webapi-connections"
    ),
    ("{\"connections\": [\(connection)]}", "what lies in 'connections' looks like"),
    ("[[\(connection)]]", "the list in this list looks like webapi-connections"),
  ])
  func whatLiesALevelDeeperIsNamed(text: String, advice: String) throws {
    let result = try Importing.run([(.auto, "c.json", text)])
    #expect(result.snapshot == nil)
    #expect(result.messages("import.kind").first?.contains(advice) == true, "\(result.diagnostics)")
  }

  @Test(arguments: [
    ("c.csv", "Name;Type\nAna;User\n", "a list of the user interface is CSV, and is named ui:FILE"),
    ("c.json", "{\"connections\": [{\"purpose\": \"News\"}]}", "is named snapshot:FILE"),
    ("c.json", "{\"x\": 1}", "name its kind before the file, such as webapi-connections:FILE"),
  ])
  func anotherKindIsSuggested(name: String, text: String, advice: String) throws {
    let result = try Importing.run([(.webAPI, name, text)])
    #expect(result.snapshot == nil)
    let messages = result.diagnostics.map(\.description)
    #expect(messages.count == 1 && messages[0].contains(advice), "\(messages)")
  }

  /// What isn't of the kind is no record of it.
  @Test func strangersInAListAreReported() throws {
    let text = "[\(Self.connection), {\"principalId\": \"p\", \"roles\": [\"Admin\"]}, {\"x\": 1}]"
    let result = try Importing.run([(.webAPI, "c.json", text)])
    #expect(try ids(result, .connections, "connectionId") == ["c-1"])
    let messages = result.messages("import.record")
    #expect(messages.count == 2 && messages[0].contains("it looks like webapi-role-assignments"))
  }

  @Test func aKeyThatStandsTwiceIsReported() throws {
    let text = #"[{"resourceId": "a", "resourceId": "b", "kind": "Mailchimp"}]"#
    let result = try Importing.run([(.webAPI, "c.json", text)])
    #expect(try ids(result, .connections, "connectionId") == ["a"])
    #expect(result.messages("import.duplicate").count == 1)
  }
}
