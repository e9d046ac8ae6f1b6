import TestSupport
import Testing

/// One file of exceptions for several environments, audited at once or one by one and merged.
@Suite struct MergedExceptionTests {
  private let several: SeveralEnvironments

  init() throws { several = try SeveralEnvironments() }

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
    try several.folder.write("exceptions.yaml", exceptions("Instance wst"))
    let more = ["--exceptions", "exceptions.yaml"]
    let once = try several.audit(SeveralEnvironments.pages + more, to: "once")
    #expect(once.status == 5)
    let problem =
      "exceptions.yaml:5:5: error: the exception is for the environment 'Instance wst', which none "
      + "of the 4 snapshots is of; did you mean 'Instance west'? [exception.environment]"
    #expect(once.diagnostics.contains(problem), "\(once.diagnostics)")
    #expect(
      !once.diagnostics.contains("error: the exception is for the environment 'Instance south'"))
    // Alone each part ends as it would without: the others may have the environment.
    try several.makeParts(SeveralEnvironments.pages + more)
    let merged = try several.merge(to: "merged")
    #expect(merged.status == 5 && merged.diagnostics.contains(problem), "\(merged.diagnostics)")
    #expect(try several.tree("merged").differences(from: several.tree("once")) == [])
    let summary = try several.json("merged/report/summary.json")
    #expect((summary["reasons"] as? [String])?.contains("exceptions.unmatched") == true)
    #expect(summary["exitStatus"] as? Int == 5)
    let unmatched = try #require(summary["unmatchedExceptions"] as? [[String: Any]])
    #expect(unmatched.map { $0["environment"] as? String } == ["Instance wst"])
    let page = try #require(several.folder.text("merged/ar-sa/report/index.html"))
    #expect(page.contains("Instance wst"))

    // With the right name there is nothing to say.
    try several.folder.write("exceptions.yaml", exceptions("instance WEST"))
    let right = try several.audit(more, to: "right")
    #expect(right.status == 1 && !right.diagnostics.contains("error"), "\(right.diagnostics)")
    #expect(!right.diagnostics.contains("exception.environment"), "\(right.diagnostics)")
    #expect(
      (try several.json("right/report/summary.json")["unmatchedExceptions"] as? [Any])?.isEmpty
        == true)
    // Who doesn't tell its environment may be the one that was meant.
    let nameless = SeveralEnvironments.snapshot("north", detached: 0)
      .replacing("\"instanceId\": \"Instance north\", ", with: "")
    try several.folder.write("nameless.json", nameless)
    try several.folder.write("exceptions.yaml", exceptions("Instance wst"))
    let perhaps = try several.call(
      ["audit", "south.json", "nameless.json"] + SeveralEnvironments.options(more) + [
        "-o", "perhaps",
      ])
    #expect(perhaps.status == 0 && !perhaps.diagnostics.contains("error"), "\(perhaps.diagnostics)")
  }

  /// What is to be said of the one file of exceptions is said once, however many audits read it.
  @Test func problemsOfExceptionsAreToldOnce() throws {
    try several.folder.write(
      "exceptions.yaml",
      """
      timeZone: UTC
      exceptions:
        - {rule: LIF-01, subject: "export:e-1", reason: Kept, approver: Ada, requester: Ada,
           created: 2026-01-01, expires: 2026-12-31}
        - {rule: LIF-01, subject: "export:e-2", reason: Kept, approver: Ada, requester: Ben,
           ticket: T-2, created: 2026-01-01, expires: 2026-08-31}

      """)
    let ending = try several.audit(["--exceptions", "exceptions.yaml"], to: "all")
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
    try several.folder.write("exceptions.yaml", head + exception("export:e-3"))
    let once = try several.audit(SeveralEnvironments.pages + more, to: "once")
    #expect(once.status == 1 && !once.diagnostics.contains("exception"), "\(once.diagnostics)")
    let parts = try several.makeParts(SeveralEnvironments.pages + more)
    #expect(parts.map(\.status) == [5, 5, 5, 1], "\(parts.map(\.diagnostics))")
    let merged = try several.merge(to: "merged")
    #expect(merged.status == 1 && merged.diagnostics == "", "\(merged.diagnostics)")
    #expect(try several.call(["merge", "part-north", "part-west", "-o", "half"]).status == 1)
    #expect(
      try several.call(["merge", "part-south", "half", "part-east", "-o", "tree"]).status == 1)
    let tree = try several.tree("once")
    for other in ["merged", "tree"] {
      #expect(try several.tree(other).differences(from: tree) == [], "\(other)")
    }
    let summary = try several.json("once/report/summary.json")
    #expect((summary["reasons"] as? [String]) == ["gate.fails"])
    let environments = try #require(summary["environments"] as? [[String: Any]])
    #expect(environments.map { $0["exitStatus"] as? Int } == [1, 0, 1, 1])
    #expect((summary["unmatchedExceptions"] as? [Any])?.isEmpty == true)

    // With none that has it, once in words and once in the summary; an expired one is no error.
    try several.folder.write(
      "exceptions.yaml",
      head + exception("export:e-9") + exception("export:e-8", "expires: 2026-08-31"))
    let none = try several.audit(SeveralEnvironments.pages + more, to: "none")
    #expect(none.status == 5)
    let errors = none.diagnostics.split(separator: "\n").filter { $0.contains("error") }
    #expect(
      errors.count == 1 && errors[0].contains("LIF-01 of export:e-9 matches nothing; did you mean"),
      "\(none.diagnostics)")
    try several.makeParts(SeveralEnvironments.pages + more)
    let noneOfThem = try several.merge(to: "parts")
    #expect(noneOfThem.status == 5)
    #expect(
      noneOfThem.diagnostics.contains(
        "LIF-01 of export:e-9 matches nothing in any of the snapshots; name the subject as "
          + "the report does, or take it out"),
      "\(noneOfThem.diagnostics)")
    #expect(try several.tree("parts").differences(from: several.tree("none")) == [])
    let listed =
      try several.json("none/report/summary.json")["unmatchedExceptions"] as? [[String: Any]]
    #expect(listed?.map { $0["subject"] as? String } == ["export:e-9"])
    #expect(
      try #require(several.folder.text("none/ar-sa/report/index.html")).contains("export:e-9"))
  }

  /// An exception that accepts something somewhere isn't to be taken out.
  @Test func anExceptionThatOneSnapshotNeedsIsNotUnused() throws {
    try several.folder.write(
      "exceptions.yaml",
      """
      timeZone: UTC
      exceptions:
        - {rule: LIF-01, subject: "export:*", reason: Kept, approver: Ada, requester: Ben,
           ticket: T-1, created: 2026-01-01, expires: 2026-12-31}
        - {rule: LIF-01, subject: "export:e-0", reason: Kept, approver: Ada, requester: Ben,
           ticket: T-2, created: 2026-01-01, expires: 2026-12-31}

      """)
    let ending = try several.audit(["--exceptions", "exceptions.yaml"], to: "all")
    let unused = ending.diagnostics.split(separator: "\n").filter { $0.contains("unused") }
    #expect(unused.count == 1 && unused[0].contains("export:e-0"), "\(ending.diagnostics)")
  }
}
