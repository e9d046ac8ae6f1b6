import Concurrency
import FileSystem
import Localization
public import Model

/// Everything that the layers of one locale hold, before it is compared with the source language.
struct LocaleContent: Sendable {
  let locale: LocaleTag
  /// The files by their paths below the locale's folder.
  let files: [RelativePath: LayerFile]
  /// The pages in the order of their paths.
  private(set) var pages: [ContentPage]
  /// The tables of contents in the order of their paths, but those that `docfx.json` excludes: they
  /// are there only for others to refer to.
  let tablesOfContents: [RelativePath]
  /// The images and downloads in the order of their paths.
  let resources: [RelativePath]
  /// Finds files whatever the case of their names.
  let index: CaseInsensitiveIndex
  /// What `docfx.json` says of the folders.
  let docsets: DocsetList
  /// What each file is for that something may refer to.
  let roles: [RelativePath: ContentRole]
  /// What the files in YAML say that they are of which no page is made.
  let otherKinds: [RelativePath: String]
  /// The titles of the choices that zones are for.
  let zonePivots: ZonePivots
  /// What the configurations of the publication say.
  let publication: PublishConfiguration
  /// The pages that moved; in a translation those of the source too.
  let redirections: Redirections
  /// The files that redirections of this locale were read from.
  let redirectionFiles: Set<String>
  /// The pages that others may refer to by an id.
  let uids: [String: RelativePath]
  private let pageNumbers: [RelativePath: Int]
  /// The files of each folder, and the first file of each name, for suggestions.
  private let byFolder: [RelativePath?: [RelativePath]]
  private let byName: [String: RelativePath]

  /// The page at a path below the locale's folder.
  subscript(path: RelativePath) -> ContentPage? { pageNumbers[path].map { pages[$0] } }

  /// Puts a page in the place of one with the same path.
  mutating func replacePage(_ number: Int, with page: ContentPage) { pages[number] = page }

  /// A file that was perhaps meant: one of the same name elsewhere, or of a similar name in the
  /// same folder.
  func neighbour(of wanted: RelativePath) -> RelativePath? {
    if let moved = byName[wanted.name] { return moved }
    let siblings = byFolder[wanted.folder] ?? []
    let name = Suggestion.nearest(to: wanted.name, among: siblings.lazy.map(\.name))
    return siblings.first { $0.name == name }
  }

  /// How a file is to be opened and named; `nil` if no layer has it.
  func file(at path: RelativePath) -> String? { files[path]?.file }

