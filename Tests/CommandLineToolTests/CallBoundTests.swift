import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

/// Whole calls: what they end with, what they say, and that nothing is written where they fail.
@Suite struct CallBoundTests {
  private static let snapshot = """
    {"schema": "connections-snapshot/1",
     "environment": {"instanceId": "i-1", "name": "Small", "instanceType": "production"},
     "collection": {"collectedUtc": "2026-09-30T06:00:00Z", "timeZone": "UTC",
       "sources": [{"section": "exports", "kind": "manual", "recordCount": 4, "complete": true}]},
     "exports": [
       {"exportId": "e-1", "connectionId": null, "detachedUtc": "2025-01-01T00:00:00Z"},
       {"exportId": "e-2", "connectionId": null, "detachedUtc": null},
       {"exportId": "e-3", "connectionId": null, "detachedUtc": "2026-09-29T00:00:00Z"},
       {"exportId": "e-4", "connectionId": "c-1"}]}
    """

  /// A folder with the files that calls may name.
  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("snapshot.json", Self.snapshot)
    try folder.write("sub/snapshot.json", Self.snapshot)
    try folder.write("connections.json", #"[{"resourceId": "c-1", "kind": "mailchimp"}]"#)
    return folder
  }

  /// A call that fails, and the last words of what it says.
  struct Failure: Sendable, CustomTestStringConvertible {
    let words: [String]
    var variables: [String: String] = [:]
    var configuration: String?
    let status: CommandLineTool.ExitStatus
    let says: String

    var testDescription: String { "\(variables) \(words) \(configuration ?? "")" }
  }

