/// Whether every record that was read is accounted for, and every count that was stated is met.
public struct Reconciliation: Sendable {
  /// A line a section that is there or that a source claims to hold.
  public var sections: [SectionBalance]
  /// A line a rule.
  public var rules: [RuleBalance]

  /// A reconciliation; without lines it adds up.
  public init(sections: [SectionBalance] = [], rules: [RuleBalance] = []) {
    self.sections = sections
    self.rules = rules
  }

  /// Whether all lines add up; otherwise the run ends with status 3.
  public var addsUp: Bool { sections.allSatisfy(\.addsUp) && rules.allSatisfy(\.addsUp) }
}

/// What became of the records of one section.
///
/// Each record stands in exactly one of the four counts: what any rule could judge is evaluated; what
/// rules looked at without an answer is unknown.
public struct SectionBalance: Sendable {
  /// The section.
  public let section: Section
  /// The records that the sources state together; `nil` if one of them states none.
  public var stated: Int?
  /// The records that were read.
  public var read = 0
  /// The records that a rule passed or failed.
  public var evaluated = 0
  /// The records that no rule of the run has anything to say about.
  public var notApplicable = 0
  /// The records that rules looked at without an answer.
  public var unknown = 0
  /// The records in whose place stands something that is no record.
  public var rejected = 0
  /// The records whose id an earlier one has: they are judged with it, and counted as it is.
  public var repeated = 0
  /// The sums of the fields that count something.
  public var totals: [ControlTotal] = []
  /// The earliest time in the records.
  public var first: Instant?
  /// The latest time in the records.
  public var last: Instant?
  /// Where the records come from, as the collector states it.
  public var sources: [SourceClaim] = []
  /// The file that holds nothing but this section, if there is one.
  public var file: Snapshot.InputFile?

  /// The sum of a field over all records that state it.
  public struct ControlTotal: Hashable, Sendable {
    /// The field.
    public let field: String
    /// The sum, the largest whole number if it is larger.
    public let sum: Int
    /// How many records state the field.
    public let count: Int

    /// A sum.
    public init(field: String, sum: Int, count: Int) {
      self.field = field
      self.sum = sum
      self.count = count
    }
  }

  /// What the collector states of one source.
  public struct SourceClaim: Hashable, Sendable {
    /// Where the source was: untrusted text.
    public let address: String?
    /// Its SHA-256: untrusted text.
    public let sha256: String?
    /// Its records.
    public let recordCount: Int?

    /// A claim from its parts.
    public init(address: String?, sha256: String?, recordCount: Int?) {
      self.address = address
      self.sha256 = sha256
      self.recordCount = recordCount
    }
  }

  /// A line without counts.
  public init(_ section: Section) { self.section = section }

  /// The records of the four counts together.
  public var accounted: Int { evaluated + notApplicable + unknown + rejected }

  /// Whether as many records were read as the sources state.
  ///
  /// Several sources may tell of the same records, as a list and a log do: then there are at least
  /// as many as the largest of them states and at most as many as all together.
  public var meetsStatement: Bool {
    guard let stated else { return true }
    let largest = sources.compactMap(\.recordCount).max() ?? stated
    return largest <= read && read <= stated
  }

  /// Whether no record is missing or counted twice, and the sources state as many as were read.
  public var addsUp: Bool { accounted == read && meetsStatement }
}

/// Whether a rule has one outcome for each of its subjects.
public struct RuleBalance: Hashable, Sendable {
  /// The rule.
  public let rule: String
  /// Its subjects, counted in the tables: records without those whose id was there before, and one
  /// for a population that isn't held completely.
  public let subjects: Int
  /// Its outcomes.
  public let outcomes: Int

  /// A line from its parts.
  public init(rule: String, subjects: Int, outcomes: Int) {
    self.rule = rule
    self.subjects = subjects
    self.outcomes = outcomes
  }

  /// Whether there are as many outcomes as subjects.
  public var addsUp: Bool { subjects == outcomes }
}
