import CommonMark

extension PageRenderer {
  mutating func enterTable(_ event: MarkdownEvent, _ index: Int, _ tree: borrowing MarkdownTree) {
    switch event.kind {
    case .table:
      html.freshLine()
      html.raw("<div class=\"table\" tabindex=\"0\">\n<table>\n")
    case .tableRow:
      if event.isHeader { html.raw("<thead>\n") }
      html.raw("<tr>\n")
      rowIsHeader = event.isHeader
    default:
      // An empty header cell heads nothing.
      cellIsHeader = rowIsHeader && event.partner > index + 1
      html.raw(cellIsHeader ? "<th scope=\"col\"" : "<td")
      switch event.alignment {
      case .none: break
      case .left: html.raw(" class=\"align-left\"")
      case .center: html.raw(" class=\"align-center\"")
      case .right: html.raw(" class=\"align-right\"")
      }
      html.raw(">")
      beginSpan(direction: directionAgainstPage(of: index + 1..<event.partner, tree))
    }
    push()
  }

  mutating func exitTable(_ event: MarkdownEvent, _ index: Int, _ tree: borrowing MarkdownTree) {
    pop()
    let isLast = tree[index + 1].kind == .table
    switch event.kind {
    case .table:
      html.raw("</table>\n</div>\n")
    case .tableRow:
      html.raw("</tr>\n")
      if event.isHeader { html.raw("</thead>\n") }
      if event.isHeader, !isLast { html.raw("<tbody>\n") }
      if !event.isHeader, isLast { html.raw("</tbody>\n") }
    default:
      endSpan()
      html.raw(cellIsHeader ? "</th>\n" : "</td>\n")
      collectBreak()
    }
  }
}
