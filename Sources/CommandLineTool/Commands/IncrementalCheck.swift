import DocGen
import FileSystem
import Model

/// Builds a site a second time, without a cache, and compares every byte.
struct IncrementalCheck {
  private let request: SiteRequest
  private let publication: Publication
  private let content: ContentTree
  /// Whether the output holds more than the site, such as the report, which isn't compared.
  private let isPart: Bool

  init(
    _ request: SiteRequest, _ publication: Publication, _ content: ContentTree, isPart: Bool = false
  ) {
    self.request = request
    self.publication = publication
    self.content = content
    self.isPart = isPart
  }

  /// Compares the tree in `folder` with a clean build, which is removed again.
  ///
  /// - Throws: A problem for each file that differs, with the status of an internal error.
  func perform(on folder: String) throws(CommandFailure) {
    let clean = "\(folder).vouch-clean-\(publication.settings.environment.processNumber)"
    defer { Files.removeTree(clean) }
    let problems: [Diagnostic]
    do {
      let tree = try StagedTree(
        replacing: clean, recordsDigests: true, width: publication.jobs)
      _ = try SiteBuild(request).run(into: tree, content: content)
      if !isPart {
        try PublishManifest.write(
          into: tree, comparedWith: try Files.read(PublishManifest.path, in: folder))
      }
      _ = try tree.commit()
      problems = try differences(folder, clean)
    } catch {
      throw CommandFailure(publishing: error, otherwise: "incremental.failed")
    }
    if !problems.isEmpty { throw .problems(problems, .internalError) }
    if !publication.settings.arguments.flag("quiet") {
      publication.settings.environment.output("A clean build gives the same bytes\n")
    }
  }

  private func differences(
    _ folder: String, _ clean: String
  ) throws(FileError) -> [Diagnostic] {
    let built = try FolderListing(of: folder, includesHidden: true).files
    let expected = try FolderListing(of: clean, includesHidden: true).files
    let all = isPart ? expected : Set(built).union(expected).sorted()
    var problems: [Diagnostic] = []
    for path in all {
      let bytes = try? Files.read(path, in: folder)
      let wanted = try? Files.read(path, in: clean)
      if bytes == wanted, bytes != nil { continue }
      problems.report(
        .error, "incremental.differs", at: SourceLocation(path: path.path(in: folder)),
        "differs from what a clean build gives",
        suggestion: "build with --no-cache, and report this")
    }
    return problems
  }
}
