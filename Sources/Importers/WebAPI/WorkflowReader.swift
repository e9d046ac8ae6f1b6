import Model
import SnapshotReader

/// Reads what the Web API says of workflows: jobs with their tasks, states and schedules.
enum WorkflowReader {
  /// What an operation runs, if snapshots hold its runs; a word that is nearly one of theirs gets a
  /// warning.
  static func target(
    ofOperation operation: String?, at offset: Int, _ gathering: inout Gathering
  ) -> RunTarget? {
    switch operation?.lowercased() {
    case "export": return .export
    case "enrichment": return .enrichment
    default: break
    }
    if let operation,
      let nearest = Suggestion.nearest(to: operation, among: ["Export", "Enrichment"])
    {
      gathering.leaveOut(
        "operationType", at: offset,
        "what ran as \(quoted(operation)) is left out: there is no such operation",
        "did you mean \(nearest)?")
    }
    return nil
  }

  /// What an object runs; `nil` for what snapshots hold no runs of, and where it can't be told.
  ///
  /// What can't be told might be an export, so it isn't passed over without a word.
  private static func target(
    of object: JSONNode, _ what: String, _ gathering: inout Gathering
  ) -> RunTarget? {
    if let operation = object["operationType"]?.text, !operation.isEmpty {
      return target(ofOperation: operation, at: object.offset, &gathering)
    }
    gathering.leaveOut(
      "operationType", at: object.offset,
      "\(what) without a readable 'operationType' is left out",
      "exports say Export, enrichments say Enrichment")
    return nil
  }

  /// `GraphJobInfo`: a run for each task that exports or enriches.
  static func readJob(_ job: JSONNode, _ gathering: inout Gathering) {
    if let start = job["submittedTimestamp"]?.text { gathering.cover(.runs, start) }
    if let end = job["endTimestamp"]?.text { gathering.cover(.runs, end) }
    guard let tasks = job["tasks"]?.entries else {
      gathering.leaveOut(
        "tasks", at: (job["tasks"] ?? job).offset,
        "a job without a list of its tasks says nothing of exports, and is left out",
        "collect the job with its tasks")
      return
    }
    for task in tasks { readTask(task, of: job, &gathering) }
  }

  /// `GraphTaskInfo`: a run, whose target the task calls by its name only.
  static func readTask(_ task: JSONNode, of job: JSONNode?, _ gathering: inout Gathering) {
    guard let target = target(of: task, "a task", &gathering) else { return }
    let jobs = task["jobIds"]?.entries?.compactMap(\.text) ?? []
    let jobId = (job?["jobId"]?.text ?? (jobs.count == 1 ? jobs[0] : nil)).map(canonicalIdentifier)
    var record = gathering.record(at: task.offset)
    if let taskId = task["taskId"]?.text.map(canonicalIdentifier) {
      record.set("runId", text: jobId.map { "\($0)/\(taskId)" } ?? taskId, from: task["taskId"])
    }
    record.set("targetKind", text: target.rawValue, from: task["operationType"])
    record.take(
      [
        "taskStatus": "status", "submittedTimestamp": "submittedUtc", "endTimestamp": "endUtc",
      ], from: task)
    record.set("submissionKind", job?["jobSubmissionKind"])
    takeError(task, into: &record)
    record.links.job = jobId
    record.links.target = task["friendlyName"]?.text
    gathering.cover(.runs, task["submittedTimestamp"]?.text)
    gathering.cover(.runs, task["endTimestamp"]?.text)
    gathering.add(record, to: .runs)
  }

