/// What decides the outcomes of a run, as `manifest.json` records it: the ground for naming the cause
/// of a difference, and for repeating the run.
public struct RunFacts: Hashable, Sendable {
  /// The tool's version.
  public var toolVersion: String
  /// The id of the environment, masked; `nil` if the snapshot doesn't tell.
  public var environment: String?
  /// When the snapshot was collected, as RFC 3339 writes it.
  public var collected: String?
  /// The as-of time of the run, as RFC 3339 writes it; `nil` if none was given.
  public var asOf: String?
  /// SHA-256 of each input file, in the order of the manifest.
  public var inputs: [String]
  /// The sections by their names.
  public var sections: [String: SectionFacts]
  /// SHA-256 of the catalogue of services.
  public var catalogue: String
  /// SHA-256 of the exceptions file; `nil` if there was none.
  public var exceptions: String?
  /// The rules by their ids.
  public var rules: [String: RuleFacts]

  /// A section of the snapshot.
  public struct SectionFacts: Hashable, Sendable {
    /// `absent`, `null` or `present`.
    public var state: String
    /// Whether the snapshot claims that it holds everything that exists.
    public var isComplete: Bool
    /// How many records it has.
    public var count: Int
    /// SHA-256 of what its records say.
    public var sha256: String

    /// A section from its parts.
    public init(state: String, isComplete: Bool, count: Int, sha256: String) {
      self.state = state
      self.isComplete = isComplete
      self.count = count
      self.sha256 = sha256
    }

    /// Whether two runs looked at the same part of the world.
    public func hasSameScope(as other: SectionFacts) -> Bool {
      state == other.state && isComplete == other.isComplete
    }
  }

  /// A rule of the run.
  public struct RuleFacts: Hashable, Sendable {
    /// The digest of the rule's version.
    public var sha256: String
    /// The sections that it reads, by their names.
    public var sections: [String]
    /// The values of its parameters.
    public var parameters: [String: Double]
    /// The limits by contract that it judged by, as ``AgreedLimit/stated``, by their names.
    public var agreedLimits: [String: String]

    /// A rule from its parts.
    public init(
      sha256: String, sections: [String], parameters: [String: Double],
      agreedLimits: [String: String] = [:]
    ) {
      self.sha256 = sha256
      self.sections = sections
      self.parameters = parameters
      self.agreedLimits = agreedLimits
    }

    /// Whether two runs set the rule to the same values.
    public func isSet(as other: RuleFacts) -> Bool {
      parameters == other.parameters && agreedLimits == other.agreedLimits
    }
  }

  /// Facts from their parts.
  public init(
    toolVersion: String, environment: String?, collected: String?, asOf: String?,
    inputs: [String], sections: [String: SectionFacts], catalogue: String, exceptions: String?,
    rules: [String: RuleFacts]
  ) {
    self.toolVersion = toolVersion
    self.environment = environment
    self.collected = collected
    self.asOf = asOf
    self.inputs = inputs
    self.sections = sections
    self.catalogue = catalogue
    self.exceptions = exceptions
    self.rules = rules
  }

  /// The time by which ages are judged.
  public var clock: String? { asOf ?? collected }
}
