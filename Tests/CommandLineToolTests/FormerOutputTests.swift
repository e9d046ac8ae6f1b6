import Foundation
import Glibc
import TestSupport
import Testing

/// Whatever goes wrong: a clear error, the right exit status, and the former output as it was.
@Suite struct FormerOutputTests {
  private static let snapshot = """
    {
      "schema": "connections-snapshot/1",
      "environment": {"instanceId": "i-1", "name": "Small", "instanceType": "production"},
      "collection": {"collectedUtc": "2026-09-30T06:00:00Z", "collectedBy": "a@b.example",
        "tool": "hand", "toolVersion": "1", "timeZone": "UTC"},
      "connections": [{"connectionId": "c-1", "purposeKind": "export", "type": "mailchimp"}]
    }
    """
  private static let call = [
    "audit", "snapshot.json", "-o", "out", "--locale", "en-us", "--fail-on", "never",
  ]

  private let folder: TemporaryFolder
  private let former: Tree

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("snapshot.json", Self.snapshot)
    let ending = try BuiltTool(folder: folder.path).call(Self.call + ["--format", "json"])
    try #require(ending.status == 0, "\(ending.diagnostics)")
    former = try Tree("\(folder.path)/out")
    try #require(former.files.count == 4)
  }

  private func expectIntact() throws {
    #expect(try Tree("\(folder.path)/out").differences(from: former) == [])
    #expect(!folder.contents().contains { $0.contains("vouch-staging") })
  }

  @Test(arguments: [
    ("This is not JSON.", 3, "snapshot.json:1:1: error: not a JSON object"),
    ("", 3, "snapshot.json: error: the file is empty"),
    ("{}", 3, "snapshot.json:1:1: error: the document has no schema"),
    (#"{"schema": "connections-snapshot/1", "connections": [{"#, 3, "cut off"),
    (#"{"schema": "connections-snapshot/1"}"#, 3, "error: "),
  ])
  func aSnapshotThatCannotBeTaken(text: String, status: Int32, error: String) throws {
    try folder.write("snapshot.json", text)
    let ending = try BuiltTool(folder: folder.path).call(Self.call)
    #expect(ending.status == status)
    #expect(ending.diagnostics.contains(error), "\(ending.diagnostics)")
    #expect(ending.output == "")
    try expectIntact()
  }

  @Test func aTemplateWithAnUnclosedSection() throws {
    try folder.write("own/report/overview.mustache", "<h1>{{page.title}}</h1>\n{{#groups}}\n<p>\n")
    let ending = try BuiltTool(folder: folder.path).call(Self.call + ["--templates", "own"])
    #expect(ending.status == 2)
    #expect(
      ending.diagnostics.contains("own/report/overview.mustache:2:1: error: "),
      "\(ending.diagnostics)")
    try expectIntact()
  }

  @Test(arguments: ["--templates", "--content"])
  func aFolderThatIsMissing(option: String) throws {
    let ending = try BuiltTool(folder: folder.path).call(Self.call + [option, "missing"])
    #expect(ending.status == 2)
    #expect(ending.diagnostics.contains("missing"), "\(ending.diagnostics)")
    #expect(ending.diagnostics.contains("error: "), "\(ending.diagnostics)")
    try expectIntact()
  }

  /// Permissions don't hold the superuser, so such a call is made as somebody else.
  @Test(arguments: ["content/fr-fr", "content", "templates", "templates/report"])
  func aFolderThatMayNotBeRead(path: String) throws {
    try folder.write("content/fr-fr/index.md", "# Accueil\n")
    try folder.write("templates/report/finding.mustache", "")
    chmod(folder.path, 0o777)
    chmod("\(folder.path)/\(path)", 0)
    defer { chmod("\(folder.path)/\(path)", 0o755) }
    let tool = BuiltTool(folder: folder.path, user: getuid() == 0 ? 65534 : 0)
    let ending = try tool.call(
      Self.call + ["--templates", "templates", "--content", "content"])
    #expect(ending.status == 2, "\(ending.diagnostics)")
    #expect(
      ending.diagnostics.contains("\(path)'") && ending.diagnostics.contains("Permission denied"),
      "\(ending.diagnostics)")
    try expectIntact()
  }

  @Test func aFullDisk() throws {
    // The limit of a file's size is the part of a full disk that needs no mount.
    let tool = BuiltTool(folder: folder.path, preparation: "trap '' XFSZ; ulimit -f 4")
    let ending = try tool.call(Self.call)
    #expect(ending.status == 2, "\(ending.diagnostics)")
    #expect(!ending.isSignal)
    #expect(ending.diagnostics.contains("File too large"), "\(ending.diagnostics)")
    #expect(ending.diagnostics.contains("[file.space]"), "\(ending.diagnostics)")
    try expectIntact()
  }

  @Test func anOutputFolderThatIsNoFolder() throws {
    try folder.write("file", "text")
    let ending = try BuiltTool(folder: folder.path).call(
      ["audit", "snapshot.json", "--format", "json", "-o", "file"])
    #expect(ending.status == 2)
    #expect(ending.diagnostics.contains("error: "), "\(ending.diagnostics)")
    #expect(folder.text("file") == "text")
    try expectIntact()
  }

  /// The process is killed as soon as it has begun to write beside the former output.
  @Test func aRunKilledInTheMiddle() throws {
    let (process, output, _) = try BuiltTool(folder: folder.path).start(Self.call)
    var isStaging = false
    for _ in 0..<20_000 where process.isRunning && !isStaging {
      isStaging = folderNames().contains { $0.contains("vouch-staging") }
      if !isStaging { usleep(500) }
    }
    kill(process.processIdentifier, SIGKILL)
    _ = output.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(isStaging)
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(try Tree("\(folder.path)/out").differences(from: former) == [])
    // The next run isn't disturbed by what is left, and takes it away.
    let next = try BuiltTool(folder: folder.path).call(Self.call + ["--format", "json"])
    #expect(next.status == 0, "\(next.diagnostics)")
    try expectIntact()
  }

  private func folderNames() -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  }
}
