public import Model

/// Writes a locale's memory as XLIFF 2.1 (OASIS, 2018).
public enum XLIFF21Writer {
  /// One document for all pages of a locale.
  ///
  /// Markup stands in the original data of a unit; the same code has the same id in source and
  /// target. What the front matter says of the translation is metadata of the file.
  public static func write(
    _ pages: [MemoryPage], source: LocaleTag, locale: LocaleTag
  ) -> [UInt8] {
    var xml = ExchangeXML()
    xml.open(
      "xliff",
      [
        "xmlns": "urn:oasis:names:tc:xliff:document:2.0",
        "xmlns:mda": "urn:oasis:names:tc:xliff:metadata:2.0", "version": "2.1",
        "srcLang": source.tag, "trgLang": locale.tag,
      ])
    for (index, page) in pages.enumerated() where !page.entries.isEmpty {
      xml.raw("\n ")
      xml.open("file", ["id": "f\(index + 1)", "original": page.path])
      metadata(page, &xml)
      for entry in page.entries { unit(entry, &xml) }
      xml.raw("\n ")
      xml.close("file")
    }
    xml.raw("\n")
    xml.close("xliff")
    xml.raw("\n")
    return xml.bytes
  }

  private static func metadata(_ page: MemoryPage, _ xml: inout ExchangeXML) {
    guard !page.metadata.isEmpty else { return }
    xml.raw("\n  ")
    xml.open("mda:metadata")
    xml.open("mda:metaGroup", ["category": "ms-frontmatter"])
    for pair in page.metadata {
      xml.element("mda:meta", ["type": pair.key], Array(pair.value.utf8))
    }
    xml.close("mda:metaGroup")
    xml.close("mda:metadata")
  }

  private static func unit(_ entry: MemoryEntry, _ xml: inout ExchangeXML) {
    xml.raw("\n  ")
    xml.open(
      "unit",
      [
        "id": entry.id,
        "name": entry.name.map { "\($0)-\(Unit.label(entry.key.number))" } ?? entry.id,
      ])
    var data: [[UInt8]: Int] = [:]
    let targetCodes = entry.state == .untranslated ? [] : entry.target.codes
    for code in entry.source.codes + targetCodes {
      for bytes in [code.start, code.end] where !bytes.isEmpty && data[bytes] == nil {
        data[bytes] = data.count + 1
      }
    }
    if !data.isEmpty {
      xml.open("originalData")
      for (bytes, number) in data.sorted(by: { $0.value < $1.value }) {
        xml.open("data", ["id": "d\(number)"])
        xml.escaped(bytes, hasCodePoints: true)
        xml.close("data")
      }
      xml.close("originalData")
    }
    xml.open(
      "segment",
      [
        "id": "s1", "state": entry.state == .finished ? "translated" : "initial",
        "subState": entry.state == .unreviewed ? "vouch:unreviewed" : nil,
      ])
    text("source", entry.source, data, &xml)
    if entry.state != .untranslated { text("target", entry.target, data, &xml) }
    xml.close("segment")
    xml.close("unit")
  }

  private static func text(
    _ name: String, _ text: InlineText, _ data: [[UInt8]: Int], _ xml: inout ExchangeXML
  ) {
    xml.open(name)
    for piece in text.pieces {
      switch piece {
      case .text(let bytes): xml.escaped(bytes, hasCodePoints: true)
      case .begin(let index):
        let code = text.codes[index]
        xml.open(
          "pc",
          [
            "id": "\(code.id)", "dataRefStart": data[code.start].map { "d\($0)" },
            "dataRefEnd": data[code.end].map { "d\($0)" }, "type": type(code.kind),
            "subType": subType(code.kind),
          ])
      case .end: xml.close("pc")
      case .alone(let index):
        let code = text.codes[index]
        xml.empty(
          "ph",
          [
            "id": "\(code.id)", "dataRef": data[code.start].map { "d\($0)" },
            "type": type(code.kind), "subType": subType(code.kind),
          ])
      }
    }
    xml.close(name)
  }

  private static func type(_ kind: InlineText.Kind) -> String {
    switch kind {
    case .bold, .italic: "fmt"
    case .link: "link"
    case .image: "image"
    default: "other"
    }
  }

  private static func subType(_ kind: InlineText.Kind) -> String? {
    switch kind {
    case .bold: "xlf:b"
    case .italic: "xlf:i"
    case .link, .image: nil
    default: "md:\(kind.rawValue)"
    }
  }
}
