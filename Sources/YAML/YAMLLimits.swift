/// How much a YAML text may demand.
public struct YAMLLimits: Hashable, Sendable {
  /// The largest length in bytes.
  public var byteCount: Int
  /// How deep lists and mappings may nest.
  public var depth: Int
  /// The largest number of values, counting what each alias stands for, so that a short text can't
  /// stand for a huge value.
  public var nodeCount: Int

  /// Makes limits; the defaults suit configuration, tables of contents and front matter.
  public init(byteCount: Int = 8 << 20, depth: Int = 64, nodeCount: Int = 500_000) {
    self.byteCount = byteCount
    self.depth = depth
    self.nodeCount = nodeCount
  }
}
