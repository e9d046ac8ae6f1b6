import CommandLineTool
import Foundation
import Localization
import TestSupport
import Testing

/// `vouch status --source-repo`: repositories made with fixed dates and authors.
@Suite struct SourceRepositoryTests {
  private let repository: TestRepository
  private let folder: TemporaryFolder

  init() throws {
    repository = try TestRepository()
    folder = try TemporaryFolder()
  }

  private static func source(_ text: String, date: String = "01/01/2026") -> String {
    "---\ntitle: A\nms.date: \(date)\n---\n# A\n\n\(text)\n"
  }

  /// Writes a translation of a source version.
  private func translate(
    _ path: String, of source: String, commit: String?, date: String = "01/01/2026",
    _ unit: (String, String) = ("Un est là.", "One is here.")
  ) throws {
    let hash = SourceFreshness.sha1(ofSource: Array(source.utf8))
    let version = commit.map { "ms.sourcegitcommit: \($0)\n" } ?? ""
    try folder.write(
      "docs/fr-fr/\(path)",
      """
      ---
      title: A
      ms.date: \(date)
      ms.openlocfilehash: \(hash)
      \(version)ms.translationtype: HT
      ---
      # <a name="a"></a><span data-ttu-id="00000-103">A</span><span class="sxs-lookup"><span \
      data-stu-id="00000-103">A</span></span>

      <span data-ttu-id="00000-104">\(unit.0)</span><span class="sxs-lookup"><span \
      data-stu-id="00000-104">\(unit.1)</span></span>

      """)
  }

  private func status(_ words: [String] = []) throws -> BuiltTool.Ending {
    try BuiltTool(folder: folder.path).call(
      ["status", "docs", "--source-repo", repository.folder.path] + words)
  }

