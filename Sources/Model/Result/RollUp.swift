/// The results of the audits of several environments, put together.
public struct RollUp: Hashable, Sendable {
  /// The value of the `schema` key of a summary of several environments.
  public static let schema = "vouch-rollup/1"

  /// The environments by name, instance id and digest; the order in which they were given counts
  /// for nothing.
  public let environments: [EnvironmentResult]
  /// The ids of the environments that share a name, by that name.
  private let namesakes: [String: [String]]

  /// Puts results together.
  public init(_ environments: [EnvironmentResult]) {
    self.environments = environments.sorted { $0.order.lexicographicallyPrecedes($1.order) }
    namesakes = Dictionary(grouping: environments, by: \.title)
      .filter { $0.value.count > 1 }.mapValues { $0.map(\.distinctID) }
  }

  /// What tells an environment from the others of its name: as much of its id as is needed, at least
  /// eight characters; `nil` if its name is its own.
  public func distinction(of environment: EnvironmentResult) -> String? {
    guard let ids = namesakes[environment.title] else { return nil }
    let id = environment.distinctID
    var length = 8
    while length < id.count, ids.count(where: { $0.hasPrefix(id.prefix(length)) }) > 1 {
      length += 1
    }
    return length + 1 < id.count ? "\(id.prefix(length))…" : id
  }

  /// The sums over all environments.
  public var totals: OutcomeTotals { sum(\.totals) }

  /// The sums over all environments, as if there were no exceptions.
  public var totalsWithoutExceptions: OutcomeTotals { sum(\.totalsWithoutExceptions) }

  /// The sums at one severity.
  public func totals(at severity: FindingSeverity) -> OutcomeTotals {
    sum { $0.severities[severity] ?? OutcomeTotals() }
  }

  /// The sums of a rule, by its position; all environments have the same rules.
  public func totals(ofRule position: Int) -> OutcomeTotals {
    sum { $0.rules[position].totals }
  }

  /// The exceptions for environments that none of these is: they match nothing.
  ///
  /// An environment that doesn't tell its id may be any of those that exceptions name.
  public var unmatchedExceptions: [ExceptionElsewhere] {
    guard let first = environments.first, environments.allSatisfy({ $0.instanceID != nil })
    else { return [] }
    return first.exceptionsElsewhere.filter { exception in
      environments.allSatisfy { $0.exceptionsElsewhere.contains(exception) }
    }
  }

  /// The exceptions that some environments have no subject for, and none has one.
  ///
  /// Those for one environment are among them, if that is here; see also ``unmatchedExceptions``.
  public var exceptionsWithoutSubject: [ExceptionWithoutSubject] {
    let matched = matchedExceptions
    var seen: Set<SourceLocation> = []
    return environments.flatMap(\.exceptionsWithoutSubject)
      .filter {
        $0.isError && !matched.contains($0.location) && seen.insert($0.location).inserted
      }
      .sorted { ($0.location.line, $0.location.column) < ($1.location.line, $1.location.column) }
  }

  /// Where the exceptions stand that lack a subject in some environment and have one in another.
  private var matchedExceptions: Set<SourceLocation> {
    let lacking = Set(environments.flatMap { $0.exceptionsWithoutSubject.map(\.location) })
    return lacking.filter { location in
      environments.contains { environment in
        !environment.exceptionsWithoutSubject.contains { $0.location == location }
          && !environment.exceptionsElsewhere.contains { $0.location == location }
      }
    }
  }

  /// The same, where an exception that one environment has a subject for is no fault of the others.
  ///
  /// One file serves all environments, so most of its exceptions match in one of them only. The
  /// audit of one can't know of the others and calls that an error.
  ///
  /// - Parameter status: The exit status of an audit that ended for some reasons.
  /// - Returns: The same results, with the reasons and statuses that hold among all.
  public func settlingExceptions(status: (_ reasons: [String]) -> Int) -> RollUp {
    let matched = matchedExceptions
    return RollUp(
      environments.map { environment in
        let errors = environment.exceptionsWithoutSubject.filter(\.isError)
        guard !errors.isEmpty, errors.allSatisfy({ matched.contains($0.location) }) else {
          return environment
        }
        var settled = environment
        settled.reasons.removeAll { $0 == Self.unmatchedReason }
        settled.exitStatus = status(settled.reasons)
        return settled
      })
  }

  /// The reason of a run that has exceptions which match nothing.
  public static let unmatchedReason = "exceptions.unmatched"

  /// The rules, in the order of the parts.
  public var rules: [EnvironmentResult.Rule] { environments.first?.rules ?? [] }

  /// The environments in the order in which somebody should look at them: most fails of the highest
  /// severity first, then unknowns, then by name.
  public var worstFirst: [EnvironmentResult] {
    let weights = environments.map(\.weight)
    return environments.indices.sorted { left, right in
      weights[left] == weights[right]
        ? left < right : weights[right].lexicographicallyPrecedes(weights[left])
    }.map { environments[$0] }
  }

