import Foundation

/// A new empty folder that is removed with everything in it when the value goes away.
public final class TemporaryFolder: Sendable {
  /// Its absolute path, without links and without a slash at the end.
  public let path: String

  /// Makes the folder.
  public init() throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "vouch-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, making the folders above it.
  public func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  /// Writes a file, making the folders above it.
  public func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// The text of a file; `nil` if there is none.
  public func text(_ name: String) -> String? {
    try? String(contentsOf: URL(filePath: path).appending(path: name), encoding: .utf8)
  }

  /// Everything in the folder, hidden names too, in byte order; folders end with a slash.
  public func contents() -> [String] {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.map { name in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: "\(path)/\(name)", isDirectory: &isFolder)
      return isThere && isFolder.boolValue ? "\(name)/" : name
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
