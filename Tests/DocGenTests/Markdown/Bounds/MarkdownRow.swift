import DocGen
import Model
import Testing

/// One piece of Markdown, and what must come out of it.
struct MarkdownRow: Sendable, CustomTestStringConvertible {
  let name: String
  let markdown: String
  /// The page in ``shorthand(_:)``.
  let expected: String
  /// The codes of the problems with their lines, `3 directive.unclosed`.
  let problems: [String]

  init(_ name: String, _ markdown: String, _ expected: String, _ problems: [String] = []) {
    self.name = name
    self.markdown = markdown
    self.expected = expected
    self.problems = problems
  }

  var testDescription: String { name }

  /// Expects what the row says; `change` sets what the page depends on besides.
  func check(
    _ change: (inout MarkdownOptions) -> Void = { _ in },
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let page = render(markdown, change)
    #expect(
      Self.shorthand(String(decoding: page.html, as: UTF8.self)) == expected,
      sourceLocation: sourceLocation)
    #expect(
      page.diagnostics.map { "\($0.location.line) \($0.code)" } == problems,
      "\(page.diagnostics.map(\.description))", sourceLocation: sourceLocation)
  }

  /// HTML without what every image, table and box has, and without the line ends between tags.
  ///
  /// `<tab a>`, `<tab a if b>` begin a tab, `<title>` its title, `<note>` an alert of that style.
  static func shorthand(_ html: String) -> String {
    var text = html
    for part in [" loading=\"lazy\"", " tabindex=\"0\"", " role=\"note\""] {
      text.replace(part, with: "")
    }
    text.replace(/<section class="tab" data-tab="([^"]*)" data-condition="([^"]*)">/) {
      "<tab \($0.output.1) if \($0.output.2)>"
    }
    text.replace(/<section class="tab" data-tab="([^"]*)">/) { "<tab \($0.output.1)>" }
    text.replace("</section>", with: "</tab>")
    text.replace(/<p class="tab-title">(.*?)<\/p>/) { "<title>\($0.output.1)</title>" }
    text.replace(/<div class="alert alert-([a-z]*)">\n<p class="alert-title">(.*?)<\/p>/) {
      "<\($0.output.1) \($0.output.2)>"
    }
    text.replace(/>\n+(?=<|$)/, with: ">")
    text.replace(/^\n+/, with: "")
    return text
  }
}
