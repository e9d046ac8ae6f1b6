import Model
import Testing

/// CON-08, LIM-07, TRF-05 and TRF-06 field by field: what is sent, on what basis, and to whom.
@Suite struct ContentBoundTests {
  private static let honoured = RuleTable(
    "CON-08", on: "e-1",
    #"""
    {"connections": [{"connectionId": "c-1", "type": "mailchimp"}],
     "segments": [{"name": "A", "kind": "dynamic", "defaultConsentOverridden": false,
        "consentRule": {"mode": "include", "purpose": "News", "value": "opted-in"}}],
     "exports": [{"exportId": "e-1", "connectionId": "c-1", "state": "active", "purpose": "News",
        "lawfulBasis": "consent", "items": [{"kind": "segment", "name": "A"}]}]}
    """#)
  private static let type = "connections.0.type"
  private static let rule = "segments.0.consentRule"
  private static let basis = "exports.0.lawfulBasis"
  private static let overridden = "segments.0.defaultConsentOverridden"

  static let consents: [TableRow] = [
    honoured.row("those who agreed", .pass),
    honoured.row(
      "all but those who refused", .pass,
      [
        rule: .json(#"{"mode": "exclude", "purpose": "News", "value": "opted-out"}"#)
      ]),
    honoured.row(
      "those who refused", .fail("rule-lets-refusals-through"),
      [
        "\(rule).value": "opted-out"
      ]),
    honoured.row(
      "all but those who agreed", .fail("rule-lets-refusals-through"),
      [
        "\(rule).mode": "exclude"
      ]),
    honoured.row("the purpose in capitals", .pass, ["\(rule).purpose": "NEWS"]),
    honoured.row("another purpose", .unknown("other-purpose"), ["\(rule).purpose": "Surveys"]),
    honoured.row(
      "no rule", .fail("no-rule-or-basis"), [rule: nil],
      clauses: ["honoured": .false, "defaultsKept": .true]),
    honoured.row("perhaps a rule", .unknown("rule-unknown"), [rule: .absent]),
    honoured.row("no rule and no basis", .fail("no-rule-or-basis"), [rule: nil, basis: nil]),
    honoured.row("no rule and an empty basis", .fail("no-rule-or-basis"), [rule: nil, basis: ""]),
    honoured.row(
      "no rule, perhaps a basis", .unknown("basis-unknown"), [rule: nil, basis: .absent]),
    honoured.row("no rule, another basis", .pass, [rule: nil, basis: "contract"]),
    honoured.row(
      "no rule, a word for none", .fail("no-rule-or-basis"), [rule: nil, basis: "none"]),
    honoured.row(
      "no rule, an unknown basis", .unknown("basis-unclear"), [rule: nil, basis: "opted in"]),
    honoured.row("a rule, an unknown basis", .pass, [basis: "opted in"]),
    honoured.row("static", .unknown("static-segment"), ["segments.0.kind": "static"]),
    honoured.row(
      "defaults off", .fail("override-not-approved"),
      [
        overridden: true, "segments.0.consentOverride": nil,
      ]),
    honoured.row(
      "defaults off, perhaps approved", .unknown("override-unknown"), [overridden: true]),
    honoured.row("perhaps defaults off", .unknown("override-unknown"), [overridden: .absent]),
    honoured.row(
      "whole table on consent", .fail("no-rule-or-basis"),
      [
        "exports.0.items.0": .json(#"{"kind": "table", "name": "Customer"}"#)
      ]),
    honoured.row("own storage", .none("own-recipient"), [type: "azure-blob-storage"]),
    honoured.row(
      "advertising by Microsoft", .fail("no-rule-or-basis"),
      [
        type: "microsoft-advertising", rule: nil,
      ]),
    honoured.row("inactive", .none("inactive"), ["exports.0.state": "inactive"]),
    honoured.row("perhaps inactive", .unknown("state-unknown"), ["exports.0.state": .absent]),
    honoured.row(
      "a segment that isn't listed", .unknown("rule-unknown"),
      [
        "exports.0.items.0.name": "B"
      ]),
  ]

  private static let fields = #"""
    {"connections": [{"connectionId": "c-1", "purposeKind": "export", "type": "braze"}],
     "tables": [{"name": "Customer", "fields": [
        {"name": "EMail", "classification": "contact"},
        {"name": "X", "classification": "general"}]}],
     "segments": [{"name": "Buyers", "consentRule": {"mode": "exclude", "purpose": "sale",
        "value": "opted-out"}}],
     "exports": [{"exportId": "e-1", "connectionId": "c-1", "state": "active",
        "items": [{"kind": "segment", "name": "Buyers"}],
        "mapping": [{"target": "email", "source": "Customer.EMail"},
          {"target": "x", "source": "Customer.X"}],
        "approvedFields": ["x"], "explicitBasis": null}]}
    """#
  private static let sensitive = RuleTable("TRF-05", on: "e-1", fields)
  private static let needed = RuleTable("LIM-07", on: "e-1", fields)
  private static let kind = "tables.0.fields.1.classification"

  static let sensitivity: [TableRow] =
    ["specialCategory", "children", "sensitive", "health"].map {
      sensitive.row("\($0) without a basis", .fail("sensitive-field"), [kind: .text($0)])
    } + [
      sensitive.row("on a basis", .pass, [kind: "children", "exports.0.explicitBasis": "form 12"]),
      sensitive.row(
        "on a blank basis", .fail("sensitive-field"),
        [
          kind: "children", "exports.0.explicitBasis": " ",
        ]),
      sensitive.row(
        "on a word for none", .fail("sensitive-field"),
        [kind: "children", "exports.0.explicitBasis": "TBD"]),
      sensitive.row(
        "perhaps on a basis", .unknown("basis-unknown"),
        [
          kind: "children", "exports.0.explicitBasis": .absent,
        ]),
      sensitive.row("plain", .pass),
      sensitive.row("no class", .unknown("unclassified"), [kind: .absent]),
      sensitive.row("a class that nobody knows", .unknown("unclassified"), [kind: "secret"]),
      sensitive.row("own storage", .none("not-outward"), [type: "azure-blob-storage"]),
      sensitive.row("advertising with an exclusion", .pass, [type: "snapchat"]),
      sensitive.row(
        "advertising without", .fail("opt-out-ignored"), [type: "snapchat", rule: nil]),
      sensitive.row("hashing not stated", .unknown("hashing-not-stated"), [type: "criteo"]),
      sensitive.row(
        "hashing the day before", .unknown("hashing-not-stated"),
        [
          type: "snapchat", "collection.collectedUtc": "2022-12-21T23:59:59.999999Z",
        ]),
      sensitive.row(
        "hashing from that day", .pass,
        [
          type: "snapchat", "collection.collectedUtc": "2022-12-22T00:00:00Z",
        ]),
    ]

  static let minimization: [TableRow] = [
    needed.row("approved", .pass),
    needed.row("approved in capitals", .pass, ["exports.0.approvedFields": .json(#"["X"]"#)]),
    needed.row(
      "not approved", .fail("field-not-needed"), ["exports.0.approvedFields": .json("[]")]),
    needed.row("approval null", .fail("field-not-needed"), ["exports.0.approvedFields": nil]),
    needed.row(
      "perhaps approved", .unknown("approval-unknown"),
      [
        "exports.0.approvedFields": .absent
      ]),
    needed.row("no class, but approved", .pass, [kind: .absent]),
    needed.row(
      "no class", .unknown("unclassified"),
      [
        type: "omnisend", kind: .absent, "exports.0.mapping.1.target": "city",
        "exports.0.approvedFields": .json("[]"),
      ]),
    needed.row("no list", .unknown("field-list-missing"), ["exports.0.mapping": .absent]),
    needed.row("detached", .none("detached"), ["exports.0.connectionId": nil]),
  ]

  private static let named = RuleTable(
    "TRF-06", on: "c-1",
    #"""
    {"connections": [{"connectionId": "c-1", "type": "azure-blob-storage", "target": {
        "finalRecipient": "Northwind", "retentionRule": "30 days", "readers": ["app"]}}],
     "agreements": [{"agreementId": "a-1", "recipient": "Northwind",
        "signedUtc": "2025-01-01T00:00:00Z", "validFromUtc": "2025-01-01T00:00:00Z",
        "validToUtc": null}]}
    """#)
  private static let target = "connections.0.target"

  static let recipients: [TableRow] = [
    named.row("named", .pass),
    named.row("in capitals", .pass, ["\(target).finalRecipient": "NORTHWIND"]),
    named.row("with blanks", .pass, ["\(target).finalRecipient": " Northwind "]),
    named.row("absent", .unknown("recipient-unknown"), ["\(target).finalRecipient": .absent]),
    named.row("empty", .unknown("recipient-unknown"), ["\(target).finalRecipient": ""]),
    named.row(
      "one's own team", .pass,
      [
        "\(target).finalRecipient": .absent, "\(target).ownRecipient": true,
      ]),
    named.row("no agreement", .fail("no-agreement"), ["agreements": .json("[]")]),
    named.row("perhaps one", .unknown("agreement-unknown"), ["agreements": .absent]),
    named.row(
      "an agreement with somebody else", .fail("no-agreement"),
      ["agreements.0.recipient": "Fabrikam"]),
    named.row("an agreement with nobody", .fail("no-agreement"), ["agreements.0.recipient": nil]),
    named.row(
      "an agreement with nobody knows whom", .unknown("agreement-unknown"),
      ["agreements.0.recipient": .absent]),
    named.row(
      "an agreement with an unreadable name", .unknown("agreement-unknown"),
      ["agreements.0.recipient": true]),
    named.row(
      "signed in a microsecond", .fail("not-in-force"),
      ["agreements.0.signedUtc": "2025-06-01T00:00:00.000001Z"]),
    named.row("not signed", .fail("not-in-force"), ["agreements.0.signedUtc": nil]),
    named.row(
      "perhaps signed", .unknown("agreement-unknown"), ["agreements.0.signedUtc": .absent]),
    named.row(
      "ends in a microsecond", .pass,
      ["agreements.0.validToUtc": "2025-06-01T00:00:00.000001Z"]),
    named.row(
      "ends now", .fail("not-in-force"), ["agreements.0.validToUtc": "2025-06-01T00:00:00Z"]),
    named.row(
      "ended, beside one in force", .pass,
      [
        "agreements.0.validToUtc": "2025-05-01T00:00:00Z",
        "agreements.1": .json(
          #"""
          {"agreementId": "a-2", "recipient": "northwind", "validToUtc": null,
           "signedUtc": "2025-05-01T00:00:00Z", "validFromUtc": "2025-05-01T00:00:00Z"}
          """#),
      ]),
    named.row("no retention", .fail("no-retention"), ["\(target).retentionRule": nil]),
    named.row("perhaps", .unknown("container-unknown"), ["\(target).retentionRule": .absent]),
    named.row("no readers", .fail("no-readers"), ["\(target).readers": nil]),
    named.row("perhaps readers", .unknown("container-unknown"), ["\(target).readers": .absent]),
    named.row("SFTP", .pass, [type: "sftp", "\(target).readers": nil]),
    named.row(
      "Salesforce over SFTP", .unknown("recipient-unknown"),
      [
        type: "salesforce", "\(target).finalRecipient": .absent,
      ]),
    named.row("a type that names it", .none("not-hidden"), [type: "klaviyo"]),
  ]

  @Test(arguments: consents + sensitivity + minimization + recipients)
  func judges(_ row: TableRow) throws { try row.check() }
}
