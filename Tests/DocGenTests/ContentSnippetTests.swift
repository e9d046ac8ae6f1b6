import DocGen
import TestSupport
import Testing

/// Parts of code files in pages.
@Suite struct ContentSnippetTests {
  private static let code = """
    // <all>
    class A {
        // <setup>
        int a = 1;
          int b = 2;
        // </setup>
        #region Use
        a < b;
        #endregion
    }
    // </all>

    """

  private func site(_ page: String, _ more: [String: String] = [:]) throws -> TestSite {
    var files = ["en-us/guide/page.md": page, "en-us/code/A.cs": Self.code]
    files.merge(more) { $1 }
    return try TestSite(files)
  }

  @Test(arguments: [
    ("[!code-csharp[Main](../code/A.cs?name=setup)]", "int a = 1;\n  int b = 2;\n"),
    ("[!code-csharp[Main](../code/A.cs#use)]", "a &lt; b;\n"),
    ("[!code-csharp[Main](../code/A.cs#L4-L5)]", "int a = 1;\n  int b = 2;\n"),
    ("[!CODE-csharp[Main](../code/A.cs?range=2,10&dedent=0 \"title\")]", "class A {\n}\n"),
    (
      ":::code language=\"csharp\" source=\"../code/A.cs\" id=\"setup\":::",
      "int a = 1;\n  int b = 2;\n"
    ),
    (":::code language=\"csharp\" source=\"~/code/A.cs\" range=\"4\" :::", "int a = 1;\n"),
    (
      ":::code language=\"csharp\" source=\"../code/A.cs\" id=\"setup\" highlight=\"2\":::",
      "int a = 1;\n<mark class=\"line\">  int b = 2;</mark>\n"
    ),
    (
      "[!code-csharp[](../code/A.cs)]",
      "class A {\n    int a = 1;\n      int b = 2;\n    #region Use\n    a &lt; b;\n    #endregion\n}\n"
    ),
  ])
  func showsTheWantedLines(directive: String, expected: String) throws {
    let site = try site("# Page\n\n\(directive)\n\nEnd\n")
    #expect(
      site.article("en-us/guide/page.html").contains(
        "<pre tabindex=\"0\"><code class=\"language-csharp\">\(expected)</code></pre>\n<p>End</p>"),
      "\(site.article("en-us/guide/page.html"))")
    #expect(site.problems == [])
    #expect(site["en-us/guide/page.md"].contains("```csharp"))
  }

  @Test func staysInItsListItem() throws {
    let site = try site("1. a\n\n   [!code-csharp[](../code/A.cs?name=use)]\n\n1. b\n")
    #expect(site.article("en-us/guide/page.html").contains("a &lt; b;\n</code></pre>\n</li>\n<li>"))
  }

  @Test(arguments: [
    (
      "[!code[Main](../code/B.cs)]",
      "3:1: warning: no file '../code/B.cs' to show; did you mean '../code/A.cs'? [snippet.missing]"
    ),
    (
      "[!code[Main](../code/a.cs#use)]",
      "3:1: warning: '../code/a.cs' differs in case from the file's name; write '../code/A.cs' [snippet.case]"
    ),
    (
      "[!code[Main](../code/A.cs?name=setpu)]",
      "3:1: warning: '../code/A.cs' has no part 'setpu'; did you mean 'setup'? [snippet.tag]"
    ),
    (
      "[!code[Main](../code/A.cs?range=90-99)]",
      "3:1: warning: '../code/A.cs' has no such lines; it has 11 [snippet.lines]"
    ),
    (
      "[!code[Main](../../../etc/passwd)]",
      "3:1: warning: no file '../../../etc/passwd' to show [snippet.missing]"
    ),
  ])
  func saysWhatIsMissing(directive: String, expected: String) throws {
    let site = try site("# Page\n\n\(directive)\n")
    #expect(site.problems == ["en-us/guide/page.md:\(expected)"])
    let isShown = expected.contains("snippet.case")
    #expect(site.article("en-us/guide/page.html").contains("<code>Main</code>") == !isShown)
  }

  /// Comments of documentation, elements and words behind a mark are code; marks alone on their lines
  /// aren't, in whichever way the language writes comments.
  @Test(arguments: [
    (
      "// <add>\n/// <summary>\n/// Adds.\n/// </summary>\nint a;\n// </add>", nil,
      "/// <summary>\n/// Adds.\n/// </summary>\nint a;"
    ),
    ("// <add>\n/// <summary>\nint a;\n// </add>", "add", "/// <summary>\nint a;"),
    (
      "<!-- <conf> -->\n<configuration>\n  <b/>\n</configuration>\n<!-- </conf> -->", "conf",
      "<configuration>\n  <b/>\n</configuration>"
    ),
    ("<div>\n<p>Hello</p>\n</div>", nil, "<div>\n<p>Hello</p>\n</div>"),
    ("# <html> is escaped below\nx", nil, "# <html> is escaped below\nx"),
    ("# <use>\n# Region of the account\nx\n# </use>", "use", "# Region of the account\nx"),
    ("# region use\nx\n# endregion\ny", "use", "x"),
    ("#Region \"Use\"\nx\n#End Region", "use", "x"),
    ("//#region use\nx\n//#endregion", "use", "x"),
    ("#pragma region use\nx\n#pragma endregion", "use", "x"),
    ("' <use>\nx\n' </use>", "use", "x"), ("-- <use>\nx\n-- </use>", "use", "x"),
    ("/* <use> */\nx\n/* </use> */", "use", "x"), ("@* <use> *@\nx\n@* </use> *@", "use", "x"),
    ("REM <use>\nx\nREM </use>", "use", "x"), ("''' <summary>\nx", nil, "''' <summary>\nx"),
    ("//<Use>\nx\n//</uSe>", "use", "x"), ("#include <a.h>\nx", nil, "#include <a.h>\nx"),
  ])
  func tellsMarksFromCode(file: String, part: String?, expected: String) throws {
    let place = "../code/b.txt" + (part.map { "?name=\($0)" } ?? "")
    let site = try site("# Page\n\n[!code[Main](\(place))]\n", ["en-us/code/b.txt": file + "\n"])
    #expect(site.problems == [])
    let escaped = expected.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("&#39;", with: "'")
    let article = site.article("en-us/guide/page.html").replacing("&#39;", with: "'")
    #expect(article.contains("<code>\(escaped)\n</code>"), "\(article)")
  }

  private static let notebook = """
    {"cells": [
      {"cell_type": "markdown", "metadata": {}, "source": ["# Title"]},
      {"cell_type": "code", "metadata": {"name": "load"}, "source": ["import x\\n", "print(\\"a\\")\\n"]},
      {"cell_type": "code", "metadata": {}, "source": "y = 1"}
    ], "nbformat": 4}
    """

  @Test(arguments: [
    ("[!notebook-python[](../code/a.ipynb?name=load)]", "import x\nprint(&quot;a&quot;)\n"),
    ("[!Notebook-python[] (~/code/a.ipynb?name=load)]", "import x\nprint(&quot;a&quot;)\n"),
    ("[!notebook-python[Load](../code/a.ipynb)]", "import x\nprint(&quot;a&quot;)\ny = 1\n"),
    ("[!code-python[Load] (../code/a.py)]", "z\n"),
  ])
  func showsCellsOfNotebooks(directive: String, expected: String) throws {
    let site = try site(
      "# Page\n\n\(directive)\n\nEnd\n",
      ["en-us/code/a.ipynb": Self.notebook, "en-us/code/a.py": "z\n"])
    #expect(
      site.article("en-us/guide/page.html").contains(
        "<code class=\"language-python\">\(expected)</code></pre>\n<p>End</p>"))
    #expect(site.problems == [])
  }

  @Test(arguments: [
    (
      "[!notebook-python[](../code/a.ipynb?name=laod)]",
      "'../code/a.ipynb' has no part 'laod'; did you mean 'load'? [snippet.tag]"
    ),
    ("[!notebook-python[](../code/A.cs)]", "'../code/A.cs' is no notebook [snippet.notebook]"),
    (
      "[!notebook-python]",
      "this directive isn't complete; write '[!notebook-language[title](path?name=cell)]' [directive.unknown]"
    ),
  ])
  func saysWhatIsWrongWithNotebooks(directive: String, expected: String) throws {
    let site = try site("# Page\n\n\(directive)\n", ["en-us/code/a.ipynb": Self.notebook])
    #expect(site.problems.count == 1 && site.problems[0].hasSuffix(expected), "\(site.problems)")
  }
}
