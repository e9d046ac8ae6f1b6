import Model
import SnapshotReader
import Testing

@testable import Audit

/// Limits by contract that the settings of a run state, beside those that are documented or recorded.
@Suite struct AgreedLimitTests {
  /// What a rule says of the only export, which sends one segment.
  private func finding(
    _ rule: String = "LIM-01", type: String = "microsoft-advertising", members: Int,
    _ limits: [AgreedLimit], more: String = ""
  ) throws -> Finding {
    let snapshot = try SnapshotReader.snapshot(
      fromFragment: """
        {"collection":{"collectedUtc":"2025-06-01T00:00:00Z","timeZone":"UTC","sources":[
        {"section":"connections","complete":true},{"section":"exports","complete":true},
        {"section":"segments","complete":true}]},
        "connections":[{"connectionId":"C-1","type":"\(type)"}],
        "exports":[{"exportId":"e-1","connectionId":"C-1","state":"active",
        "items":[{"kind":"segment","name":"A"}]}],
        "segments":[{"name":"A","members":\(members),"countedUtc":"2025-05-31T00:00:00Z"}]\(more)}
        """)
    var configuration = AuditConfiguration(selection: try RuleSelection(rule), threads: 1)
    configuration.agreedLimits = limits
    return Auditor.audit(
      snapshot, catalogue: ShippedCatalogue.catalogue, configuration: configuration
    ).finding(rule: 0, subject: 0)
  }

  private static func limit(
    _ target: AgreedLimit.Target, _ maximum: Int, _ scope: LimitScope? = nil
  ) -> AgreedLimit {
    AgreedLimit(
      target, maximum: maximum, scope: scope, source: "Contract 7, section 2",
      origin: "vouch.yaml:9")
  }

  @Test(arguments: [
    "{AAAAAAAA-0000-4000-8000-000000000001}", "aaaaaaaa-0000-4000-8000-000000000001",
    "AAAAAAAA-0000-4000-8000-000000000001",
  ])
  func aConnectionIsMeantWithAndWithoutBraces(_ id: String) throws {
    let snapshot = try SnapshotReader.snapshot(
      fromFragment: """
        {"connections":[{"connectionId":"{AAAAAAAA-0000-4000-8000-000000000001}"}]}
        """)
    var configuration = AuditConfiguration(selection: .all, threads: 1)
    configuration.agreedLimits = [Self.limit(.connection(id), 1)]
    #expect(configuration.unusedLimits(in: snapshot).isEmpty)
    configuration.agreedLimits = [Self.limit(.connection("{c-1}"), 1)]
    #expect(configuration.unusedLimits(in: snapshot).count == 1)
  }

  /// Microsoft Advertising documents 500,000; a contract may allow less and more.
  @Test(arguments: [
    (400_000, [AgreedLimit](), Outcome.pass), (500_001, [], .fail),
    (400_000, [limit(.destination("microsoft-advertising"), 399_999)], .fail),
    (500_001, [limit(.destination("microsoft-advertising"), 900_000)], .pass),
    (900_001, [limit(.destination("microsoft-advertising"), 900_000)], .fail),
    (500_001, [limit(.destination("klaviyo"), 900_000)], .fail),
    // What is agreed for a connection is nearer than what is agreed for its destination.
    (
      400_000,
      [
        limit(.destination("microsoft-advertising"), 900_000), limit(.connection("c-1"), 300_000),
      ], .fail
    ),
    (400_000, [limit(.connection("c-2"), 300_000)], .pass),
  ])
  func aContractTakesThePlaceOfTheDocuments(
    members: Int, limits: [AgreedLimit], outcome: Outcome
  ) throws {
    #expect(try finding(members: members, limits).outcome == outcome)
  }

  @Test(arguments: [(0, Outcome.notApplicable), (1_000, .pass), (1_001, .fail)])
  func aContractBindsWhereNothingIsDocumented(members: Int, outcome: Outcome) throws {
    let limits = members == 0 ? [] : [Self.limit(.destination("azure-blob-storage"), 1_000)]
    let finding = try finding(type: "azure-blob-storage", members: members, limits)
    #expect(finding.outcome == outcome)
  }

