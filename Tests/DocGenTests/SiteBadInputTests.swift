import DocGen
import FileSystem
import Foundation
import Model
import TestSupport
import Testing

@Suite struct SiteBadInputTests {
  private static let page = ["en-us/a.md": "# A\n"]

  /// Builds again after a change for the worse; the output must be as it was.
  private func failure(
    _ spoil: (TemporaryFolder) throws -> Void, _ change: (inout SiteRequest) -> Void = { _ in }
  ) throws -> [Diagnostic] {
    let site = try TestSite(Self.page)
    let before = site.files.map { "\($0) \(site[$0])" }
    try spoil(site.folder)
    var problems: [Diagnostic] = []
    do {
      try TestSite.build(in: site.folder, change)
      Issue.record("the build should have failed")
    } catch let failure as SiteFailure {
      problems = failure.problems
    }
    #expect(site.files.map { "\($0) \(site[$0])" } == before)
    return problems
  }

  @Test func anUnclosedSectionInATemplate() throws {
    let folder = try TemporaryFolder()
    try folder.write("site/page.mustache", "<p>\n{{#content}}\n</p>\n")
    let problems = try failure({ _ in }, { $0.templateFolders.append(folder.path) })
    #expect(problems.count == 1)
    #expect(problems.first?.location.path == "\(folder.path)/site/page.mustache")
    #expect(problems.first?.location.line == 2)
  }

  @Test func aMissingStyleSheet() throws {
    let problems = try failure({ _ in }, { $0.templateFolders = ["/nowhere"] })
    #expect(!problems.isEmpty)
  }

  @Test func missingWords() throws {
    let problems = try failure { try FileManager.default.removeItem(atPath: "\($0.path)/words") }
    #expect(problems.map(\.code) == ["file.missing"])
  }

  @Test func noPagesAtAll() throws {
    let problems = try failure {
      try FileManager.default.removeItem(atPath: "\($0.path)/content/en-us/a.md")
      try $0.write("content/en-us/a.txt", "")
    }
    #expect(problems.map(\.code) == ["content.empty"])
  }

  @Test(.enabled(if: getuid() != 0, "the superuser reads every folder"))
  func anUnreadableFolder() throws {
    let problems = try failure {
      try $0.write("content/en-us/secret/b.md", "# B\n")
      chmod("\($0.path)/content/en-us/secret", 0)
    }
    #expect(problems.map(\.code) == ["content.unreadable"])
  }

  @Test func aLinkOutOfTheFolderIsNotRead() throws {
    let site = try TestSite(Self.page)
    let content = "\(site.folder.path)/content/en-us"
    try FileManager.default.createSymbolicLink(
      atPath: "\(content)/b.md", withDestinationPath: "../../words/en-us.po")
    let problems = try TestSite.build(in: site.folder).diagnostics
    #expect(
      problems.map(\.description) == [
        "\(content)/b.md: warning: not read: symbolic link [content.skipped]"
      ])
    #expect(!site.files.contains("en-us/b.html"))
  }

  /// Pages whose names begin with a dot aren't read, and said to be; what other systems leave isn't.
  @Test func aNameWithADotIsNotRead() throws {
    let site = try TestSite(Self.page)
    for name in [".b.md", "._c.md", ".d.yml", ".git/e.md"] {
      try site.folder.write("content/en-us/\(name)", "# B\n")
    }
    let problems = try TestSite.build(in: site.folder).diagnostics
    #expect(
      problems.map(\.description) == [
        "\(site.folder.path)/content/en-us/.b.md: warning: not read: the name begins with a dot "
          + "[content.skipped]"
      ])
  }

  @Test func twoPagesForOneAddress() throws {
    let problems = try failure { try $0.write("content/en-us/a.MD", "# Another\n") }
    #expect(problems.map(\.code) == ["output.two-sources"])
  }

  @Test(arguments: [
    ("---\ntitle: [\n---\n# T\n", "yaml.syntax"),
    ("# T\n\n<span data-ttu-id=\"x-1\">open\n", "unit.broken"),
    ("# T\n\n[!INCLUDE [x](gone.md)]\n", "include.missing"),
    ("# T\n\n[x](gone.md)\n", "link.broken"),
    ("# T\n\n![x](gone.png)\n", "image.missing"),
    ("# T\n\n[x](#gone)\n", "link.anchor"),
  ])
  func aBrokenPageIsPublishedWithAProblem(text: String, code: String) throws {
    let site = try TestSite(["en-us/broken.md": text, "en-us/good.md": "# Good\n"])
    #expect(site.summary.diagnostics.map(\.code) == [code], "\(site.problems)")
    #expect(site.summary.diagnostics.allSatisfy { $0.location.line > 0 })
    #expect(site.article("en-us/broken.html").contains("<h1 id=\"t\">T</h1>"))
    #expect(!site["en-us/good.html"].isEmpty)
  }

  @Test(arguments: ["", "\n", "---\n", "---\n---\n", "\u{FEFF}", "\0", "\r\n\r\n"])
  func hardlyAPage(text: String) throws {
    let site = try TestSite(["en-us/a.md": text])
    #expect(site["en-us/a.html"].contains("<h1>a</h1>"))
  }

  @Test func textThatIsNoUTF8() throws {
    let folder = try TemporaryFolder()
    try folder.write("content/en-us/b.md", "# B\n")
    let words = SharedMaterial.projectFolder.appending(path: "content/messages/en-us.po")
    try folder.write("words/en-us.po", String(contentsOf: words, encoding: .utf8))
    try Data([35, 32, 0xFF, 0xC3, 0x28, 10]).write(
      to: URL(filePath: "\(folder.path)/content/en-us/a.md"))
    try TestSite.build(in: folder)
    #expect(folder.text("public/en-us/a.html")?.contains("<h1") == true)
  }
}
