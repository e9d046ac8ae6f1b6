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

  /// The digests by the paths of the files.
  let files: [RelativePath: String]
  /// The files of the publication before; `nil` where there was none.
  let former: [RelativePath: String]?
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
    let manifest = Self(
      files: tree.digests, former: former,
      previous: former == nil ? nil : known.map { Digests.sha256($0) })
    let isSame = former == manifest.files
    try tree.write(
      path, isSame ? known ?? [] : manifest.bytes, from: "the list of published files")
  }

  /// The manifest as it is written.
  var bytes: [UInt8] {
    let files = files.sorted { $0.key < $1.key }
    let old = former ?? [:]
    var (added, changed, removed): ([String], [String], [String]) = ([], [], [])
    if former != nil {
      for (path, digest) in files {
        guard let before = old[path] else {
          added.append(path.description)
          continue
        }
        if before != digest { changed.append(path.description) }
      }
      removed = old.keys.filter { self.files[$0] == nil }.sorted().map(\.description)
    }
    var json = JSONWriter(indentation: 1)
    json.object { json in
      json.member("schema", Self.schemaName)
      json.member("previous", previous)
      json.member("added", added)
      json.member("changed", changed)
      json.member("removed", removed)
      json.objectMember("files") { json in
        for (path, digest) in files { json.member(path.description, digest) }
      }
    }
    json.newline()
    return json.bytes
  }

  /// The files of a manifest; `nil` for bytes that are none.
  ///
  /// The member `files` has a line for each file, which is read without the rest of JSON.
  static func read(_ bytes: [UInt8]) -> [RelativePath: String]? {
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
    var files: [RelativePath: String] = [:]
    files.reserveCapacity((bytes.count - position) / 110)
    let separator = Array("\": \"".utf8)
    while let line = nextLine() {
      guard line.starts(with: "  \"".utf8) else { continue }
      let entry = line.last == UInt8(ascii: ",") ? line.dropLast() : line
      guard entry.count > 72, entry.last == UInt8(ascii: "\""),
        entry.dropLast(65).suffix(separator.count).elementsEqual(separator),
        let path = unescaped(entry.dropFirst(3).dropLast(65 + separator.count))
      else { return nil }
      files[path] = String(decoding: entry.dropLast().suffix(64), as: UTF8.self)
    }
    return files
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
