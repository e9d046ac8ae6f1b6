import Model
import SnapshotReader

/// What calls of the Web API in an audit log tell of connections, exports and enrichments.
///
/// The paths of such calls are not documented. So words in them are taken as hints: they add to
/// what other sources have, and lose against whatever those state.
enum ChangeHints {
  private static let words: KeyValuePairs<String, (Section, String, RecordSubject)> = [
    "connections": (.connections, "connectionId", .connection),
    "exports": (.exports, "exportId", .export),
    "enrichments": (.enrichments, "enrichmentId", .enrichment),
  ]

  /// Takes an event of the Web API that succeeded.
  static func take(_ event: LogEvent, _ gathering: inout Gathering) {
    guard let method = event.text("Method")?.uppercased(),
      (event.text("OperationStatus") ?? event.text("ResultType"))?.lowercased() == "success"
    else { return }
    guard let path = event.text("Path") else {
      guard ["PUT", "PATCH", "DELETE"].contains(method) else { return }
      return gathering.report(
        .warning, "import.record", "events \(method)", at: event.offset,
        "the call doesn't say what it changed: it has a method and no path, and is left out",
        "collect the path too")
    }
    let parts = path.lowercased().split(separator: "/")
    for (word, (section, key, subject)) in words {
      guard let position = parts.lastIndex(of: Substring(word)) else { continue }
      guard position + 1 < parts.count else {
        if method == "POST" {
          gathering.report(
            .note, "import.hint", "\(section.name) \(method)", at: event.offset,
            "the log has a call that may have made one of the \(section.name), without its id")
        }
        return
      }
      let id = String(parts[position + 1].prefix { $0 != "?" })
      take(event, method, id, section, key, subject, &gathering)
      return
    }
  }

  private static func take(
    _ event: LogEvent, _ method: String, _ id: String, _ section: Section, _ key: String,
    _ subject: RecordSubject, _ gathering: inout Gathering
  ) {
    var record = gathering.record(at: event.offset)
    let time = event["TimeGenerated"]
    let caller = event["CallerObjectId"]
    switch method {
    case "PUT", "PATCH":
      record.set(key, text: id, from: event["Path"])
      record.set("updatedUtc", time, isInferred: true)
      record.set("updatedBy", caller, isInferred: true)
      record.links.instanceId = event.text("InstanceId")
      gathering.hint(record, of: section)
    case "DELETE":
      record.set("deletionId", text: "log/\(subject.rawValue)/\(id)", from: event["Path"])
      record.set("subjectType", text: subject.rawValue, from: event["Path"], isInferred: true)
      record.set("subjectId", text: id, from: event["Path"], isInferred: true)
      record.set("deletedUtc", time, isInferred: true)
      record.set("deletedBy", caller, isInferred: true)
      record.links.instanceId = event.text("InstanceId")
      gathering.add(record, to: .deletions)
    default: break
    }
  }
}
