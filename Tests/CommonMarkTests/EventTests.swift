import CommonMark
import Testing

/// Writes a document's events as one word each: `heading2( text'Hi' )`.
func outline(_ markdown: String) -> String {
  let result = withMarkdown(Array(markdown.utf8)) { tree in
    (1..<tree.count - 1).map { describe(tree[$0]) }.joined(separator: " ")
  }
  switch result {
  case .success(let words): return words
  case .failure(let refusal): return "refused: \(refusal)"
  }
}

private func describe(_ event: MarkdownEvent) -> String {
  if event.phase == .exit { return ")" }
  var word = "\(event.kind)"
  if event.kind == .heading { word += "\(event.level)" }
  if event.kind == .list { word += event.isOrdered ? "\(event.number)" : "" }
  if event.kind == .list { word += event.isTight ? "-tight" : "-loose" }
  if event.kind == .tableCell { word += "\(event.number)-\(event.alignment)" }
  if event.kind == .tableRow, event.isHeader { word += "-header" }
  if !event.text.isEmpty { word += "'\(String(decoding: event.text, as: UTF8.self))'" }
  if !event.title.isEmpty { word += "\"\(String(decoding: event.title, as: UTF8.self))\"" }
  return event.phase == .enter ? word + "(" : word
}

@Suite struct EventTests {
  @Test(arguments: [
    ("", ""),
    ("## Hi\n", "heading2( text'Hi' )"),
    (
      "a *b* **c** `d`\n",
      """
      paragraph( text'a ' emphasis( text'b' ) text' ' strong( text'c' ) text' ' code'd' )
      """
    ),
    ("a\nb  \nc\n", "paragraph( text'a' softBreak text'b' lineBreak text'c' )"),
    ("3. x\n", "list3-tight( item( paragraph( text'x' ) ) )"),
    (
      "- x\n\n- y\n",
      """
      list-loose( item( paragraph( text'x' ) ) item( paragraph( text'y' ) ) )
      """
    ),
    (
      "[a](b.md \"t\") ![c](d.png)\n",
      """
      paragraph( link'b.md"t"( text'a' ) text' ' image'd.png'( text'c' ) )
      """.replacing("b.md\"t\"", with: "b.md'\"t\"")
    ),
    ("```swift\nlet a\n```\n", "codeBlock'let a\n'\"swift\""),
    ("<b>x</b>\n", "paragraph( htmlInline'<b>' text'x' htmlInline'</b>' )"),
    ("<div>\nx\n</div>\n", "htmlBlock'<div>\nx\n</div>\n'"),
    ("***\n> q\n", "thematicBreak blockQuote( paragraph( text'q' ) )"),
    (
      "~~a~~ www.example.com\n",
      """
      paragraph( strikethrough( text'a' ) text' ' \
      link'http://www.example.com'( text'www.example.com' ) )
      """
    ),
    (
      "|a|b|\n|-|-:|\n|c|d|\n",
      """
      table( tableRow-header( tableCell0-none( text'a' ) tableCell1-right( text'b' ) ) \
      tableRow( tableCell0-none( text'c' ) tableCell1-right( text'd' ) ) )
      """
    ),
    (
      "a[^n]\n\n[^n]: note\n",
      """
      paragraph( text'a' footnoteReference'1'"n" ) \
      footnoteDefinition'n'( paragraph( text'note' ) )
      """
    ),
  ])
  func listsNodesInDocumentOrder(markdown: String, expected: String) {
    #expect(outline(markdown) == expected)
  }

  @Test func pairsBothEndsOfANode() {
    let pairs = withMarkdown(Array("> - **a**\n\nb\n".utf8)) { tree in
      (0..<tree.count).allSatisfy { index in
        let event = tree[index]
        let other = tree[event.partner]
        switch event.phase {
        case .enter: return other.phase == .exit && other.partner == index && event.partner > index
        case .exit: return other.phase == .enter && other.partner == index && event.partner < index
        case .leaf: return event.partner == index
        }
      }
    }
    #expect(pairs == .success(true))
  }

  @Test func knowsTheLine() {
    let lines = withMarkdown(Array("# a\n\nb\n\n> c\n".utf8)) { tree in
      (0..<tree.count).filter { tree[$0].phase == .enter }.map { tree[$0].line }
    }
    #expect(lines == .success([1, 1, 3, 5, 5]))
  }
}
