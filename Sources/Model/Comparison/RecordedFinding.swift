/// A finding as `findings.ndjson` records it: what a later run needs to tell what became of it.
public struct RecordedFinding: Hashable, Sendable {
  /// The identity over runs.
  public var fingerprint: String
  /// The rule's id.
  public var rule: String
  /// The kind of the subject, as the format writes it.
  public var kind: String
  /// The subject's id, masked.
  public var id: String
  /// The subject's name, masked.
  public var name: String?
  /// The outcome.
  public var outcome: Outcome
  /// The outcome without exceptions.
  public var originalOutcome: Outcome
  /// The severity.
  public var severity: FindingSeverity
  /// The key of the reason, if it has one.
  public var reason: String?
  /// SHA-256 of what the subject's record says.
  public var recordDigest: String?
  /// SHA-256 of what the records say that the evidence comes from.
  public var evidenceDigest: String
  /// Whether it was fail or unknown in this run or, as far as compared, in an earlier one.
  public var wasOpen: Bool

  /// A finding from its parts.
  public init(
    fingerprint: String, rule: String, kind: String, id: String, name: String?,
    outcome: Outcome, originalOutcome: Outcome, severity: FindingSeverity, reason: String?,
    recordDigest: String?, evidenceDigest: String, wasOpen: Bool
  ) {
    self.fingerprint = fingerprint
    self.rule = rule
    self.kind = kind
    self.id = id
    self.name = name
    self.outcome = outcome
    self.originalOutcome = originalOutcome
    self.severity = severity
    self.reason = reason
    self.recordDigest = recordDigest
    self.evidenceDigest = evidenceDigest
    self.wasOpen = wasOpen
  }
}

/// A run as its report records it.
public struct RecordedRun: Sendable {
  /// The folder of the report, as the user named it.
  public var path: String
  /// What decided its outcomes.
  public var facts: RunFacts
  /// SHA-256 of its manifest.
  public var manifestDigest: String
  /// SHA-256 of its findings, which the manifest doesn't cover.
  public var findingsDigest: String
  /// Its findings, in their order.
  public var findings: [RecordedFinding]
  /// The rules whose passes, or outcomes that aren't applicable, are not all among them.
  public var sampledRules: Set<String>
  /// The fingerprints of what was open in it or in a run before it and isn't among its findings, as
  /// far as it knows; at most ``goneLimit``, the latest first.
  public var gone: [String]

  /// How many findings that are gone a run remembers.
  public static let goneLimit = 100_000

  /// A run from its parts.
  public init(
    path: String, facts: RunFacts, manifestDigest: String, findingsDigest: String,
    findings: [RecordedFinding], sampledRules: Set<String> = [], gone: [String] = []
  ) {
    self.path = path
    self.facts = facts
    self.manifestDigest = manifestDigest
    self.findingsDigest = findingsDigest
    self.findings = findings
    self.sampledRules = sampledRules
    self.gone = gone
  }

  /// The fingerprints of what is or was open, in it or in a run before it.
  public var everOpen: Set<String> {
    Set(findings.lazy.filter(\.wasOpen).map(\.fingerprint)).union(gone)
  }
}
