import Localization
import Model
import Testing

/// Mistakes that only show beside other locales or other texts.
@Suite struct SetDefectTests {
  private static let locales = ["fr-fr", "de-de", "es-es"].compactMap { LocaleTag($0) }

  private func report(_ pages: [TranslatedPage]) -> [TranslationFinding] {
    TranslationChecker(width: 1).check(pageCount: 1) { _ in pages }.findings
  }

  private func page(_ locale: LocaleTag, _ units: [String]) -> TranslatedPage {
    TranslatedPage(locale: locale, path: "a.md", bytes: Array(units.joined(separator: "\n\n").utf8))
  }

  private static let items = [
    unit(103, "Un.", "One."), unit(104, "Deux.", "Two."), unit(105, "Trois.", "Three."),
    unit(106, "Fin.", "End."),
  ]

  /// A list item that was dropped is a unit which one locale lacks.
  @Test func aLostUnitIsFound() throws {
    let pages = Self.locales.enumerated().map { index, locale in
      page(locale, index == 1 ? Self.items.filter { !$0.contains("-105") } : Self.items)
    }
    let lost = report(pages).filter { $0.check == .identity }
    #expect(lost.map(\.message.key) == ["check.identity.missing"])
    #expect(lost.first?.locale == Self.locales[1])
    #expect(lost.first?.number == 105)
    #expect(lost.first?.location.line == 3)
  }

  @Test func aUnitThatOneLocaleAloneHasIsNoLoss() {
    let pages = Self.locales.enumerated().map { index, locale in
      page(locale, index == 1 ? Self.items : Self.items.filter { !$0.contains("-105") })
    }
    #expect(report(pages).filter { $0.check == .identity } == [])
  }

  /// Of two locales, the one without anything of its own has lost a unit.
  @Test func aUnitThatOneOfTwoLocalesLacksIsFound() throws {
    let pages = Self.locales.prefix(2).enumerated().map { index, locale in
      page(locale, index == 1 ? Self.items.filter { !$0.contains("-105") } : Self.items)
    }
    let lost = report(pages).filter { $0.check == .identity }
    #expect(lost.map(\.number) == [105])
    #expect(lost.first?.locale == Self.locales[1])
  }

  /// Two locales of different versions of the source each have something of their own.
  @Test func twoVersionsOfTheSourceAreNoLoss() {
    let pages = Self.locales.prefix(2).enumerated().map { index, locale in
      page(
        locale,
        Self.items.filter { !$0.contains(index == 1 ? "-105" : "-104") })
    }
    #expect(report(pages).filter { $0.check == .identity } == [])
  }

  /// The steps of a path through the interface stand in their order in every language.
  @Test func exchangedStepsAreFound() throws {
    var units: [String] = []
    for number in 0..<4 {
      units.append(unit(103 + 2 * number, "Choisir **Admin**.", "Select **Manager**."))
      units.append(unit(104 + 2 * number, "Choisir **Liens**.", "Select **Connections**."))
    }
    let path = "Go to **Manager** > **Connections**."
    units.append(unit(111, "Accéder à **Admin** > **Liens**.", path))
    units.append(unit(112, "Accéder à **Liens** > **Admin**.", path))
    // The two things of a list too, but not what a sentence may put in another order.
    units.append(
      unit(113, "Choisir **Liens** ou **Admin**.", "Select **Manager** or **Connections**."))
    units.append(
      unit(114, "Dans **Liens**, choisir **Admin**.", "Select **Manager** in **Connections**."))
    let found = report([page(Self.locales[0], units)]).filter { $0.check == .labelInconsistent }
    #expect(found.map(\.number) == [112, 113])
    #expect(found.first?.subject == "manager")
  }

  /// A name that a set keeps elsewhere, and that its sources have as a name, keeps its letters.
  @Test(arguments: ["Ouvrez azure ici.", "Ouvrez AZURE ici."])
  func aNameInOtherLettersIsFound(target: String) {
    let units = [
      unit(103, "Voir Azure ici.", "See Azure here."), unit(104, "Dans Azure :", "In Azure:"),
      unit(107, "Lire Azure.", "Read Azure."), unit(108, "Quitter Azure.", "Leave Azure."),
      unit(105, target, "Open Azure here."),
      // A word that the language has too is no name.
      unit(106, "Voir internet ici.", "See Internet here."),
    ]
    let found = report([page(Self.locales[0], units)]).filter { $0.check == .identifier }
    #expect(found.map(\.number) == [105])
  }
}
