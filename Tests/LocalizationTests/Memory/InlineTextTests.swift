import Localization
import Testing

@Suite struct InlineTextTests {
  @Test(arguments: [
    "", "plain", "a **b** c", "a *b* c", "[x](y)", "![x](y.png)", "`code` {n} %s <br/> &nbsp;",
    "**[a *b*](c(d).md)**", "a ** b", "lone [ bracket", "\\*\\* escaped", "**open", "***x***",
    "[a]( b", "2 * 3 * 4", "<a href=\"x\">t</a>", "[![i](p.png)](u)", "**a** b **c**",
  ])
  func piecesMakeTheTextAgain(text: String) {
    #expect(string(InlineText(Array(text.utf8)[...]).bytes) == text)
  }

  @Test func numbersCodesByWhatTheyAre() {
    let source = InlineText(Array("[a](1) and [b](2) **c**".utf8)[...])
    let target = InlineText(Array("**z** [y](2), [x](1), [w](3)".utf8)[...]).numbered(like: source)
    #expect(source.codes.map(\.id) == [1, 2, 3])
    #expect(target.codes.map(\.id) == [3, 2, 1, 4])
  }

  @Test func anyOrderOfMarksMakesTheTextAgain() {
    let marks = ["**", "*", "[", "](x)", "`", "<b>", "&amp;", "{a}", "a", " ", "\\", "!", "é"]
    var random = Sequence64(7)
    for _ in 0..<2000 {
      let text = (0..<12).map { _ in marks[random.next(below: marks.count)] }.joined()
      #expect(string(InlineText(Array(text.utf8)[...]).bytes) == text, "\(text)")
    }
  }
}
