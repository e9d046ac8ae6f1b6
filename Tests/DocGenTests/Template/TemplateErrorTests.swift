import DocGen
import Foundation
import Model
import TestSupport
import Testing

@Suite struct TemplateErrorTests {
  /// What refuses the template `main`.
  func refusal(_ template: String, _ others: [String: String] = [:]) throws -> [String] {
    var sources = others
    sources["main"] = template
    let set = sources
    let failure = try #require(throws: TemplateFailure.self) { try TemplateSet(sources: set) }
    return failure.diagnostics.map(\.description)
  }

  @Test(arguments: [
    ("a\n {{#x}}b", "main.mustache:2:2: error: 'x' is opened here and never closed"),
    ("{{<x}}b", "main.mustache:1:1: error: 'x' is opened here and never closed"),
    ("{{$x}}b", "main.mustache:1:1: error: 'x' is opened here and never closed"),
    ("a{{/x}}", "main.mustache:1:2: error: 'x' is closed but was never opened"),
    ("{{#x}}\n{{#y}}{{/x}}", "main.mustache:2:7: error: 'x' is closed where 'y' of line 2 is open"),
    ("é{{x", "main.mustache:1:3: error: this tag is never closed"),
    ("{{{x}}", "main.mustache:1:1: error: this tag is never closed"),
    ("{{}}", "main.mustache:1:1: error: this tag has no name"),
    ("{{# }}", "main.mustache:1:1: error: this tag has no name"),
    ("{{a b}}", "main.mustache:1:1: error: the name 'a b' has blanks in it"),
    ("{{=<%=}}", "main.mustache:1:1: error: expected two delimiters such as '<% %>', without '='"),
  ])
  func syntaxErrorsHaveAPlace(template: String, expected: String) throws {
    #expect(try refusal(template) == ["\(expected) [template.syntax]"])
  }

  @Test func everyTemplateIsChecked() throws {
    let problems = try refusal(
      "{{#a}}", ["b": "{{/b}}", "c": "{{> mian}}", "d/e": "{{<nothing}}{{/nothing}}"])
    #expect(
      problems == [
        "b.mustache:1:1: error: 'b' is closed but was never opened [template.syntax]",
        "c.mustache:1:1: error: there is no template 'mian'; did you mean 'main'? [template.unknown]",
        "d/e.mustache:1:1: error: there is no template 'nothing' [template.unknown]",
        "main.mustache:1:1: error: 'a' is opened here and never closed [template.syntax]",
      ])
  }

  @Test(arguments: ["{{>main}}", "{{<main}}{{/main}}", "{{<p}}{{$b}}{{$b}}{{/b}}{{/b}}{{/p}}"])
  func endlessInclusionIsAnError(template: String) throws {
    let set = try TemplateSet(sources: ["main": template, "p": "{{$b}}{{/b}}"])
    let failure = try #require(throws: TemplateFailure.self) { try set.render("main", with: []) }
    #expect(failure.diagnostics.map(\.code) == ["template.depth"])
  }

  @Test func sectionsMayNotNestWithoutEnd() throws {
    let open = (0..<10_000).map { "{{#a\($0)}}" }.joined()
    #expect(try refusal(open).count == 1)
  }

  @Test func anUnknownTemplateIsAnError() throws {
    let set = try TemplateSet(sources: ["site/page": ""])
    let failure = try #require(throws: TemplateFailure.self) {
      try set.render("site/pag", with: [])
    }
    #expect(
      failure.description
        == "site/pag.mustache: error: there is no template 'site/pag'; did you mean 'site/page'? [template.unknown]"
    )
  }

  /// The problems of rendering `main`.
  func problems(_ template: String, _ context: [TemplateValue]) throws -> [String] {
    try TemplateSet(sources: ["main": template, "part": ""]).render("main", with: context)
      .diagnostics.map(\.description)
  }

  @Test func aMissingVariableSaysWhatIsInScope() throws {
    #expect(
      try problems("\n {{titel}}", [["site": 1], ["title": "x", "lang": "fr"]]) == [
        "main.mustache:2:2: warning: nothing stands for 'titel'; in scope: lang, site, title; did you mean 'title'? [template.missing]"
      ])
    #expect(
      try problems("{{page.titel.x}}", [["page": ["title": "x"]]]) == [
        "main.mustache:1:1: warning: nothing stands for 'page.titel.x'; in scope: title; did you mean 'title'? [template.missing]"
      ])
    #expect(try problems("{{#l}}{{x}}{{/l}}", [["l": [1, 2, 3]]]).count == 1)
    #expect(try problems("{{x}}{{#y}}{{/y}}{{^z}}{{/z}}", [["x": .null]]) == [])
  }

  @Test func doubtfulValuesAreReported() throws {
    #expect(
      try problems("{{{x}}}", [["x": "<b>"]]) == [
        "main.mustache:1:1: warning: 'x' is text, not markup, so it was escaped; write {{x}} [template.raw-text]"
      ])
    #expect(
      try problems("{{x}}", [["x": [1]]]) == [
        "main.mustache:1:1: warning: 'x' is not a single value, so nothing is shown; use a section [template.value]"
      ])
    #expect(
      try problems("{{>*x}}", [["x": "prat"]]) == [
        "main.mustache:1:1: warning: there is no template 'prat'; did you mean 'part'? [template.unknown]"
      ])
  }

  @Test(arguments: [
    (TemplateOptions.Escaping.html, "a &lt;b&gt; | *c*\n#"),
    (.markdown, "a \\<b\\> \\| \\*c\\* \\#"), (.none, "a <b> | *c*\n#"),
  ])
  func escapingIsChosen(escaping: TemplateOptions.Escaping, expected: String) throws {
    let set = try TemplateSet(sources: ["main": "{{x}}"])
    let output = try set.render(
      "main", with: [["x": "a <b> | *c*\n#"]], options: TemplateOptions(escaping: escaping))
    #expect(String(decoding: output.bytes, as: UTF8.self) == expected)
  }
}

