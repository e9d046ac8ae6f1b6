import Model

/// What a reader has to know before reading a page: how it stands in the language.
struct PageNotices {
  let values: PageValues
  private var words: InterfaceWords { values.words }

  init(_ values: PageValues) { self.values = values }

  /// The notices, the weightiest first.
  func all() -> [TemplateValue] {
    var notices: [TemplateValue] = []
    switch values.state {
    case .fallback: notices.append(notice("fallback"))
    case .stale: notices.append(notice("stale", linksToSource: true))
    case .ahead: notices.append(notice("ahead", linksToSource: true))
    case .orphan: notices.append(notice("orphan"))
    case .source, .translated, .machineTranslated, .missing: break
    }
    if values.state.isOwnLanguage, values.page.provenance.isMachineTranslated == true {
      notices.append(notice("machine", linksToSource: values.state == .machineTranslated))
    }
    return notices
  }

  private func notice(_ kind: String, linksToSource: Bool = false) -> TemplateValue {
    let source = values.site.tree.source
    let name = values.site.words[source]?.endonym ?? source.tag
    var notice: TemplateObject = [
      "kind": .text(kind),
      "title": .text(words["site.notice.\(kind).title"]),
      "body": .text(words.text("site.notice.\(kind).body", ["source": .text(name)])),
      "href": .null,
    ]
    if linksToSource {
      notice["href"] = .text(values.sourceAddress)
      notice["tag"] = .text(source.tag)
      notice["link"] = .text(words.text("site.notice.source-link", ["source": .text(name)]))
    }
    return .object(notice)
  }
}
