import DocGen
import Model
import TestSupport
import Testing

@testable import DocGen

/// Patterns of `docfx.json`.
@Suite struct GlobBoundTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var pattern: String
    var yes: [String]
    var no: [String]
    var testDescription: String { pattern }
    init(_ pattern: String, _ yes: [String], not no: [String]) {
      (self.pattern, self.yes, self.no) = (pattern, yes, no)
    }
  }

  static let rows: [Row] = [
    Row("a.md", ["a.md", "A.MD"], not: ["b.md", "a/a.md", "a.md.md", "xa.md"]),
    Row("*.md", ["a.md", "a.b.md", "é.md"], not: ["a/b.md", "a.yml", ".md", ".a.md"]),
    Row("*", ["a", "a.md"], not: ["a/b", ".a"]), Row("**", ["a", "a/b", "a/b/c.md"], not: []),
    Row("**/*.md", ["a.md", "a/b.md", "a/b/c.md"], not: ["a.yml", "a/.b.md"]),
    Row("**/a.md", ["a.md", "x/a.md", "x/y/a.md"], not: ["xa.md", "a.md/x"]),
    Row("a/**", ["a/b", "a/b/c"], not: ["a", "b/a/c", "ab/c"]),
    Row("a/", ["a/b", "a/b/c"], not: ["a", "b/a"]),
    Row("a/*", ["a/b"], not: ["a/b/c", "a", "a/.b"]),
    Row("a/**/b", ["a/b", "a/x/b", "a/x/y/b"], not: ["ab", "a/xb", "a/b/c"]),
    Row("**/a/**", ["a/b", "x/a/b", "x/a/b/c"], not: ["a", "x/a", "xa/b"]),
    Row("**/**/a", ["a", "x/a", "x/y/a"], not: ["b"]), Row("a**", ["a", "ab"], not: ["a/b"]),
    Row("?.md", ["a.md"], not: ["ab.md", ".md", "/.md"]),
    Row("a?c", ["abc"], not: ["ac", "a/c", "abbc"]),
    Row("*a*", ["a", "ba", "ab", "bab"], not: ["b", "b/a"]),
    Row("a*b*c", ["abc", "axbxc", "abbc", "abcbc"], not: ["ab", "acb"]),
    Row("*.{md,yml}", ["a.md", "a.yml"], not: ["a.mdyml", "a.png", "a.{md,yml}"]),
    Row("{a,b}/*.md", ["a/x.md", "b/x.md"], not: ["c/x.md", "x.md"]),
    Row("{a,b/c}/x", ["a/x", "b/c/x"], not: ["b/x", "c/x"]),
    Row("a{,b}", ["a", "ab"], not: ["b", "abb"]),
    Row("{a,{b,c}}", ["a", "b", "c"], not: ["{b", "c}"]),
    Row("{a}", ["a"], not: ["{a}"]), Row("{a", ["{a"], not: ["a"]), Row("a}", ["a}"], not: ["a"]),
    Row("./a.md", ["a.md"], not: ["x/a.md"]), Row("/a.md", ["a.md"], not: ["x/a.md"]),
    Row("a\\b.md", ["a/b.md"], not: ["ab.md"]),
    Row("a//b", ["a/b"], not: ["a/x/b"]), Row(".a/*", [".a/b"], not: ["a/b"]),
    Row(".*", [".a"], not: ["a", "b.a"]),
    Row("ЖАЗ/*", ["жаз/x"], not: ["күз/x"]), Row("a.b", ["a.b"], not: ["axb"]),
    Row("a+b(c)", ["a+b(c)"], not: ["aab(c)"]),
    Row("", [], not: ["a"]), Row("a b", ["a b"], not: ["a", "b"]),
  ]

  @Test(arguments: rows)
  func names(_ row: Row) {
    let pattern = GlobPattern(row.pattern)
    for path in row.yes { #expect(pattern.matches(GlobPattern.parts(of: path)), "\(path)") }
    for path in row.no { #expect(!pattern.matches(GlobPattern.parts(of: path)), "\(path)") }
  }

  /// Patterns that could be tried in many ways are not.
  @Test(arguments: [
    String(repeating: "**/a/", count: 12) + "b", String(repeating: "a*", count: 40) + "b",
    String(repeating: "{a,b}", count: 30), String(repeating: "**/*a/", count: 12) + "b",
  ])
  func endsSoon(_ pattern: String) {
    let path = Array(repeating: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", count: 60).joined(
      separator: "/")
    let start = ContinuousClock.now
    #expect(!GlobPattern(pattern).matches(GlobPattern.parts(of: path)))
    #expect(
      !GlobPattern(pattern).matches(GlobPattern.parts(of: String(repeating: "a/", count: 60))))
    #expect(ContinuousClock.now - start < .seconds(10))
  }
}

