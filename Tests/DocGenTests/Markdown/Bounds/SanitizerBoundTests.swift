import DocGen
import Model
import Testing

/// Raw HTML: what stays, what becomes text, what goes, and what of attributes.
@Suite struct SanitizerBoundTests {
  static let kept: [MarkdownRow] =
    [
      "b", "i", "u", "s", "em", "strong", "kbd", "sub", "sup", "code", "small", "mark", "q", "cite",
      "var", "samp", "abbr", "dfn", "del", "ins",
    ]
    .map { MarkdownRow("<\($0)>", "a <\($0)>b</\($0)>\n", "<p>a <\($0)>b</\($0)></p>") }
    + [
      MarkdownRow("in capitals", "a <B>b</B>\n", "<p>a <b>b</b></p>"),
      MarkdownRow("mixed", "a <kBd>b</KBD>\n", "<p>a <kbd>b</kbd></p>"),
      MarkdownRow("blanks inside", "a <b >b</b >\n", "<p>a <b>b</b></p>"),
      MarkdownRow("never closed", "a <b>b\n\nc\n", "<p>a <b>b</b></p><p>c</p>"),
      MarkdownRow("closed only", "a </b> c\n", "<p>a  c</p>"),
      MarkdownRow("closed twice", "a <b>b</b></b> c\n", "<p>a <b>b</b> c</p>"),
      MarkdownRow("crossing", "<b>a <i>b</b> c</i>\n", "<p><b>a <i>b</i></b> c</p>"),
      MarkdownRow("crossing emphasis", "*a <b>b* c</b>\n", "<p><em>a <b>b</b></em> c</p>"),
      MarkdownRow(
        "a line end in a tag", "a <kbd\ntitle=\"x\">b</kbd>\n", "<p>a <kbd title=\"x\">b</kbd></p>"),
      MarkdownRow("a break, closed by itself", "a<br />b\n", "<p>a<br>b</p>"),
      MarkdownRow("a line", "<hr/>\n\na\n", "<hr><p>a</p>"),
      MarkdownRow("an empty element", "a <kbd/> b\n", "<p>a <kbd> b</kbd></p>"),
      MarkdownRow(
        "details open", "<details open>\n<summary>a</summary>\n\nb\n\n</details>\n",
        "<details open><summary>a</summary><p>b</p></details>"),
      MarkdownRow(
        "a table", "<table><tr><td colspan=\"2\">a</td></tr></table>\n",
        "<table><tbody><tr><td colspan=\"2\">a</td></tr></tbody></table>"),
      MarkdownRow("a direction", "<p dir=\"rtl\">a</p>\n", "<p dir=\"rtl\">a</p>"),
      MarkdownRow(
        "a language", "a <span lang=\"fr\">b</span>\n", "<p>a <span lang=\"fr\">b</span></p>"),
    ]

  static let attributes: [MarkdownRow] =
    [
      "onclick=\"x\"", "ONCLICK=\"x\"", "onclick=x", "onclick", "style=\"color:red\"",
      "formaction=\"x\"",
      "srcdoc=\"x\"", "xlink:href=\"javascript:x\"", "data-ttu-idx=\"1\"", "background=\"x\"",
      "onmouseover='x'", "target=\"_blank\"", "contenteditable", "autofocus",
      "tabindex=\"5\"", "role=\"alert\"", "ping=\"https://a.example\"", "is=\"x\"", "slot=\"x\"",
    ].map { MarkdownRow($0, "a <kbd \($0)>b</kbd>\n", "<p>a <kbd>b</kbd></p>") }

  static let texts: [MarkdownRow] = [
    MarkdownRow("a made-up tag", "a <tenant> b\n", "<p>a &lt;tenant&gt; b</p>"),
    MarkdownRow("a made-up closing tag", "a </tenant> b\n", "<p>a &lt;/tenant&gt; b</p>"),
    MarkdownRow("with a hyphen", "a <tenant-id> b\n", "<p>a &lt;tenant-id&gt; b</p>"),
    MarkdownRow("generics", "List<T> a\n", "<p>List&lt;T&gt; a</p>"),
    MarkdownRow("a comparison", "a < b > c\n", "<p>a &lt; b &gt; c</p>"),
    MarkdownRow("a bracket at the end", "a <", "<p>a &lt;</p>"),
    MarkdownRow("a tag at the end that isn't closed", "a <b", "<p>a &lt;b</p>"),
    MarkdownRow("an escaped tag", "a \\<b> c\n", "<p>a &lt;b&gt; c</p>"),
    MarkdownRow("references", "a &lt;b&gt; c\n", "<p>a &lt;b&gt; c</p>"),
    MarkdownRow("in code", "`<b>`\n", "<p><code>&lt;b&gt;</code></p>"),
    MarkdownRow("letters of another script", "a <имя> b\n", "<p>a &lt;имя&gt; b</p>"),
  ]

