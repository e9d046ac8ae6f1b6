import Digests
public import Model

/// What a report says about the run that made it.
public struct ReportRun: Sendable {
  /// What was found.
  public var result: AuditResult
  /// What the gate says.
  public var gate: GateResult
  /// The tool's version, such as `0.1.0`.
  public var toolVersion: String
  /// The exit status of the audit, as the shell sees it.
  public var exitStatus: Int
  /// Why the status is what it is, as stable codes such as `gate.fails`.
  public var statusReasons: [String]
  /// How many outcomes are listed.
  public var evidence = EvidenceExtent.sampled
  /// When what must be done is due.
  public var deadlines = Deadlines()
  /// The outcomes that a workpaper holds, if one was asked for.
  public var sample: SampleRequest?
  /// SHA-256 of the bytes of a record, if they can still be read.
  public var recordDigest: @Sendable (RecordPointer) -> String? = { _ in nil }

  /// What decided the outcomes.
  public let facts: RunFacts
  /// The run compared with an earlier one, if one was given.
  public var comparison: Comparison?
  /// The verdicts' positions, rule by rule, of what the earlier run knows to have been open.
  ///
  /// They are listed however many pass, since the next run learns of them here. Empty without such
  /// a run.
  public var formerlyOpen: [Set<Int>] = []

  /// How the report was asked for; `nil` where nobody will want to make it again.
  public var settings: ReportSettings?

  /// A run from its parts.
  public init(
    result: AuditResult, gate: GateResult, toolVersion: String, exitStatus: Int,
    statusReasons: [String]
  ) {
    self.result = result
    self.gate = gate
    self.toolVersion = toolVersion
    self.exitStatus = exitStatus
    self.statusReasons = statusReasons
    facts = result.facts(toolVersion: toolVersion)
  }

  /// The positions of a rule's verdicts that are listed, in their order.
  func listedPositions(_ rule: Int) -> [Int] {
    evidence.positions(result.rules[rule], keeping: kept(rule))
  }

  /// How many outcomes of a rule are counted only.
  func unlisted(_ rule: Int) -> [(outcome: Outcome, count: Int)] {
    evidence.unlisted(result.rules[rule], keeping: kept(rule))
  }

  private func kept(_ rule: Int) -> Set<Int> {
    formerlyOpen.indices.contains(rule) ? formerlyOpen[rule] : []
  }

  /// What the gate would say if there were no exceptions.
  var gateWithoutExceptions: GateResult {
    gate.gate.judge(result, ignoringExceptions: true)
  }
}
