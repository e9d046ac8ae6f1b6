import Localization
import Model
import Testing

/// What stands outside the texts of a page.
@Suite struct StructureTests {
  private static let locales = ["fr-fr", "de-de", "es-es"].compactMap { LocaleTag($0) }

  private static let source = """
    # Title

    > [!NOTE]
    > Read this first.

    1. Do it.
    1. Then rest.

    | Name | Value |
    |---|---|
    | One | Two |

    ```
    run --all
    ```
    """

  private static func page(
    _ locale: LocaleTag = locales[0], original: String? = nil,
    change: (String) -> String = { $0 }
  ) -> TranslatedPage {
    let text = """
      # <a name="title"></a>\(unit(103, "Titre", "Title"))

      > [!NOTE]
      > \(unit(104, "Lisez ceci d’abord.", "Read this first."))

      1. \(unit(105, "Faites-le.", "Do it."))
      1. \(unit(106, "Reposez-vous ensuite.", "Then rest."))

      | \(unit(107, "Nom", "Name")) | \(unit(108, "Valeur", "Value")) |
      |---|---|
      | \(unit(109, "Un", "One")) | \(unit(110, "Deux", "Two")) |

      ```
      run --all
      ```
      """
    return TranslatedPage(
      locale: locale, path: "a.md", bytes: Array(change(text).utf8),
      original: original.map { Array($0.utf8) })
  }

  private func found(_ pages: [TranslatedPage]) -> [TranslationFinding] {
    TranslationChecker(width: 1).check(pageCount: 1) { _ in pages }.findings.filter {
      [.structure, .code, .identity].contains($0.check)
    }
  }

  @Test(arguments: [
    ("# <a", "## <a", "check.structure.changed"),
    ("[!NOTE]", "[!WARNING]", "check.structure.changed"),
    ("[!NOTE]\n", "[NOTE]\n", "check.structure.missing"),
    (
      "1. <span data-ttu-id=\"abcde-106", "2. <span data-ttu-id=\"abcde-106",
      "check.structure.changed"
    ),
    (
      "1. <span data-ttu-id=\"abcde-106", "<span data-ttu-id=\"abcde-106", "check.structure.missing"
    ),
    ("run --all", "lancer --all", "check.code.changed"), ("run --all\n", "", "check.code.missing"),
    ("run --all", "run --all\nrun", "check.code.extra"),
    (
      " | <span data-ttu-id=\"abcde-110", " <span data-ttu-id=\"abcde-110",
      "check.structure.changed"
    ),
  ])
  func aChangeIsFound(from: String, to: String, key: String) {
    let change = { (text: String) in text.replacing(from, with: to) }
    // Beside other locales, and beside the source file alone.
    let others = Self.locales.dropFirst().map { Self.page($0) }
    #expect(found([Self.page(change: change)] + others).map(\.message.key) == [key])
    #expect(found([Self.page(original: Self.source, change: change)]).map(\.message.key) == [key])
  }

