import Localization

/// What `:::` directives are written with, and what translation makes of it.
enum DirectiveMarks {
  /// The longest line, in bytes, in which directives are looked for: theirs have a few hundred.
  static let longest = 16_384

  static func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (97...122).contains(byte | 32) || byte == UInt8(ascii: "-")
  }

  /// Whether `name="` stands in a part, with blanks around the sign.
  static func hasAttribute(_ name: StaticString, _ text: [UInt8], in part: Range<Int>) -> Bool {
    var start = part.lowerBound
    while let found = text.range(of: name, in: start..<part.upperBound) {
      start = found.upperBound
      let rest = text[start..<part.upperBound].drop { $0.isBlank }
      guard rest.first == UInt8(ascii: "=") else { continue }
      let value = rest.dropFirst().drop { $0.isBlank }
      if value.first == UInt8(ascii: "\"") || value.first == UInt8(ascii: "'") { return true }
    }
    return false
  }

  /// What images may have besides a description.
  private static let imageAttributes: Set = [
    "type", "source", "lightbox", "link", "border", "loc-scope", "title", "alt",
  ]

  /// Whether a directive has the attribute that it can't be followed without.
  static func hasNeededAttributes(_ directive: ColonDirectiveText) -> Bool {
    guard
      let needed = ColonDirective.words.first(where: { "\($0.name)" == directive.name })?.attribute
        ?? (directive.name == "zone" ? "pivot" : nil)
    else { return true }
    if directive.name == "image", let tag = directive.tag, tag["alt-text"] == nil,
      tag.attributes.contains(where: { !imageAttributes.contains($0.name) })
    {
      return false
    }
    return directive.tag?["\(needed)"]?.isEmpty == false || directive.tag?["target"] != nil
  }

  /// Whether a line has what directives begin with, as it should be or damaged.
  static func mayHold(_ line: [UInt8]) -> Bool {
    let part = 0..<line.count
    return line.range(of: "::", in: part) != nil || line.range(of: ": :", in: part) != nil
      || line.range(of: "：", in: part) != nil || line.range(of: "[！", in: part) != nil
  }

  /// Whether a directive begins a line with two colons in the place of three.
  static func isShort(_ text: [UInt8], at colons: Int) -> Bool {
    guard text.hasBytes("::", at: colons), !text.hasBytes(":::", at: colons),
      let word = word(in: text, at: colons + 2)
    else { return false }
    let before = text[..<colons].last { !$0.isBlank && $0 != UInt8(ascii: ">") }
    let end = colons + 2 + word.name.utf8CodeUnitCount
    return (before == nil || before == 10)
      && (text.hasBytes(":::", at: end) || (word.attribute != nil && text.hasBytes(" ", at: end)))
  }

  /// A line with the marks of its directives put right; as it is where it has none.
  static func repaired(_ line: [UInt8]) -> [UInt8] {
    var text = withPlainColons(line)
    if let colons = text.firstIndex(of: UInt8(ascii: ":")), isShort(text, at: colons) {
      text.insert(UInt8(ascii: ":"), at: colons)
    }
    let start = text.firstIndex { !$0.isBlank && $0 != UInt8(ascii: ">") } ?? text.count
    var wide = 0
    while let mark = text.range(of: "[！", in: wide..<text.count) {
      wide = mark.upperBound
      let isQuoted = mark.lowerBound == start && text[..<start].contains(UInt8(ascii: ">"))
      guard
        isQuoted || isInclusion(text, behind: mark.upperBound)
          || isKeyword(text, behind: mark.upperBound)
      else { continue }
      text.replaceSubrange((mark.lowerBound + 1)..<mark.upperBound, with: [UInt8(ascii: "!")])
      wide -= 2
    }
    if text.hasBytes(":::", at: start) {
      text = Array(text[..<start]) + withPlainAttributes(Array(text[start...]))
    }
    var position = 0
    while let colons = text.range(of: ":::", in: position..<text.count) {
      position = colons.upperBound
      let name = text[position...].firstIndex { !$0.isBlank } ?? text.count
      guard let term = translatedTerm(text, from: name, to: text.count) else {
        // What ends one begins no other.
        let term = ColonDirectiveText(text, at: colons.lowerBound, in: 0..<text.count)
        if let term, term.name == "no-loc", term.isClosed { position = term.range.upperBound }
        continue
      }
      text = Array(text[..<colons.lowerBound] + text[term.words] + text[term.end...])
      position = colons.lowerBound
    }
    return text
  }

  /// Whether a word follows that begins directives in brackets.
  private static func isKeyword(_ text: [UInt8], behind mark: Int) -> Bool {
    let word = text[mark...].prefix(20).prefix { (97...122).contains($0 | 32) }
    return IncludeDirective.isKeyword(word)
  }

  /// Whether a word and a bracket follow, as in inclusions.
  private static func isInclusion(_ text: [UInt8], behind mark: Int) -> Bool {
    let rest = text[mark...].prefix(40)
    let bracket = rest.firstIndex { $0 != 32 && $0 != UInt8(ascii: "-") && !isNameByte($0) }
    return bracket.map { $0 > mark && text[$0] == UInt8(ascii: "[") } ?? false
  }

  /// A line in which three colons in a row are that, and not three full-width ones or three with
  /// blanks between, at its beginning or in a pair.
  private static func withPlainColons(_ line: [UInt8]) -> [UInt8] {
    var runs: [Range<Int>] = []
    var position = 0
    while position < line.count {
      var (end, count) = (position, 0)
      var next = position
      while count < 3 {
        let length = colonLength(line, at: next)
        if length == 0 { break }
        (end, count) = (next + length, count + 1)
        next = end
        while count < 3, next < line.count, line[next].isBlank { next += 1 }
      }
      if count == 3 { runs.append(position..<end) }
      position = count == 3 ? end : position + 1
    }
    let isBlock =
      runs.first.map { run in
        line[..<run.lowerBound].allSatisfy { $0.isBlank || ">*+-".utf8.contains($0) }
          && line[run.upperBound...].first { !$0.isBlank }.map(isNameByte) == true
      } ?? false
    guard isBlock || runs.count > 1 else { return line }
    var text: [UInt8] = []
    position = 0
    for run in runs {
      text += line[position..<run.lowerBound] + Array(":::".utf8)
      position = run.upperBound
    }
    return text + line[position...]
  }

  private static func colonLength(_ line: [UInt8], at position: Int) -> Int {
    if line.hasBytes(":", at: position) { return 1 }
    return line.hasBytes("：", at: position) ? 3 : 0
  }

  /// A block directive with plain quotation marks around its values, and no blanks in the name of an
  /// end, such as `zone - end`.
  private static func withPlainAttributes(_ directive: [UInt8]) -> [UInt8] {
    var text = String(decoding: directive, as: UTF8.self)
    let head = text.dropFirst(3).drop { $0 == " " }
    let word = head.prefix { $0.isLetter }
    let rest = head.dropFirst(word.count)
    if rest.hasPrefix(" "), rest.filter({ $0 != " " && $0 != ":" }).lowercased() == "-end" {
      return Array(":::\(word)-end:::".utf8)
    }
    guard text.contains("=") || text.contains("＝") else { return directive }
    text = text.replacing("＝", with: "=")
    if text.count(where: { $0 == "\"" }) % 2 == 1 || !text.contains("\"") {
      for mark in [
        "« ", " »", "«\u{A0}", "\u{A0}»", "“", "”", "„", "‟", "«", "»", "＂", "″", "「", "」",
      ] {
        text = text.replacing(mark, with: "\"")
      }
    } else {
      text = withPlainValues(text)
    }
    return Array(text.utf8)
  }

  /// Quotation marks of other languages around values beside plain ones.
  private static let quotationMarks: [(open: String, close: String)] = [
    ("« ", " »"), ("«\u{A0}", "\u{A0}»"), ("«", "»"), ("“", "”"), ("„", "“"), ("„", "”"),
    ("「", "」"),
    ("＂", "＂"), ("”", "”"),
  ]

  /// What pages with damaged directives have, values in such quotation marks among them.
  static let damaged: [StaticString] = [
    "：：", "： ：", "[！", "=«", "=“", "=”", "=„", "=「", "=＂", ":::<span data-ttu-id=",
  ]

  /// A directive in which values in other quotation marks have plain ones, where others have.
  private static func withPlainValues(_ directive: String) -> String {
    guard directive.utf8.contains(where: { $0 >= 0x80 }) else { return directive }
    var text = directive
    for (open, close) in quotationMarks {
      while let start = text.firstRange(of: "=\(open)"),
        let end = text[start.upperBound...].firstRange(of: close)
      {
        let value = text[start.upperBound..<end.lowerBound].replacing("\"", with: "&quot;")
        text.replaceSubrange(start.lowerBound..<end.upperBound, with: "=\"\(value)\"")
      }
    }
    return text
  }

  /// Words that should stay untranslated where the name of `no-loc(words)` was translated in part:
  /// `:::bez loc (words):::`.
  static func translatedTerm(
    _ text: [UInt8], from name: Int, to end: Int
  ) -> (words: Range<Int>, end: Int)? {
    guard
      let bracket = text[name..<min(end, name + 24)].firstIndex(of: UInt8(ascii: "(")),
      let last = text[name..<bracket].lastIndex(where: { !$0.isBlank }), last >= name + 2,
      text[last] | 32 == UInt8(ascii: "c"), text[last - 1] | 32 == UInt8(ascii: "o"),
      text[last - 2] | 32 == UInt8(ascii: "l"), !isNoLoc(text, name, last),
      !text[name..<last].contains(UInt8(ascii: ":")),
      let close = text.position(of: UInt8(ascii: ")"), in: bracket..<end)
    else { return nil }
    let colons = text[(close + 1)..<end].firstIndex { !$0.isBlank } ?? end
    guard colons + 2 < end, text.hasBytes(":::", at: colons) else { return nil }
    return ((bracket + 1)..<close, colons + 3)
  }

  private static func isNoLoc(_ text: [UInt8], _ name: Int, _ last: Int) -> Bool {
    zip(text[name...last], "no-loc".utf8).allSatisfy { $0 | 32 == $1 | 32 } && last - name == 5
  }
}
