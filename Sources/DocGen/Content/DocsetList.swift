import FileSystem
import Model
import YAML

/// The docsets of a locale's folder, the deepest first.
struct DocsetList: Sendable {
  private var docsets: [Docset]

  /// Reads every `docfx.json` below a locale's folder.
  ///
  /// - Parameters:
  ///   - files: The files of the locale.
  ///   - other: The docsets of the source language: each holds where none of this locale's does, and
  ///     says where one of the same folder lies on its server.
  ///   - originals: The files of the source language, which may be there instead.
  ///   - diagnostics: Gets the problems of the files; a broken one is ignored.
  init(
    _ files: [RelativePath: LayerFile], otherwise other: DocsetList?,
    originals: [RelativePath: LayerFile], _ diagnostics: inout [Diagnostic]
  ) {
    var docsets: [Docset] = []
    let configurations = files.keys.filter { path in
      path.name.lowercased() == "docfx.json" && ContentRole(of: path) != .none
    }
    for path in configurations.sorted() {
      let file = files[path]?.file ?? ""
      do throws(FileError) {
        let bytes = try Files.read(file, limit: 16 << 20)
        do throws(YAMLError) {
          docsets.append(
            try Docset(bytes, at: path, named: file, diagnostics: &diagnostics))
        } catch {
          diagnostics.append(error.diagnostic)
        }
      } catch {
        diagnostics.append(error.diagnostic)
      }
    }
    if !docsets.isEmpty {
      let tables = Set(files.keys.filter(Breadcrumbs.isTable))
        .union(originals.keys.filter(Breadcrumbs.isTable)).sorted()
      for index in docsets.indices { docsets[index].findBreadcrumbs(among: tables) }
    }
    for docset in docsets { diagnostics += docset.problems(among: files, originals) }
    let own = docsets
    for original in other?.docsets ?? [] {
      if let twin = docsets.firstIndex(where: { $0.folder == original.folder }) {
        docsets[twin].address = original.address ?? docsets[twin].address
      } else if !own.contains(where: { original.folder.map($0.holds) ?? ($0.folder == nil) }) {
        docsets.append(original)
      }
    }
    docsets.sort { ($0.folder?.components.count ?? 0) > ($1.folder?.components.count ?? 0) }
    self.docsets = docsets
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

  /// Whether a docset names a file only to exclude it.
  func excludes(_ path: RelativePath) -> Bool { docset(of: path)?.excludes(path) == true }

  /// Whether files are of several versions of the set, which may have one place.
  var hasVersions: Bool { docsets.contains(where: \.hasVersions) }

  /// The group of files that names a file, with its number in its docset.
  func group(of path: RelativePath) -> (group: FileGroup, number: Int)? {
    docset(of: path)?.group(of: path)
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
    case .resource: return docset?.withholds(path) == true ? .part : .resource
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
