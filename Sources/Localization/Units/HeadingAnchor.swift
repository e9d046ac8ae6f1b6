/// The ids of headings: `<a name="english-slug"></a>` in front of a localized heading, and the slug
/// made from a source heading's words.
public enum HeadingAnchor {
  /// The slug of a heading as the published source pages have it.
  ///
  /// Markup is left out, letters are lower-cased, each space becomes `-`, and only letters, digits,
  /// `-` and `_` stay. Entities aren't decoded (`&reg;` gives `reg`). A heading without any of
  /// them is `section`.
  public static func slug(ofMarkdown heading: [UInt8]) -> String {
    slug(ofText: String(decoding: plainText(heading), as: UTF8.self))
  }

  /// The slug of a heading's words without markup.
  public static func slug(ofText text: String) -> String {
    var slug = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ": slug += "-"
      case "-", "_", "0"..."9", "a"..."z": slug.unicodeScalars.append(scalar)
      case "A"..."Z": slug += scalar.properties.lowercaseMapping
      default:
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
          .decimalNumber:
          slug += scalar.properties.lowercaseMapping
        default: break
        }
      }
    }
    return slug.isEmpty ? "section" : slug
  }

  /// The words of a line of Markdown: no emphasis marks, code marks, tags or link targets.
  package static func plainText(_ markdown: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var position = 0
    var isCode = false
    while position < markdown.count {
      let byte = markdown[position]
      switch byte {
      case UInt8(ascii: "`"): isCode.toggle()
      case _ where isCode: text.append(byte)
      case UInt8(ascii: "\\"): break
      case UInt8(ascii: "*"): break
      case UInt8(ascii: "<"):
        if let end = markdown.firstIndex(of: UInt8(ascii: ">"), from: position) { position = end }
      case UInt8(ascii: "]"):
        if markdown.hasBytes("](", at: position),
          let end = markdown.firstIndex(of: UInt8(ascii: ")"), from: position)
        {
          position = end
        } else if markdown.hasBytes("][", at: position),
          let end = markdown.firstIndex(of: UInt8(ascii: "]"), from: position + 2)
        {
          position = end
        }
      case UInt8(ascii: "["):
        if let mark = LabelMark(markdown, at: position, before: markdown.count) {
          position = mark.opening.upperBound - 1
        }
      case UInt8(ascii: "!") where markdown.hasBytes("![", at: position): break
      default: text.append(byte)
      }
      position += 1
    }
    return text
  }

  /// The length of the anchor that `line` has at `start`, and its name; `nil` if there is none.
  static func leading(_ line: [UInt8], at start: Int) -> (name: Range<Int>, end: Int)? {
    let openings: [StaticString] = ["<a name=\"", "<a id=\""]
    for opening in openings where line.hasBytes(opening, at: start) {
      let name = start + opening.utf8CodeUnitCount
      guard let quote = line.firstIndex(of: UInt8(ascii: "\""), from: name, limit: 500),
        line.hasBytes("\"></a>", at: quote)
      else { return nil }
      return (name..<quote, quote + 6)
    }
    return nil
  }

  /// A page without the anchors in front of its headings.
  static func removingAll(from page: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(page.count)
    var position = 0
    while position < page.count {
      let end = page.firstIndex(of: UInt8(ascii: "\n"), from: position).map { $0 + 1 } ?? page.count
      // Headings stand in quotations and items too.
      let text =
        page[position..<end].firstIndex {
          !$0.isBlank && !$0.isDigit && !"#>-*+.)".utf8.contains($0)
        } ?? end
      if page[position..<text].contains(UInt8(ascii: "#")), var anchor = leading(page, at: text),
        anchor.end <= end
      {
        output += page[position..<text]
        // An anchor of the source's own may follow the translation's.
        while let next = leading(page, at: anchor.end), next.end <= end { anchor = next }
        position = anchor.end
      }
      output += page[position..<end]
      position = end
    }
    return output
  }
}