  /// `GraphNodeInfo`: an export or enrichment with its last run, and its last successful one.
  static func readStatus(_ node: JSONNode, _ gathering: inout Gathering) {
    guard let target = target(of: node, "a state", &gathering) else { return }
    guard let identifier = node["identifier"]?.text else {
      gathering.leaveOut(
        "identifier", at: node.offset,
        "a state without a readable 'identifier' is left out")
      return
    }
    let section: Section = target == .export ? .exports : .enrichments
    var item = gathering.record(at: node.offset)
    item.set(target == .export ? "exportId" : "enrichmentId", node["identifier"])
    item.set("displayName", node["friendlyName"])
    if target == .enrichment { item.set("lastRefreshedUtc", node["lastSuccessfulTimestamp"]) }
    item.links.name = node["friendlyName"]?.text
    gathering.add(item, to: section)

    var last = run(node, target, identifier, jobs: node["jobIds"], &gathering)
    last?.take(["taskStatus": "status", "endTimestamp": "endUtc"], from: node)
    if let run = last.map({ withError(node, $0) }) { gathering.addRun(run) }
    let isTheLast =
      node["endTimestamp"]?.text == node["lastSuccessfulTimestamp"]?.text
      || node["taskStatus"]?.text?.lowercased() == "successful"
    guard !isTheLast, let time = node["lastSuccessfulTimestamp"], time.text != nil,
      var success = run(node, target, identifier, jobs: node["lastSuccessJobIds"], &gathering)
    else { return }
    success.set("status", text: RunStatus.successful.rawValue, from: time)
    success.set("endUtc", time)
    gathering.addRun(success)
  }

  /// The beginning of a run that a state speaks of; `nil` where its job can't be told.
  private static func run(
    _ node: JSONNode, _ target: RunTarget, _ identifier: String, jobs: JSONNode?,
    _ gathering: inout Gathering
  ) -> ImportedRecord? {
    guard let jobs, let ids = jobs.entries?.compactMap({ $0.text.map(canonicalIdentifier) }),
      !ids.isEmpty
    else { return nil }
    guard ids.count == 1 else {
      gathering.report(
        .note, "import.left-out", "runs.job", at: jobs.offset,
        "runs: the state names \(ids.count) jobs, so its run isn't taken",
        "import the jobs too")
      return nil
    }
    var record = gathering.record(at: node.offset)
    record.set("runId", text: "\(ids[0])/\(canonicalIdentifier(identifier))", from: jobs)
    record.set("targetKind", text: target.rawValue, from: node["operationType"])
    record.set("targetId", node["identifier"])
    record.links.job = ids[0]
    record.links.target = node["friendlyName"]?.text
    return record
  }

  private static func takeError(_ object: JSONNode, into record: inout ImportedRecord) {
    guard let error = object["ciError"] else { return }
    record.set("error", error.isNull ? error : error["message"])
    record.set("messageCode", error.isNull ? nil : error["errorCode"])
  }

  private static func withError(_ object: JSONNode, _ record: ImportedRecord) -> ImportedRecord {
    var record = record
    takeError(object, into: &record)
    return record
  }

  /// `WorkflowRefreshSchedule`: a schedule for each export or enrichment that it names.
  static func readSchedule(_ object: JSONNode, _ gathering: inout Gathering) {
    guard let target = target(of: object, "a schedule", &gathering) else { return }
    let targets = object["identifiers"]?.entries ?? []
    if targets.isEmpty {
      gathering.leaveOut(
        "identifiers", at: object.offset,
        "a schedule that names nothing is left out", "it names them in 'identifiers'")
    }
    for identifier in targets {
      var record = gathering.record(at: object.offset)
      if let id = object["scheduleId"]?.text {
        let suffix = targets.count > 1 ? "/\(canonicalIdentifier(identifier.text ?? ""))" : ""
        record.set("scheduleId", text: id + suffix, from: object["scheduleId"])
      }
      record.set("targetKind", text: target.rawValue, from: object["operationType"])
      record.set("targetId", identifier)
      record.set("mode", text: ScheduleMode.custom.rawValue, from: identifier, isInferred: true)
      record.take(
        ["isActive": "isActive", "timezoneId": "timezoneId", "cronSchedules": "cron"],
        from: object)
      record.links.instanceId = object["instanceId"]?.text
      gathering.add(record, to: .schedules)
    }
  }
}

extension Gathering {
  /// Adds a run of a source that shows last runs only: it covers no period, but that instant.
  mutating func addRun(_ run: ImportedRecord) {
    add(run, to: .runs)
    guard let time = instant(run.text("endUtc")) else { return }
    let newest = max(sources[current].contributions[.runs]?.window?.upperBound ?? time, time)
    sources[current].contributions[.runs]?.window = newest...newest
  }
}
