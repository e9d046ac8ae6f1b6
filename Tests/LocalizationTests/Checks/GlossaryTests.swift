import Localization
import Testing

@Suite struct GlossaryTests {
  @Test func headingsThatOccurTwiceAreTerms() {
    var terms = HeadingTerms()
    let headings = [
      ("Prerequisites", "Conditions préalables"), ("Prerequisites", "Prérequis"),
      ("Prerequisites", "Conditions préalables"), ("Once", "Une fois"),
    ]
    for (number, heading) in headings.enumerated() {
      let page = """
        # \(unit(103, "Page \(number)", "Page \(number)"))

        ## <a name="x"></a>\(unit(104, heading.1, heading.0))

        \(unit(105, "Prérequis", "Prerequisites"))
        """
      terms.add(translatedPage(page))
    }
    let csv = string(GlossaryWriter.csv([("fr-fr", .heading, terms.glossary(of: french))]))
    #expect(
      csv == "source,locale,kind,uses,preferred,preferred uses,others\r\n"
        + "\"prerequisites\",\"fr-fr\",\"heading\",\"3\",\"conditions préalables\",\"2\","
        + "\"prérequis (1)\"\r\n")
  }

  @Test func labelsAndHeadingsAreToldApart() {
    let page = translatedPage(
      unit(103, "Choisir **Enregistrer**.", "Select **Save**.") + "\n\n"
        + unit(104, "=cmd **Enregistrer**.", "=cmd **Save**."))
    let report = TranslationChecker(width: 1).check(pageCount: 1) { _ in [page] }
    let glossary = report.glossaries[french]
    #expect(glossary?.entries["save"]?.translations.map(\.text) == ["enregistrer"])
    #expect(glossary?.entries["save"]?.count == 2)
  }
}
