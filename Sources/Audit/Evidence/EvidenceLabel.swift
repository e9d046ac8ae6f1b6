/// The labels of values that are computed or counted; words at `evidence.<label>` of the message
/// catalog.
public enum EvidenceLabel: String, Sendable, CaseIterable {
  /// How many records of a section were read.
  case recordsRead = "records-read"
  /// An age in days.
  case age
  /// How many people the sharing reaches, groups expanded.
  case peopleReached = "people-reached"
  /// How many exports use a connection.
  case exportsReached = "exports-reached"
}
