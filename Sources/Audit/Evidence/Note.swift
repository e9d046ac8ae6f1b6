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
  /// A record with this id stands in the snapshot more than once; the stricter outcome counts.
  case duplicateId = "duplicate-id"
}
