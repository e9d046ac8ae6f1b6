import DocGen
import Localization
import Model

extension StatusDocuments {
  /// JSON as `vouch schema status` describes it.
  func json() -> [UInt8] {
    var json = JSONWriter(indentation: 2)
    json.object { json in
      json.member("schema", "vouch-status/1")
      json.member("source", source.folder)
      json.key("version")
      if let version {
        json.object { json in
          json.member("commit", version.commit)
          json.member("date", "\(version.date)")
        }
      } else {
        json.null()
      }
      json.arrayMember("locales", of: locales) { json, locale in
        write(StatusTotal(of: locale, in: rows), locale, to: &json)
      }
      if !trend.points.isEmpty {
        json.arrayMember("trend", of: trend.points) { json, point in write(point, to: &json) }
      }
      json.arrayMember("pages", of: rows) { json, row in write(row, to: &json) }
    }
    json.newline()
    return json.bytes
  }

  private func write(_ total: StatusTotal, _ locale: LocaleTag, to json: inout JSONWriter) {
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
    json.member("machineTranslatedUnits", total.machineUnits)
    json.objectMember("words") { write(total.words, to: &$0) }
  }

  private func write(_ row: PageStatus, to json: inout JSONWriter) {
    json.member("path", row.path)
    json.member("locale", row.locale.folder)
    json.member("state", row.state.rawValue)
    json.member("metadataOnly", row.isMetadataOnly)
    json.member("machineTranslated", row.isMachineTranslated)
    json.member("units", row.units)
    json.member("current", row.currentUnits)
    json.member("drifted", row.driftedUnits)
    json.member("missing", row.missingUnits)
    json.member("unchecked", row.uncheckedUnits)
    json.objectMember("words") { write(row.words, to: &$0) }
    json.key("history")
    if let history = row.history {
      json.object { write(history, to: &$0) }
    } else {
      json.null()
    }
    json.arrayMember("changes", of: row.changes) { json, change in write(change, to: &json) }
  }

  private func write(_ point: StatusTrend.Point, to json: inout JSONWriter) {
    json.member("name", point.name)
    json.member("date", point.date.map { "\($0)" })
    json.arrayMember("locales") { json in
      for (locale, standing) in point.locales.sorted(by: { $0.key < $1.key }) {
        json.objectElement { json in
          json.member("locale", locale.folder)
          json.member("units", standing.units)
          json.member("current", standing.current)
          json.member("words", standing.words)
        }
      }
    }
  }

  private func write(_ history: SourceHistory, to json: inout JSONWriter) {
    json.member("relation", history.relation.rawValue)
    json.member("obstacle", history.obstacle?.rawValue)
    json.member("commits", history.lag?.commits)
    json.member("publications", history.lag?.publications)
    json.member("days", history.lag?.days)
    json.member("commitsAhead", history.commitsAhead)
    json.member("movedTo", history.movedTo)
  }

  private func write(_ change: PageDrift.Change, to json: inout JSONWriter) {
    json.member("unit", change.key.number)
    json.member("old", change.old)
    json.member("new", change.new)
    json.member("similarity", number: (change.similarity * 1000).rounded() / 1000)
    json.member("proposal", change.proposal)
    json.arrayMember("difference", of: change.difference) { json, piece in
      json.member("change", piece.change.rawValue)
      json.member("text", piece.text)
    }
  }

  private func write(_ words: PageStatus.Words, to json: inout JSONWriter) {
    json.member("exact", words.exact)
    json.member("fuzzy90", words.fuzzy90)
    json.member("fuzzy75", words.fuzzy75)
    json.member("new", words.new)
  }
}