  static let failures: [Failure] = [
    // What is written never takes the place of what was read, however the one file is written.
    Failure(
      words: ["import", "snapshot.json"], status: .usage,
      says: "'snapshot.json' is one of the files to import; name another one with --output [usage]"),
    Failure(
      words: ["import", "./snapshot.json"], status: .usage,
      says: "'snapshot.json' is one of the files to import"),
    Failure(
      words: ["import", "sub/../snapshot.json"], status: .usage,
      says: "'snapshot.json' is one of the files to import"),
    Failure(
      words: ["import", "connections.json", "-o", "./connections.json"], status: .usage,
      says: "'./connections.json' is one of the files to import"),
    Failure(
      words: ["import", "webapi:connections.json", "-o", "sub//../connections.json"],
      status: .usage, says: "is one of the files to import"),
    Failure(
      words: ["import", "link.json"], status: .usage,
      says: "'snapshot.json' is one of the files to import"),
    Failure(words: ["import", "webapi"], status: .usage, says: "no file is named"),
    Failure(
      words: ["import", "webap:connections.json"], status: .usage,
      says: "there is no kind 'webap'; did you mean 'webapi'?"),
    Failure(
      words: ["import", "nothing.json", "-o", "x.json"], status: .invalidInput,
      says: "[file.missing]"),
    Failure(
      words: ["import", "connections.json", "-o", "x.json", "--complete", "connection"],
      status: .usage,
      says: "there is no section 'connection'; did you mean 'connections'? [import.complete]"),
    Failure(
      words: ["import", "connections.json", "-o", "x.json", "--complete", "runs"], status: .usage,
      says: "no file lists runs [import.complete]"),
    Failure(
      words: ["import", "connections.json", "-o", "x.json", "--collected", "2026-10-01"],
      status: .usage, says: "'2026-10-01' is not a time with its zone"),
    Failure(
      words: ["import", "connections.json", "-o", "x.json", "--time-zone", "utc+2"], status: .usage,
      says: "'utc+2' is no time zone"),
    Failure(
      words: ["import", "connections.json", "-o", "x.json", "--date-order", "dym"], status: .usage,
      says: "--date-order doesn't know 'dym'"),
    Failure(
      words: ["import", "connections.json", "-o", "no/such/folder/x.json"], status: .usage,
      says: "error: cannot write"),
    // Options that mean nothing without another.
    Failure(
      words: ["verify", "sub", "--content", "sub"], status: .usage,
      says: "--content has no use without --snapshot"),
    Failure(
      words: ["verify", "sub", "--templates", "sub"], status: .usage,
      says: "--templates has no use without --snapshot"),
    Failure(
      words: ["verify", "sub", "--exceptions", "x"], status: .usage,
      says: "--exceptions has no use without --snapshot"),
    Failure(
      words: ["verify", "sub", "--baseline", "x"], status: .usage,
      says: "--baseline has no use without --snapshot"),
    Failure(
      words: ["verify", "sub", "--custom-rules", "x"], status: .usage,
      says: "--custom-rules has no use without --snapshot"),
    Failure(words: ["verify", "sub"], status: .invalidInput, says: "[verify.missing]"),
    Failure(
      words: ["audit", "snapshot.json", "--seed", "1"], status: .usage,
      says:
        "--seed: error: a seed without a sample chooses nothing; add --sample 25 [configuration.seed]"
    ),
    // A language without its region is far from all names, and means one all the same.
    Failure(
      words: ["audit", "snapshot.json", "--locale", "fr"], status: .usage,
      says: "in 'fr'; did you mean 'fr-fr'?"),
    // Numbers at their ends.
    Failure(
      words: ["audit", "snapshot.json", "--sample", "0"], status: .usage,
      says: "'0' is not a whole number of 1 or more"),
    Failure(
      words: ["audit", "snapshot.json", "--sample", "-1"], status: .usage,
      says: "'-1' is not a whole number of 1 or more"),
    Failure(
      words: ["audit", "snapshot.json", "--sample", "1", "--seed", "-1"], status: .usage,
      says: "--seed: error: '-1' is not a whole number of 0 or more"),
    Failure(
      words: ["audit", "snapshot.json", "--max-unknown", "1.5"], status: .usage,
      says: "'1.5' is not a whole number of 0 or more"),
    Failure(
      words: ["audit", "snapshot.json", "--max-unknown", "9223372036854775808"], status: .usage,
      says: "is not a whole number of 0 or more"),
    Failure(
      words: ["query", "snapshot.json", "select 1", "--limit", "-1"], status: .usage,
      says: "'-1' is not a whole number of 0 or more"),
    Failure(
      words: ["query", "snapshot.json", "select 1", "--steps", "0"], status: .usage,
      says: "'0' is not a whole number of 1 or more"),
    Failure(
      words: ["query", "snapshot.json"], status: .usage, says: "a snapshot and one query are needed"
    ),
    Failure(
      words: ["query", "snapshot.json", "select 1", "select 2"], status: .usage,
      says: "a snapshot and one query are needed"),
    Failure(
      words: ["query", "snapshot.json", "select 1 as a, 2 as a", "--format", "json"],
      status: .usage, says: "[query.columns]"),
    Failure(
      words: ["query", "snapshot.json", "delete from exports"], status: .usage, says: "[query.sql]"),
    // Variables count like words, and are told by their names.
    Failure(
      words: ["audit", "snapshot.json"], variables: ["VOUCH_FAIL_ON": "hgh"], status: .usage,
      says: "VOUCH_FAIL_ON: error: 'hgh' is not a severity; did you mean 'high'?"),
    Failure(
      words: ["audit", "snapshot.json"], variables: ["VOUCH_MAX_UNKNOWN": "many"], status: .usage,
      says: "VOUCH_MAX_UNKNOWN: error: 'many' is not a whole number of 0 or more"),
    Failure(
      words: ["audit", "snapshot.json"], variables: ["VOUCH_AS_OF": "soon"], status: .usage,
      says: "VOUCH_AS_OF: error: 'soon' is not a time with its zone"),
    // The configuration: no value is no folder.
    Failure(
      words: ["run"], configuration: "snapshot: snapshot.json\noutput: '  '\n", status: .usage,
      says:
        "vouch.yaml:2:9: error: 'output' needs a value or a list of values [configuration.shape]"),
    Failure(
      words: ["run"], configuration: "snapshot: snapshot.json\noutput: ''\n", status: .usage,
      says: "vouch.yaml:2:9: error: 'output' needs a value"),
    Failure(
      words: ["run"], configuration: "snapshot: snapshot.json\noutput: [a, b]\n", status: .usage,
      says:
        "vouch.yaml:2:9: error: 'output' takes one value, not 2; keep one of them [configuration.shape]"
    ),
    Failure(
      words: ["run"], configuration: "content: docs\n", status: .usage,
      says: "in vouch.yaml; for a site without a report there is 'vouch build DIR' [usage]"),
    Failure(
      words: ["run"],
      configuration:
        "snapshot: snapshot.json\ncontract-limits:\n  - {maximum: 5, source: S, destination: klavyo}\n",
      status: .usage,
      says:
        "vouch.yaml:3:42: error: 'klavyo' is no destination of the catalogue; did you mean klaviyo? [configuration.destination]"
    ),
    // Exceptions: whatever is wrong with the file, nothing is written.
    Failure(
      words: ["audit", "snapshot.json", "--exceptions", "none.yaml"], status: .exceptions,
      says: "[exception.unreadable]"),
    Failure(
      words: ["audit", "snapshot.json", "--exceptions", "sub"], status: .exceptions,
      says: "[exception.unreadable]"),
    Failure(
      words: ["audit", "snapshot.json", "--exceptions", "snapshot.json"], status: .exceptions,
      says: "[exception."),
    Failure(
      words: ["audit", "snapshot.json", "--baseline", "sub"], status: .invalidInput,
      says: "[baseline.missing]"),
    Failure(
      words: ["audit", "snapshot.json", "--custom-rules", "none"], status: .usage,
      says: "[rule.folder]"),
    Failure(
      words: ["audit", "snapshot.json", "--custom-rules", "sub"], status: .usage,
      says: "[rule.none]"),
    Failure(
      words: ["audit", "sub", "-o", "out"], status: .invalidInput, says: "[snapshot.manifest]"),
    Failure(words: ["init", "sub"], status: .usage, says: "error: "),
    Failure(
      words: ["help", "adit"], status: .usage,
      says: "there is no command 'adit'; did you mean 'audit'?"),
  ]

