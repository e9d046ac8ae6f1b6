import DocGen
import Model
import Testing

/// A connection whose type nobody stated: reasons say so instead of showing an empty name.
@Suite struct UnstatedTypeTests {
  private static let snapshot = """
    {"schema": "connections-snapshot/1",
      "connections": [{"connectionId": "c-1", "purposeKind": "export"%@}],
      "exports": [{"exportId": "e-1", "connectionId": "c-1", "state": "active"}]}
    """

  @Test(arguments: [
    ("", "(not stated)"), (#", "type": null"#, "(not stated)"), (#", "type": "acme""#, "acme"),
  ])
  func reasonsNameTheType(field: String, shown: String) throws {
    var fixture = ReportFixture(Self.snapshot.replacing("%@", with: field))
    fixture.rules = "CON-01,CRD-01,CRD-05,LIM-01,LIM-04,TRF-01,TRF-05"
    fixture.formats = [.csv]
    let table = try fixture.render().text("report/findings.csv")
    let unknowns = table.split(separator: "\r\n").filter { $0.contains(" type ") }
    #expect(unknowns.count >= 5, "\(table)")
    for line in unknowns {
      #expect(line.contains("type \(shown)") && !line.contains("type  "), "\(line)")
    }
  }

  @Test(arguments: [
    ("fr-fr", "(non indiqué)"), ("nl-nl", "(niet vermeld)"), ("kk-kz", "(көрсетілмеген)"),
    ("ar-sa", "(غير مذكور)"),
  ])
  func theyDoInTheLanguageOfTheReport(locale: String, shown: String) throws {
    var fixture = ReportFixture(Self.snapshot.replacing("%@", with: ""))
    fixture.rules = "CRD-01"
    fixture.formats = [.html]
    fixture.locales = [LocaleTag(locale)].compactMap(\.self)
    #expect(try fixture.render().text("\(locale)/report/rules/crd-01.html").contains(shown))
  }
}
