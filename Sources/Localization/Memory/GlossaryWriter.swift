/// Writes a glossary as CSV (RFC 4180).
public enum GlossaryWriter {
  /// A row for each label and locale: the label, how often it is used, the translation that most
  /// uses have, their share, and the others with their counts.
  public static func csv(_ glossaries: [(locale: String, glossary: Glossary)]) -> [UInt8] {
    var output = Array("source,locale,uses,preferred,preferred uses,others\r\n".utf8)
    for (locale, glossary) in glossaries {
      for entry in glossary.entries.values.sorted(by: { $0.source < $1.source })
      where !entry.source.isEmpty {
        let others = entry.translations.dropFirst().map { "\($0.text) (\($0.count))" }
        let cells = [
          entry.source, locale, "\(entry.count)", entry.translations.first?.text ?? "",
          "\(entry.translations.first?.count ?? 0)", others.joined(separator: "; "),
        ]
        output += cells.map(cell).joined(separator: ",").utf8
        output += "\r\n".utf8
      }
    }
    return output
  }

  /// A cell in quotation marks; what a spreadsheet would take for a formula begins with `'`.
  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    return "\"\(safe.replacing("\"", with: "\"\""))\""
  }
}
