import FileSystem
import Model
import YAML

/// Files that patterns of a `docfx.json` name, and where they go: an entry of `content` or of
/// `resource`.
struct FileGroup: Sendable {
  /// `src`: the folder that the patterns begin in, below the locale's, in parts.
  private let start: [[UInt8]]
  private let files: [GlobPattern]
  private let exclusions: [GlobPattern]
  /// The last parts of the patterns that have no wildcard.
  private let names: [String]
  /// `dest`: the folder of the output that takes what lies below `src`; `nil` is the locale's own.
  private let destination: RelativePath?
  /// Whether files have another place in the output than in the folder.
  let movesFiles: Bool
  /// `src`; `nil` is the locale's folder.
  let source: RelativePath?
  /// `src` as it is written, and where; `nil` where nothing is.
  private let written: (text: String, place: SourceLocation)?
  /// The folder of the `docfx.json`, from which exclusions may be written too.
  private let folder: RelativePath?
  /// `group` or `version`: the version of the set that the files are of; `nil` is no single one.
  let version: String?
  /// Whether the monikers of the version go on without an end: `>= v2`.
  let isLatest: Bool
  /// The folder of the output for what has no place of its own beside other versions.
  private let versionFolder: RelativePath?

  /// Reads an entry: an object, or a pattern alone.
  ///
  /// - Parameters:
  ///   - node: The entry.
  ///   - folder: The folder of the `docfx.json` below the locale's.
  ///   - versions: What `groups` or `versions` say of each version of the set.
  ///   - diagnostics: Gets folders that leave the locale's.
  init?(
    _ node: YAMLNode, below folder: RelativePath?, versions: [String: YAMLNode],
    _ diagnostics: inout [Diagnostic]
  ) {
    self.folder = folder
    if let text = node.string {
      start = folder.map { GlobPattern.parts(of: "\($0)") } ?? []
      (files, exclusions, destination) = ([GlobPattern(text)], [], folder)
      names = Self.names([text])
      movesFiles = false
      (source, written, version, versionFolder, isLatest) = (nil, nil, nil, nil, false)
      return
    }
    let files = node.value("files")?.strings ?? []
    if files.isEmpty {
      diagnostics.report(
        .warning, "docfx.shape", at: node.location, "a group of files without 'files' names none",
        suggestion: "write {\"files\": [\"**/*.md\"]}")
    }
    guard !files.isEmpty,
      case .below(let source) = Folder(
        node.value("src") ?? node.value("cwd"), from: folder, &diagnostics),
      case .below(let destination) = Folder(node.value("dest"), from: folder, &diagnostics)
    else { return nil }
    start = source.map { GlobPattern.parts(of: "\($0)") } ?? []
    self.files = files.map { GlobPattern($0) }
    names = Self.names(files)
    exclusions = (node.value("exclude")?.strings ?? []).map { GlobPattern($0) }
    self.destination = destination
    movesFiles = destination != source
    self.source = source
    written = (node.value("src") ?? node.value("cwd")).flatMap { node in
      node.string.map { ($0, node.location) }
    }
    version = (node.value("group") ?? node.value("version"))?.string
    let named = version.map { YAMLNode(.scalar($0, isPlain: false), at: node.location) }
    let ofVersion = version.flatMap { versions[$0] }
    let range = ofVersion?.value("moniker_range")?.string ?? ""
    isLatest = range.contains(">") && !range.contains("<")
    if let named,
      case .below(let place) = Folder(
        ofVersion?.value("dest") ?? named, from: folder, &diagnostics)
    {
      versionFolder = place
    } else {
      versionFolder = nil
    }
  }

  private static func names(_ patterns: [String]) -> [String] {
    patterns.compactMap { pattern in
      let name = pattern.split { "/\\".contains($0) }.last.map(String.init) ?? ""
      return name.contains { "*?{[!+@(".contains($0) } ? nil : name
    }
  }

