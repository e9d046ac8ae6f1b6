import FileSystem
import Model

/// What can be found in a report in one language: its rules, the subjects that have pages, and the
/// findings that the pages of the rules show.
///
/// The index is the site's, in files of its own below the folder of the report, so that a report
/// without a site has one too. Passes are not in it: whoever looks for a subject finds its page.
struct ReportSearch {
  let data: ReportData
  let language: ReportLanguage
  /// The words of the rules, at their positions.
  let rules: [RuleWords]

  /// The entry of the index, below the folder of the report.
  static let entry = RelativePath(known: "search.js")
  /// The folder of the other files.
  static let folder = RelativePath(known: "search")

  /// Makes the files of the index.
  ///
  /// - Parameters:
  ///   - report: The folder of the report in the output.
  ///   - width: How many files are made at once.
  ///   - write: Takes the bytes of a file with its path in the output; called from several threads.
  /// - Throws: What `write` throws.
  func write(
    in report: RelativePath, width: Int,
    _ write: @Sendable (RelativePath, [UInt8]) throws(SiteFailure) -> Void
  ) throws(SiteFailure) {
    let index = SearchIndex(
      locale: language.locale, pages: pages().map(SearchIndex.Page.init),
      entry: report.appending(Self.entry), folder: report.appending(Self.folder), width: width)
    // A report has no former build whose texts could be read.
    _ = try index.write(unreadable: SiteFailure([]), write) { _ throws(SiteFailure) in }
  }

  /// What names a subject comes before what says something about it: equal hits keep this order.
  private func pages() -> [SearchPage] {
    rules.indices.map(rule)
      + Inventory.sections.flatMap { data.inventory.items[$0] ?? [] }.map(item)
      + rules.indices.flatMap { index in
        data.listed[index].prefix(RuleContext.pageLimit)
          .filter { $0.outcome.isOpen || $0.outcome == .accepted }.map(finding)
      }
  }

  private func rule(_ index: Int) -> SearchPage {
    let description = data.result.rules[index].rule
    let words = rules[index]
    let controls = description.controls.map { mapping in
      ([mapping.framework.title] + mapping.controls).joined(separator: " ")
    }
    let parts = [RuleWords.Part.criterion, .why, .procedure, .remedy].compactMap { part in
      words.plainText(part).map { text in
        SearchPage.Section(
          id: "section-\(part)", heading: language.text("report.rule.\(part.rawValue)"),
          text: bytes(text))
      }
    }
    return SearchPage(
      address: address(ofRule: description.id), title: "\(description.id) \(words.title)",
      language: words.tag == language.locale.tag ? nil : words.tag,
      sections: parts + [SearchPage.Section(text: bytes(controls.joined(separator: ", ")))],
      keywords: [description.id, language.word(description.group)])
  }

  private func item(_ item: Inventory.Item) -> SearchPage {
    let kind =
      item.findings.first.map { language.word($0.subject.kind) }
      ?? language.word(item.record.section)
    let id = language.shortened(item.id)
    return SearchPage(
      address: item.path, title: language.shortened(item.name ?? item.id),
      sections: [SearchPage.Section(text: bytes("\(kind) \(id) – \(language.word(item.outcome))"))],
      keywords: [id])
  }

  private func finding(_ finding: Finding) -> SearchPage {
    func shown(_ text: String) -> String { language.shortened(data.result.masked(text)) }
    let reason = finding.evaluation.reason.map { language.plain($0.masked(by: shown)) }
    let name = shown(finding.subject.name ?? finding.subject.id)
    let subject = "\(language.word(finding.subject.kind)) \(shown(finding.subject.id))"
    return SearchPage(
      address: address(ofRule: finding.rule), title: "\(finding.rule): \(name)",
      sections: [
        SearchPage.Section(
          id: "f-\(finding.fingerprint)",
          text: bytes("\(language.word(finding.outcome)) – \(reason ?? "") (\(subject))"))
      ])
  }

  private func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

  private func address(ofRule id: String) -> String { "rules/\(id.lowercased()).html" }
}
