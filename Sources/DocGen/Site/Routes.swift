import FileSystem
import Model

/// Where pages and files lie in the output, and how they reach each other.
///
/// A file has the same place in all languages: its own, unless `src` or `dest` of a `docfx.json`
/// gives it another.
struct Routes: Sendable {
  /// What decides the places; `nil` where no file moves.
  private let docsets: DocsetList?
  /// The places of the files that there are, and what lies at a place.
  private let places: [RelativePath: RelativePath]
  private let sources: [RelativePath: RelativePath]
  /// Of files that would have one place, which each version of the set has.
  private let versions: [RelativePath: Versions]

  /// The files of several versions of the set that would have one place.
  private struct Versions {
    /// The one that has it.
    var first: RelativePath
    var files: [String: RelativePath]
  }

  /// Finds the places of files.
  ///
  /// - Parameters:
  ///   - docsets: What decides the places.
  ///   - files: The pages and resources of all languages.
  init(_ docsets: DocsetList?, files: () -> Set<RelativePath> = { [] }) {
    guard let docsets, docsets.movesFiles else {
      (self.docsets, places, sources, versions) = (nil, [:], [:], [:])
      return
    }
    var places = Dictionary(
      uniqueKeysWithValues: files().map { ($0, docsets.place(of: $0)) })
    versions = docsets.hasVersions ? Self.separateVersions(docsets, &places) : [:]
    self.docsets = docsets
    self.places = places
    sources = Dictionary(places.map { ($0.value, $0.key) }, uniquingKeysWith: min)
  }

  /// Gives files of different versions of the set that have one place places of their own.
  ///
  /// Files of no version keep it, else those of a version with no end yet (`>= v2`), which readers see
  /// who name no version, else the first group; those of others go below the folders of these.
  ///
  /// - Returns: For each of the files those of the other versions.
  private static func separateVersions(
    _ docsets: DocsetList, _ places: inout [RelativePath: RelativePath]
  ) -> [RelativePath: Versions] {
    struct Rival {
      var path: RelativePath
      var group: (group: FileGroup, number: Int)?
      var version: String? { group?.group.version }
      var rank: (Int, Int, RelativePath) {
        (version == nil ? 0 : group?.group.isLatest == true ? 1 : 2, group?.number ?? 0, path)
      }
    }
    var all: [RelativePath: Versions] = [:]
    for paths in Dictionary(grouping: places.keys, by: { output(of: places[$0] ?? $0) }).values
    where paths.count > 1 {
      let rivals = paths.map { Rival(path: $0, group: docsets.group(of: $0)) }
        .sorted { $0.rank < $1.rank }
      let files = rivals.compactMap { rival in rival.version.map { ($0, rival.path) } }
      let versions = Versions(
        first: rivals[0].path, files: Dictionary(files, uniquingKeysWith: { first, _ in first }))
      for path in paths { all[path] = versions }
      for rival in rivals.dropFirst() where rival.version != rivals[0].version {
        guard let place = rival.group?.group.placeInVersion(of: rival.path) else { continue }
        places[rival.path] = place
      }
    }
    return all
  }

  /// The file that readers of another one see at the place that a file would have: that of their
  /// version of the set, or of the version that has the place.
  func file(_ path: RelativePath, inVersionOf other: RelativePath) -> RelativePath {
    guard let versions = versions[path] else { return path }
    let version = docsets?.group(of: other)?.group.version
    return version.flatMap { versions.files[$0] } ?? versions.first
  }

  /// What is written of a file at a place; of two files with one extension each that become a page,
  /// the same.
  private static func output(of place: RelativePath) -> RelativePath {
    ["md", "yml"].contains(place.fileExtension.lowercased())
      ? place.replacingExtension(with: "html") : place
  }

  /// The files that would be written to the same place, each with the first one.
  ///
  /// - Parameter files: Pages or resources, in the order of their paths.
  /// - Returns: A pair for each file whose place another one before it has.
  func rivals(among files: [RelativePath]) -> [(first: RelativePath, other: RelativePath)] {
    if keepsPlaces { return [] }
    var first: [RelativePath: RelativePath] = [:]
    return files.compactMap { path in
      let place = Self.output(of: place(of: path))
      guard let other = first.updateValue(first[place] ?? path, forKey: place) else { return nil }
      return (other, path)
    }
  }

  /// Whether no file has another place in the output than in its folder.
  var keepsPlaces: Bool { docsets == nil }

  /// The place of a file below the locale's folder of the output.
  func place(of path: RelativePath) -> RelativePath {
    guard let docsets else { return path }
    return places[path] ?? docsets.place(of: path)
  }

  /// The file at a place.
  func source(ofPlace place: RelativePath) -> RelativePath { sources[place] ?? place }

  /// The page of a content path in a locale: `fr-fr/a/b.html`.
  func page(_ path: RelativePath, in locale: LocaleTag) -> RelativePath {
    Self.output(place(of: path).replacingExtension(with: "html"), in: locale)
  }

  /// The Markdown page beside it: `fr-fr/a/b.md`.
  func markdown(_ path: RelativePath, in locale: LocaleTag) -> RelativePath {
    Self.output(place(of: path).replacingExtension(with: "md"), in: locale)
  }

  /// A copied file of a locale.
  func file(_ path: RelativePath, in locale: LocaleTag) -> RelativePath {
    Self.output(place(of: path), in: locale)
  }

  /// Something in a locale's folder of the output.
  static func output(_ place: RelativePath, in locale: LocaleTag) -> RelativePath {
    RelativePath(locale).appending(place)
  }

  /// The page at the top of the output.
  static let home = RelativePath(known: "index.html")

  /// How a page reaches the top of the output: empty, or `../` for each folder.
  static func rootPrefix(of path: RelativePath) -> String {
    String(repeating: "../", count: path.components.count - 1)
  }
}

extension String {
  /// A path as it stands in an address: what isn't a letter, digit or `-._~/` is percent-encoded.
  var addressEncoded: String {
    if utf8.allSatisfy(\.isAddressByte) { return self }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in utf8 {
      if byte.isAddressByte {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A path as an author writes it in a link: what would end the address, or stand for something
  /// else in it, is percent-encoded.
  var writtenAddress: String {
    func isPlain(_ byte: UInt8) -> Bool {
      byte > 32 && byte != 127 && !"\"#%()<>?\\".utf8.contains(byte)
    }
    if utf8.allSatisfy(isPlain) { return self }
    return String(
      decoding: utf8.flatMap { byte in
        isPlain(byte)
          ? [byte]
          : Array("%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8)
      }, as: UTF8.self)
  }

  /// An address's path without percent escapes; as it is where they don't make text.
  var addressDecoded: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    let source = Array(utf8)
    var bytes: [UInt8] = []
    var position = 0
    while position < source.count {
      if source[position] == UInt8(ascii: "%"), position + 2 < source.count,
        let value = UInt8(
          String(decoding: source[position + 1...position + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        position += 3
      } else {
        bytes.append(source[position])
        position += 1
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? self
  }
}

extension UInt8 {
  fileprivate var isAddressByte: Bool {
    switch self {
    case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
