import Localization
import Model

extension StatusDocuments {
  /// A page with a table of pages and locales, without scripts and styles.
  func html() -> String {
    let heads = locales.map { "<th scope=\"col\" lang=\"en\">\($0)</th>" }.joined()
    var body = ""
    let byPath = Dictionary(grouping: rows, by: \.path)
    for path in byPath.keys.sorted() {
      let cells = locales.map { locale in cell(byPath[path]?.first { $0.locale == locale }) }
      body += "<tr><th scope=\"row\">\(escaped(path))</th>\(cells.joined())</tr>\n"
    }
    let totals = locales.map { locale in
      let total = StatusTotal(of: locale, in: rows)
      return "<td>\(total.current) of \(total.units) texts; \(total.words.total) words to do</td>"
    }
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Translation status</title>
      </head>
      <body>
      <main>
      <h1>Translation status</h1>
      <table>
      <caption>Pages and locales; the source language is \(source)</caption>
      <thead><tr><th scope="col">Page</th>\(heads)</tr></thead>
      <tfoot><tr><th scope="row">All pages</th>\(totals.joined())</tr></tfoot>
      <tbody>
      \(body)</tbody>
      </table>
      \(trendTable())</main>
      </body>
      </html>

      """
  }

  /// How the locales stood when somebody looked, and how they stand now; empty without a history.
  private func trendTable() -> String {
    guard !trend.points.isEmpty else { return "" }
    let heads = locales.map { "<th scope=\"col\" lang=\"en\">\($0)</th>" }.joined()
    var times = trend.points.map { point in (point.name, locales.map { point.locales[$0] }) }
    times.append(("now", locales.map { StatusTrend.Standing(StatusTotal(of: $0, in: rows)) }))
    let lines = times.map { name, standings in
      let cells = standings.map { standing in
        guard let standing else { return "<td>not listed</td>" }
        let share = standing.currentShare
        return "<td>\(share / 10).\(share % 10) % of \(counted(standing.units, "text")) current; "
          + "\(counted(standing.words, "word")) to do</td>"
      }
      return "<tr><th scope=\"row\">\(escaped(name))</th>\(cells.joined())</tr>\n"
    }
    return """
      <h2>Trend</h2>
      <table>
      <caption>Current texts and words to translate over time, the earliest first</caption>
      <thead><tr><th scope="col">Time</th>\(heads)</tr></thead>
      <tbody>
      \(lines.joined())</tbody>
      </table>

      """
  }

  private func cell(_ row: PageStatus?) -> String {
    guard let row else { return "<td>no page</td>" }
    let machine = row.isMachineTranslated == true ? ", by machine" : ""
    guard row.state != .current || row.uncheckedUnits > 0 else {
      return "<td>current\(machine)</td>"
    }
    return "<td>\(row.state.rawValue)\(machine): \(row.driftedUnits) drifted, "
      + "\(row.missingUnits) missing, \(row.uncheckedUnits) unchecked of \(row.units)</td>"
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
