import Model
import Testing

@testable import Audit

/// What became of a finding, and why, for each pair of outcomes and each thing that may differ between
/// two runs.
@Suite struct ComparisonBoundTests {
  private static let facts = RunFacts(
    toolVersion: "1", environment: "i-1", collected: "2026-09-30T00:00:00Z",
    asOf: "2026-10-01T00:00:00Z", inputs: ["in"],
    sections: [
      "exports": .init(state: "present", isComplete: true, count: 2, sha256: "x"),
      "runs": .init(state: "present", isComplete: true, count: 9, sha256: "r"),
      "tables": .init(state: "present", isComplete: true, count: 1, sha256: "t"),
    ], catalogue: "c", exceptions: "e",
    rules: [
      "LIF-01": .init(sha256: "s", sections: ["exports", "runs"], parameters: ["maxIdleDays": 30])
    ])

  private static func finding(
    _ outcome: Outcome, original: Outcome? = nil, severity: FindingSeverity = .medium,
    reason: String? = "r", record: String? = "d", evidence: String = "v", wasOpen: Bool? = nil,
    kind: String = "export", id: String = "e-1"
  ) -> RecordedFinding {
    let original = original ?? (outcome == .accepted ? .fail : outcome)
    return RecordedFinding(
      fingerprint: "f", rule: "LIF-01", kind: kind, id: id, name: nil, outcome: outcome,
      originalOutcome: original, severity: severity, reason: reason, recordDigest: record,
      evidenceDigest: evidence, wasOpen: wasOpen ?? original.isOpen)
  }

  private func compare(
    _ before: RecordedFinding?, _ after: RecordedFinding?, _ old: RunFacts = facts,
    _ new: RunFacts = facts,
    sampled: Set<String> = []
  ) -> ComparedFinding? {
    let run = RecordedRun(
      path: "old", facts: old, manifestDigest: "m", findingsDigest: "f",
      findings: before.map { [$0] } ?? [])
    var comparer = Comparer(run, new, sampledRules: sampled)
    if let after { comparer.visit(after.fingerprint, after.outcome) { _ in after } }
    return comparer.finish().findings.first
  }

  /// The table of `docs/comparison.md`: before, now, and what that is; `nil`: open in neither.
  @Test(arguments: [
    (nil as Outcome?, Outcome.fail as Outcome?, FindingChange.new as FindingChange?),
    (nil, .unknown, .new), (nil, .pass, nil), (nil, .accepted, nil), (nil, .notApplicable, nil),
    (.pass, .fail, .new), (.pass, .unknown, .new), (.pass, .pass, nil), (.pass, .accepted, nil),
    (.pass, .notApplicable, nil), (.pass, nil, nil), (.notApplicable, .fail, .new),
    (.notApplicable, .unknown, .new), (.notApplicable, .notApplicable, nil),
    (.notApplicable, nil, nil),
    (.accepted, .fail, .reopened), (.accepted, .unknown, .reopened), (.accepted, .accepted, nil),
    (.accepted, .pass, nil), (.accepted, nil, nil), (.fail, .fail, .persisting),
    (.fail, .unknown, .changed),
    (.fail, .pass, .resolved), (.fail, .accepted, .resolved), (.fail, .notApplicable, .resolved),
    (.fail, nil, .resolved), (.unknown, .unknown, .persisting), (.unknown, .fail, .changed),
    (.unknown, .pass, .resolved), (.unknown, .accepted, .resolved),
    (.unknown, .notApplicable, .resolved),
    (.unknown, nil, .resolved),
  ])
  func whatBecameOfIt(before: Outcome?, after: Outcome?, change: FindingChange?) {
    let compared = compare(before.map { Self.finding($0) }, after.map { Self.finding($0) })
    #expect(compared?.change == change)
  }

  /// Met in between, but open in some earlier run of the chain.
  @Test(arguments: [
    (Outcome.pass, true, FindingChange.reopened), (.pass, false, .new),
    (.notApplicable, true, .reopened),
  ])
  func theChainRemembers(before: Outcome, wasOpen: Bool, change: FindingChange) {
    let compared = compare(Self.finding(before, wasOpen: wasOpen), Self.finding(.fail))
    #expect(compared?.change == change)
  }

  /// Open in some earlier run, away in the one before, and what this one says of it.
  @Test(arguments: [
    (Outcome.fail, FindingChange.reopened as FindingChange?), (.unknown, .reopened), (.pass, nil),
    (.accepted, nil),
  ])
  func theChainRemembersWhatWasAway(outcome: Outcome, change: FindingChange?) {
    let run = RecordedRun(
      path: "old", facts: Self.facts, manifestDigest: "m", findingsDigest: "f", findings: [],
      gone: ["f", "g"])
    var comparer = Comparer(run, Self.facts)
    let finding = Self.finding(outcome)
    comparer.visit(finding.fingerprint, outcome) { _ in finding }
    let comparison = comparer.finish()
    #expect(comparison.findings.first?.change == change)
    // It is there again, however it ended; the other one is handed on.
    #expect(comparison.gone == ["g"])
    #expect(comparison.wereOpen == ["f", "g"])
  }

