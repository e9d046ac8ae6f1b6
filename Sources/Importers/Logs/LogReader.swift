import Model
import SnapshotReader

/// Reads events of Azure Monitor.
struct LogReader {
  private var runs = LoggedRuns()
  private var principals: Set<String> = []
  private var environments: Set<String> = []
  private var hasEvents = false

  /// Reads a document with events: one, a list, or a batch of an event hub.
  static func read(
    _ root: JSONNode, _ parser: borrowing JSONNodeParser, into gathering: inout Gathering
  ) {
    var reader = LogReader()
    for event in root["records"]?.entries ?? root.entries ?? [root] {
      reader.take(stored: event, parser, &gathering)
    }
    reader.finish(&gathering)
  }

  /// Reads lines of one event each.
  static func readLines(
    _ bytes: [UInt8], from start: Int, _ parser: borrowing JSONNodeParser,
    into gathering: inout Gathering
  ) {
    var reader = LogReader()
    for range in bytes.lineRanges(from: start) {
      do {
        reader.take(stored: try parser.parse(bytes, range), parser, &gathering)
      } catch {
        gathering.report(
          .error, error.code.replacing("snapshot.", with: "import."), "line", at: error.offset,
          error.message,
          bytes[range].last { !" \t\r".utf8.contains($0) } == UInt8(ascii: ",")
            ? "each line holds one object, without a comma behind it" : error.suggestion)
      }
    }
    if !reader.hasEvents, !gathering.problems.hasErrors {
      gathering.report(
        .error, "import.shape", "document", at: 0, "no line is an event of Azure Monitor",
        "name the kind of the file before it, such as webapi-jobs:FILE")
    }
    reader.finish(&gathering)
  }

  /// Reads the answer of a Log Analytics query: tables, or rows as objects.
  static func readTables(
    _ root: JSONNode, _ parser: borrowing JSONNodeParser, into gathering: inout Gathering
  ) {
    var reader = LogReader()
    for table in root["tables"]?.entries ?? [] {
      let columns = (table["columns"]?.entries ?? []).map { $0["name"]?.text ?? "" }
      if columns.isEmpty || columns.contains("") {
        gathering.report(
          .warning, "import.record", "columns", at: table.offset,
          columns.isEmpty
            ? "a table without columns says nothing"
            : "a column without a name is left out", "collect the answer of the query again")
      }
      for row in table["rows"]?.entries ?? [] {
        guard let cells = row.entries, cells.count == columns.count else {
          gathering.leaveOut(
            "rows", at: row.offset,
            "a row with \(row.entries?.count ?? 0) cells is left out",
            "the table has \(columns.count) columns")
          continue
        }
        let event = LogEvent(row: Array(zip(columns, cells)), at: row.offset, parser)
        reader.take(event, &gathering)
      }
    }
    for row in root.entries ?? [] {
      guard row.isObject else {
        gathering.leaveOut(
          "rows", at: row.offset,
          "expected an object in place of this value; it is left out")
        continue
      }
      gathering.reportDoubledKeys(of: row)
      let cells = row.members.map { ($0.key, $0.value) }
      reader.take(LogEvent(row: cells, at: row.offset, parser), &gathering)
    }
    reader.finish(&gathering)
  }

  private mutating func take(
    stored event: JSONNode, _ parser: borrowing JSONNodeParser, _ gathering: inout Gathering
  ) {
    guard event.isObject, event.has("operationName") || event.has("properties") else {
      gathering.leaveOut(
        "events", at: event.offset,
        "this is no event of Azure Monitor, and is left out",
        "an event has 'operationName' and 'properties'")
      return
    }
    hasEvents = true
    gathering.reportDoubledKeys(of: event)
    take(LogEvent(stored: event, parser), &gathering)
  }

  private mutating func take(_ event: LogEvent, _ gathering: inout Gathering) {
    if let id = event["InstanceId"], let text = id.text,
      environments.insert(text.lowercased()).inserted
    {
      var record = gathering.record(at: event.offset)
      record.set("instanceId", text: text, from: id, isInferred: true)
      record.set("tenantId", event["OrganizationId"], isInferred: true)
      gathering.add(record, to: .environment)
    }
    if let id = event["CallerObjectId"], let text = id.text, let name = event.userPrincipalName,
      principals.insert(text.lowercased()).inserted
    {
      var record = gathering.record(at: event.offset)
      record.set("principalId", id)
      record.set("upn", text: name, isInferred: true)
      record.set("principalType", text: "user", isInferred: true)
      gathering.add(record, to: .principals)
    }
    let isUntold = ["EventType", "OperationName", "Method"].allSatisfy { event.text($0) == nil }
    if isUntold, !event.isOfWorkflow {
      gathering.leaveOut(
        "events", at: event.offset,
        "an event that tells neither what it is nor what was done is left out",
        "an event has 'EventType' or 'OperationName'")
    }
    if event.isOfWorkflow {
      gathering.cover(.runs, event.text("TimeGenerated"))
      runs.take(event, &gathering)
    } else {
      ChangeHints.take(event, &gathering)
    }
  }

  private mutating func finish(_ gathering: inout Gathering) { runs.finish(&gathering) }
}

extension [UInt8] {
  /// The lines that aren't empty, without their ends.
  func lineRanges(from beginning: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = beginning
    func add(_ end: Int) {
      if self[start..<end].contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) {
        ranges.append(start..<end)
      }
    }
    for index in indices.dropFirst(beginning) where self[index] == 0x0A {
      add(index)
      start = index + 1
    }
    add(count)
    return ranges
  }
}
