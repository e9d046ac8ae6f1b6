// The typed names of the fields of `enrichments`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == Enrichment, Value == Identifier {
  /// Id of the enrichment.
  public static var enrichmentId: Self { Self(column: 0, "enrichmentId") }
  /// Service, by slug, alias or label of the catalogue.
  public static var type: Self { Self(column: 1, "type") }
  /// Display name.
  public static var displayName: Self { Self(column: 2, "displayName") }
  /// Connection, where one is needed.
  public static var connectionId: Self { Self(column: 3, "connectionId") }
  /// Environment of the record, if stated.
  public static var instanceId: Self { Self(column: 4, "instanceId") }
  /// Name of the table or segment.
  public static var dataSetName: Self { Self(column: 11, "dataSet.name") }
  /// Table with the results.
  public static var outputTable: Self { Self(column: 13, "outputTable") }
  /// Who made it.
  public static var createdBy: Self { Self(column: 16, "createdBy") }
  /// Who changed it last.
  public static var updatedBy: Self { Self(column: 18, "updatedBy") }
  /// Accountable owner.
  public static var ownerPrincipalId: Self { Self(column: 20, "ownerPrincipalId") }
  /// Purpose.
  public static var purpose: Self { Self(column: 21, "purpose") }
  /// Decision on how long the results are kept.
  public static var retention: Self { Self(column: 22, "retention") }
}

extension FieldKey where Owner == Enrichment, Value == Int {
  /// Version of the record.
  public static var version: Self { Self(column: 5, "version") }
  /// Enriched profiles.
  public static var enrichedCount: Self { Self(column: 14, "enrichedCount") }
}

extension FieldKey where Owner == Enrichment, Value == ActivationState {
  /// Active or inactive.
  public static var state: Self { Self(column: 6, "state") }
}

extension FieldKey where Owner == Enrichment, Value == Instant {
  /// When it was deactivated.
  public static var deactivatedUtc: Self { Self(column: 7, "deactivatedUtc") }
  /// When it was removed.
  public static var removedUtc: Self { Self(column: 8, "removedUtc") }
  /// Last refresh.
  public static var lastRefreshedUtc: Self { Self(column: 15, "lastRefreshedUtc") }
  /// When it was made.
  public static var createdUtc: Self { Self(column: 17, "createdUtc") }
  /// When it was changed last.
  public static var updatedUtc: Self { Self(column: 19, "updatedUtc") }
}

extension ListKey where Owner == Enrichment {
  /// History of states.
  public static var stateChanges: Self { Self(column: 9, "stateChanges") }
  /// Fields mapped to the destination.
  public static var mapping: Self { Self(column: 12, "mapping") }
  /// History of changes.
  public static var changes: Self { Self(column: 23, "changes") }
}

extension FieldKey where Owner == Enrichment, Value == ItemKind {
  /// Customer table or segment.
  public static var dataSetKind: Self { Self(column: 10, "dataSet.kind") }
}