  private func sum(_ totals: (EnvironmentResult) -> OutcomeTotals) -> OutcomeTotals {
    environments.reduce(OutcomeTotals()) { $0 + totals($1) }
  }
}

/// An exception of a run's file for an environment other than the audited one.
public struct ExceptionElsewhere: Hashable, Sendable {
  /// The id of the environment, as the file has it.
  public let environment: String
  /// Where it is written.
  public let location: SourceLocation

  /// An exception from its parts.
  public init(environment: String, location: SourceLocation) {
    self.environment = environment
    self.location = location
  }
}

/// An exception of a run's file that names nothing in the audited environment.
public struct ExceptionWithoutSubject: Hashable, Sendable {
  /// The rules, as the file has them.
  public let rule: String
  /// The subjects, as the file has them.
  public let subject: String
  /// Where it is written.
  public let location: SourceLocation
  /// Whether the audit called that an error; of one that has expired it doesn't.
  public let isError: Bool

  /// An exception from its parts.
  public init(rule: String, subject: String, location: SourceLocation, isError: Bool) {
    self.rule = rule
    self.subject = subject
    self.location = location
    self.isError = isError
  }
}

/// What the audit of one environment recorded.
public struct EnvironmentResult: Hashable, Sendable {
  /// The counts of a rule.
  public struct Rule: Hashable, Sendable {
    /// The rule's id.
    public let id: String
    /// Its group, such as `consent`.
    public let group: String
    /// Its default severity.
    public let severity: FindingSeverity
    /// Its outcomes.
    public let totals: OutcomeTotals
    /// The titles of a rule that has no page in the documentation, by language.
    public let titles: [LocaleTag: String]

    /// Counts from their parts.
    public init(
      id: String, group: String, severity: FindingSeverity, totals: OutcomeTotals,
      titles: [LocaleTag: String] = [:]
    ) {
      self.titles = titles
      self.id = id
      self.group = group
      self.severity = severity
      self.totals = totals
    }
  }

  /// The id of the environment, masked; `nil` if the snapshot doesn't tell.
  public var instanceID: String?
  /// Its name, masked; `nil` if the snapshot doesn't tell.
  public var name: String?
  /// The folder of its report below `environments/`, made of the id alone.
  public var folder: String
  /// The snapshot as the run was told it.
  public var snapshot: String
  /// When the snapshot was collected, as the part wrote it.
  public var collected: String?
  /// SHA-256 of the part's manifest: what it read and how it was set.
  public var manifestDigest: String
  /// How its audit ended, as the shell sees it.
  public var exitStatus: Int
  /// Why, as stable codes such as `gate.fails`.
  public var reasons: [String]
  /// Its outcomes.
  public var totals: OutcomeTotals
  /// Its outcomes as if there were no exceptions.
  public var totalsWithoutExceptions: OutcomeTotals
  /// Its outcomes by severity.
  public var severities: [FindingSeverity: OutcomeTotals]
  /// Its rules, in their order.
  public var rules: [Rule]
  /// The exceptions of its file that are for other environments.
  public var exceptionsElsewhere: [ExceptionElsewhere] = []
  /// The exceptions of its file that name none of its subjects.
  public var exceptionsWithoutSubject: [ExceptionWithoutSubject] = []

  /// A result from its parts.
  public init(
    instanceID: String?, name: String?, folder: String, snapshot: String, collected: String?,
    manifestDigest: String, exitStatus: Int, reasons: [String], totals: OutcomeTotals,
    totalsWithoutExceptions: OutcomeTotals, severities: [FindingSeverity: OutcomeTotals],
    rules: [Rule]
  ) {
    self.instanceID = instanceID
    self.name = name
    self.folder = folder
    self.snapshot = snapshot
    self.collected = collected
    self.manifestDigest = manifestDigest
    self.exitStatus = exitStatus
    self.reasons = reasons
    self.totals = totals
    self.totalsWithoutExceptions = totalsWithoutExceptions
    self.severities = severities
    self.rules = rules
  }

  /// Whether nothing needs attention: its audit ended well, and nothing failed or is unknown.
  ///
  /// A run without a gate ends well whatever it finds.
  public var isClean: Bool { exitStatus == 0 && totals[.fail] + totals[.unknown] == 0 }

  /// What it is called: its name, else its id, else its folder.
  public var title: String { name ?? instanceID ?? folder }

  /// What no other environment of a report has.
  fileprivate var distinctID: String { instanceID ?? folder }

  /// What environments are ordered by; bytes, so that no language matters.
  fileprivate var order: [UInt8] {
    [name ?? "", instanceID ?? "", manifestDigest].map { Array($0.utf8) }
      .joined(separator: [0]).map { $0 }
  }

  /// Fails by severity, highest first, then unknowns by severity.
  fileprivate var weight: [Int] {
    [Outcome.fail, .unknown].flatMap { outcome in
      FindingSeverity.allCases.reversed().map { severities[$0]?[outcome] ?? 0 }
    }
  }
}
