import DocGen
import Model
import Testing

/// Formulas in TeX stay as they are written: nothing of them is Markdown.
@Suite struct MathTests {
  @Test(arguments: [
    ("Let $x_1*y_2*z_1$ be.\n", "<p>Let M be.</p>\n", "$x_1*y_2*z_1$"),
    ("Let $$a_1 _b_ c$$.\n", "<p>Let M.</p>\n", "$$a_1 _b_ c$$"),
    ("($x$)\n", "<p>(M)</p>\n", "$x$"),
    ("Let $ x_1 $ be.\n", "<p>Let M be.</p>\n", "$ x_1 $"),
    ("公式，$x_1$。\n", "<p>公式，M。</p>\n", "$x_1$"),
    ("Let \\\\(x_1 < y_1\\\\) be.\n", "<p>Let M be.</p>\n", "\\(x_1 &lt; y_1\\)"),
    ("- $a_1$ and\n", "<ul>\n<li>M and</li>\n</ul>\n", "$a_1$"),
    ("## Of $x_1$\n", "<h2 id=\"of-x_1\">Of M</h2>\n", "$x_1$"),
    ("**$x_1$**\n", "<p><strong>M</strong></p>\n", "$x_1$"),
  ])
  func keepsFormulasInText(markdown: String, expected: String, formula: String) {
    let code = "<code class=\"math\" dir=\"ltr\">\(formula)</code>"
    #expect(html(markdown) == expected.replacing("M", with: code))
  }

  /// A formula may go on behind its line, as long as the paragraph does.
  @Test(arguments: [
    (
      "Take $$ \\begin{b} a_1 \\\\ b\n\\end{b}. $$ where *x* is.\n",
      "<p>Take M where <em>x</em> is.</p>\n", "$$ \\begin{b} a_1 \\\\ b \\end{b}. $$"
    ),
    (
      "> Take $a_1 *b*\n> c$ there.\n", "<blockquote>\n<p>Take M there.</p>\n</blockquote>\n",
      "$a_1 *b* c$"
    ),
    ("- a $x_1\n  y_1$ - b\n", "<ul>\n<li>a M - b</li>\n</ul>\n", "$x_1 y_1$"),
    ("Let $x_1\ny_1$ and $z_1$\nbe $u_1$.\n", "<p>Let M and N\nbe O.</p>\n", "$x_1 y_1$"),
  ])
  func keepsFormulasOverLineEnds(markdown: String, expected: String, formula: String) {
    let shown = html(markdown).replacing("<code class=\"math\" dir=\"ltr\">", with: "{{").replacing(
      "</code>", with: "}}")
    let wanted = expected.replacing("M", with: "{{\(formula)}}")
      .replacing("N", with: "{{$z_1$}}").replacing("O", with: "{{$u_1$}}")
    #expect(shown == wanted)
  }

  @Test(arguments: [
    "It costs $5 and\n$10.", "a $x\n\ny$ b", "# a $x\n\ny$ b", "a $x\n- y$ b", "a $x\n`y$` b",
    "a | $x\n-|-\nb | y$", "a $x\n<!-- y$ -->", "Set $A\nand $B", "a $x\n> y$",
  ])
  func endsFormulasWithTheirParagraph(text: String) {
    #expect(!html("\(text)\n").contains("math"), "\(html(text))")
  }

  /// Lines behind such a formula are those of the file.
  @Test func countsTheLinesOfFormulas() {
    let page = render("Let $x_1\ny_1\nz_1$ be.\n\n[](https://a.example/b)\n")
    #expect(page.diagnostics.map(\.location.line) == [5], "\(page.diagnostics)")
  }

