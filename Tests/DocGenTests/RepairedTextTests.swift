import DocGen
import FileSystem
import Localization
import Model
import TestSupport
import Testing

/// Checks of translations whose damage is repaired where they are shown.
@Suite struct RepairedTextTests {
  private static let source = """
    # Page

    See [the pump](pump.md) and [the valve](valve.md).

    ![Pump](pump.png)

    """

  /// What the checks of a translation find, of the kinds that damaged links count to.
  private func findings(_ translation: String, isShown: Bool) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write("en-us/page.md", Self.source)
    try folder.write("de-de/page.md", translation)
    let tree = try ContentTree(layers: try ContentLayer.layers(in: folder.path))
    let repairs = isShown ? RepairedTexts() : nil
    let path = try #require(RelativePath("page.md"))
    let report = try TranslationChecker().check(pageCount: 1) { _ throws(FileError) in
      try tree.translations(of: path, repairs: repairs)
    }
    let kinds: [TranslationCheck] = [.link, .image, .bracket, .doubledWord]
    return report.findings.filter { kinds.contains($0.check) }.map { finding in
      let place = repairs?.written(finding.location) ?? finding.location
      return "\(place.line):\(place.column) \(finding.check.code)"
    }
  }

  @Test(arguments: [
    "Siehe [die Pumpe] (pump.md) und [das Ventil](valve.md).\n\n![Pumpe](pump.png)",
    "Siehe [die Pumpe](pump. md) und [das Ventil](valve.md).\n\n![Pumpe](pump.png)",
    "Siehe [die Pumpe](pump.md) und [das Ventil](valve.md).\n\n! [Pumpe] (pump.png)",
  ])
  func whatIsShownIsNotMissing(text: String) throws {
    let page = "# Seite\n\n\(text)\n"
    #expect(try findings(page, isShown: true) == [])
    #expect(try !findings(page, isShown: false).isEmpty)
  }

  /// What is lost stays missing, and places are those of the file.
  @Test func whatIsLostIsMissing() throws {
    let page =
      "# Seite\n\nSiehe [die Pumpe] (pump.md) und das Ventil Ventil.\n\n![Pumpe](pump.png)\n"
    let shown = try findings(page, isShown: true)
    #expect(shown.contains { $0.hasSuffix("link") } && shown.count < 4, "\(shown)")
    #expect(shown.contains("3:44 \(TranslationCheck.doubledWord.code)"), "\(shown)")
  }
}
