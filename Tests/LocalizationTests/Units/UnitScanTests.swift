import Localization
import Model
import Testing

/// A unit as the corpus writes it.
func unit(_ number: Int, _ target: String, _ source: String) -> String {
  "<span data-ttu-id=\"abcde-\(number)\">\(target)</span><span class=\"sxs-lookup\">"
    + "<span data-stu-id=\"abcde-\(number)\">\(source)</span></span>"
}

func string(_ bytes: some Sequence<UInt8>) -> String {
  String(decoding: Array(bytes), as: UTF8.self)
}

/// A unit with its texts, to compare.
struct Pair: Equatable {
  var number: Int
  var target: String
  var source: String
}

private func pairs(_ text: String) -> [Pair] {
  let page = Array(text.utf8)
  return Units.scan(page).units.map {
    Pair(number: $0.number, target: string(page[$0.target]), source: string(page[$0.source]))
  }
}

private func problems(_ text: String) -> [UnitProblem.Kind] {
  Units.scan(Array(text.utf8)).problems.map(\.kind)
}

private func strip(_ text: String) -> String { string(Units.plainTarget(of: Array(text.utf8))) }

@Suite struct UnitScanTests {
  @Test(arguments: [
    ("paragraph", "", ""), ("heading", "## <a name=\"x\"></a>", ""), ("quote", "> ", ""),
    ("item", "  1. ", ""), ("cell", "| a |", " | b |"), ("link", "See [", "](b.md)."),
  ])
  func findsUnitsAnywhereInALine(name: String, before: String, after: String) {
    let text = before + unit(103, "Bonjour **à** tous", "Hello **to** all") + after + "\n"
    #expect(
      pairs(text) == [Pair(number: 103, target: "Bonjour **à** tous", source: "Hello **to** all")])
    #expect(problems(text).isEmpty)
    #expect(strip(text) == before + "Bonjour **à** tous" + after + "\n")
  }

  @Test func separatesNeighbours() {
    let text = unit(103, "Un.", "One.") + " " + unit(104, "Deux.", "Two.") + unit(105, "3", "3")
    #expect(pairs(text).map(\.number) == [103, 104, 105])
    #expect(strip(text) == "Un. Deux.3")
  }

  /// Where several sentences became one unit, the number has a `p`, and counts by itself.
  @Test func readsUnitsOfSeveralSentences() {
    let joined = unit(103, "Un. Deux.", "One. Two.").replacing("abcde-", with: "abcde-p")
    let text = unit(103, "a", "b") + " " + joined
    #expect(
      pairs(text) == [
        Pair(number: 103, target: "a", source: "b"),
        Pair(number: 1_000_000_103, target: "Un. Deux.", source: "One. Two."),
      ])
    #expect(problems(text) == [])
    #expect(strip(text) == "a Un. Deux.")
    #expect(Units.scan(Array(text.utf8)).units.map(\.id) == ["abcde-103", "abcde-p103"])
  }

  @Test(arguments: ["abcde-p", "abcde-", "abcde-pp1", "abcde-p1234567890", "abcde-q1", "-p1"])
  func readsNoOtherIDs(id: String) {
    #expect(pairs(unit(103, "a", "b").replacing("abcde-103", with: id)) == [])
  }

  @Test func keepsNestedSpans() {
    let bold = "<span class=\"ui\">OK</span>"
    let text = unit(103, "Choisir \(bold)", "Select \(bold)")
    #expect(
      pairs(text) == [Pair(number: 103, target: "Choisir \(bold)", source: "Select \(bold)")])
  }

  @Test func crossesLines() {
    let text = unit(103, "a\n> b", "c\n> d")
    #expect(strip("> " + text) == "> a\n> b")
  }

  @Test func leavesFrontMatterAlone() {
    let text = "---\ntitle: " + unit(101, "a", "b") + "\n---\n" + unit(103, "c", "d")
    #expect(pairs(text).map(\.number) == [103])
  }

  /// Real pages have these: from some unit on all quotation marks are escaped, the first in half.
  @Test(arguments: [
    unit(103, "a", "b").replacing("\"", with: "&quot;"),
    unit(103, "a", "b").replacing("103\">a", with: "103&quot;>a"),
    unit(103, "a", "b").replacing("\"sxs-lookup\"", with: "&quot;sxs-lookup\""),
  ])
  func readsEscapedQuotes(text: String) {
    #expect(pairs(text) == [Pair(number: 103, target: "a", source: "b")])
    #expect(problems(text) == [.escapedQuotes])
  }

  @Test func closesAnUnclosedSource() {
    let text = unit(103, "a", "b").dropLast(7) + "\n\n" + unit(104, "c", "d")
    #expect(pairs(String(text)).map(\.source) == ["b", "d"])
    #expect(problems(String(text)) == [.unclosedSource])
    #expect(strip(String(text)) == "a\n\nc")
  }

  @Test(arguments: [
    ("<span data-ttu-id=\"abcde-103\">a</span> b", "a b"),
    ("<span data-ttu-id=\"abcde-103\">a b\n\nc</span>", "a b\n\nc</span>"),
    ("<span class=\"sxs-lookup\"><span data-stu-id=\"abcde-103\">a</span></span> b", "a b"),
    ("<span data-ttu-id=\"abcde\">a</span>", "a"),
    (
      "<span data-ttu-id=\"abcde-103\">a<span class=\"x\">b</span></span> c",
      "a<span class=\"x\">b</span> c"
    ),
  ])
  func keepsTheTextOfBrokenSpans(text: String, kept: String) {
    let after = "\n\n" + unit(104, "c", "d")
    #expect(strip(text + after) == kept + "\n\nc")
    #expect(problems(text + after) == [.broken])
    #expect(pairs(text + after).map(\.number) == [104])
  }

  @Test func reportsDoublesAndDifferentIds() {
    #expect(problems(unit(103, "a", "b") + unit(103, "c", "d")) == [.duplicateNumber(103)])
    // A file that was included counts its units itself.
    #expect(
      problems(unit(103, "a", "b") + unit(103, "c", "d").replacing("abcde", with: "0123f")) == [])
    let differing = unit(103, "a", "b").replacing("stu-id=\"abcde-103", with: "stu-id=\"abcde-9")
    #expect(problems(differing) == [.idsDiffer])
    #expect(problems(unit(103, "", "b")) == [.empty])
  }

  @Test func takesAnExampleInACodeSpanAsText() {
    let text = "Write `<span data-ttu-id=\"PPPPP-NNN\">` first."
    #expect(problems(text).isEmpty)
    #expect(strip(text) == text)
  }

  @Test func namesThePlaceOfAProblem() {
    let page = Array("---\ntitle: a\n---\n# b\n\nc <span data-ttu-id=\"abcde-103\">d\n".utf8)
    let diagnostics = Units.diagnostics(Units.scan(page), in: page, path: "fr-fr/a.md")
    #expect(diagnostics.map { "\($0.location) \($0.code)" } == ["fr-fr/a.md:6:3 unit.broken"])
  }

  @Test func rebuildsTheSource() {
    let text = "# <a name=\"hi\"></a>" + unit(103, "Salut", "Hi") + "\n\n- " + unit(104, "a", "b")
    #expect(string(Units.plainSource(of: Array(text.utf8))) == "# Hi\n\n- b")
  }

  @Test(arguments: ["", "> ", "  > ", "- ", "1. ", "> - ", "  10) "])
  func anchorsOfHeadingsAreNotTheSources(prefix: String) {
    let page = "\(prefix)## <a name=\"hi\"></a>\(unit(101, "Salut", "Hi"))\n"
    #expect(string(Units.plainSource(of: Array(page.utf8))) == "\(prefix)## Hi\n")
    let text = "\(prefix)<a name=\"hi\"></a>\(unit(101, "Salut", "Hi"))\n"
    #expect(string(Units.plainSource(of: Array(text.utf8))) == "\(prefix)<a name=\"hi\"></a>Hi\n")
  }
}
