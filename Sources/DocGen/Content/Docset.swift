import Digests
import FileSystem
import Model
import YAML

/// What a `docfx.json` says about the folder that it lies in.
struct Docset: Sendable {
  /// The folder below the locale's; `nil` is the locale's folder itself.
  let folder: RelativePath?
  /// Where the pages lie on their server, such as `/dynamics365/customer-insights`; `nil` where
  /// nothing gives it away.
  var address: String?
  /// `extendBreadcrumb`: whether breadcrumbs go on with the entries of the contents above a page.
  let extendsBreadcrumbs: Bool
  /// A digest of all that decides what the file says of a page: its folder and its bytes.
  let digest: String
  private var breadcrumbPaths: [BreadcrumbPath]
  private let content: [FileGroup]
  private let resources: [FileGroup]
  private let metadata: DocsetMetadata
  /// The locale's folder below that of the file, where the file lies above it: what the file names
  /// begins with it.
  private let localeFolder: RelativePath?

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: Where it lies below the locale's folder.
  ///   - localeFolder: The locale's folder below that of the file, where the file lies above it.
  ///   - name: How the file is named in diagnostics.
  ///   - file: How a file below its folder is to be opened; `nil` if it isn't there.
  ///   - diagnostics: Gets what is wrong with it.
  /// - Throws: If it isn't JSON, comments and superfluous commas allowed.
  init(
    _ bytes: [UInt8], at path: RelativePath, above localeFolder: RelativePath? = nil,
    named name: String, file: (RelativePath) -> String?, diagnostics: inout [Diagnostic]
  ) throws(YAMLError) {
    let document = try RelaxedJSON.document(bytes, path: name)
    self.localeFolder = localeFolder
    diagnostics += document.diagnostics.filter { $0.severity == .error }
    let build = document.root?.value("build")
    if build?.mapping == nil {
      diagnostics.report(
        .warning, "docfx.shape", at: document.root?.location ?? SourceLocation(path: name),
        "no object 'build' here", suggestion: "all Markdown files of the folder are pages then")
    }
    folder = path.folder
    var versions: [String: YAMLNode] = [:]
    for entry in ["groups", "versions"].flatMap({ build?.value($0)?.mapping ?? [] }) {
      versions[entry.key] = entry.value
    }
    func groups(_ key: String) -> [FileGroup] {
      Self.entries(build?.value(key)).compactMap {
        FileGroup($0, below: path.folder, versions: versions, &diagnostics)
      }
    }
    content = groups("content")
    resources = groups("resource")
    metadata = DocsetMetadata(build, file: file, diagnostics: &diagnostics)
    digest = Digests.sha256(
      Array("\(path) \(localeFolder?.description ?? "")\n\(metadata.digest)".utf8) + bytes)
    extendsBreadcrumbs = metadata.ofAll["extendbreadcrumb"] != "false"
    let key = "breadcrumb_path"
    breadcrumbPaths = metadata.ofAll[key].map { [BreadcrumbPath($0, below: path.folder)] } ?? []
    breadcrumbPaths += metadata.ofFiles.filter { $0.key == key }.map {
      BreadcrumbPath($0.value, of: $0.pattern, below: path.folder)
    }
    findAddress()
  }

  /// Finds the files with breadcrumbs, and by their places where the pages lie on their server.
  ///
  /// - Parameter tables: The tables of contents of the locale, and of the source.
  mutating func findBreadcrumbs(among tables: [RelativePath]) {
    guard !breadcrumbPaths.isEmpty else { return }
    let tables = tables.filter { holds($0) || names($0) }.map { path in
      let folder = (place(of: path) ?? path).folder
      return BreadcrumbPath.Table(path: path, folder: folder.flatMap(below))
    }
    for index in breadcrumbPaths.indices { breadcrumbPaths[index].find(among: tables) }
    findAddress()
  }

  private mutating func findAddress() {
    // An address of all languages' folders is none of one language.
    guard localeFolder == nil else { return }
    let whole = breadcrumbPaths.first { $0.pages == nil }
    // Breadcrumbs of single folders give nothing away of the others, unless all agree.
    let single = Set(breadcrumbPaths.filter { $0.pages != nil }.compactMap(\.address))
    address = whole?.address ?? (single.count == 1 ? single.first : nil)
  }

  /// A folder below that of the docset; `nil` is that itself.
  private func below(_ path: RelativePath) -> RelativePath? {
    guard let folder, path.isBelow(folder) || path == folder else { return path }
    return RelativePath(
      path.components.dropFirst(folder.components.count).joined(separator: "/"))
  }

  /// The entries of a list; one entry needs none to be meant.
  private static func entries(_ node: YAMLNode?) -> [YAMLNode] {
    node.map { $0.sequence ?? [$0] } ?? []
  }

  /// The file with the breadcrumbs of a page, which its metadata name; `nil` where they name none.
  func breadcrumbFile(of path: RelativePath) -> RelativePath? {
    let parts = breadcrumbPaths.contains { $0.pages != nil } ? parts(of: path) : []
    let ofPage = breadcrumbPaths.last { $0.pages?.matches(parts) == true }
    return (ofPage ?? breadcrumbPaths.first { $0.pages == nil })?.file
  }

  /// Whether the metadata of pages name a file with breadcrumbs.
  func namesBreadcrumbs(in path: RelativePath) -> Bool {
    breadcrumbPaths.contains { $0.file == path }
  }

