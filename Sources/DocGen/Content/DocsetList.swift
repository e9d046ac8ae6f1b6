import FileSystem
import Model
import YAML

/// The docsets of a locale's folder, the deepest first.
struct DocsetList: Sendable {
  private var docsets: [Docset]
  /// The folders that the configuration of the publication lists, in its order; `nil` is the top.
  let listed: [RelativePath?]
  /// The folders of the docsets that it doesn't list, so that nothing of them is published.
  private let unlisted: [RelativePath?]

  /// Reads every `docfx.json` below a locale's folder.
  ///
  /// - Parameters:
  ///   - files: The files of the locale.
  ///   - above: The layer above whose folder a `docfx.json` for all locales lies; `nil` if there is
  ///     none.
  ///   - publication: The configuration of the locale's publication.
  ///   - other: The docsets of the source language: each holds where none of this locale's does, and
  ///     says where one of the same folder lies on its server.
  ///   - originals: The files of the source language, which may be there instead.
  ///   - diagnostics: Gets the problems of the files; a broken one is ignored.
  init(
    _ files: [RelativePath: LayerFile], above: ContentLayer?, publication: PublishConfiguration,
    otherwise other: DocsetList?,
    originals: [RelativePath: LayerFile], _ diagnostics: inout [Diagnostic]
  ) {
    let configurations = files.keys.filter { path in
      path.name.lowercased() == "docfx.json" && ContentRole(of: path) != .none
    }.sorted()
    var docsets = configurations.compactMap { path in
      Self.docset(at: path, file: files[path]?.file ?? "", &diagnostics) { name in
        let name = path.folder.map { $0.appending(name) } ?? name
        return (files[name] ?? originals[name])?.file
      }
    }
    if !docsets.isEmpty {
      let tables = Set(files.keys.filter(Breadcrumbs.isTable))
        .union(originals.keys.filter(Breadcrumbs.isTable)).sorted()
      for index in docsets.indices { docsets[index].findBreadcrumbs(among: tables) }
    }
    for docset in docsets { diagnostics += docset.problems(among: files, originals, publication) }
    let listed = publication.docsetFolders
    if let above, !docsets.contains(where: { $0.folder == nil }),
      let docset = Self.docset(above, &diagnostics), docset.isFor(files)
    {
      docsets.append(docset)
    }
    // Translations have no such configuration, or one with a part of the set's.
    var order = listed
    if let other {
      let isWhole = other.listed.isEmpty && !listed.isEmpty
      order += isWhole ? other.docsets.reversed().map(\.folder) : other.listed
    }
    self.listed = order
    let own = docsets
    for original in other?.docsets ?? [] {
      if let twin = docsets.firstIndex(where: { $0.folder == original.folder }) {
        docsets[twin].address = original.address ?? docsets[twin].address
      } else if !own.contains(where: { original.folder.map($0.holds) ?? ($0.folder == nil) }) {
        docsets.append(original)
      }
    }
    let known = Set(order.map(Self.key))
    let published = docsets.filter { known.contains(Self.key($0.folder)) }
    // A list that names nothing of what is here isn't of this set.
    let isOfSet = !published.isEmpty && published.count < docsets.count
    let folders = own.map(\.folder).filter { isOfSet && !known.contains(Self.key($0)) }
    // What lies in another docset is published with that.
    let withheld = folders.filter { folder in
      !published.contains { docset in docset.folder.map { folder?.isBelow($0) == true } ?? true }
    }
    if let first = withheld.first {
      let path = configurations.first { $0.folder == first }
      diagnostics.append(
        Self.unlisted(withheld, at: path.flatMap { files[$0]?.file } ?? ""))
    }
    unlisted = folders + (other?.unlisted ?? [])
    self.docsets = (isOfSet ? published : docsets).sorted {
      ($0.folder?.components.count ?? 0) > ($1.folder?.components.count ?? 0)
    }
  }

  /// Reads a file, and what it names below its folder; `nil` where it can't be read.
  private static func docset(
    at path: RelativePath = RelativePath(known: "docfx.json"),
    above localeFolder: RelativePath? = nil, file: String, _ diagnostics: inout [Diagnostic],
    named: (RelativePath) -> String?
  ) -> Docset? {
    do throws(FileError) {
      let bytes = try TextEncoding.text(of: file, limit: 16 << 20, &diagnostics)
      do throws(YAMLError) {
        return try Docset(
          bytes, at: path, above: localeFolder, named: file, file: named,
          diagnostics: &diagnostics)
      } catch {
        diagnostics.append(error.diagnostic)
      }
    } catch {
      diagnostics.append(error.diagnostic)
    }
    return nil
  }

  /// Reads the file above a locale's folder.
  private static func docset(_ layer: ContentLayer, _ diagnostics: inout [Diagnostic]) -> Docset? {
    let name = layer.folder.split(separator: "/").last.flatMap { RelativePath(String($0)) }
    guard let name, let file = layer.configurationAbove else { return nil }
    let folder = String(file.dropLast("/docfx.json".utf8.count))
    return docset(above: name, file: file, &diagnostics) { path in
      Files.isRegularFile(path, below: folder) ? path.path(in: folder) : nil
    }
  }

  private static func key(_ folder: RelativePath?) -> String {
    folder?.description.lowercased() ?? ""
  }

  /// What is said of docsets that aren't published.
  private static func unlisted(_ folders: [RelativePath?], at file: String) -> Diagnostic {
    let names = folders.prefix(5).map { "'\($0?.description ?? ".")'" }.joined(separator: ", ")
    let rest = folders.count > 5 ? " and \(folders.count - 5) more" : ""
    return Diagnostic(
      .note, "docfx.unlisted", at: SourceLocation(path: file),
      "nothing of \(names)\(rest) is published: 'docsets_to_publish' in "
        + "'\(PublishConfiguration.name)' doesn't list \(folders.count > 1 ? "these" : "this docset")",
      suggestion: "list what readers are to see")
  }

