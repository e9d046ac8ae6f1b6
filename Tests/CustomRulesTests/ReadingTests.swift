import CustomRules
import Foundation
import Model
import TestSupport
import Testing

@Suite struct ReadingTests {
  @Test func aHeaderOfLinesAndOneInABlockSayTheSame() throws {
    let header = """
      id: ORG-07
      severity: low
      subject: connection
      reads: [exports]
      title:
        en-us: Title
        fr-fr: Titre
      criterion: Must hold.
      remedy: {en-us: Do, nl-nl: Doe}
      controls: {gdpr: ["5", "6"]}
      """
    let lines = header.split(separator: "\n").map { "-- \($0)" }.joined(separator: "\n")
    let forms = ["\(lines)\n\nselect 1\n", "/* \(header)\n*/\nselect 1"]
    // As editors of Windows save them.
    for text in forms + forms.map({ "\u{FEFF}" + $0.replacing("\n", with: "\r\n") }) {
      let loaded = try CustomRuleFixture.load(["a.sql": text, "README.md": "no rule"])
      let rule = try #require(loaded.rules.first, "\(loaded.diagnostics)")
      #expect(rule.description.id == "ORG-07")
      #expect(rule.description.severity == .low)
      #expect(rule.description.group == .custom)
      #expect(rule.description.sections == [.connections, .exports])
      #expect(rule.description.controls == [ControlMapping(.gdpr, ["5", "6"])])
      #expect(rule.query == "select 1")
      #expect(rule.words.keys.sorted().map(\.folder) == ["en-us", "fr-fr"])
      let french = try #require(LocaleTag("fr-fr").flatMap { rule.words[$0] })
      #expect(french.title == "Titre")
      #expect(french.criterion == "Must hold.", "what a language lacks is English")
    }
  }

  @Test(arguments: [
    ("select 1", "rule.header", 1), ("\n/* id: ORG-01\nselect 1", "rule.header", 1),
    (
      "-- id: ORG-01\r\n-- title: T\r\n-- severity: hgh\r\n-- subject: export\r\nselect 1",
      "rule.word", 3
    ), ("-- id: ORG-01", "rule.query", 1),
    ("-- id: org1\n-- title: T\n-- severity: high\n-- subject: export\nselect 1", "rule.id", 1),
    ("-- id: CON-01\n-- title: T\n-- severity: high\n-- subject: export\nselect 1", "rule.id", 1),
    ("-- id: ORG-01\n-- title: T\n-- severity: hgh\n-- subject: export\nselect 1", "rule.word", 3),
    ("-- id: ORG-01\n-- title: T\n-- severity: high\n-- subject: exprot\nselect 1", "rule.word", 4),
    ("-- id: ORG-01\n-- severity: high\n-- subject: export\nselect 1", "rule.missing", 1),
    (
      "-- id: ORG-01\n-- title: T\n-- severity: high\n-- subject: export\n-- colour: red\nselect 1",
      "rule.unknown-field", 5
    ),
    (
      "-- id: ORG-01\n-- title: T\n-- severity: high\n-- subject: export\n-- controls: {gdrp: []}\nselect 1",
      "rule.framework", 5
    ),
    (
      "-- id: ORG-01\n-- title: T\n-- severity: high\n-- subject: export\n-- reads: [export]\nselect 1",
      "rule.section", 5
    ),
    (
      "-- id: ORG-01\n-- title: T\n-- severity: high\n-- subject: export\n-- fixtures: [{name: n}]\nselect 1",
      "rule.missing", 5
    ),
    (
      "-- id: ORG-01\n-- title: T\n-- severity: high\n-- subject: export\n-- steps: 0\nselect 1",
      "rule.number", 5
    ),
    (
      "-- id: ORG-01\n-- title: T\n-- severity: high\n-- subject: export\n-- steps: many\nselect 1",
      "rule.number", 5
    ), ("-- id: [\nselect 1", "yaml.syntax", 1),
  ])
  func badHeadersAreRefusedWithTheirPlace(text: String, code: String, line: Int) throws {
    let loaded = try CustomRuleFixture.load(["a.sql": text])
    #expect(loaded.rules.isEmpty)
    let problem = try #require(
      loaded.diagnostics.first { $0.code == code }, "\(loaded.diagnostics)")
    #expect(problem.location.path == "rules/a.sql")
    #expect(problem.location.line == line)
  }

  @Test func idsAreUniqueAndFoldersHaveRules() throws {
    let text = "-- id: ORG-01\n-- title: T\n-- severity: high\n-- subject: export\nselect 1"
    let twice = try CustomRuleFixture.load(["a.sql": text, "b.sql": text])
    #expect(twice.rules.isEmpty)
    #expect(twice.diagnostics.map(\.code) == ["rule.duplicate"])
    #expect(try CustomRuleFixture.load(["a.txt": ""]).diagnostics.map(\.code) == ["rule.none"])
    #expect(!CustomRuleFolder.load("/nowhere", name: "nowhere").diagnostics.isEmpty)
  }

  @Test func theShippedExamplesAreSound() throws {
    let folder = SharedMaterial.projectFolder.appending(path: "examples/contoso/rules").path
    let loaded = CustomRuleFolder.load(folder, name: "examples/contoso/rules")
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.rules.map(\.description.id) == ["ORG-01", "ORG-02", "ORG-03"])
    #expect(loaded.rules.allSatisfy { $0.fixtures.count >= 3 && $0.words.count == 5 })
  }
}