  /// A unit that takes several lines keeps its formulas, in both halves; in none a formula begins that
  /// ends in the other.
  @Test(arguments: [
    ("Stan $x_1 y_1$\ngdzie", "The $x_1 y_1$ where", "Stan M gdzie", "The M where"),
    ("Stan $x_1 y_1$ gdzie", "The $x_1 y_1$\nwhere", "Stan M gdzie", "The M where"),
    ("Stan $$ x", "The $$ y $$ here", "Stan $$ x", "The M here"),
  ])
  func keepsFormulasInUnits(target: String, source: String, inTarget: String, inSource: String) {
    let page = html("\(unit(103, target, source))\n").replacing("\n", with: " ")
      .replacing(/<code class="math" dir="ltr">\$[^<]*<\/code>/, with: "M")
    #expect(page == "<p>\(shown(103, inTarget, inSource))</p> ")
  }

  /// What takes the square of its size would take minutes here.
  @Test(
    .timeLimit(.minutes(5)),
    arguments: ["$", "$a\n", "$$a\n$b\n", "$$a $b ", "a $ b\n", "\\$$a\n"])
  func readsDollarsInOneGo(part: String) {
    let text = "a " + String(repeating: part, count: 200_000 / part.utf8.count)
    #expect(html(text).contains("<p>"))
  }

  @Test(arguments: [
    (
      "a\n\n$$\n\\sum_{i=1}^n x_i * y_i\n\n\\\\\n$$\nb\n", "$$\n\\sum_{i=1}^n x_i * y_i\n\n\\\\\n$$"
    ),
    ("a\n$$ x_1 $$\nb\n", "$$ x_1 $$"),
    ("a\n$$ x_1\n = y_1 $$\nb\n", "$$ x_1\n= y_1 $$"),
    ("a\n\n\\\\[ x_1 \\\\]\n\nb\n", "\\[ x_1 \\]"),
  ])
  func keepsFormulasInLinesOfTheirOwn(markdown: String, formula: String) {
    #expect(
      html(markdown) == "<p>a</p>\n<pre class=\"math\" dir=\"ltr\" tabindex=\"0\"><code>\(formula)"
        + "</code></pre>\n<p>b</p>\n")
  }

  @Test(arguments: ["a $ $ x\n", "a $$ $$ x\n"])
  func marksAroundBlanksAreText(markdown: String) {
    #expect(html(markdown) == "<p>\(markdown.dropLast())</p>\n")
  }

  @Test func keepsFormulasInListsAndQuotations() {
    #expect(
      html("> a\n>\n> $$\n> x_1\n> $$\n") == "<blockquote>\n<p>a</p>\n"
        + "<pre class=\"math\" dir=\"ltr\" tabindex=\"0\"><code>$$\nx_1\n$$</code></pre>\n"
        + "</blockquote>\n")
    #expect(
      html("1. a\n\n   $$x_1$$\n\n1. b\n").contains(
        "<pre class=\"math\" dir=\"ltr\" tabindex=\"0\"><code>$$x_1$$</code></pre>\n</li>\n<li>"))
  }

  @Test(arguments: [
    "It costs $5 and $10.", "From $ 5 to $10", "US$5 and US$6", "$(a) and $(b)",
    "$env:PATH and $env:HOME", "A lone $ sign", "a$$b$$c", "$$",
  ])
  func leavesPricesAndVariablesAlone(text: String) {
    #expect(html("\(text)\n") == "<p>\(text)</p>\n")
  }

  @Test func leavesCodeAlone() {
    #expect(html("`$x_1$` and `$y$`\n") == "<p><code>$x_1$</code> and <code>$y$</code></p>\n")
    #expect(html("```\n$$\nx\n$$\n```\n").contains("<code>$$\nx\n$$\n</code>"))
    #expect(!html("<!-- $x_1$ -->\n\n$x$\n").contains("x_1"))
  }

  @Test func keepsBarsOfFormulasInTables() {
    #expect(
      html("| a | b |\n|---|---|\n| $|x_1|$ | c |\n").contains(
        "<td><code class=\"math\" dir=\"ltr\">$|x_1|$</code></td>\n<td>c</td>"))
  }

  @Test func isPartOfAnAlternativeText() {
    #expect(html("![of $x_1$](a.png)\n").contains("alt=\"of $x_1$\""))
  }
}
