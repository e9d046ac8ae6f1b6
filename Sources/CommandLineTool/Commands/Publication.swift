import CatalogueReader
import DocGen
import FileSystem
import Localization
import Model

/// What `run`, `audit` and `build` have in common: where things come from and where they go.
struct Publication {
  let settings: Settings
  let builtIn: BuiltInFiles
  let jobs: Int
  /// The output folder as the user needs it.
  let output: String
  let printer: DiagnosticPrinter
  private let locales: [LocaleTag]?

  init(_ settings: Settings) throws(CommandFailure) {
    self.settings = settings
    builtIn = try BuiltInFiles.find(in: settings.environment)
    jobs = try Self.jobs(settings)
    output = settings.path("output") ?? "public"
    locales = try settings.locales()
    printer = DiagnosticPrinter(
      settings.environment, isQuiet: settings.arguments.flag("quiet"),
      isStrict: try settings.flag("strict"))
  }

  /// The processors to use.
  static func jobs(_ settings: Settings) throws(CommandFailure) -> Int {
    try settings.count("jobs", atLeast: 1) ?? settings.environment.processorCount
  }

  /// The locales of the report: the chosen ones, else the shipped ones.
  var reportLocales: [LocaleTag] { locales ?? LocaleTag.shipped }

  /// Folders of templates; the user's win.
  var templateFolders: [String] {
    [builtIn.templates] + (settings.path("templates").map { [absolute($0)] } ?? [])
  }

  /// What is remarkable about the user's folder of templates.
  func templateWarnings() -> [Diagnostic] {
    guard let folder = settings.path("templates") else { return [] }
    return UnusedTemplates.warnings(
      in: absolute(folder), named: folder, besides: builtIn.templates)
  }

  /// Folders of content; the user's win.
  var contentFolders: [String] {
    [builtIn.content] + (settings.path("content").map { [absolute($0)] } ?? [])
  }

  /// The folder of the message catalogs.
  var messageFolder: String { "\(builtIn.content)/messages" }

  /// The catalogue of services; a file of the user's content takes the place of a built-in one.
  func catalogue() throws(CommandFailure) -> Catalogue {
    let folders = contentFolders.reversed().map { "\($0)/catalogue" }.filter(Files.isFolder)
    let loaded = CatalogueLoader.load(folders)
    guard let catalogue = loaded.catalogue else { throw .problems(loaded.diagnostics, .usage) }
    printer.print(loaded.diagnostics)
    return catalogue
  }

