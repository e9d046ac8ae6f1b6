import Model
import Testing

@Suite struct RollUpTests {
  private static func environment(_ name: String?, _ id: String?) -> EnvironmentResult {
    EnvironmentResult(
      instanceID: id, name: name, folder: "snapshot-\(id ?? "1a2b3c4d5e6f")", snapshot: "a.json",
      collected: nil, manifestDigest: id ?? "", exitStatus: 0, reasons: [],
      totals: OutcomeTotals(), totalsWithoutExceptions: OutcomeTotals(), severities: [:], rules: [])
  }

  /// As much of an id as is needed, only where names collide.
  @Test(
    arguments: [
      (["a1b2c3d4-1111", "ffffffff-2222"], ["a1b2c3d4…", "ffffffff…"]),
      (["a1b2c3d4-1111-x", "a1b2c3d4-1122-x"], ["a1b2c3d4-111…", "a1b2c3d4-112…"]),
      (["a1b2c3d4-1", "a1b2c3d4-2"], ["a1b2c3d4-1", "a1b2c3d4-2"]), (["x", "xy"], ["x", "xy"]),
      (["a1b2c3d4", "a1b2c3d4e5f6"], ["a1b2c3d4", "a1b2c3d4e…"]),
      ([nil, "a1b2c3d4e5f6"], ["snapshot…", "a1b2c3d4…"]),
    ] as [([String?], [String])])
  func environmentsOfOneNameHaveTheirIds(ids: [String?], expected: [String]) {
    let namesakes = ids.map { Self.environment("Contoso", $0) }
    let others = [Self.environment("Fabrikam", "f"), Self.environment(nil, "n")]
    let rollUp = RollUp(namesakes + others)
    #expect(namesakes.map { rollUp.distinction(of: $0) } == expected)
    #expect(others.map { rollUp.distinction(of: $0) } == [nil, nil])
  }
}
