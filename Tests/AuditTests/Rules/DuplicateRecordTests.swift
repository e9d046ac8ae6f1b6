import Model
import Testing

/// Which of two records with one id is right is never guessed: the stricter one counts, whatever
/// their order.
@Suite struct DuplicateRecordTests {
  private static func both(
    _ rule: String, on subject: String, _ section: String, _ expected: Judgement, _ mild: String,
    _ strict: String, beside more: String = ""
  ) -> [TableRow] {
    [(mild, strict), (strict, mild)].map { first, second in
      RuleTable(rule, on: subject, #"{"\#(section)": [\#(first), \#(second)]\#(more)}"#)
        .row("of \(section), \(first == strict ? "first" : "second")", expected)
    }
  }

  static let rows: [TableRow] =
    both(
      "LIF-01", on: "e-1", "exports", .fail("detached-too-long"),
      #"{"exportId": "e-1", "connectionId": null, "detachedUtc": "2025-05-30T00:00:00Z"}"#,
      #"{"exportId": "e-1", "connectionId": null, "detachedUtc": "2025-01-01T00:00:00Z"}"#)
    + both(
      "SHR-01", on: "c-1", "connections", .unknown("roles-null"),
      #"{"connectionId": "c-1", "purposeKind": "export", "allowedRoles": ["admin"]}"#,
      #"{"connectionId": "c-1", "purposeKind": "export", "allowedRoles": null}"#)
    + both(
      "TRF-04", on: "c-1", "connections", .fail("other-organization"),
      #"{"connectionId": "c-1", "type": "dynamics365-sales", "target": {"tenantId": "t-1"}}"#,
      #"{"connectionId": "c-1", "type": "dynamics365-sales", "target": {"tenantId": "t-2"}}"#,
      beside: #", "environment": {"instanceId": "i-1", "tenantId": "t-1"}"#)
    + both(
      "LIM-01", on: "e-1", "segments", .fail("over-limit"),
      #"{"name": "A", "members": 1000}"#, #"{"name": "A", "members": 100001}"#,
      beside: #"""
        , "connections": [{"connectionId": "c-1", "type": "hubspot"}],
        "exports": [{"exportId": "e-1", "connectionId": "c-1", "state": "active",
          "items": [{"kind": "segment", "name": "A"}]}]
        """#)
    + both(
      "CRD-05", on: "c-1", "principals", .fail("account-disabled"),
      #"{"principalId": "p-1", "principalType": "user", "enabled": true, "serviceAccount": true}"#,
      #"{"principalId": "p-1", "principalType": "user", "enabled": false, "serviceAccount": true}"#,
      beside: #"""
        , "connections": [{"connectionId": "c-1", "type": "klaviyo", "credential":
          {"method": "apiKey", "exportUserPrincipalId": "p-1"}}]
        """#)

    + both(
      "TRF-06", on: "c-1", "agreements", .fail("not-in-force"),
      #"""
      {"agreementId": "a-1", "recipient": "Northwind", "signedUtc": "2025-01-01T00:00:00Z",
       "validFromUtc": "2025-01-01T00:00:00Z", "validToUtc": null}
      """#,
      #"""
      {"agreementId": "a-1", "recipient": "Northwind", "signedUtc": null,
       "validFromUtc": "2025-01-01T00:00:00Z", "validToUtc": null}
      """#,
      beside: #"""
        , "connections": [{"connectionId": "c-1", "type": "sftp", "target":
          {"finalRecipient": "Northwind"}}]
        """#)
    + both(
      "TRF-03", on: "c-1", "transferRecords", .fail("no-mechanism"),
      #"{"transferRecordId": "t-1", "connectionId": "c-1", "transferMechanism": "adequacy"}"#,
      #"{"transferRecordId": "t-1", "connectionId": "c-1", "transferMechanism": "none"}"#,
      beside: #"""
        , "environment": {"instanceId": "i-1", "region": "northeurope"}, "agreements": [],
        "connections": [{"connectionId": "c-1", "type": "braze", "target": {"region": "eastus"}}]
        """#)

  @Test(arguments: rows)
  func judges(_ row: TableRow) throws { try row.check() }
}
