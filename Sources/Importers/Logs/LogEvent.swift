import Model
import SnapshotReader

/// An event of Azure Monitor, with the columns of Log Analytics whichever way it came.
struct LogEvent {
  /// Where it begins.
  let offset: Int
  /// Columns by name.
  private(set) var columns: [String: JSONNode] = [:]

  /// What a column says; `nil` if there is none or it is `null` or empty.
  subscript(column: String) -> JSONNode? {
    guard let value = columns[column], !value.isNull, value.text != "" else { return nil }
    return value
  }

  /// The text of a column.
  func text(_ column: String) -> String? { self[column]?.text }

  /// When the event was written.
  var time: Instant? {
    guard let text = text("TimeGenerated"), case .instant(let time) = InstantText.read(text)
    else { return nil }
    return time
  }

  /// An event as it lies in a storage account.
  ///
  /// `tenantId` there is the organization, not the workspace as in Log Analytics.
  init(stored event: JSONNode, _ parser: borrowing JSONNodeParser) {
    offset = event.offset
    take(
      [
        "time": "TimeGenerated", "operationName": "OperationName", "resultType": "ResultType",
        "category": "Category",
      ], from: event)
    if let properties = event["properties"].map({ $0.unpacked(parser) }) {
      take(
        [
          "eventType": "EventType", "workflowJobId": "WorkflowJobId",
          "operationType": "OperationType", "startTimestamp": "StartTime",
          "endTimestamp": "EndTime", "submittedTimestamp": "SubmittedTime",
          "submittedBy": "SubmittedBy", "workflowSubmissionKind": "WorkflowSubmissionKind",
          "instanceId": "InstanceId", "identifier": "Identifier", "friendlyName": "FriendlyName",
          "error": "Error", "additionalInfo": "AdditionalInformation", "method": "Method",
          "path": "Path", "operationStatus": "OperationStatus",
          "callerObjectId": "CallerObjectId", "tenantId": "OrganizationId",
        ], from: properties)
    }
    if let claims = event["identity"].map({ $0.unpacked(parser) })?["Claims"] {
      columns["Claims"] = claims
    }
    unpack(parser)
  }

  /// An event as a row of Log Analytics.
  init(row: [(column: String, value: JSONNode)], at offset: Int, _ parser: borrowing JSONNodeParser)
  {
    self.offset = offset
    for (column, value) in row where columns[column] == nil { columns[column] = value }
    unpack(parser)
  }

  private mutating func take(_ names: KeyValuePairs<String, String>, from object: JSONNode) {
    for (theirs, ours) in names { columns[ours] = object[theirs] }
  }

  private mutating func unpack(_ parser: borrowing JSONNodeParser) {
    for column in ["AdditionalInformation", "Claims"] {
      columns[column] = columns[column]?.unpacked(parser)
    }
  }

  /// Whether it speaks of a workflow, also where a query left out the columns that say so.
  var isOfWorkflow: Bool {
    if let type = text("EventType") { return type == "WorkflowEvent" }
    return self["WorkflowJobId"] != nil || self["OperationType"] != nil && self["Path"] == nil
  }

  /// The sign-in name of the caller, from its column or the claims.
  var userPrincipalName: String? {
    if let name = text("UserPrincipalName") { return name }
    for claim in ["upn", "preferred_username", "unique_name"] {
      if let name = self["Claims"]?[claim]?.text, name.contains("@") { return name }
    }
    return nil
  }
}

extension JSONNode {
  /// The value; of JSON inside a text, what that says.
  func unpacked(_ parser: borrowing JSONNodeParser) -> JSONNode {
    guard let text, text.hasPrefix("{") || text.hasPrefix("[") else { return self }
    let bytes = Array(text.utf8)
    do {
      return try parser.parse(bytes, 0..<bytes.count).moved(to: offset)
    } catch {
      return self
    }
  }

  /// The same value, all of it at one place.
  private func moved(to offset: Int) -> JSONNode {
    switch content {
    case .object(let members):
      JSONNode(
        .object(members.map { Member($0.key, $0.value.moved(to: offset)) }), at: offset)
    case .list(let entries): JSONNode(.list(entries.map { $0.moved(to: offset) }), at: offset)
    default: JSONNode(content, at: offset)
    }
  }
}
