import Testing

/// Strong punctuation and emphasis without a blank between.
@Suite struct AsteriskRunTests {
  /// In what is expected `‹words›` are emphasized and `«words»` strong.
  @Test(arguments: [
    ("SIZE **=***size*", "SIZE «=»‹size›"), ("{ A **=***b* | C **=***x*", "{ A «=»‹b› | C «=»‹x›"),
    ("**= {'***d***'|***@v***}**", "«= {'»‹d›«'|»‹@v›«}»"),
    ("**Op + (** `s3` **,***s1***)**", "«Op + (» <code>s3</code> «,»‹s1›«)»"),
    ("- **=***x*", "<ul>\n<li>«=»‹x›</li>\n</ul>"), ("**a***b*", "«a»‹b›"),
    ("***c***", "‹«c»›"), ("**'***d***'**", "«'»‹d›«'»"),
    ("`**=***x*`", "<code>**=***x*</code>"), ("**=** *x*", "«=» ‹x›"),
    ("a * b *** c", "a * b *** c"),
  ])
  func readsThem(markdown: String, expected: String) {
    let shown = expected.replacing("‹", with: "<em>").replacing("›", with: "</em>")
      .replacing("«", with: "<strong>").replacing("»", with: "</strong>")
    let html = html(markdown + "\n")
    #expect(html == "<p>\(shown)</p>\n" || html == shown + "\n", "\(html)")
  }

  /// Marks that don't pair up are the parser's.
  @Test(arguments: [
    ("**=***x", "**=***x"), ("**= x***y* z**", "«= x»‹y› z**"), ("*a **=***b* c", "*a **=**‹b› c"),
    ("****=***x*", "****=**‹x›"),
  ])
  func leavesOthersAlone(markdown: String, expected: String) {
    readsThem(markdown: markdown, expected: expected)
  }
}
