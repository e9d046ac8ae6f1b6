import CommonMark

extension PageRenderer {
  // No heading's id has a colon.
  mutating func footnoteReference(_ event: MarkdownEvent) {
    html.raw("<sup class=\"footnote-ref\"><a href=\"#fn:")
    html.text(event.text)
    html.raw("\" id=\"fnref:")
    html.text(event.text)
    if event.number > 1 {
      html.raw("-")
      html.number(event.number)
    }
    html.raw("\" role=\"doc-noteref\">")
    html.text(event.text)
    html.raw("</a></sup>")
  }

  mutating func enterFootnote(_ event: MarkdownEvent) {
    html.freshLine()
    if footnoteNumber == 0 {
      // They are no part of what was never ended.
      while open.count > bases.last ?? 0 { closeTop() }
      html.raw("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
      html.text(options.words.footnotes)
      html.raw("\">\n<ol>\n")
    }
    footnoteNumber += 1
    html.raw("<li id=\"fn:")
    html.number(footnoteNumber)
    html.raw("\">")
    footnoteReferences = event.number
    push()
  }

  mutating func exitFootnote(_ index: Int, _ tree: borrowing MarkdownTree) {
    // Without a last paragraph the way back stands alone.
    if tree[index - 1].kind != .paragraph { writeBacklinks() }
    pop()
    html.raw("</li>\n")
  }

  /// Whether the paragraph that ends at `index` is the last of a footnote.
  func writesBacklink(_ index: Int, _ tree: borrowing MarkdownTree) -> Bool {
    let next = tree[index + 1]
    return next.kind == .footnoteDefinition && next.phase == .exit
  }

  mutating func writeBacklinks() {
    for reference in 1...max(1, footnoteReferences) {
      html.raw(" <a href=\"#fnref:")
      html.number(footnoteNumber)
      if reference > 1 {
        html.raw("-")
        html.number(reference)
      }
      html.raw("\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"")
      html.text(options.words.backToText)
      html.raw("\">\u{21A9}\u{FE0E}</a>")
    }
  }

  mutating func endFootnotes() {
    if footnoteNumber > 0 { html.raw("</ol>\n</section>\n") }
  }
}
