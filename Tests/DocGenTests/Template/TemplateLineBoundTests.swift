import DocGen
import Testing

/// Tags that have their lines for themselves leave no line, as the specification of Mustache says;
/// values and what stands beside text stay where they are.
@Suite struct TemplateLineBoundTests {
  /// Tags that show nothing, as one or two on lines of their own.
  static let silent: [(name: String, tags: [String])] = [
    ("a section", ["{{#yes}}", "{{/yes}}"]), ("an inverted section", ["{{^no}}", "{{/no}}"]),
    ("a section over a list", ["{{#one}}", "{{/one}}"]), ("a block", ["{{$name}}", "{{/name}}"]),
    ("a comment", ["{{! words }}"]), ("a comment with marks", ["{{!{{x}}"]),
    ("a comment over lines", ["{{! one\n two }}"]), ("delimiters", ["{{={{ }}=}}"]),
    ("a partial of nothing", ["{{>nothing}}"]), ("a partial that isn't known", ["{{>gone}}"]),
    ("a partial named by a value", ["{{>*gone}}"]),
    ("blanks in the tags", ["{{ # yes }}", "{{ / yes }}"]),
  ]

  /// What stands before and behind a tag on its line, and ends the line.
  static let lines: [(before: String, behind: String, end: String)] = [
    ("", "", "\n"), (" ", "", "\n"), ("\t", "", "\n"), ("  \t ", "", "\n"), ("", " ", "\n"),
    ("", "\t ", "\n"), ("  ", "  ", "\n"), ("", "", "\r\n"), ("  ", "", "\r\n"), ("", "  ", "\r\n"),
    ("\t", "\t", "\r\n"),
  ]

  private func render(_ template: String) throws -> String {
    try RenderingCase(
      "", template, ["yes": true, "no": false, "one": [["x": "1"]], "x": "v", "html": .html([60])],
      ["nothing": ""], gives: ""
    ).render()
  }

  @Test(arguments: silent.indices)
  func linesOfTheirOwnGo(_ index: Int) throws {
    let tags = Self.silent[index].tags
    for (before, behind, end) in Self.lines {
      let line = "\(before)\(tags[0])\(behind)\(end)"
      let last = tags.count > 1 ? "\(before)\(tags[1])\(behind)\(end)" : ""
      #expect(try render("a\(end)\(line)b\(end)\(last)c\(end)") == "a\(end)b\(end)c\(end)")
      // On the first and the last line, with and without an end.
      #expect(try render("\(line)b\(end)\(last)") == "b\(end)")
      #expect(try render("a\(end)\(line)\(last)") == "a\(end)")
      if tags.count == 1 {
        #expect(try render("a\(end)\(before)\(tags[0])\(behind)") == "a\(end)")
        #expect(try render("\(before)\(tags[0])\(behind)") == "")
      }
      // One right behind the other.
      #expect(try render("\(line)\(last)\(line)\(last)c") == "c")
    }
  }

  @Test(arguments: silent.indices)
  func linesWithTextStay(_ index: Int) throws {
    let tags = Self.silent[index].tags
    let (open, close) = (tags[0], tags.count > 1 ? tags[1] : "")
    #expect(try render("a \(open)\(close) \nb") == "a  \nb")
    // The blanks before a block belong to its content.
    if !open.hasPrefix("{{$") { #expect(try render(" \(open)\(close) a\nb") == "  a\nb") }
    #expect(try render("a\(open)\(close)b") == "ab")
    #expect(try render("\(open)\(close){{x}}\n") == "v\n")
    #expect(try render("{{x}}\(open)\(close)\n") == "v\n")
  }

  @Test(
    "Tags that show something keep their lines",
    arguments: [
      ("a\n{{x}}\nb", "a\nv\nb"), ("  {{x}}\n", "  v\n"), ("{{x}}  \r\n", "v  \r\n"),
      ("{{&html}}\n", "<\n"), (" {{{html}}} \n", " < \n"), ("{{gone}}\n", "\n"), ("{{x}}", "v"),
      ("{{#yes}}{{x}}{{/yes}}\n", "v\n"), ("{{#yes}}\n{{x}}{{/yes}}\n", "v\n"),
      ("{{#yes}}{{x}}\n{{/yes}}\n", "v\n"), ("{{#one}}\n {{x}}\n{{/one}}\n", " 1\n"),
    ])
  func linesOfValuesStay(_ template: String, _ expected: String) throws {
    #expect(try render(template) == expected)
  }

  @Test(
    "Lines of a partial are indented as its tag is",
    arguments: [
      ("  {{>p}}\n", "1\n2\n", "  1\n  2\n"), ("\t{{>p}}\n", "1\n2", "\t1\n\t2"),
      ("  {{>p}}\r\n", "1\r\n2\r\n", "  1\r\n  2\r\n"), ("  {{>p}}", "1\n", "  1\n"),
      ("a {{>p}}\n", "1\n2\n", "a 1\n2\n\n"), ("  {{>p}} b\n", "1\n2\n", "  1\n2\n b\n"),
      ("  {{>p}}\n", "{{x}}\n{{x}}\n", "  v\n  v\n"),
      ("  {{>p}}\n", "{{#yes}}\n1\n{{/yes}}\n", "  1\n"),
      ("  {{>p}}\n", "{{#one}}\n{{x}}\n{{/one}}\n", "  1\n"),
      ("  {{>p}}\n", "1\n{{! no }}\n2\n", "  1\n  2\n"),
      ("  {{>p}}\n", "  1\n", "    1\n"), ("{{#yes}}\n  {{>p}}\n{{/yes}}\n", "1\n", "  1\n"),
    ])
  func partialsAreIndented(_ template: String, _ partial: String, _ expected: String) throws {
    let output = try RenderingCase(
      "", template, ["yes": true, "one": [["x": "1"]], "x": "v"], ["p": partial], gives: ""
    ).render()
    #expect(output == expected)
  }
}
