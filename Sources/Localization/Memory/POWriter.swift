public import Model

/// Writes a locale's memory as a PO file of gettext: markup stays in the texts.
public enum POWriter {
  /// One file for all pages of a locale; `msgctxt` is the page and the text's id.
  ///
  /// What a memory proposed is fuzzy; what is still the source has no translation.
  public static func write(
    _ pages: [MemoryPage], source: LocaleTag, locale: LocaleTag
  ) -> [UInt8] {
    var output = Array(
      """
      msgid ""
      msgstr ""
      "Project-Id-Version: \(source.tag) to \(locale.tag)\\n"
      "PO-Revision-Date: \(revision(of: pages))\\n"
      "Last-Translator: \\n"
      "Language-Team: \\n"
      "Language: \(locale.tag)\\n"
      "MIME-Version: 1.0\\n"
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Content-Transfer-Encoding: 8bit\\n"

      """.utf8)
    for page in pages {
      for entry in page.entries {
        if let hash = page["ms.openlocfilehash"] { output += "\n#. source \(hash)".utf8 }
        output += "\n#: \(page.path.replacing(" ", with: "%20")):\(entry.key.number)\n".utf8
        if entry.state == .unreviewed { output += "#, fuzzy\n".utf8 }
        output += "msgctxt ".utf8 + quoted(Array("\(page.path)#\(entry.id)".utf8))
        output += "\nmsgid ".utf8 + quoted(entry.source.bytes)
        let target = entry.state == .untranslated ? [] : entry.target.bytes
        output += "\nmsgstr ".utf8 + quoted(target) + "\n".utf8
      }
    }
    return output
  }

  /// The newest day of a source version; the beginning of time where no page has one.
  private static func revision(of pages: [MemoryPage]) -> String {
    let days = pages.compactMap { $0["ms.lasthandoff"].flatMap(HandoffDate.init) }
    let newest = days.map(\.parts).max { $0.lexicographicallyPrecedes($1) }
    return (newest ?? ["1970", "01", "01"]).joined(separator: "-") + " 00:00+0000"
  }

  private static func quoted(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): output += "\\\"".utf8
      case UInt8(ascii: "\\"): output += "\\\\".utf8
      case 10: output += "\\n".utf8
      case 13: output += "\\r".utf8
      case 9: output += "\\t".utf8
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
    return output
  }
}
