import Digests
import Model
import SnapshotReader
import Testing

@testable import Audit

/// One change of each kind, and the cause that it is given.
@Suite struct ComparerTests {
  /// A run, with what a test changes about it.
  private struct Setting {
    var document = ComparerTests.document
    var rules = "LIF-01"
    var asOf = "2026-10-01T00:00:00Z"
    var parameters: [String: [String: Double]] = [:]
    var exceptions: String?
    var catalogue = ShippedCatalogue.catalogue
    var toolVersion = "1"
    var spoil: @Sendable (inout RunFacts) -> Void = { _ in }
  }

  /// An export that was detached 20 days before, one that was detached long ago, one in use.
  private static let document = """
    {"environment":{"instanceId":"i-1"},
    "collection":{"collectedUtc":"2026-09-30T12:00:00Z","timeZone":"UTC",
    "sources":[{"section":"exports","complete":true},{"section":"connections","complete":true},
    {"section":"consents","complete":true}]},
    "connections":[{"connectionId":"c-1","type":"mailchimp","createdUtc":"2024-01-01T00:00:00Z"}],
    "consents":[],
    "exports":[
    {"exportId":"e-1","connectionId":null,"detachedUtc":"2026-09-11T00:00:00Z"},
    {"exportId":"e-2","connectionId":null,"detachedUtc":"2025-01-01T00:00:00Z"},
    {"exportId":"e-3","connectionId":"c-1"}]}
    """

  private func record(_ setting: Setting, after former: RecordedRun? = nil) throws -> RecordedRun {
    guard case .instant(let asOf) = InstantText.read(setting.asOf) else { throw Unreadable() }
    var result = Auditor.audit(
      try SnapshotReader.snapshot(fromFragment: setting.document), catalogue: setting.catalogue,
      configuration: AuditConfiguration(
        asOf: asOf, selection: try RuleSelection(setting.rules), parameters: setting.parameters,
        threads: 1))
    if let exceptions = setting.exceptions {
      let text = "timeZone: UTC\nexceptions:\n\(exceptions)"
      result = result.applying(
        try #require(ExceptionFile.read(Array(text.utf8), path: "e.yaml").file))
    }
    var facts = result.facts(toolVersion: setting.toolVersion)
    setting.spoil(&facts)
    let open = Set(former?.findings.filter(\.wasOpen).map(\.fingerprint) ?? [])
    let findings = result.rules.indices.flatMap { rule in
      result.rules[rule].verdicts.indices.map { subject in
        let finding = result.finding(rule: rule, subject: subject)
        return RecordedFinding(
          finding, of: result, wasOpen: open.contains(finding.fingerprint))
      }
    }
    return RecordedRun(
      path: "old", facts: facts, manifestDigest: "m", findingsDigest: "f", findings: findings)
  }

  private struct Unreadable: Error {}

  private func compare(_ before: RecordedRun, _ after: RecordedRun) -> [String] {
    var comparer = Comparer(before, after.facts)
    for finding in after.findings {
      comparer.visit(finding.fingerprint, finding.outcome) { _ in finding }
    }
    return comparer.finish().findings.map { compared in
      let causes = compared.causes.map(\.rawValue).joined(separator: "+")
      let finding = compared.finding
      return "\(compared.change.rawValue) \(finding?.rule ?? "") \(finding?.id ?? "") \(causes)"
    }
  }

  private func compare(_ before: Setting, _ after: Setting) throws -> [String] {
    compare(try record(before), try record(after))
  }

  private static let exception =
    "  - {rule: LIF-01, subject: 'export:e-2', reason: R, approver: A, created: 2026-01-01, "
    + "expires: 2026-12-31}\n"

  @Test func nothingChanged() throws {
    #expect(try compare(Setting(), Setting()) == ["persisting LIF-01 e-2 "])
  }

  @Test func theDataChanged() throws {
    var after = Setting()
    after.document = Self.document.replacing("2026-09-11", with: "2026-08-11")
      .replacing("2025-01-01", with: "2026-09-30")
    #expect(
      try compare(Setting(), after) == ["new LIF-01 e-1 data", "resolved LIF-01 e-2 data"])
  }

