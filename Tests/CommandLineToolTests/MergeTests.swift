import Foundation
import TestSupport
import Testing

/// Several environments: audited at once, or one by one and merged.
@Suite struct MergeTests {
  private static let names = ["north", "south", "east", "west"]
  private static let options = [
    "--rules", "LIF-01,DQ-01", "--as-of", "2026-10-01T00:00:00Z", "--locale", "ar-sa",
    "--fail-on", "medium", "--format", "json,ndjson,csv,junit",
  ]
  private static let pages = ["--format", "html,markdown"]

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (position, name) in Self.names.enumerated() {
      try folder.write("\(name).json", Self.snapshot(name, detached: position))
    }
  }

  /// A snapshot with some exports that were detached long ago, and one that was not.
  private static func snapshot(_ name: String, id: String? = nil, detached: Int) -> String {
    let exports = (0...detached).map { number in
      """
      {"exportId": "e-\(number)", "connectionId": null,
       "detachedUtc": "\(number == 0 ? "2026-09-20" : "2025-01-01")T00:00:00Z"}
      """
    }
    return """
      {
        "schema": "connections-snapshot/1",
        "environment": {"instanceId": "\(id ?? "Instance \(name)")", "name": "The \(name)",
          "instanceType": "production"},
        "collection": {"collectedUtc": "2026-09-30T06:00:00Z", "collectedBy": "a@b.example",
          "tool": "hand", "toolVersion": "1", "timeZone": "UTC",
          "sources": [{"section": "exports", "kind": "manual", "recordCount": \(exports.count),
            "complete": true}]},
        "exports": [\(exports.joined(separator: ",\n"))]
      }

      """
  }

  private func call(_ words: [String]) throws -> BuiltTool.Ending {
    try BuiltTool(folder: folder.path).call(words)
  }

  private func makeParts(_ more: [String] = []) throws {
    for name in Self.names {
      let ending = try call(["audit", "\(name).json", "-o", "part-\(name)"] + Self.options + more)
      try #require(ending.status < 2, "\(ending.diagnostics)")
    }
  }

  private func tree(_ path: String) throws -> Tree { try Tree("\(folder.path)/\(path)") }

  @Test func onceOrInPartsGivesTheSameBytes() throws {
    let once = try call(
      ["audit"] + Self.names.map { "\($0).json" } + Self.options + Self.pages + ["-o", "once"])
    #expect(once.status == 1, "\(once.diagnostics)")
    let otherOrder = try call(
      ["audit"] + Self.names.reversed().map { "\($0).json" } + Self.options + Self.pages
        + ["-o", "again", "--jobs", "1"])
    #expect(otherOrder.status == 1)
    try makeParts(Self.pages)
    let merged = try call(["merge"] + Self.names.sorted().map { "part-\($0)" } + ["-o", "merged"])
    #expect(merged.status == 1 && merged.diagnostics == "", "\(merged.diagnostics)")
    // Two at a time, as a cluster may do it.
    #expect(try call(["merge", "part-west", "part-south", "-o", "half"]).status == 1)
    #expect(try call(["merge", "half", "part-north", "part-east", "-o", "tree"]).status == 1)

    let tree = try tree("once")
    #expect(tree.files.count > 40)
    for other in ["again", "merged", "tree"] {
      #expect(try self.tree(other).differences(from: tree) == [], "\(other)")
    }
    #expect(once.output == merged.output.replacing("merged", with: "once"))
  }

  /// Without a gate every audit ends with 0; what failed isn't in order for that.
  @Test(arguments: [0, 1])
  func whatNoGateHoldsUpIsNotInOrder(detached: Int) throws {
    // The exports of the first were detached lately, and so one may be of the second.
    try folder.write("other.json", Self.snapshot("other", detached: detached))
    let ending = try call([
      "audit", "north.json", "other.json", "--rules", "LIF-01", "--as-of",
      "2026-10-01T00:00:00Z", "--locale", "en-us", "--fail-on", "never", "-o", "all",
    ])
    #expect(ending.status == 0, "\(ending.diagnostics)")
    let page = try #require(folder.text("all/en-us/report/report.md"))
    #expect(page.contains("Every environment is in order.") == (detached == 0))
    #expect(page.contains("Findings that hold nothing up") == (detached == 1))
    #expect(page.contains("In order"))
  }

  @Test func theRollUpAddsUp() throws {
    try makeParts(Self.pages)
    #expect(try call(["merge"] + Self.names.map { "part-\($0)" } + ["-o", "all"]).status == 1)
    let summary = try json("all/report/summary.json")
    let environments = try #require(summary["environments"] as? [[String: Any]])
    // By name, however they were given.
    #expect(
      environments.map { $0["name"] as? String }
        == ["The east", "The north", "The south", "The west"])
    let outcomes = ["pass", "fail", "unknown", "accepted", "notApplicable"]
    var sums = Dictionary(uniqueKeysWithValues: outcomes.map { ($0, 0) })
    for environment in environments {
      let path = try #require(environment["folder"] as? String)
      let part = try json("all/\(path)/report/summary.json")
      #expect(part["exitStatus"] as? Int == environment["exitStatus"] as? Int)
      let totals = try #require(part["totals"] as? [String: Int])
      for outcome in outcomes { sums[outcome, default: 0] += totals[outcome] ?? 0 }
    }
    // 0 + 1 + 2 + 3 exports were detached long ago.
    #expect(sums["fail"] == 6)
    let totals = try #require(summary["totals"] as? [String: Int])
    #expect(totals.filter { $0.key != "population" } == sums)
    let table = try #require(folder.text("all/report/rollup.csv"))
    var rows = Dictionary(uniqueKeysWithValues: outcomes.map { ($0, 0) })
    for line in table.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",")
      rows[String(fields[6]), default: 0] += Int(fields[7]) ?? 0
    }
    #expect(rows == sums)
    let page = try #require(folder.text("all/ar-sa/report/index.html"))
    for environment in environments {
      let path = try #require(environment["folder"] as? String)
      #expect(page.contains("href=\"../../\(path)/ar-sa/report/index.html\""))
    }
  }

  private func json(_ path: String) throws -> [String: Any] {
    let text = try #require(folder.text(path), "\(path)")
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func aMergedPackIsVerifiedAndItsPartsReproduced() throws {
    try makeParts(["--fail-on", "never"])
    let merged = try call(["merge"] + Self.names.map { "part-\($0)" } + ["-o", "all"])
    #expect(merged.status == 0)
    let whole = try call(["verify", "all"])
    #expect(whole.status == 0 && whole.output.hasPrefix("Files: all "), "\(whole.diagnostics)")
    let refused = try call(["verify", "all", "--snapshot", "west.json"])
    #expect(refused.status == 2 && refused.diagnostics.contains("[verify.merged]"))
    #expect(try call(["diff", "all", "part-west"]).diagnostics.contains("[baseline.merged]"))
    let environments = try FileManager.default.contentsOfDirectory(
      atPath: "\(folder.path)/all/environments")
    let west = try #require(environments.first { $0.hasPrefix("instancewest-") })
    let part = try call(["verify", "all/environments/\(west)", "--snapshot", "west.json"])
    #expect(part.status == 0 && part.output.contains("Reproduced: yes"), "\(part.output)")
    // A byte of a part is a byte of the whole.
    try folder.write("all/environments/\(west)/report/junit.xml", "changed")
    let changed = try call(["verify", "all"])
    #expect(changed.status == 3)
    #expect(changed.diagnostics.contains("environments/\(west)/report/junit.xml: error: it was"))
  }

  /// A report on several environments is the baseline of each; a new environment has none.
  @Test func eachEnvironmentIsComparedWithItsOwnReport() throws {
    let first = try call(["audit", "west.json", "north.json", "-o", "monday"] + Self.options)
    #expect(first.status == 1)
    try folder.write("west.json", Self.snapshot("west", detached: 1))
    let options = Self.options + ["--baseline", "monday"]
    let second = try call(["audit", "west.json", "east.json", "-o", "tuesday"] + options)
    #expect(second.status == 1)
    #expect(second.diagnostics.contains("[baseline.environment]"), "\(second.diagnostics)")
    let environments = try FileManager.default.contentsOfDirectory(
      atPath: "\(folder.path)/tuesday/environments")
    for (name, resolved) in [("west", 2), ("east", nil)] {
      let path = try #require(environments.first { $0.hasPrefix("instance\(name)-") })
      let summary = try json("tuesday/environments/\(path)/report/summary.json")
      let comparison = summary["comparison"] as? [String: Any]
      #expect((comparison?["resolved"] as? [String: Any])?["count"] as? Int == resolved)
      #expect(
        comparison?["baseline"] as? String
          == (resolved == nil ? nil : "monday/environments/\(path)"))
    }
  }

  /// The exit status is the gravest of the parts: 3 before 1, whatever comes first.
  @Test func theGravestStatusDecides() throws {
    try folder.write(
      "broken.json",
      Self.snapshot("broken", detached: 0).replacing(
        "\"recordCount\": 1", with: "\"recordCount\": 7"))
    let ending = try call(["audit", "west.json", "broken.json", "-o", "all"] + Self.options)
    #expect(ending.status == 3, "\(ending.diagnostics)")
    let summary = try json("all/report/summary.json")
    #expect(summary["exitStatus"] as? Int == 3)
    #expect(summary["reasons"] as? [String] == ["gate.fails", "reconciliation.broken"])
    #expect(try call(["audit", "north.json", "-o", "all"] + Self.options).status == 0)
  }

  @Test(arguments: [
    (["--as-of", "2026-11-01T00:00:00Z"], "asOf is '2026-11-01T00:00:00Z' here and"),
    (["--rules", "LIF-02"], "rules.LIF-02 is given here and absent in"),
    (["--evidence", "all"], "options.evidence is 'all' here and 'sampled'"),
    (["--fail-on", "low"], "failOn is 'low' here and 'medium'"),
    (["--locale", "en-us"], "options.locales is ['ar-sa', 'en-us'] here and ['ar-sa']"),
  ])
  func partsOfOtherRunsAreRefused(options: [String], message: String) throws {
    try makeParts()
    let other = try call(["audit", "west.json", "-o", "part-west"] + Self.options + options)
    #expect(other.status < 2, "\(other.diagnostics)")
    try expectRefusal(["part-north", "part-west"], "merge.differs", message)
  }

  @Test func whatCannotBeMergedIsRefused() throws {
    try makeParts()
    try folder.write("twin.json", Self.snapshot("twin", id: "Instance west", detached: 1))
    _ = try call(["audit", "twin.json", "-o", "twin"] + Self.options)
    try expectRefusal(
      ["part-west", "twin", "part-north"], "merge.twice",
      "the environment 'Instance west' has a part in")
    try folder.write("nothing/x", "")
    try expectRefusal(["part-west", "nothing"], "verify.missing", "nothing/report/SHA256SUMS")
    _ = try call(["audit", "north.json", "-o", "tables", "--format", "csv", "--rules", "LIF-01"])
    try expectRefusal(["part-west", "tables"], "merge.missing", "tables/report/manifest.json")
    try folder.write("part-east/report/findings.csv", "changed")
    try folder.write("part-east/report/more.csv", "added")
    try expectRefusal(
      ["part-west", "part-east"], "verify.changed", "part-east/report/findings.csv")
    try expectRefusal(["part-west", "part-east"], "verify.added", "part-east/report/more.csv")
    // The snapshots themselves, given at once.
    let twice = try call(["audit", "west.json", "twin.json", "-o", "all"] + Self.options)
    #expect(twice.status == 3 && twice.diagnostics.contains("[merge.twice]"))
    let formats = try call(["audit", "west.json", "north.json", "-o", "all", "--format", "html"])
    #expect(formats.status == 2 && formats.diagnostics.contains("[configuration.format]"))
    #expect(!formats.diagnostics.contains("vouch-parts"))
    try folder.write("bad.json", "{")
    let bad = try call(["audit", "bad.json", "west.json", "absent.json", "-o", "all"])
    #expect(bad.status == 3)
    #expect(bad.diagnostics.contains("bad.json:1:") && bad.diagnostics.contains("absent.json: "))
    #expect(folder.text("all/report/summary.json") == nil)
  }

  private func expectRefusal(_ parts: [String], _ code: String, _ message: String) throws {
    let ending = try call(["merge"] + parts + ["-o", "all"])
    #expect(ending.status == 3)
    #expect(
      ending.diagnostics.contains(message) && ending.diagnostics.contains("[\(code)]"),
      "\(ending.diagnostics)")
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/all"))
  }
}
