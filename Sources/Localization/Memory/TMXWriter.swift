public import Model

/// Writes memories of several locales as TMX 1.4b (LISA, 2005).
public enum TMXWriter {
  /// One document: a unit for each text, with a variant for each locale that has the same source.
  ///
  /// A memory teaches: texts that nobody has looked at are left out.
  ///
  /// - Parameters:
  ///   - pages: The pages of all locales.
  ///   - source: The language of the sources.
  ///   - toolVersion: The version that the header names.
  /// - Returns: The document.
  public static func write(
    _ pages: [MemoryPage], source: LocaleTag, toolVersion: String
  ) -> [UInt8] {
    var xml = ExchangeXML()
    xml.open("tmx", ["version": "1.4"])
    xml.raw("\n ")
    xml.empty(
      "header",
      [
        "creationtool": "vouch", "creationtoolversion": toolVersion, "segtype": "sentence",
        "o-tmf": "ms-bilingual-md", "adminlang": source.tag, "srclang": source.tag,
        "datatype": "plaintext",
      ])
    xml.raw("\n ")
    xml.open("body")
    var number = 0
    for group in groups(pages) {
      number += 1
      unit(group, number, source, &xml)
    }
    xml.raw("\n ")
    xml.close("body")
    xml.raw("\n")
    xml.close("tmx")
    xml.raw("\n")
    return xml.bytes
  }

  private struct Variant {
    var page: MemoryPage
    var entry: MemoryEntry
  }

  private struct Identity: Hashable {
    var key: TextPair.Key
    var source: [UInt8]
  }

  /// The texts of each path that have the same key and the same source.
  private static func groups(_ pages: [MemoryPage]) -> [[Variant]] {
    var groups: [[Variant]] = []
    var places: [String: [Identity: Int]] = [:]
    let order = pages.enumerated().sorted {
      $0.element.path != $1.element.path
        ? $0.element.path < $1.element.path : $0.offset < $1.offset
    }
    for page in order.map(\.element) {
      for entry in page.entries where entry.state == .finished {
        let identity = Identity(key: entry.key, source: entry.source.bytes)
        let variant = Variant(page: page, entry: entry)
        if let place = places[page.path]?[identity] {
          groups[place].append(variant)
        } else {
          places[page.path, default: [:]][identity] = groups.count
          groups.append([variant])
        }
      }
    }
    return groups
  }

  private static func unit(
    _ variants: [Variant], _ number: Int, _ source: LocaleTag, _ xml: inout ExchangeXML
  ) {
    guard let first = variants.first else { return }
    xml.raw("\n  ")
    xml.open("tu", ["tuid": "\(number)"])
    xml.element("prop", ["type": "x-page"], Array(first.page.path.utf8))
    xml.open("tuv", ["xml:lang": source.tag])
    segment(first.entry.source, &xml)
    xml.close("tuv")
    for variant in variants {
      xml.open(
        "tuv",
        [
          "xml:lang": variant.page.locale.tag,
          "changedate": variant.page["ms.lasthandoff"].flatMap(HandoffDate.init)
            .map { $0.parts.joined() + "T000000Z" },
        ])
      xml.element("prop", ["type": "x-unit"], Array(variant.entry.id.utf8))
      if let commit = variant.page["ms.sourcegitcommit"] {
        xml.element("prop", ["type": "x-sourcegitcommit"], Array(commit.utf8))
      }
      segment(variant.entry.target, &xml)
      xml.close("tuv")
    }
    xml.close("tu")
  }

  private static func segment(_ text: InlineText, _ xml: inout ExchangeXML) {
    xml.open("seg")
    for piece in text.pieces {
      switch piece {
      case .text(let bytes): xml.escaped(bytes)
      case .begin(let index):
        let code = text.codes[index]
        xml.element(
          "bpt", ["i": "\(index + 1)", "x": "\(code.id)", "type": code.kind.rawValue], code.start)
      case .end(let index): xml.element("ept", ["i": "\(index + 1)"], text.codes[index].end)
      case .alone(let index):
        let code = text.codes[index]
        xml.element("ph", ["x": "\(code.id)", "type": code.kind.rawValue], code.start)
      }
    }
    xml.close("seg")
  }
}