  /// Spacing, the order of keys and the place of a record are no data.
  @Test func onlyTheSpellingChanged() throws {
    var after = Setting()
    after.document = Self.document.replacing(
      #"{"exportId":"e-2","connectionId":null,"#,
      with: "\n\n  {\"connectionId\": null, \"exportId\": \"e-2\",")
    let (old, new) = (try record(Setting()), try record(after))
    #expect(compare(old, new) == ["persisting LIF-01 e-2 "])
    #expect(old.findings.map(\.recordDigest) == new.findings.map(\.recordDigest))
    #expect(old.facts.sections == new.facts.sections)
  }

  @Test func aRecordCameOrWent() throws {
    var after = Setting()
    after.document = Self.document.replacing(#""exportId":"e-2""#, with: #""exportId":"e-9""#)
    #expect(
      try compare(Setting(), after) == ["new LIF-01 e-9 data", "resolved LIF-01 e-2 data"])
  }

  @Test func aRecordThatTheEvidenceComesFromChanged() throws {
    var before = Setting()
    before.rules = "CON-01"
    var after = before
    after.document = Self.document.replacing(
      #""consents":[]"#,
      with: """
        "consents":[{"consentId":"k","subjectType":"connection","subjectId":"c-1",
        "state":"accepted","acceptedBy":"p","acceptedUtc":"2024-01-01T00:00:00Z",
        "evidence":"t"}]
        """)
    #expect(try compare(before, after) == ["resolved CON-01 c-1 data"])
  }