  static let gone: [MarkdownRow] = [
    MarkdownRow("a comment", "a<!-- b -->c\n", "<p>ac</p>"),
    MarkdownRow("a comment over lines", "a\n\n<!-- b\n\nc -->\n\nd\n", "<p>a</p><p>d</p>"),
    MarkdownRow("a comment never ended", "a\n\n<!-- b\n\nc\n", "<p>a</p>"),
    MarkdownRow("a declaration", "<!DOCTYPE html>\n\na\n", "<p>a</p>"),
    MarkdownRow("an instruction", "<?php echo 1 ?>\n\na\n", "<p>a</p>"),
    MarkdownRow("a block of script", "<script>\nx\n\ny\n</script>\n\na\n", "<p>a</p>"),
    MarkdownRow("a block of script never ended", "a\n\n<script>\nx\n\ny\n", "<p>a</p>"),
    MarkdownRow("a block of style", "<style>\na {}\n</style>\n\na\n", "<p>a</p>"),
    MarkdownRow("a drawing", "<svg><path d=\"M0 0\"/></svg>\n\na\n", "<p></p><p>a</p>"),
    MarkdownRow(
      "a drawing in a line",
      "a <svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/><title>b</title></svg> c\n", "<p>a  c</p>"),
    MarkdownRow("a drawing never ended", "a <svg> b\n\nc\n", "<p>a  b</p><p>c</p>"),
    MarkdownRow("a formula in a line", "a <math><mi>x</mi></math> c\n", "<p>a  c</p>"),
    MarkdownRow("an object", "<object data=\"x\"></object>\n\na\n", "<p></p><p>a</p>"),
    MarkdownRow(
      "a link to a style sheet", "<link rel=\"stylesheet\" href=\"x\">\n\na\n", "<p>a</p>"),
    MarkdownRow("a refresh", "<meta http-equiv=\"refresh\" content=\"0\">\n\na\n", "<p>a</p>"),
    MarkdownRow(
      "a base", "<base href=\"https://a.example/\">\n\n[a](b.md)\n", "<p><a href=\"b.md\">a</a></p>"
    ),
  ]

  static let addresses: [MarkdownRow] = [
    "javascript:x", "JAVASCRIPT:x", " javascript:x", "java\tscript:x", "java\nscript:x",
    "\u{1}javascript:x", "javascript&#58;x", "&#x6A;avascript:x", "vbscript:x", "data:text/html,x",
    "data:image/svg+xml,x", "file:///etc/passwd", "blob:x", "about:blank", "view-source:x",
    "ms-word:x",
    "javascript%3Ax:y",
  ].map {
    MarkdownRow(
      "an address \($0.debugDescription)", "a <a href=\"\($0)\">b</a>\n", "<p>a b</p>",
      ["1 link.scheme"])
  }

  static let goodAddresses: [MarkdownRow] = [
    ("https://a.example/?x=1&y=2", "https://a.example/?x=1&amp;y=2"),
    ("HTTPS://a.example", "HTTPS://a.example"), ("http://a.example", "http://a.example"),
    ("mailto:a@b.example", "mailto:a@b.example"), ("tel:+1", "tel:+1"), ("b.md", "b.md"),
    ("#x", "#x"), ("?x:y", "?x:y"), ("a/b:c", "a/b:c"), ("", ""), ("b c.md", "b%20c.md"),
    ("é.md", "%C3%A9.md"), ("%C3%A9.md", "%C3%A9.md"), ("b%20c.md", "b%20c.md"),
  ].map { written, address in
    MarkdownRow(
      "an address '\(written)'", "a <a href=\"\(written)\">b</a>\n",
      "<p>a <a href=\"\(address)\">b</a></p>")
  }

  @Test(arguments: kept) func keeps(_ row: MarkdownRow) { row.check() }
  @Test(arguments: attributes) func dropsAttributes(_ row: MarkdownRow) { row.check() }
  @Test(arguments: texts) func showsAsText(_ row: MarkdownRow) { row.check() }
  @Test(arguments: gone) func leavesOut(_ row: MarkdownRow) { row.check() }
  @Test(arguments: addresses) func refuses(_ row: MarkdownRow) { row.check() }
  @Test(arguments: goodAddresses) func leadsThere(_ row: MarkdownRow) { row.check() }
}
