import DocGen
import Testing

@Suite struct HeadingIDTests {
  private func ids(_ markdown: String) -> [String] { render(markdown).headings.map(\.id) }

  @Test(arguments: [
    ("# Connections (preview) overview\n", "connections-preview-overview"),
    ("# C++ & `a_b` -- \"x\"\n", "c--a_b----x"),
    ("# Données à jour\n", "données-à-jour"),
    ("# Жаңа ҚОСЫЛЫМ\n", "жаңа-қосылым"),
    ("# LiveRamp&reg; set-up\n", "liverampreg-set-up"),
    ("# !?\n", "section"),
    ("# [A link](b.md) here\n", "a-link-here"),
    ("# <a name=\"Own.id-1\"></a>Titre\n", "Own.id-1"),
    ("# <a id=\"own id\"></a>Titre\n", "own-id"),
    ("# <a name=\"\"></a>Titre\n", "titre"),
    ("Setext\n===\n", "setext"),
  ])
  func followsThePublishedPages(markdown: String, expected: String) {
    #expect(ids(markdown) == [expected])
    #expect(!html(markdown).contains("<a name"))
  }

  @Test func numbersDuplicates() {
    #expect(ids("# A\n\n# a\n\n# A-1\n\n# A\n") == ["a", "a-1", "a-1-1", "a-2"])
  }

  /// Translations repeat the anchor without the number that the source's id has.
  @Test func numbersDuplicateAnchors() {
    #expect(ids("# <a name=\"x\"></a>A\n\n# <a name=\"x\"></a>B\n") == ["x", "x-1"])
  }

  /// Blanks behind an anchor and before a comment are none of the heading's.
  @Test(arguments: [
    ("##  <a name=\"c-d\"></a>  C::D\n", "<h2 id=\"c-d\">C::D</h2>\n", "C::D"),
    ("### Title <!-- 1 -->\n", "<h3 id=\"title-\">Title</h3>\n", "Title"),
    ("## a  b\n", "<h2 id=\"a--b\">a  b</h2>\n", "a  b"),
  ])
  func leavesOuterBlanksOut(markdown: String, expected: String, text: String) {
    let page = render(markdown)
    #expect(String(decoding: page.html, as: UTF8.self) == expected)
    #expect(page.headings.map(\.text) == [text])
  }

  @Test func keepsASecondAnchor() {
    let page = render("# <a name=\"\"></a><a name=\"Second\"></a>Titre\n")
    #expect(page.anchors == ["Second"])
    #expect(page.headings.map(\.id) == ["titre"])
  }
}
