import Model

/// Writes a glossary as CSV (RFC 4180).
public enum GlossaryWriter {
  /// What a term is taken from.
  public enum Kind: String, Sendable { case label, heading }

  /// A row for each term and locale: what it is taken from, how often it is used, the translation
  /// that most uses have, how many those are, and the others with their counts.
  public static func csv(
    _ glossaries: [(locale: String, kind: Kind, glossary: Glossary)]
  ) -> [UInt8] {
    var output = Array("source,locale,kind,uses,preferred,preferred uses,others\r\n".utf8)
    for (locale, kind, glossary) in glossaries {
      for entry in glossary.entries.values.sorted(by: { $0.source < $1.source })
      where !entry.source.isEmpty {
        let others = entry.translations.dropFirst().map { "\($0.text) (\($0.count))" }
        let cells = [
          entry.source, locale, kind.rawValue, "\(entry.count)",
          entry.translations.first?.text ?? "",
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
    let safe = text.isFormula ? "'" + text : text
    return "\"\(safe.replacing("\"", with: "\"\""))\""
  }
}
