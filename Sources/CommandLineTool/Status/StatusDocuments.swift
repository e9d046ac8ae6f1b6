import DocGen
import Localization
import Model

/// The forms of `vouch status`.
struct StatusDocuments {
  let rows: [PageStatus]
  let locales: [LocaleTag]
  let source: LocaleTag
  /// The version of the source that pages are compared with; `nil` if no repository says it.
  var version: SourceRecord.Version?
  /// How translations stood earlier.
  var trend = StatusTrend()

  /// A line a locale, then a line for each page that isn't current.
  func text() -> String {
    guard !locales.isEmpty else { return "There is no locale besides \(source).\n" }
    var lines: [String] = []
    for locale in locales {
      let total = StatusTotal(of: locale, in: rows)
      let states = PageStatus.State.allCases.compactMap { state in
        total.states[state].map { "\($0) \(state.rawValue)" }
      }
      let share = total.currentShare
      lines.append(
        "\(locale): \(counted(total.pages, "page")) (\(states.joined(separator: ", "))), "
          + "\(share / 10).\(share % 10) % of \(counted(total.units, "text")) current, "
          + "\(total.drifted) drifted, \(total.missing) missing, \(total.unchecked) unchecked, "
          + "\(total.machineTranslated) by machine; words to translate: \(words(total.words))"
          + earlier(locale))
    }
    for row in rows where row.state != .current || row.uncheckedUnits > 0 {
      let details =
        row.isMetadataOnly
        ? "but no text: only front matter, blanks or markup"
        : "\(row.driftedUnits) drifted, \(row.missingUnits) missing and "
          + "\(row.uncheckedUnits) unchecked of \(counted(row.units, "text"))"
      lines.append(
        "\(row.locale)/\(row.path): \(row.state.rawValue), \(details)\(Self.history(of: row))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How a locale stood when somebody last looked, after a semicolon.
  private func earlier(_ locale: LocaleTag) -> String {
    guard let last = trend.points.last(where: { $0.locales[locale] != nil }),
      let standing = last.locales[locale]
    else { return "" }
    let share = standing.currentShare
    return "; in \(last.name): \(share / 10).\(share % 10) % of "
      + "\(counted(standing.units, "text")) current, \(counted(standing.words, "word")) to translate"
  }

  /// What the history of the source says of a page, after a semicolon.
  private static func history(of row: PageStatus) -> String {
    guard let history = row.history else { return "" }
    var parts: [String] = []
    switch history.relation {
    case .upToDate: break
    case .behind, .diverged:
      guard let lag = history.lag else { break }
      parts.append("\(counted(lag.commits, "commit")) and \(counted(lag.days, "day")) behind")
    case .ahead: break
    case .gone: parts.append("removed from the source")
    case .unknown: parts.append("how far behind is unknown")
    }
    if history.isAhead { parts.append("\(counted(history.commitsAhead, "commit")) ahead") }
    if let path = history.movedTo { parts.append("now \(path)") }
    return parts.map { "; \($0)" }.joined()
  }

  private func words(_ words: PageStatus.Words) -> String {
    "\(words.total) (exact \(words.exact), fuzzy 90 % \(words.fuzzy90), "
      + "fuzzy 75 % \(words.fuzzy75), new \(words.new))"
  }
}
