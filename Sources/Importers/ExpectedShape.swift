import Model
import SnapshotReader

/// What a document of a kind looks like, so that another one isn't taken for an empty one.
struct ExpectedShape {
  private let kind: ImportKind

  init(_ kind: ImportKind) { self.kind = kind }

  /// What is wrong with a document: something is in it, and nothing of it is of the kind.
  ///
  /// An empty list is in order: somebody looked, and there was nothing. Single values that don't fit
  /// among others that do are left to the reader of the kind.
  func problem(
    of root: JSONNode
  ) -> (offset: Int, message: String, suggestion: String)? {
    let entries = entries(of: root)
    guard let entries else {
      return (root.offset, "expected \(name) in place of this value", advice)
    }
    guard let first = entries.first, !entries.contains(where: fits) else { return nil }
    if first.entries != nil {
      return (first.offset, "this is a list in a list", "save the inner list by itself")
    }
    if WebAPIReader.isError(first) {
      return (first.offset, "this is the answer to a call that failed", "collect it again")
    }
    if let other = WebAPIReader.kind(of: first), other != kind {
      return (
        first.offset, "this is not \(name)", "it looks like \(other.rawValue); name that kind"
      )
    }
    return (first.offset, "this is not \(name)", advice)
  }

  /// The values that have to be of the kind; `nil` if the document can't hold any.
  private func entries(of root: JSONNode) -> [JSONNode]? {
    switch kind {
    case .snapshot: return root.isObject ? [root] : nil
    case .logs: return root["records"]?.entries ?? root.entries ?? objects(root)
    case .logAnalytics: return root["tables"]?.entries ?? root.entries
    case .legacy: return root["value"]?.entries ?? root.entries ?? objects(root)
    // A null says that nothing is there.
    default: return root.isNull || root.isObject || root.entries != nil ? root.answer.records : nil
    }
  }

  private func objects(_ root: JSONNode) -> [JSONNode]? { root.isObject ? [root] : nil }

  /// Whether a value is of the kind.
  func fits(_ entry: JSONNode) -> Bool {
    guard entry.isObject, !WebAPIReader.isError(entry) else { return false }
    switch kind {
    case .snapshot:
      return entry.members.contains { $0.key == "schema" || Section(name: $0.key) != nil }
    case .legacy: return LegacyReader.isResource(entry)
    case .logAnalytics:
      return entry["columns"]?.entries != nil && entry["rows"]?.entries != nil
        || entry.has("TimeGenerated") || entry.has("OperationName")
    default: return keys.contains(where: entry.has)
    }
  }

  /// The keys of which a value of the kind has at least one.
  private var keys: [String] {
    switch kind {
    case .webAPIInstances, .webAPIInstance: ["instanceId"]
    case .webAPIRoleAssignments: ["principalId"]
    case .webAPIRoleDefinitions: ["roleName"]
    case .webAPISegments: ["name", "friendlyName", "evaluationStatus"]
    case .webAPITables: ["qualifiedEntityName"]
    case .webAPIJobs: ["jobId", "taskId"]
    case .webAPIStatus: ["identifier", "operationType"]
    case .webAPISchedules: ["cronSchedules", "identifiers", "operationType"]
    case .webAPIConnections: ["resourceId"]
    case .webAPITermsOfUse: ["state"]
    case .logs: ["operationName", "properties"]
    default: []
    }
  }

  private var name: String {
    switch kind {
    case .snapshot: "a snapshot or a part of one"
    case .logs: "an event of Azure Monitor"
    case .logAnalytics: "the answer of a Log Analytics query"
    case .legacy: "a connector or a role assignment of the predecessor"
    default: "an answer of the kind \(kind.rawValue)"
    }
  }

  private var advice: String {
    switch kind {
    case .snapshot: "a snapshot is an object with sections such as 'connections'"
    case .legacy: "a resource has a 'type' that begins with Microsoft.CustomerInsights/hubs/"
    case .logAnalytics: "an answer has 'tables' with 'columns' and 'rows', or a list of rows"
    default: "each value has \(keys.map { "'\($0)'" }.joined(separator: " or "))"
    }
  }
}