/// What a `docfx.json` says: which files are pages, what they have, which files are copied.
@Suite struct DocsetBoundTests {
  private static let files = [
    "en-us/a.md": "# A\n", "en-us/d/b.md": "# B\n", "en-us/d/e/c.md": "# C\n",
    "en-us/NOTES.md": "# R\n",
    "en-us/pic.png": "png", "en-us/d/data.csv": "1,2\n", "en-us/d/page.html": "<p>x</p>",
    "en-us/d/s.js": "x()",
  ]

  /// The files of the output that lie in `en-us` and are pages or copies.
  private func output(_ build: String) throws -> (files: [String], problems: [String]) {
    var all = Self.files
    all["en-us/docfx.json"] = "{\"build\": {\(build)}}"
    let site = try TestSite(all)
    let names = Self.files.keys.map { $0.replacing(".md", with: ".html") }
    let copies = Set(names).intersection(site.files).map { String($0.dropFirst(6)) }.sorted()
    return (copies, site.summary.diagnostics.map(\.code))
  }

  @Test(arguments: [
    ("no lists", "", ["NOTES.html", "a.html", "d/b.html", "d/e/c.html"]),
    ("one file", #""content": [{"files": ["a.md"]}]"#, ["a.html"]),
    ("a text for a list", #""content": [{"files": "a.md"}]"#, ["a.html"]),
    ("a pattern for a group", #""content": ["a.md"]"#, ["a.html"]),
    ("a group for a list", #""content": {"files": ["a.md"]}"#, ["a.html"]),
    ("a pattern for a list", #""content": "d/*.md""#, ["d/b.html"]),
    (
      "nothing for a list", #""content": null"#, ["NOTES.html", "a.html", "d/b.html", "d/e/c.html"]
    ),
    (
      "keys in other letters",
      #""Content": [{"FILES": ["**/*.md"], "Src": "d", "DEST": "d", "Exclude": ["e/**"]}]"#,
      ["d/b.html"]
    ),
    (
      "a file besides, in other letters",
      #""content": "a.md", "Resource": {"Files": ["**/*.csv"]}"#, ["a.html", "d/data.csv"]
    ),
    (
      "all", #""content": [{"files": ["**/*.md"]}]"#,
      ["NOTES.html", "a.html", "d/b.html", "d/e/c.html"]
    ),
    ("one level", #""content": [{"files": ["*.md"]}]"#, ["NOTES.html", "a.html"]),
    (
      "all but one", #""content": [{"files": ["**/*.md"], "exclude": ["NOTES.md"]}]"#,
      ["a.html", "d/b.html", "d/e/c.html"]
    ),
    (
      "excluded as a text", #""content": [{"files": ["**/*.md"], "exclude": "d/**"}]"#,
      ["NOTES.html", "a.html"]
    ),
    (
      "excluded in other letters",
      #""content": [{"files": ["**/*.md"], "exclude": ["notes.MD"]}]"#,
      ["a.html", "d/b.html", "d/e/c.html"]
    ),
    (
      "two groups", #""content": [{"files": ["a.md"]}, {"files": ["d/*.md"]}]"#,
      ["a.html", "d/b.html"]
    ),
    (
      "excluded in one, named in the other",
      #""content": [{"files": ["*.md"], "exclude": ["a.md"]}, {"files": ["a.md"]}]"#,
      ["NOTES.html", "a.html"]
    ),
    (
      "from a folder", #""content": [{"files": ["**/*.md"], "src": "d", "dest": "d"}]"#,
      ["d/b.html", "d/e/c.html"]
    ),
    (
      "a folder with a slash", #""content": [{"files": ["*.md"], "src": "./d/", "dest": "d"}]"#,
      ["d/b.html"]
    ),
    (
      "excluded from its folder",
      #""content": [{"files": ["**/*.md"], "src": "d", "dest": "d", "exclude": ["e/**"]}]"#,
      ["d/b.html"]
    ),
    (
      "excluded from the top",
      #""content": [{"files": ["**/*.md"], "src": "d", "dest": "d", "exclude": ["d/e/**"]}]"#,
      ["d/b.html"]
    ),
    (
      "a file besides", #""content": [{"files": ["a.md"]}], "resource": [{"files": ["**/*.csv"]}]"#,
      ["a.html", "d/data.csv"]
    ),
    (
      "files that a browser runs",
      #""content": [{"files": ["a.md"]}], "resource": [{"files": ["**"]}]"#,
      ["a.html", "d/data.csv", "pic.png"]
    ),
    (
      "a file besides, excluded",
      #""content": [{"files": ["a.md"]}], "resource": [{"files": ["**"], "exclude": ["**/*.csv"]}]"#,
      ["a.html", "pic.png"]
    ),
  ])
  func publishes(_ name: String, _ build: String, _ expected: [String]) throws {
    let output = try output(build)
    // Images and downloads that no group names are copied.
    let isNamed = build.contains("resource")
    let besides = ["pic.png"] + (isNamed ? [] : ["d/data.csv"])
    #expect(output.files.filter { expected.contains($0) || !besides.contains($0) } == expected)
    #expect(output.problems == [], "\(output.problems)")
  }

  @Test(arguments: [
    (#""content": [{"exclude": ["a.md"]}]"#, "docfx.shape"),
    (#""content": [{"files": []}]"#, "docfx.shape"),
    (#""content": [{"files": ["a.md"]}, {"files": ["*.md"], "src": "no"}]"#, "docfx.folder"),
    (#""content": [{"files": ["*.md"], "src": "../.."}]"#, "docfx.folder"),
    (#""content": [{"files": ["*.md"], "dest": "../x"}]"#, "docfx.folder"),
    (#""content": [{"files": ["*.md"], "src": ["d"]}]"#, "docfx.shape"),
  ])
  func saysWhatIsWrong(_ build: String, _ code: String) throws {
    #expect(try output(build).problems.contains(code))
  }

  /// Metadata: what the page says, else the last pattern that fits, else what all pages have.
  @Test(arguments: [
    ("", "", "A"), (#""globalMetadata": {"titleSuffix": "G"}"#, "", "A | G"),
    (#""globalMetadata": {"titlesuffix": "G"}"#, "", "A | G"),
    (#""fileMetadata": {"titleSuffix": {"*.md": "F"}}"#, "", "A | F"),
    (
      #""globalMetadata": {"titleSuffix": "G"}, "fileMetadata": {"titleSuffix": {"*.md": "F"}}"#,
      "", "A | F"
    ),
    (
      #""globalMetadata": {"titleSuffix": "G"}, "fileMetadata": {"titleSuffix": {"d/*.md": "F"}}"#,
      "", "A | G"
    ),
    (#""fileMetadata": {"titleSuffix": {"*.md": "F", "a.md": "L"}}"#, "", "A | L"),
    (#""fileMetadata": {"titleSuffix": {"a.md": "F", "*.md": "L"}}"#, "", "A | L"),
    (#""fileMetadata": {"titleSuffix": {"A.MD": "F"}}"#, "", "A | F"),
    (#""globalMetadata": {"titleSuffix": "G"}"#, "titleSuffix: P\n", "A | P"),
    (#""globalMetadata": {"titleSuffix": ""}"#, "", "A"),
    (#""globalMetadata": {"titleSuffix": "<G> & \"é\""}"#, "", "A | &lt;G&gt; &amp; &quot;é&quot;"),
    (#""globalMetadata": {"titleSuffix": "\u0042"}"#, "", "A | B"),
  ])
  func pagesHave(_ build: String, _ own: String, _ title: String) throws {
    let site = try TestSite([
      "en-us/docfx.json": "{\"build\": {\(build)}}",
      "en-us/a.md": "---\ntitle: A\n\(own)---\n# A\n",
    ])
    #expect(
      site["en-us/a.html"].contains("<title>\(title)</title>"),
      "\(site["en-us/a.html"].prefix(400))")
    #expect(site.problems == [])
  }

  /// JSON with comments and superfluous commas.
  @Test(arguments: [
    "{\"build\": {\"content\": [{\"files\": [\"a.md\"]}]}}",
    "// c\n{\"build\": {\"content\": [{\"files\": [\"a.md\"]}]}}",
    "{\"build\": /* c */ {\"content\": [{\"files\": [\"a.md\",]},],},}",
    "\u{FEFF}{\"build\": {\"content\": [{\"files\": [\"a.md\"]}]}}",
    "{\r\n\"build\": {\r\n\t\"content\": [{\"files\": [\"a.md\"]}]\r\n}}\r\n",
    "{\"build\":{\"content\":[{\"files\":[\"a.md\"]}]}}",
    "{\"build\": {\"x\": \"// no /* comment\", \"content\": [{\"files\": [\"a.md\"]}]}}",
    "{\"build\": {\"x\": \"a\\\\\\\"//\", \"content\": [{\"files\": [\"a.md\"]}]}} // c",
    "{\"build\": {\"x\": \"\\u00e9\\/\", \"content\": [{\"files\": [\"a.md\"]}]}}",
  ])
  func readsJSON(_ text: String) throws {
    let site = try TestSite([
      "en-us/docfx.json": text, "en-us/a.md": "# A\n", "en-us/b.md": "# B\n",
    ])
    #expect(site.problems == [])
    #expect(site.files.contains("en-us/a.html") && !site.files.contains("en-us/b.html"))
  }
}

/// Redirections: where an old address leads.
@Suite struct RedirectionBoundTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var source: String
    var target: String
    /// Where `old.html` leads; `nil`: there is no such page.
    var address: String?
    var problems: [String]
    var testDescription: String { "\(source) to \(target)" }
    init(_ source: String, _ target: String, _ address: String?, _ problems: [String] = []) {
      (self.source, self.target, self.address, self.problems) = (source, target, address, problems)
    }
  }

  static let rows: [Row] = [
    Row("docs/old.md", "new", "new.html"), Row("docs/old.md", "new.md", "new.html"),
    Row("docs/old.md", "./new", "new.html"),
    Row("./docs/old.md", "new", "new.html"), Row("docs\\old.md", "new", "new.html"),
    Row("old.md", "new", "new.html"),
    Row("docs/old.md", "New", "new.html"), Row("docs/old.md", "sub/deep", "sub/deep.html"),
    Row("docs/old.md", "sub/", "sub/index.html"), Row("docs/old.md", "sub", "sub/index.html"),
    Row("docs/old.md", "new#part", "new.html#part"), Row("docs/old.md", " new ", "new.html"),
    Row("docs/old.md", "/product/set/new", "new.html"),
    Row("docs/old.md", "/product/set/new/", "new.html"),
    Row("docs/old.md", "/en-us/product/set/new#part", "new.html#part"),
    Row("docs/old.md", "/product/set/", "index.html"),
    Row("docs/old.md", "/product/set", "index.html"),
    Row("docs/old.md", "/product/set/sub/", "sub/index.html"),
    Row("docs/old.md", "https://a.example/x?y=1#z", "https://a.example/x?y=1#z"),
    Row("docs/old.md", "/other/x", "https://learn.microsoft.com/en-us/other/x"),
    Row("docs/old.md", "//a.example/x", "https://a.example/x"),
    Row("docs/old.md", "nowhere", nil, ["redirect.broken"]),
    Row("docs/old.md", "", nil, ["redirect.shape"]),
    Row("", "new", nil, ["redirect.shape"]), Row("../old.md", "new", nil, ["redirect.shape"]),
    Row("docs/old.md", "old", nil, ["redirect.loop"]),
    Row("docs/new.md", "index", nil, ["redirect.shadowed"]),
    Row("docs/old.md", "javascript:x", nil, ["redirect.broken"]),
    Row("docs/old.md", "javascript://x", nil, ["redirect.broken"]),
    Row("docs/old.md", "../../top", nil, ["redirect.broken"]),
  ]

  @Test(arguments: rows)
  func leads(_ row: Row) throws {
    let target = row.target.replacing("\\", with: "\\\\")
    let site = try TestSite([
      "en-us/docs/docfx.json":
        "{\"build\": {\"globalMetadata\": {\"breadcrumb_path\": \"/product/set/breadcrumb/toc.json\"}}}",
      "en-us/docs/.openpublishing.redirection.json":
        "{\"redirections\": [{\"source_path\": \"\(row.source.replacing("\\", with: "\\\\"))\", \"redirect_url\": \"\(target)\"}]}",
      "en-us/docs/index.md": "# Home\n", "en-us/docs/new.md": "# New\n\n## Part\n",
      "en-us/docs/sub/index.md": "# Sub\n",
      "en-us/docs/sub/deep.md": "# Deep\n",
    ])
    let moved = site["en-us/docs/old.html"]
    let address = moved.firstMatch(of: /content="0; url=([^"]*)"/).map { String($0.output.1) }
    #expect(address == row.address, "\(moved)")
    #expect(site.summary.diagnostics.map(\.code) == row.problems, "\(site.problems)")
  }
}
