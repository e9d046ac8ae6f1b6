public import Model

/// What came of reading a snapshot.
///
/// There is a snapshot exactly if no diagnostic is an error: a file that can't be used as a whole
/// gives errors and no snapshot; a record with something wrong in it is kept, and gives warnings.
public struct ReadResult: Sendable {
  /// The snapshot; `nil` if the input can't be used.
  public let snapshot: Snapshot?
  /// The problems, in the order of their places; of each kind a few with their places, and the
  /// number of the others.
  public let diagnostics: [Diagnostic]
}