  /// The docsets, and where those lie on their server that don't say it.
  ///
  /// - Parameters:
  ///   - redirections: The redirections of the set.
  ///   - pages: The pages of the set.
  /// - Returns: The same docsets, each with its address.
  func located(by redirections: Redirections, to pages: [RelativePath]) -> DocsetList {
    guard docsets.contains(where: { $0.address == nil }) else { return self }
    let finder = DocsetAddressFinder(redirections)
    guard !finder.isEmpty else { return self }
    var list = self
    for (number, docset) in docsets.enumerated() where docset.address == nil {
      let folder = docset.folder.map { "\($0)/".lowercased() } ?? ""
      let movesFiles = docset.movesFiles
      let places = pages.compactMap { path -> String? in
        guard docset.holds(path) else { return nil }
        let place = movesFiles ? docset.place(of: path) ?? path : path
        let stem = place.replacingExtension(with: "").description.dropLast().lowercased()
        return stem.hasPrefix(folder) ? String(stem.dropFirst(folder.count)) : nil
      }
      list.docsets[number].address = finder.address(ofPages: Set(places))
    }
    return list
  }

  /// Whether there is no docset.
  var isEmpty: Bool { docsets.isEmpty }

  /// Digests of all that decides what the docsets say.
  var digests: [String] { docsets.map(\.digest) }

  /// The folders of the docsets, without the locale's own.
  var folders: [RelativePath] { docsets.compactMap(\.folder) }

  /// The docset that a file lies in, or that names it with `src`; `nil` if there is none.
  func docset(of path: RelativePath) -> Docset? {
    docsets.first { $0.holds(path) } ?? docsets.first { $0.names(path) }
  }

  /// The docsets that a file belongs to, the closest first.
  func all(of path: RelativePath) -> [Docset] {
    let holders = docsets.filter { $0.holds(path) }
    return holders.isEmpty ? docsets.filter { $0.names(path) } : holders
  }

  /// Whether pages or resources have another place in the output than in the folder.
  var movesFiles: Bool { docsets.contains(where: \.movesFiles) }

  /// The place in the output of a page or a resource, below the locale's folder.
  func place(of path: RelativePath) -> RelativePath { docset(of: path)?.place(of: path) ?? path }

  /// Whether a docset keeps a file from readers that would be copied for them.
  func withholds(_ path: RelativePath) -> Bool { docset(of: path)?.withholds(path) == true }

  /// Whether a docset names a page by its own name, without a wildcard.
  func namesAlone(_ path: RelativePath) -> Bool { docset(of: path)?.namesAlone(path) == true }

  /// Whether a file may be a page: its docset publishes it, or there is none at all.
  func allows(_ path: RelativePath) -> Bool {
    docsets.isEmpty || docset(of: path)?.publishes(path) == true
  }

  /// Whether a docset names a file only to exclude it.
  func excludes(_ path: RelativePath) -> Bool { docset(of: path)?.excludes(path) == true }

  /// Whether files are of several versions of the set, which may have one place.
  var hasVersions: Bool { docsets.contains(where: \.hasVersions) }

  /// The group of files that names a file, with its number in its docset.
  func group(of path: RelativePath) -> (group: FileGroup, number: Int)? {
    docset(of: path)?.group(of: path)
  }

  /// Whether a file lies in a docset that the configuration of the publication doesn't list, and in
  /// none that it does.
  func leavesOut(_ path: RelativePath) -> Bool {
    guard !unlisted.isEmpty, docset(of: path) == nil else { return false }
    return unlisted.contains { $0.map(path.isBelow) ?? true }
  }

  /// How early the configuration of the publication lists the docset of a file, from 0.
  func rank(of path: RelativePath) -> Int {
    guard !listed.isEmpty, let docset = docset(of: path) else { return listed.count }
    return listed.firstIndex { Self.key($0) == Self.key(docset.folder) } ?? listed.count
  }

  /// What a file is for, after its docset was asked.
  func role(of path: RelativePath) -> ContentRole {
    let role = ContentRole(of: path)
    guard !docsets.isEmpty, [.part, .resource, .page, .yaml].contains(role) else { return role }
    let docset = docset(of: path)
    switch role {
    // What 'resource' names is copied for readers whatever its kind, but for what could run.
    case .part:
      return !ContentRole.isActive(path) && docset?.publishesResource(path) == true
        ? .resource : .part
    case .resource:
      return docset?.withholds(path) == true || leavesOut(path) ? .part : .resource
    default:
      if docset?.publishes(path) == true { return role }
      // A file outside every docset, or excluded, is none of the pages; other pages may include it.
      if role == .page { return .include }
      return docset?.publishesResource(path) == true ? .resource : .part
    }
  }

  /// What an address on the server of the publication may stand for: pages below the locale's
  /// folder, without their extensions; nothing for other places on that server.
  func paths(ofAddress address: String) -> [String] {
    let wanted = address.lowercased()
    return docsets.compactMap { docset in
      guard let base = docset.address, wanted.hasPrefix(base.lowercased()) else { return nil }
      let rest = address.dropFirst(base.count)
      guard rest.isEmpty || rest.hasPrefix("/") else { return nil }
      let below = docset.folder.map { "\($0)" } ?? ""
      return below.isEmpty ? String(rest.dropFirst()) : below + rest
    }
  }
}
