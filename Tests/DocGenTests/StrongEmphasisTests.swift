import TestSupport
import Testing

/// `***words***` as tools for translators wrote it.
@Suite struct StrongEmphasisTests {
  /// In what is expected `[words]` are strong and emphasized, `{words}` strong alone.
  @Test(arguments: [
    ("M (***a** _, _*_b_c_*_, _ *_d_e_** )", "M ([a], [b_c], [d_e] )"),
    ("M(***A** _, _*_B_*_, _*_C_**)", "M([A], [B], [C])"),
    ("Von ***a** _ bis _ *b_c** ja", "Von [a] bis {b_c} ja"),
    ("des **_a b_*_ et _*_c_*_, l’_* D e** (f)", "des [a b] et [c], l’{D e} (f)"),
    ("***가** _은 _*_그림 3_\\*\\*과", "[가]은 [그림 3]과"),
    ("***A** _ und ***B** _", "[A] und [B]"),
    ("_ *_A_b_*\\* und \\***B_c** _ ja", "[A_b] und [B_c] ja"),
    ("(***a** _ oder _ *_B. c_* \\*)", "([a] oder [B. c])"),
    ("***a** _ und _ *_b. c_* * in", "[a] und [b. c] in"),
    ("Nur _*_x_*_, oder", "Nur [x], oder"),
  ])
  func readsThem(line: String, expected: String) throws {
    let site = try TestSite(["en-us/page.md": "# P\n", "de-de/page.md": "# S\n\n\(line)\n"])
    let shown = expected.replacing("[", with: "<em><strong>").replacing(
      "]", with: "</strong></em>"
    ).replacing("{", with: "<strong>").replacing("}", with: "</strong>")
    #expect(
      site.article("de-de/page.html").contains("<p>\(shown)</p>"),
      "\(site.article("de-de/page.html"))")
    #expect(
      site.problems.count {
        $0.hasPrefix("de-de/page.md:3:") && $0.contains("marks of strong words in emphasis")
      } == 1, "\(site.problems)")
  }

  /// Both halves of a unit are read so, and an address keeps its link.
  @Test func readsUnitsAndLinks() throws {
    let unit =
      "<span data-ttu-id=\"a4fc3-101\">[***A** _](page.md), _*_B_**</span><span class=\"sxs-lookup\">"
      + "<span data-stu-id=\"a4fc3-101\">[***C** _](page.md), _*_D_**</span></span>"
    let site = try TestSite([
      "en-us/page.md": "# P\n\n[***C***](page.md), ***D***\n", "de-de/page.md": "# S\n\n\(unit)\n",
    ])
    let article = site.article("de-de/page.html")
    for word in ["A", "B", "C", "D"] {
      #expect(article.contains("<em><strong>\(word)</strong></em>"), "\(article)")
    }
    #expect(article.split(separator: "<a href=\"page.html\">").count == 3, "\(article)")
    #expect(!article.contains("*"), "\(article)")
  }

  @Test(arguments: [
    "***a** b*", "**_a_** und _*b*_", "snake_*_case_*_", "`***a** _`, `_*_b_*_`", "a ** _ b",
    "**_a_b_** c", "***", "_ *_", "_ *_a_** b", "x_*_a_*_", "_*_a_*_x", "_*_a_*", "_ *_a_* * b",
  ])
  func leavesOthersAlone(line: String) throws {
    let site = try TestSite(["en-us/page.md": "# P\n", "de-de/page.md": "# S\n\n\(line)\n"])
    #expect(!site.problems.contains { $0.contains("in emphasis") }, "\(site.problems)")
  }

  /// Marks that the source has too weren't changed in translation; they are read all the same.
  @Test(arguments: [("_ *_b_**", "note", "as they are in"), ("**c**", "warning", "in translation")])
  func tellsWhetherTheSourceHasThem(end: String, severity: String, message: String) throws {
    let line = "***a** _ und _ *_b_**"
    let source = "***a** _ and \(end)"
    for text in [line, unit(102, line, source)] {
      let site = try TestSite([
        "en-us/page.md": "# P\n\n\(source)\n", "de-de/page.md": "# S\n\n\(text)\n",
      ])
      #expect(site.article("de-de/page.html").contains("<em><strong>a</strong></em> und <em>"))
      let problems = site.problems.filter { $0.contains("[markup.damaged]") }
      #expect(problems.count == 1, "\(problems)")
      #expect(
        problems.allSatisfy { $0.contains(": \(severity): marks ") && $0.contains(message) },
        "\(problems)")
    }
  }

  /// What takes the square of its size would take minutes here.
  @Test(.timeLimit(.minutes(5)), arguments: ["***a** _", "**_a_*_ _*_", "_*_", "***", "\\*_"])
  func readsLinesInOneGo(part: String) throws {
    let line = String(repeating: part, count: 16_000 / part.utf8.count)
    let page = "# S\n\n" + String(repeating: "\(line)\n\n", count: 20)
    let site = try TestSite(["en-us/page.md": "# P\n", "de-de/page.md": page])
    #expect(site["de-de/page.html"].contains("<h1"))
  }
}
