import DocGen
import FileSystem
import Foundation
import Localization
import Model
import TestSupport
import Testing

/// A build with a cache gives the bytes of a build without, whatever changed in between.
@Suite struct IncrementalBuildTests {
  /// What happens between two builds.
  struct Change: Sendable, CustomTestStringConvertible {
    var name: String
    /// How many of the pages may be made again: a translation that names no hash of its source is
    /// made again with it.
    var atMost: Int
    var perform: @Sendable (TemporaryFolder) throws -> Void
    var testDescription: String { name }
  }

  static let files = [
    "en-us/toc.yml": "- name: Start\n  href: index.md\n- name: A\n  href: a.md\n",
    "en-us/index.md": "---\ntitle: Home\n---\n# Home\n\n[A](a.md#part) [gone](gone.md)\n",
    "en-us/a.md": "---\ntitle: A\n---\n# A\n\n## Part\n\n[!INCLUDE [x](includes/x.md)]\n",
    "en-us/b.md": "---\ntitle: B\n---\n# B\n\n[!INCLUDE [c](c.md)]\n\n[A](a.md#nowhere)\n",
    "en-us/c.md": "---\ntitle: C\n---\n# C\n\nText of c.\n",
    "en-us/includes/x.md": "Included.\n",
    "en-us/picture.png": "not really",
    "fr-fr/index.md": "---\ntitle: Accueil\n---\n# Accueil\n\nMots.\n",
    "fr-fr/a.md": "---\ntitle: A en français\n---\n# A\n\nDes mots.\n",
  ]

  private func build(
    _ folder: TemporaryFolder, to output: String, cached: Bool, identity: String = "1"
  ) throws -> SiteSummary {
    var request = SiteRequest(
      layers: try ContentLayer.layers(in: "\(folder.path)/content"),
      templateFolders: [TestSite.templates, "\(folder.path)/templates"],
      messageFolder: "\(folder.path)/words")
    request.toolIdentity = identity
    request.baseURL = "https://docs.example.com/"
    return try buildSite(
      request, in: folder, to: output, cached: cached,
      formerManifest: output == "clean" ? Files.read("\(folder.path)/public/publish.json") : nil)
  }

  private func start() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in Self.files { try folder.write("content/\(name)", text) }
    try folder.write("templates/own", "")
    let words = SharedMaterial.projectFolder.appending(path: "content/messages/en-us.po")
    try folder.write("words/en-us.po", String(contentsOf: words, encoding: .utf8))
    // Long enough that the files have settled, as those of a real set have.
    usleep(30_000)
    let first = try build(folder, to: "public", cached: true)
    #expect(first.reusedPages == 0)
    #expect(first.pageCount == 8)
    return folder
  }

  @Test(arguments: changes)
  func givesTheBytesOfACleanBuild(change: Change) throws {
    let folder = try start()
    try change.perform(folder)
    let second = try build(folder, to: "public", cached: true)
    let clean = try build(folder, to: "clean", cached: false)
    #expect(second.pageCount - second.reusedPages <= change.atMost)
    #expect(second.isUnchanged == (change.name == "nothing"))
    try expectSame(folder, second, clean)
    // A third build finds everything again; pages that include others are always made.
    let third = try build(folder, to: "public", cached: true)
    #expect(third.pageCount - third.reusedPages <= 2)
    #expect(third.diagnostics == clean.diagnostics)
  }

  private func expectSame(
    _ folder: TemporaryFolder, _ second: SiteSummary, _ clean: SiteSummary
  ) throws {
    #expect(second.diagnostics == clean.diagnostics)
    #expect(second.pages == clean.pages)
    #expect(second.states == clean.states)
    let built = folder.contents().filter { $0.hasPrefix("public/") && !$0.hasSuffix("/") }
    let wanted = folder.contents().filter { $0.hasPrefix("clean/") && !$0.hasSuffix("/") }
    #expect(built.map { $0.dropFirst(7) } == wanted.map { $0.dropFirst(6) })
    for name in wanted {
      let path = String(name.dropFirst(6))
      #expect(
        try Files.read("\(folder.path)/public/\(path)")
          == Files.read("\(folder.path)/clean/\(path)"), "\(path)")
    }
  }

  /// Pages and files go where each build's `docfx.json` says, and leave nothing where they were.
  @Test func placesAreThoseOfTheConfiguration() throws {
    let folder = try start()
    func configuration(_ pages: String, _ pictures: String) -> String {
      """
      {"build": {"content": [{"files": ["a.md", "b.md"], \(pages)}, {"files": ["**/*.md"]}],
        "resource": [{"files": ["*.png"], \(pictures)}]}}
      """
    }
    for (pages, pictures, page, picture) in [
      ("\"dest\": \"one\"", "\"dest\": \"one\"", "one/a.html", "one/picture.png"),
      ("\"dest\": \"two/one\"", "\"dest\": \"one\"", "two/one/a.html", "one/picture.png"),
      ("\"dest\": \"two/one\"", "\"dest\": \"two\"", "two/one/a.html", "two/picture.png"),
      ("\"dest\": \"\"", "\"exclude\": [\"p*\"]", "a.html", nil),
      ("\"dest\": \"one\"", "\"dest\": \"\"", "one/a.html", "picture.png"),
    ] as [(String, String, String, String?)] {
      try folder.write("content/en-us/docfx.json", configuration(pages, pictures))
      usleep(30_000)
      let second = try build(folder, to: "public", cached: true)
      let clean = try build(folder, to: "clean", cached: false)
      try expectSame(folder, second, clean)
      let names = folder.contents().filter { $0.hasPrefix("public/en-us/") }
      #expect(names.filter { $0.hasSuffix("/a.html") } == ["public/en-us/\(page)"])
      #expect(
        names.filter { $0.hasSuffix("picture.png") }
          == (picture.map { ["public/en-us/\($0)"] } ?? []))
      #expect(folder.contents().contains("public/fr-fr/\(page)"))
      #expect(try build(folder, to: "public", cached: true).isUnchanged)
    }
  }

  /// A file that changes while a build looks at it may keep its stamp; such a build trusts none.
  @Test func aBuildOfFilesThatJustChangedLeavesNoRecord() throws {
    let folder = try start()
    #expect(folder.contents().contains("cache/build"))
    let page = "\(folder.path)/content/en-us/a.md"
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 3600)], ofItemAtPath: page)
    for _ in 0..<2 { #expect(try !build(folder, to: "public", cached: true).isUnchanged) }
    #expect(!folder.contents().contains("cache/build"))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3600)], ofItemAtPath: page)
    usleep(30_000)
    #expect(try !build(folder, to: "public", cached: true).isUnchanged)
    #expect(try build(folder, to: "public", cached: true).isUnchanged)
  }

  @Test func anotherToolMakesEverything() throws {
    let folder = try start()
    #expect(try build(folder, to: "public", cached: true, identity: "2").reusedPages == 0)
  }

  @Test func theCacheKeepsOnlyWhatItNeeds() throws {
    let folder = try start()
    for number in 0..<3 {
      try folder.write("content/en-us/index.md", "# Home \(number)\n")
      _ = try build(folder, to: "public", cached: true)
    }
    let records = folder.contents().filter { $0.hasPrefix("cache/") && $0.count == 70 }
    #expect(records.count == 2, "\(records)")
  }
}
