import Concurrency
public import FileSystem
import Model

/// Makes a site: every page of every locale as HTML and as Markdown, and what holds them together.
public struct SiteBuild: Sendable {
  private let request: SiteRequest

  /// Prepares a build; nothing is read yet.
  public init(_ request: SiteRequest) { self.request = request }

  /// Reads the content and writes the site.
  ///
  /// Pages are made on all processors and given to the tree as they come: memory grows with the
  /// number of pages by their titles and anchors, not by their text.
  ///
  /// - Parameters:
  ///   - tree: Where the files go; the caller commits it.
  ///   - content: Content that was read already; otherwise it is read here.
  ///   - assets: The styles and scripts, if the caller writes them; otherwise they are read and
  ///     written here.
  ///   - cache: What the last build left; the caller saves it once the tree is committed.
  /// - Returns: What was made, and the problems of single pages.
  /// - Throws: What keeps a site from being made: unreadable folders and templates, two files for
  ///   one address, a full disk.
  public func run(
    into tree: StagedTree, content: ContentTree? = nil, assets: PublicationAssets? = nil,
    cache: SiteCache? = nil
  ) throws(SiteFailure) -> SiteSummary {
    let content = if let content { content } else { try read(cache) }
    let usedAssets =
      if let assets { assets } else {
        try PublicationAssets(templateFolders: request.templateFolders)
      }
    var diagnostics = content.diagnostics
    let fingerprint = cache.map { SiteFingerprint(request, content, $0.knownFiles) }
    let site = try SiteContext(
      request, content, usedAssets, cache: cache, shared: fingerprint?.shared, &diagnostics)
    var summary = SiteSummary()
    let maker = PageMaker(site)
    let parts = PartBuild(tree: tree, cache: cache)
    let width = request.width ?? availableProcessorCount()
    let builds = site.locales.map { locale in
      LocaleBuild(
        locale, maker: maker, tree: tree, cache: cache, fingerprint: fingerprint, width: width)
    }
    for (locale, made) in zip(site.locales, try LocaleBuilds(builds: builds, width: width).run()) {
      let paths = content.paths(in: locale)
      summary.pages[locale] = paths.count
      for path in paths {
        summary.states[locale, default: [:]][content.state(of: path, in: locale), default: 0] += 1
      }
      diagnostics += made.diagnostics
      summary.reusedPages += made.reused
      diagnostics += content.redirectionProblems(in: locale)
      try write(content.contents[locale]?.resources ?? [], of: locale, from: content, parts)
    }
    if site.hasStatus {
      try StatusBuild(
        site: site, tree: tree, cache: cache, fingerprint: fingerprint, width: width
      ).run()
    }
    try wrappingTreeErrors { () throws(StagedTreeError) in
      if assets == nil { try usedAssets.write(into: tree) }
    }
    try writeShared(of: site, fingerprint, parts)
    summary.diagnostics = diagnostics.sortedOnce(width: width)
    return summary
  }

  /// Writes what holds the pages together: the first pages, redirections, the map of the site, and
  /// what programs read.
  private func writeShared(
    of site: SiteContext, _ fingerprint: SiteFingerprint?, _ parts: PartBuild
  ) throws(SiteFailure) {
    let all: [SharedPart] =
      [.doors, .redirections, .map, .server] + site.locales.map { .guide($0) }
    try all.concurrentForEach(
      width: request.width ?? availableProcessorCount()
    ) { part throws(SiteFailure) in
      let origin = "the list of pages"
      switch part {
      case .doors:
        try parts.run("doors", key: fingerprint?.shared, origin: origin) {
          () throws(SiteFailure) in try DoorPages(site: site).files()
        }
      case .redirections:
        try parts.run("redirections", key: fingerprint?.shared, origin: origin) {
          () throws(SiteFailure) in try DoorPages(site: site).redirections()
        }
      case .map:
        try parts.run("map", key: fingerprint?.mapKey(), origin: origin) { SiteMap(site).files() }
      case .server:
        try parts.run("server", key: fingerprint?.shared, origin: origin) {
          MachineFiles.serverFiles()
        }
      case .guide(let locale):
        try parts.run("guide \(locale)", key: fingerprint?.guideKey(of: locale), origin: origin) {
          MachineFiles(site: site).files(of: locale)
        }
      }
    }
  }

  /// What holds the pages together.
  private enum SharedPart {
    case doors, redirections, map, server
    case guide(LocaleTag)
  }

  private func read(_ cache: SiteCache?) throws(SiteFailure) -> ContentTree {
    do throws(ContentError) {
      return try ContentTree(
        layers: request.layers, source: request.source,
        publishesFallbacks: request.publishesFallbacks, known: cache?.knownFiles,
        width: request.width ?? availableProcessorCount())
    } catch {
      throw SiteFailure(error.problems)
    }
  }

  /// Copies images and downloads; those that are as they were aren't read.
  private func write(
    _ resources: [RelativePath], of locale: LocaleTag, from content: ContentTree,
    _ parts: PartBuild
  ) throws(SiteFailure) {
    try resources.concurrentForEach(
      width: request.width ?? availableProcessorCount()
    ) { path throws(SiteFailure) in
      guard let file = content.contents[locale]?.file(at: path) else { return }
      let place = content.routes.file(path, in: locale)
      let known = parts.cache?.knownFiles
      let stamp = known == nil ? nil : InputStamp(of: file)
      if let stamp, let digest = known?.digest(of: file, stamp: stamp),
        try parts.keep("file \(place)", key: digest, origin: file)
      {
        return
      }
      let bytes: [UInt8]
      do throws(FileError) { bytes = try Files.read(file) } catch {
        throw SiteFailure([error.diagnostic])
      }
      let digest = stamp.flatMap { known?.keep(bytes, of: file, stamp: $0) }
      try parts.run("file \(place)", key: digest, origin: file) { [(place, bytes)] }
    }
  }
}

/// Runs `body`; what keeps a tree from being written keeps the site from being made.
func wrappingTreeErrors<Result>(
  _ body: () throws(StagedTreeError) -> Result
) throws(SiteFailure) -> Result {
  do throws(StagedTreeError) { return try body() } catch {
    throw SiteFailure([error.diagnostic])
  }
}

extension [Diagnostic] {
  /// Each problem once, in order.
  ///
  /// Files are put in order first, then the problems of each: comparing the paths of thousands of
  /// problems again and again took a fifth of a rebuild.
  fileprivate func sortedOnce(width: Int) -> [Diagnostic] {
    Dictionary(grouping: self) { $0.location.path }.values
      .sorted { $0[0].location.path.utf8.lexicographicallyPrecedes($1[0].location.path.utf8) }
      .concurrentMap(width: width) { problems in
        if problems.count == 1 { return problems }
        var seen: Set<Diagnostic> = []
        return problems.filter { seen.insert($0).inserted }.sorted()
      }
      .flatMap { $0 }
  }
}
