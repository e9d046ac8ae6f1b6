import Model
import SnapshotReader

/// Reads connectors and role assignments of the product's predecessor of 2017, as history only:
/// what they say adds to records of other sources and makes none.
enum LegacyReader {
  static let typePrefix = "microsoft.customerinsights/hubs/"

  /// Whether an object is a resource of the predecessor.
  static func isResource(_ object: JSONNode) -> Bool {
    object["type"]?.text?.lowercased().hasPrefix(typePrefix) ?? false
  }

  /// Reads one resource, a list of them, or a page of a list.
  static func read(_ root: JSONNode, into gathering: inout Gathering) {
    for resource in root["value"]?.entries ?? root.entries ?? [root] {
      let properties = resource["properties"] ?? resource
      switch resource["type"]?.text?.lowercased().dropFirst(typePrefix.count) {
      case "connectors": readConnector(properties, &gathering)
      case "roleassignments": readRoleAssignment(properties, &gathering)
      default:
        gathering.leaveOut(
          "arm-2017", at: resource.offset,
          "this is no connector and no role assignment, and is left out")
      }
    }
  }

  private static func readConnector(_ connector: JSONNode, _ gathering: inout Gathering) {
    var hint = gathering.record(at: connector.offset)
    for (theirs, ours) in [("description", "description"), ("created", "createdUtc")] {
      hint.set(ours, connector[theirs], isInferred: true)
    }
    hint.set("migrated", JSONNode(.flag(true), at: connector.offset), isInferred: true)
    hint.links.name =
      (connector["displayName"] ?? connector["connectorName"])?.text
    gathering.hint(hint, of: .connections)
  }

  private static func readRoleAssignment(_ assignment: JSONNode, _ gathering: inout Gathering) {
    for principal in assignment["principals"]?.entries ?? [] {
      var hint = gathering.record(at: principal.offset)
      hint.set("principalId", principal["principalId"])
      hint.set("principalType", principal["principalType"], isInferred: true)
      gathering.hint(hint, of: .principals)
    }
  }
}
