import Model
import Testing
import YAML

@Suite struct YAMLDocumentTests {
  func parse(_ text: String, limits: YAMLLimits = YAMLLimits()) throws -> YAMLDocument {
    try YAMLDocument(parsing: Array(text.utf8), path: "f.yml", limits: limits)
  }

  /// What refuses the text.
  func refusal(_ text: String, limits: YAMLLimits = YAMLLimits()) throws -> YAMLError {
    try #require(throws: YAMLError.self) { try parse(text, limits: limits) }
  }

  @Test(arguments: [
    "2021-29-11", "=", "no", "1.0", "0x1F", "~", "12:30:45", "<<", "1_000", "é", "👩‍👩‍👧",
    "\u{202B}نص\u{202C}", "a\u{A0}:b",
  ])
  func scalarsStayAsWritten(text: String) throws {
    #expect(try parse("key: \(text)\n").root?["key"]?.string == text)
    #expect(try parse("- \(text)").root?.sequence?.map(\.string) == [text])
  }

  @Test(arguments: ["subject: *", "subject: * ", "- &"])
  func marksOfAliasesWantQuotes(text: String) throws {
    let advice = "write a value that begins with '*' or '&' in quotation marks"
    #expect(try refusal(text).message.hasSuffix("; \(advice)"))
  }

  @Test func readsListsAndMappings() throws {
    let root = try parse(
      """
      - name: Overview
        href: index.md
        items: [a, 'b', "c\\td"]
      - name: |
          two
          lines
      """
    ).root
    let items = try #require(root?.sequence)
    #expect(items[0].mapping?.map(\.key) == ["name", "href", "items"])
    #expect(items[0]["items"]?.strings == ["a", "b", "c\td"])
    #expect(items[1]["name"]?.string == "two\nlines")
    #expect(items[1]["missing"] == nil)
  }

  @Test(arguments: [("", true), ("~", true), ("null", true), ("''", false), ("nil", false)])
  func nullIsUnquoted(text: String, isNull: Bool) throws {
    #expect(try parse("key: \(text)").root?["key"]?.isNull == isNull)
  }

  @Test func meaningIsDecidedByTheReader() throws {
    let root = try #require(
      try parse("{a: true, b: 'true', c: FALSE, d: yes, e: -12, f: 1.5}").root)
    #expect(["a", "b", "c", "d"].map { root[$0]?.boolean } == [true, nil, false, nil])
    #expect(["e", "f"].map { root[$0]?.integer } == [-12, nil])
    #expect(try parse("[a, [b], c]").root?.strings == ["a", "c"])
    #expect(try parse("a").root?.strings == ["a"])
    #expect(try parse("x:").root?["x"]?.strings == [])
  }

  @Test func placesAreInBytes() throws {
    let root = try #require(try parse("\u{FEFF}é: ü\r\n👩 x:\n  - a\n  - {k: v}\n").root?.mapping)
    #expect(root[0].value.location == SourceLocation(path: "f.yml", line: 1, column: 5))
    #expect(root[1].location == SourceLocation(path: "f.yml", line: 2, column: 1))
    let inner = try #require(root[1].value.sequence?[1]["k"])
    #expect(inner.location == SourceLocation(path: "f.yml", line: 4, column: 9))
  }

  @Test(arguments: ["", "\n", "# nothing\n", "\u{FEFF}", "---\n...\n"])
  func anEmptyFileHasNoValue(text: String) throws {
    #expect(try parse(text).root?.isNull ?? true)
  }

  @Test func aliasesStandForTheirAnchors() throws {
    let root = try parse("a: &x [1, 2]\nb: *x\n").root
    #expect(root?["b"]?.strings == ["1", "2"])
    #expect(root?["b"]?.location.line == 2)
  }

  @Test func aBombOfAliasesIsRefused() throws {
    let levels = (1...20).map { level in
      "l\(level): &l\(level) [\(Array(repeating: "*l\(level - 1)", count: 9).joined(separator: ", "))]\n"
    }
    let error = try refusal("l0: &l0 x\n" + levels.joined())
    #expect(error.reason == .limit)
    #expect(error.message == "stands for more than 500000 values")
  }

  @Test func aValueInsideItselfIsRefused() throws {
    #expect(try refusal("&a [*a]").message.hasPrefix("alias 'a' has no anchor before it; "))
  }

  @Test(arguments: [(10, true), (11, false)])
  func depthIsLimited(depth: Int, isAccepted: Bool) throws {
    let text =
      String(repeating: "[", count: depth - 1) + "x" + String(repeating: "]", count: depth - 1)
    let limits = YAMLLimits(depth: 10)
    #expect(((try? parse(text, limits: limits)) != nil) == isAccepted)
    if !isAccepted { #expect(try refusal(text, limits: limits).reason == .limit) }
  }

  @Test func lengthIsLimited() throws {
    #expect(try parse("abcd", limits: YAMLLimits(byteCount: 4)).root?.string == "abcd")
    #expect(try refusal("abcde", limits: YAMLLimits(byteCount: 4)).reason == .limit)
  }

  @Test func deepInputEndsQuickly() throws {
    #expect(throws: YAMLError.self) { try parse(String(repeating: "[", count: 200_000)) }
    #expect(throws: YAMLError.self) { try parse(String(repeating: "- ", count: 200_000)) }
  }

  @Test func duplicateKeysAreReportedAndTheLaterCounts() throws {
    let document = try parse("a: 1\nb: 2\n\"a\": 3\n")
    #expect(document.root?.mapping?.map(\.key) == ["a", "b"])
    #expect(document.root?["a"]?.string == "3")
    #expect(
      document.diagnostics.map(\.description) == [
        "f.yml:3:1: warning: 'a' is also on line 1; this later value counts [yaml.duplicate-key]"
      ])
  }

  @Test func furtherDocumentsAndOddKeysAreReported() throws {
    #expect(try parse("a: 1\n---\nb: 2\n").diagnostics.map(\.code) == ["yaml.documents"])
    #expect(try parse("[a]: 1\nb: 2\n").diagnostics.map(\.code) == ["yaml.key"])
    #expect(try parse("[a]: 1\nb: 2\n").root?.mapping?.map(\.key) == ["b"])
  }

  @Test(arguments: [
    ("a: b: c\n", 1, 5), ("a: [1, 2\nb: 3\n", 2, 2), ("a: 'x\n", 2, 1), ("é: @x\n", 1, 5),
    ("a:\n\t- b\n", 2, 1), ("a: *missing\n", 1, 4), ("a: \u{1}\n", 1, 4),
  ])
  func syntaxErrorsHaveAPlace(text: String, line: Int, column: Int) throws {
    let error = try refusal(text)
    #expect(error.location == SourceLocation(path: "f.yml", line: line, column: column))
    #expect(error.diagnostic.code == "yaml.syntax")
    #expect(!error.message.isEmpty && !error.message.hasSuffix("."))
  }

  @Test func bytesThatAreNoTextAreRefused() throws {
    let error = try #require(throws: YAMLError.self) {
      try YAMLDocument(parsing: Array("a: ".utf8) + [0xFF, 0x0A], path: "f.yml")
    }
    #expect(error.location == SourceLocation(path: "f.yml", line: 1, column: 4))
    #expect(throws: YAMLError.self) { try YAMLDocument(parsing: [97, 58, 32, 0], path: "f.yml") }
  }
}
