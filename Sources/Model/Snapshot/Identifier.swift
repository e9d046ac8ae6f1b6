/// A text of the snapshot, by its place in the snapshot's pool of texts.
///
/// Two identifiers of one snapshot are equal exactly if their texts are. Identifiers of different
/// snapshots must not be compared.
public struct Identifier: Hashable, Sendable {
  /// The position in the pool.
  public let index: Int32

  /// The text at a position of the pool.
  @inlinable public init(index: Int32) { self.index = index }
}