  /// What a run hands on of what it doesn't have itself: all that ever was open, a bounded number.
  @Test(arguments: [
    (Outcome.fail, true, ["f", "g"]), (.accepted, true, ["f", "g"]), (.pass, true, ["f", "g"]),
    (.pass, false, ["g"]),
  ])
  func whatIsGoneIsHandedOn(outcome: Outcome, wasOpen: Bool, gone: [String]) {
    var run = RecordedRun(
      path: "old", facts: Self.facts, manifestDigest: "m", findingsDigest: "f",
      findings: [Self.finding(outcome, wasOpen: wasOpen)], gone: ["g"])
    #expect(Comparer(run, Self.facts).finish().gone == gone)
    run.gone = (0..<RecordedRun.goneLimit).map(String.init)
    let kept = Comparer(run, Self.facts).finish().gone
    #expect(kept.count == RecordedRun.goneLimit)
    #expect(kept.first == (wasOpen ? "f" : "0"))
  }

  /// Open in both, with another severity or reason.
  @Test func aChangeOfWords() {
    #expect(compare(Self.finding(.fail), Self.finding(.fail, severity: .low))?.change == .changed)
    #expect(compare(Self.finding(.fail), Self.finding(.fail, reason: "s"))?.change == .changed)
    #expect(compare(Self.finding(.fail), Self.finding(.fail, reason: nil))?.change == .changed)
    // What doesn't belong to the finding itself changes nothing.
    let other = Self.finding(.fail, record: "other", evidence: "other", wasOpen: false)
    #expect(compare(Self.finding(.fail), other)?.change == .persisting)
  }

  /// A thing that differs in the later run, and the causes that it is; the finding passed before and
  /// fails now.
  struct Difference: Sendable, CustomTestStringConvertible {
    let name: String
    let causes: [ChangeCause]
    var before = ComparisonBoundTests.finding(.pass, reason: nil)
    var after = ComparisonBoundTests.finding(.fail)
    let change: @Sendable (inout RunFacts) -> Void

    var testDescription: String { name }

    init(
      _ name: String, _ causes: [ChangeCause], before: RecordedFinding? = nil,
      after: RecordedFinding? = nil,
      _ change: @escaping @Sendable (inout RunFacts) -> Void = { _ in }
    ) {
      (self.name, self.causes, self.change) = (name, causes, change)
      if let before { self.before = before }
      if let after { self.after = after }
    }
  }

  static let differences: [Difference] = [
    Difference("nothing", []),
    Difference("the record", [.data], after: finding(.fail, record: "other")),
    Difference("the record is there", [.data], before: finding(.pass, record: nil)),
    Difference("the evidence", [.data], after: finding(.fail, evidence: "other")),
    Difference("the rule", [.rule]) { $0.rules["LIF-01"]?.sha256 = "other" },
    Difference("a parameter", [.parameter]) { $0.rules["LIF-01"]?.parameters["maxIdleDays"] = 31 },
    Difference("a further parameter", [.parameter]) { $0.rules["LIF-01"]?.parameters["more"] = 1 },
    Difference("a limit by contract", [.parameter]) {
      $0.rules["LIF-01"]?.agreedLimits = ["a": "5 total"]
    },
    Difference("the catalogue", [.catalogue]) { $0.catalogue = "other" },
    Difference("the environment", [.scope]) { $0.environment = "i-2" },
    Difference("the environment isn't told", [.scope]) { $0.environment = nil },
    Difference("the environment in other letters", []) { $0.environment = "I-1" },
    Difference("a section that it reads is no longer complete", [.scope]) {
      $0.sections["runs"]?.isComplete = false
    },
    Difference("a section that it reads is null", [.scope]) { $0.sections["runs"]?.state = "null" },
    Difference("a section that it reads is gone", [.scope]) { $0.sections["runs"] = nil },
    Difference("a section that it doesn't read", []) {
      $0.sections["tables"] = .init(state: "null", isComplete: false, count: 0, sha256: "u")
    },
    Difference("other records of a section that it reads", [.data]) {
      $0.sections["runs"]?.sha256 = "other"
    },
    Difference("their number alone", [.data]) { $0.sections["runs"]?.count = 8 },
    Difference("the rule didn't run", [.scope]) { $0.rules = [:] },
    Difference("the clock", [.clock]) { $0.asOf = "2026-10-02T00:00:00Z" },
    Difference("the collection, where the clock is given", []) {
      $0.collected = "2026-10-01T00:00:00Z"
    },
    Difference("the collection, where it is the clock", [.clock]) { $0.asOf = nil },
    Difference("the clock and other records", [.clock, .data]) {
      $0.asOf = "2026-10-02T00:00:00Z"
      $0.sections["runs"]?.sha256 = "other"
    },
    // The clock is named only where nothing closer changed.
    Difference("the clock and the record", [.data], after: finding(.fail, record: "other")) {
      $0.asOf = "2026-10-02T00:00:00Z"
    },
    Difference("the clock and a parameter", [.parameter]) {
      $0.asOf = "2026-10-02T00:00:00Z"
      $0.rules["LIF-01"]?.parameters["maxIdleDays"] = 31
    },
    Difference("the tool's version alone", [.rule]) { $0.toolVersion = "2" },
    Difference("the version and the clock", [.clock]) {
      $0.toolVersion = "2"
      $0.asOf = "2026-10-02T00:00:00Z"
    },
    Difference("the files alone", [.data]) { $0.inputs = ["other"] },
    Difference(
      "everything", [.data, .rule, .parameter, .catalogue, .scope],
      after: finding(.fail, record: "other")
    ) {
      $0.rules["LIF-01"] = .init(sha256: "o", sections: ["exports"], parameters: [:])
      $0.catalogue = "other"
      $0.environment = "i-2"
      $0.asOf = nil
      $0.toolVersion = "2"
    },
    // Exceptions: named where the finding is the same without them and one run accepts it.
    Difference("an exception came", [.exception], before: finding(.fail), after: finding(.accepted))
    { $0.exceptions = "other" },
    Difference("an exception went", [.exception], before: finding(.accepted), after: finding(.fail))
    { $0.exceptions = nil },
    Difference(
      "an exception ran out", [.exception, .clock], before: finding(.accepted),
      after: finding(.fail)
    ) { $0.asOf = "2026-12-01T00:00:00Z" },
    Difference(
      "one of another outcome", [.data, .exception], before: finding(.accepted, original: .unknown),
      after: finding(.fail, record: "other")
    ) { $0.exceptions = "other" },
    Difference(
      "accepted, and now met", [.data], before: finding(.fail),
      after: finding(.pass, reason: nil, record: "other")
    ) { $0.exceptions = "other" },
    Difference(
      "the file of exceptions, which doesn't name it", [.data],
      after: finding(.fail, record: "other")
    ) { $0.exceptions = "other" },
  ]

