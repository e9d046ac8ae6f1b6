import Foundation
import TestSupport
import Testing

/// `vouch run` with several snapshots: the report of `vouch audit` on all, and the site.
@Suite struct SeveralRunsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (name, detached) in [("north", "2026-09-20"), ("south", "2025-01-01")] {
      try folder.write(
        "\(name).json",
        """
        {
          "schema": "connections-snapshot/1",
          "environment": {"instanceId": "\(name)", "name": "The \(name)"},
          "collection": {"collectedUtc": "2026-09-30T06:00:00Z", "timeZone": "UTC",
            "sources": [{"section": "exports", "kind": "manual", "recordCount": 1,
              "complete": true}]},
          "exports": [{"exportId": "e-1", "connectionId": null,
            "detachedUtc": "\(detached)T00:00:00Z"}]
        }
        """)
    }
    try folder.write(
      "rules/own.sql",
      """
      -- id: ORG-07
      -- severity: low
      -- subject: export
      -- title: {en-us: Exports are counted, fr-fr: Les exportations sont comptées}
      select _subject as subject, 'pass' as outcome from exports
      """)
    try folder.write(
      "vouch.yaml",
      """
      snapshot: [north.json, south.json]
      rules: LIF-01,ORG-07
      as-of: 2026-10-01T00:00:00Z
      fail-on: medium
      locale: [en-us, fr-fr, nl-nl]
      content: docs
      no-cache: true
      """)
    try folder.write("docs/en-us/index.md", "---\ntitle: Home\n---\n# Home\n")
  }

  private func call(_ words: [String]) throws -> BuiltTool.Ending {
    try BuiltTool(folder: folder.path).call(words)
  }

  private static let audit = [
    "--rules", "LIF-01,ORG-07", "--as-of", "2026-10-01T00:00:00Z", "--locale", "en-us,fr-fr,nl-nl",
    "--content", "docs", "--custom-rules", "rules", "--fail-on", "medium",
  ]

  @Test func theReportIsThatOfAnAuditAndTheSiteIsBesideIt() throws {
    let ran = try call(["run", "-o", "run"])
    #expect(ran.status == 1, "\(ran.diagnostics)")
    #expect(ran.output.contains("2 environments"))
    let audited = try call(["audit", "north.json", "south.json", "-o", "audit"] + Self.audit)
    #expect(audited.status == 1, "\(audited.diagnostics)")
    let (site, report) = (
      try Tree("\(folder.path)/run"), try Tree("\(folder.path)/audit")
    )
    for path in report.files.keys where !path.hasSuffix("SHA256SUMS") {
      let isPage = path.hasSuffix(".html") && !path.hasPrefix("environments/")
      // The first page leads to the site too.
      #expect(isPage || site.files[path] == report.files[path], "\(path)")
    }
    for path in ["en-us/index.html", "fr-fr/report/index.html", "en-us/rules/lif-01.html"] {
      #expect(site.files[path] != nil, "\(path)")
    }
    #expect(try call(["verify", "run"]).status == 0)
  }

  @Test func namedOnTheCommandLineTheyTakeThePlaceOfTheConfiguredOnes() throws {
    let one = try call(["run", "--snapshot", "north.json", "-o", "one"])
    #expect(one.status == 0, "\(one.diagnostics)")
    #expect(folder.text("one/report/manifest.json") != nil)
    let both = try call(
      ["run", "--snapshot", "south.json", "--snapshot", "north.json", "-o", "both", "--quiet"])
    #expect(both.status == 1 && both.output == "", "\(both.diagnostics)")
    #expect(try call(["run", "-o", "configured", "--quiet"]).output == "")
    #expect(
      try Tree("\(folder.path)/both").differences(from: Tree("\(folder.path)/configured")) == [])
  }

  @Test func whatIsWrongWithAnyIsToldAndNothingIsWritten() throws {
    try folder.write("cut.json", "{")
    let ending = try call([
      "run", "--snapshot", "cut.json", "--snapshot", "north.json", "--snapshot", "missing.json",
      "-o", "bad",
    ])
    #expect(ending.status == 3)
    #expect(ending.diagnostics.contains("cut.json:1:2: error:"))
    #expect(ending.diagnostics.contains("missing.json: error:"))
    #expect(folder.text("bad/report/summary.json") == nil)
  }

  /// The sums show the title of a custom rule in the reader's language, else in English.
  @Test(arguments: [
    ("en-us", "ORG-07 Exports are counted"), ("fr-fr", "ORG-07 Les exportations sont comptées"),
    ("nl-nl", "ORG-07 Exports are counted"),
  ])
  func customRulesHaveTheirTitles(locale: String, title: String) throws {
    let ending = try call(["audit", "north.json", "south.json", "-o", "all"] + Self.audit)
    #expect(ending.status == 1, "\(ending.diagnostics)")
    for form in ["index.html", "report.md"] {
      let page = try #require(folder.text("all/\(locale)/report/\(form)"))
      #expect(page.contains(title), "\(form)")
    }
    // Merged without the rules at hand, the page is the same.
    #expect(
      try call(["merge", "all", "-o", "merged", "--content", "docs"]).status == 1)
    #expect(
      folder.text("merged/\(locale)/report/index.html")
        == folder.text("all/\(locale)/report/index.html"))
  }
}
