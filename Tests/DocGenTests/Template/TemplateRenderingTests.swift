import DocGen
import Testing

/// A template, what it is rendered with and what comes out.
struct RenderingCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var template: String
  var context: TemplateValue
  var partials: [String: String]
  var expected: String

  init(
    _ name: String, _ template: String, _ context: TemplateValue = [:],
    _ partials: [String: String] = [:], gives expected: String
  ) {
    (testDescription, self.template, self.context) = (name, template, context)
    (self.partials, self.expected) = (partials, expected)
  }

  /// What rendering gives.
  func render() throws -> String {
    var sources = partials
    sources["main"] = template
    let set = try TemplateSet(sources: sources, allowsUnknownPartials: true)
    let options = TemplateOptions(reportsMissing: false)
    return String(
      decoding: try set.render("main", with: [context], options: options).bytes, as: UTF8.self)
  }
}

@Suite struct TemplateRenderingTests {
  @Test(arguments: [
    RenderingCase("plain text", "a { } {b}\n", gives: "a { } {b}\n"),
    RenderingCase(
      "text is escaped", "{{x}}", ["x": "<a b='c'>&\""], gives: "&lt;a b=&#39;c&#39;&gt;&amp;&quot;"
    ),
    RenderingCase(
      "markup stays", "{{{x}}}{{& x }}", ["x": .html(Array("<b>&".utf8))], gives: "<b>&<b>&"),
    RenderingCase("markup in a text tag is text", "{{x}}", ["x": .html([60])], gives: "&lt;"),
    RenderingCase(
      "text in a markup tag is escaped", "{{{x}}}", ["x": "<script>"], gives: "&lt;script&gt;"),
    RenderingCase(
      "numbers and Booleans", "{{n}} {{b}} {{z}}", ["n": -7, "b": true, "z": 0], gives: "-7 true 0"),
    RenderingCase("nothing", "({{x}}{{y}}{{{y}}})", ["x": .null], gives: "()"),
    RenderingCase("values aren't templates", "{{x}}", ["x": "{{y}}", "y": "no"], gives: "{{y}}"),
    RenderingCase("blanks in a tag", "{{ x }}|{{\tx\n}}", ["x": "1"], gives: "1|1"),
    RenderingCase("dotted name", "{{a.b.c}}", ["a": ["b": ["c": "deep"]]], gives: "deep"),
    RenderingCase("broken dotted name", "({{a.b.c}})", ["a": ["x": 1]], gives: "()"),
    RenderingCase(
      "the first part decides", "{{#o}}({{a.b}}){{/o}}",
      ["a": ["b": "outer"], "o": ["a": ["c": 1]]],
      gives: "()"),
    RenderingCase("a dot is no part of a key", "({{a.b}})", ["a.b": "no"], gives: "()"),
    RenderingCase("the current value", "{{.}}", "self", gives: "self"),
    RenderingCase("other scripts", "{{ключ}} é", ["ключ": "قيمة"], gives: "قيمة é"),
  ])
  func variables(item: RenderingCase) throws { #expect(try item.render() == item.expected) }

  @Test(arguments: [
    RenderingCase("true", "{{#x}}yes{{/x}}{{^x}}no{{/x}}", ["x": true], gives: "yes"),
    RenderingCase("false", "{{#x}}yes{{/x}}{{^x}}no{{/x}}", ["x": false], gives: "no"),
    RenderingCase("null", "{{#x}}yes{{/x}}{{^x}}no{{/x}}", ["x": .null], gives: "no"),
    RenderingCase("absent", "{{#x}}yes{{/x}}{{^x}}no{{/x}}", gives: "no"),
    RenderingCase("no text", "{{#x}}yes{{/x}}{{^x}}no{{/x}}", ["x": ""], gives: "no"),
    RenderingCase("zero", "{{#x}}{{.}}{{/x}}{{^x}}no{{/x}}", ["x": 0], gives: "0"),
    RenderingCase("no elements", "{{#x}}yes{{/x}}{{^x}}no{{/x}}", ["x": []], gives: "no"),
    RenderingCase(
      "elements", "{{#x}}<{{n}}{{o}}>{{/x}}", ["x": [["n": 1], ["n": 2]], "o": "!"],
      gives: "<1!><2!>"),
    RenderingCase(
      "lists in lists", "{{#x}}({{#.}}{{.}},{{/.}}){{/x}}", ["x": [[1, 2], ["a"]]],
      gives: "(1,2,)(a,)"),
    RenderingCase(
      "the inner name hides the outer", "{{#o}}{{n}}{{/o}}{{n}}", ["n": 1, "o": ["n": 2]],
      gives: "21"),
    RenderingCase("dotted section", "{{#a.b}}{{c}}{{/a.b}}", ["a": ["b": ["c": 3]]], gives: "3"),
    RenderingCase(
      "nested sections of one name", "{{#a}}1{{#a}}2{{/a}}3{{/a}}", ["a": true], gives: "123"),
    RenderingCase("text as a section", "{{#t}}[{{.}}]{{/t}}", ["t": "x"], gives: "[x]"),
    RenderingCase(
      "lines of section tags go", "a\n  {{#x}}\n b\n\t{{/x}} \nc\n", ["x": true],
      gives: "a\n b\nc\n"),
    RenderingCase(
      "CRLF lines go too", "a\r\n{{#x}}\r\nb\r\n{{/x}}\r\nc", ["x": true], gives: "a\r\nb\r\nc"),
    RenderingCase("first and last line", " {{^x}}\n#{{/x}}\n/\n {{^x}}{{/x}}", gives: "#\n/\n "),
    RenderingCase(
      "tags in a line keep it", " {{#x}}a{{/x}} \n {{^x}}b{{/x}}\n", ["x": true], gives: " a \n \n"),
  ])
  func sections(item: RenderingCase) throws { #expect(try item.render() == item.expected) }

  @Test(arguments: [
    RenderingCase("in a line", "a{{! b {{ c }}d", gives: "ad"),
    RenderingCase("its own line", "a\n  {{! b }}\nc\n", gives: "a\nc\n"),
    RenderingCase("several lines", "a\n{{!\n b\n c\n}}\nd", gives: "a\nd"),
    RenderingCase("beside text", "a {{! b }}\n", gives: "a \n"),
    RenderingCase(
      "other delimiters", "{{=<% %>=}}<%x%>{{x}}<%={{ }}=%>{{x}}", ["x": 1], gives: "1{{x}}1"),
    RenderingCase("one character each", "{{=| |=}}|#x|a|/x|", ["x": true], gives: "a"),
    RenderingCase("delimiters on their own line", "a\n {{= @ @ =}}\n@x@", ["x": 1], gives: "a\n1"),
    RenderingCase(
      "a partial has its own", "{{=[ ]=}}[>p][x]", ["x": 1], ["p": "{{x}}[x]"], gives: "1[x]1"),
  ])
  func commentsAndDelimiters(item: RenderingCase) throws {
    #expect(try item.render() == item.expected)
  }

  @Test(arguments: [
    RenderingCase("in a line", " a {{> p }} b", ["x": 1], ["p": "<{{x}}>"], gives: " a <1> b"),
    RenderingCase(
      "sees the section", "{{#s}}{{>p}}{{/s}}", ["s": ["x": 2], "x": 1], ["p": "{{x}}"], gives: "2"),
    RenderingCase("unknown", "({{>nothing}})", gives: "()"),
    RenderingCase(
      "a tree", "{{>node}}",
      ["v": 1, "c": [["v": 2, "c": []], ["v": 3, "c": [["v": 4, "c": []]]]]],
      ["node": "{{v}}({{#c}}{{>node}}{{/c}})"], gives: "1(2()3(4()))"),
    RenderingCase(
      "indents its lines", "a\n  {{>p}}\nb\n", [:], ["p": "1\n\n2\n"], gives: "a\n  1\n\n  2\nb\n"),
    RenderingCase(
      "doesn't indent values", " {{>p}}", ["v": .html(Array("x\ny".utf8))], ["p": "{{{v}}}\n-\n"],
      gives: " x\ny\n -\n"),
    RenderingCase(
      "indents lines that begin with tags", "  {{>p}}\n", ["v": 1],
      ["p": "{{v}}{{v}}\n{{#v}}a{{/v}}\n"], gives: "  11\n  a\n"),
    RenderingCase(
      "indentation adds up", " {{>p}}\n", [:], ["p": "1\n {{>q}}\n", "q": "2\n3\n"],
      gives: " 1\n  2\n  3\n"),
    RenderingCase(
      "keeps CRLF", "a\r\n {{>p}}\r\nb", [:], ["p": "1\r\n2\r\n"], gives: "a\r\n 1\r\n 2\r\nb"),
    RenderingCase("isn't alone", " {{x}} {{>p}}\n", ["x": 1], ["p": "1\n2"], gives: " 1 1\n2\n"),
    RenderingCase(
      "named by a value", "{{>*kind}}{{> * o.k }}", ["kind": "p", "o": ["k": "q"]],
      ["p": "P", "q": "Q"], gives: "PQ"),
    RenderingCase(
      "named by nothing", "({{>*kind}}{{>*n}})", ["n": "missing"], ["kind": "no"], gives: "()"),
    RenderingCase(
      "named once only", "({{>**kind}})", ["kind": "p", "p": "q"], ["p": "no", "q": "no"],
      gives: "()"),
  ])
  func partials(item: RenderingCase) throws { #expect(try item.render() == item.expected) }

  @Test(arguments: [
    RenderingCase("default", "{{$b}}d {{x}}{{/b}}", ["x": 1], gives: "d 1"),
    RenderingCase(
      "override", "{{<p}}{{$b}}mine{{/b}}{{/p}}", [:], ["p": "[{{$b}}d{{/b}}]"], gives: "[mine]"),
    RenderingCase(
      "some", "{{<p}}{{$c}}mine{{/c}}{{/p}}", [:], ["p": "{{$b}}d{{/b}}-{{$c}}e{{/c}}"],
      gives: "d-mine"),
    RenderingCase(
      "values don't override", "{{<p}}{{/p}}", ["b": "no"], ["p": "{{$b}}d{{/b}}"], gives: "d"),
    RenderingCase(
      "text in a parent goes", "{{<p}} x {{$b}}m{{/b}} {{#y}}z{{/y}} {{/p}}", [:],
      ["p": "{{$b}}d{{/b}}"], gives: "m"),
    RenderingCase(
      "as often as wanted", "{{<p}}{{$b}}1{{/b}}{{/p}}{{<p}}{{$b}}2{{/b}}{{/p}}", [:],
      ["p": "{{$b}}{{/b}};"], gives: "1;2;"),
    RenderingCase(
      "the outermost wins", "{{<p}}{{$b}}1{{/b}}{{/p}}", [:],
      ["p": "{{<q}}{{$b}}2{{/b}}{{/q}}", "q": "{{$b}}3{{/b}}"], gives: "1"),
    RenderingCase(
      "the middle wins over the innermost", "{{<p}}{{/p}}", [:],
      ["p": "{{<q}}{{$b}}2{{/b}}{{/q}}", "q": "{{$b}}3{{/b}}"], gives: "2"),
    RenderingCase(
      "sees where the block stands", "{{<p}}{{$b}}{{x}}{{/b}}{{/p}}", ["x": 1, "s": ["x": 2]],
      ["p": "{{#s}}{{$b}}{{/b}}{{/s}}"], gives: "2"),
    RenderingCase(
      "an override ends with its parent", "{{<p}}{{$b}}1{{/b}}{{/p}}{{>p}}", [:],
      ["p": "{{$b}}d{{/b}}"], gives: "1d"),
    RenderingCase(
      "named by a value", "{{<*k}}{{$b}}1{{/b}}{{/*k}}", ["k": "p"], ["p": "{{$b}}{{/b}}!"],
      gives: "1!"),
    RenderingCase(
      "indents its lines", "a\n  {{<p}}{{/p}}\nb\n", [:], ["p": "1\n2\n"], gives: "a\n  1\n  2\nb\n"
    ),
    RenderingCase(
      "a block on one line gives its indentation", "{{<p}}{{$b}}\n1\n2{{/b}}{{/p}}", [:],
      ["p": "a\n    {{$b}}{{/b}}\nz\n"], gives: "a\n    1\n    2\nz\n"),
    RenderingCase(
      "an override loses its own indentation",
      "{{<p}}\n    {{$b}}\n      1\n        2\n    {{/b}}\n{{/p}}\n",
      [:], ["p": "<main>\n  {{$b}}\n    d\n  {{/b}}\n</main>\n"],
      gives: "<main>\n    1\n      2\n</main>\n"),
    RenderingCase(
      "a default keeps its indentation", "  {{$b}}\n    1\n      2\n  {{/b}}\nz",
      gives: "    1\n      2\nz"),
    RenderingCase(
      "a section in an override",
      "{{<p}}{{$b}}\n  {{#l}}\n  <li>{{.}}</li>\n  {{/l}}\n{{/b}}{{/p}}",
      ["l": [1, 2]], ["p": "<ul>\n    {{$b}}\n    {{/b}}\n</ul>\n"],
      gives: "<ul>\n    <li>1</li>\n    <li>2</li>\n</ul>\n"),
    RenderingCase(
      "an override in the middle of a line", " {{<p}}{{$b}}\n  1\n{{/b}}{{/p}}\n", [:],
      ["p": "<a>{{$b}}d{{/b}}</a>\n"], gives: " <a>1\n</a>\n"),
  ])
  func inheritance(item: RenderingCase) throws { #expect(try item.render() == item.expected) }
}
