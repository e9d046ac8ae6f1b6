import Foundation
import Model
import TestSupport
import Testing

@testable import CommandLineTool

/// What `docs` shows works as it stands there, and its tables leave nothing out.
@Suite struct DocumentationTests {
  private static func text(_ path: String) throws -> String {
    try String(contentsOf: SharedMaterial.projectFolder.appending(path: path), encoding: .utf8)
  }

  /// The first block of code of a language on a page.
  private static func code(_ language: String, on path: String) throws -> String {
    let text = try text(path)
    let start = try #require(text.range(of: "```\(language)\n"))
    let end = try #require(text.range(of: "```\n", range: start.upperBound..<text.endIndex))
    return String(text[start.upperBound..<end.lowerBound])
  }

  private static func files(_ folder: String, _ fileExtension: String) throws -> [String] {
    let place = SharedMaterial.projectFolder.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: place.path).sorted()
      .filter { $0.hasSuffix(".\(fileExtension)") }
  }

  @Test func theSnapshotIsReadWithoutARemark() throws {
    let folder = try TemporaryFolder()
    try folder.write("snapshot.json", try Self.code("json", on: "docs/snapshots.md"))
    let ending = InProcess.call(
      ["audit", "snapshot.json", "--fail-on", "never", "--format", "json"], in: folder)
    #expect(ending.status == .success && ending.diagnostics == "", "\(ending.diagnostics)")
  }

  @Test func theRuleGivesWhatItsFixtureSays() throws {
    let folder = try TemporaryFolder()
    try folder.write("rules/org-01.sql", try Self.code("sql", on: "docs/custom-rules.md"))
    let ending = InProcess.call(["rules", "test", "--custom-rules", "rules"], in: folder)
    #expect(ending.status == .success && ending.diagnostics == "", "\(ending.diagnostics)")
  }

  @Test func theConfigurationIsTaken() throws {
    let folder = try TemporaryFolder()
    let page = try Self.text("docs/configuration.md")
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 != "    # vouch.yaml" }.prefix { $0.hasPrefix("    ") }
    try folder.write("vouch.yaml", lines.map { $0.dropFirst(4) }.joined(separator: "\n"))
    let read = try Configuration.read("vouch.yaml", in: InProcess.environment(folder))
    #expect(read.settings["locale"] == ["en-us", "fr-fr"])
    #expect(read.parameters.map(\.name) == ["maxIdleDays"])
  }

  @Test func everySettingIsDescribed() throws {
    let page = try Self.text("docs/configuration.md")
    for name in Configuration.names + Configuration.structured {
      #expect(page.contains("`\(name)`"), "docs/configuration.md lacks \(name)")
    }
  }

  @Test func everyTemplateAndAssetIsDescribed() throws {
    let page = try Self.text("docs/templates.md")
    for file in try Self.files("templates", "mustache") {
      #expect(page.contains("`\(file.dropLast(".mustache".count))`"), "lacks \(file)")
    }
    for file in try Self.files("templates/assets", "css") + Self.files("templates/assets", "js") {
      #expect(page.contains("`\(file)`"), "lacks \(file)")
    }
  }

  @Test func everyPageIsFoundFromTheFirst() throws {
    let readme = try Self.text("README.md")
    for file in try Self.files("docs", "md") where !file.hasPrefix("adr/") {
      #expect(readme.contains("(docs/\(file))"), "README.md doesn't lead to docs/\(file)")
    }
  }
}
