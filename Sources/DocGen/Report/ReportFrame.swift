import FileSystem
import Localization
import Model

/// What all pages of a report in one language have around their content.
struct ReportFrame: Sendable {
  /// The parts that the menu leads to.
  enum Part: String, CaseIterable, Sendable {
    case overview, summary, findings, actions, inventory, registers, exceptions, comparison
    case frameworks, reconciliation, method, signOff

    /// The part's first page below the folder of the report.
    var path: String {
      switch self {
      case .overview: "index.html"
      case .findings: "findings/index.html"
      case .inventory: "inventory/index.html"
      case .exceptions: "exceptions.html"
      case .summary: "summary.html"
      case .actions: "actions.html"
      case .registers: "registers/index.html"
      case .signOff: "signoff.html"
      case .comparison: "comparison.html"
      case .frameworks: "frameworks/index.html"
      case .reconciliation: "reconciliation.html"
      case .method: "method.html"
      }
    }
  }

  /// What the frames of all pages of a publication have in common.
  struct Outline: Sendable {
    let locales: [LocaleTag]
    let hasSite: Bool
    let title: String
    let assets: TemplateValue
    /// What the foot of each page says.
    let foot: Message
    /// The parts of the publication: where each begins, below the folder of the report, and its name.
    let menu: [(path: String, nameKey: String)]
    /// The locales whose documentation can be searched.
    var searchLocales: Set<LocaleTag> = []
    /// Whether the report itself can be searched.
    var isSearched = false
  }

  private let outline: Outline
  private let language: ReportLanguage
  private let shared: TemplateObject

  init(request: ReportRequest, data: ReportData, language: ReportLanguage) {
    let file = data.result.snapshot.files.first
    self.init(
      Outline(
        locales: request.locales, hasSite: request.hasSite, title: request.title,
        assets: request.assets.values,
        foot: Message(
          "report.foot",
          [
            "version": .text(request.run.toolVersion), "file": .code(file?.path ?? ""),
            "digest": .code(file?.sha256 ?? ""),
          ]),
        menu: Part.allCases.map { ($0.path, "report.nav.\($0)") },
        searchLocales: request.hasSearch ? Set(request.content.locales) : [],
        isSearched: request.isSearched),
      language)
  }

  init(_ outline: Outline, _ language: ReportLanguage) {
    self.outline = outline
    self.language = language
    var assets = outline.assets
    if case .object(var files) = assets {
      files["style"] = files["reportStyle"]
      files["script"] = files["reportScript"]
      assets = .object(files)
    }
    shared = [
      "text": language.interface(), "words": language.words(), "assets": assets,
      "policy": .text(SecurityPolicy.pages), "site": ["title": .text(outline.title)],
      "interface": .html([]), "hasNavigation": false, "hasSections": true, "search": .null,
      "hasLanguages": .boolean(outline.locales.count > 1),
      "outcomes": .list(
        TotalsContext.order.map {
          ["outcome": .text("\($0)"), "word": .text(language.word($0))]
        }),
      "severityChoices": .list(
        FindingSeverity.allCases.reversed().map {
          ["severity": .text("\($0)"), "word": .text(language.word($0))]
        }),
    ]
  }

  /// Where a page of the report lies in the output.
  ///
  /// Names below it come from this module or were made safe by ``InventoryPaths``.
  func file(_ path: String) -> RelativePath { Self.file(path, in: language.locale) }

  private static func file(_ path: String, in locale: LocaleTag) -> RelativePath {
    let folder = RelativePath(locale).appending(RelativePath(known: "report"))
    return RelativePath(path).map(folder.appending) ?? folder
  }

  /// The values around a page's content.
  func values(_ path: String, _ title: String, _ part: Part, crumb: String?) -> TemplateValue {
    let here = file(path)
    let locale = language.locale
    func reference(_ path: RelativePath) -> TemplateValue {
      .text(here.reference(to: path).addressEncoded)
    }
    let home = RelativePath(locale).appending(
      outline.hasSite ? RelativePath(known: "index.html") : RelativePath(known: "report/index.html")
    )
    var values = shared
    let root = Routes.rootPrefix(of: here)
    values["root"] = .text(root)
    values["search"] = search(from: path, root: root)
    values["foot"] = Wording(language: language, form: .html, mask: { $0 }).markup(outline.foot)
    values["page"] = [
      "tag": .text(locale.tag), "direction": .text(locale.direction), "title": .text(title),
      "windowTitle": .text("\(title) | \(outline.title)"), "description": .null, "isHidden": true,
      "language": .text(LanguageName.endonym(of: locale)), "canonical": .null, "alternates": [],
      "home": reference(home), "markdown": .null,
    ]
    values["languages"] = .list(
      outline.locales.map { other in
        [
          "href": reference(Self.file(path, in: other)),
          "tag": .text(other.tag), "direction": .text(other.direction),
          "name": .text(LanguageName.endonym(of: other)), "isCurrent": .boolean(other == locale),
          "isFallback": false, "keepsPlace": true, "isSource": false,
        ]
      })
    values["sections"] = .list(
      (outline.hasSite
        ? [
          [
            "href": reference(home), "name": .text(language.text("site.documentation")),
            "isCurrent": false,
          ]
        ] : []) + [
          [
            "href": reference(file("index.html")), "name": .text(language.text("report.title")),
            "isCurrent": true,
          ]
        ])
    values["menu"] = .list(
      outline.menu.map {
        [
          "href": reference(file($0.path)), "name": .text(language.text($0.nameKey)),
          "isCurrent": .boolean($0.path == part.path && crumb == nil),
        ]
      })
    values["hasCrumbs"] = .boolean(crumb != nil)
    values["crumbs"] = .list(
      crumb.map {
        [
          [
            "href": reference(file(part.path)), "name": .text(language.text("report.nav.\(part)")),
          ],
          ["href": .null, "name": .text($0)],
        ]
      } ?? [])
    return .object(values)
  }

  /// How a page reaches the folder of the report: empty, or `../` for each folder below it.
  static func wayUp(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// Where the box of a page looks: in the report, and in the documentation too where there is one.
  private func search(from path: String, root: String) -> TemplateValue {
    let documentation =
      outline.searchLocales.contains(language.locale)
      ? SearchIndex.values(of: language.locale, from: root) : .null
    guard outline.isSearched else { return documentation }
    let report = Self.wayUp(from: path)
    return [
      "entry": .text(report + ReportSearch.entry.description),
      "files": .text("\(report)\(ReportSearch.folder)/"), "pages": .text(report),
      "also": documentation,
    ]
  }

  /// The values around a page of Markdown.
  func markdown(_ title: String, _ wording: Wording) -> TemplateValue {
    var values = shared
    values["page"] = ["title": .text(title)]
    values["foot"] = wording.markup(outline.foot)
    return .object(values)
  }
}
