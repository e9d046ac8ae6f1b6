public import Model

/// Writes a locale's memory as XLIFF 1.2 (OASIS, 2008), which most translation tools read.
public enum XLIFF12Writer {
  /// One document for all pages of a locale.
  public static func write(
    _ pages: [MemoryPage], source: LocaleTag, locale: LocaleTag
  ) -> [UInt8] {
    var xml = ExchangeXML()
    xml.open("xliff", ["xmlns": "urn:oasis:names:tc:xliff:document:1.2", "version": "1.2"])
    for page in pages where !page.entries.isEmpty {
      xml.raw("\n ")
      xml.open(
        "file",
        [
          "original": page.path, "source-language": source.tag, "target-language": locale.tag,
          "datatype": "x-markdown", "xml:space": "preserve",
        ])
      header(page, &xml)
      xml.open("body")
      for entry in page.entries { unit(entry, &xml) }
      xml.raw("\n ")
      xml.close("body")
      xml.close("file")
    }
    xml.raw("\n")
    xml.close("xliff")
    xml.raw("\n")
    return xml.bytes
  }

  private static func header(_ page: MemoryPage, _ xml: inout ExchangeXML) {
    guard !page.metadata.isEmpty else { return }
    xml.open("header")
    for pair in page.metadata {
      xml.element("note", ["from": pair.key], Array(pair.value.utf8))
    }
    xml.close("header")
  }

  private static func unit(_ entry: MemoryEntry, _ xml: inout ExchangeXML) {
    xml.raw("\n  ")
    xml.open(
      "trans-unit",
      [
        "id": entry.id, "resname": entry.name.map { "\($0)-\(Unit.label(entry.key.number))" },
        "approved": entry.state == .finished ? "yes" : "no",
      ])
    text("source", entry.source, [:], &xml)
    switch entry.state {
    case .finished: text("target", entry.target, ["state": "translated"], &xml)
    case .unreviewed: text("target", entry.target, ["state": "needs-review-translation"], &xml)
    case .untranslated: break
    }
    xml.close("trans-unit")
  }

  private static func text(
    _ name: String, _ text: InlineText, _ attributes: KeyValuePairs<String, String?>,
    _ xml: inout ExchangeXML
  ) {
    xml.open(name, attributes)
    for piece in text.pieces {
      switch piece {
      case .text(let bytes): xml.escaped(bytes)
      case .begin(let index):
        let code = text.codes[index]
        xml.element("bpt", ["id": "\(code.id)", "ctype": type(code.kind)], code.start)
      case .end(let index):
        let code = text.codes[index]
        xml.element("ept", ["id": "\(code.id)"], code.end)
      case .alone(let index):
        let code = text.codes[index]
        xml.element("ph", ["id": "\(code.id)", "ctype": type(code.kind)], code.start)
      }
    }
    xml.close(name)
  }

  private static func type(_ kind: InlineText.Kind) -> String {
    switch kind {
    case .bold, .italic, .link, .image: kind.rawValue
    default: "x-\(kind.rawValue)"
    }
  }
}
