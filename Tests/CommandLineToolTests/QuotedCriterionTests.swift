import Foundation
import TestSupport
import Testing

/// What a report says at a quoted criterion, from the pages of the rule to the finished report.
@Suite struct QuotedCriterionTests {
  private static let snapshot = """
    {
      "schema": "connections-snapshot/1",
      "environment": {"instanceId": "i-1", "name": "Small", "instanceType": "production"},
      "collection": {
        "collectedUtc": "2026-09-30T06:00:00Z", "collectedBy": "a@b.example", "tool": "hand",
        "toolVersion": "1", "timeZone": "UTC",
        "sources": [{"section": "consents", "kind": "manual", "recordCount": 0, "complete": true}]
      },
      "connections": [
        {"connectionId": "c-1", "purposeKind": "export", "type": "mailchimp",
         "displayName": "News", "createdUtc": "2024-01-01T00:00:00Z"}
      ],
      "consents": []
    }
    """

  private static func page(_ title: String, _ sections: [(String, String)]) -> String {
    "---\ntitle: \(title)\nvouch.rule: CON-01\n---\n\n# CON-01: \(title)\n\n"
      + sections.map { "## \($0.0)\n\n\($0.1)\n" }.joined(separator: "\n")
  }

  private static func source(_ criterion: String) -> String {
    page("Agreed", [("Criterion", criterion), ("What to do", "Ask again.")])
  }

  /// The report on the rule in French and in Dutch, which has the built-in page only.
  private func reports(
    criterionThen: String, criterionNow: String, translation: [(String, String)]
  ) throws -> (french: String, dutch: String) {
    let folder = try TemporaryFolder()
    let tool = BuiltTool(folder: folder.path)
    try folder.write("snapshot.json", Self.snapshot)
    let original =
      translation.count == 2
      ? Self.source(criterionThen)
      : Self.page("Agreed", [("What to do", "Ask again.")])
    try folder.write("docs/en-us/rules/con-01.md", original)
    try folder.write("plain/con-01.md", Self.page("Accord donné", translation))
    let localized = try tool.call([
      "localize", "plain/con-01.md", "--source", "docs/en-us/rules/con-01.md", "-l", "fr-fr", "-o",
      "docs/fr-fr/rules/con-01.md",
    ])
    #expect(localized.status == 0, "\(localized.diagnostics)")
    try folder.write("docs/en-us/rules/con-01.md", Self.source(criterionNow))
    let audit = try tool.call([
      "audit", "snapshot.json", "--rules", "CON-01", "--content", "docs", "--locale",
      "fr-fr,nl-nl", "-o", "out",
    ])
    #expect(audit.status == 1, "\(audit.diagnostics)")
    return (
      try #require(folder.text("out/fr-fr/report/rules/con-01.html")),
      try #require(folder.text("out/nl-nl/report/rules/con-01.html"))
    )
  }

  private static let translated = [
    ("Critère", "Quelqu’un a accepté."), ("Mesures à prendre", "Demandez à nouveau."),
  ]
  private static let changed = "Le texte anglais a changé depuis"

  @Test func aCurrentCriterionHasNoNote() throws {
    let text = "Somebody agreed."
    let (french, dutch) = try reports(
      criterionThen: text, criterionNow: text, translation: Self.translated)
    #expect(french.contains("Quelqu’un a accepté."))
    #expect(!french.contains(Self.changed))
    #expect(!french.contains("Pas encore traduit"))
    // The built-in Dutch page was translated from another text, and says so.
    #expect(dutch.contains("De Engelse tekst is sindsdien gewijzigd"))
  }

  @Test func aCriterionThatDriftedSaysSo() throws {
    let (french, _) = try reports(
      criterionThen: "Somebody agreed.", criterionNow: "Somebody agreed in writing.",
      translation: Self.translated)
    #expect(french.contains("Quelqu’un a accepté."))
    // Once, at the criterion: what is to be done says the same as before.
    #expect(french.components(separatedBy: Self.changed).count == 2)
  }

  @Test func aCriterionThatIsMissingIsInEnglishAndSaysSo() throws {
    let (french, _) = try reports(
      criterionThen: "", criterionNow: "Somebody agreed.",
      translation: [("Mesures à prendre", "Demandez à nouveau.")])
    #expect(french.contains("Demandez à nouveau."))
    #expect(french.contains("Somebody agreed."))
    #expect(french.contains("Pas encore traduit"))
    #expect(!french.contains(Self.changed))
  }
}
