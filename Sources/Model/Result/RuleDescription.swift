/// The kind of thing that a rule judges.
public enum SubjectKind: String, Sendable, CaseIterable {
  case environment, connection, export, enrichment, section, identifier, record
  case principal, segment, schedule, run, deletion, agreeSurface
}

/// A group of rules.
public enum RuleGroup: String, Sendable, CaseIterable {
  case consent, sharing, lifecycle, limits, credentials, transfers, integrity
  /// Rules of the user's own.
  case custom
}

/// A framework of controls that rules are mapped to; the mappings are proposals for a lawyer and an
/// auditor to confirm.
public enum Framework: String, Sendable, CaseIterable {
  case gdpr, iso27701, iso27001, nistPrivacy, nist80053, soc2, ccpa

  /// The name and edition as printed.
  public var title: String {
    switch self {
    case .gdpr: "GDPR"
    case .iso27701: "ISO/IEC 27701:2019"
    case .iso27001: "ISO/IEC 27001:2022"
    case .nistPrivacy: "NIST Privacy Framework 1.0"
    case .nist80053: "NIST SP 800-53 Rev. 5"
    case .soc2: "SOC 2 TSC 2017"
    case .ccpa: "CCPA/CPRA"
    }
  }
}

/// The controls of one framework that a rule serves.
public struct ControlMapping: Hashable, Sendable {
  /// The framework.
  public let framework: Framework
  /// The controls, such as `5(2)` or `A.7.2.8`.
  public let controls: [String]

  /// A mapping from its parts.
  public init(_ framework: Framework, _ controls: [String]) {
    self.framework = framework
    self.controls = controls
  }
}

/// A value that tunes a rule.
public struct RuleParameter: Hashable, Sendable {
  /// What the value counts.
  public enum Unit: String, Sendable {
    case days, minutes, seconds, share, count, factor

    /// Whether only whole numbers of it make sense.
    public var isWhole: Bool { self != .share && self != .factor }
  }

  /// The name in `vouch.yaml`, such as `maxIdleDays`.
  public let name: String
  /// The value without configuration.
  public let defaultValue: Double
  /// The values that make sense.
  public let range: ClosedRange<Double>
  /// What the value counts.
  public let unit: Unit
  /// The value of this run.
  public var value: Double
  /// Where the value of this run was set, such as `vouch.yaml:25`; `nil`: it is the default.
  public var origin: String?

  /// A parameter with its default.
  public init(
    _ name: String, _ defaultValue: Double, in range: ClosedRange<Double>, _ unit: Unit
  ) {
    self.name = name
    self.defaultValue = defaultValue
    self.range = range
    self.unit = unit
    value = defaultValue
  }
}

/// What is fixed about a rule; its words are content (`content/<locale>/rules/<id>.md`).
public struct RuleDescription: Hashable, Sendable {
  /// The id, such as `CON-01`.
  public let id: String
  /// The group.
  public let group: RuleGroup
  /// The severity of its findings unless a finding says otherwise.
  public let severity: FindingSeverity
  /// What it judges.
  public let subject: SubjectKind
  /// The sections it reads, the one that supplies its subjects first.
  public private(set) var sections: [Section]
  /// The names of its clauses; the words are at `clause.<id>.<name>` in the catalog.
  public let clauses: [String]
  /// The outcomes that it can never have.
  public let impossible: Set<Outcome>
  /// The controls that it serves.
  public let controls: [ControlMapping]
  /// The values that tune it.
  public var parameters: [RuleParameter]
  /// The limits by contract of this run; `nil`: the rule doesn't judge by them.
  public var agreedLimits: [AgreedLimit]?
  /// The titles of a rule that has no page in the documentation, by language.
  public var titles: [LocaleTag: String] = [:]
  /// SHA-256 of what the rule is: its clauses, what it reads and what its examples must give.
  ///
  /// Another version of the rule has another one; empty where nobody computed it.
  public var digest = ""

  /// A description from its parts.
  public init(
    _ id: String, group: RuleGroup, severity: FindingSeverity, subject: SubjectKind,
    sections: [Section], clauses: [String], impossible: Set<Outcome> = [],
    controls: [ControlMapping], parameters: [RuleParameter] = [],
    agreedLimits: [AgreedLimit]? = nil
  ) {
    self.id = id
    self.group = group
    self.severity = severity
    self.subject = subject
    self.sections = sections
    self.clauses = clauses
    self.impossible = impossible
    self.controls = controls
    self.parameters = parameters
    self.agreedLimits = agreedLimits
  }

  /// The same rule with sections that it was seen to read behind those that it is said to read.
  public func reading(_ sections: [Section]) -> RuleDescription {
    var rule = self
    rule.sections += sections.filter { !self.sections.contains($0) }
    return rule
  }

  /// The value of a parameter in this run; 0 if the rule has none of that name.
  public func value(_ parameter: String) -> Double {
    parameters.first { $0.name == parameter }?.value ?? 0
  }
}
