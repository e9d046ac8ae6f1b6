import Model
import Testing

/// SHR-01, SHR-02, SHR-03 and SHR-06 at their bounds.
@Suite struct SharingBoundTests {
  private static let connection = #"""
    {"connections": [{"connectionId": "c-1", "purposeKind": "export", "type": "klaviyo",
        "allowedRoles": ["admin", "contributor"], "allowedPrincipals": [],
        "sharing": {"approvedBy": "p-1", "approvedUtc": "2025-01-01T00:00:00Z",
          "reason": "Campaigns", "reviewDueUtc": "2025-12-31T00:00:00Z"}}],
     "principals": [{"principalId": "p-1", "principalType": "user", "enabled": true}],
     "roleAssignments": [{"principalId": "p-1", "roles": ["admin"], "validToUtc": null}]}
    """#
  private static let known = RuleTable("SHR-01", on: "c-1", connection)
  private static let approved = RuleTable("SHR-02", on: "c-1", connection)
  private static let roles = "connections.0.allowedRoles"
  private static let people = "connections.0.allowedPrincipals"
  private static let due = "connections.0.sharing.reviewDueUtc"

  static let recorded: [TableRow] = [
    known.row("two roles", .pass),
    known.row("a word in capitals", .pass, [roles: .json(#"["ADMIN"]"#)]),
    known.row("no role", .pass, [roles: .json("[]")]),
    known.row("absent", .unknown("roles-absent"), [roles: .absent]),
    known.row("null", .unknown("roles-null"), [roles: nil]),
    known.row("a word", .unknown("roles-unreadable"), [roles: "admin"]),
    known.row(
      "a role of another system", .fail("role-outside-vocabulary"),
      [
        roles: .json(#"["admin", "owner"]"#)
      ]),
    known.row("a null", .unknown("roles-unreadable"), [roles: .json(#"["admin", null]"#)]),
    known.row(
      "a null beside a role of another system", .fail("role-outside-vocabulary"),
      [roles: .json(#"[null, "owner"]"#)]),
    known.row(
      "for enrichments", .none("no-sharing-switch"), ["connections.0.purposeKind": "enrichment"]),
  ]

  static let approvals: [TableRow] = [
    approved.row("approved", .pass),
    approved.row("the review is due now", .pass, [due: "2025-06-01T00:00:00Z"]),
    approved.row(
      "the review was due a microsecond ago", .fail("review-overdue"),
      [due: "2025-05-31T23:59:59.999999Z"], clauses: ["approved": .true, "reviewInTime": .false]),
    approved.row(
      "the review is due today", .unknown("review-date-unclear"), [due: "2025-06-01"],
      asOf: "2025-06-01T12:00:00Z"),
    approved.row("the review was due yesterday", .fail("review-overdue"), [due: "2025-05-31"]),
    approved.row("no review", .fail("no-review-date"), [due: nil]),
    approved.row("perhaps a review", .unknown("approval-not-evidenced"), [due: .absent]),
    approved.row(
      "nobody approved", .fail("not-approved"), ["connections.0.sharing.approvedBy": nil]),
    approved.row(
      "a blank approver", .fail("not-approved"), ["connections.0.sharing.approvedBy": "  "]),
    approved.row(
      "nobody knows when", .fail("not-approved"), ["connections.0.sharing.approvedUtc": nil]),
    approved.row(
      "perhaps approved", .unknown("approval-not-evidenced"),
      [
        "connections.0.sharing": .absent
      ]),
    approved.row("no purpose", .fail("no-purpose"), ["connections.0.sharing.reason": nil]),
    approved.row("a blank purpose", .fail("no-purpose"), ["connections.0.sharing.reason": "  "]),
    approved.row("administrators only", .none("not-shared"), [roles: .json(#"["admin"]"#)]),
    approved.row("marketing contributors", .pass, [roles: .json(#"["marketingContributor"]"#)]),
    approved.row(
      "an administrator by name, in capitals", .none("not-shared"),
      [
        roles: .json("[]"), people: .list([.capitalGUID]), "principals.0.principalId": .guid,
        "roleAssignments.0.principalId": .guid,
      ]),
    approved.row(
      "the role ended now", .fail("no-purpose"),
      [
        roles: .json("[]"), people: .json(#"["p-1"]"#), "connections.0.sharing.reason": nil,
        "roleAssignments.0.validToUtc": "2025-06-01T00:00:00Z",
      ]),
    approved.row(
      "the role ends in a microsecond", .none("not-shared"),
      [
        roles: .json("[]"), people: .json(#"["p-1"]"#),
        "roleAssignments.0.validToUtc": "2025-06-01T00:00:00.000001Z",
      ]),
    approved.row(
      "for advertising", .fail("no-purpose", .critical),
      [
        "connections.0.type": "criteo", "connections.0.sharing.reason": nil,
      ]),
    approved.row("roles absent", .unknown("sharing-unknown"), [roles: .absent]),
  ]

  private static let named = RuleTable(
    "SHR-03", on: "r-1",
    #"""
    {"runs": [{"runId": "r-1", "submittedBy": "p-1"}],
     "principals": [{"principalId": "p-1", "principalType": "user", "enabled": true,
        "upn": "ada@contoso.example"}],
     "roleAssignments": [{"principalId": "p-1", "roles": ["contributor"],
        "validFromUtc": "2024-01-01T00:00:00Z", "validToUtc": null}]}
    """#)
  private static let from = "roleAssignments.0.validFromUtc"
  private static let to = "roleAssignments.0.validToUtc"
  private static let who = "runs.0.submittedBy"

  /// A connection that names nobody but whom its list, given as JSON, does.
  private static func listed(
    _ names: String, creator: String = #""createdBy": null,"#
  ) -> [String: DocumentValue] {
    let members = #""connectionId": "c-1", "type": "klaviyo", \#(creator)"#
    return ["connections": .json(#"[{\#(members) "allowedPrincipals": \#(names)}]"#)]
  }

  /// A change of permissions takes up to 15 minutes.
  static let principals: [TableRow] = [
    named.row("enabled, with a role", .pass),
    named.row("15 minutes with the role", .pass, [from: "2025-05-31T23:45:00Z"]),
    named.row(
      "a microsecond less", .unknown("role-changed-lately"),
      [
        from: "2025-05-31T23:45:00.000001Z"
      ]),
    named.row("15 minutes without", .fail("no-role"), [to: "2025-05-31T23:45:00Z"]),
    named.row(
      "a microsecond less without", .unknown("role-changed-lately"),
      [
        to: "2025-05-31T23:45:00.000001Z"
      ]),
    named.row(
      "the id in capitals", .pass,
      [
        who: .capitalGUID, "principals.0.principalId": .guid,
        "roleAssignments.0.principalId": .bracedGUID,
      ]),
    named.row("the sign-in name in capitals", .pass, [who: "ADA@CONTOSO.EXAMPLE"]),
    named.row("blanks around the id", .fail("principal-not-found"), [who: " p-1 "]),
    named.row("not listed", .fail("principal-not-found"), [who: "p-2"]),
    named.row(
      "perhaps not listed", .unknown("principals-incomplete"), [who: "p-2"],
      incomplete: ["principals"]),
    named.row("no list", .unknown("principals-missing"), ["principals": .absent]),
    named.row("disabled", .fail("disabled"), ["principals.0.enabled": false]),
    named.row("perhaps disabled", .unknown("enabled-not-known"), ["principals.0.enabled": nil]),
    named.row("no role", .fail("no-role"), ["roleAssignments": .json("[]")]),
    named.row("perhaps a role", .unknown("role-unknown"), ["roleAssignments": .absent]),
    named.row("the list of a connection", .pass, listed(#"["p-1"]"#), subject: "c-1"),
    named.row("an empty list", .none("names-nobody"), listed("[]"), subject: "c-1"),
    named.row(
      "an empty list, and nobody knows who made it", .unknown("creator-unknown"),
      listed("[]", creator: ""), subject: "c-1"),
    named.row("a list of null", .unknown("allowed-unknown"), listed("null"), subject: "c-1"),
    named.row("a name for a list", .unknown("allowed-unknown"), listed(#""p-1""#), subject: "c-1"),
    named.row(
      "no list", .unknown("allowed-unknown"),
      listed("[]").merging(["connections.0.allowedPrincipals": .absent]) { $1 }, subject: "c-1"),
    named.row("nobody", .none("names-nobody"), [who: nil]),
  ]

  private static func administrators(_ count: Int) -> [String: DocumentValue] {
    let ids = (0..<count).map { "p-\($0 + 1)" }
    return [
      "principals": .list(
        ids.map {
          .object(["principalId": .text($0), "principalType": "user", "enabled": true])
        }),
      "roleAssignments": .list(
        ids.map {
          .object(["principalId": .text($0), "roles": .json(#"["admin"]"#)])
        }),
    ]
  }
  private static let environment = RuleTable(
    "SHR-06", on: "i-1", #"{"environment": {"instanceId": "i-1", "ownerPrincipalId": "p-1"}}"#)

  private static let user: DocumentValue = .json(
    #"{"principalId": "p-9", "principalType": "user", "enabled": true}"#)

  static let hygiene: [TableRow] = [
    environment.row("one", .fail("too-few-administrators"), administrators(1)),
    environment.row("two", .pass, administrators(2)),
    environment.row("five", .pass, administrators(5)),
    environment.row("six", .fail("too-many-administrators"), administrators(6)),
    environment.row("two of two", .pass, administrators(2), parameters: ["maxAdmins": 2]),
    environment.row(
      "three of two", .fail("too-many-administrators"), administrators(3),
      parameters: ["maxAdmins": 2]),
    environment.row("a thousand", .pass, administrators(1000), parameters: ["maxAdmins": 1000]),
    environment.row(
      "a thousand and one", .fail("too-many-administrators"), administrators(1001),
      parameters: ["maxAdmins": 1000]),
    environment.row(
      "one counted twice", .fail("too-few-administrators"),
      administrators(1).merging([
        "roleAssignments.1": .json(#"{"principalId": "p-1", "roles": ["admin"]}"#)
      ]) { $1 }),
    environment.row(
      "an owner who is no administrator", .fail("owner-not-administrator"),
      administrators(2).merging(["environment.ownerPrincipalId": "p-9", "principals.2": user]) {
        $1
      }),
    environment.row(
      "an owner who may be in a group that administers", .unknown("administrators-unknown"),
      administrators(2).merging([
        "environment.ownerPrincipalId": "p-9", "principals.2": user,
        "principals.3": .json(#"{"principalId": "g-1", "principalType": "group"}"#),
        "roleAssignments.2": .json(
          #"{"principalId": "g-1", "roles": ["admin"], "reviewedUtc": "2025-01-01T00:00:00Z"}"#),
      ]) { $1 }, clauses: ["ownerAdministers": .missing]),
    environment.row(
      "no owner", .fail("no-owner"),
      administrators(2).merging(["environment.ownerPrincipalId": nil]) { $1 }),
    environment.row(
      "nobody looked for one", .unknown("owner-unknown"),
      administrators(2).merging(["environment.ownerPrincipalId": .absent]) { $1 }),
  ]

  @Test(arguments: recorded + approvals + principals + hygiene)
  func judges(_ row: TableRow) throws { try row.check() }
}
