/// What a file to import is.
public enum ImportKind: String, Sendable, CaseIterable {
  /// To be told from its content.
  case auto
  /// An answer of the Web API; which one is told from its content.
  case webAPI = "webapi"
  case webAPIInstances = "webapi-instances"
  case webAPIInstance = "webapi-instance"
  case webAPIRoleAssignments = "webapi-role-assignments"
  case webAPIRoleDefinitions = "webapi-role-definitions"
  case webAPISegments = "webapi-segments"
  case webAPITables = "webapi-tables"
  case webAPIJobs = "webapi-jobs"
  case webAPIStatus = "webapi-status"
  case webAPISchedules = "webapi-schedules"
  case webAPIConnections = "webapi-connections"
  case webAPITermsOfUse = "webapi-terms-of-use"
  /// Azure Monitor events, one JSON object a line, as they lie in a storage account.
  case logs
  /// The answer of a Log Analytics query.
  case logAnalytics = "log-analytics"
  /// A list of the user interface as CSV; which one is told from its headers.
  case list = "ui"
  case listOfConnections = "ui-connections"
  case listOfExports = "ui-exports"
  case listOfEnrichments = "ui-enrichments"
  case listOfUsers = "ui-users"
  /// Connectors and role assignments of the product's predecessor of 2017.
  case legacy = "arm-2017"
  /// A snapshot, or a part of one.
  case snapshot

  /// The kind with a name, by which other documents call it too.
  public init?(name: String) {
    guard let kind = Self(rawValue: name) ?? Self.otherNames[name] else {
      return nil
    }
    self = kind
  }

  private static let otherNames: [String: Self] = [
    "azuremonitor-ndjson": .logs, "loganalytics-table": .logAnalytics, "ui-csv": .list,
  ]
}

/// The files that `vouch import` was given, and what it was told about them.
public struct ImportRequest: Sendable {
  /// A file with its kind.
  public struct Input: Sendable {
    /// What it is.
    public let kind: ImportKind
    /// The path as the user wrote it: what messages and the snapshot call it.
    public let name: String
    /// The path as the system needs it.
    public let path: String

    /// A file with its kind.
    public init(_ kind: ImportKind, name: String, path: String) {
      self.kind = kind
      self.name = name
      self.path = path
    }
  }

  /// The files; where two contradict each other, the one named first counts.
  public var inputs: [Input]
  /// The only environment whose records are taken; `nil` if there must be one only.
  public var instanceId: String?
  /// The sections that hold everything that exists, as somebody vouches for.
  public var complete: [String] = []
  /// When the files were collected, as RFC 3339 writes it.
  public var collectedUtc: String?
  /// Who collected them.
  public var collectedBy: String?
  /// The zone of times without one.
  public var timeZone: String?
  /// How lists write dates that aren't ISO 8601.
  public var dateOrder: DateOrder?
  /// The version of the tool, for the snapshot.
  public var toolVersion: String

  /// The order of the numbers in a date.
  public enum DateOrder: String, Sendable, CaseIterable {
    case dayMonthYear = "dmy"
    case monthDayYear = "mdy"
    case yearMonthDay = "ymd"
  }

  /// Some files, about which nothing was told yet.
  public init(inputs: [Input], toolVersion: String) {
    self.inputs = inputs
    self.toolVersion = toolVersion
  }
}