  /// The layers of some folders with a folder a locale; the first folder's files count.
  func layers(_ folders: [String]) throws(CommandFailure) -> [ContentLayer] {
    let layers: [ContentLayer]
    do {
      layers = try folders.flatMap { try ContentLayer.layers(in: $0) }
    } catch let error as FileError {
      throw .problems([error.diagnostic], .usage)
    } catch {
      throw .problem("content.unreadable", at: SourceLocation(path: ""), "\(error)", .usage)
    }
    try requireLocales(Set(layers.map(\.locale)))
    do throws(FileError) {
      return layers + (try settings.pseudo.layers(of: locales ?? [], from: layers))
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
  }

  /// Refuses a chosen locale that has neither pages nor words: a slip, which would take the place of
  /// a whole site with pages of another language.
  private func requireLocales(_ found: Set<LocaleTag>) throws(CommandFailure) {
    for locale in locales ?? []
    where !found.contains(locale) && PseudoLocale(locale) == nil
      && !Files.exists("\(messageFolder)/\(locale).po")
    {
      let all = found.union(LocaleTag.shipped)
      let known = all.map { "\($0)" }.sorted()
      let related = all.sorted().first { $0.language == locale.language }
      throw refusal(
        "there are no pages and no words in '\(locale)'",
        Suggestion.didYouMean("\(locale)", among: known)
          ?? related.map { "did you mean '\($0)'?" }
          ?? "there are \(known.joined(separator: ", "))")
    }
  }

  /// The layers of a folder with a folder a locale, and of the folders that `--locale` names; of the
  /// built-in content if there is neither.
  func layers(of content: String?) throws(CommandFailure) -> [ContentLayer] {
    let apart = try settings.localeFolders().map {
      ContentLayer(locale: $0.locale, folder: absolute($0.folder))
    }
    var folders: [String] = []
    if let content {
      folders = [absolute(content)]
    } else if apart.isEmpty {
      folders = [builtIn.content]
    }
    let found = apart + (try layers(folders))
    if found.isEmpty, let content { throw Self.noLanguages(in: content) }
    let all = ContentLayer.withSourceCopies(found)
    try requirePages(withSource(all))
    return all
  }

  /// Refuses a chosen locale that has words but no pages: its part of a site would become empty.
  private func requirePages(_ layers: [ContentLayer]) throws(CommandFailure) {
    for locale in locales ?? []
    where PseudoLocale(locale) == nil && !layers.contains(where: { $0.locale == locale }) {
      let known = Set(layers.map(\.locale)).sorted().map { "'\($0)'" }
      throw refusal(
        "there are no pages in '\(locale)'", "the content has \(known.joined(separator: ", "))")
    }
  }

  private func refusal(_ message: String, _ suggestion: String) -> CommandFailure {
    .problem(
      "configuration.locale",
      at: settings.values("locale")?.origin.location ?? SourceLocation(path: ""), message,
      suggestion: suggestion, .usage)
  }

  /// A folder without a subfolder for a language, such as the folder of one language itself.
  private static func noLanguages(in folder: String) -> CommandFailure {
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    let locale = ContentLayer.locale(ofFolder: name)?.folder
    return .problem(
      "content.empty", at: SourceLocation(path: folder), "no subfolder is named as a language is",
      suggestion: locale.map { "give the folder above it, or --locale \($0)=\(folder)" }
        ?? "give a folder with a subfolder for each language, such as 'en-us', or --locale en-us=DIR",
      .usage)
  }

  /// The documentation in some folders; the last folder's files count.
  func content(_ folders: [String]) throws(CommandFailure) -> ContentTree {
    try tree(of: try layers(folders.reversed()))
  }

  /// The documentation in some layers.
  func tree(
    of layers: [ContentLayer], known: KnownFiles? = nil
  ) throws(CommandFailure) -> ContentTree {
    do throws(ContentError) {
      return try ContentTree(layers: layers, known: known, width: jobs)
    } catch {
      throw .problems(error.problems, .usage)
    }
  }

  /// The documentation in some layers with what the repository of `--source-repo` says about it,
  /// and what is wrong with that repository.
  ///
  /// Where no layer has the source language, the repository's files are the source.
  func recorded(
    _ layers: [ContentLayer], known: KnownFiles? = nil
  ) throws(CommandFailure) -> (ContentTree, SourceRecord?, [Diagnostic]) {
    let tree = try tree(of: withSource(layers), known: known)
    guard let (record, diagnostics) = SourceRepository.record(of: tree, settings) else {
      return (tree, nil, [])
    }
    return (tree.adding(record), record, diagnostics)
  }

  /// Some layers, and the repository of `--source-repo` where none has the source language.
  func withSource(_ layers: [ContentLayer]) -> [ContentLayer] {
    guard let folder = settings.path("source-repo"), Files.isFolder(absolute(folder)),
      !layers.contains(where: { $0.locale == ContentLayer.source(of: layers) })
    else { return layers }
    return layers + [ContentLayer(locale: .source, folder: absolute(folder))]
  }

  /// A site made of some layers.
  func siteRequest(_ layers: [ContentLayer]) throws(CommandFailure) -> SiteRequest {
    var request = SiteRequest(
      layers: layers, templateFolders: templateFolders, messageFolder: messageFolder)
    request.locales = locales
    request.baseURL = try settings.address("base-url")
    request.keepsIncludes = try settings.flag("keep-includes")
    request.hasSearch = try !settings.flag("no-search")
    request.hasStatus = try !settings.flag("no-status")
    request.width = jobs
    return request
  }

  /// Opens the tree that takes the place of the output folder.
  ///
  /// - Parameters:
  ///   - recordsDigests: Whether the digests of all files are wanted at the end.
  ///   - cache: Where the replaced tree is kept for the next build.
  /// - Returns: The tree, to be committed.
  /// - Throws: If the folder can't be replaced, with exit status 2.
  func openTree(
    recordsDigests: Bool = false, cache: SiteCache? = nil
  ) throws(CommandFailure) -> StagedTree {
    do {
      return try StagedTree(
        replacing: absolute(output), recordsDigests: recordsDigests, width: jobs,
        spare: cache?.spareTree)
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
  }

  /// Refuses to put a site alone in the place of a report, which may be evidence.
  func keepReport() throws(CommandFailure) {
    let digests = "\(output)/report/SHA256SUMS"
    guard Files.exists(absolute(digests)) else { return }
    throw .problem(
      "output.report", at: SourceLocation(path: digests),
      "the folder holds a report, which the site would take the place of",
      suggestion: "give another folder with --output; 'vouch run' makes report and site", .usage)
  }

  /// Puts the tree in the place of the output folder.
  func commit(_ tree: StagedTree) throws(CommandFailure) -> StagedTree.Summary {
    do {
      return try tree.commit()
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
  }

  /// A path for the system.
  func absolute(_ path: String) -> String { settings.environment.absolute(path) }
}