  @Test func aTextInAnotherCellIsFound() throws {
    let moved = Self.page { text in
      text.replacing(
        "</span></span> | <span data-ttu-id=\"abcde-110",
        with: "</span></span> <span data-ttu-id=\"abcde-110"
      ).replacing("</span></span> |\n\n", with: "</span></span> | |\n\n")
    }
    let finding = try #require(
      found([moved] + Self.locales.dropFirst().map { Self.page($0) }).first)
    #expect(finding.message.key == "check.structure.moved")
    #expect(finding.location.line == 11)
  }

  private static let listSource = """
    1. One

       > [!NOTE]
       > Two

       More of it.

       - Three
       - Four

         ```
         run
         ```
    1. Five

    > - Six
    >   - Seven
    """

  private static func listPage(_ change: (String) -> String) -> TranslatedPage {
    let text = """
      1. \(unit(101, "Un", "One"))

         > [!NOTE]
         > \(unit(102, "Deux", "Two"))

         \(unit(110, "Et encore.", "More of it."))

         - \(unit(103, "Trois", "Three"))
         - \(unit(104, "Quatre", "Four"))

           ```
           run
           ```
      1. \(unit(105, "Cinq", "Five"))

      > - \(unit(106, "Six", "Six"))
      >   - \(unit(107, "Sept", "Seven"))
      """
    return TranslatedPage(
      locale: locales[0], path: "a.md", bytes: Array(change(text).utf8),
      original: Array(listSource.utf8))
  }

  /// What stands in another list than in the source is found, and nothing else is.
  @Test(arguments: [
    ("   - <span data-ttu-id=\"abcde-104", "- <span data-ttu-id=\"abcde-104", [9]),
    ("   - <span data-ttu-id=\"abcde-103", "       - <span data-ttu-id=\"abcde-103", [8]),
    ("   > [!NOTE]\n   > <", "> [!NOTE]\n> <", [3]),
    ("     ```\n     run", "```\n     run", [11]),
    ("1. <span data-ttu-id=\"abcde-105", "   1. <span data-ttu-id=\"abcde-105", [14]),
    (">   - <", "> - <", [17]),
    ("   <span data-ttu-id=\"abcde-110", "<span data-ttu-id=\"abcde-110", [6]),
    // Code behind an item must be indented as far as the item's words.
    ("   - <", "    - <", [11]), ("   - <", "\t- <", [11]),
    ("1. <", "1) <", [1, 14]),
  ])
  func theListThatALineStandsInIsCompared(from: String, to: String, lines: [Int]) {
    let findings = found([Self.listPage { $0.replacing(from, with: to) }])
    #expect(findings.map(\.location.line) == lines)
    let key =
      to.hasPrefix("1)")
      ? "check.structure.changed"
      : to.hasPrefix("<span") ? "check.structure.paragraph" : "check.structure.indented"
    #expect(findings.allSatisfy { $0.message.key == key })
  }

  /// Blanks that change no list, and a paragraph that goes on without them.
  @Test(arguments: [
    ("1. <span data-ttu-id=\"abcde-105", " 1. <span data-ttu-id=\"abcde-105"),
    ("     ```\n     run\n     ```", "      ```\n      run\n      ```"),
    (">   - <", ">    - <"), ("\n\n   - <", "\n   - <"),
  ])
  func otherBlanksAreNoDifference(from: String, to: String) {
    #expect(found([Self.listPage { $0.replacing(from, with: to) }]) == [])
  }

  /// What a line has grows with its length, not with the square of it.
  @Test(
    .timeLimit(.minutes(5)), arguments: ["- ", "1. ", "> - ", "\t- ", "-\n", "> ", "    - a\n\n"])
  func markersInARowCostTimeByTheirNumber(piece: String) {
    let page = Self.page { $0 + "\n\n" + String(repeating: piece, count: 200_000) + "x\n" }
    _ = found([page] + Self.locales.dropFirst().map { Self.page($0) })
  }

  @Test func whatAllLocalesHaveIsRight() {
    let pages = Self.locales.map { Self.page($0, original: Self.source) }
    #expect(found(pages) == [])
    #expect(found([pages[0]]) == [])
  }

  /// A source of another version tells nothing.
  @Test func anotherVersionOfTheSourceIsNoWitness() {
    let other = (1...9).map { "## New \($0)\n\n- One more \($0).\n" }.joined(separator: "\n")
    #expect(found([Self.page(original: other + Self.source)]) == [])
  }

  @Test func aLostSentenceIsFoundInTheSource() throws {
    let lost = Self.page(original: Self.source) { text in
      text.replacing("1. \(unit(106, "Reposez-vous ensuite.", "Then rest."))\n", with: "")
    }
    let findings = found([lost])
    let finding = try #require(findings.first { $0.check == .identity })
    #expect(finding.message.key == "check.identity.lost")
    #expect(finding.number == 106)
    #expect(finding.location.line == 6)
  }

  /// An anchor of the source's own stands in the translated heading too, perhaps behind another.
  @Test(arguments: ["", "<a name=\"examples-for-all-to-read-again\"></a>"])
  func aHeadingWithAnAnchorIsNotLost(anchor: String) {
    let own = "<a name=\"K_examples\"></a>"
    func heading(_ anchors: String, _ text: String) -> String { "\n## \(anchors)\(text)\n" }
    let page = Self.page(
      original: Self.source + heading(own, "Examples for all to read again")
    ) { text in
      text
        + heading(
          anchor + own, unit(120, "Exemples à relire", "Examples for all to read again"))
    }
    #expect(found([page]).filter { $0.check == .identity } == [])
  }

  @Test(arguments: ["Titre", "Faites-le. Lisez ceci d’abord.", "Lisez ceci d’abord. Faites-le."])
  func aTextOfAnotherUnitIsFound(target: String) {
    let page = Self.page { text in
      target == "Titre"
        ? text.replacing("Lisez ceci d’abord.", with: target)
        : text.replacing("Faites-le.", with: target)
    }
    #expect(found([page]).map(\.message.key) == ["check.identity.copied"])
  }
}
