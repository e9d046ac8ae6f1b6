import DocGen
import Foundation
import Model
import TestSupport
import Testing

/// A `docfx.json` above the folders of the locales.
@Suite struct ContentRootTests {
  private func site(_ build: String, _ more: [String: String] = [:]) throws -> TestSite {
    var files = ["docfx.json": "{\"build\": {\(build)}}"]
    for locale in ["en", "de"] {
      files["\(locale)/index.md"] = "# Home\n"
      files["\(locale)/guide/a.md"] = "# A\n\n[index](../index.md) ![i](i.png)\n"
      files["\(locale)/guide/readme.md"] = "# R\n"
      files["\(locale)/guide/i.png"] = "png"
    }
    return try TestSite(files.merging(more) { $1 }) { $0.publishesFallbacks = false }
  }

  private func pages(_ site: TestSite) -> [String] {
    site.files.filter { $0.hasSuffix(".html") && "de".contains($0.prefix(2)) }
      .map { String($0.dropFirst(3).dropLast(5)) }
      .filter { $0 != "search" && !$0.hasPrefix("localization") }
  }

  /// The pages of a translation by what the file names.
  @Test(arguments: [
    (#""content": [{"files": ["**/*.md"], "exclude": ["**/readme.md"]}]"#, ["guide/a", "index"]),
    (#""content": [{"files": ["*/guide/*.md"], "src": "."}]"#, ["guide/a", "guide/readme"]),
    (
      #""content": [{"files": ["**/*.md"], "src": "en"}, {"files": ["*.md"], "src": "de"}]"#,
      ["index"]
    ),
    // It says something of the source alone, or of no locale.
    (#""content": [{"files": ["en/*.md", "*.md"]}]"#, ["index"]),
    (#""content": [{"files": ["articles/**"]}]"#, ["guide/a", "guide/readme", "index"]),
    (#""content": []"#, ["guide/a", "guide/readme", "index"]),
  ])
  func namesThePages(build: String, expected: [String]) throws {
    let site = try site(build)
    #expect(Set(pages(site)).union(["index"]) == Set(expected + ["index"]), "\(site.files)")
    #expect(site.files.contains("de/guide/readme.html") == expected.contains("guide/readme"))
    #expect(site.files.contains("de/guide/a.html") == expected.contains("guide/a"))
  }

  @Test(arguments: [
    (#"{"files": ["**/*.md"], "src": "de", "dest": "de/new"}"#, "new/guide/a"),
    (#"{"files": ["**/*.md"], "src": "de/guide", "dest": "de"}"#, "a"),
    (#"{"files": ["**/*.md"], "src": "de", "dest": "."}"#, "guide/a"),
  ])
  func placesThePages(group: String, expected: String) throws {
    let build = #""content": [\#(group)], "resource": [{"files": ["**/*.png"]}]"#
    var files = ["docfx.json": "{\"build\": {\(build)}}"]
    files["de/index.md"] = "# Home\n"
    files["de/guide/a.md"] = "# A\n\n![i](i.png)\n"
    files["de/guide/i.png"] = "png"
    let site = try TestSite(files)
    #expect(site.files.contains("de/\(expected).html"), "\(site.files)")
    #expect(site.problems == [])
  }

  @Test func givesMetadata() throws {
    let site = try site(
      #"""
      "content": [{"files": ["**/*.md"]}], "globalMetadata": {"_appTitle": "Product"},
      "fileMetadata": {"titleSuffix": {"de/guide/*.md": "Teil"}, "_appTitle": {"de/**": "Produkt"}}
      """#)
    #expect(site["de/guide/a.html"].contains("<title>A | Teil</title>"))
    #expect(site["en/guide/a.html"].contains("<title>A | Product</title>"))
    #expect(site["de/index.html"].contains("<title>Home | Produkt</title>"))
    #expect(site.problems == [])
  }

  /// A locale's own file counts before the one above, and what the user says before both.
  @Test func ownFilesCountFirst() throws {
    let own = #"{"build": {"content": ["*.md"], "globalMetadata": {"_appTitle": "Eigen"}}}"#
    let files = ["de/docfx.json": own]
    let site = try site(#""globalMetadata": {"_appTitle": "Product"}"#, files)
    #expect(site["de/index.html"].contains("<title>Home | Eigen</title>"))
    #expect(site["en/index.html"].contains("<title>Home | Product</title>"))
    #expect(!site.files.contains("de/guide/readme.html"))
    let named = try TestSite(["en/index.md": "# Home\n", "en/docfx.json": own]) {
      $0.title = "Mine"
    }
    #expect(named["en/index.html"].contains("<title>Home | Mine</title>"))
  }

  /// Files with metadata lie below the folder of the one above; no link leads out of it.
  @Test(arguments: [
    ("meta.json", "more.json", true), ("meta.json", "../secret.json", false),
    ("meta/secret.json", "..", false),
  ])
  func linksLeadNowhereElse(name: String, target: String, isRead: Bool) throws {
    let metadata = #""globalMetadata": {"titleSuffix": "Set"}, "globalMetadataFiles": ["\#(name)"]"#
    let site = try site(metadata, ["more.json": "{\"titleSuffix\": \"More\"}"])
    try site.folder.write("secret.json", "{\"titleSuffix\": \"Secret\"}")
    let link = name.split(separator: "/")[0]
    try FileManager.default.createSymbolicLink(
      atPath: "\(site.folder.path)/content/\(link)", withDestinationPath: target)
    let problems = try TestSite.build(in: site.folder).diagnostics
    #expect(site["de/guide/a.html"].contains("<title>A | \(isRead ? "More" : "Set")</title>"))
    #expect(problems.contains { $0.code == "docfx.file" } == !isRead)
  }

  @Test func namesWhatIsWrong() throws {
    let folder = try TemporaryFolder()
    try folder.write("content/docfx.json", "{")
    try folder.write("content/en/a.md", "# A\n")
    let layers = try ContentLayer.layers(in: "\(folder.path)/content")
    let problems = try ContentTree(layers: layers).diagnostics
    #expect(problems.map(\.location.path) == ["\(folder.path)/content/docfx.json"])
    // A folder that was named alone has nothing above it.
    let alone = ContentLayer(locale: layers[0].locale, folder: layers[0].folder)
    #expect(try ContentTree(layers: [alone]).diagnostics == [])
  }
}