  @Test(arguments: [(50, Outcome.pass), (51, .fail)])
  func ofTwoContractsTheStricterDecides(members: Int, outcome: Outcome) throws {
    let contract = #","contractLimits":[{"contractLimitId":"l-1","connectionId":"C-1","limit":50}]"#
    let finding = try finding(
      members: members, [Self.limit(.connection("c-1"), 100)], more: contract)
    #expect(finding.outcome == outcome)
  }

  @Test func evidenceNamesTheContractAndWhereItIsStated() throws {
    let finding = try finding(
      members: 1, [Self.limit(.destination("microsoft-advertising"), 900_000)])
    let texts = finding.evaluation.evidence.map { String(describing: $0) }
    for text in ["Contract 7, section 2", "vouch.yaml:9", "900000", "500000"] {
      #expect(texts.contains { $0.contains(text) }, "\(text) in \(texts)")
    }
  }

  /// LIM-02 warns below the same limit.
  @Test(arguments: [(960, Outcome.fail), (1_001, .notApplicable)])
  func nearnessFollows(members: Int, outcome: Outcome) throws {
    let limits = [Self.limit(.destination("azure-blob-storage"), 1_000, .perExport)]
    let finding = try finding("LIM-02", type: "azure-blob-storage", members: members, limits)
    #expect(finding.outcome == outcome)
  }

  /// A total counts what other exports to the account send, though the documents count none; both
  /// may send the same persons.
  @Test(arguments: [(LimitScope.perExport, Outcome.pass), (.total, .unknown)])
  func theScopeOfTheContractCounts(scope: LimitScope, outcome: Outcome) throws {
    let more = """
      ,"exports":[{"exportId":"e-1","connectionId":"C-1","state":"active",
      "items":[{"kind":"segment","name":"A"}]},{"exportId":"e-2","connectionId":"C-1",
      "state":"active","items":[{"kind":"segment","name":"A"}]}]
      """
    let snapshot = try SnapshotReader.snapshot(
      fromFragment: """
        {"collection":{"collectedUtc":"2025-06-01T00:00:00Z","timeZone":"UTC","sources":[
        {"section":"connections","complete":true},{"section":"exports","complete":true},
        {"section":"segments","complete":true}]},
        "connections":[{"connectionId":"C-1","type":"azure-blob-storage"}],
        "segments":[{"name":"A","members":600,"countedUtc":"2025-05-31T00:00:00Z"}]\(more)}
        """)
    var configuration = AuditConfiguration(selection: try RuleSelection("LIM-01"), threads: 1)
    configuration.agreedLimits = [
      Self.limit(.destination("azure-blob-storage"), 1_000, scope)
    ]
    let finding = Auditor.audit(
      snapshot, catalogue: ShippedCatalogue.catalogue, configuration: configuration
    ).finding(rule: 0, subject: 0)
    #expect(finding.outcome == outcome)
  }

  @Test func unknownDestinationsAndConnectionsAreTold() throws {
    var configuration = AuditConfiguration()
    configuration.agreedLimits = [
      Self.limit(.destination("klavyo"), 1), Self.limit(.destination("klaviyo"), 1),
      Self.limit(.connection("c-9"), 1), Self.limit(.connection("c-1"), 1),
    ]
    let unknown = configuration.unknownDestinations(in: ShippedCatalogue.catalogue)
    #expect(
      unknown.map(\.problem.description)
        == ["'klavyo' is no destination of the catalogue; did you mean klaviyo?"])
    let snapshot = try SnapshotReader.snapshot(
      fromFragment: #"{"connections":[{"connectionId":"C-1"}]}"#)
    #expect(configuration.unusedLimits(in: snapshot).map(\.target) == [.connection("c-9")])
  }
}
