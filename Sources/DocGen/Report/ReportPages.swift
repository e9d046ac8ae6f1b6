import FileSystem
import Localization
import Model

/// A page of the report that is ready to be rendered.
struct ReportPage: Sendable {
  /// Where it will be.
  let path: RelativePath
  let template: String
  let escaping: TemplateOptions.Escaping
  let context: @Sendable () -> [TemplateValue]

  /// Renders it.
  func render(
    _ templates: TemplateSet
  ) throws(SiteFailure) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    do throws(TemplateFailure) {
      let rendered = try templates.render(
        template, with: context(), options: TemplateOptions(escaping: escaping))
      return (rendered.bytes, rendered.diagnostics)
    } catch {
      throw SiteFailure(error.diagnostics)
    }
  }
}

/// All pages of a report in one language.
struct ReportPages: Sendable {
  let request: ReportRequest
  let data: ReportData
  let locale: LocaleTag
  let language: ReportLanguage
  let rules: [RuleWords]

  /// Loads the words of a language.
  init(_ request: ReportRequest, _ data: ReportData, _ locale: LocaleTag) throws(SiteFailure) {
    self.request = request
    self.data = data
    self.locale = locale
    do throws(FileError) {
      language = ReportLanguage(
        catalog: try MessageCatalog.load(locale, from: request.messageFolder))
      rules = try data.result.rules.map { rule throws(FileError) in
        try RuleWords(rule.rule.id, locale, request.content, hasSite: request.hasSite)
      }
    } catch {
      throw SiteFailure([error.diagnostic])
    }
  }

  /// The pages in the chosen forms.
  func all() -> [ReportPage] {
    var pages: [ReportPage] = []
    if request.formats.contains(.html) { pages += html() }
    if request.formats.contains(.markdown) { pages += markdown() }
    return pages
  }

  /// Makes the files of the search index; none where the report isn't searched.
  ///
  /// - Throws: What `write` throws, which takes the bytes of a file.
  func writeSearch(
    _ write: @Sendable (RelativePath, [UInt8]) throws(SiteFailure) -> Void
  ) throws(SiteFailure) {
    guard request.isSearched else { return }
    let folder = RelativePath(locale).appending(RelativePath(known: "report"))
    try ReportSearch(data: data, language: language, rules: rules)
      .write(in: folder, width: request.width, write)
  }

  private func html() -> [ReportPage] {
    let frame = ReportFrame(request: request, data: data, language: language)
    let wording = wording(.html)
    let rules = rules
    let data = data
    let furtherFile = furtherFile
    func page(
      _ path: String, _ template: String, _ title: String, _ part: ReportFrame.Part,
      crumb: String? = nil,
      _ body: @escaping @Sendable (_ toReport: String) -> TemplateObject
    ) -> ReportPage {
      let toReport = ReportFrame.wayUp(from: path)
      return ReportPage(
        path: frame.file(path), template: "report/\(template)", escaping: .html,
        context: {
          [frame.values(path, title, part, crumb: crumb), furtherFile, .object(body(toReport))]
        })
    }
    var pages = [
      page("index.html", "overview", title, .overview) { _ in
        OverviewContext(data: data, wording: wording, rules: rules).make()
      },
      page("summary.html", "summary", language.text("report.summary.title"), .summary) { _ in
        OverviewContext(data: data, wording: wording, rules: rules).make()
      },
      page("findings/index.html", "findings", language.text("report.findings.title"), .findings) {
        root in
        let listed = rules.indices.compactMap { index in
          RuleContext(
            data: data, wording: wording, index: index, words: rules[index], toReport: root
          ).findings()
        }
        let extent = ListExtent(
          shown: data.listed.joined().count(where: \.outcome.isOpen),
          count: data.result.totals[.fail] + data.result.totals[.unknown])
        var page: TemplateObject = [
          "totals": TotalsContext.make(data.result.totals, wording.language) {
            Self.isOpen($0) ? "#rows" : nil
          },
          "hasRules": .boolean(!listed.isEmpty), "rules": .list(listed),
        ]
        extent.add(to: &page, wording)
        return page
      },
      page(
        "inventory/index.html", "inventory", language.text("report.inventory.title"), .inventory
      ) { root in
        InventoryContext(data: data, wording: wording, toReport: root).make()
      },
    ]
    for index in rules.indices {
      let id = data.result.rules[index].rule.id
      pages.append(
        page(
          "rules/\(id.lowercased()).html", "rule", "\(id) \(rules[index].title)", .overview,
          crumb: id
        ) { root in
          RuleContext(
            data: data, wording: wording, index: index, words: rules[index], toReport: root
          ).page()
        })
    }
    pages += documents.map { $0.page(.html, frame, wording) }
    for section in Inventory.sections {
      for item in data.inventory.items[section] ?? [] {
        let name = language.shortened(item.name ?? item.id)
        pages.append(
          page(item.path, "item", name, .inventory, crumb: name) { root in
            ItemContext(data: data, wording: wording, item: item, toReport: root).make()
          })
      }
    }
    return pages
  }

  private func markdown() -> [ReportPage] {
    let frame = ReportFrame(request: request, data: data, language: language)
    let wording = wording(.markdown)
    let rules = rules
    let data = data
    let furtherFile = furtherFile
    func page(
      _ path: String, _ template: String, _ title: String,
      _ body: @escaping @Sendable () -> TemplateObject
    ) -> ReportPage {
      ReportPage(
        path: frame.file(path), template: "report/markdown/\(template)", escaping: .markdown,
        context: { [frame.markdown(title, wording), furtherFile, .object(body())] })
    }
    var pages = [
      page("report.md", "overview", title) {
        var body = OverviewContext(data: data, wording: wording, rules: rules).make()
        body["chapters"] = .list(
          [
            ("exceptions", ExceptionsContext(data: data, wording: wording).document()),
            ("comparison", ComparisonContext(data: data, wording: wording).document()),
          ].map { name, document in
            var chapter = document.make(wording)
            chapter["heading"] = .text(wording.language.text("report.\(name).title"))
            return .object(chapter)
          })
        return body
      },
      page("findings/index.md", "findings", language.text("report.findings.title")) {
        [
          "rules": .list(
            rules.indices.compactMap { index in
              RuleContext(
                data: data, wording: wording, index: index, words: rules[index], toReport: "../"
              ).findings()
            })
        ]
      },
    ]
    for index in rules.indices {
      let id = data.result.rules[index].rule.id
      pages.append(
        page("rules/\(id.lowercased()).md", "rule", "\(id) \(rules[index].title)") {
          RuleContext(
            data: data, wording: wording, index: index, words: rules[index], toReport: "../"
          ).page()
        })
    }
    return pages + documents.map { $0.page(.markdown, frame, wording) }
  }

  /// Whether an outcome needs somebody: the list of findings holds these.
  static func isOpen(_ outcome: Outcome) -> Bool { outcome == .fail || outcome == .unknown }

  /// Where the findings are that a list leaves out, if there is such a file.
  private var furtherFile: TemplateValue {
    let isWritten = request.formats.contains(.ndjson)
    return ["file": isWritten ? .text(language.text("report.more.file")) : .null]
  }

  private func wording(_ form: Wording.Form) -> Wording {
    let (result, language) = (data.result, language)
    return Wording(
      language: language, form: form, mask: { language.shortened(result.masked($0)) })
  }

  private var title: String {
    language.plain(OverviewContext.heading(data.result).masked(by: language.shortened))
  }
}
