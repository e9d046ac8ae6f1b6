import Model
import SnapshotReader

/// Puts the events of one run (started, completed) together.
struct LoggedRuns {
  private struct Key: Hashable {
    let job: String
    let target: String
  }

  private struct Run {
    var record: ImportedRecord
    /// The time of the newest event so far.
    var time: Instant?
  }

  private var positions: [Key: Int] = [:]
  private var runs: [Run] = []
  private var named: Set<String> = []

  /// Takes the event of a workflow; those that neither export nor enrich are left out.
  mutating func take(_ event: LogEvent, _ gathering: inout Gathering) {
    let operation =
      event.text("OperationType")
      ?? event.text("OperationName")?.split(separator: ".").first.map(String.init)
    let ran = WorkflowReader.target(
      ofOperation: operation, at: event.offset, &gathering)
    guard let target = ran else { return }
    let time = event.time
    let item = event.item
    let record = record(event, target, &gathering)
    if let identifier = event["Identifier"], identifier.text != nil {
      if let item, named.insert(item).inserted { addName(event, target, identifier, &gathering) }
    } else {
      gathering.report(
        .warning, "import.record", "runs.target", at: event.offset,
        "the event doesn't say by its id what ran, so the run has only its name")
    }
    let job = event.text("WorkflowJobId").map(canonicalIdentifier)
    if job == nil {
      gathering.report(
        .warning, "import.record", "runs.job", at: event.offset,
        "the event doesn't say to which job the run belongs, so it stands alone")
    }
    guard let job, let item else {
      runs.append(Run(record: record, time: time))
      return
    }
    let key = Key(job: job, target: item)
    guard let position = positions[key] else {
      positions[key] = runs.count
      runs.append(Run(record: record, time: time))
      return
    }
    let known = runs[position]
    let isNewer = known.time.map { before in time.map { $0 >= before } ?? true } ?? true
    let (older, newer) = isNewer ? (known.record, record) : (record, known.record)
    runs[position].record = Self.combined(older, newer)
    runs[position].time = isNewer ? time ?? known.time : known.time
  }

  /// The newer event's word counts, except that it doesn't take away what the older one said.
  private static func combined(
    _ older: ImportedRecord, _ newer: ImportedRecord
  ) -> ImportedRecord {
    var record = older
    for (name, field) in newer.fields where !field.value.isNull || record.fields[name] == nil {
      record.fields[name] = field
    }
    return record
  }

  private func record(
    _ event: LogEvent, _ target: RunTarget, _ gathering: inout Gathering
  ) -> ImportedRecord {
    var record = gathering.record(at: event.offset)
    let job = event.text("WorkflowJobId").map(canonicalIdentifier)
    if let job, let item = event.item {
      record.set("runId", text: "\(job)/\(item)", from: event["WorkflowJobId"])
    }
    record.set("targetKind", text: target.rawValue, from: event["OperationType"])
    record.set("targetId", event["Identifier"])
    for (column, field) in [
      ("WorkflowSubmissionKind", "submissionKind"), ("SubmittedBy", "submittedBy"),
      ("SubmittedTime", "submittedUtc"), ("StartTime", "startUtc"), ("EndTime", "endUtc"),
      ("Error", "error"), ("InstanceId", "instanceId"),
    ] { record.set(field, event.columns[column]) }
    if let result = event["ResultType"] {
      let words = ["failure": RunStatus.failed.rawValue]
      let text = result.text ?? ""
      record.set("status", text: words[text.lowercased()] ?? text, from: result)
    } else if event.text("OperationName")?.hasSuffix("Started") == true {
      record.set("status", text: RunStatus.running.rawValue, from: event["OperationName"])
    }
    let more = event["AdditionalInformation"]
    record.set("items", more?["AffectedTables"] ?? more?["AffectedEntities"])
    record.set("messageCode", more?["MessageCode"])
    if let count = more?["entityCount"] ?? more?["tableCount"] {
      gathering.report(
        .note, "import.left-out", "runs.recordCount", at: count.offset,
        "runs.recordCount: the log's count isn't documented as the profiles that an export sent, "
          + "so it isn't taken")
    }
    record.links.job = job
    record.links.target = event.text("FriendlyName")
    return record
  }

  /// The name of an export or enrichment at the time of the event.
  private func addName(
    _ event: LogEvent, _ target: RunTarget, _ identifier: JSONNode, _ gathering: inout Gathering
  ) {
    guard let name = event["FriendlyName"] else { return }
    var hint = gathering.record(at: event.offset)
    hint.set(target == .export ? "exportId" : "enrichmentId", identifier)
    hint.set("displayName", name, isInferred: true)
    hint.links.name = name.text
    hint.links.instanceId = event.text("InstanceId")
    gathering.hint(hint, of: target == .export ? .exports : .enrichments)
  }

  /// Adds the runs in the order of their first events.
  func finish(_ gathering: inout Gathering) {
    for run in runs { gathering.add(run.record, to: .runs) }
  }
}

extension LogEvent {
  /// What ran: its id or, without one, its name.
  fileprivate var item: String? {
    text("Identifier").map(canonicalIdentifier) ?? text("FriendlyName")
  }
}
