import DocGen
import Model
import Testing

@Suite struct ShortNameTests {
  @Test(arguments: [
    ("| :heavy_check_mark: | a |\n|-|-|\n", "\u{2714}\u{FE0F}"),
    ("a :+1: b\n", "<p>a 👍 b</p>\n"),
    ("**:warning:** a\n", "<p><strong>⚠️</strong> a</p>\n"),
    (
      "`:warning:` a:warning: :no_such_thing:\n",
      "<code>:warning:</code> a:warning: :no_such_thing:"
    ),
    ("<http://a.example:warning:>\n", "a.example:warning:"),
    ("10:30:45\n", "<p>10:30:45</p>\n"),
    ("```\n:warning:\n```\n", ":warning:\n</code>"),
  ])
  func writesEmoji(markdown: String, expected: String) {
    #expect(html(markdown).contains(expected), "\(html(markdown))")
  }

  @Test(arguments: [
    ("<xref:System.String>\n", "<p><a href=\"System.String\">String</a></p>\n"),
    ("<xref:System.String.Format%2A?displayProperty=nameWithType>\n", ">String.Format</a>"),
    ("<xref:System.String?displayProperty=fullName>\n", ">System.String</a>"),
    ("<xref:a.b.C.D(System.Int32)>\n", ">D(System.Int32)</a>"),
    ("<xref:a.b.C.%23ctor%2A>\n", ">C</a>"), ("<xref:a.b.C.#ctor(System.Int32)>\n", ">C</a>"),
    ("<xref:a.b.List%601>\n", ">List&lt;T&gt;</a>"),
    ("<xref:a.b.Map%602.Add%2A?displayProperty=nameWithType>\n", ">Map&lt;T1,T2&gt;.Add</a>"),
    ("<xref:a.b.C.Do%60%601(%60%600)>\n", ">Do&lt;T&gt;(``0)</a>"),
    ("[*Text*](xref:System.String)\n", "<a href=\"System.String\"><em>Text</em></a>"),
    ("<xref href=\"System.String\"></xref> b\n", "<a href=\"System.String\">String</a> b"),
    ("a @System.String. b\n", "a <a href=\"System.String\">String</a>. b"),
    ("a @\"System.String\" b\n", "a <a href=\"System.String\">String</a> b"),
    (
      "(me)@System.String @other `@System.String`\n",
      "(me)@System.String @other <code>@System.String"
    ),
  ])
  func refersById(markdown: String, expected: String) {
    let page = render(markdown) { options in
      options.isKnownUID = { $0.hasPrefix("System.String") }
      options.resolve = { ResolvedLink($0.address.replacing("xref:", with: "")) }
    }
    let text = String(decoding: page.html, as: UTF8.self)
      .replacing(/href="(System\.String)[^"]*"/) { "href=\"\($0.output.1)\"" }
    #expect(text.contains(expected), "\(text)")
  }

  @Test func marksLinesOfCode() {
    #expect(
      html("```csharp-interactive {2,4-}\na\n<b>\nc\nd\n```\n")
        == "<pre tabindex=\"0\"><code class=\"language-csharp\">a\n"
        + "<mark class=\"line\">&lt;b&gt;</mark>\nc\n<mark class=\"line\">d</mark>\n</code></pre>\n"
    )
  }

  @Test func linksToFilmsInsteadOfShowingThem() {
    #expect(
      html("<iframe src=\"https://a.example/v\" title=\"Film\" onload=\"x()\"></iframe>\n")
        .contains("<span class=\"video\"><a href=\"https://a.example/v\">Film</a></span>"))
    #expect(!html("<iframe src=\"javascript:x()\"></iframe>\n").contains("javascript"))
  }
}
