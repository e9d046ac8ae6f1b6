/// Tags of HTML must be those of the source, but for attributes that are read by people.
struct TagCheck: PairCheck {
  static let check = TranslationCheck.tag
  static let concerns: TextProfile.Features = .init(.tag)

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.has(.tag) || pair.target.has(.tag) else { return }
    let (missing, extra) = pair.difference(.tag) { signature($0) == signature($1) }
    report.add(pair, missing: missing, extra: extra)
  }

  /// A tag without the values of attributes that are translated.
  ///
  /// `<your name>` is no tag of HTML but a text to be replaced: its words may be translated.
  private static func signature(_ tag: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = Array(tag)
    let isEnd = bytes.count > 1 && bytes[1] == UInt8(ascii: "/")
    let name = bytes.dropFirst(isEnd ? 2 : 1).prefix { $0.isLetter || $0.isDigit }
    guard elements.contains(String(decoding: name, as: UTF8.self).lowercased()) else {
      return Array("<text>".utf8)
    }
    var signature: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let isTranslated = attributes.contains { bytes.hasBytes($0, at: position) }
      if isTranslated,
        let open = bytes.firstIndex(of: UInt8(ascii: "\""), from: position, limit: 20),
        let close = bytes.firstIndex(of: UInt8(ascii: "\""), from: open + 1)
      {
        position = close + 1
      } else {
        // `<br/>` is `<br>`.
        let isSlashAtEnd =
          bytes[position] == UInt8(ascii: "/") && position > 1 && position + 2 == bytes.count
        if !bytes[position].isWhitespace, !isSlashAtEnd { signature.append(bytes[position]) }
        position += 1
      }
    }
    return signature
  }

  private static let attributes: [StaticString] = [
    " alt=\"", " title=\"", " aria-label=\"", " lang=\"", " dir=\"",
  ]

  private static let elements: Set<String> = [
    "a", "abbr", "b", "br", "center", "cite", "code", "dd", "del", "details", "div", "dl", "dt",
    "em", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "iframe", "img", "ins",
    "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "script", "small", "span", "strong",
    "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul",
    "var", "video", "wbr",
  ]
}
