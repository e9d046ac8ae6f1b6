import Digests
public import FileSystem
import Localization
public import Model

/// What a report on several environments is made of, and how.
public struct RollUpRequest: Sendable {
  /// The results of the parts.
  public var rollUp: RollUp
  /// The tool's version, such as `0.1.0`.
  public var toolVersion: String
  /// The exit status of the whole, as the shell sees it.
  public var exitStatus: Int
  /// The languages, in the order of the language menu.
  public var locales: [LocaleTag]
  /// The forms that the parts have.
  public var formats: Set<ReportFormat>
  /// The documentation, with the pages of the rules.
  public var content: ContentTree
  /// The folder of the message catalogs.
  public var messageFolder: String
  /// The style sheets and scripts, whose paths pages name.
  public var assets: PublicationAssets
  /// The templates.
  public var templates: TemplateSet
  /// The name shown at the head of each page.
  public var title: String
  /// Whether the site is published beside the report.
  public var hasSite = false

  /// A request from its parts.
  public init(
    rollUp: RollUp, toolVersion: String, exitStatus: Int, locales: [LocaleTag],
    formats: Set<ReportFormat>, content: ContentTree, messageFolder: String,
    assets: PublicationAssets, templates: TemplateSet, title: String
  ) {
    self.rollUp = rollUp
    self.toolVersion = toolVersion
    self.exitStatus = exitStatus
    self.locales = locales
    self.formats = formats
    self.content = content
    self.messageFolder = messageFolder
    self.assets = assets
    self.templates = templates
    self.title = title
  }
}

/// Writes the report on several environments: what stands above the reports of the parts.
public enum RollUpBuild {
  /// The folder that holds the report of each environment.
  public static let folder = RelativePath(known: "environments")

  /// Writes the sums and the pages into a tree that the reports of the parts are copied to.
  ///
  /// - Returns: Problems of templates that didn't keep pages from being made.
  /// - Throws: What keeps a report from being made: unreadable catalogs, templates, a full disk.
  public static func run(
    _ request: RollUpRequest, into tree: StagedTree
  ) throws(SiteFailure) -> [Diagnostic] {
    let summary = RollUpSummary.render(request)
    func write(_ path: RelativePath, _ bytes: [UInt8]) throws(SiteFailure) {
      try wrappingTreeErrors { () throws(StagedTreeError) in
        _ = try tree.write(path, bytes, from: "the results of all environments")
      }
    }
    try write(RelativePath(known: "report/summary.json"), summary)
    if request.formats.contains(.csv) {
      try write(RelativePath(known: "report/rollup.csv"), RollUpTable.render(request.rollUp))
    }
    var problems: Set<Diagnostic> = []
    guard !request.formats.isDisjoint(with: [.html, .markdown]) else { return [] }
    for locale in request.locales {
      for page in try pages(request, locale, digest: Digests.sha256(summary)) {
        let rendered = try page.render(request.templates)
        try write(page.path, rendered.bytes)
        problems.formUnion(rendered.diagnostics)
      }
    }
    return problems.sorted()
  }

  private static func pages(
    _ request: RollUpRequest, _ locale: LocaleTag, digest: String
  ) throws(SiteFailure) -> [ReportPage] {
    let language: ReportLanguage
    let rules: [RuleWords]
    do throws(FileError) {
      language = ReportLanguage(
        catalog: try MessageCatalog.load(locale, from: request.messageFolder))
      rules = try request.rollUp.rules.map { rule throws(FileError) in
        try RuleWords(rule.id, locale, request.content, hasSite: request.hasSite)
      }
    } catch {
      throw SiteFailure([error.diagnostic])
    }
    let frame = ReportFrame(
      ReportFrame.Outline(
        locales: request.locales, hasSite: request.hasSite, title: request.title,
        assets: request.assets.values,
        foot: Message(
          "report.foot",
          [
            "version": .text(request.toolVersion), "file": .code("report/summary.json"),
            "digest": .code(digest),
          ]),
        menu: [(ReportFrame.Part.overview.path, "report.nav.overview")]),
      language)
    let title = language.text("report.rollup.title")
    var pages: [ReportPage] = []
    if request.formats.contains(.html) {
      let wording = Wording(language: language, form: .html, mask: language.shortened)
      let document = RollUpContext(request: request, wording: wording, rules: rules).document()
      let path = ReportFrame.Part.overview.path
      pages.append(
        ReportPage(
          path: frame.file(path), template: "report/document", escaping: .html,
          context: {
            [frame.values(path, title, .overview, crumb: nil), .object(document.make(wording))]
          }))
    }
    if request.formats.contains(.markdown) {
      let wording = Wording(language: language, form: .markdown, mask: language.shortened)
      let document = RollUpContext(request: request, wording: wording, rules: rules).document()
      pages.append(
        ReportPage(
          path: frame.file("report.md"), template: "report/markdown/document", escaping: .markdown,
          context: { [frame.markdown(title, wording), .object(document.make(wording))] }))
    }
    return pages
  }
}
