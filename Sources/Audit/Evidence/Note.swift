/// The remarks that rules add to outcomes; words at `note.<code>` of the message catalog.
public enum Note: String, Sendable, CaseIterable {
  /// Without an as-of time, ages are judged at the time of collection.
  case judgedAtCollection = "judged-at-collection"
  /// A time was written without its zone; UTC was assumed.
  case zoneAssumed = "zone-assumed"
  /// Two times are in the wrong order, but by less than clocks may differ.
  case withinTolerance = "within-tolerance"
  /// It is not known when some schedule was switched on; the runs are known, and decide.
  case schedulesIgnored = "schedules-ignored"
  /// An empty list of roles means that administrators alone may use the connection.
  case administratorsOnly = "administrators-only"
  /// How many people a group stands for is not known.
  case groupSizeUnknown = "group-size-unknown"
  /// It is not known when sharing was narrowed, so only the present state is judged.
  case presentStateOnly = "present-state-only"
  /// The service was removed or retired after the snapshot was collected.
  case removedSince = "removed-since"
  /// A record with this id stands in the snapshot more than once; the stricter outcome counts.
  case duplicateId = "duplicate-id"
  /// The documents don't say what a limit counts; it is read as per export.
  case scopeUnstated = "scope-unstated"
  /// The catalogue has no facts of that time; the newest ones were taken.
  case newestFacts = "newest-facts"
  /// The number is the one that a run recorded.
  case recordedByRun = "recorded-by-run"
  /// The number is above what the documents recommend, which is no limit.
  case recommendationExceeded = "recommendation-exceeded"
  /// There are too few counts for a trend; only the present ratio was tested.
  case trendTooShort = "trend-too-short"
  /// An empty segment may mean that it is no longer refreshed (LIF-05).
  case emptySegment = "empty-segment"
  /// An id that the destination doesn't know makes a new profile there.
  case foreignIdCreatesProfiles = "foreign-id-creates-profiles"
  /// The scheduled starts of two exports on one connection are close together.
  case startsTooClose = "starts-too-close"
  /// What ran has been removed since.
  case targetRemoved = "target-removed"
  /// The agreement has no end.
  case openEnded = "open-ended"
  /// The counts of some runs are derived from segments; no source recorded them.
  case derivedCounts = "derived-counts"
  /// No chosen rule needs the section.
  case sectionNotNeeded = "section-not-needed"
  /// The documents contradict each other about who may use enrichment connections.
  case accessDocumentsConflict = "access-documents-conflict"
  /// No privacy text is named; the one in force at the date of the consent was taken.
  case textFromDate = "text-from-date"
}
