import Localization
import Model
import Testing

/// Texts that are made to cost time: what a check looks at grows with their length, not with the
/// square of it.
@Suite struct HostileTextTests {
  private static let longest = 4_096

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      ">+", "+<", "Ctrl> +<", "one two three four. ", "</kbd>+<kbd>", "*a", "**a", "![a](", "[a](b",
      "](", "[", "<b>", "`", "``a", "{0} ", "%s ", "&nbsp;", "1,000.5 ", "a@b.c ", "\u{202A}", "(",
      "« a ", "http://a/", "\\", "- ", "a ", "\"a\" ", "<b>a</b> ", "Aa Bb ",
    ])
  func costsTimeByItsLength(piece: String) {
    let text = String(repeating: piece, count: (Self.longest - 2) / piece.utf8.count)
    for _ in 0..<3 { _ = findings(text, "Press Ctrl+C, then F5.", locale: "de-de") }
    for _ in 0..<3 { _ = findings("x" + text, text + "y", locale: "de-de") }
  }

  /// No sentence is as long: it is told, and nothing else is known of it.
  @Test(arguments: [(0, false), (1, true), (1_000_000, true)])
  func aTextThatIsTooLongIsToldAndLeftOut(excess: Int, isTold: Bool) throws {
    let text = String(repeating: "*a", count: (Self.longest + excess + 1) / 2)
      .prefix(Self.longest + excess)
    let page = TranslatedPage(
      locale: try #require(LocaleTag("fr-fr")), path: "a.md",
      bytes: Array("\n\(unit(103, String(text), "One."))\n\n\(unit(104, "Deux", "Two."))".utf8))
    let report = TranslationChecker(width: 1).check(pageCount: 1) { _ in [page] }
    #expect(report.diagnostics.map(\.code) == (isTold ? ["translation.too-long"] : []))
    #expect(report.diagnostics.allSatisfy { $0.location.line == 2 && $0.severity == .warning })
    #expect(report.findings.contains { $0.number == 103 } == !isTold)
    // What stands beside it is examined.
    #expect(report.findings.contains { $0.number == 104 && $0.check == .endPunctuation })
  }

  /// A link whose address has brackets is one as long as they are closed and less than 32 deep, as
  /// in CommonMark's own program.
  @Test(arguments: [1, 31, 32, 2_000])
  func bracketsOfAnAddressAreCounted(depth: Int) {
    let brackets = String(repeating: "(", count: depth) + String(repeating: ")", count: depth)
    let isLink = depth < 32
    // The same link is no difference; where it is none, its words are text like any other.
    #expect(findings("Voir [ici](a\(brackets)).", "See [here](a\(brackets)).") == [])
    #expect(
      findings("Voir ici.", "See [here](a\(brackets)).").contains("check.link.missing") == isLink)
  }
}
