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
      </main>
      </body>
      </html>

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
