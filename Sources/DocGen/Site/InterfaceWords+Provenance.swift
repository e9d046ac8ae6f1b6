import Localization
import Model

extension InterfaceWords {
  /// What a page says of its making: who translated it, from which version, when it was last
  /// changed, and how much later its original was.
  ///
  /// Nothing that the pages don't say is made up, and no clock is asked: a translation is as old as
  /// its original is newer.
  func provenance(of page: ContentPage, original: ContentPage?) -> [TemplateValue] {
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
    if let original = original?.date.flatMap(CivilDate.init(frontMatter:)),
      let translated = page.provenance.handoffDate.flatMap(CivilDate.init(frontMatter:)),
      original > translated
    {
      let days = original.daysSince1970 - translated.daysSince1970
      entries.append(
        entry(
          "site.provenance.original",
          text(
            "site.provenance.original-age",
            ["date": .text(date(original)), "count": .integer(days)]
          )))
    }
    if let updated = page.date {
      entries.append(entry("site.provenance.updated", date(updated)))
    }
    return entries
  }
}
