import DocGen
import Model
import Testing

/// `:::image` as content, icon and complex image, with what its attributes may hold.
@Suite struct ImageBoundTests {
  private static func image(_ source: String = "a.png", _ alternative: String = "A.") -> String {
    "<img src=\"\(source)\" alt=\"\(alternative)\">"
  }

  private static let icon = "<img src=\"i.svg\" alt=\"\" class=\"icon\">"
  private static let iconText = ":::image type=\"icon\" source=\"i.svg\":::"

  static let attributes: [MarkdownRow] = [
    MarkdownRow(
      "no type is content", ":::image source=\"a.png\" alt-text=\"A.\":::\n", "<p>\(image())</p>"),
    MarkdownRow(
      "an unknown type is content", ":::image type=\"x\" source=\"a.png\" alt-text=\"A.\":::\n",
      "<p>\(image())</p>"),
    MarkdownRow(
      "any order", ":::image alt-text=\"A.\" source=\"a.png\" type=\"content\":::\n",
      "<p>\(image())</p>"),
    MarkdownRow(
      "names in capitals", ":::IMAGE TYPE=\"content\" Source=\"a.png\" Alt-Text=\"A.\":::\n",
      "<p>\(image())</p>"),
    MarkdownRow(
      "a kind in capitals", ":::image type=\"Icon\" source=\"i.svg\":::\n", "<p>\(icon)</p>"),
    MarkdownRow(
      "a kind with blanks", ":::image type=\" icon \" source=\"i.svg\":::\n", "<p>\(icon)</p>"),
    MarkdownRow(
      "blanks around a source", ":::image source=\" a.png \" alt-text=\"A.\":::\n",
      "<p>\(image())</p>"),
    MarkdownRow(
      "single quotation marks", ":::image source='a.png' alt-text='A \"b\".':::\n",
      "<p>\(image("a.png", "A &quot;b&quot;."))</p>"),
    MarkdownRow(
      "an apostrophe in a value", ":::image source=\"a.png\" alt-text=\"It's A.\":::\n",
      "<p>\(image("a.png", "It's A."))</p>"),
    MarkdownRow(
      "blanks around =", ":::image source = \"a.png\" alt-text = \"A.\":::\n", "<p>\(image())</p>"),
    MarkdownRow(
      "a blank before the colons", ":::image source=\"a.png\" alt-text=\"A.\" :::\n",
      "<p>\(image())</p>"),
    MarkdownRow(
      "blanks behind the colons", ":::image source=\"a.png\" alt-text=\"A.\":::   \n",
      "<p>\(image())</p>"),
    MarkdownRow(
      "CR LF", ":::image source=\"a.png\" alt-text=\"A.\":::\r\nb\r\n", "<p>\(image())</p><p>b</p>"),
    MarkdownRow(
      "CR LF between attributes", ":::image source=\"a.png\"\r\n  alt-text=\"A.\":::\r\n",
      "<p>\(image())</p>"),
    MarkdownRow(
      "a tabulator between attributes", ":::image\tsource=\"a.png\"\talt-text=\"A.\":::\n",
      "<p>\(image())</p>"),
    MarkdownRow(
      "a colon in a value", ":::image source=\"a.png\" alt-text=\"A: b :: c.\":::\n",
      "<p>\(image("a.png", "A: b :: c."))</p>"),
    MarkdownRow(
      "angle brackets in a value", ":::image source=\"a.png\" alt-text=\"A > b < c.\":::\n",
      "<p>\(image("a.png", "A &gt; b &lt; c."))</p>"),
    MarkdownRow(
      "a reference in a value", ":::image source=\"a.png\" alt-text=\"A &amp; b &copy;.\":::\n",
      "<p>\(image("a.png", "A &amp; b ©."))</p>"),
    MarkdownRow(
      "an equals sign in a value", ":::image source=\"a.png?x=1\" alt-text=\"A = b.\":::\n",
      "<p>\(image("a.png?x=1", "A = b."))</p>"),
    MarkdownRow(
      "letters of all scripts", ":::image source=\"a.png\" alt-text=\"صورة 図 Қ.\":::\n",
      "<p>\(image("a.png", "صورة 図 Қ."))</p>"),
    MarkdownRow(
      "the first of two sources", ":::image source=\"a.png\" source=\"b.png\" alt-text=\"A.\":::\n",
      "<p>\(image())</p>"),
    MarkdownRow(
      "an address that is none", ":::image source=\"javascript:x\" alt-text=\"A.\":::\n",
      "<p><span class=\"missing-image\">A.</span></p>", ["1 link.scheme"]),
    MarkdownRow(
      "an icon has no words", ":::image type=\"icon\" source=\"i.svg\" alt-text=\"A.\":::\n",
      "<p>\(icon)</p>"),
    MarkdownRow(
      "a border is a matter of looks",
      ":::image source=\"a.png\" alt-text=\"A.\" border=\"false\":::\n", "<p>\(image())</p>"),
  ]

  static let lacks: [MarkdownRow] = [
    MarkdownRow(
      "no source", ":::image alt-text=\"A.\":::\n", "<p>\(image(""))</p>", ["1 directive.attribute"]
    ),
    MarkdownRow(
      "an empty source", "\n:::image source=\"\" alt-text=\"A.\":::\n", "<p>\(image(""))</p>",
      ["2 directive.attribute"]),
    MarkdownRow(
      "no words", ":::image source=\"a.png\":::\n", "<p>\(image("a.png", ""))</p>",
      ["1 directive.attribute"]),
    MarkdownRow(
      "empty words", ":::image source=\"a.png\" alt-text=\"\":::\n",
      "<p>\(image("a.png", ""))</p>", ["1 directive.attribute"]),
    MarkdownRow(
      "blank words", ":::image source=\"a.png\" alt-text=\"  \":::\n",
      "<p>\(image("a.png", ""))</p>", ["1 directive.attribute"]),
    MarkdownRow(
      "no attributes", "a\n\n:::image:::\n", "<p>a</p><p>\(image("", ""))</p>",
      ["3 directive.attribute"]),
    MarkdownRow(
      "only two colons at the end", ":::image source=\"a.png\" alt-text=\"A.\"::\nb\n",
      "<p>\(image())</p><p>b</p>"),
    MarkdownRow(
      "no colons at the end", ":::image source=\"a.png\" alt-text=\"A.\"\n\nb\n",
      "<p>\(image())</p><p>b</p>"),
  ]

  static let large: [MarkdownRow] = [
    MarkdownRow(
      "a large form", ":::image source=\"a.png\" alt-text=\"A.\" lightbox=\"b.png\":::\n",
      "<p><a class=\"lightbox\" href=\"b.png\">\(image())</a></p>"),
    MarkdownRow(
      "the same as the large form",
      ":::image source=\"a.png\" alt-text=\"A.\" lightbox=\"a.png\":::\n",
      "<p><a class=\"lightbox\" href=\"a.png\">\(image())</a></p>"),
    MarkdownRow(
      "an empty large form", ":::image source=\"a.png\" alt-text=\"A.\" lightbox=\"\":::\n",
      "<p>\(image())</p>"),
    MarkdownRow(
      "a link", ":::image source=\"a.png\" alt-text=\"A.\" link=\"c.md\":::\n",
      "<p><a href=\"c.md\">\(image())</a></p>"),
    MarkdownRow(
      "a large form before a link",
      ":::image source=\"a.png\" alt-text=\"A.\" link=\"c.md\" lightbox=\"b.png\":::\n",
      "<p><a class=\"lightbox\" href=\"b.png\">\(image())</a></p>"),
    MarkdownRow(
      "an empty large form and a link",
      ":::image source=\"a.png\" alt-text=\"A.\" link=\"c.md\" lightbox=\"\":::\n",
      "<p><a href=\"c.md\">\(image())</a></p>"),
    MarkdownRow(
      "a link that runs something",
      ":::image source=\"a.png\" alt-text=\"A.\" link=\"javascript:x\":::\n", "<p>\(image())</p>",
      ["1 link.scheme"]),
    MarkdownRow(
      "in a link", "[:::image source=\"a.png\" alt-text=\"A.\" lightbox=\"b.png\":::](c.md)\n",
      "<p><a href=\"c.md\">\(image())</a></p>"),
    MarkdownRow(
      "an icon with a link", ":::image type=\"icon\" source=\"i.svg\" link=\"c.md\":::\n",
      "<p><a href=\"c.md\">\(icon)</a></p>"),
    MarkdownRow(
      "in running text", "x :::image source=\"a.png\" alt-text=\"A.\" lightbox=\"b.png\"::: y\n",
      "<p>x <a class=\"lightbox\" href=\"b.png\">\(image())</a> y</p>"),
    MarkdownRow(
      "as a link", "[![A.](a.png)](b.PNG#lightbox)\n",
      "<p><a class=\"lightbox\" href=\"b.PNG\">\(image())</a></p>"),
    MarkdownRow(
      "as a link with a title and blanks", "[ ![A.](a.png) ](b.png#Lightbox \"T\")\n",
      "<p><a class=\"lightbox\" href=\"b.png\" title=\"T\"> \(image()) </a></p>"),
    MarkdownRow(
      "as a link in raw HTML", "a <a href='b.png#lightbox'><img src='a.png' alt='A.'></a> b\n",
      "<p>a <a class=\"lightbox\" href=\"b.png\">\(image())</a> b</p>"),
    MarkdownRow(
      "as a link to another server", "[![A.](a.png)](https://b.example/b.png#lightbox)\n",
      "<p><a href=\"https://b.example/b.png#lightbox\">\(image())</a></p>"),
    MarkdownRow(
      "as a link to a page", "[![A.](a.png)](b.md#lightbox)\n",
      "<p><a href=\"b.md#lightbox\">\(image())</a></p>"),
    MarkdownRow(
      "as a link of words", "[a](b.png#lightbox)\n",
      "<p><a href=\"b.png#lightbox\">a</a></p>"),
    MarkdownRow(
      "another part of an image", "[![A.](a.svg)](b.svg#part)\n",
      "<p><a href=\"b.svg#part\">\(image("a.svg"))</a></p>"),
  ]

  static let places: [MarkdownRow] = [
    MarkdownRow("at the end of a line", "Select \(iconText)\n", "<p>Select \(icon)</p>"),
    MarkdownRow("at the end of a page", "Select \(iconText)", "<p>Select \(icon)</p>"),
    MarkdownRow("before a full stop", "Select \(iconText).\n", "<p>Select \(icon).</p>"),
    MarkdownRow("in brackets", "Select (\(iconText)).\n", "<p>Select (\(icon)).</p>"),
    MarkdownRow("in strong words", "**a \(iconText) b**\n", "<p><strong>a \(icon) b</strong></p>"),
    MarkdownRow("in a heading", "## a \(iconText)\n", "<h2 id=\"a-\">a \(icon)</h2>"),
    MarkdownRow(
      "in a cell", "|h|\n|-|\n|\(iconText) a|\n",
      "<div class=\"table\"><table><thead><tr><th scope=\"col\">h</th></tr></thead><tbody><tr>"
        + "<td>\(icon) a</td></tr></tbody></table></div>"),
    MarkdownRow(
      "alone in a cell", "|h|\n|-|\n|\(iconText)|\n",
      "<div class=\"table\"><table><thead><tr><th scope=\"col\">h</th></tr></thead><tbody><tr>"
        + "<td>\(icon)</td></tr></tbody></table></div>"),
    MarkdownRow(
      "two in one line", "\(iconText) or \(iconText)\n", "<p>\(icon) or \(icon)</p>"),
    MarkdownRow("two in a row", "a \(iconText)\(iconText)\n", "<p>a \(icon)\(icon)</p>"),
    MarkdownRow(
      "in code", "`\(iconText)`\n",
      "<p><code>:::image type=&quot;icon&quot; source=&quot;i.svg&quot;:::</code></p>"),
    MarkdownRow(
      "in indented code", "    \(iconText)\n",
      "<pre><code>:::image type=&quot;icon&quot; source=&quot;i.svg&quot;:::\n</code></pre>"),
    MarkdownRow(
      "in an alert", "> [!NOTE]\n> \(iconText)\n> a\n", "<note Note><p>\(icon)</p><p>a</p></div>"),
    MarkdownRow(
      "in a paragraph's middle line", "a\n\(iconText)\nb\n", "<p>a</p><p>\(icon)</p><p>b</p>"),
    MarkdownRow(
      "in a tab", "# [A](#tab/a)\n\(iconText)\n---\n",
      "<div class=\"tabs\"><tab a><title>A</title><p>\(icon)</p></tab></div>"),
    MarkdownRow(
      "in a unit", unit(103, "a \(iconText)", "b") + "\n", "<p>\(shown(103, "a \(icon)", "b"))</p>"),
    MarkdownRow(
      "behind text from right to left", "مرحبا \(iconText)\n", "<p dir=\"rtl\">مرحبا \(icon)</p>"),
  ]

  private static func complex(_ description: String) -> String {
    "<figure class=\"image-complex\">\(image())<details><summary>Description of the image</summary>"
      + "\(description)</details></figure>"
  }

  private static let start = ":::image type=\"complex\" source=\"a.png\" alt-text=\"A.\":::"

  static let descriptions: [MarkdownRow] = [
    MarkdownRow("one line", "\(start)\nd\n:::image-end:::\n", complex("<p>d</p>")),
    MarkdownRow(
      "without colons at its end", "\(start)\nd\n:::image-end\n", complex("<p>d</p>")),
    MarkdownRow("a blank before the end", "\(start)\nd\n::: image-end :::\n", complex("<p>d</p>")),
    MarkdownRow("CR LF", "\(start)\r\nd\r\n:::image-end:::\r\n", complex("<p>d</p>")),
    MarkdownRow(
      "blank lines around", "\(start)\n\nd\n\n:::image-end:::\n", complex("<p>d</p>")),
    MarkdownRow("nothing", "\(start)\n:::image-end:::\n", complex("")),
    MarkdownRow(
      "tabulators before it", "\(start)\n\td\n\n\t- e\n:::image-end:::\n",
      complex("<p>d</p><ul><li>e</li></ul>")),
    MarkdownRow(
      "headings and code", "\(start)\n## d\n```\n:::image-end:::\n```\n:::image-end:::\n",
      complex("<h2 id=\"d\">d</h2><pre><code>:::image-end:::\n</code></pre>")),
    MarkdownRow(
      "two images", "\(start)\nd\n:::image-end:::\n\(start)\ne\n:::image-end:::\n",
      complex("<p>d</p>") + complex("<p>e</p>")),
    MarkdownRow(
      "never ended before another one", "\(start)\nd\n\n\(start)\ne\n:::image-end:::\n",
      "<p>\(image())</p><p>d</p>" + complex("<p>e</p>")),
    MarkdownRow("never ended", "\(start)\nd\n", "<p>\(image())</p><p>d</p>"),
    MarkdownRow(
      "ended without a beginning", "d\n:::image-end:::\ne\n", "<p>d</p><p>e</p>",
      ["2 directive.unopened"]),
    MarkdownRow(
      "another image inside", "\(start)\n\(iconText)\n:::image-end:::\n",
      complex("<p>\(icon)</p>")),
    MarkdownRow(
      "in a quotation", "> \(start)\n> d\n> :::image-end:::\n>\n> e\n",
      "<blockquote>\(complex("<p>d</p>"))<p>e</p></blockquote>"),
    MarkdownRow(
      "a large form",
      ":::image type=\"complex\" source=\"a.png\" alt-text=\"A.\" lightbox=\"b.png\":::\n"
        + "d\n:::image-end:::\n",
      complex("<p>d</p>").replacing(
        image(), with: "<a class=\"lightbox\" href=\"b.png\">\(image())</a>")),
    MarkdownRow(
      "a kind in capitals", start.replacing("complex", with: "Complex") + "\nd\n:::image-end:::\n",
      complex("<p>d</p>")),
    MarkdownRow(
      "in single quotation marks", start.replacing("\"", with: "'") + "\n    d\n:::image-end:::\n",
      complex("<p>d</p>")),
  ]

  @Test(arguments: attributes + lacks + large + places + descriptions)
  func showsImages(_ row: MarkdownRow) { row.check() }
}
