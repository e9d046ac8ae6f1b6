/// The labels of values that are computed or counted; words at `evidence.<label>` of the message
/// catalog.
public enum EvidenceLabel: String, Sendable, CaseIterable {
  /// How many records of a section were read.
  case recordsRead = "records-read"
  /// An age in days.
  case age
}
