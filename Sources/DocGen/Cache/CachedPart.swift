import FileSystem

/// What the cache knows of some files of a site that are made together: the site map, the status of
/// translations.
struct CachedPart: Sendable {
  /// A digest of everything that they were made of; empty where that can't be said.
  var key: String
  var files: [CachedLocale.SharedFile]

  init(key: String, files: [CachedLocale.SharedFile]) { (self.key, self.files) = (key, files) }

  init(_ reader: inout RecordReader) throws(BrokenRecord) {
    key = try reader.text()
    files = try reader.list { reader throws(BrokenRecord) in try reader.sharedFile() }
  }

  func write(to writer: inout RecordWriter) {
    writer.text(key)
    writer.list(files) { $0.sharedFile($1) }
  }

  /// The part with the stamps and digests of the files that were written.
  func stamped(_ file: (RelativePath) -> CachedLocale.File?) -> CachedPart {
    var copy = self
    for number in files.indices where files[number].file == nil {
      copy.files[number].file = file(files[number].path)
    }
    return copy
  }
}

/// Makes parts of a site, unless the cache knows that nothing changed that they are made of.
struct PartBuild: Sendable {
  let tree: StagedTree
  let cache: SiteCache?

  /// Keeps or makes a part.
  ///
  /// - Parameters:
  ///   - name: What the cache knows it by.
  ///   - key: A digest of all that it is made of; `nil` without a cache.
  ///   - origin: What the files are made from, for the error if something else wants their places.
  ///   - make: Makes the files.
  /// - Throws: If a file can't be written, and what `make` throws.
  func run(
    _ name: String, key: String?, origin: String,
    _ make: () throws(SiteFailure) -> [(path: RelativePath, bytes: [UInt8])]
  ) throws(SiteFailure) {
    if let key, try keep(name, key: key, origin: origin) { return }
    let files = try make()
    for file in files {
      try wrappingTreeErrors { () throws(StagedTreeError) in
        _ = try tree.write(file.path, file.bytes, from: origin)
      }
    }
    if let key {
      cache?.keep(CachedPart(key: key, files: files.map { .init(path: $0.path) }), named: name)
    }
  }

  /// Keeps a part if it is made of what it was made of; false if it has to be made.
  func keep(_ name: String, key: String, origin: String) throws(SiteFailure) -> Bool {
    guard let former = cache?.part(named: name), former.key == key, !key.isEmpty else {
      return false
    }
    let isKept = try wrappingTreeErrors { () throws(StagedTreeError) in
      try tree.keep(former.files.map(\.kept), from: origin)
    }
    if isKept { cache?.keep(former, named: name) }
    return isKept
  }
}
