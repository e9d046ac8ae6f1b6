import DocGen
import Localization
import Model

/// The forms of `vouch status`.
struct StatusDocuments {
  let rows: [PageStatus]
  let locales: [LocaleTag]
  let source: LocaleTag

  /// What a locale's rows add up to.
  struct Total {
    var pages = 0
    var states: [PageStatus.State: Int] = [:]
    var machineTranslated = 0
    var units = 0
    var current = 0
    var drifted = 0
    var missing = 0
    var unchecked = 0
    var words = PageStatus.Words()
  }

  func total(of locale: LocaleTag) -> Total {
    var total = Total()
    for row in rows where row.locale == locale {
      total.pages += 1
      total.states[row.state, default: 0] += 1
      if row.isMachineTranslated == true { total.machineTranslated += 1 }
      total.units += row.units
      total.current += row.currentUnits
      total.drifted += row.driftedUnits
      total.missing += row.missingUnits
      total.unchecked += row.uncheckedUnits
      total.words += row.words
    }
    return total
  }

  /// A line a locale, then a line for each page that isn't current.
  func text() -> String {
    guard !locales.isEmpty else { return "There is no locale besides \(source).\n" }
    var lines: [String] = []
    for locale in locales {
      let total = total(of: locale)
      let states = PageStatus.State.allCases.compactMap { state in
        total.states[state].map { "\($0) \(state.rawValue)" }
      }
      let share = total.units == 0 ? 100 : total.current * 1000 / total.units
      lines.append(
        "\(locale): \(counted(total.pages, "page")) (\(states.joined(separator: ", "))), "
          + "\(share / 10).\(share % 10) % of \(counted(total.units, "text")) current, "
          + "\(total.drifted) drifted, \(total.missing) missing, \(total.unchecked) unchecked, "
          + "\(total.machineTranslated) by machine; words to translate: \(words(total.words))")
    }
    for row in rows where row.state != .current || row.uncheckedUnits > 0 {
      let details =
        row.isMetadataOnly
        ? "but no text: only front matter, blanks or markup"
        : "\(row.driftedUnits) drifted, \(row.missingUnits) missing and "
          + "\(row.uncheckedUnits) unchecked of \(row.units) texts"
      lines.append("\(row.locale)/\(row.path): \(row.state.rawValue), \(details)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func words(_ words: PageStatus.Words) -> String {
    "\(words.total) (exact \(words.exact), fuzzy 90 % \(words.fuzzy90), "
      + "fuzzy 75 % \(words.fuzzy75), new \(words.new))"
  }

  /// JSON as `vouch schema status` describes it.
  func json() -> [UInt8] {
    var json = JSONWriter(indentation: 2)
    json.object { json in
      json.member("schema", "vouch-status/1")
      json.member("source", source.folder)
      json.arrayMember("locales") { json in
        for locale in locales {
          json.element()
          json.object { write(total(of: locale), locale, to: &$0) }
        }
      }
      json.arrayMember("pages") { json in
        for row in rows {
          json.element()
          json.object { write(row, to: &$0) }
        }
      }
    }
    json.newline()
    return json.bytes
  }

  private func write(_ total: Total, _ locale: LocaleTag, to json: inout JSONWriter) {
    json.member("locale", locale.folder)
    json.member("pages", total.pages)
    json.objectMember("states") { json in
      for state in PageStatus.State.allCases {
        json.member(state.rawValue, total.states[state] ?? 0)
      }
    }
    json.member("machineTranslated", total.machineTranslated)
    json.member("units", total.units)
    json.member("current", total.current)
    json.member("drifted", total.drifted)
    json.member("missing", total.missing)
    json.member("unchecked", total.unchecked)
    json.objectMember("words") { write(total.words, to: &$0) }
  }

  private func write(_ row: PageStatus, to json: inout JSONWriter) {
    json.member("path", row.path)
    json.member("locale", row.locale.folder)
    json.member("state", row.state.rawValue)
    json.key("metadataOnly")
    json.flag(row.isMetadataOnly)
    json.key("machineTranslated")
    if let isMachine = row.isMachineTranslated { json.flag(isMachine) } else { json.null() }
    json.member("units", row.units)
    json.member("current", row.currentUnits)
    json.member("drifted", row.driftedUnits)
    json.member("missing", row.missingUnits)
    json.member("unchecked", row.uncheckedUnits)
    json.objectMember("words") { write(row.words, to: &$0) }
  }

  private func write(_ words: PageStatus.Words, to json: inout JSONWriter) {
    json.member("exact", words.exact)
    json.member("fuzzy90", words.fuzzy90)
    json.member("fuzzy75", words.fuzzy75)
    json.member("new", words.new)
  }
}
