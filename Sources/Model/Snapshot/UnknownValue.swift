/// A value under a key that the snapshot format doesn't know.
///
/// Nothing of the input is dropped: a secret under a name of its own is still found (CRD-04).
public struct UnknownValue: Hashable, Sendable {
  /// The section; `nil` if the section itself is unknown.
  public let section: Section?
  /// The record in the section; 0 if the section is unknown.
  public let row: Int
  /// The dotted path of keys from the record, or from the document if the section is unknown.
  ///
  /// Entries of a list share one path. The second value of a doubled key stands here too.
  public let path: Identifier
  /// A text without its quotes, another value as written.
  public let value: Identifier

  /// A value from its parts.
  public init(section: Section?, row: Int, path: Identifier, value: Identifier) {
    self.section = section
    self.row = row
    self.path = path
    self.value = value
  }
}