  /// What the addresses of the pages begin with that a file with breadcrumbs is for.
  func address(ofBreadcrumbs path: RelativePath) -> String? {
    address ?? breadcrumbPaths.first { $0.file == path }?.address
  }

  /// Whether a file in YAML may have breadcrumbs without being named: it lies in a folder `breadcrumb`
  /// or one that is called like the one named.
  func mayHaveBreadcrumbs(in path: RelativePath) -> Bool {
    guard let folder = path.folder?.name.lowercased() else { return false }
    return folder == "breadcrumb" || breadcrumbPaths.contains { $0.folderName == folder }
  }

  /// What is wrong with groups of files in whose folders none of some files lies.
  ///
  /// Of those that another repository would fill the first one is named.
  func problems(
    among files: [RelativePath: LayerFile], _ others: [RelativePath: LayerFile],
    _ publication: PublishConfiguration
  ) -> [Diagnostic] {
    var named: Set<RelativePath> = []
    return (content + resources).compactMap { group in
      let repository = group.source.flatMap(publication.repository)
      guard var problem = group.problem(among: files, others) else { return nil }
      guard let repository else { return problem }
      problem.suggestion = repository.advice
      return named.insert(repository.folder).inserted ? problem : nil
    }
  }

  /// Whether a file of the locale lies in the docset.
  func holds(_ path: RelativePath) -> Bool { folder.map(path.isBelow) ?? true }

  /// A file as the `docfx.json` knows it: below the locale's folder, or below the one above.
  private func named(_ path: RelativePath) -> RelativePath {
    localeFolder.map { $0.appending(path) } ?? path
  }

  /// Whether any of some files is one of its pages, so that a file above all locales is about them.
  func isFor(_ files: [RelativePath: LayerFile]) -> Bool {
    files.keys.contains { ContentRole(of: $0) == .page && publishes($0) }
  }

  /// Whether a group of files names a file, wherever it lies.
  func names(_ path: RelativePath) -> Bool { have(content + resources, path) }

  /// Whether a file of the docset is a page; without any list of files all are.
  func publishes(_ path: RelativePath) -> Bool { content.isEmpty || have(content, path) }

  /// Whether `content` names a file by its own name, without a wildcard.
  func namesAlone(_ path: RelativePath) -> Bool {
    content.contains { $0.namesAlone(GlobPattern.parts(of: named(path).description)) }
  }

  /// Whether `resource` names a file of the docset.
  func publishesResource(_ path: RelativePath) -> Bool { have(resources, path) }

  /// Whether `resource` names a file only to exclude it.
  func withholds(_ path: RelativePath) -> Bool { exclude(resources, path) }

  /// Whether `content` names a file only to exclude it.
  func excludes(_ path: RelativePath) -> Bool { exclude(content, path) }

  private func have(_ groups: [FileGroup], _ path: RelativePath) -> Bool {
    guard !groups.isEmpty else { return false }
    let parts = GlobPattern.parts(of: named(path).description)
    return groups.contains { $0.contains(parts) }
  }

  private func exclude(_ groups: [FileGroup], _ path: RelativePath) -> Bool {
    guard !groups.isEmpty else { return false }
    let parts = GlobPattern.parts(of: named(path).description)
    return groups.contains { $0.excludes(parts) } && !groups.contains { $0.contains(parts) }
  }

  /// Whether pages or resources have another place in the output than in the folder.
  var movesFiles: Bool { (content + resources).contains(where: \.movesFiles) }

  /// The place in the output of a page or a resource, below the locale's folder: the first group
  /// that names it decides.
  func place(of path: RelativePath) -> RelativePath? {
    let place = group(of: path)?.group.place(of: named(path))
    guard let place, let localeFolder else { return place }
    // What is written for all languages has the folder of the language in it.
    var parts = place.components
    guard let index = parts.firstIndex(of: localeFolder.description[...]) else { return place }
    parts.remove(at: index)
    return RelativePath(parts.joined(separator: "/"))
  }

  /// The first group that names a file, with its number.
  func group(of path: RelativePath) -> (group: FileGroup, number: Int)? {
    let isPage = ["md", "yml", "yaml"].contains(path.fileExtension.lowercased())
    let parts = GlobPattern.parts(of: named(path).description)
    let groups = isPage ? content + resources : resources + content
    return groups.firstIndex { $0.contains(parts) }.map { (groups[$0], $0) }
  }

  /// Whether files are of several versions of the set, which may have one place.
  var hasVersions: Bool {
    localeFolder == nil && (content + resources).contains { $0.version != nil }
  }

  /// What a page has of some metadata without saying it: the last pattern that fits counts.
  func metadata(_ key: String, of path: RelativePath) -> String? {
    if metadata.ofFiles.contains(where: { $0.key == key }) {
      let parts = parts(of: path)
      if let last = metadata.ofFiles.last(where: { $0.key == key && $0.pattern.matches(parts) }) {
        return last.value
      }
    }
    return metadata.ofAll[key]
  }

  private func parts(of path: RelativePath) -> [[UInt8]] {
    let description = named(path).description
    let below = folder.map { description.dropFirst($0.description.count + 1) } ?? description[...]
    return GlobPattern.parts(of: String(below))
  }
}