  /// Lists and reads the layers of one locale; the earlier layer wins.
  ///
  /// - Throws: All the problems that keep files from being read.
  init(
    _ locale: LocaleTag, layers: [ContentLayer], isSource: Bool, source: LocaleContent?,
    known: KnownFiles?, width: Int, diagnostics: inout [Diagnostic]
  ) throws(ContentError) {
    let files = try LayerFile.list(layers, originals: source?.index, &diagnostics)
    var publication = PublishConfiguration()
    for layer in layers { publication.add(PublishConfiguration(layer: layer.folder)) }
    let docsets = DocsetList(
      files, above: layers.first { $0.configurationAbove != nil },
      publication: publication, otherwise: source?.docsets,
      originals: source?.files ?? [:], &diagnostics)
    self.publication = publication
    let ofRepository = RepositoryFiles(among: files, docsets, originals: source?.roles ?? [:])
    var byRole: [ContentRole: [RelativePath]] = [:]
    for path in files.keys.sorted() {
      byRole[ofRepository.roles[path] ?? docsets.role(of: path), default: []].append(path)
    }
    let yaml = YAMLFiles(byRole[.yaml, default: []], of: files, &diagnostics)
    byRole[.part, default: []] += Set(byRole[.yaml] ?? []).subtracting(yaml.pages)
    byRole[.yaml] = nil
    byRole[.landingPage] = yaml.pages
    otherKinds = yaml.otherKinds
    zonePivots = ZonePivots(files, kinds: yaml.otherKinds, &diagnostics)
    let outcomes = (byRole[.page, default: []] + yaml.pages).sorted().concurrentMap(width: width) {
      path in
      Self.page(
        at: path, file: files[path]?.file ?? "", locale: locale, isSource: isSource,
        docset: docsets.docset(of: path), known: known)
    }
    var pages: [ContentPage] = []
    var refusals: [Diagnostic] = []
    for outcome in outcomes {
      switch outcome {
      case .success((let page, let problems)):
        pages.append(page)
        diagnostics += problems
      case .failure(let error): refusals.append(error.diagnostic)
      }
    }
    guard refusals.isEmpty else { throw ContentError(problems: refusals) }
    var redirections = Redirections()
    for layer in layers {
      redirections.add(
        Redirections(
          layer: layer.folder, docsets: docsets.folders, listed: publication.redirectionFiles,
          holdsPages: { folder in
            files.keys.contains { $0.isBelow(folder) && $0.fileExtension == "md" }
          },
          onDisk: { folder in
            let file = files[folder.appending(RelativePath(known: "docfx.json"))]
            return (file?.folder == layer.folder ? file?.path.folder : nil) ?? folder
          }, &diagnostics))
    }
    redirectionFiles = Set(redirections.entries.map(\.location.path))
    let moved = pages.filter { $0.redirect != nil }
    redirections.add(moved)
    let movedPaths = Set(moved.map(\.path))
    for role in [ContentRole.page, .landingPage] {
      byRole[role]?.removeAll(where: movedPaths.contains)
    }
    pages.removeAll { $0.redirect != nil }
    if let source { redirections.add(source.redirections) }
    self.redirections = redirections
    // Translations have it from the source.
    self.docsets =
      source == nil ? docsets.located(by: redirections, to: pages.map(\.path)) : docsets
    var uids: [String: RelativePath] = [:]
    for page in pages {
      guard let uid = page.uid else { continue }
      guard let other = uids[uid] else {
        uids[uid] = page.path
        continue
      }
      // The pages of several versions of the set have one id.
      func version(of path: RelativePath) -> String? { docsets.group(of: path)?.group.version }
      guard version(of: page.path) == version(of: other) else { continue }
      diagnostics.report(
        .warning, "uid.twice", at: SourceLocation(path: page.file),
        "the id '\(uid)' is also that of '\(other)', which references lead to",
        suggestion: "give each page an id of its own")
    }
    self.uids = uids
    self.locale = locale
    self.files = files
    self.pages = pages
    tablesOfContents = byRole[.tableOfContents, default: []].filter {
      !docsets.excludes($0) && !docsets.leavesOut($0)
    }
    resources = byRole[.resource, default: []]
    diagnostics += resources.filter(ImageScript.mayOccur).concurrentMap(width: width) {
      files[$0].flatMap { ImageScript.diagnostic(of: $0.file) }
    }.compactMap(\.self)
    byRole[ContentRole.none] = nil
    let used = byRole.values.joined().sorted()
    var roles: [RelativePath: ContentRole] = [:]
    for (role, paths) in byRole { for path in paths { roles[path] = role } }
    self.roles = roles
    index = CaseInsensitiveIndex(used)
    byFolder = Dictionary(grouping: used, by: \.folder)
    byName = Dictionary(used.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    pageNumbers = Dictionary(uniqueKeysWithValues: pages.indices.map { (pages[$0].path, $0) })
  }

  private static func page(
    at path: RelativePath, file: String, locale: LocaleTag, isSource: Bool, docset: Docset?,
    known: KnownFiles?
  ) -> Result<(ContentPage, [Diagnostic]), FileError> {
    let stamp = known == nil ? nil : InputStamp(of: file)
    if let known, let stamp,
      let page = known.page(
        at: path, in: locale, file: file, isSource: isSource, docset: docset, stamp: stamp)
    {
      return .success((page.page, page.problems))
    }
    do throws(FileError) {
      let bytes = try Files.read(file, limit: ContentPage.sizeLimit)
      var problems = TextEncoding.problem(in: bytes, path: file).map { [$0] } ?? []
      let page = ContentPage(
        locale: locale, path: path, file: file, bytes: bytes, text: TextEncoding.repaired(bytes),
        docset: docset, sourceHash: isSource ? SourceFreshness.sha1(ofSource: bytes) : nil,
        diagnostics: &problems)
      if let stamp { known?.keep(page, problems, docset: docset, stamp: stamp) }
      return .success((page, problems))
    } catch {
      return .failure(error)
    }
  }
}

/// The problems that keep a site from being made.
///
/// All of them are listed, not only the first.
public struct ContentError: Error, Hashable, Sendable {
  /// The problems, at least one of them an error.
  public var problems: [Diagnostic]

  /// Makes an error of its problems.
  public init(problems: [Diagnostic]) { self.problems = problems }
}
