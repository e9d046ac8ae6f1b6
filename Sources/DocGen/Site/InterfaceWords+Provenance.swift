import Model

extension InterfaceWords {
  /// What a page says of its making: who translated it, from which version, and when it was last
  /// changed.
  ///
  /// Nothing that the page doesn't say is made up.
  func provenance(of page: ContentPage) -> [TemplateValue] {
    func entry(
      _ key: String, _ value: String, code: String? = nil, isDate: Bool = true
    ) -> TemplateValue {
      [
        "name": .text(self[key]), "value": .text(value), "code": .text(code),
        "isDate": .boolean(isDate),
      ]
    }
    var entries: [TemplateValue] = []
    if let isMachine = page.provenance.isMachineTranslated {
      entries.append(
        entry(
          "site.provenance.translation",
          self[isMachine ? "site.provenance.machine" : "site.provenance.human"], isDate: false))
    }
    if let handoff = page.provenance.handoffDate {
      let commit = page.provenance.sourceCommit.map { String($0.prefix(7)) }
      entries.append(entry("site.provenance.from", date(handoff), code: commit))
    }
    if let updated = page.date {
      entries.append(entry("site.provenance.updated", date(updated)))
    }
    return entries
  }
}
