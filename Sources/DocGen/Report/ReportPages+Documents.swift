import Model

/// A page of blocks that is ready to be made in HTML and in Markdown.
struct DocumentPage: Sendable {
  /// Below the folder of the report, without its suffix.
  let path: String
  let title: String
  let part: ReportFrame.Part
  /// The last crumb of a page below the first page of its part.
  var crumb: String?
  let document: @Sendable (Wording) -> Document

  /// The page in one form.
  func page(_ form: Wording.Form, _ frame: ReportFrame, _ wording: Wording) -> ReportPage {
    let (title, part, crumb, document) = (title, part, crumb, document)
    switch form {
    case .html:
      let path = "\(path).html"
      return ReportPage(
        path: frame.file(path), template: "report/document", escaping: .html,
        context: {
          [frame.values(path, title, part, crumb: crumb), .object(document(wording).make(wording))]
        })
    case .markdown:
      return ReportPage(
        path: frame.file("\(path).md"), template: "report/markdown/document", escaping: .markdown,
        context: { [frame.markdown(title, wording), .object(document(wording).make(wording))] })
    }
  }
}

extension ReportPages {
  /// The pages of blocks, in the order of the menu.
  var documents: [DocumentPage] {
    let data = data
    let rules = rules
    var pages = [
      DocumentPage(
        path: "actions", title: language.text("report.actions.title"), part: .actions
      ) { ActionsContext(data: data, wording: $0, rules: rules).document() },
      DocumentPage(
        path: "registers/index", title: language.text("report.registers.title"), part: .registers
      ) { RegistersContext(data: data, wording: $0).connections() },
      DocumentPage(
        path: "registers/disclosures",
        title: language.text("report.registers.disclosures.title"), part: .registers,
        crumb: language.text("report.registers.disclosures.title")
      ) { DisclosuresContext(data: data, wording: $0).document() },
      DocumentPage(
        path: People.path, title: language.text("report.registers.people.title"),
        part: .registers, crumb: language.text("report.registers.people.title")
      ) { RegistersContext(data: data, wording: $0).people() },
      DocumentPage(
        path: "signoff", title: language.text("report.signoff.title"), part: .signOff
      ) { WorkpaperContext(data: data, wording: $0, rules: rules).signOff() },
      DocumentPage(
        path: "exceptions", title: language.text("report.exceptions.title"), part: .exceptions
      ) { ExceptionsContext(data: data, wording: $0).document() },
      DocumentPage(
        path: "comparison", title: language.text("report.comparison.title"), part: .comparison
      ) { ComparisonContext(data: data, wording: $0).document() },
      DocumentPage(
        path: "frameworks/index", title: language.text("report.frameworks.title"),
        part: .frameworks
      ) { FrameworkContext(data: data, wording: $0, rules: rules).index() },
      DocumentPage(
        path: "reconciliation", title: language.text("report.reconciliation.title"),
        part: .reconciliation
      ) { ReconciliationContext(data: data, wording: $0).document() },
      DocumentPage(path: "method", title: language.text("report.method.title"), part: .method) {
        MethodContext(data: data, wording: $0).document()
      },
    ]
    if let sample = data.sample {
      pages.append(
        DocumentPage(
          path: "sample", title: language.text("report.sample.title"), part: .signOff,
          crumb: language.text("report.sample.title")
        ) { WorkpaperContext(data: data, wording: $0, rules: rules).sample(sample) })
    }
    pages += data.frameworks.map { view in
      DocumentPage(
        path: view.path, title: view.framework.title, part: .frameworks,
        crumb: view.framework.title
      ) { FrameworkContext(data: data, wording: $0, rules: rules).page(view) }
    }
    return pages
  }
}
