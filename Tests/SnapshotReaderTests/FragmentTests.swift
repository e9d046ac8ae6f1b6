import Foundation
import Model
import SnapshotReader
import TestSupport
import Testing

@Suite struct FragmentTests {
  @Test func readsTheSectionsThatAreGiven() throws {
    let snapshot = try SnapshotReader.snapshot(
      fromFragment: """
        {"exports": [
          {"exportId": "{E0E0E0E0-0000-0000-0000-00000000000A}", "state": "ACTIVE",
           "connectionId": null, "detachedUtc": "2022-01-02T03:04:05.1234567Z",
           "items": [{"kind": "segment", "name": "High"}, {"kind": "table", "name": "T"}],
           "fields": [], "contractLimit": 5},
          {"exportId": "e-2"}]}
        """)
    let exports = Array(snapshot.rows(Export.self))
    try #require(exports.count == 2)
    #expect(exports[0].text(.exportId) == "e0e0e0e0-0000-0000-0000-00000000000a")
    #expect(exports[0][.state] == .value(.active))
    #expect(exports[0][.connectionId].isNull)
    #expect(exports[0][.detachedUtc].known?.microseconds == 1_641_092_645_123_456)
    #expect(exports[0][.contractLimit] == .value(5))
    let items = try #require(exports[0][.items].known)
    #expect(items.count == 2)
    #expect(items.field(1, "kind", ItemKind.self) == .value(.table))
    #expect(items.field(1, "name", Identifier.self).known.map(snapshot.text) == "T")
    #expect(exports[0][.fields].known?.isEmpty == true)
    #expect(exports[1][.fields].isAbsent)
    #expect(exports[1][.state].isAbsent)
    #expect(snapshot.state(.exports) == .present)
    #expect(snapshot.state(.runs) == .absent)
    #expect(exports[1].pointer?.line == 6)
  }

  @Test func keepsAbsentNullAndEmptyApart() throws {
    let snapshot = try SnapshotReader.snapshot(
      fromFragment: """
        {"connections": [
          {"connectionId": "a", "sharing": null, "allowedRoles": null},
          {"connectionId": "b", "sharing": {"reason": ""}, "allowedRoles": []},
          {"connectionId": "c"}], "runs": null, "agreements": []}
        """)
    let rows = Array(snapshot.rows(Connection.self))
    try #require(rows.count == 3)
    #expect(rows[0][.sharingReason].isNull)
    #expect(rows[0][.sharingApprovedUtc].isNull)
    #expect(rows[0][.allowedRoles].isNull)
    #expect(rows[1].text(.sharingReason) == "")
    #expect(rows[1][.sharingApprovedUtc].isAbsent)
    #expect(rows[1][.allowedRoles].known?.isEmpty == true)
    #expect(rows[2][.sharingReason].isAbsent)
    #expect(rows[2][.allowedRoles].isAbsent)
    #expect(snapshot.state(.runs) == .null)
    #expect(snapshot.state(.agreements) == .present)
    #expect(snapshot.state(.consents) == .absent)
  }

  @Test(.enabled(if: SharedMaterial.isPresent, "../shared is not beside the project"))
  func readsTheProposedExample() throws {
    let path = SharedMaterial.folder.appending(path: "domain/shapes/snapshot_proposed.json").path
    let result = SnapshotReader.read(path)
    #expect(result.diagnostics.map(\.code) == ["field.unknown"])
    let snapshot = try #require(result.snapshot)
    #expect(snapshot.count(.connections) == 1)
    #expect(snapshot.count(.runs) == 1)
    let connection = try #require(snapshot.rows(Connection.self).first)
    #expect(connection[.removalDueUtc].isNull)
    #expect(connection[.targetAccountIds].known?.count == 2)
  }
}