  @Test func saysHowFarPagesAreBehindAndWhereTheyMoved() throws {
    let long = (1...20).map { "Sentence \($0) stays." }.joined(separator: "\n\n")
    let first = Self.source("One is here.")
    let moving = Self.source(long)
    let commit = try repository.commit(["a.md": first, "b.md": moving, "c.md": first], day: 1)
    try repository.commit(["a.md": Self.source("One is here too.")], day: 3)
    try repository.commit(["a.md": Self.source("One is here now.")], day: 4)
    try repository.commit(["b.md": nil, "n/b.md": moving + "\nMore.\n"], day: 10)
    try translate("a.md", of: first, commit: commit)
    try translate("b.md", of: moving, commit: commit, ("Un.", "Sentence 1 stays."))
    try translate("c.md", of: first, commit: commit)
    // Without a folder of the source, the repository's files are the source.
    let ending = try status()
    #expect(ending.diagnostics == "")
    #expect(ending.status == 0)
    let lines = ending.output.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("fr-fr: 4 pages (1 current, 2 changed, 1 missing)"))
    #expect(
      lines[1]
        == "fr-fr/a.md: changed, 1 drifted, 0 missing and 0 unchecked of 3 texts; "
        + "2 commits and 7 days behind")
    #expect(lines[2].hasPrefix("fr-fr/b.md: changed, "))
    #expect(lines[2].hasSuffix("; 1 commit and 0 days behind; now n/b.md"))
    let checked = try BuiltTool(folder: folder.path).call(
      ["check", "docs", "--translations", "--source-repo", repository.folder.path])
    let notes = checked.diagnostics.split(separator: "\n").filter {
      $0.hasSuffix("[translation.behind]")
    }
    #expect(
      notes == [
        "docs/fr-fr/a.md: note: the page is 2 commits and 7 days behind its source; "
          + "'vouch status' lists the sentences that changed [translation.behind]",
        "docs/fr-fr/b.md: note: the page is 1 commit and 0 days behind its source, which is now "
          + "n/b.md; 'vouch status' lists the sentences that changed [translation.behind]",
      ])
    let json = try status(["--format", "json"]).output
    #expect(json.contains("\"movedTo\": \"n/b.md\""))
    #expect(json.contains("\"relation\": \"up-to-date\""))
    #expect(json.contains("\"date\": \"2026-01-11\""))
  }

  /// A build with a repository in which nothing changed looks into nothing, and one after a commit
  /// tells what it changed.
  @Test(arguments: [true, false])
  func buildsAgainOnlyAfterAChange(hasSourceFolder: Bool) throws {
    let first = Self.source("One is here.")
    let commit = try repository.commit(["a.md": first], day: 1)
    try translate("a.md", of: first, commit: commit)
    if hasSourceFolder { try folder.write("docs/en-us/a.md", first) }
    func build(_ words: [String] = []) throws -> BuiltTool.Ending {
      // What was written in the same tick as the build began can't be told from what comes after.
      usleep(30_000)
      return try BuiltTool(folder: folder.path).call(
        ["build", "docs", "--source-repo", repository.folder.path, "--output", "public"] + words)
    }
    func record() -> Data? {
      FileManager.default.contents(atPath: "\(folder.path)/.vouch-cache/public/build")
    }
    #expect(try build().status == 0)
    let built = try #require(record())
    let again = try build(["--verify-incremental"])
    #expect(again.status == 0)
    #expect(again.output.contains(": 0 files changed, "), "\(again.output)")
    #expect(record() == built)
    try repository.commit(["a.md": Self.source("One is here too.")], day: 3)
    let later = try build(["--verify-incremental"])
    #expect(later.status == 0)
    #expect(!later.output.contains(": 0 files changed, "), "\(later.output)")
    #expect(record() != built)
  }

  @Test func tellsAheadWithAndWithoutARepository() throws {
    let old = Self.source("One is here.")
    let new = Self.source("Two is here.", date: "02/02/2026")
    try repository.commit(["a.md": old], day: 1)
    try repository.git("checkout", "-q", "-b", "next")
    let commit = try repository.commit(["a.md": new], day: 2)
    try repository.git("checkout", "-q", "main")
    try translate("a.md", of: new, commit: commit, ("Deux.", "Two is here."))
    #expect(try status().output.contains("fr-fr/a.md: ahead, "))
    #expect(try status().output.contains("; 1 commit ahead"))
    // Offline, the later date of the page tells it; its front matter comes from the source.
    try translate("a.md", of: new, commit: nil, date: "02/02/2026", ("Deux.", "Two is here."))
    try folder.write("docs/en-us/a.md", old)
    let offline = try BuiltTool(folder: folder.path).call(["status", "docs"])
    #expect(offline.output.contains("fr-fr/a.md: ahead, "))
    try translate("a.md", of: new, commit: nil, ("Deux.", "Two is here."))
    let unclear = try BuiltTool(folder: folder.path).call(["status", "docs"])
    #expect(unclear.output.contains("fr-fr/a.md: changed, 1 drifted"))
  }

  @Test func isUnknownWithoutTheCommitOrWithAPartOfTheHistory() throws {
    let text = Self.source("One is here.")
    try repository.commit(["a.md": Self.source("One is there.")], day: 1)
    try repository.commit(["a.md": Self.source("One is where?")], day: 2)
    let none = String(repeating: "a", count: 40)
    try translate("a.md", of: text, commit: none)
    let ending = try status()
    #expect(
      ending.output.contains(
        "fr-fr/a.md: changed, 1 drifted, 0 missing and 0 unchecked of 3 texts;"
          + " how far behind is unknown"))
    #expect(
      ending.diagnostics.contains("warning: the repository has no commit aaaaaaaaaaaa, which"))
    #expect(ending.diagnostics.contains("[source-repository.commit]"))
    #expect(try status(["--format", "json"]).output.contains("\"obstacle\": \"commit-missing\""))

    let shallow = try TemporaryFolder()
    try repository.git(
      "clone", "-q", "--depth", "1", "file://\(repository.folder.path)", "\(shallow.path)/r")
    let part = try BuiltTool(folder: folder.path).call(
      ["status", "docs", "--source-repo", "\(shallow.path)/r", "--format", "json"])
    #expect(part.output.contains("\"obstacle\": \"shallow\""))
    #expect(part.diagnostics.contains("[source-repository.shallow]"))
    #expect(part.status == 0)
  }

  @Test(arguments: ["nowhere", "docs"]) func refusesWhatIsNoRepository(name: String) throws {
    try folder.write("docs/en-us/a.md", Self.source("One is here."))
    try translate("a.md", of: Self.source("One is here."), commit: nil)
    let ending = try BuiltTool(folder: folder.path).call(
      ["status", "docs", "--source-repo", name, "--format", "json"])
    #expect(ending.status == 1)
    #expect(ending.diagnostics.hasPrefix("\(name): error: cannot read a history here: "))
    #expect(ending.output.contains("\"relation\": \"unknown\""))
    #expect(ending.output.contains("\"obstacle\": \"no-repository\""))
  }

  /// What a repository's own configuration would run is not run.
  @Test func runsNothingOfTheRepository() throws {
    let text = Self.source("One is here.")
    let commit = try repository.commit(["a.md": text], day: 1)
    try translate("a.md", of: text, commit: commit)
    let mark = "\(folder.path)/ran"
    try repository.git("config", "core.fsmonitor", "touch \(mark)")
    try repository.git("config", "core.pager", "touch \(mark)")
    try repository.git("config", "diff.external", "touch \(mark)")
    #expect(try status().status == 0)
    #expect(!FileManager.default.fileExists(atPath: mark))
  }
}
