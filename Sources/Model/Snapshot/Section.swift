/// A top-level part of a snapshot.
public enum Section: Int, Sendable, CaseIterable, Comparable {
  case environment, collection, principals, roleAssignments, connections, consents, exports
  case enrichments, segments, tables, schedules, runs, keyVaults, agreements, transferRecords
  case deletions, contractLimits, exceptions, agreeSurfaces

  /// The key in the JSON document, and the name of the NDJSON file.
  public var name: String { Self.names[rawValue] }

  private static let names = allCases.map { "\($0)" }

  /// The section with a key of the JSON document.
  public init?(name: some StringProtocol) {
    guard let section = Self.byName[String(name)] else { return nil }
    self = section
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  /// Whether the section is one object instead of a list of records.
  public var isSingle: Bool { self == .environment || self == .collection }

  /// What a record of the section looks like.
  public var shape: RecordShape { SnapshotShape.shapes[rawValue] }

  /// Orders sections as a snapshot lists them.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
