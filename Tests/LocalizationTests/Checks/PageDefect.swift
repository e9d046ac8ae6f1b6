import Localization

/// A way of breaking a page outside its texts, or of bringing its texts to wrong places.
struct PageDefect: Sendable {
  typealias Injection =
    @Sendable (_ page: TranslatedPage, _ random: inout Sequence64) -> [UInt8]?

  let name: String
  /// The checks that are meant to find it.
  let checks: Set<TranslationCheck>
  /// Whether only the source file tells: the page's other locales aren't there.
  let isAlone: Bool
  let inject: Injection

  init(
    _ name: String, _ checks: Set<TranslationCheck>, isAlone: Bool = false,
    _ inject: @escaping Injection
  ) {
    (self.name, self.checks, self.isAlone, self.inject) = (name, checks, isAlone, inject)
  }

  static let all =
    [false, true].flatMap { isAlone in
      lines.map { defect in
        PageDefect(
          isAlone ? "\(defect.name), one locale" : defect.name, defect.checks, isAlone: isAlone,
          defect.inject)
      }
    } + units

  private static let lines: [PageDefect] = [
    PageDefect("level of a heading", [.structure]) { page, random in
      changingLine(page, #/^[#]{1,4} /#, &random) { marker, random in
        marker.count > 2 && random.next(below: 2) == 0 ? String(marker.dropFirst()) : "#" + marker
      }
    },
    PageDefect("kind of a note", [.structure]) { page, random in
      changingLine(page, #/\[!(NOTE|TIP|IMPORTANT|WARNING)\]/#, &random) { kind, random in
        let kinds = ["[!NOTE]", "[!WARNING]", "[!CAUTION]", "[!REMARQUE]", "[NOTE]"]
        let others = kinds.filter { $0 != kind }
        return others[random.next(below: others.count)]
      }
    },
    PageDefect("number of a list", [.structure]) { page, random in
      changingLine(page, #/^ *\d+\. /#, &random) { marker, random in
        marker.replacing(#/\d+/#) { "\((Int($0.0) ?? 0) + 1 + random.next(below: 7))" }
      }
    },
    PageDefect("marker of a list lost", [.structure]) { page, random in
      changingLine(page, #/^(\d+\.|[-*]) /#, &random) { _, _ in "" }
    },
    PageDefect("indentation of an item lost", [.structure]) { page, random in
      changingLine(page, #/^ {2,}(\d+\.|[-*]) /#, &random) { marker, _ in
        String(marker.drop { $0 == " " })
      }
    },
    PageDefect("indentation of a paragraph lost", [.structure]) { page, random in
      changingParagraph(page, &random)
    },
    PageDefect("item indented", [.structure]) { page, random in
      changingLine(page, #/^(\d+\.|[-*]) /#, &random) { marker, _ in "    " + marker }
    },
    PageDefect("line of code", [.code]) { page, random in
      changingCode(page, &random)
    },
    PageDefect("border of a cell lost", [.structure]) { page, random in
      changingLine(page, #/^\|/#, &random) { _, _ in "" }
    },
  ]

  private static let units: [PageDefect] = [
    PageDefect("text in another cell", [.structure, .identity]) { page, random in
      let scan = Units.scan(page.bytes).units.filter { unit in
        let next = page.bytes[unit.whole.upperBound...].prefix(3).first { $0 != 32 }
        let before = page.bytes[..<unit.whole.lowerBound].suffix(2).last { $0 != 32 }
        return next == UInt8(ascii: "|") && before == UInt8(ascii: "|")
      }
      guard !scan.isEmpty else { return nil }
      let unit = scan[random.next(below: scan.count)]
      guard
        let border = page.bytes[unit.whole.upperBound...].firstIndex(of: UInt8(ascii: "|"))
      else { return nil }
      return Array(page.bytes[..<unit.whole.lowerBound] + [UInt8(ascii: "|"), 32])
        + Array(page.bytes[unit.whole]) + Array(page.bytes[(border + 1)...])
    },
    PageDefect("unit lost", [.identity]) { page, random in
      withoutUnit(page, &random)
    },
    PageDefect("unit lost, one locale", [.identity, .structure], isAlone: true) { page, random in
      withoutUnit(page, &random)
    },
    PageDefect("translation of the unit before", Set(TranslationCheck.allCases)) { page, random in
      withNeighbour(page, &random) { own, other in other }
    },
    PageDefect("translation of another unit behind", Set(TranslationCheck.allCases)) {
      page, random in
      withNeighbour(page, &random) { own, other in own + [32] + other }
    },
    PageDefect("translation of another unit in front", Set(TranslationCheck.allCases)) {
      page, random in
      withNeighbour(page, &random) { own, other in other + [32] + own }
    },
  ]

  /// Changes a part of a line that stands outside units.
  private static func changingLine<Output>(
    _ page: TranslatedPage, _ pattern: Regex<Output>, _ random: inout Sequence64,
    _ change: (String, inout Sequence64) -> String
  ) -> [UInt8]? {
    let lines = page.bytes.split(separator: 10, omittingEmptySubsequences: false)
    let body = lines.indices.drop { $0 == 0 || lines[$0] != Array("---".utf8)[...] }.dropFirst()
    var isCode = false
    let usable = body.filter { index in
      if lines[index].starts(with: "```".utf8) { isCode.toggle() }
      guard !isCode else { return false }
      return string(lines[index].prefix { $0 != UInt8(ascii: "<") }).contains(pattern)
    }
    guard !usable.isEmpty else { return nil }
    let index = usable[random.next(below: usable.count)]
    let outside = lines[index].prefix { $0 != UInt8(ascii: "<") }
    let text = string(outside)
    guard let match = text.firstMatch(of: pattern) else { return nil }
    let changed = text.replacingCharacters(
      match.range, with: change(String(text[match.range]), &random))
    var result = lines.map(Array.init)
    result[index] = Array(changed.utf8) + lines[index].dropFirst(outside.count)
    return Array(result.joined(separator: [10]))
  }

  /// Takes the blanks before a paragraph of a list's item.
  private static func changingParagraph(
    _ page: TranslatedPage, _ random: inout Sequence64
  ) -> [UInt8]? {
    let text = string(page.bytes)
    let paragraphs = text.matches(of: #/\n[ \t]*\n[ ]{2,4}(?=<span|!\[)/#)
    guard let paragraph = paragraphs.randomly(&random) else { return nil }
    return Array(text.replacingCharacters(paragraph.range, with: "\n\n").utf8)
  }

  private static func changingCode(_ page: TranslatedPage, _ random: inout Sequence64) -> [UInt8]? {
    let text = string(page.bytes)
    guard let fence = text.matches(of: #/```[^`]+```/#).randomly(&random) else { return nil }
    let words = String(fence.0).matches(of: #/[A-Za-z]{3,}/#)
    guard let word = words.randomly(&random) else { return nil }
    let others = ["valeur", "мәні", "القيمة", "nom"]
    let code = String(fence.0).replacingCharacters(
      word.range, with: others[random.next(below: others.count)])
    return Array(text.replacingCharacters(fence.range, with: code).utf8)
  }

  private static func withoutUnit(_ page: TranslatedPage, _ random: inout Sequence64) -> [UInt8]? {
    let units = Units.scan(page.bytes).units
    guard units.count > 5 else { return nil }
    let unit = units[random.next(below: units.count)]
    return Array(page.bytes[..<unit.whole.lowerBound] + page.bytes[unit.whole.upperBound...])
  }

  private static func withNeighbour(
    _ page: TranslatedPage, _ random: inout Sequence64,
    _ change: (_ own: [UInt8], _ other: [UInt8]) -> [UInt8]
  ) -> [UInt8]? {
    let units = Units.scan(page.bytes).units
    guard units.count > 5 else { return nil }
    let index = 1 + random.next(below: units.count - 1)
    let (own, other) = (
      Array(page.bytes[units[index].target]), Array(page.bytes[units[index - 1].target])
    )
    guard own != other, other.count > 12 else { return nil }
    return Array(page.bytes[..<units[index].target.lowerBound]) + change(own, other)
      + Array(page.bytes[units[index].target.upperBound...])
  }
}

extension Array {
  /// One of several.
  fileprivate func randomly(_ random: inout Sequence64) -> Element? {
    isEmpty ? nil : self[random.next(below: count)]
  }
}
