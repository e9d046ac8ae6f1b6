import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

/// Outputs that somebody changed with care: what has no digest must not decide what is looked at.
@Suite struct ForgedPackTests {
  private static let snapshot = """
    {"schema": "connections-snapshot/1", "environment": {"instanceId": "i-1"},
     "collection": {"collectedUtc": "2026-09-30T06:00:00Z", "timeZone": "UTC",
       "sources": [{"section": "exports", "complete": true}]},
     "exports": [{"exportId": "e-1", "connectionId": null, "detachedUtc": "2025-01-01T00:00:00Z"}]}
    """

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("snapshot.json", Self.snapshot)
  }

  private func call(_ words: String...) -> InProcess.Ending { InProcess.call(words, in: folder) }

  private func audit(_ formats: String, _ more: String..., to output: String = "out") throws {
    let ending = InProcess.call(
      [
        "audit", "snapshot.json", "-o", output, "--rules", "LIF-01", "--fail-on", "never", "-l",
        "en-us", "--format", formats,
      ] + more, in: folder)
    try #require(ending.status == .success, "\(ending.diagnostics)")
  }

  /// Carries out a line of shell in the folder.
  private func shell(_ line: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-ec", line]
    process.currentDirectoryURL = URL(filePath: folder.path)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(line)")
  }

  /// Writes the list of digests anew, for the files that it names.
  private func relist(_ output: String = "out") throws {
    try shell(
      "cd \(output)/report; cut -c67- SHA256SUMS | xargs sha256sum > new; mv new SHA256SUMS")
  }

  @Test(arguments: ["json,csv", "json,html"])
  func aPageIsForgedWhateverMarksTheOutput(formats: String) throws {
    try audit(formats)
    try folder.write("out/fr-fr/report/index.html", "forged")
    try folder.write("out/forged.html", "forged")
    let forged = ["out/forged.html", "out/fr-fr/report/index.html"]
    for mark in ["", "rm out/.vouch-output"] {
      try shell(mark)
      let ending = call("verify", "out")
      #expect(ending.status == .invalidInput)
      for file in forged {
        #expect(ending.diagnostics.contains("\(file): error: no run wrote it"))
      }
      #expect(ending.codes.count { $0 == "verify.added" } == 2, "\(ending.diagnostics)")
    }
    // With pages the list leads out of 'report', so that naming that hides nothing.
    let inner = call("verify", "out/report")
    #expect(inner.codes.contains("verify.added") == (formats == "json,html"))
  }

  @Test(arguments: ["true", "rm out/.vouch-output"])
  func aFolderIsNoLink(mark: String) throws {
    try audit("json,html")
    try shell("mv out/en-us elsewhere; ln -s ../elsewhere out/en-us; \(mark)")
    let ending = call("verify", "out")
    #expect(ending.status == .invalidInput)
    #expect(
      ending.diagnostics.contains("out/en-us: error: no run wrote it as it is: symbolic link"),
      "\(ending.diagnostics)")
  }

  /// The folder `report` may have been kept alone.
  @Test func theReportAloneIsNamed() throws {
    try audit("json,csv")
    try shell("mkdir kept; cp -r out/report kept; touch kept/letter.txt")
    #expect(call("verify", "kept/report").status == .success)
    let ending = call("verify", "kept")
    #expect(ending.codes == ["verify.added"], "\(ending.diagnostics)")
  }

  /// Archives often leave hidden files out; the mark says nothing that the list doesn't.
  @Test func anOutputMayComeWithoutItsMark() throws {
    try audit("json,html")
    try shell("rm out/.vouch-output")
    let ending = call("verify", "out")
    #expect(ending.status == .success, "\(ending.diagnostics)")
  }

  @Test(.timeLimit(.minutes(10))) func aPipeIsNoFile() throws {
    try audit("json,csv,junit")
    try shell("rm out/report/junit.xml; mkfifo out/report/junit.xml")
    let ending = call("verify", "out")
    #expect(ending.codes == ["verify.added", "verify.missing"], "\(ending.diagnostics)")
    #expect(ending.diagnostics.contains("out/report/junit.xml: error: Not a file"))
    // An audit writes over it, without reading it.
    try audit("json,csv,junit")
    #expect(call("verify", "out").status == .success)
  }

  /// Without a site every listed file is of the report.
  @Test func whatIsListedIsMadeAgain() throws {
    try audit("json,html")
    try folder.write("out/extra/page.html", "forged")
    try shell("cd out/report; sha256sum ../extra/page.html >> SHA256SUMS")
    let ending = call("verify", "out", "--snapshot", "snapshot.json")
    #expect(ending.status == .findings, "\(ending.diagnostics)")
    #expect(
      ending.output.contains(
        "Reproduced: no, first difference: extra/page.html: not made again\n"),
      "\(ending.output)")
  }

  @Test func aChangedBaselineIsRefused() throws {
    try audit("json,ndjson")
    try audit("json,ndjson", "--baseline", "out", to: "next")
    let manifest = try #require(folder.text("next/report/manifest.json"))
    for (file, member) in [("manifest.json", "sha256"), ("findings.ndjson", "findingsSha256")] {
      let sums = try #require(folder.text("out/report/SHA256SUMS"))
      let line = try #require(sums.split(separator: "\n").first { $0.hasSuffix("  \(file)") })
      #expect(manifest.contains("\"\(member)\": \"\(line.prefix(64))\""))
    }
    try shell("sed -i 's/\"fail\"/\"pass\"/' out/report/findings.ndjson")
    try shell("sed -i 's/\"fail\": 1/\"fail\": 0/' out/report/summary.json")
    try shell("sed -i 's/\"pass\": 0/\"pass\": 1/' out/report/summary.json")
    let changed = ["baseline.changed", "baseline.changed"]
    let audited = call(
      "audit", "snapshot.json", "-o", "never", "--rules", "LIF-01", "--format", "json",
      "--baseline", "out")
    #expect(audited.status == .invalidInput && audited.codes == changed, "\(audited.diagnostics)")
    #expect(audited.diagnostics.contains("out/report/findings.ndjson: error: it was changed"))
    #expect(!folder.contents().contains { $0.hasPrefix("never") })
    let compared = call("diff", "out/report", "next")
    #expect(compared.status == .invalidInput && compared.codes == changed)
    // Without the list there is nothing to ask.
    try shell("rm out/report/SHA256SUMS")
    #expect(call("diff", "next", "out").codes == [])
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ssh-keygen")))
  func eachLineOfTheSignersIsTried() throws {
    try shell("ssh-keygen -q -t ed25519 -N '' -C test -f key")
    try audit("json", "--sign", "key")
    let key = try #require(folder.text("key.pub"))
    let lines = ["git", "vouch", "mail"].map { "\($0)@contoso.example namespaces=\"\($0)\" \(key)" }
    try folder.write("signers", lines.joined())
    let ending = call("verify", "out", "--signers", "signers")
    #expect(ending.status == .success, "\(ending.diagnostics)")
    #expect(ending.output.contains("vouch@contoso.example"))
    for principals in ["*@contoso.example", "a@contoso.example,!b@contoso.example", "\"a b\""] {
      try folder.write("signers", "# all\n\n\(lines[0])\(principals) \(key)")
      let pattern = call("verify", "out", "--signers", "signers")
      #expect(pattern.status == .success, "\(principals): \(pattern.diagnostics)")
    }
    try folder.write("signers", lines[0] + lines[2])
    let other = call("verify", "out", "--signers", "signers")
    #expect(other.codes == ["verify.signer"], "\(other.diagnostics)")
    #expect(other.diagnostics.contains("names who signed, but not for this"))
    for (name, text) in [("nowhere", "No such file or directory"), ("out", "Is a directory")] {
      let missing = call("verify", "out", "--signers", name)
      #expect(missing.status == .invalidInput && missing.codes == ["verify.signers"])
      #expect(missing.diagnostics.hasPrefix("\(name): error: \(text)"))
    }
  }

  /// Parts whose seals and sums are not those of what they hold.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ssh-keygen")))
  func partsKeepTheirSeals() throws {
    try shell("ssh-keygen -q -t ed25519 -N '' -C test -f key")
    try shell("sed s/i-1/i-2/ snapshot.json > other.json")
    try audit("json,ndjson", "--sign", "key", to: "one")
    try shell("mv snapshot.json first.json; mv other.json snapshot.json")
    try audit("json,ndjson", to: "two")
    #expect(call("merge", "one", "two", "-o", "all").status == .success)
    let whole = call("verify", "all")
    #expect(whole.status == .success && whole.diagnostics == "", "\(whole.diagnostics)")
    #expect(whole.output.contains("Environments: 1 of 2 signed\n"))

    // The whole's list is written anew, but nobody could sign the part's.
    let part = "all/environments/i-1"
    try shell("echo '<a/>' > \(part)/report/findings.ndjson")
    try relist("all")
    let changed = call("verify", "all")
    #expect(changed.codes == ["verify.changed"], "\(changed.diagnostics)")
    #expect(changed.diagnostics.hasPrefix("\(part)/report/findings.ndjson: error: it was changed"))
    try relist(part)
    try relist("all")
    let unsigned = call("verify", "all")
    #expect(unsigned.codes == ["verify.signature"], "\(unsigned.diagnostics)")

    // Findings that don't add up, under a list that is right.
    try shell(": > two/report/findings.ndjson")
    try relist("two")
    try shell("sed -i s/a/b/ one/report/findings.ndjson")
    try relist("one")
    let merged = call("merge", "one", "two", "-o", "never")
    #expect(merged.status == .invalidInput)
    #expect(merged.codes.contains("verify.signature"), "\(merged.diagnostics)")
    #expect(merged.codes.contains("merge.totals"), "\(merged.diagnostics)")
    #expect(!folder.contents().contains { $0.hasPrefix("never") })
  }
}