@Suite struct TemplateSetTests {
  @Test func theBuiltInTemplatesCompile() throws {
    let folder = SharedMaterial.projectFolder.appending(path: "templates").path
    #expect(try TemplateSet(folders: [folder]).names.isEmpty == false)
  }

  @Test func laterFoldersOverrideFileByFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("built-in/site/page.mustache", "<{{>head}}>{{>common}}")
    try folder.write("built-in/site/head.mustache", "head")
    try folder.write("built-in/head.mustache", "not this")
    try folder.write("built-in/common.mustache", " common")
    try folder.write("built-in/notes.txt", "{{#")
    try folder.write("mine/site/head.mustache", "my head")
    let set = try TemplateSet(folders: ["\(folder.path)/built-in", "\(folder.path)/mine"])
    #expect(set.names == ["common", "head", "site/head", "site/page"])
    let output = try set.render("site/page", with: []).bytes
    #expect(String(decoding: output, as: UTF8.self) == "<my head> common")
  }

  @Test func placesNameTheFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("page.mustache", "\n{{#a}}")
    let failure = try #require(throws: TemplateFailure.self) {
      try TemplateSet(folders: [folder.path])
    }
    #expect(failure.description.hasPrefix("\(folder.path)/page.mustache:2:1: error: "))
    let missing = try #require(throws: TemplateFailure.self) {
      try TemplateSet(folders: ["\(folder.path)/nothing"])
    }
    #expect(missing.diagnostics.map(\.code) == ["file.missing"])
  }

  @Test func aBlockLooksForPartialsBesideWhereItIsWritten() throws {
    let set = try TemplateSet(sources: [
      "a/page": "{{<base}}{{$b}}{{>p}}{{>*n}}{{/b}}{{/base}}", "a/p": "mine", "p": "root",
      "base": "{{$b}}{{/b}}{{>p}}",
    ])
    let output = try set.render("a/page", with: [["n": "p"]]).bytes
    #expect(String(decoding: output, as: UTF8.self) == "minemineroot")
  }
}
