import DocGen
import Model
import TestSupport
import Testing

/// Inclusions: where one may stand, what its file may be, what stays of both.
@Suite struct IncludeBoundTests {
  /// A page, files beside it, and the page's text with all in place.
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var page: String
    var expected: String
    var files: [String: String]
    /// The codes of the problems with their places, `page.md:3:1 include.missing`.
    var problems: [String]
    var testDescription: String { name }

    init(
      _ name: String, _ page: String, _ expected: String, _ files: [String: String] = [:],
      _ problems: [String] = []
    ) {
      (self.name, self.page, self.expected) = (name, page, expected)
      (self.files, self.problems) = (files, problems)
    }

    func check() throws {
      var all = ["en-us/docs/page.md": page]
      for (name, text) in IncludeBoundTests.files.merging(files, uniquingKeysWith: { $1 }) {
        all["en-us/docs/\(name)"] = text
      }
      let site = try TestSite(all)
      #expect(site["en-us/docs/page.md"] == expected)
      let places = site.summary.diagnostics.map { diagnostic in
        let file = diagnostic.location.path.split(separator: "/").last ?? ""
        return
          "\(file):\(diagnostic.location.line):\(diagnostic.location.column) \(diagnostic.code)"
      }
      #expect(places == problems, "\(site.problems)")
    }
  }

  /// What rows include.
  static let files = [
    "includes/word.md": "word\n", "includes/two.md": "One\n\nTwo\n",
    "includes/list.md": "- a\n- b\n", "includes/code.md": "```\na\n\n  b\n```\n",
    "includes/empty.md": "", "includes/blank.md": "\n \n\n",
    "includes/front.md": "---\ntitle: T\n---\nword\n", "includes/only.md": "---\ntitle: T\n---\n",
    "includes/line.md": "---\n\nword\n",
  ]

  private static func directive(_ name: String) -> String { "[!INCLUDE [t](includes/\(name).md)]" }

  static let blocks: [Row] = [
    Row("the whole page", directive("word"), "word"),
    Row("the first line", "\(directive("word"))\n\nEnd\n", "word\n\nEnd\n"),
    Row("the last line without a line end", "Begin\n\n\(directive("two"))", "Begin\n\nOne\n\nTwo"),
    Row(
      "behind front matter", "---\ntitle: P\n---\n\(directive("word"))\n",
      "---\ntitle: P\n---\nword\n"),
    Row("two in a row", "\(directive("word"))\n\(directive("word"))\n", "word\nword\n"),
    Row(
      "two with a blank line", "\(directive("word"))\n\n\(directive("two"))\n",
      "word\n\nOne\n\nTwo\n"),
    Row(
      "CR LF around it", "a\r\n\r\n\(directive("word"))\r\n\r\nb\r\n", "a\r\n\r\nword\r\n\r\nb\r\n"),
    Row("blanks behind it", "\(directive("word"))  \n\nb\n", "word  \n\nb\n"),
    Row("three blanks before it", "   \(directive("two"))\n", "   One\n   \n   Two\n"),
    Row("in a quotation", "> \(directive("two"))\n", "> One\n> \n> Two\n"),
    Row("in a quotation without a blank", ">\(directive("two"))\n", ">One\n>\n>Two\n"),
    Row("in two quotations", "> > \(directive("two"))\n", "> > One\n> > \n> > Two\n"),
    Row("in an item", "- a\n\n  \(directive("two"))\n", "- a\n\n  One\n  \n  Two\n"),
    Row("the text of an item", "- \(directive("two"))\n- b\n", "- One\n  \n  Two\n- b\n"),
    Row("the text of a numbered item", "10. \(directive("two"))\n", "10. One\n    \n    Two\n"),
    Row("a list in an item", "- x\n  \(directive("list"))\n", "- x\n  - a\n  - b\n"),
    Row("code in an item", "1. \(directive("code"))\n", "1. ```\n   a\n   \n     b\n   ```\n"),
    Row("in an item in a quotation", "> - \(directive("two"))\n", "> - One\n>   \n>   Two\n"),
    Row("a tabulator before it", "- a\n\n\t\(directive("two"))\n", "- a\n\n\tOne\n\t\n\tTwo\n"),
    Row("in a cell", "|a|\n|-|\n|\(directive("word"))|\n", "|a|\n|-|\n|word|\n"),
    Row("several lines in a cell", "|a|\n|-|\n|\(directive("two"))|\n", "|a|\n|-|\n|One  Two|\n"),
    Row("in a tab", "# [A](#tab/a)\n\(directive("word"))\n\n---\n", "# [A](#tab/a)\nword\n\n---\n"),
    Row(
      "in a column",
      ":::row:::\n   :::column:::\n      \(directive("two"))\n   :::column-end:::\n:::row-end:::\n",
      ":::row:::\n   :::column:::\n      One\n      \n      Two\n   :::column-end:::\n:::row-end:::\n"
    ),
    Row("in a heading", "## \(directive("word")) b\n", "## word b\n"),
    Row("alone in a heading", "## \(directive("word"))\n", "## word\n"),
    Row("in strong words", "**\(directive("word"))**\n", "**word**\n"),
    Row("in the words of a link", "[\(directive("word"))](#x)\n\n## X\n", "[word](#x)\n\n## X\n"),
    Row("between words", "a\(directive("word"))b\n", "awordb\n"),
    Row("twice in a line", "\(directive("word")) and \(directive("word"))\n", "word and word\n"),
    Row("behind an alert's keyword", "> [!NOTE]\n> \(directive("word"))\n", "> [!NOTE]\n> word\n"),
    Row(
      "alone, with text right below", "\(directive("word"))\nb\n", "word\nb\n"),
  ]

  static let contents: [Row] = [
    Row("an empty file", "a\n\n\(directive("empty"))\n\nb\n", "a\n\n\n\nb\n"),
    Row("blank lines", "a\n\n\(directive("blank"))\n\nb\n", "a\n\n\n\nb\n"),
    Row("an empty file in a line", "a \(directive("empty")) b\n", "a  b\n"),
    Row("front matter", "\(directive("front"))\n", "word\n"),
    Row("front matter in a line", "a \(directive("front")) b\n", "a word b\n"),
    Row("nothing but front matter", "a \(directive("only")) b\n", "a  b\n"),
    Row(
      "a line that only looks like front matter", "a\n\n\(directive("line"))\n",
      "a\n\n---\n\nword\n"),
    Row(
      "a byte order mark", "\(directive("bom"))\n", "word\n", ["includes/bom.md": "\u{FEFF}word\n"]),
    Row(
      "a byte order mark before front matter", "a \(directive("bom")) b\n", "a word b\n",
      ["includes/bom.md": "\u{FEFF}---\ntitle: T\n---\nword\n"]),
    Row(
      "CR LF in the file", "> \(directive("crlf"))\n", "> One\r\n> \r\n> Two\n",
      ["includes/crlf.md": "One\r\n\r\nTwo\r\n"]),
    Row(
      "CR LF in a file in a line", "a \(directive("crlf")) b\n", "a One Two b\n",
      ["includes/crlf.md": "One\r\nTwo\r\n"]),
    Row(
      "CR LF in front matter", "\(directive("crlf"))\n", "One\n",
      ["includes/crlf.md": "---\r\ntitle: T\r\n---\r\nOne\r\n"]),
    Row(
      "letters of all scripts", "a \(directive("all")) b\n", "a été 日本 مرحبا b\n",
      ["includes/all.md": "été 日本 مرحبا\n"]),
    Row(
      "no line end", "\(directive("none"))\n\nb\n", "word\n\nb\n", ["includes/none.md": "word"]),
    Row(
      "a directive in code stays", "\(directive("show"))\n", "`[!INCLUDE [t](no.md)]`\n",
      ["includes/show.md": "`[!INCLUDE [t](no.md)]`\n"]),
    Row(
      "the same file in two that are included", "\(directive("a"))\n\n\(directive("b"))\n",
      "a word\n\nb word\n",
      [
        "includes/a.md": "a [!INCLUDE [t](word.md)]\n",
        "includes/b.md": "b [!INCLUDE [t](word.md)]\n",
      ]),
    Row(
      "a block inside of a line's file", "x \(directive("a")) y\n", "x a One  Two b y\n",
      ["includes/a.md": "a [!INCLUDE [t](two.md)] b\n"]),
    Row(
      "an indented block in an item's file", "- \(directive("a"))\n",
      "- a\n  \n  - One\n    \n    Two\n",
      ["includes/a.md": "a\n\n- [!INCLUDE [t](two.md)]\n"]),
    Row(
      "a page as a part of another", "[!INCLUDE [t](other.md)]\n", "# Other\n",
      ["other.md": "---\ntitle: O\n---\n# Other\n"]),
    Row(
      "a file of another kind", "[!INCLUDE [t](part.txt)]\n", "word\n", ["part.txt": "word\n"]),
  ]

  static let writings: [Row] =
    [
      "[!INCLUDE[t](includes/word.md)]", "[!INCLUDE [](includes/word.md)]",
      "[!include [t](includes/word.md)]",
      "[!Include [t](includes/word.md)]", "[!INCLUDE  [t](includes/word.md)]",
      "[!INCLUDE +[t](includes/word.md)]",
      "[!INCLUDE [t](<includes/word.md>)]", "[!INCLUDE [t](includes/word.md \"a title\")]",
      "[!INCLUDE [t](./includes/word.md)]", "[!INCLUDE [t](../docs/includes/word.md)]",
      "[!INCLUDE [t](includes/../includes/word.md)]", "[!INCLUDE [t](includes\\word.md)]",
      "[!INCLUDE [t](~/docs/includes/word.md)]", "[!INCLUDE [t]( includes/word.md )]",
      "[!INCLUDE [日本](includes/word.md)]", "[!INCLUDE [`t`](includes/word.md)]",
      "[!INCLUDE [t](/docs/includes/word.md)]",
    ].map { Row($0, "a \($0) b\n", "a word b\n") } + [
      Row(
        "a percent sign for a blank", "a [!INCLUDE [t](includes/a%20b.md)] b\n", "a word b\n",
        ["includes/a b.md": "word\n"]),
      Row(
        "a blank in angle brackets", "a [!INCLUDE [t](<includes/a b.md>)] b\n", "a word b\n",
        ["includes/a b.md": "word\n"]),
      Row(
        "the wrong case", "a [!INCLUDE [t](Includes/WORD.md)] b\n", "a word b\n", [:],
        ["page.md:1:3 include.case"]),
      Row(
        "escaped", "a \\[!INCLUDE [t](includes/word.md)] b\n",
        "a \\[!INCLUDE [t](includes/word.md)] b\n", [:], ["page.md:1:18 link.broken"]),
      Row("in code", "a `[!INCLUDE [t](no.md)]` b\n", "a `[!INCLUDE [t](no.md)]` b\n"),
      Row(
        "in code with two backticks", "a `` ` [!INCLUDE [t](no.md)] `` b\n",
        "a `` ` [!INCLUDE [t](no.md)] `` b\n"),
      Row(
        "behind code with two backticks", "`` ` `` [!INCLUDE [t](includes/word.md)]\n",
        "`` ` `` word\n"),
      Row(
        "behind a lonely backtick", "it`s [!INCLUDE [t](includes/word.md)]\n", "it`s word\n"),
      Row(
        "in indented code", "a\n\n    [!INCLUDE [t](no.md)]\n", "a\n\n    [!INCLUDE [t](no.md)]\n"),
      Row(
        "in a fence with tildes", "~~~\n[!INCLUDE [t](no.md)]\n~~~\n",
        "~~~\n[!INCLUDE [t](no.md)]\n~~~\n"),
      Row(
        "in a fence in an item", "- ```\n  [!INCLUDE [t](no.md)]\n  ```\n",
        "- ```\n  [!INCLUDE [t](no.md)]\n  ```\n"),
    ]
    + [
      ("in an item", "- ```\n  a\n  ```\n\n"),
      ("in a numbered item", "10. ~~~\n    a\n    ~~~\n\n"),
      ("in an item with tabulators", "- ```\n\ta\n\t```\n\n"),
      ("that its item ends", "- ```\n  a\n\n"), ("that its quotation ends", "> ```\n> a\n\n"),
      ("in a quotation", "> ```\n> > a\n> ```\n\n"),
      ("with the mark of a quotation", "```\n> ```\n```\n\n"),
      ("with the mark of a list", "```\n- ```\n```\n\n"), ("with other marks", "```\n~~~\n```\n\n"),
      ("with fewer marks inside", "````\n```\n````\n\n"),
      ("in an item in a quotation", "> - ```\n>   a\n>   ```\n\n"),
      ("with CR LF in an item", "- ```\r\n  a\r\n\r\n  b\r\n  ```\r\n\r\n"),
    ].map { name, code in
      Row("behind a fence \(name)", "\(code)[!INCLUDE [t](includes/word.md)]\n", "\(code)word\n")
    }

  static let failures: [Row] = [
    Row(
      "missing, alone on its line", "a\n\n[!INCLUDE [t](no.md)]\n", "a\n\n\n", [:],
      ["page.md:3:1 include.missing"]),
    Row(
      "missing, in a line", "a [!INCLUDE [t](no.md)] b\n", "a t b\n", [:],
      ["page.md:1:3 include.missing"]),
    Row(
      "missing twice", "[!INCLUDE [t](no.md)] [!INCLUDE [t](no.md)]\n", "t t\n", [:],
      ["page.md:1:1 include.missing", "page.md:1:23 include.missing"]),
    Row(
      "missing behind front matter", "---\ntitle: P\n---\n\n[!INCLUDE [t](no.md)]\n",
      "---\ntitle: P\n---\n\n\n",
      [:], ["page.md:5:1 include.missing"]),
    Row(
      "a folder", "a [!INCLUDE [t](includes)] b\n", "a t b\n", [:], ["page.md:1:3 include.missing"]
    ),
    Row(
      "missing, with a path for a title", "a [!INCLUDE [d/t](no.md)] [!INCLUDE [t.md](no.md)] b\n",
      "a   b\n", [:], ["page.md:1:3 include.missing", "page.md:1:27 include.missing"]),
    Row(
      "above the content", "a [!INCLUDE [t](../../../secret.md)] b\n", "a t b\n", [:],
      ["page.md:1:3 include.missing"]),
    Row(
      "an address", "a [!INCLUDE [t](https://a.example/b.md)] b\n", "a t b\n", [:],
      ["page.md:1:3 include.missing"]),
    Row(
      "missing in an included file", "a\n\n\(directive("a"))\n", "a\n\nx t y\n",
      ["includes/a.md": "---\nt: 1\n---\nx [!INCLUDE [t](no.md)] y\n"], ["a.md:4:3 include.missing"]
    ),
    Row(
      "a file that includes itself", "\(directive("a"))\n", "x\n\n",
      ["includes/a.md": "x\n[!INCLUDE [t](a.md)]\n"],
      ["a.md:2:1 include.cycle"]),
    Row(
      "a circle back to the page", "p\n\(directive("a"))\n", "p\nx \n",
      ["includes/a.md": "x [!INCLUDE [t](../page.md)]\n"], ["a.md:1:3 include.cycle"]),
    Row(
      "a circle in other letters", "\(directive("a"))\n", "x\n\n",
      ["includes/a.md": "x\n[!INCLUDE [t](A.md)]\n"],
      ["a.md:2:1 include.case", "a.md:2:1 include.cycle"]),
  ]

  @Test(arguments: blocks + contents + writings + failures)
  func standsInItsPlace(_ row: Row) throws { try row.check() }

  /// Eight files may include each other in a row; the ninth is refused.
  @Test(arguments: [(1, true), (7, true), (8, true), (9, false), (12, false)])
  func countsTheLevels(_ levels: Int, _ isShown: Bool) throws {
    var files = ["en-us/page.md": "[!INCLUDE [t](f1.md)]\n", "en-us/f\(levels).md": "deep\n"]
    for level in 1..<levels { files["en-us/f\(level).md"] = "[!INCLUDE [t](f\(level + 1).md)]\n" }
    let site = try TestSite(files)
    #expect((site["en-us/page.md"] == "deep\n") == isShown)
    #expect(site.summary.diagnostics.contains { $0.code == "include.depth" } == !isShown)
  }

  /// A title includes twenty files, and short ones: the names of others stand for them.
  @Test func titlesAreBounded() throws {
    let front = "---\nms.x: \(String(repeating: "y", count: 64 << 10))\n---\n"
    let site = try TestSite([
      "en-us/a.md":
        "---\ntitle: a \(String(repeating: "[!INCLUDE [t](includes/word.md)] ", count: 25))b\n---\n# A\n",
      "en-us/b.md": "---\ntitle: a [!INCLUDE [t](includes/long.md)] b\n---\n# B\n",
      "en-us/includes/word.md": "word\n", "en-us/includes/long.md": "\(front)word\n",
    ])
    let words = Array(repeating: "word", count: 20) + Array(repeating: "t", count: 5)
    #expect(site["en-us/a.html"].contains("<title>a \(words.joined(separator: " ")) b"))
    #expect(site["en-us/b.html"].contains("<title>a t b"))
  }

  /// What stands in another language than the text around it.
  private static func foreign(_ text: String, _ language: String = "en-US") -> String {
    "<div lang=\"\(language)\" dir=\"ltr\">\n\n\(text)\n\n</div>\n"
  }

  /// In a translation: its own file, else the source's; a missing page in the source's stead.
  @Test(arguments: [
    ("its own", ["fr-fr/i/a.md": "Français\n", "en-us/i/a.md": "English\n"], "Français\n"),
    ("the source's", ["en-us/i/a.md": "English\n"], foreign("English")),
    ("only its own", ["fr-fr/i/a.md": "Français\n"], "Français\n"),
    (
      "the source's, which includes its own",
      ["en-us/i/a.md": "[!INCLUDE [t](b.md)]\n", "en-us/i/b.md": "b\n", "fr-fr/i/b.md": "bé\n"],
      foreign(String(foreign("bé", "fr-FR").dropLast()))
    ),
    (
      "its own, which includes the source's",
      ["fr-fr/i/a.md": "[!INCLUDE [t](b.md)]\n", "en-us/i/b.md": "b\n"], foreign("b")
    ),
    ("an empty own one", ["fr-fr/i/a.md": "", "en-us/i/a.md": "English\n"], "\n"),
  ])
  func comesFromTheReadersLanguage(_ name: String, _ files: [String: String], _ expected: String)
    throws
  {
    var all = files
    all["en-us/page.md"] = "# P\n"
    all["fr-fr/page.md"] = "[!INCLUDE [t](i/a.md)]\n"
    let site = try TestSite(all)
    #expect(site["fr-fr/page.md"] == expected)
    #expect(
      !site.summary.diagnostics.contains { $0.code.hasPrefix("include.") }, "\(site.problems)")
  }
}
