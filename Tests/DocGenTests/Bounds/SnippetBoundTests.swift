import DocGen
import Model
import TestSupport
import Testing

/// Parts of code files: lines, tags, regions, what they lose on the left and what is marked.
@Suite struct SnippetBoundTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var options: String
    var file: String
    /// The inside of the code.
    var expected: String?
    var problems: [String]
    var testDescription: String { name }

    init(
      _ name: String, _ options: String, _ file: String, _ expected: String?,
      _ problems: [String] = []
    ) {
      (self.name, self.options, self.file) = (name, options, file)
      (self.expected, self.problems) = (expected, problems)
    }

    /// Shows the file by a directive with brackets and by one with colons.
    func check() throws {
      for form in [bracketed, colons] {
        let site = try TestSite(["en-us/p.md": "# P\n\n\(form)\n", "en-us/a.cs": file])
        let article = site.article("en-us/p.html")
        let code = article.firstMatch(of: /(?s)<code class="language-cs">(.*?)<\/code>/)
        #expect(code.map { String($0.output.1) } == expected, "\(form): \(article)")
        #expect(site.summary.diagnostics.map(\.code) == problems, "\(form): \(site.problems)")
      }
    }

    /// `range=2&dedent=1`; a tag as `name=`.
    private var bracketed: String { "[!code-cs[T](a.cs\(options.isEmpty ? "" : "?\(options)"))]" }

    private var colons: String {
      let attributes = options.split(separator: "&").map { option in
        let pair = option.split(separator: "=", maxSplits: 1)
        let name = pair[0] == "name" ? "id" : String(pair[0])
        return "\(name)=\"\(pair.count > 1 ? String(pair[1]) : "")\""
      }
      return ":::code language=\"cs\" source=\"a.cs\" \(attributes.joined(separator: " ")):::"
    }
  }

  private static let five = "1\n2\n3\n4\n5\n"

  static let lines: [Row] = [
    Row("all", "", five, five),
    Row("the first", "range=1", five, "1\n"),
    Row("the last", "range=5", five, "5\n"),
    Row("one that follows the last", "range=6", five, nil, ["snippet.lines"]),
    Row("some", "range=2-4", five, "2\n3\n4\n"),
    Row("one as a range", "range=2-2", five, "2\n"),
    Row("to the end", "range=4-", five, "4\n5\n"),
    Row("beyond the end", "range=4-9", five, "4\n5\n"),
    Row("several", "range=1,3,5", five, "1\n3\n5\n"),
    Row("several ranges", "range=1-2,4-", five, "1\n2\n4\n5\n"),
    Row("with blanks", "range=1, 3", five, "1\n3\n"),
    Row("overlapping", "range=1-3,2-4", five, "1\n2\n3\n4\n"),
    Row("zero", "range=0", five, nil, ["snippet.lines"]),
    Row("turned", "range=4-2", five, nil, ["snippet.lines"]),
    Row("no number", "range=abc", five, nil, ["snippet.lines"]),
    Row("negative", "range=-2", five, nil, ["snippet.lines"]),
    Row("too large a number", "range=99999999999999999999", five, nil, ["snippet.lines"]),
    Row("nothing said", "range=", five, five),
    Row("of an empty file", "range=1", "", nil, ["snippet.lines"]),
    Row("of a file without a line end", "range=2", "1\n2", "2\n"),
    Row("of a file with CR LF", "range=1-2", "1\r\n2\r\n", "1\n2\n"),
    Row("a blank line of it", "range=2", "1\n\n3\n", "\n"),
  ]

  private static let tagged = """
    // <a>
    one
    // <b>
    two
    // </b>
    three
    // </a>
    // <c>
    four
    // </c>
    // <b>
    five
    // </b>

    """

  static let tags: [Row] = [
    Row("one", "name=c", tagged, "four\n"),
    Row("with another inside", "name=a", tagged, "one\ntwo\nthree\n"),
    Row("of the same name twice", "name=b", tagged, "two\nfive\n"),
    Row("in capitals", "name=C", tagged, "four\n"),
    Row("that isn't there", "name=d", tagged, nil, ["snippet.tag"]),
    Row("never ended", "name=a", "// <a>\n1\n", "1\n"),
    Row("ended without a beginning", "name=a", "// </a>\n1\n", nil, ["snippet.tag"]),
    Row("with nothing inside", "name=a", "// <a>\n// </a>\n", ""),
    Row("in a comment of another language", "name=a", "# <a>\n1\n# </a>\n", "1\n"),
    Row("in a comment of markup", "name=a", "<!-- <a> -->\n<b/>\n<!-- </a> -->\n", "&lt;b/&gt;\n"),
    Row("in a comment of SQL", "name=a", "-- <a>\n1\n-- </a>\n", "1\n"),
    Row("in a comment of Basic", "name=a", "' <a>\n1\n' </a>\n", "1\n"),
    Row("in a comment of REM", "name=a", "REM <a>\n1\nREM </a>\n", "1\n"),
    Row("in a comment of C", "name=a", "/* <a> */\n1\n/* </a> */\n", "1\n"),
    Row("with no comment", "name=a", "<a>\n1\n</a>\n", "1\n"),
    Row("with no blank", "name=a", "//<a>\n1\n//</a>\n", "1\n"),
    Row("indented", "name=a", "  // <a>\n  1\n    2\n  // </a>\n", "1\n  2\n"),
    Row("with CR LF", "name=a", "// <a>\r\n1\r\n// </a>\r\n", "1\n"),
    Row("a name with signs", "name=a_b-1.c", "// <a_b-1.c>\n1\n// </a_b-1.c>\n", "1\n"),
    Row(
      "code that looks like a tag", "name=a", "// <a>\nList<int> x;\n// </a>\n",
      "List&lt;int&gt; x;\n"),
    Row("a region", "name=use it", "#region Use it\n1\n#endregion\n2\n", "1\n"),
    Row(
      "regions inside", "name=a", "#region A\n1\n#region B\n2\n#endregion\n3\n#endregion\n4\n",
      "1\n2\n3\n"),
    Row(
      "a region inside another", "name=b",
      "#region A\n1\n#region B\n2\n#endregion\n3\n#endregion\n", "2\n"),
    Row("a region of Basic", "name=a", "#Region \"A\"\n1\n#End Region\n2\n", "1\n"),
    Row("a region in a comment", "name=a", "// #region a\n1\n// #endregion\n2\n", "1\n"),
    Row("lines of a part", "name=a&range=2", tagged, "two\n"),
    Row("all but the tags", "", "// <a>\n1\n// </a>\n", "1\n"),
    Row("an empty name", "name=", "// <a>\n1\n// </a>\n", "1\n"),
  ]

  static let left: [Row] = [
    Row("what all have goes", "", "  a\n    b\n  c\n", "a\n  b\nc\n"),
    Row("blank lines don't count", "", "  a\n\n  b\n", "a\n\nb\n"),
    Row("nothing goes", "dedent=0", "  a\n", "  a\n"),
    Row("as much as is said", "dedent=1", "  a\n  b\n", " a\n b\n"),
    Row("never letters", "dedent=5", "  a\n      b\n", "a\n b\n"),
    Row("no number", "dedent=x", "  a\n", "a\n"),
    Row("negative", "dedent=-2", "  a\n", "a\n"),
    Row("tabulators", "", "\ta\n\t\tb\n", "a\n\tb\n"),
  ]

  static let marked: [Row] = [
    Row("one", "highlight=1", "a\nb\n", "<mark class=\"line\">a</mark>\nb\n"),
    Row("the last", "highlight=2", "a\nb\n", "a\n<mark class=\"line\">b</mark>\n"),
    Row(
      "all", "highlight=1-", "a\nb\n",
      "<mark class=\"line\">a</mark>\n<mark class=\"line\">b</mark>\n"),
    Row(
      "counted in what is shown", "range=2-3&highlight=2", "a\nb\nc\n",
      "b\n<mark class=\"line\">c</mark>\n"),
    Row("beyond the end", "highlight=2", "a\n", "a\n", ["snippet.highlight"]),
    Row(
      "one of two beyond the end", "highlight=1,3", "a\nb\n",
      "<mark class=\"line\">a</mark>\nb\n", ["snippet.highlight"]),
    Row(
      "from the last on", "highlight=2-9", "a\nb\n", "a\n<mark class=\"line\">b</mark>\n"),
    Row("zero", "highlight=0", "a\n", "a\n", ["snippet.highlight"]),
    Row("no number", "highlight=x", "a\n", "a\n", ["snippet.highlight"]),
    Row(
      "what must be escaped", "highlight=1", "<a>&\n",
      "<mark class=\"line\">&lt;a&gt;&amp;</mark>\n"),
  ]

  static let files: [Row] = [
    Row("empty", "", "", ""),
    Row("a fence in it", "", "```\na\n```\n", "```\na\n```\n"),
    Row("many backticks", "", "`````\n", "`````\n"),
    Row(
      "units and directives stay", "", "[!NOTE]\n:::row:::\n$x$ :bulb:\n",
      "[!NOTE]\n:::row:::\n$x$ :bulb:\n"),
    Row("an inclusion stays", "", "[!INCLUDE [t](no.md)]\n", "[!INCLUDE [t](no.md)]\n"),
    Row("links stay", "", "[t](no.md)\n", "[t](no.md)\n"),
    Row("a byte order mark goes", "", "\u{FEFF}a\n", "a\n"),
    Row("letters of all scripts", "", "é 日 ض\n", "é 日 ض\n"),
    Row("blank lines at its ends stay", "", "\na\n\n", "\na\n\n"),
  ]

  @Test(arguments: lines) func cutsLines(_ row: Row) throws { try row.check() }
  @Test(arguments: tags) func cutsParts(_ row: Row) throws { try row.check() }
  @Test(arguments: left) func movesLeft(_ row: Row) throws { try row.check() }
  @Test(arguments: marked) func marksLines(_ row: Row) throws { try row.check() }
  @Test(arguments: files) func showsFiles(_ row: Row) throws { try row.check() }

  /// How the directive may be written, and where it may stand.
  @Test(arguments: [
    ("[!code-cs[](a.cs)]", "cs"), ("[!CODE-cs[](a.cs)]", "cs"), ("[!Code-CS[](a.cs)]", "CS"),
    ("[!code[](a.cs)]", ""), ("[!code-c++[](a.cs)]", "c++"),
    ("[!code-cs-interactive[](a.cs)]", "cs"),
    ("[!code-cs[T [x]](a.cs)]", "cs"), ("[!code-cs[](<a.cs>)]", "cs"),
    ("[!code-cs[](a.cs \"T\")]", "cs"),
    ("[!code-cs[](./a.cs)]", "cs"), ("[!code-cs[](~/a.cs)]", "cs"), ("[!code-cs[]( a.cs )]", "cs"),
    ("[!code-cs[](a.cs#L1)]", "cs"), ("[!code-cs[](a.cs#l1-l1)]", "cs"),
    ("[!code-cs[](a.cs?start=1&end=1)]", "cs"),
    (":::code source=\"a.cs\" language=\"cs\":::", "cs"),
    (":::code lang=\"cs\" source=\"a.cs\":::", "cs"),
    ("::: code language=\"cs\" source=\"a.cs\" :::", "cs"),
    (":::Code Language=\"cs\" Source=\"a.cs\":::", "cs"),
    (":::code language='cs' source='a.cs':::", "cs"),
    (":::code language=\"cs\" source=\"a.cs\"", "cs"),
    (":::code language=\"cs\" source=\"a.cs\" interactive=\"try-dotnet\":::", "cs"),
  ])
  func mayBeWrittenAs(_ directive: String, _ language: String) throws {
    let code = "<code\(language.isEmpty ? "" : " class=\"language-\(language)\"")>x\n</code></pre>"
    for (before, after, tag) in [
      ("", "", "</article>"), ("> ", "", "</blockquote>"), ("- ", "", "</li>"),
      ("1. a\n\n   ", "", "</li>"),
      ("> [!NOTE]\n> ", "", "</div>"), ("", "\n\nb", "<p>b</p>"), ("", "  ", "</article>"),
      ("", "\r", "</article>"),
    ] {
      let site = try TestSite([
        "en-us/p.md": "\(before)\(directive)\(after)\n", "en-us/a.cs": "x\n",
      ])
      let article = site.article("en-us/p.html")
      #expect(
        article.contains(code) && article.contains("\(code)\n\(tag)") || tag == "</article>",
        "\(before): \(article)")
      #expect(site.problems == [])
    }
  }
}
