import CommonMark
import Localization

extension PageRenderer {
  mutating func enterParagraph(
    _ event: MarkdownEvent, _ index: Int, _ tree: borrowing MarkdownTree
  ) -> Int {
    let next = directiveAtParagraph(index + 1, tree) ?? index + 1
    // A directive alone leaves nothing to write.
    let isEmpty = next == event.partner && next > index + 1 && pendingText == nil
    let isTight = event.isTight || isEmpty
    beginParagraph(
      isTight: isTight,
      direction: isEmpty ? nil : directionAgainstPage(of: next..<event.partner, tree))
    if let text = pendingText {
      html.text(text)
      collect(text)
      pendingText = nil
    }
    return next
  }

  mutating func exitParagraph(_ index: Int, _ tree: borrowing MarkdownTree) {
    endParagraph(withBacklinks: writesBacklink(index, tree))
    endLooseAlert()
  }

  /// Begins a paragraph; where it is tight, without tags but for those that its direction needs.
  ///
  /// The mark of an item stays on the side where the list has room for it.
  mutating func beginParagraph(isTight: Bool, direction: String?) {
    if !isTight {
      html.freshLine()
      html.raw("<p")
      endTag(direction: direction)
    } else {
      beginSpan(direction: direction)
    }
    paragraphIsOpen = !isTight
    push()
  }

  mutating func endParagraph(withBacklinks: Bool = false) {
    pop()
    if withBacklinks { writeBacklinks() }
    collectBreak()
    if paragraphIsOpen { html.raw("</p>\n") }
    paragraphIsOpen = false
    endSpan()
  }

  mutating func softBreak(_ index: Int, _ tree: borrowing MarkdownTree) -> Int {
    if let next = directiveAtLine(index + 1, tree) {
      if let text = pendingText {
        html.text(text)
        collect(text)
        pendingText = nil
      }
      return next
    }
    html.raw("\n")
    collect(CollectionOfOne(UInt8(ascii: " ")))
    return index + 1
  }

  mutating func enterList(_ event: MarkdownEvent, _ index: Int, _ tree: borrowing MarkdownTree) {
    html.freshLine()
    html.raw(event.isOrdered ? "<ol" : "<ul")
    if event.isOrdered, event.number != 1 {
      html.raw(" start=\"")
      html.number(event.number)
      html.raw("\"")
    }
    let direction = directionAgainstPage(of: index + 1..<event.partner, tree)
    endTag(direction: direction)
    html.raw("\n")
    listIsTurned.append(direction != nil)
    push()
  }

  mutating func enterItem() {
    html.freshLine()
    html.raw("<li>")
    push()
  }

  mutating func codeBlock(_ event: MarkdownEvent) {
    html.freshLine()
    html.raw("<pre tabindex=\"0\"><code")
    var language = event.title.prefix { $0 > 32 }.filter(Self.isLanguageByte)
    // What can be tried out where it is published is the same language.
    if language.count > 12, language.suffix(12).elementsEqual("-interactive".utf8) {
      language.removeLast(12)
    }
    if !language.isEmpty {
      html.raw(" class=\"language-")
      html.text(language)
      html.raw("\"")
    }
    html.raw(">")
    // Published pages have units inside code too; there the tags are no markup but litter.
    let code = Self.withoutUnits(Array(event.text))
    write(code, highlighting: LineRanges(inInfo: event.title))
    html.raw("</code></pre>\n")
    collect(code)
    collectBreak()
  }

  private mutating func write(_ code: [UInt8], highlighting marked: LineRanges) {
    guard !marked.isEmpty else { return html.text(code) }
    var number = 0
    var start = 0
    while start < code.count {
      let end = code.position(of: UInt8(ascii: "\n"), in: start..<code.count) ?? code.count
      number += 1
      let isMarked = marked.contains(number)
      if isMarked { html.raw("<mark class=\"line\">") }
      html.text(code[start..<end])
      if isMarked { html.raw("</mark>") }
      if end < code.count { html.raw("\n") }
      start = end + 1
    }
  }

  private static func isLanguageByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 32) || "+-_#.".utf8.contains(byte)
  }
}

extension PageRenderer {
  private static func withoutUnits(_ code: [UInt8]) -> [UInt8] {
    guard code.contains(UInt8(ascii: "<")) else { return code }
    return Units.plainTarget(of: code, Units.scan(body: code))
  }
}
