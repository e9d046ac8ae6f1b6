import Foundation
import TestSupport
import Testing

/// The evidence pack: digests, signature, and the run made again.
@Suite struct VerifyTests {
  private static let snapshot = """
    {
      "schema": "connections-snapshot/1",
      "environment": {"instanceId": "i-1", "name": "Small", "instanceType": "production"},
      "collection": {"collectedUtc": "2026-09-30T06:00:00Z", "collectedBy": "a@b.example",
        "tool": "hand", "toolVersion": "1", "timeZone": "UTC",
        "sources": [{"section": "exports", "kind": "manual", "recordCount": 2, "complete": true}]},
      "exports": [
        {"exportId": "e-1", "connectionId": null, "detachedUtc": "2025-01-01T00:00:00Z"},
        {"exportId": "e-2", "connectionId": null, "detachedUtc": "2026-09-20T00:00:00Z"}]
    }

    """
  private static let exceptions = """
    timeZone: UTC
    exceptions:
      - {rule: LIF-01, subject: "export:e-1", reason: R, approver: A, requester: B, ticket: T,
         created: 2026-01-01, expires: 2027-12-31}

    """
  private static let call = [
    "audit", "snapshot.json", "--rules", "LIF-01", "--exceptions", "exceptions.yaml",
    "--as-of", "2026-10-01T00:00:00Z", "--locale", "en-us,ar-sa", "--fail-on", "never",
  ]

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("snapshot.json", Self.snapshot)
    try folder.write("exceptions.yaml", Self.exceptions)
  }

  private func call(_ words: [String]) throws -> BuiltTool.Ending {
    try BuiltTool(folder: folder.path).call(words)
  }

  private func audit(_ more: [String] = []) throws {
    let ending = try call(Self.call + ["-o", "out"] + more)
    try #require(ending.status == 0, "\(ending.diagnostics)")
  }

  @Test func aFreshPackIsInOrderAndReproduced() throws {
    try audit()
    let sums = try #require(folder.text("out/report/SHA256SUMS"))
    #expect(sums.contains("  summary.json\n") && sums.contains("  ../ar-sa/report/index.html\n"))
    let ending = try call(["verify", "out", "--snapshot", "snapshot.json"])
    #expect(ending.status == 0, "\(ending.diagnostics)\(ending.output)")
    #expect(ending.diagnostics == "")
    let count = sums.split(separator: "\n").count
    #expect(
      ending.output == """
        Files: all \(count) as recorded
        Signature: none
        Reproduced: yes, \(count) files the same byte for byte

        """)
    let inner = try call(["verify", "out/report"])
    #expect(inner.status == 0 && inner.output.contains("Reproduced: not tried"))
  }

  /// `sha256sum` reads the list too.
  @Test func theListIsThatOfSha256sum() throws {
    try audit()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    process.arguments = ["-c", "--strict", "--quiet", "SHA256SUMS"]
    process.currentDirectoryURL = URL(filePath: "\(folder.path)/out/report")
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(arguments: [
    "report/findings.ndjson", "report/summary.json", "report/manifest.json",
    "report/report.sarif", "en-us/report/index.html", "ar-sa/report/report.md",
  ])
  func aChangedByteIsFound(path: String) throws {
    try audit()
    let file = URL(filePath: "\(folder.path)/out/\(path)")
    var data = try Data(contentsOf: file)
    let middle = data.count / 2
    data[middle] = data[middle] ^ 1
    try data.write(to: file)
    let ending = try call(["verify", "out"])
    #expect(ending.status == 3)
    let lines = ending.diagnostics.split(separator: "\n")
    #expect(lines.count == 1 && lines[0].hasPrefix("out/\(path): error: it was changed"))
    #expect(ending.output.hasPrefix("Files: 1 problem in "))
  }

  @Test func whatIsMissingOrAddedIsFound() throws {
    try audit()
    try FileManager.default.removeItem(atPath: "\(folder.path)/out/report/junit.xml")
    try folder.write("out/report/extra.json", "{}")
    let ending = try call(["verify", "out"])
    #expect(ending.status == 3)
    #expect(ending.diagnostics.contains("out/report/junit.xml: error: "))
    #expect(ending.diagnostics.contains("out/report/extra.json: error: no run wrote it"))
  }

  /// A link out of the folder is nothing that a run writes, even to the same bytes.
  @Test func aLinkIsFound() throws {
    try audit()
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: "\(folder.path)/out/report/link.json", withDestinationPath: "/etc/hostname")
    try files.moveItem(
      atPath: "\(folder.path)/out/report/junit.xml", toPath: "\(folder.path)/junit.xml")
    try files.createSymbolicLink(
      atPath: "\(folder.path)/out/report/junit.xml",
      withDestinationPath: "\(folder.path)/junit.xml")
    let ending = try call(["verify", "out"])
    #expect(ending.status == 3)
    for name in ["link.json", "junit.xml"] {
      #expect(
        ending.diagnostics.contains(
          "out/report/\(name): error: no run wrote it as it is: symbolic link"),
        "\(ending.diagnostics)")
    }
  }

  @Test(arguments: [
    ("no digest\n", "out/report/SHA256SUMS:1: error: this line is no digest"),
    (
      String(repeating: "a", count: 64) + "  ../../../etc/passwd\n",
      "out/report/SHA256SUMS:1: error: this line is no digest"
    ),
  ])
  func aListThatIsNone(text: String, error: String) throws {
    try audit()
    try folder.write("out/report/SHA256SUMS", text)
    let ending = try call(["verify", "out"])
    #expect(ending.status == 3 && ending.diagnostics.contains(error), "\(ending.diagnostics)")
  }

  @Test func aFolderWithoutAPack() throws {
    try folder.write("empty/x", "")
    let ending = try call(["verify", "empty"])
    #expect(ending.status == 3)
    #expect(ending.diagnostics.hasPrefix("empty/report/SHA256SUMS: error: "))
  }

  /// Another input gives another result, and the manifest's line tells which.
  @Test func whatIsNotReproducedSaysWhere() throws {
    try audit()
    try folder.write(
      "other/snapshot.json", Self.snapshot.replacing("2026-09-20", with: "2026-08-20"))
    try folder.write("other/exceptions.yaml", Self.exceptions)
    let ending = try call(["verify", "out", "--snapshot", "other/snapshot.json"])
    #expect(ending.status == 1, "\(ending.diagnostics)")
    let line = try #require(ending.output.split(separator: "\n").last)
    #expect(line.hasPrefix("Reproduced: no, first difference: report/manifest.json:"), "\(line)")
    #expect(line.contains("\"sha256\": ") && line.contains("', now '"), "\(line)")
  }

  @Test func whatTheRunAlsoReadMustBeThere() throws {
    try audit()
    try folder.write("other/snapshot.json", Self.snapshot)
    let ending = try call(["verify", "out", "--snapshot", "other/snapshot.json"])
    #expect(ending.status == 2)
    #expect(ending.diagnostics.contains("name it with --exceptions"), "\(ending.diagnostics)")
    let named = try call([
      "verify", "out", "--snapshot", "other/snapshot.json", "--exceptions", "exceptions.yaml",
    ])
    #expect(named.status == 0, "\(named.output)")
    // A snapshot that isn't there is said before what should lie beside it.
    let missing = try call(["verify", "out", "--snapshot", "none/snapshot.json"])
    #expect(missing.status == 3)
    #expect(missing.diagnostics.contains("none/snapshot.json: error: there is no such snapshot"))
    #expect(!missing.diagnostics.contains("exceptions"), "\(missing.diagnostics)")
  }

  /// A run with a site, parameters from a file and a baseline is made again too.
  @Test func aWholeRunIsReproduced() throws {
    try audit(["--format", "json,ndjson"])
    try folder.write(
      "project/vouch.yaml",
      """
      snapshot: snapshot.json
      exceptions: exceptions.yaml
      baseline: ../out
      output: public
      locale: [en-us]
      fail-on: never
      parameters:
        LIF-01: {maxIdleDays: 7}

      """)
    try folder.write("project/snapshot.json", Self.snapshot)
    try folder.write("project/exceptions.yaml", Self.exceptions)
    let run = try call(["run", "-c", "project/vouch.yaml"])
    try #require(run.status == 0, "\(run.diagnostics)")
    #expect(run.output.contains("Since ../out: "))
    let ending = try call(["verify", "project/public", "--snapshot", "project/snapshot.json"])
    #expect(ending.status == 0, "\(ending.diagnostics)\(ending.output)")
    #expect(ending.output.contains("Reproduced: yes, "), "\(ending.output)")
    #expect(ending.output.contains(" of the site not made again"), "\(ending.output)")
  }

  /// Rules of the user's own are part of what the run went by.
  @Test func customRulesAreReproduced() throws {
    func rule(_ outcome: String) -> String {
      """
      -- id: ORG-01
      -- severity: high
      -- subject: export
      -- title: A title
      select _subject as subject, '\(outcome)' as outcome from exports
      """
    }
    try folder.write("own/rule.sql", rule("pass"))
    let words = Self.call.map { $0 == "LIF-01" ? "LIF-01,ORG-01" : $0 }
    let ending = try call(words + ["-o", "out", "--custom-rules", "own"])
    try #require(ending.status == 0, "\(ending.diagnostics)")
    let verify = ["verify", "out", "--snapshot", "snapshot.json"]
    let same = try call(verify + ["--custom-rules", "own"])
    #expect(same.status == 0 && same.output.contains("Reproduced: yes"), "\(same.output)")
    // Without them, and with another query under the same id, it is another run.
    let without = try call(verify)
    #expect(without.status == 2)
    #expect(
      without.diagnostics.contains("the run also went by 'ORG-01', not in a folder 'rules' beside")
        && without.diagnostics.contains("with --custom-rules"), "\(without.diagnostics)")
    try folder.write("own/rule.sql", rule("fail"))
    let other = try call(verify + ["--custom-rules", "own"])
    #expect(other.status == 1, "\(other.diagnostics)")
    #expect(
      other.output.contains("Reproduced: no, first difference: report/manifest.json:"),
      "\(other.output)")
  }

  private func makeKey(_ name: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/ssh-keygen")
    process.arguments = [
      "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", "\(folder.path)/\(name)",
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ssh-keygen")))
  func aSignatureIsMadeAndChecked() throws {
    try makeKey("key")
    try makeKey("stranger")
    try audit(["--sign", "key", "--format", "json"])
    let plain = try call(["verify", "out"])
    #expect(plain.status == 0, "\(plain.diagnostics)")
    #expect(plain.output.contains("Signature: Good \"vouch\" signature with ED25519 key"))
    for (name, status) in [("key", 0), ("stranger", 3)] {
      let key = try #require(folder.text("\(name).pub"))
      try folder.write("signers", "auditor@contoso.example \(key)")
      let ending = try call(["verify", "out", "--signers", "signers"])
      #expect(ending.status == status, "\(ending.diagnostics)")
      #expect(ending.output.contains("auditor@contoso.example") == (status == 0))
    }
    // The same input and key give the same bytes.
    let again = try call(
      Self.call + ["-o", "out", "--sign", "key", "--format", "json"])
    #expect(again.output.contains("0 files changed"), "\(again.output)")
    // A list that was changed with its files has no good signature any more.
    let sums = try #require(folder.text("out/report/SHA256SUMS"))
    try folder.write(
      "out/report/SHA256SUMS",
      sums.split(separator: "\n").dropLast().joined(separator: "\n") + "\n")
    let changed = try call(["verify", "out"])
    #expect(changed.status == 3)
    #expect(changed.diagnostics.contains("[verify.signature]"), "\(changed.diagnostics)")
  }

  @Test func aKeyThatIsNone() throws {
    try folder.write("key", "nonsense\n")
    for (key, code) in [("missing", "sign.key"), ("key", "sign.failed")] {
      let ending = try call(
        Self.call + ["-o", "signed", "--sign", key, "--format", "json"])
      #expect(ending.status == 2)
      #expect(ending.diagnostics.contains("[\(code)]"), "\(ending.diagnostics)")
      #expect(folder.text("signed/report/summary.json") == nil)
    }
    try audit(["--format", "json"])
    let ending = try call(["verify", "out", "--signers", "key"])
    #expect(ending.status == 3 && ending.diagnostics.contains("[verify.unsigned]"))
  }
}
