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

  /// What the gate would say if there were no exceptions.
  var gateWithoutExceptions: GateResult {
    gate.gate.judge(result, ignoringExceptions: true)
  }
}
