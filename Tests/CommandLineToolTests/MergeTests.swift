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

  /// An exception for an environment that isn't here matches nothing, whichever way parts are put
  /// together; one snapshot alone can't tell.
  @Test func anExceptionForNoneOfTheEnvironmentsIsAnError() throws {
    func exceptions(_ environment: String) -> String {
      """
      timeZone: UTC
      exceptions:
        - {rule: LIF-01, subject: "export:e-1", reason: Kept, approver: Ada, requester: Ben,
           ticket: T-1, created: 2026-01-01, expires: 2026-12-31, environment: Instance south}
        - {rule: LIF-01, subject: "export:e-1", reason: Kept, approver: Ada, requester: Ben,
           ticket: T-2, created: 2026-01-01, expires: 2026-12-31, environment: \(environment)}

      """
    }
    try folder.write("exceptions.yaml", exceptions("Instance wst"))
    let more = ["--exceptions", "exceptions.yaml"]
    let once = try call(
      ["audit"] + Self.names.map { "\($0).json" } + Self.options + Self.pages + more
        + ["-o", "once"])
    #expect(once.status == 5)
    let problem =
      "exceptions.yaml:5:5: error: the exception is for the environment 'Instance wst', which none "
      + "of the 4 snapshots is of; did you mean 'Instance west'? [exception.environment]"
    #expect(once.diagnostics.contains(problem), "\(once.diagnostics)")
    #expect(
      !once.diagnostics.contains("error: the exception is for the environment 'Instance south'"))
    // Alone each part ends as it would without: the others may have the environment.
    try makeParts(Self.pages + more)
    let merged = try call(["merge"] + Self.names.map { "part-\($0)" } + ["-o", "merged"])
    #expect(merged.status == 5 && merged.diagnostics.contains(problem), "\(merged.diagnostics)")
    #expect(try tree("merged").differences(from: tree("once")) == [])
    let summary = try json("merged/report/summary.json")
    #expect((summary["reasons"] as? [String])?.contains("exceptions.unmatched") == true)
    #expect(summary["exitStatus"] as? Int == 5)
    let unmatched = try #require(summary["unmatchedExceptions"] as? [[String: Any]])
    #expect(unmatched.map { $0["environment"] as? String } == ["Instance wst"])
    let page = try #require(folder.text("merged/ar-sa/report/index.html"))
    #expect(page.contains("Instance wst"))

    // With the right name there is nothing to say.
    try folder.write("exceptions.yaml", exceptions("instance WEST"))
    let right = try call(
      ["audit"] + Self.names.map { "\($0).json" } + Self.options + more + ["-o", "right"])
    #expect(right.status == 1 && !right.diagnostics.contains("error"), "\(right.diagnostics)")
    #expect(!right.diagnostics.contains("exception.environment"), "\(right.diagnostics)")
    #expect(
      (try json("right/report/summary.json")["unmatchedExceptions"] as? [Any])?.isEmpty == true)
    // Who doesn't tell its environment may be the one that was meant.
    let nameless = Self.snapshot("north", detached: 0)
      .replacing("\"instanceId\": \"Instance north\", ", with: "")
    try folder.write("nameless.json", nameless)
    try folder.write("exceptions.yaml", exceptions("Instance wst"))
    let perhaps = try call(
      ["audit", "south.json", "nameless.json"] + Self.options + more + ["-o", "perhaps"])
    #expect(perhaps.status == 0 && !perhaps.diagnostics.contains("error"), "\(perhaps.diagnostics)")
  }

  /// What is to be said of the one file of exceptions is said once, however many audits read it.
  @Test func problemsOfExceptionsAreToldOnce() throws {
    try folder.write(
      "exceptions.yaml",
      """
      timeZone: UTC
      exceptions:
        - {rule: LIF-01, subject: "export:e-1", reason: Kept, approver: Ada, requester: Ada,
           created: 2026-01-01, expires: 2026-12-31}
        - {rule: LIF-01, subject: "export:e-2", reason: Kept, approver: Ada, requester: Ben,
           ticket: T-2, created: 2026-01-01, expires: 2026-08-31}

      """)
    let ending = try call(
      ["audit"] + Self.names.map { "\($0).json" } + Self.options
        + ["--exceptions", "exceptions.yaml", "-o", "all"])
    #expect(ending.status == 1)
    let lines = ending.diagnostics.split(separator: "\n").map(String.init)
    func count(_ code: String) -> Int { lines.count { $0.hasSuffix("[exception.\(code)]") } }
    // What one snapshot has no subject for is none of its faults: others have it.
    #expect(
      ["self-approved", "no-ticket", "expired", "unmatched"].map(count) == [1, 1, 2, 0],
      "\(ending.diagnostics)")
    // Two snapshots still have what the expired one covered, and two don't: the advice differs.
    #expect(
      lines.contains {
        $0.contains("so it is not applied (east.json, west.json); mend what it covered")
      }, "\(ending.diagnostics)")
  }

  /// One file serves all environments: an exception is a fault only if none of them needs it.
  @Test func anExceptionWithItsSubjectInOneOfTheEnvironmentsIsInOrder() throws {
    func exception(_ subject: String, _ more: String = "expires: 2026-12-31") -> String {
      """
        - {rule: LIF-01, subject: "\(subject)", reason: Kept, approver: Ada, requester: Ben,
           ticket: T-1, created: 2026-01-01, \(more)}

      """
    }
    let head = "timeZone: UTC\nexceptions:\n"
    let more = ["--exceptions", "exceptions.yaml"]
    // Only the last snapshot has e-3; e-0 is in all of them and open in none.
    try folder.write("exceptions.yaml", head + exception("export:e-3"))
    let once = try call(
      ["audit"] + Self.names.map { "\($0).json" } + Self.options + Self.pages + more
        + ["-o", "once"])
    #expect(once.status == 1 && !once.diagnostics.contains("exception"), "\(once.diagnostics)")
    for name in Self.names {
      let ending = try call(
        ["audit", "\(name).json", "-o", "part-\(name)"] + Self.options + Self.pages + more)
      #expect(ending.status == (name == "west" ? 1 : 5), "\(name): \(ending.diagnostics)")
    }
    let merged = try call(["merge"] + Self.names.map { "part-\($0)" } + ["-o", "merged"])
    #expect(merged.status == 1 && merged.diagnostics == "", "\(merged.diagnostics)")
    #expect(try call(["merge", "part-north", "part-west", "-o", "half"]).status == 1)
    #expect(try call(["merge", "part-south", "half", "part-east", "-o", "tree"]).status == 1)
    let tree = try tree("once")
    for other in ["merged", "tree"] {
      #expect(try self.tree(other).differences(from: tree) == [], "\(other)")
    }
    let summary = try json("once/report/summary.json")
    #expect((summary["reasons"] as? [String]) == ["gate.fails"])
    let environments = try #require(summary["environments"] as? [[String: Any]])
    #expect(environments.map { $0["exitStatus"] as? Int } == [1, 0, 1, 1])
    #expect((summary["unmatchedExceptions"] as? [Any])?.isEmpty == true)

    // With none that has it, once in words and once in the summary; an expired one is no error.
    try folder.write(
      "exceptions.yaml",
      head + exception("export:e-9") + exception("export:e-8", "expires: 2026-08-31"))
    let none = try call(
      ["audit"] + Self.names.map { "\($0).json" } + Self.options + Self.pages + more
        + ["-o", "none"])
    #expect(none.status == 5)
    let errors = none.diagnostics.split(separator: "\n").filter { $0.contains("error") }
    #expect(
      errors.count == 1 && errors[0].contains("LIF-01 of export:e-9 matches nothing; did you mean"),
      "\(none.diagnostics)")
    for name in Self.names {
      _ = try call(
        ["audit", "\(name).json", "-o", "part-\(name)"] + Self.options + Self.pages + more)
    }
    let parts = try call(["merge"] + Self.names.map { "part-\($0)" } + ["-o", "parts"])
    #expect(parts.status == 5)
    #expect(
      parts.diagnostics.contains("LIF-01 of export:e-9 matches nothing in any of the snapshots"),
      "\(parts.diagnostics)")
    #expect(try self.tree("parts").differences(from: self.tree("none")) == [])
    let listed = try json("none/report/summary.json")["unmatchedExceptions"] as? [[String: Any]]
    #expect(listed?.map { $0["subject"] as? String } == ["export:e-9"])
    #expect(try #require(folder.text("none/ar-sa/report/index.html")).contains("export:e-9"))
  }

  /// An exception that accepts something somewhere isn't to be taken out.
  @Test func anExceptionThatOneSnapshotNeedsIsNotUnused() throws {
    try folder.write(
      "exceptions.yaml",
      """
      timeZone: UTC
      exceptions:
        - {rule: LIF-01, subject: "export:*", reason: Kept, approver: Ada, requester: Ben,
           ticket: T-1, created: 2026-01-01, expires: 2026-12-31}
        - {rule: LIF-01, subject: "export:e-0", reason: Kept, approver: Ada, requester: Ben,
           ticket: T-2, created: 2026-01-01, expires: 2026-12-31}

      """)
    let ending = try call(
      ["audit"] + Self.names.map { "\($0).json" } + Self.options
        + ["--exceptions", "exceptions.yaml", "-o", "all"])
    let unused = ending.diagnostics.split(separator: "\n").filter { $0.contains("unused") }
    #expect(unused.count == 1 && unused[0].contains("export:e-0"), "\(ending.diagnostics)")
  }

  /// Environments of one name are told apart by their ids; others stand with their names alone.
  @Test func environmentsOfOneNameHaveTheirIds() throws {
    let ids = ["0a0a0a0a-0000-0000-0000-000000000001", "0a0a0a0a-0000-0000-0000-000000000002"]
    for (position, id) in ids.enumerated() {
      try folder.write(
        "\(position).json", Self.snapshot("north", id: id, detached: position))
    }
    let options = Self.options.map { $0 == "ar-sa" ? "en-us,fr-fr,nl-nl,kk-kz,ar-sa" : $0 }
    let ending = try call(
      ["audit", "0.json", "1.json", "south.json"] + options + Self.pages + ["-o", "all"])
    #expect(ending.status == 1, "\(ending.diagnostics)")
    for id in ids {
      #expect(ending.output.contains("The north (\(id)): "), "\(ending.output)")
    }
    #expect(ending.output.contains("The south: "))
    for locale in ["en-us", "fr-fr", "nl-nl", "kk-kz", "ar-sa"] {
      let page = try #require(folder.text("all/\(locale)/report/index.html"))
      let markdown = try #require(folder.text("all/\(locale)/report/report.md"))
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
