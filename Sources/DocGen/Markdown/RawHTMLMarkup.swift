import Localization

/// Markdown in the text of raw HTML, such as `<div>[words](page.md)</div>`.
///
/// CommonMark doesn't read it, so that readers would see its marks. Links, images, strong words and
/// code become the elements that they stand for.
enum RawHTMLMarkup {
  /// How long a link is at most, in bytes.
  private static let longest = 2_000

  /// Elements in which text is meant letter by letter, or that are links themselves.
  private static let literal: Set = [
    "pre", "code", "script", "style", "textarea", "kbd", "samp", "a",
  ]

  /// A block of raw HTML with elements in the place of marks, and where the first mark was; `nil` where
  /// there is none.
  ///
  /// - Complexity: Linear in the bytes.
  static func rewritten(_ html: [UInt8]) -> (html: [UInt8], first: Int)? {
    guard html.contains(where: { "[*`".utf8.contains($0) }) else { return nil }
    var output: [UInt8] = []
    var first: Int?
    var position = 0
    while position < html.count {
      let start = position
      switch html[position] {
      case UInt8(ascii: "<"):
        position = endOfTag(html, at: position)
        output += html[start..<position]
      case UInt8(ascii: "\\"):
        position = min(position + 2, html.count)
        output += html[start..<position]
      default:
        if let element = element(html, at: position) {
          first = first ?? position
          output += element.html
          position = element.end
        } else {
          // A row of asterisks or backticks is one mark.
          let row = html[position...].prefix { $0 == html[start] && "*`".utf8.contains($0) }
          position += max(1, row.count)
          output += html[start..<position]
        }
      }
    }
    return first.map { (output, $0) }
  }

  /// The end of a tag, of a comment or of an element whose text stays as it is.
  private static func endOfTag(_ html: [UInt8], at start: Int) -> Int {
    if html.hasBytes("<!--", at: start) {
      return html.range(of: "-->", in: start..<html.count)?.upperBound ?? html.count
    }
    guard let tag = RawTag(html, at: start) else { return start + 1 }
    guard !tag.isClosing, literal.contains(tag.name) else { return tag.end }
    var position = tag.end
    while let next = html.range(of: "</", in: position..<html.count) {
      if let end = RawTag(html, at: next.lowerBound), end.name == tag.name { return end.end }
      position = next.upperBound
    }
    return html.count
  }

  private static func element(_ html: [UInt8], at start: Int) -> (html: [UInt8], end: Int)? {
    switch html[start] {
    case UInt8(ascii: "["): link(html, at: start)
    case UInt8(ascii: "!"): html.hasBytes("![", at: start) ? image(html, at: start) : nil
    case UInt8(ascii: "*"): strong(html, at: start)
    case UInt8(ascii: "`"): code(html, at: start)
    default: nil
    }
  }

  private static func link(_ html: [UInt8], at start: Int) -> (html: [UInt8], end: Int)? {
    guard let parts = parts(html, at: start), !parts.words.isEmpty else { return nil }
    let words = rewritten(Array(html[parts.words]))?.html ?? Array(html[parts.words])
    // Of links in links the inner one counts.
    guard words.range(of: "<a ", in: 0..<words.count) == nil else { return nil }
    let tag = Array("<a href=\"".utf8) + quoted(html[parts.address]) + title(html, parts.title)
    return (tag + Array("\">".utf8) + words + Array("</a>".utf8), parts.end)
  }

  private static func image(_ html: [UInt8], at start: Int) -> (html: [UInt8], end: Int)? {
    guard let parts = parts(html, at: start + 1) else { return nil }
    let tag = Array("<img src=\"".utf8) + quoted(html[parts.address]) + title(html, parts.title)
    return (
      tag + Array("\" alt=\"".utf8) + quoted(html[parts.words]) + Array("\">".utf8), parts.end
    )
  }

  private struct Parts {
    var words: Range<Int>
    var address: Range<Int>
    var title: Range<Int>?
    var end: Int
  }

  /// The parts of `[words](address "title")`.
  private static func parts(_ html: [UInt8], at start: Int) -> Parts? {
    let most = min(html.count, start + longest)
    var depth = 0
    let close = html[start..<most].firstIndex { byte in
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      return depth == 0
    }
    guard let close, html.hasBytes("](", at: close),
      let end = html.position(of: UInt8(ascii: ")"), in: close..<most)
    else { return nil }
    let inside = html[(close + 2)..<end]
    let address = inside.prefix { $0 > 32 && !"<>\"".utf8.contains($0) }
    let rest = html[address.endIndex..<end].drop { $0 == 32 }
    guard !address.isEmpty else { return nil }
    var title: Range<Int>?
    if !rest.isEmpty {
      guard rest.count > 1, let mark = rest.first, "\"'".utf8.contains(mark), rest.last == mark
      else { return nil }
      title = (rest.startIndex + 1)..<(rest.endIndex - 1)
    }
    return Parts(
      words: (start + 1)..<close, address: address.startIndex..<address.endIndex, title: title,
      end: end + 1)
  }

  private static func title(_ html: [UInt8], _ range: Range<Int>?) -> [UInt8] {
    range.map { Array("\" title=\"".utf8) + quoted(html[$0]) } ?? []
  }

  /// `**words**`, in one line.
  private static func strong(_ html: [UInt8], at start: Int) -> (html: [UInt8], end: Int)? {
    let run = html[start...].prefix { $0 == UInt8(ascii: "*") }.count
    let first = start + 2
    guard run == 2, first < html.count, html[first] > 32 else { return nil }
    let most = min(html.count, start + longest)
    let line = html.position(of: 10, in: first..<most) ?? most
    guard let close = html.range(of: "**", in: first..<line), html[close.lowerBound - 1] > 32
    else { return nil }
    let words = Array(html[first..<close.lowerBound])
    return (
      Array("<strong>".utf8) + (rewritten(words)?.html ?? words) + Array("</strong>".utf8),
      close.upperBound
    )
  }

  /// Code between backticks, in one line.
  private static func code(_ html: [UInt8], at start: Int) -> (html: [UInt8], end: Int)? {
    let most = min(html.count, start + longest)
    let line = html.position(of: 10, in: start..<most) ?? most
    let marks = html[start..<line].prefix { $0 == UInt8(ascii: "`") }.count
    let end = InlineCode.end(html, at: start, before: line)
    guard end > start + 2 * marks else { return nil }
    let words = html[(start + marks)..<(end - marks)]
    let escaped = words.flatMap { byte in
      switch byte {
      case UInt8(ascii: "<"): Array("&lt;".utf8)
      case UInt8(ascii: ">"): Array("&gt;".utf8)
      default: [byte]
      }
    }
    return (Array("<code>".utf8) + escaped + Array("</code>".utf8), end)
  }

  /// A value of an attribute in quotation marks.
  private static func quoted(_ value: ArraySlice<UInt8>) -> [UInt8] {
    value.flatMap { $0 == UInt8(ascii: "\"") ? Array("&quot;".utf8) : [$0] }
  }
}