  /// What is wrong with a group whose `src` is a folder in which none of some files lies; `nil` where
  /// one does.
  func problem(among files: [RelativePath: LayerFile], _ others: [RelativePath: LayerFile])
    -> Diagnostic?
  {
    guard let source, let written,
      ![files, others].contains(where: { $0.keys.contains { $0.isBelow(source) } })
    else { return nil }
    var folders: Set<String> = []
    for file in [files, others].flatMap(\.keys) {
      var folder = file.folder
      while let next = folder, folders.insert(next.description).inserted { folder = next.folder }
    }
    return Diagnostic(
      .warning, "docfx.folder", at: written.place,
      "there is no folder '\(written.text)', so this group names no files",
      suggestion: Suggestion.didYouMean("\(source)", among: folders.sorted()))
  }

  /// Whether the group has a file, whose path is in ``GlobPattern/parts(of:)``.
  func contains(_ parts: [[UInt8]]) -> Bool { naming(of: parts) == .included }

  /// Whether the group names a file but excludes it.
  func excludes(_ parts: [[UInt8]]) -> Bool { naming(of: parts) == .excluded }

  /// Whether the group has a file by its own name, without a wildcard.
  func namesAlone(_ parts: [[UInt8]]) -> Bool {
    guard contains(parts), let name = parts.last else { return false }
    return names.contains { $0.lowercased() == String(decoding: name, as: UTF8.self).lowercased() }
  }

  private enum Naming { case included, excluded, not }

  private func naming(of parts: [[UInt8]]) -> Naming {
    guard parts.starts(with: start) else { return .not }
    let rest = Array(parts.dropFirst(start.count))
    guard files.contains(where: { $0.matches(rest) }) else { return .not }
    let fromTop = Array(parts.dropFirst(folder?.components.count ?? 0))
    return exclusions.contains { $0.matches(rest) || $0.matches(fromTop) } ? .excluded : .included
  }

  /// The place in the output of a file that the group has.
  func place(of path: RelativePath) -> RelativePath {
    guard movesFiles else { return path }
    let rest = path.components.dropFirst(start.count).joined(separator: "/")
    guard let below = RelativePath(rest) else { return path }
    return destination.map { $0.appending(below) } ?? below
  }

  /// The place of a file where another version of the set has the one that it would have: below the
  /// folder of its version; `nil` where there is no such folder.
  func placeInVersion(of path: RelativePath) -> RelativePath? {
    guard let versionFolder else { return nil }
    let place = place(of: path)
    guard let folder, place.isBelow(folder) else { return versionFolder.appending(place) }
    let rest = place.components.dropFirst(folder.components.count).joined(separator: "/")
    return RelativePath(rest).map { versionFolder.appending($0) }
  }
}

/// A folder as an entry of a `docfx.json` names it.
private enum Folder {
  /// Below the locale's folder; `nil` is that itself.
  case below(RelativePath?)
  /// Outside of it, or no folder.
  case refused

  /// Reads a folder that is named from that of the `docfx.json`, `base`, which it is if none is named.
  init(_ node: YAMLNode?, from base: RelativePath?, _ diagnostics: inout [Diagnostic]) {
    self = .refused
    guard let node, !node.isNull else {
      self = .below(base)
      return
    }
    guard let written = node.string else {
      diagnostics.report(
        .warning, "docfx.shape", at: node.location,
        "this is no folder; the group of files isn't followed", suggestion: "write one as a text")
      return
    }
    var text = written.replacing("\\", with: "/")
    // `~/`, `/` and `./` are the folder of the `docfx.json`.
    text = String(text.drop { $0 == "~" || $0 == "/" })
    var parts = base?.components.map(String.init) ?? []
    for part in text.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        diagnostics.report(
          .warning, "docfx.folder", at: node.location,
          "'\(written)' leads out of the language's folder; the group of files isn't followed",
          suggestion: "name a folder of the language's")
        return
      }
    }
    self = .below(parts.isEmpty ? nil : RelativePath(parts.joined(separator: "/")))
  }
}
