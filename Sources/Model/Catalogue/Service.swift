/// A destination or an enrichment service with its facts.
///
/// A class, since rules hand services on for every subject, and a value of so many parts is dear to
/// copy; nothing in it changes.
public final class Service: Hashable, Sendable {
  /// What a service is for.
  public enum Family: String, Sendable, CaseIterable { case destination, enrichment }
  /// Who runs a service.
  public enum Party: String, Sendable, CaseIterable {
    case thirdParty, microsoft, customerStorage, customerOrThirdParty
  }
  /// Whether a connection of the type has a step in which an administrator agrees to the transfer.
  public enum ConsentStep: String, Sendable, CaseIterable { case yes, no, inherits }
  /// What an export to the destination may hold.
  public enum Payload: String, Sendable, CaseIterable {
    case segments, tables, segmentsOrTables, connector, none
  }
  /// How many of the identifiers must be mapped.
  public enum IdentifierRule: String, Sendable, CaseIterable { case all, any, alternatives, none }
  /// Whether a feature is still a preview.
  public enum Maturity: String, Sendable, CaseIterable { case preview, generallyAvailable }
  /// Whether the service still exists.
  public enum Lifecycle: String, Sendable, CaseIterable { case active, retired, removed }
  /// What a number of profiles means.
  public enum LimitKind: String, Sendable, CaseIterable {
    case limit, recommendation, license, durationBasis, none
  }
  /// A documented restriction on what an export may hold or where it may go.
  public enum Constraint: String, Sendable, CaseIterable {
    /// Files are written as CSV only.
    case csvOnly
    /// Exports fail while soft delete is on at the storage account.
    case softDeleteOff
    /// Tables whose source is a Common Data Model folder can't be exported.
    case noFolderSources
    /// An id that the destination doesn't know makes a new profile there.
    case foreignIdCreatesProfiles
  }

  /// A fact that held for a time; dates are `YYYY-MM-DD`, the end is not included.
  public struct Dated<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The first day; `nil` is the beginning of the records.
    public let from: String?
    /// The first day on which it no longer held; `nil` is now.
    public let until: String?
    /// The fact.
    public let value: Value
    /// The document it was read from, with its date.
    public let source: String
    /// The first day and the first day after it, in days since 1970-01-01.
    @usableFromInline let firstDay: Int
    @usableFromInline let endDay: Int