  @Test func aParameterChanged() throws {
    var after = Setting()
    after.parameters = ["LIF-01": ["maxIdleDays": 10]]
    #expect(
      try compare(Setting(), after) == ["new LIF-01 e-1 parameter", "persisting LIF-01 e-2 "])
    #expect(
      try compare(after, Setting()) == ["resolved LIF-01 e-1 parameter", "persisting LIF-01 e-2 "])
  }

  @Test func theRuleChanged() throws {
    var before = Setting()
    before.parameters = ["LIF-01": ["maxIdleDays": 10]]
    // As if an earlier version of the rule had counted otherwise with the same parameters.
    before.spoil = {
      $0.rules["LIF-01"]?.sha256 = "other"
      $0.rules["LIF-01"]?.parameters["maxIdleDays"] = 30
    }
    #expect(
      try compare(before, Setting()) == ["resolved LIF-01 e-1 rule", "persisting LIF-01 e-2 "])
    before.spoil = { $0.rules["LIF-01"]?.parameters["maxIdleDays"] = 30 }
    before.toolVersion = "0"
    #expect(
      try compare(before, Setting()) == ["resolved LIF-01 e-1 rule", "persisting LIF-01 e-2 "])
  }

  @Test func anExceptionCameOrEnded() throws {
    var with = Setting()
    with.exceptions = Self.exception
    #expect(try compare(Setting(), with) == ["resolved LIF-01 e-2 exception"])
    // What was accepted was open all the time.
    #expect(try compare(with, Setting()) == ["reopened LIF-01 e-2 exception"])
    var ended = with
    ended.exceptions = Self.exception.replacing("2026-12-31", with: "2026-09-30")
    #expect(try compare(with, ended) == ["reopened LIF-01 e-2 exception"])
    // Where the data is in order, the exception is not why.
    var mended = with
    mended.document = Self.document.replacing("2025-01-01", with: "2026-09-30")
    #expect(try compare(with, mended) == [])
    #expect(try compare(Setting(), mended) == ["resolved LIF-01 e-2 data"])
  }

  @Test func theCatalogueChanged() throws {
    var before = Setting()
    before.rules = "CON-01"
    var after = before
    after.catalogue = Catalogue(date: "2020-01-01", digest: "other", services: [])
    let changes = try compare(before, after)
    #expect(changes == ["changed CON-01 c-1 catalogue"], "\(changes)")
  }

  @Test func theScopeChanged() throws {
    var before = Setting()
    before.rules = "LIF-01,CON-01"
    #expect(
      try compare(before, Setting()) == ["persisting LIF-01 e-2 ", "resolved CON-01 c-1 scope"])
    #expect(
      try compare(Setting(), before).contains("new CON-01 c-1 scope"))
    var after = Setting()
    after.document = Self.document.replacing(
      #"{"section":"exports","complete":true},"#, with: "")
    #expect(try compare(Setting(), after).contains("new LIF-01 exports scope"))
    after.document = Self.document.replacing(#""i-1""#, with: #""i-2""#)
      .replacing("e-2", with: "e-7")
    #expect(
      try compare(Setting(), after) == ["new LIF-01 e-7 scope", "resolved LIF-01 e-2 scope"])
  }

  @Test func timeAlonePassed() throws {
    var after = Setting()
    after.asOf = "2026-10-20T00:00:00Z"
    #expect(
      try compare(Setting(), after) == ["new LIF-01 e-1 clock", "persisting LIF-01 e-2 "])
  }

  @Test func severalCausesAreAllNamed() throws {
    var after = Setting()
    after.document = Self.document.replacing("2026-09-11", with: "2026-09-10")
    after.parameters = ["LIF-01": ["maxIdleDays": 10]]
    #expect(try compare(Setting(), after).first == "new LIF-01 e-1 data+parameter")
  }

  /// A record that came or went isn't the rule's doing, and both are named where both changed.
  @Test func aRecordCameAndMoreChanged() throws {
    var before = Setting()
    before.spoil = { $0.rules["LIF-01"]?.sha256 = "other" }
    var after = Setting()
    after.document = Self.document.replacing(#""exportId":"e-2""#, with: #""exportId":"e-9""#)
    #expect(
      try compare(before, after)
        == ["new LIF-01 e-9 data+rule", "resolved LIF-01 e-2 data+rule"])
    // Neither parameters nor the catalogue say which subjects there are.
    before.spoil = { $0.catalogue = "other" }
    after.parameters = ["LIF-01": ["maxIdleDays": 31]]
    #expect(
      try compare(before, after) == ["new LIF-01 e-9 data", "resolved LIF-01 e-2 data"])
    // Of a section no longer called complete the records may have come all the same.
    after = Setting()
    after.document = Self.document.replacing(#""exportId":"e-2""#, with: #""exportId":"e-9""#)
      .replacing(#"{"section":"exports","complete":true},"#, with: "")
    let changes = try compare(Setting(), after)
    #expect(
      changes == [
        "new LIF-01 e-1 scope", "new LIF-01 e-9 data+scope", "new LIF-01 exports scope",
        "resolved LIF-01 e-2 data+scope",
      ], "\(changes)")
  }

  /// An id written in other letters is the same environment.
  @Test func theEnvironmentIsTheSameInOtherLetters() throws {
    var after = Setting()
    after.document = Self.document.replacing(#""i-1""#, with: #""I-1""#)
      .replacing("2026-09-11", with: "2026-08-11")
    #expect(
      try compare(Setting(), after) == ["new LIF-01 e-1 data", "persisting LIF-01 e-2 "])
  }

  /// The file of exceptions is the same; its exception ran out in between.
  @Test func anExceptionRanOut() throws {
    var before = Setting()
    before.exceptions = Self.exception.replacing("2026-12-31", with: "2026-10-05")
    var after = before
    after.asOf = "2026-10-06T00:00:00Z"
    #expect(try compare(before, after) == ["reopened LIF-01 e-2 exception+clock"])
    after.exceptions = nil
    #expect(try compare(before, after) == ["reopened LIF-01 e-2 exception"])
  }

  @Test func whatWasResolvedAndComesBackIsReopened() throws {
    var mended = Setting()
    mended.document = Self.document.replacing("2025-01-01", with: "2026-09-30")
    let first = try record(Setting())
    let second = try record(mended, after: first)
    #expect(compare(first, second) == ["resolved LIF-01 e-2 data"])
    #expect(compare(second, try record(Setting())) == ["reopened LIF-01 e-2 data"])
    // Without the memory of the first run it is new.
    #expect(compare(try record(mended), try record(Setting())) == ["new LIF-01 e-2 data"])
  }

  /// The digest of a rule doesn't depend on the run, and no two rules share one.
  @Test func everyRuleHasADigestOfItsOwn() {
    let digests = RuleRegistry.all.map { $0.versionDigest }
    #expect(Set(digests).count == RuleRegistry.all.count)
    #expect(digests == RuleRegistry.all.map { $0.versionDigest })
    #expect(digests.allSatisfy { $0.count == 64 })
  }
}
