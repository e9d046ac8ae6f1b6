import Digests
public import FileSystem
import Localization
import Model

/// `publish.json`: the digest of each published file, and which files are new, changed and gone since
/// the last publication, so that caches and search engines can be told.
///
/// What it is compared with is the manifest of the folder that is replaced, so equal content over an
/// equal folder gives equal bytes. Where nothing changed, the former manifest stays as it is.
public struct PublishManifest: Sendable {
  /// Where the manifest lies in the output folder.
  public static let path = RelativePath(known: "publish.json")
  /// The value of its key `schema`.
  static let schemaName = "vouch-publication/1"

  /// A published file.
  struct File: Equatable {
    var path: RelativePath
    /// SHA-256 of its bytes.
    var digest: String
  }

  /// The files in the order of their paths.
  let files: [File]
  /// The files of the publication before, in the same order; `nil` where there was none.
  let former: [File]?
  /// The digest of the manifest of the publication before.
  let previous: String?

  /// Writes the manifest of all that was put into a tree so far.
  ///
  /// - Parameters:
  ///   - tree: A tree that records digests.
  ///   - bytes: The manifest to compare with; without it that of the tree's former files.
  /// - Throws: If it can't be written.
  public static func write(
    into tree: StagedTree, comparedWith bytes: [UInt8]? = nil
  ) throws(StagedTreeError) {
    let limit = 1 << 30
    let known = bytes ?? (try? Files.read(path, in: tree.path, limit: limit))
    let former = known.flatMap { read($0) }
    let files = inOrder(tree.digests.map { File(path: $0.key, digest: $0.value) }, as: former ?? [])
    let manifest = Self(
      files: files, former: former, previous: former == nil ? nil : known.map { Digests.sha256($0) }
    )
    try tree.write(
      path, former == files ? known ?? [] : manifest.bytes, from: "the list of published files")
  }

  /// Files in the order of their paths: most are also in a list that is in this order.
  private static func inOrder(_ files: [File], as ordered: [File]) -> [File] {
    var digests = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.digest) })
    var known: [File] = []
    for file in ordered {
      guard let digest = digests.removeValue(forKey: file.path) else { continue }
      known.append(File(path: file.path, digest: digest))
    }
    let new = digests.map { File(path: $0.key, digest: $0.value) }.sorted { $0.path < $1.path }
    var merged: [File] = []
    merged.reserveCapacity(files.count)
    var next = 0
    for file in known {
      while next < new.count, new[next].path < file.path {
        merged.append(new[next])
        next += 1
      }
      merged.append(file)
    }
    return merged + new[next...]
  }

  /// The manifest as it is written.
  var bytes: [UInt8] {
    let (added, changed, removed) = changes()
    var json = JSONWriter(indentation: 1)
    json.object { json in
      json.member("schema", Self.schemaName)
      json.member("previous", previous)
      json.member("added", added)
      json.member("changed", changed)
      json.member("removed", removed)
      json.objectMember("files") { json in
        for file in files { json.member(file.path.description, file.digest) }
      }
    }
    json.newline()
    return json.bytes
  }

  /// What the publication before didn't have, had with other bytes, and had alone.
  private func changes() -> (added: [String], changed: [String], removed: [String]) {
    var (added, changed, removed): ([String], [String], [String]) = ([], [], [])
    guard let former else { return (added, changed, removed) }
    var next = 0
    for file in files {
      while next < former.count, former[next].path < file.path {
        removed.append(former[next].path.description)
        next += 1
      }
      if next < former.count, former[next].path == file.path {
        if former[next].digest != file.digest { changed.append(file.path.description) }
        next += 1
      } else {
        added.append(file.path.description)
      }
    }
    return (added, changed, removed + former[next...].map(\.path.description))
  }

  /// The files of a manifest in the order of their paths; `nil` for bytes that are none.
  ///
  /// The member `files` has a line for each file, which is read without the rest of JSON.
  static func read(_ bytes: [UInt8]) -> [File]? {
    var position = 0
    /// The next line, without what ends it.
    func nextLine() -> ArraySlice<UInt8>? {
      guard position < bytes.count else { return nil }
      let end = bytes.position(of: 10, in: position..<bytes.count) ?? bytes.count
      defer { position = end + 1 }
      return bytes[position..<end]
    }
    var hasSchema = false
    while let line = nextLine() {
      if line.elementsEqual(" \"schema\": \"vouch-publication/1\",".utf8) { hasSchema = true }
      if line.starts(with: " \"files\": {".utf8) { break }
    }
    guard hasSchema, position < bytes.count else { return nil }
    var files: [File] = []
    files.reserveCapacity((bytes.count - position) / 110)
    let separator = Array("\": \"".utf8)
    // A list without its end was cut off, and would call new what it has lost.
    var isClosed = false
    while let line = nextLine() {
      guard line.starts(with: "  \"".utf8) else {
        isClosed = isClosed || line.elementsEqual(" }".utf8)
        continue
      }
      let entry = line.last == UInt8(ascii: ",") ? line.dropLast() : line
      guard entry.count > 72, entry.last == UInt8(ascii: "\""),
        entry.dropLast(65).suffix(separator.count).elementsEqual(separator),
        let path = unescaped(entry.dropFirst(3).dropLast(65 + separator.count))
      else { return nil }
      files.append(
        File(path: path, digest: String(decoding: entry.dropLast().suffix(64), as: UTF8.self)))
    }
    // Somebody may have written in it.
    let isOrdered = zip(files, files.dropFirst()).allSatisfy { $0.path < $1.path }
    return isClosed && isOrdered ? files : nil
  }

  /// The text that a JSON string stands for.
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> RelativePath? {
    guard bytes.contains(UInt8(ascii: "\\")) else {
      return RelativePath(String(decoding: bytes, as: UTF8.self))
    }
    var text = ""
    var rest = String(decoding: bytes, as: UTF8.self)[...]
    while let mark = rest.firstIndex(of: "\\") {
      text += rest[..<mark]
      rest = rest[mark...].dropFirst()
      guard let kind = rest.popFirst() else { return nil }
      if kind == "u" {
        guard let code = UInt32(rest.prefix(4), radix: 16), let scalar = Unicode.Scalar(code) else {
          return nil
        }
        text.unicodeScalars.append(scalar)
        rest = rest.dropFirst(4)
      } else {
        text.append(["n": "\n", "t": "\t", "r": "\r", "b": "\u{8}", "f": "\u{C}"][kind] ?? kind)
      }
    }
    return RelativePath(text + rest)
  }
}