  @Test(arguments: failures) func nothingIsWritten(failure: Failure) throws {
    let folder = try project()
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/link.json", withDestinationPath: "snapshot.json")
    if let configuration = failure.configuration { try folder.write("vouch.yaml", configuration) }
    let before = try Tree(folder.path)
    let ending = InProcess.call(failure.words, in: folder, variables: failure.variables)
    #expect(ending.status == failure.status, "\(ending.diagnostics)")
    #expect(ending.diagnostics.contains(failure.says), "\(ending.diagnostics)")
    #expect(ending.output == "")
    #expect(try Tree(folder.path).differences(from: before) == [])
  }

  /// Whatever rules run and whatever is excepted, a secret isn't published where that is asked for.
  @Test(arguments: [
    [], ["--rules", "CON-*"], ["--rules", "CRD-04", "--exceptions", "all.yaml"],
    ["--exceptions", "all.yaml"],
  ])
  func aSecretIsNotPublished(words: [String]) throws {
    let folder = try project()
    try folder.write(
      "secret.json",
      Self.snapshot.replacing(
        #""e-2","#, with: #""e-2", "destination": "sftp://u:Tr0ub4dor-3x@h.example/in","#))
    try folder.write(
      "all.yaml",
      "timeZone: UTC\nexceptions:\n  - {rule: CRD-04, subject: 'record:*', reason: R, approver: A, "
        + "created: 2026-01-01, expires: 2027-12-31}\n")
    let call = ["audit", "secret.json", "-o", "out", "--format", "json", "--fail-on", "never"]
    let refused = InProcess.call(call + ["--refuse-on-secret"] + words, in: folder)
    #expect(refused.status == .findings, "\(refused.diagnostics)")
    #expect(refused.codes.contains("secret.found"))
    #expect(folder.text("out/report/summary.json") == nil)
    // Without the option, and without a secret, there is a report.
    #expect(InProcess.call(call + words, in: folder).status == .success)
    let clean = ["audit", "snapshot.json", "-o", "clean", "--format", "json", "--fail-on", "never"]
    #expect(InProcess.call(clean + ["--refuse-on-secret"], in: folder).status == .success)
  }

  /// A snapshot takes the place of no device or folder, and a link keeps leading where it led.
  @Test(arguments: [
    ("pipe", false), ("folder", false), ("toPipe", false), ("toNothing", false), ("toFile", true),
    ("toLink", true), ("new.json", true), ("old.json", true),
  ])
  func onlyAFileIsReplaced(name: String, isWritten: Bool) throws {
    let folder = try project()
    try folder.write("old.json", "old")
    try folder.write("folder/x", "")
    #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
    for (link, target) in [
      ("toPipe", "pipe"), ("toNothing", "nothing"), ("toFile", "old.json"), ("toLink", "toFile"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/\(link)", withDestinationPath: target)
    }
    func kind(_ name: String) throws -> FileAttributeType? {
      try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(name)")[.type]
        as? FileAttributeType
    }
    let before = name == "new.json" ? .typeRegular : try kind(name)
    let ending = InProcess.call(["import", "connections.json", "-o", name], in: folder)
    #expect(try kind(name) == before)
    #expect(ending.status == (isWritten ? .success : .usage), "\(ending.diagnostics)")
    if isWritten {
      #expect(folder.text(name)?.contains("mailchimp") == true)
    } else {
      #expect(ending.diagnostics.contains("'\(name)' is no file that a snapshot could be"))
    }
    let isOld = !isWritten || name == "new.json"
    #expect((folder.text("old.json") == "old") == isOld)
  }

  /// Parts lie in a folder that nobody else can have prepared, and nothing is left of it.
  @Test func partsAreTheOwnUsersAlone() throws {
    let folder = try project()
    try folder.write(
      "other.json", Self.snapshot.replacing("i-1", with: "i-2"))
    let number = ProcessInfo.processInfo.processIdentifier
    for purpose in ["parts", "verify", "pseudo"] {
      try folder.write("tmp/vouch-\(purpose)-\(number)/keep", "")
    }
    let before = try Tree("\(folder.path)/tmp")
    let variables = ["TMPDIR": "\(folder.path)/tmp"]
    let call = ["audit", "snapshot.json", "other.json", "-o", "out", "--format", "json"]
    let ending = InProcess.call(
      call + ["--rules", "LIF-01", "--fail-on", "never"], in: folder, variables: variables)
    #expect(ending.status == .success, "\(ending.diagnostics)")
    let verified = InProcess.call(
      ["verify", "out/environments/i-1", "--snapshot", "snapshot.json"], in: folder,
      variables: variables)
    #expect(verified.status == .success, "\(verified.output)\(verified.diagnostics)")
    #expect(try Tree("\(folder.path)/tmp").differences(from: before) == [])
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/tmp")
    #expect(names.count == 3)
  }

  /// Variables that hold nothing are none.
  @Test(arguments: ["", " ", "\t"]) func anEmptyVariableIsNone(value: String) throws {
    let folder = try project()
    let ending = InProcess.call(
      ["audit", "snapshot.json", "--rules", "LIF-01", "--format", "json", "--fail-on", "never"],
      in: folder, variables: ["VOUCH_OUTPUT": value, "VOUCH_AS_OF": value])
    #expect(ending.status == .success, "\(ending.diagnostics)")
    #expect(folder.text("public/report/summary.json") != nil)
  }

  /// An audit of one fail, one unknown, one pass and one that is no case, and how it ends.
  @Test(arguments: [
    // LIF-01 is a rule of medium severity, and the gate of a call without a word is at high.
    ([], CommandLineTool.ExitStatus.success), (["--fail-on", "high"], .success),
    (["--fail-on", "medium"], .findings), (["--fail-on", "low"], .findings),
    (["--fail-on", "never"], .success), (["--fail-on", "low", "--max-unknown", "1"], .findings),
    (["--fail-on", "low", "--exceptions", "fail.yaml"], .unknowns),
    (["--fail-on", "low", "--exceptions", "fail.yaml", "--max-unknown", "1"], .success),
    (["--fail-on", "low", "--exceptions", "both.yaml"], .success),
    (["--fail-on", "low", "--exceptions", "expired.yaml"], .findings),
    (["--fail-on", "low", "--exceptions", "unmatched.yaml"], .exceptions),
    (["--fail-on", "never", "--exceptions", "unmatched.yaml"], .exceptions),
  ])
  func theStatusIsThatOfTheTable(words: [String], status: CommandLineTool.ExitStatus) throws {
    let folder = try project()
    func exception(_ subject: String, _ expires: String = "2027-12-31") -> String {
      "  - {rule: LIF-01, subject: 'export:\(subject)', reason: R, approver: A, requester: B, ticket: T, "
        + "created: 2026-01-01, expires: \(expires)}\n"
    }
    for (name, text) in [
      ("fail", exception("e-1")), ("both", exception("e-*")),
      ("expired", exception("e-1", "2026-02-01")),
      ("unmatched", exception("e-*") + exception("e-9")),
    ] { try folder.write("\(name).yaml", "timeZone: UTC\nexceptions:\n\(text)") }
    let ending = InProcess.call(
      ["audit", "snapshot.json", "-o", "out", "--rules", "LIF-01", "--format", "json"] + words,
      in: folder)
    #expect(ending.status == status, "\(ending.diagnostics)")
    let summary = try #require(folder.text("out/report/summary.json"))
    #expect(summary.contains("\"exitStatus\": \(status.rawValue)"), "\(summary.prefix(800))")
  }

  /// Texts that a spreadsheet would calculate, as the forms of the report have them.
  @Test(arguments: [
    ("'=1'", "'=1"), ("'+1'", "'+1"), ("'-1'", "'-1"), ("'@a'", "'@a"), ("' =1'", "' =1"),
    ("char(9) || '=1'", "'\t=1"), ("char(10) || '1'", "\"'\n1\""), ("char(13) || '1'", "\"'\r1\""),
    ("char(160) || '=1'", "'\u{A0}=1"), ("char(65279) || '=1'", "'\u{FEFF}=1"),
    ("char(65309) || '1'", "'\u{FF1D}1"), ("char(65291)", "'\u{FF0B}"),
    ("char(65293)", "'\u{FF0D}"),
    ("char(65312)", "'\u{FF20}"), ("char(12288) || '=1'", "'\u{3000}=1"),
    ("char(8232) || '=1'", "'\u{2028}=1"), ("char(133) || '=1'", "'\u{85}=1"),
    ("char(8203, 8239) || '@a'", "'\u{200B}\u{202F}@a"), ("char(12288) || '1'", "\u{3000}1"),
    ("'a=1'", "a=1"), ("'1-1'", "1-1"), ("-1", "-1"),
    ("-1.5", "-1.5"),
    ("1e999", "Infinity"), ("-1e999", "'-Infinity"), ("null", ""), ("''", ""), ("'a,b'", "\"a,b\""),
    ("'a\"b'", "\"a\"\"b\""), ("'=\"a\"'", "\"'=\"\"a\"\"\""), ("x'3d'", "1 bytes"),
    ("char(1)", "\u{FFFD}"), ("9223372036854775807", "9223372036854775807"),
  ])
  func aCellOfAQuery(sql: String, cell: String) throws {
    let folder = try project()
    let ending = InProcess.call(
      ["query", "snapshot.json", "select \(sql) as a", "--format", "csv"], in: folder)
    #expect(ending.output == "a\r\n\(cell)\r\n", "\(ending.diagnostics)")
  }

  /// Characters of the input that would steer a terminal, in what is printed.
  @Test(arguments: [
    (0x00, false), (0x1B, false), (0x7F, false), (0x9B, false), (0x061C, false), (0x200E, false),
    (0x200F, false), (0x2028, false), (0x2029, false), (0x202A, false), (0x202E, false),
    (0x2066, false),
    (0x2069, false), (0x20, true), (0x7E, true), (0xA0, true), (0xE9, true), (0x0636, true),
    (0x200D, true), (0x2027, true), (0x202F, true), (0x206A, true), (0x1F600, true),
  ])
  func aCharacterIsVisible(value: UInt32, isPlain: Bool) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let shown = DiagnosticPrinter.visible("a\(scalar)b")
    #expect(shown == (isPlain ? "a\(scalar)b" : "a\\u{\(String(value, radix: 16))}b"))
  }
}
