/// What became of a finding since an earlier run.
public enum FindingChange: String, Sendable, CaseIterable {
  /// It is open (fail or unknown) now, and never was before, as far as known.
  case new
  /// It is open again.
  case reopened
  /// It is open in both runs, with another outcome, severity or reason.
  case changed
  /// It is open in both runs, as it was.
  case persisting
  /// It was open and no longer is: met, accepted, not applicable, or gone.
  case resolved
}

/// Why a finding differs from an earlier run.
public enum ChangeCause: String, Sendable, CaseIterable {
  /// What the snapshot says.
  case data
  /// The rule itself.
  case rule
  /// The values of the rule's parameters.
  case parameter
  /// An exception: granted, ended, changed.
  case exception
  /// The catalogue of services.
  case catalogue
  /// What was looked at: the rules chosen, the environment, the sections collected.
  case scope
  /// Time alone: the audit's clock moved on.
  case clock
}

/// A finding that is, or was, open.
public struct ComparedFinding: Hashable, Sendable {
  /// What became of it.
  public let change: FindingChange
  /// Why; of several, each changed and may be why; empty for one that persists.
  public let causes: [ChangeCause]
  /// The finding in the later run; `nil` if it is gone.
  public let after: RecordedFinding?
  /// The finding in the earlier run; `nil` if there was none.
  public let before: RecordedFinding?

  /// A finding from its parts; one of `after` and `before` is given.
  public init(
    _ change: FindingChange, _ causes: [ChangeCause], after: RecordedFinding?,
    before: RecordedFinding?
  ) {
    self.change = change
    self.causes = causes
    self.after = after
    self.before = before
  }

  /// The finding as it is, or as it was if it is gone.
  public var finding: RecordedFinding? { after ?? before }
}

/// Two runs compared.
public struct Comparison: Sendable {
  /// The earlier run.
  public let before: RunFacts
  /// The later run.
  public let after: RunFacts
  /// The folder of the earlier run's report, as the user named it.
  public let path: String
  /// SHA-256 of the earlier run's manifest.
  public let manifestDigest: String
  /// SHA-256 of the earlier run's findings.
  public let findingsDigest: String
  /// What is or was open: in the order of the later run, then what is gone in the order of the
  /// earlier one.
  public let findings: [ComparedFinding]
  /// The outcomes of the earlier run by fingerprint.
  public let outcomes: [String: Outcome]
  /// The findings that the earlier run knows to have been open.
  public let wereOpen: Set<String>
  /// Those of them that the later run doesn't have, for the runs after it; the latest first.
  public let gone: [String]
  private let positions: [String: Int]

  /// A comparison from its parts.
  public init(
    before: RecordedRun, after: RunFacts, findings: [ComparedFinding], gone: [String] = []
  ) {
    self.before = before.facts
    self.after = after
    path = before.path
    manifestDigest = before.manifestDigest
    findingsDigest = before.findingsDigest
    self.findings = findings
    positions = Dictionary(
      findings.enumerated().compactMap { position, compared in
        compared.finding.map { ($0.fingerprint, position) }
      }, uniquingKeysWith: { first, _ in first })
    outcomes = Dictionary(
      before.findings.map { ($0.fingerprint, $0.outcome) }, uniquingKeysWith: { $1 })
    wereOpen = before.everOpen
    self.gone = gone
  }

  /// What became of a finding; `nil` for one that is open in neither run.
  public func compared(_ fingerprint: String) -> ComparedFinding? {
    positions[fingerprint].map { findings[$0] }
  }

  /// How many findings changed in a way.
  public func count(_ change: FindingChange) -> Int { findings.count { $0.change == change } }

  /// How many findings changed in a way for a cause, alone or among others.
  public func count(_ change: FindingChange, _ cause: ChangeCause) -> Int {
    findings.count { $0.change == change && $0.causes.contains(cause) }
  }
}