    /// A dated fact.
    public init(from: String?, until: String?, value: Value, source: String) {
      self.from = from
      self.until = until
      // A day that can't be read is none: the loader has reported it.
      firstDay = from.flatMap { CivilDate($0)?.daysSince1970 } ?? .min
      endDay = until.flatMap { CivilDate($0)?.daysSince1970 } ?? .max
      self.value = value
      self.source = source
    }
  }

  /// The limits of a destination at one time; counts are profiles unless `unit` says otherwise.
  public struct Limits: Hashable, Sendable {
    /// The largest size; where the documents gave two figures at once, the smaller one.
    public var maximum: Int?
    /// The larger figure of documents that contradicted themselves.
    public var otherMaximum: Int?
    /// What the maximum counts.
    public var scope: LimitScope?
    /// What the maximum means.
    public var kind: LimitKind
    /// The smallest audience.
    public var minimum: Int?
    /// The longest documented run in minutes.
    public var durationMinutes: Int?
    /// Whether the documents say "a few hours" without a number.
    public var isFewHours: Bool
    /// `profiles`, `contacts` or `rows`.
    public var unit: String

    /// Limits from their parts.
    public init(
      maximum: Int? = nil, otherMaximum: Int? = nil, scope: LimitScope? = nil,
      kind: LimitKind = .none, minimum: Int? = nil, durationMinutes: Int? = nil,
      isFewHours: Bool = false, unit: String = "profiles"
    ) {
      self.maximum = maximum
      self.otherMaximum = otherMaximum
      self.scope = scope
      self.kind = kind
      self.minimum = minimum
      self.durationMinutes = durationMinutes
      self.isFewHours = isFewHours
      self.unit = unit
    }
  }

  /// The stable name, such as `microsoft-advertising`.
  public let slug: String
  /// The name in the documentation.
  public let title: String
  /// Other names: Web API kinds, former and market names.
  public let aliases: [String]
  /// What it is for.
  public let family: Family
  /// The category, such as `advertising`.
  public let category: String
  /// Who runs it.
  public let party: Party
  /// Limits over time, the oldest first, without gaps or overlaps.
  public let limits: [Dated<Limits>]
  /// Maturity over time.
  public let maturity: [Dated<Maturity>]
  /// Lifecycle over time.
  public let lifecycle: [Dated<Lifecycle>]
  /// The agree step over time.
  public let consentStep: [Dated<ConsentStep>]
  /// The first day on which the step was documented, `YYYY-MM-DD`.
  public let consentStepDocumentedSince: String?
  /// What an export may hold.
  public let payload: Payload
  /// How many identifiers must be mapped.
  public let identifierRule: IdentifierRule
  /// The identifiers; of alternatives, each with the names of its own fields.
  public let identifiers: [IdentifierSet]
  /// Further fields that may be mapped.
  public let optionalFields: [String]
  /// Whether the documents say that identifiers are hashed; `nil`: not stated.
  public let isHashed: Bool?
  /// Whether a secret may be kept in a key vault.
  public let supportsKeyVault: Bool
  /// Whether the person who sets it up must register as export user.
  public let needsExportUser: Bool
  /// Whether a contract with the provider may cap the limit lower.
  public let hasContractCap: Bool
  /// Documented restrictions.
  public let constraints: Set<Constraint>
  /// Facts that few services have.
  public let further: FurtherFacts
  /// The slug of the service that took its place.
  public let successor: String?
  /// The document and date that the newest facts come from.
  public let source: String

  /// A set of identifiers, with the name of its alternative where there are several.
  public struct IdentifierSet: Hashable, Sendable {
    /// The alternative, such as `company`; empty where there is one set only.
    public let name: String
    /// The names of the fields at the destination.
    public let fields: [String]

    /// A set from its parts.
    public init(name: String, fields: [String]) {
      self.name = name
      self.fields = fields
    }
  }

  /// A service from its parts.
  public init(
    slug: String, title: String, aliases: [String], family: Family, category: String,
    party: Party, limits: [Dated<Limits>], maturity: [Dated<Maturity>],
    lifecycle: [Dated<Lifecycle>], consentStep: [Dated<ConsentStep>],
    consentStepDocumentedSince: String?, payload: Payload, identifierRule: IdentifierRule,
    identifiers: [IdentifierSet], optionalFields: [String], isHashed: Bool?,
    supportsKeyVault: Bool, needsExportUser: Bool, hasContractCap: Bool,
    constraints: Set<Constraint> = [], further: FurtherFacts = FurtherFacts(),
    successor: String?, source: String
  ) {
    self.slug = slug
    self.title = title
    self.aliases = aliases
    self.family = family
    self.category = category
    self.party = party
    self.limits = limits
    self.maturity = maturity
    self.lifecycle = lifecycle
    self.consentStep = consentStep
    self.consentStepDocumentedSince = consentStepDocumentedSince
    self.payload = payload
    self.identifierRule = identifierRule
    self.identifiers = identifiers
    self.optionalFields = optionalFields
    self.isHashed = isHashed
    self.supportsKeyVault = supportsKeyVault
    self.needsExportUser = needsExportUser
    self.hasContractCap = hasContractCap
    self.constraints = constraints
    self.further = further
    self.successor = successor
    self.source = source
  }

  /// Whether both are the same service by name, with facts from the same document.
  public static func == (left: Service, right: Service) -> Bool {
    left === right || (left.slug == right.slug && left.source == right.source)
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(slug) }
}

extension Array {
  /// The fact that held on a day, `YYYY-MM-DD`; the newest one if `day` is `nil`.
  public func on<Value>(_ day: String?) -> Service.Dated<Value>?
  where Element == Service.Dated<Value> {
    guard let day else { return last }
    return CivilDate(day).flatMap { on(day: $0.daysSince1970) }
  }

  /// The fact that held on a day, counted from 1970-01-01.
  @inlinable public func on<Value>(day: Int) -> Service.Dated<Value>?
  where Element == Service.Dated<Value> {
    position(day: day).map { self[$0] }
  }

  /// The position of the fact that held on a day, counted from 1970-01-01.
  ///
  /// It is asked for every run of a snapshot, and copies nothing.
  @inlinable public func position<Value>(day: Int) -> Int?
  where Element == Service.Dated<Value> {
    for position in indices.reversed()
    where self[position].firstDay <= day && day < self[position].endDay {
      return position
    }
    return nil
  }
}
