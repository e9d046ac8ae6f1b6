import Model
import SnapshotReader

/// What calls of the Web API in an audit log tell of connections, exports and enrichments.
///
/// The paths of such calls are not documented. So words in them are taken as hints: they add to
/// what other sources have, and lose against whatever those state.
enum ChangeHints {
  private typealias Target = (section: Section, key: String, subject: RecordSubject)

  private static let words: KeyValuePairs<String, Target> = [
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
    let parts = path.prefix { $0 != "?" }.split(separator: "/")
    let found = words.compactMap { word, target in
      parts.lastIndex { $0.lowercased() == word }.map { (position: $0, target: target) }
    }
    // Of several words the last one says what the call is about.
    guard let (position, target) = found.max(by: { $0.position < $1.position }) else { return }
    guard position + 1 < parts.count else {
      if method == "POST" {
        gathering.report(
          .note, "import.hint", "\(target.section.name) \(method)", at: event.offset,
          "the log has a call that may have made one of the \(target.section.name), without its id")
      }
      return
    }
    let id = canonicalIdentifier(String(parts[position + 1]))
    // Without what lies below it, a record has changed and is still there.
    let isPart = position + 2 < parts.count
    take(event, isPart && method == "DELETE" ? "PATCH" : method, id, target, &gathering)
  }

  private static func take(
    _ event: LogEvent, _ method: String, _ id: String, _ target: Target,
    _ gathering: inout Gathering
  ) {
    let (section, key, subject) = target
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
