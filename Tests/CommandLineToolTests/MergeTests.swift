import Foundation
import TestSupport
import Testing

/// Several environments: audited at once, or one by one and merged.
@Suite struct MergeTests {
  private let several: SeveralEnvironments

  init() throws { several = try SeveralEnvironments() }

  @Test func onceOrInPartsGivesTheSameBytes() throws {
    let once = try several.audit(SeveralEnvironments.pages, to: "once")
    #expect(once.status == 1, "\(once.diagnostics)")
    let otherOrder = try several.call(
      ["audit"] + SeveralEnvironments.names.reversed().map { "\($0).json" }
        + SeveralEnvironments.options + SeveralEnvironments.pages
        + ["-o", "again", "--jobs", "1"])
    #expect(otherOrder.status == 1)
    try several.makeParts(SeveralEnvironments.pages)
    let merged = try several.merge(to: "merged")
    #expect(merged.status == 1 && merged.diagnostics == "", "\(merged.diagnostics)")
    // Two at a time, as a cluster may do it.
    #expect(try several.call(["merge", "part-west", "part-south", "-o", "half"]).status == 1)
    #expect(
      try several.call(["merge", "half", "part-north", "part-east", "-o", "tree"]).status == 1)

    let tree = try several.tree("once")
    #expect(tree.files.count > 40)
    for other in ["again", "merged", "tree"] {
      #expect(try several.tree(other).differences(from: tree) == [], "\(other)")
    }
    #expect(once.output == merged.output.replacing("merged", with: "once"))
  }

  /// Environments of one name are told apart by their ids; others stand with their names alone.
  @Test func environmentsOfOneNameHaveTheirIds() throws {
    let ids = ["0a0a0a0a-0000-0000-0000-000000000001", "0a0a0a0a-0000-0000-0000-000000000002"]
    for (position, id) in ids.enumerated() {
      try several.folder.write(
        "\(position).json", SeveralEnvironments.snapshot("north", id: id, detached: position))
    }
    let options = SeveralEnvironments.options.map {
      $0 == "ar-sa" ? "en-us,fr-fr,nl-nl,kk-kz,ar-sa" : $0
    }
    let ending = try several.call(
      ["audit", "0.json", "1.json", "south.json"] + options + SeveralEnvironments.pages + [
        "-o", "all",
      ])
    #expect(ending.status == 1, "\(ending.diagnostics)")
    for id in ids {
      #expect(ending.output.contains("The north (\(id)): "), "\(ending.output)")
    }
    #expect(ending.output.contains("The south: "))
    for locale in ["en-us", "fr-fr", "nl-nl", "kk-kz", "ar-sa"] {
      let page = try #require(several.folder.text("all/\(locale)/report/index.html"))
      let markdown = try #require(several.folder.text("all/\(locale)/report/report.md"))
      for id in ids {
        // The chart, the table and its rows by severity, and each rule.
        #expect(page.ranges(of: ">\(id)</code>").count >= 4, "\(locale)")
        #expect(markdown.contains(id))
      }
      #expect(!page.contains(">Instance south</code>"))
    }
  }

  /// Without a gate every audit ends with 0; what failed isn't in order for that.
  @Test(arguments: [0, 1])
  func whatNoGateHoldsUpIsNotInOrder(detached: Int) throws {
    // The exports of the first were detached lately, and so one may be of the second.
    try several.folder.write(
      "other.json", SeveralEnvironments.snapshot("other", detached: detached))
    let ending = try several.call([
      "audit", "north.json", "other.json", "--rules", "LIF-01", "--as-of",
      "2026-10-01T00:00:00Z", "--locale", "en-us", "--fail-on", "never", "-o", "all",
    ])
    #expect(ending.status == 0, "\(ending.diagnostics)")
    let page = try #require(several.folder.text("all/en-us/report/report.md"))
    #expect(page.contains("Every environment is in order.") == (detached == 0))
    #expect(page.contains("Findings that hold nothing up") == (detached == 1))
    #expect(page.contains("In order"))
  }

  @Test func theRollUpAddsUp() throws {
    try several.makeParts(SeveralEnvironments.pages)
    #expect(try several.merge(to: "all").status == 1)
    let summary = try several.json("all/report/summary.json")
    let environments = try #require(summary["environments"] as? [[String: Any]])
    // By name, however they were given.
    #expect(
      environments.map { $0["name"] as? String }
        == ["The east", "The north", "The south", "The west"])
    let outcomes = ["pass", "fail", "unknown", "accepted", "notApplicable"]
    var sums = Dictionary(uniqueKeysWithValues: outcomes.map { ($0, 0) })
    for environment in environments {
      let path = try #require(environment["folder"] as? String)
      let part = try several.json("all/\(path)/report/summary.json")
      #expect(part["exitStatus"] as? Int == environment["exitStatus"] as? Int)
      let totals = try #require(part["totals"] as? [String: Int])
      for outcome in outcomes { sums[outcome, default: 0] += totals[outcome] ?? 0 }
    }
    // 0 + 1 + 2 + 3 exports were detached long ago.
    #expect(sums["fail"] == 6)
    let totals = try #require(summary["totals"] as? [String: Int])
    #expect(totals.filter { $0.key != "population" } == sums)
    let table = try #require(several.folder.text("all/report/rollup.csv"))
    var rows = Dictionary(uniqueKeysWithValues: outcomes.map { ($0, 0) })
    for line in table.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",")
      rows[String(fields[6]), default: 0] += Int(fields[7]) ?? 0
    }
    #expect(rows == sums)
    let page = try #require(several.folder.text("all/ar-sa/report/index.html"))
    for environment in environments {
      let path = try #require(environment["folder"] as? String)
      #expect(page.contains("href=\"../../\(path)/ar-sa/report/index.html\""))
    }
  }

  @Test func aMergedPackIsVerifiedAndItsPartsReproduced() throws {
    try several.makeParts(["--fail-on", "never"])
    let merged = try several.merge(to: "all")
    #expect(merged.status == 0)
    let whole = try several.call(["verify", "all"])
    #expect(whole.status == 0 && whole.output.hasPrefix("Files: all "), "\(whole.diagnostics)")
    let refused = try several.call(["verify", "all", "--snapshot", "west.json"])
    #expect(refused.status == 2 && refused.diagnostics.contains("[verify.merged]"))
    #expect(
      try several.call(["diff", "all", "part-west"]).diagnostics.contains("[baseline.merged]"))
    let environments = try FileManager.default.contentsOfDirectory(
      atPath: "\(several.folder.path)/all/environments")
    let west = try #require(environments.first { $0.hasPrefix("instancewest-") })
    let part = try several.call(["verify", "all/environments/\(west)", "--snapshot", "west.json"])
    #expect(part.status == 0 && part.output.contains("Reproduced: yes"), "\(part.output)")
    // A byte of a part is a byte of the whole.
    try several.folder.write("all/environments/\(west)/report/junit.xml", "changed")
    let changed = try several.call(["verify", "all"])
    #expect(changed.status == 3)
    #expect(changed.diagnostics.contains("environments/\(west)/report/junit.xml: error: it was"))
  }

  /// A report on several environments is the baseline of each; a new environment has none.
  @Test func eachEnvironmentIsComparedWithItsOwnReport() throws {
    let first = try several.call(
      ["audit", "west.json", "north.json", "-o", "monday"] + SeveralEnvironments.options)
    #expect(first.status == 1)
    try several.folder.write("west.json", SeveralEnvironments.snapshot("west", detached: 1))
    let options = SeveralEnvironments.options + ["--baseline", "monday"]
    let second = try several.call(["audit", "west.json", "east.json", "-o", "tuesday"] + options)
    #expect(second.status == 1)
    #expect(second.diagnostics.contains("[baseline.environment]"), "\(second.diagnostics)")
    let environments = try FileManager.default.contentsOfDirectory(
      atPath: "\(several.folder.path)/tuesday/environments")
    for (name, resolved) in [("west", 2), ("east", nil)] {
      let path = try #require(environments.first { $0.hasPrefix("instance\(name)-") })
      let summary = try several.json("tuesday/environments/\(path)/report/summary.json")
      let comparison = summary["comparison"] as? [String: Any]
      #expect((comparison?["resolved"] as? [String: Any])?["count"] as? Int == resolved)
      #expect(
        comparison?["baseline"] as? String
          == (resolved == nil ? nil : "monday/environments/\(path)"))
    }
  }

  /// The exit status is the gravest of the parts: 3 before 1, whatever comes first.
  @Test func theGravestStatusDecides() throws {
    try several.folder.write(
      "broken.json",
      SeveralEnvironments.snapshot("broken", detached: 0).replacing(
        "\"recordCount\": 1", with: "\"recordCount\": 7"))
    let ending = try several.call(
      ["audit", "west.json", "broken.json", "-o", "all"] + SeveralEnvironments.options)
    #expect(ending.status == 3, "\(ending.diagnostics)")
    let summary = try several.json("all/report/summary.json")
    #expect(summary["exitStatus"] as? Int == 3)
    #expect(summary["reasons"] as? [String] == ["gate.fails", "reconciliation.broken"])
    #expect(
      try several.call(["audit", "north.json", "-o", "all"] + SeveralEnvironments.options).status
        == 0)
  }

  @Test(arguments: [
    (["--as-of", "2026-11-01T00:00:00Z"], "asOf is '2026-11-01T00:00:00Z' here and"),
    (["--rules", "LIF-02"], "rules.LIF-02 is given here and absent in"),
    (["--evidence", "all"], "options.evidence is 'all' here and 'sampled'"),
    (["--fail-on", "low"], "failOn is 'low' here and 'medium'"),
    (["--locale", "en-us"], "options.locales is ['ar-sa', 'en-us'] here and ['ar-sa']"),
  ])
  func partsOfOtherRunsAreRefused(options: [String], message: String) throws {
    try several.makeParts()
    let other = try several.call(
      ["audit", "west.json", "-o", "part-west"] + SeveralEnvironments.options(options))
    #expect(other.status < 2, "\(other.diagnostics)")
    try expectRefusal(["part-north", "part-west"], "merge.differs", message)
  }

  @Test func whatCannotBeMergedIsRefused() throws {
    try several.makeParts()
    try several.folder.write(
      "twin.json", SeveralEnvironments.snapshot("twin", id: "Instance west", detached: 1))
    _ = try several.call(["audit", "twin.json", "-o", "twin"] + SeveralEnvironments.options)
    try expectRefusal(
      ["part-west", "twin", "part-north"], "merge.twice",
      "the environment 'Instance west' has a part in")
    try several.folder.write("nothing/x", "")
    try expectRefusal(["part-west", "nothing"], "verify.missing", "nothing/report/SHA256SUMS")
    _ = try several.call([
      "audit", "north.json", "-o", "tables", "--format", "csv", "--rules", "LIF-01",
    ])
    try expectRefusal(["part-west", "tables"], "merge.missing", "tables/report/manifest.json")
    try several.folder.write("part-east/report/findings.csv", "changed")
    try several.folder.write("part-east/report/more.csv", "added")
    try expectRefusal(
      ["part-west", "part-east"], "verify.changed", "part-east/report/findings.csv")
    try expectRefusal(["part-west", "part-east"], "verify.added", "part-east/report/more.csv")
    // The snapshots themselves, given at once.
    let twice = try several.call(
      ["audit", "west.json", "twin.json", "-o", "all"] + SeveralEnvironments.options)
    #expect(twice.status == 3 && twice.diagnostics.contains("[merge.twice]"))
    let formats = try several.call([
      "audit", "west.json", "north.json", "-o", "all", "--format", "html",
    ])
    #expect(formats.status == 2 && formats.diagnostics.contains("[configuration.format]"))
    #expect(!formats.diagnostics.contains("vouch-parts"))
    try several.folder.write("bad.json", "{")
    let bad = try several.call(["audit", "bad.json", "west.json", "absent.json", "-o", "all"])
    #expect(bad.status == 3)
    #expect(bad.diagnostics.contains("bad.json:1:") && bad.diagnostics.contains("absent.json: "))
    #expect(several.folder.text("all/report/summary.json") == nil)
  }

  private func expectRefusal(_ parts: [String], _ code: String, _ message: String) throws {
    let ending = try several.call(["merge"] + parts + ["-o", "all"])
    #expect(ending.status == 3)
    #expect(
      ending.diagnostics.contains(message) && ending.diagnostics.contains("[\(code)]"),
      "\(ending.diagnostics)")
    #expect(!FileManager.default.fileExists(atPath: "\(several.folder.path)/all"))
  }
}
