import Model
import Testing

/// LIF-08, SHR-04, SHR-05 and TRF-02 field by field: owners, authors, reviews and records.
@Suite struct AccountabilityBoundTests {
  private static let owned = RuleTable(
    "LIF-08", on: "c-1",
    #"""
    {"connections": [{"connectionId": "c-1", "type": "mailchimp", "displayName": "Spring mail",
        "purpose": "News", "ownerPrincipalId": "p-1", "createdBy": "p-2"},
        {"connectionId": "c-2", "displayName": "Autumn mail"}]}
    """#)
  private static let name = "connections.0.displayName"
  private static let purpose = "connections.0.purpose"
  private static let owner = "connections.0.ownerPrincipalId"
  private static let other = "connections.1.displayName"

  static let owners: [TableRow] = [
    owned.row("all there", .pass),
    owned.row("no owner", .fail("no-owner"), [owner: nil]),
    owned.row("an empty owner", .unknown("creator-only"), [owner: ""]),
    owned.row("a blank owner", .fail("no-owner"), [owner: " "]),
    owned.row("only who made it", .unknown("creator-only"), [owner: .absent]),
    owned.row(
      "not even that", .unknown("owner-unknown"),
      [
        owner: .absent, "connections.0.createdBy": .absent,
      ]),
    owned.row("no purpose", .fail("no-purpose"), [purpose: nil]),
    owned.row("a blank purpose", .fail("no-purpose"), [purpose: " \t"]),
    owned.row("perhaps a purpose", .unknown("purpose-unknown"), [purpose: .absent]),
    owned.row("a blank name", .fail("no-name"), [name: "  "]),
    owned.row("perhaps a name", .unknown("name-unknown"), [name: .absent]),
    owned.row("the name of the service", .fail("name-of-service"), [name: " MailChimp "]),
    owned.row("more than that name", .pass, [name: "Mailchimp 2"]),
    owned.row(
      "the name of a service, and no type", .unknown("service-unknown"),
      [name: "Mailchimp", "connections.0.type": nil]),
    owned.row(
      "the name of a service, and a broken type", .unknown("service-unknown"),
      [name: "Mailchimp", "connections.0.type": 7]),
    owned.row("a name of its own, and no type", .pass, ["connections.0.type": .absent]),
    owned.row("the same name", .fail("same-name"), [other: "Spring mail"]),
    owned.row("the same in other letters", .fail("same-name"), [other: "SPRING MAIL"]),
    owned.row("the same in wide letters", .fail("same-name"), [other: "Ｓｐｒｉｎｇ　ｍａｉｌ"]),
    owned.row(
      "the same record twice", .pass,
      [
        "connections.1": .json(
          #"""
          {"connectionId": "c-1", "type": "mailchimp", "displayName": "Spring mail",
           "purpose": "News", "ownerPrincipalId": "p-1"}
          """#)
      ]),
    owned.row(
      "an export of that name", .pass,
      [
        "exports": .json(#"[{"exportId": "e-1", "displayName": "Spring mail"}]"#)
      ]),
    owned.row(
      "null, and perhaps not all", .unknown("creator-only"), [owner: nil],
      incomplete: ["connections"]),
  ]

  private static let author = RuleTable(
    "SHR-04", on: "e-1",
    #"""
    {"exports": [{"exportId": "e-1", "connectionId": "c-1", "state": "active", "createdBy": "p-1",
        "updatedBy": null}],
     "connections": [{"connectionId": "c-1", "allowedRoles": ["admin"], "allowedPrincipals": []}],
     "roleAssignments": [{"principalId": "p-1", "roles": ["contributor"]},
        {"principalId": "p-2", "roles": ["admin"]}]}
    """#)
  private static let changed = "exports.0.updatedBy"

  static let authors: [TableRow] = [
    author.row("no access", .fail("author-lost-access"), clauses: ["mayUse": .false]),
    author.row(
      "access by role", .pass,
      [
        "connections.0.allowedRoles": .json(#"["contributor"]"#)
      ]),
    author.row("access by name", .pass, ["connections.0.allowedPrincipals": .json(#"["p-1"]"#)]),
    author.row("roles absent", .unknown("access-unknown"), ["connections.0.allowedRoles": .absent]),
    author.row("adopted", .pass("adopted"), [changed: "p-2"]),
    author.row(
      "adopted, in capitals", .pass("adopted"),
      [changed: .capitalGUID, "roleAssignments.1.principalId": .guid]),
    author.row("perhaps adopted", .unknown("author-unknown"), [changed: .absent]),
    author.row(
      "by an administrator", .none("author-is-administrator"), ["exports.0.createdBy": "p-2"]),
    author.row("by a stranger", .unknown("author-role-unknown"), ["exports.0.createdBy": "p-3"]),
    author.row("inactive", .none("inactive"), ["exports.0.state": "inactive"]),
    author.row("perhaps inactive", .unknown("state-unknown"), ["exports.0.state": nil]),
    author.row("detached", .none("no-connection"), ["exports.0.connectionId": nil]),
    author.row(
      "perhaps detached", .unknown("connection-unknown"),
      [
        "exports.0.connectionId": .absent
      ]),
  ]

  private static let used = RuleTable(
    "SHR-05", on: "c-1",
    #"""
    {"connections": [{"connectionId": "c-1", "purposeKind": "enrichment", "type": "experian",
        "ownerPrincipalId": "p-1",
        "usageReview": {"reviewedUtc": "2025-01-01T00:00:00Z", "reviewedBy": "p-2"}}]}
    """#)
  private static let reviewed = "connections.0.usageReview.reviewedUtc"

  static let reviews: [TableRow] = [
    used.row("owned and reviewed", .pass),
    used.row(
      "for administrators", .unknown("claimed-for-administrators"),
      [
        "connections.0.allowedRoles": .json(#"["admin"]"#)
      ]),
    used.row("no owner", .fail("no-owner"), [owner: nil]),
    used.row("perhaps an owner", .unknown("owner-unknown"), [owner: .absent]),
    used.row("no review", .fail("no-use-review"), ["connections.0.usageReview": nil]),
    used.row(
      "perhaps a review", .unknown("use-review-unknown"),
      [
        "connections.0.usageReview": .absent
      ]),
    used.row("reviewed now", .pass, [reviewed: "2025-06-01T00:00:00Z"]),
    used.row("for exports", .none("export-connection"), ["connections.0.purposeKind": "export"]),
  ]

  private static let record = RuleTable(
    "TRF-02", on: "c-1",
    #"""
    {"connections": [{"connectionId": "c-1", "type": "klaviyo", "purpose": "News"}],
     "exports": [{"exportId": "e-1", "connectionId": "c-1", "mapping": [{"target": "email"}]}],
     "enrichments": [], "runs": [{"runId": "r-1", "targetId": "e-1", "recordCount": 10,
        "startUtc": "2025-05-01T00:00:00Z"}],
     "transferRecords": [{"transferRecordId": "t-1", "connectionId": "c-1", "purpose": "News",
        "recipient": "Klaviyo", "categories": ["mail"], "subjects": ["customers"],
        "transferMechanism": "none", "retention": "90 days"}]}
    """#)
  private static let entry = "transferRecords.0"

  static let records: [TableRow] =
    [
      record.row("recorded", .pass),
      record.row("the purpose in capitals", .pass, ["\(entry).purpose": "NEWS"]),
      record.row(
        "the connection in capitals", .pass,
        [
          "\(entry).connectionId": .capitalGUID, "exports.0.connectionId": .bracedGUID,
          "connections.0.connectionId": .guid,
        ], subject: RuleTable.guid),
      record.row("no record", .fail("no-record"), ["transferRecords": .json("[]")]),
      record.row(
        "perhaps one", .unknown("register-incomplete"), ["transferRecords": .json("[]")],
        incomplete: ["transferRecords"]),
      record.row("no register", .unknown("register-missing"), ["transferRecords": .absent]),
      record.row("another purpose", .fail("purpose-not-recorded"), ["\(entry).purpose": "Ads"]),
      record.row(
        "a purpose of the export", .fail("purpose-not-recorded"),
        [
          "exports.0.purpose": "Ads"
        ]),
      record.row("no count", .unknown("disclosure-incomplete"), ["runs.0.recordCount": nil]),
      record.row("a count of nobody", .pass, ["runs.0.recordCount": 0]),
      record.row("no time", .unknown("disclosure-incomplete"), ["runs.0.startUtc": .absent]),
      record.row("no runs", .unknown("disclosure-incomplete"), ["runs": .absent]),
    ]
    + ["recipient", "categories", "subjects", "transferMechanism", "retention"].flatMap { field in
      [
        record.row("no \(field)", .fail("record-incomplete"), ["\(entry).\(field)": nil]),
        record.row("perhaps \(field)", .unknown("record-unclear"), ["\(entry).\(field)": .absent]),
      ]
    }

  @Test(arguments: owners + authors + reviews + records)
  func judges(_ row: TableRow) throws { try row.check() }
}