  @Test(arguments: differences) func why(difference: Difference) {
    var new = Self.facts
    difference.change(&new)
    let compared = compare(difference.before, difference.after, Self.facts, new)
    #expect(compared?.causes == difference.causes)
  }

  /// Why only one of the runs has a finding: its record came or went, or nobody looked.
  static let appearances: [Difference] = [
    Difference("other records of its section", [.data]) {
      $0.sections["exports"]?.sha256 = "other"
    },
    Difference("nothing that was recorded", [.data]),
    Difference("a section that the rule reads beside", [.data]) {
      $0.sections["runs"]?.sha256 = "other"
    },
    Difference("a section that it doesn't read", [.data]) {
      $0.sections["tables"]?.sha256 = "other"
    },
    Difference("the rule", [.rule]) { $0.rules["LIF-01"]?.sha256 = "other" },
    Difference("the rule and the records", [.data, .rule]) {
      $0.rules["LIF-01"]?.sha256 = "other"
      $0.sections["exports"]?.sha256 = "other"
    },
    // Neither parameters nor the catalogue nor time say which subjects there are.
    Difference("a parameter", [.data]) { $0.rules["LIF-01"]?.parameters["maxIdleDays"] = 31 },
    Difference("the catalogue", [.data]) { $0.catalogue = "other" },
    Difference("the clock", [.data]) { $0.asOf = nil },
    Difference("its section is gone", [.scope]) {
      $0.sections["exports"] = .init(state: "absent", isComplete: false, count: 0, sha256: "n")
    },
    Difference("its section is no longer complete", [.scope]) {
      $0.sections["exports"]?.isComplete = false
    },
    Difference("the same, with other records", [.data, .scope]) {
      $0.sections["exports"]?.isComplete = false
      $0.sections["exports"]?.sha256 = "other"
    },
    Difference("the environment", [.scope]) { $0.environment = "i-2" },
    Difference("the rule didn't run", [.scope]) { $0.rules = [:] },
  ]

  @Test(arguments: appearances) func whyOnlyOneHasIt(difference: Difference) {
    var new = Self.facts
    difference.change(&new)
    #expect(compare(nil, Self.finding(.fail), Self.facts, new)?.causes == difference.causes, "came")
    #expect(compare(Self.finding(.fail), nil, Self.facts, new)?.causes == difference.causes, "went")
    #expect(
      compare(nil, Self.finding(.fail), new, Self.facts)?.causes == difference.causes, "came back")
  }

  /// A missing population is a matter of what was collected, whatever else changed.
  @Test func aPopulationIsScope() {
    var new = Self.facts
    new.rules["LIF-01"]?.sha256 = "other"
    let population = Self.finding(.unknown, kind: "section", id: "exports")
    #expect(compare(nil, population, Self.facts, new)?.causes == [.scope])
    #expect(compare(population, nil, Self.facts, new)?.causes == [.scope])
  }
}
