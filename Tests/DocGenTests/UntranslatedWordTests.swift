import TestSupport
import Testing

/// Words that stay as they are, and the marks that translation left of them.
@Suite struct UntranslatedWordTests {
  private func site(_ translation: String, source: String = "# Page\n") throws -> TestSite {
    try TestSite([
      "en-us/page.md": source, "de-de/page.md": translation, "en-us/a.png": "png",
    ])
  }

  /// Several in one line, in cells, and in the code of pages whose source has none.
  @Test(arguments: [
    ("Bei :::no-loc(A)::: en :::no-loc(B b)::: y :::no-loc(C):::", "<p>Bei A en B b y C</p>"),
    ("a :::no-loc(A)::: 、:::no-loc(B)::: :::no-loc(C):::。", "<p>a A 、B C。</p>"),
    (
      "| :::no-loc(A)::: | :::no-loc(B)::: |\n|-|-|\n",
      "<th scope=\"col\">A</th>\n<th scope=\"col\">B</th>"
    ),
    ("`Add:::no-loc(A):::` en `:::no-loc(B):::C`", "<code>AddA</code> en <code>BC</code>"),
    ("```\nnew :::no-loc(a):::b\n```", "<code>new ab\n</code>"),
  ])
  func readsThem(damaged: String, expected: String) throws {
    let site = try site("# Seite\n\n\(damaged)\n")
    #expect(
      site.article("de-de/page.html").contains(expected), "\(site.article("de-de/page.html"))")
  }

  /// A page about the directive keeps it in code.
  @Test func leavesTermsInCodeThatTheSourceHas() throws {
    let line = "`:::no-loc(x):::`"
    let site = try site("# Seite\n\n\(line)\n", source: "# Page\n\n\(line)\n")
    #expect(site.article("de-de/page.html").contains("<code>:::no-loc(x):::</code>"))
    #expect(site.problems == [])
  }

  @Test func takesAwayPlaceholders() throws {
    let site = try site(
      "# Die [!OP.NO-LOC(Blazor)]-Seite\n\n**[!OP.NO-LOC(Titel)]** `[!OP.NO-LOC(x.y)]` <xref:[!OP.NO-LOC(A.B)]>\n"
    )
    let article = site.article("de-de/page.html")
    #expect(article.contains("Die Blazor-Seite</h1>"), "\(article)")
    #expect(article.contains("<strong>Titel</strong> <code>x.y</code> "), "\(article)")
    #expect(!article.contains("NO-LOC"))
    #expect(site.problems.filter { $0.contains("directive.damaged") }.count == 1)
  }

  /// As machine translation leaves them, in texts and alternative texts.
  @Test func takesAwayDamagedPlaceholders() throws {
    let site = try site(
      "# Seite\n\n![[! OP. NO-LOC (Blazor)] webassembly: [! OP. L'app NO-LOC (Blazor)] wird](a.png)\n\n"
        + "Aus [! wählen. OP. NO LOC (x.y)] und NO-LOC (z)] und [a! OP. NO-LOC]\n")
    let article = site.article("de-de/page.html")
    #expect(article.contains("alt=\"Blazor webassembly: L'app Blazor wird\""), "\(article)")
    #expect(
      article.contains("Aus wählen. x.y und NO-LOC (z)] und [a! OP. NO-LOC]"), "\(article)")
  }
}
