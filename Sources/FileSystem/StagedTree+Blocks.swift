import Digests
import Glibc

extension StagedTree {
  /// Puts a file into the tree that is made block by block, so that it never lies in memory as a
  /// whole; may be called from several threads at once.
  ///
  /// Blocks are compared with the former tree's file as they come. At the first difference what was
  /// equal so far is copied, and the rest is written.
  ///
  /// - Parameters:
  ///   - path: Where the file will be.
  ///   - source: What it was made from, for the error if another source wants the same path.
  ///   - body: Makes the file and hands over each block; it runs once.
  /// - Returns: Whether it differs from the former tree's file.
  /// - Throws: ``StagedTreeError``; the tree can then only be abandoned.
  @discardableResult
  public func write(
    _ path: RelativePath, from source: String,
    blocks body: (_ write: ([UInt8]) throws(StagedTreeError) -> Void) throws(StagedTreeError) ->
      Void
  ) throws(StagedTreeError) -> Bool {
    try claim(path, from: source)
    var file = ComparedFile(self, path)
    try body { block throws(StagedTreeError) in try file.write(block) }
    return try file.finish()
  }
}

/// A file that is written only from its first difference on.
private struct ComparedFile: ~Copyable {
  private let tree: StagedTree
  private let path: RelativePath
  private var former: OpenFile?
  private var staged: OpenFile?
  /// How many bytes were equal to the former file's.
  private var equalCount = 0
  private var digest: IncrementalDigest?

  init(_ tree: StagedTree, _ path: RelativePath) {
    self.tree = tree
    self.path = path
    former = tree.openFormer(path)
    if tree.recordsDigests { digest = IncrementalDigest(.sha256) }
  }

  mutating func write(_ block: [UInt8]) throws(StagedTreeError) {
    digest?.update(block)
    if staged == nil {
      if former != nil, (try? former?.readBlock(count: block.count)) == block {
        equalCount += block.count
        return
      }
      try begin()
    }
    try wrappingFileErrors { () throws(FileError) in try staged?.writeAll(block) }
  }

  /// Whether the file differs; nothing may be written after this.
  mutating func finish() throws(StagedTreeError) -> Bool {
    if let digest = digest.take() { tree.record(digest.finishAsHexadecimal(), of: path) }
    if staged == nil {
      // A former file with more bytes differs too.
      if former != nil, (try? former?.readBlock(count: 1)) == [] { return false }
      try begin()
    }
    return true
  }

  /// Begins the new file with what was equal.
  private mutating func begin() throws(StagedTreeError) {
    staged = try tree.stage(path)
    let copied = tree.openFormer(path)
    let described = path.path(in: tree.folder)
    var rest = equalCount
    try wrappingFileErrors { () throws(FileError) in
      while rest > 0 {
        let block = try copied?.readBlock(count: min(rest, 1 << 20)) ?? []
        // Somebody shortened the former file meanwhile.
        guard !block.isEmpty else { throw FileError("read", described, code: EIO) }
        try staged?.writeAll(block)
        rest -= block.count
      }
    }
    former = nil
  }
}

extension StagedTree {
  /// Puts a copy of a file into the tree, block by block.
  ///
  /// - Parameters:
  ///   - path: Where the copy will be.
  ///   - file: What is copied, for the system.
  ///   - source: What it was made from, for the error if another source wants the same path.
  /// - Returns: Whether it differs from the former tree's file.
  /// - Throws: ``StagedTreeError``; the tree can then only be abandoned.
  @discardableResult
  public func copy(
    _ path: RelativePath, of file: String, from source: String
  ) throws(StagedTreeError) -> Bool {
    let original = try wrappingFileErrors { () throws(FileError) in
      try OpenFile.regular(file)
    }
    return try write(path, from: source) { write throws(StagedTreeError) in
      while true {
        let block = try wrappingFileErrors { () throws(FileError) in
          try original.readBlock(count: 1 << 20)
        }
        guard !block.isEmpty else { return }
        try write(block)
      }
    }
  }
}
