import Model
import Testing

/// TRF-01, TRF-03 and TRF-04 at their bounds: agreements, places and organizations.
@Suite struct TransferBoundTests {
  private static let agreement = RuleTable(
    "TRF-01", on: "c-1",
    #"""
    {"connections": [{"connectionId": "c-1", "type": "klaviyo", "purpose": "Mailings"}],
     "agreements": [{"agreementId": "a-1", "service": "klaviyo", "recipient": "Klaviyo",
        "kind": "processorContract", "purpose": "Mailings", "signedUtc": "2025-01-01T00:00:00Z",
        "validFromUtc": "2025-01-01T00:00:00Z", "validToUtc": "2026-01-01T00:00:00Z",
        "reviewedUtc": "2025-05-01T00:00:00Z"}]}
    """#)
  private static let type = "connections.0.type"
  private static let from = "agreements.0.validFromUtc"
  private static let to = "agreements.0.validToUtc"
  private static let reviewed = "agreements.0.reviewedUtc"
  private static let signed = "agreements.0.signedUtc"

  static let agreements: [TableRow] = [
    agreement.row("in force", .pass),
    agreement.row("reviewed 365 days ago", .pass, [reviewed: "2024-06-01T00:00:00Z"]),
    agreement.row(
      "reviewed a microsecond earlier", .fail("review-overdue"),
      [reviewed: "2024-05-31T23:59:59.999999Z"], clauses: ["inForce": .true, "reviewed": .false]),
    agreement.row(
      "reviewed this instant, and no day is allowed", .pass, [reviewed: "2025-06-01T00:00:00Z"],
      parameters: ["reviewDays": 0]),
    agreement.row(
      "reviewed a microsecond ago, and no day is allowed", .fail("review-overdue"),
      [reviewed: "2025-05-31T23:59:59.999999Z"], parameters: ["reviewDays": 0]),
    agreement.row(
      "reviewed 3650 days ago", .pass, [reviewed: "2015-06-04T00:00:00Z"],
      parameters: ["reviewDays": 3650]),
    agreement.row(
      "reviewed a microsecond more than 3650 days ago", .fail("review-overdue"),
      [reviewed: "2015-06-03T23:59:59.999999Z"], parameters: ["reviewDays": 3650]),
    agreement.row(
      "reviewed too long ago, in a register that may be incomplete",
      .unknown("another-agreement-possible"), [reviewed: "2024-05-31T23:59:59.999999Z"],
      incomplete: ["agreements"], clauses: ["reviewed": .false]),
    agreement.row(
      "reviewed too long ago, beside one of an unknown service",
      .unknown("another-agreement-possible"),
      [
        reviewed: "2024-05-31T23:59:59.999999Z",
        "agreements.1": .json(#"{"agreementId": "a-2", "recipient": "Klaviyo"}"#),
      ]),
    agreement.row(
      "in force, in a register that may be incomplete", .pass, incomplete: ["agreements"]),
    agreement.row("begins now", .pass, [from: "2025-06-01T00:00:00Z"]),
    agreement.row(
      "begins in a microsecond", .fail("not-in-force"),
      [
        from: "2025-06-01T00:00:00.000001Z"
      ]),
    agreement.row("ends in a microsecond", .pass, [to: "2025-06-01T00:00:00.000001Z"]),
    agreement.row("ends now", .fail("not-in-force"), [to: "2025-06-01T00:00:00Z"]),
    agreement.row("no end", .pass, [to: nil]),
    agreement.row("nobody looked for an end", .unknown("facts-missing"), [to: .absent]),
    agreement.row("signed now", .pass, [signed: "2025-06-01T00:00:00Z"]),
    agreement.row(
      "signed in a microsecond", .fail("not-signed"),
      [
        signed: "2025-06-01T00:00:00.000001Z"
      ]),
    agreement.row("not signed", .fail("not-signed"), [signed: nil]),
    agreement.row("perhaps signed", .unknown("facts-missing"), [signed: .absent]),
    agreement.row(
      "a kind that nobody knows", .unknown("facts-missing"),
      [
        "agreements.0.kind": "handshake"
      ]),
    agreement.row("no purpose", .fail("no-purpose"), ["agreements.0.purpose": nil]),
    agreement.row(
      "perhaps a purpose", .unknown("facts-missing"), ["agreements.0.purpose": .absent]),
    agreement.row(
      "the connection's purpose in capitals", .pass, ["connections.0.purpose": "MAILINGS"]),
    agreement.row(
      "another purpose", .unknown("purpose-unclear"), ["connections.0.purpose": "Receipts"]),
    agreement.row(
      "no purpose of the connection", .unknown("purpose-unclear"), ["connections.0.purpose": nil]),
    agreement.row(
      "perhaps a purpose of the connection", .unknown("purpose-unclear"),
      ["connections.0.purpose": .absent]),
    agreement.row("Microsoft Advertising", .fail("no-agreement"), [type: "microsoft-advertising"]),
    agreement.row("Azure Maps", .fail("no-agreement"), [type: "azure-maps"]),
    agreement.row("Dynamics 365 Sales", .none("not-due"), [type: "dynamics365-sales"]),
    agreement.row("no register", .unknown("register-missing"), ["agreements": .absent]),
    agreement.row(
      "a register that may be longer", .unknown("register-incomplete"),
      [
        "agreements": .json("[]")
      ], incomplete: ["agreements"]),
    agreement.row("an empty register", .fail("no-agreement"), ["agreements": .json("[]")]),
  ]

  private static let place = RuleTable(
    "TRF-03", on: "c-1",
    #"""
    {"environment": {"instanceId": "i-1", "region": "northeurope"}, "keyVaults": [],
     "connections": [{"connectionId": "c-1", "type": "braze", "credential": {"keyVaultRef": null},
        "target": {"region": "eastus"}}], "transferRecords": [],
     "agreements": [{"agreementId": "a-1", "service": "braze", "region": null,
        "transferMechanism": "standardClauses", "signedUtc": "2025-01-01T00:00:00Z",
        "validFromUtc": "2025-01-01T00:00:00Z", "validToUtc": "2026-01-01T00:00:00Z"}]}
    """#)
  private static let region = "connections.0.target.region"
  private static let mechanism = "agreements.0.transferMechanism"

  static let places: [TableRow] =
    ["adequacy", "standardClauses", "bindingRules", "certification"].map {
      place.row("under \($0)", .pass, [mechanism: .text($0)])
    } + [
      place.row(
        "no mechanism", .fail("no-mechanism"), [mechanism: nil],
        clauses: ["sameArea": .false, "mechanism": .false]),
      place.row("a mechanism of none", .fail("no-mechanism"), [mechanism: "none"]),
      place.row("one that nobody knows", .unknown("mechanism-unknown"), [mechanism: "shield"]),
      place.row("perhaps one", .unknown("mechanism-unknown"), [mechanism: .absent]),
      place.row("it ends in a microsecond", .pass, [to: "2025-06-01T00:00:00.000001Z"]),
      place.row("it ends now", .fail("no-mechanism"), [to: "2025-06-01T00:00:00Z"]),
      place.row("it begins now", .pass, [from: "2025-06-01T00:00:00Z"]),
      place.row(
        "it begins in a microsecond", .fail("no-mechanism"),
        [
          from: "2025-06-01T00:00:00.000001Z"
        ]),
      place.row("the same area needs none", .pass, [region: "westeurope", mechanism: nil]),
      place.row(
        "spelt with blanks and capitals", .pass, [region: " West Europe ", mechanism: nil]),
      place.row("no region", .unknown("region-unknown"), [region: .absent]),
      place.row("an empty region", .unknown("region-unknown"), [region: ""]),
      place.row(
        "no region of the environment", .unknown("region-unknown"),
        [
          "environment.region": nil, mechanism: nil,
        ]),
    ]

  private static let tenant = RuleTable(
    "TRF-04", on: "c-1",
    #"""
    {"environment": {"instanceId": "i-1", "tenantId": "c0c0c0c0-0000-4000-8000-00000000000a",
        "knownHosts": [{"host": "contoso.crm4.example", "tenantId": "t-2"}]},
     "connections": [{"connectionId": "c-1", "type": "dynamics365-sales",
        "target": {"tenantId": "c0c0c0c0-0000-4000-8000-00000000000a"}}]}
    """#)
  private static let target = "connections.0.target.tenantId"
  private static let endpoint = "connections.0.target.endpoint"

  static let tenants: [TableRow] = [
    tenant.row("the same", .pass),
    tenant.row("in capitals", .pass, [target: "C0C0C0C0-0000-4000-8000-00000000000A"]),
    tenant.row("in braces", .pass, [target: "{c0c0c0c0-0000-4000-8000-00000000000a}"]),
    tenant.row(
      "another", .fail("other-organization"),
      [
        target: "c0c0c0c0-0000-4000-8000-00000000000b"
      ]),
    tenant.row("absent", .unknown("tenant-unknown"), [target: .absent]),
    tenant.row("null", .unknown("tenant-unknown"), [target: nil]),
    tenant.row("empty", .unknown("tenant-unknown"), [target: ""]),
    tenant.row("blanks alone", .unknown("tenant-unknown"), [target: " \u{A0}"]),
    tenant.row(
      "blanks around it", .pass, [target: " {C0C0C0C0-0000-4000-8000-00000000000A}\t"]),
    tenant.row(
      "blanks around that of the environment", .pass,
      ["environment.tenantId": " c0c0c0c0-0000-4000-8000-00000000000a "]),
    tenant.row(
      "that of the environment is blank", .unknown("environment-tenant-unknown"),
      ["environment.tenantId": "  "]),
    tenant.row(
      "a domain in other letters", .pass,
      ["environment.tenantId": "contoso.example", target: "Contoso.example"]),
    tenant.row(
      "a domain that only begins alike", .fail("other-organization"),
      ["environment.tenantId": "contoso.example", target: "contoso.example.net"]),
    tenant.row(
      "blanks alone, and a listed host", .fail("other-organization"),
      [target: " ", endpoint: "https://contoso.crm4.example/"]),
    tenant.row(
      "a listed host", .fail("other-organization"),
      [
        target: .absent, endpoint: "https://CONTOSO.crm4.example/",
      ]),
    tenant.row(
      "another host", .unknown("host-not-resolved"),
      [
        target: .absent, endpoint: "https://contoso.crm5.example/",
      ]),
    tenant.row(
      "no tenant of the environment", .unknown("environment-tenant-unknown"),
      [
        "environment.tenantId": .absent
      ]),
    tenant.row("own storage", .pass, [type: "azure-data-lake-storage-gen2"]),
    tenant.row("a third party", .none("other-party"), [type: "klaviyo"]),
  ]

  @Test(arguments: agreements + places + tenants)
  func judges(_ row: TableRow) throws { try row.check() }
}
