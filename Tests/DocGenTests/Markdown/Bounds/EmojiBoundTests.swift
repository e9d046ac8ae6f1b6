import DocGen
import Model
import Testing

/// Short names of emoji: GitHub's names between colons, not in code, addresses and tags.
@Suite struct EmojiBoundTests {
  static let rows: [MarkdownRow] = [
    MarkdownRow("alone", ":warning:\n", "<p>⚠️</p>"),
    MarkdownRow("without a line end", ":warning:", "<p>⚠️</p>"),
    MarkdownRow("with CR LF", ":warning:\r\n", "<p>⚠️</p>"),
    MarkdownRow("in a sentence", "a :bulb: b\n", "<p>a 💡 b</p>"),
    MarkdownRow("before a full stop", "a :bulb:.\n", "<p>a 💡.</p>"),
    MarkdownRow("in brackets", "(:bulb:)\n", "<p>(💡)</p>"),
    MarkdownRow("with digits", ":100:\n", "<p>💯</p>"),
    MarkdownRow("a plus", ":+1:\n", "<p>👍</p>"),
    MarkdownRow("a minus", ":-1:\n", "<p>👎</p>"),
    MarkdownRow("underscores", ":heavy_check_mark:\n", "<p>✔️</p>"),
    MarkdownRow("two in a row with a blank", ":bulb: :bulb:\n", "<p>💡 💡</p>"),
    MarkdownRow("strong", "**:bulb:**\n", "<p><strong>💡</strong></p>"),
    MarkdownRow("emphasized", "*:bulb:*\n", "<p><em>💡</em></p>"),
    MarkdownRow("in an item", "- :bulb:\n", "<ul><li>💡</li></ul>"),
    MarkdownRow("in a quotation", "> :bulb:\n", "<blockquote><p>💡</p></blockquote>"),
    MarkdownRow("in a heading", "# :bulb: A\n", "<h1 id=\"-a\">💡 A</h1>"),
    MarkdownRow("in the words of a link", "[:bulb:](b.md)\n", "<p><a href=\"b.md\">💡</a></p>"),
    MarkdownRow(
      "in the words of an image", "![:bulb:](b.png)\n", "<p><img src=\"b.png\" alt=\"💡\"></p>"),
    MarkdownRow(
      "in a unit", unit(103, ":bulb: a", ":bulb: b") + "\n", "<p>\(shown(103, "💡 a", "💡 b"))</p>"),
    MarkdownRow("in code", "`:bulb:`\n", "<p><code>:bulb:</code></p>"),
    MarkdownRow("in code with two backticks", "`` ` :bulb: ``\n", "<p><code>` :bulb:</code></p>"),
    MarkdownRow("in fenced code", "```\n:bulb:\n```\n", "<pre><code>:bulb:\n</code></pre>"),
    MarkdownRow("in indented code", "    :bulb:\n", "<pre><code>:bulb:\n</code></pre>"),
    MarkdownRow("in an address", "[a](b:bulb:c.md)\n", "<p>a</p>", ["1 link.scheme"]),
    MarkdownRow(
      "in an address by itself", "https://a.example/:bulb:/\n",
      "<p><a href=\"https://a.example/:bulb:/\">https://a.example/:bulb:/</a></p>"),
    MarkdownRow(
      "in an attribute", "<kbd title=\":bulb:\">a</kbd>\n", "<p><kbd title=\":bulb:\">a</kbd></p>"),
    MarkdownRow("escaped", "\\:bulb:\n", "<p>:bulb:</p>"),
    MarkdownRow("no such name", ":no_such_thing:\n", "<p>:no_such_thing:</p>"),
    MarkdownRow("capitals are another name", ":BULB:\n", "<p>:BULB:</p>"),
    MarkdownRow("only one colon", ":bulb\n", "<p>:bulb</p>"),
    MarkdownRow("blanks inside", ": bulb :\n", "<p>: bulb :</p>"),
    MarkdownRow("nothing inside", "a :: b\n", "<p>a :: b</p>"),
    MarkdownRow("a time of day", "10:30:45\n", "<p>10:30:45</p>"),
    MarkdownRow("behind letters", "a:bulb:\n", "<p>a:bulb:</p>"),
    MarkdownRow(
      "a name of resources", "arn:aws:s3:::bucket:key:\n", "<p>arn:aws:s3:::bucket:key:</p>"),
    MarkdownRow("behind a colon", "Note: :bulb: a\n", "<p>Note: 💡 a</p>"),
    MarkdownRow("across lines", ":bu\nlb:\n", "<p>:bu\nlb:</p>"),
    MarkdownRow("behind Chinese", "完成 :bulb:。\n", "<p>完成 💡。</p>"),
    MarkdownRow("in a comment", "a <!-- :bulb: -->\n", "<p>a </p>"),
  ]

  @Test(arguments: rows)
  func standForThemselves(_ row: MarkdownRow) { row.check() }
}
