/// The environment that the snapshot describes.
public struct EnvironmentRecord: Record {
  /// The section.
  @inlinable public static var section: Section { .environment }
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}

/// How the snapshot was collected.
public struct CollectionRecord: Record {
  /// The section.
  @inlinable public static var section: Section { .collection }
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}

/// A user, group or application.
public struct Principal: Record {
  /// The section.
  @inlinable public static var section: Section { .principals }
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}

/// The roles of a principal, perhaps for a time.
public struct RoleAssignment: Record {
  /// The section.
  @inlinable public static var section: Section { .roleAssignments }
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}

/// A set-up of sharing with one service.
public struct Connection: Record {
  /// The section.
  @inlinable public static var section: Section { .connections }
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}

/// A transfer agreement given by an administrator; not a data subject's consent.
public struct Consent: Record {
  /// The section.
  @inlinable public static var section: Section { .consents }
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}

/// What is sent over a connection.
public struct Export: Record {
  /// The section.
  @inlinable public static var section: Section { .exports }
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}

/// What is fetched over a connection, or from the platform itself.
public struct Enrichment: Record {
  /// The section.
  @inlinable public static var section: Section { .enrichments }
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}

/// A set of profiles.
public struct Segment: Record {
  /// The section.
  @inlinable public static var section: Section { .segments }
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}

/// A table of the platform.
public struct DataTable: Record {
  /// The section.
  @inlinable public static var section: Section { .tables }
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}

/// When an export or enrichment runs.
public struct Schedule: Record {
  /// The section.
  @inlinable public static var section: Section { .schedules }
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}

/// One run of an export or enrichment.
public struct Run: Record {
  /// The section.
  @inlinable public static var section: Section { .runs }
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}

/// A linked key vault.
public struct KeyVault: Record {
  /// The section.
  @inlinable public static var section: Section { .keyVaults }
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}

/// A contract with a recipient.
public struct Agreement: Record {
  /// The section.
  @inlinable public static var section: Section { .agreements }
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}

/// An entry of the records of processing.
public struct TransferRecord: Record {
  /// The section.
  @inlinable public static var section: Section { .transferRecords }
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}

/// A record of something removed.
public struct Deletion: Record {
  /// The section.
  @inlinable public static var section: Section { .deletions }
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}

/// A limit agreed with a provider.
public struct ContractLimit: Record {
  /// The section.
  @inlinable public static var section: Section { .contractLimits }
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}

/// An exception found in the snapshot: shown, never applied.
public struct RecordedException: Record {
  /// The section.
  @inlinable public static var section: Section { .exceptions }
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}

/// Something that asks an administrator for an agreement of its own, beside the connections.
public struct AgreeSurface: Record {
  /// The section.
  public static let section = Section.agreeSurfaces
  /// Where the snapshot is.
  public let reference: SnapshotReference
  /// The row.
  public let row: Int
  /// A view of a row.
  public init(_ reference: SnapshotReference, _ row: Int) {
    (self.reference, self.row) = (reference, row)
  }
}
