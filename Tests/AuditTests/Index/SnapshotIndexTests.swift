import Model
import SnapshotReader
import Testing

@testable import Audit

/// Which rows ids name, section by section.
@Suite struct SnapshotIndexTests {
  /// An id may stand in several sections, and a principal may be named by its sign-in name.
  private static let fragment = """
    {"principals":[{"principalId":"p1","upn":"ann@contoso.example"},
                   {"principalId":"p2","upn":"p1"},
                   {"principalId":"p3","upn":"same@contoso.example"},
                   {"principalId":"p4","upn":"same@contoso.example"},
                   {"principalId":"same"}],
     "connections":[{"connectionId":"c1"},{"connectionId":"same"},{"connectionId":"c2"},
                    {"connectionId":"c1"}],
     "exports":[{"exportId":"same","connectionId":"c2"},{"exportId":"e1","connectionId":"same"},
                {"exportId":"c1","connectionId":"same"},{"exportId":"e2","connectionId":"gone"}],
     "segments":[{"name":"same"},{"name":"s1"}]}
    """

  @Test(
    arguments: [
      ("p1", Section.principals, 0), ("ann@contoso.example", .principals, 0),
      ("same@contoso.example", .principals, 2), ("same", .principals, 4), ("c1", .principals, nil),
      ("c1", .connections, 0), ("same", .connections, 1), ("c2", .connections, 2),
      ("e1", .connections, nil), ("same", .exports, 0), ("e1", .exports, 1), ("c1", .exports, 2),
      ("gone", .exports, nil), ("gone", .connections, nil), ("same", .segments, 0),
      ("s1", .segments, 1), ("s1", .tables, nil),
    ] as [(String, Section, Int?)])
  func anIdNamesTheFirstRowOfEachSection(
    _ name: String, _ section: Section, _ row: Int?
  ) throws {
    let snapshot = try SnapshotReader.snapshot(fromFragment: Self.fragment)
    let index = SnapshotIndex(snapshot)
    let identifier = try Self.identifier(name, snapshot)
    #expect(index.row(identifier, in: section) == row)
  }

  @Test(
    arguments: [
      ("c1", []), ("c2", [0]), ("same", [1, 2]), ("gone", []), ("e2", []),
    ] as [(String, [Int32])])
  func groupsTheExportsOfAConnection(_ name: String, _ rows: [Int32]) throws {
    let snapshot = try SnapshotReader.snapshot(fromFragment: Self.fragment)
    let index = SnapshotIndex(snapshot)
    let number = index.number(try Self.identifier(name, snapshot))
    #expect(Array(index.exportsByConnection[number]) == rows)
  }

  private static func identifier(_ name: String, _ snapshot: Snapshot) throws -> Identifier {
    let index = try #require(
      (0..<Int32(snapshot.texts.count)).first { snapshot.text(Identifier(index: $0)) == name })
    return Identifier(index: index)
  }
}
