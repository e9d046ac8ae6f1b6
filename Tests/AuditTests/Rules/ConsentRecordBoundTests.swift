import Model
import Testing

/// CON-01, CON-02, CON-04 and CON-07 at their bounds: since when a type asks for consent, who may give it,
/// to which text and in which environment.
@Suite struct ConsentRecordBoundTests {
  private static let recorded = RuleTable(
    "CON-01", on: "c-1",
    #"""
    {"connections": [{"connectionId": "c-1", "purposeKind": "export", "type": "mailchimp",
        "createdUtc": "2024-03-01T09:00:00Z"}],
     "consents": [{"subjectType": "connection", "subjectId": "c-1", "state": "accepted",
        "acceptedBy": "p-1", "acceptedUtc": "2024-03-01T09:00:00Z"}]}
    """#)
  private static let type = "connections.0.type"
  private static let made = "connections.0.createdUtc"
  private static let by = "consents.0.acceptedBy"
  private static let at = "consents.0.acceptedUtc"
  private static let state = "consents.0.state"
  private static let about = "consents.0.subjectId"

  /// The first day with the step of some types, from their articles.
  private static let firstDays = [
    ("active-campaign", "2021-05-05"), ("autopilot", "2020-12-08"), ("braze", "2022-03-29"),
    ("facebook", "2020-10-09"), ("hubspot", "2022-06-21"), ("klaviyo", "2021-08-13"),
    ("microsoft-advertising", "2021-05-05"), ("salesforce", "2021-06-24"),
    ("adobe-campaign-standard", "2022-07-05"), ("dynamics365-sales", "2022-07-05"),
    ("azure-synapse-analytics", "2022-07-05"), ("sendinblue", "2021-05-20"),
  ]

  static let steps: [TableRow] = firstDays.flatMap { slug, day in
    let edits: [String: DocumentValue] = ["consents": .json("[]"), type: .text(slug)]
    return [
      recorded.row(
        "\(slug) on \(day)", .fail("no-record"),
        edits.merging([made: .text(day + "T00:00:00Z")]) { $1 }),
      recorded.row(
        "\(slug) the second before, as seen in Samoa", .unknown("step-did-not-exist"),
        edits.merging([made: .text(day + "T12:59:59+13:00")]) { $1 }),
    ]
  }

  static let records: [TableRow] = [
    recorded.row("who and when", .pass),
    recorded.row("no record", .fail("no-record"), ["consents": .json("[]")]),
    recorded.row(
      "no record, and nobody knows when it was made", .fail("no-record"),
      ["consents": .json("[]"), made: nil]),
    recorded.row(
      "no record of a connection that was carried over, from nobody knows when",
      .unknown("creation-unknown"),
      ["consents": .json("[]"), made: nil, "connections.0.migrated": true]),
    recorded.row(
      "perhaps more records", .unknown("consents-incomplete"),
      [
        "consents": .json("[]")
      ], incomplete: ["consents"]),
    recorded.row("nobody looked", .unknown("consents-missing"), ["consents": .absent]),
    recorded.row("who is null", .fail("incomplete"), [by: nil]),
    recorded.row("who is absent", .fail("incomplete"), [by: .absent]),
    recorded.row("who is empty", .unknown("record-unreadable"), [by: ""]),
    recorded.row("who is blank", .fail("incomplete"), [by: "  "]),
    recorded.row("when is null", .fail("incomplete"), [at: nil]),
    recorded.row("when is absent", .fail("incomplete"), [at: .absent]),
    recorded.row("when can't be read", .unknown("record-unreadable"), [at: "2024-02-30"]),
    recorded.row("declined", .fail("not-accepted"), [state: "declined"]),
    recorded.row("withdrawn", .fail("not-accepted"), [state: "withdrawn"]),
    recorded.row("expired", .fail("not-accepted"), [state: "expired"]),
    recorded.row("a word that nobody knows", .unknown("state-unknown"), [state: "agreed"]),
    recorded.row("the word in capitals", .pass, [state: "ACCEPTED"]),
    recorded.row(
      "the connection in capitals and braces", .pass,
      [about: .bracedGUID, "connections.0.connectionId": .guid], subject: RuleTable.guid),
    recorded.row("blanks around the connection", .fail("no-record"), [about: " c-1 "]),
    recorded.row("another connection", .fail("no-record"), [about: "c-2"]),
    recorded.row("about nobody knows what", .unknown("state-unknown"), [about: .absent]),
    recorded.row("about what can't be read", .unknown("state-unknown"), [about: 7]),
    recorded.row("about nothing", .fail("no-record"), [about: nil]),
    recorded.row(
      "declined, about nobody knows what", .fail("no-record"),
      [about: .absent, state: "declined"]),
    recorded.row("about an export", .fail("no-record"), ["consents.0.subjectType": "export"]),
    recorded.row("a type without the step", .none("no-consent-step"), [type: "power-automate"]),
    recorded.row("no type", .pass("recorded-for-unknown-type"), [type: .absent]),
    recorded.row(
      "no type, no record", .unknown("type-unknown"),
      [
        type: nil, "consents": .json("[]"),
      ]),
    recorded.row("InMobi of its own", .unknown("underlying-connection-unknown"), [type: "inmobi"]),
    recorded.row(
      "InMobi over another", .fail("no-record"),
      [
        type: "inmobi", "connections.0.viaConnectionId": "c-2",
      ]),
  ]

  private static let given = RuleTable(
    "CON-02", on: "c-1",
    #"""
    {"connections": [{"connectionId": "c-1", "type": "mailchimp"}],
     "environment": {"instanceId": "i-1", "ownerPrincipalId": "p-9"},
     "principals": [{"principalId": "p-1", "principalType": "user", "upn": "ann@contoso.example"}],
     "roleAssignments": [{"principalId": "p-1", "roles": ["admin"],
        "validFromUtc": "2024-01-01T00:00:00Z", "validToUtc": "2024-12-31T00:00:00Z"}],
     "consents": [{"subjectType": "connection", "subjectId": "c-1", "state": "accepted",
        "acceptedBy": "p-1", "acceptedUtc": "2024-06-01T00:00:00Z"}]}
    """#)
  private static let roles = "roleAssignments.0.roles"
  private static let from = "roleAssignments.0.validFromUtc"
  private static let to = "roleAssignments.0.validToUtc"

  static let givers: [TableRow] = [
    given.row("an administrator then", .pass),
    given.row("the first instant of the role", .pass, [at: "2024-01-01T00:00:00Z"]),
    given.row(
      "a microsecond before", .fail("not-administrator-then"),
      [
        at: "2023-12-31T23:59:59.999999Z"
      ]),
    given.row("the last microsecond", .pass, [at: "2024-12-30T23:59:59.999999Z"]),
    given.row("the end of the role", .fail("not-administrator-then"), [at: "2024-12-31T00:00:00Z"]),
    given.row(
      "a contributor then", .fail("not-administrator-then"), [roles: .json(#"["contributor"]"#)]),
    given.row("a viewer then", .fail("not-administrator-then"), [roles: .json(#"["viewer"]"#)]),
    given.row("both roles", .pass, [roles: .json(#"["viewer", "admin"]"#)]),
    given.row("an administrator now", .pass("role-now"), [from: .absent, to: .absent]),
    given.row(
      "a contributor now", .unknown("role-then-unknown"),
      [
        roles: .json(#"["contributor"]"#), from: .absent, to: .absent,
      ]),
    given.row(
      "an application", .fail("acceptor-not-a-user"), ["principals.0.principalType": "app"]),
    given.row("a group", .fail("acceptor-not-a-user"), ["principals.0.principalType": "group"]),
    given.row(
      "who knows what", .unknown("acceptor-kind-unknown"),
      [
        "principals.0.principalType": .absent
      ]),
    given.row("not listed", .unknown("principal-not-found"), ["principals": .json("[]")]),
    given.row(
      "the id in capitals", .pass,
      [
        by: .capitalGUID, "principals.0.principalId": .guid,
        "roleAssignments.0.principalId": .bracedGUID,
      ]),
    given.row("the sign-in name", .pass, [by: "Ann@Contoso.example"]),
    given.row("nobody is named", .unknown("acceptor-not-stated"), [by: nil]),
    given.row("no time", .unknown("time-unknown"), [at: .absent]),
    given.row("a day in the role", .pass, [at: "2024-12-30"]),
    given.row("none accepted", .none("no-accepted-consent"), [state: "declined"]),
    given.row("nobody looked", .unknown("consents-missing"), ["consents": .absent]),
  ]

  private static let text = RuleTable(
    "CON-04", on: "c-1",
    #"""
    {"connections": [{"connectionId": "c-1", "purposeKind": "export", "type": "mailchimp"}],
     "exports": [{"exportId": "e-1", "connectionId": "c-1", "state": "active"}],
     "enrichments": [], "schedules": [],
     "consents": [{"subjectType": "connection", "subjectId": "c-1", "state": "accepted",
        "acceptedUtc": "2024-06-01T00:00:00Z"}]}
    """#)
  private static let version = "consents.0.textVersion"

  /// The texts changed on 5 and 20 July 2022 and on 21 December 2023; a day of change decides
  /// nothing.
  static let texts: [TableRow] =
    ["2022-07-05", "2022-07-20", "2023-12-21"].flatMap { day in
      [
        text.row(
          "the first instant of \(day)", .unknown("day-of-change"),
          [
            at: .text(day + "T00:00:00Z")
          ]),
        text.row(
          "the last of \(day)", .unknown("day-of-change"),
          [
            at: .text(day + "T23:59:59.999999Z")
          ]),
        text.row("some time of \(day)", .unknown("day-of-change"), [at: .text(day)]),
      ]
    } + [
      text.row(
        "the instant before the last change", .fail("older-text"),
        [
          at: "2023-12-20T23:59:59.999999Z"
        ], clauses: ["currentText": .false, "inUse": .true]),
      text.row("the instant after it", .pass, [at: "2023-12-22T00:00:00Z"]),
      text.row("named E4", .pass, [version: "E4", at: "2022-01-01T00:00:00Z"]),
      text.row("named E3", .fail("older-text"), [version: "E3"]),
      text.row("named E5", .unknown("text-unknown"), [version: "E5"]),
      text.row("named by nothing", .unknown("text-unknown"), [version: ""]),
      text.row("no date", .unknown("time-unknown"), [at: .absent]),
      text.row(
        "E3 was in force the day before", .pass,
        [
          at: "2023-01-01T00:00:00Z"
        ], asOf: "2023-12-20T23:59:59Z"),
      text.row(
        "E3 was not the day after", .fail("older-text"),
        [
          at: "2023-01-01T00:00:00Z"
        ], asOf: "2023-12-22T00:00:00Z"),
      text.row(
        "E3, and nothing is on", .pass("older-text-unused"),
        [
          version: "E3", "exports.0.state": "inactive",
        ]),
      text.row(
        "E3, and who knows", .unknown("use-unknown"),
        [
          version: "E3", "exports.0.state": "paused",
        ]),
    ]

  private static let here = RuleTable(
    "CON-07", on: "c-1",
    #"""
    {"environment": {"instanceId": "c0c0c0c0-0000-4000-8000-00000000000a",
        "createdUtc": "2024-01-01T00:00:00Z", "copiedFromInstanceId": null},
     "agreeSurfaces": [], "connections": [{"connectionId": "c-1", "type": "mailchimp"}],
     "consents": [{"subjectType": "connection", "subjectId": "c-1", "state": "accepted",
        "service": "mailchimp", "instanceId": "c0c0c0c0-0000-4000-8000-00000000000a",
        "acceptedUtc": "2024-06-01T00:00:00Z"}]}
    """#)
  private static let instance = "consents.0.instanceId"

  static let places: [TableRow] = [
    here.row("this environment", .pass),
    here.row("in capitals", .pass, [instance: "C0C0C0C0-0000-4000-8000-00000000000A"]),
    here.row("in braces", .pass, [instance: "{C0C0C0C0-0000-4000-8000-00000000000a}"]),
    here.row(
      "another", .fail("other-environment"), [instance: "c0c0c0c0-0000-4000-8000-00000000000b"]),
    here.row("absent", .unknown("environment-not-stated"), [instance: .absent]),
    here.row("null", .unknown("environment-not-stated"), [instance: nil]),
    here.row("empty", .unknown("environment-not-stated"), [instance: ""]),
    here.row("another service", .fail("other-service"), ["consents.0.service": "braze"]),
    here.row("no service", .unknown("service-unknown"), ["consents.0.service": .absent]),
    here.row("the instant it was made", .pass, [at: "2024-01-01T00:00:00Z"]),
    here.row(
      "a microsecond before", .fail("older-than-environment"),
      [
        at: "2023-12-31T23:59:59.999999Z"
      ]),
    here.row(
      "before it was copied", .fail("older-than-environment"),
      [
        "environment.copiedFromInstanceId": "i-0",
        "environment.copiedUtc": "2024-06-01T00:00:00.000001Z",
      ]),
    here.row(
      "who knows whether it is a copy", .unknown("order-unknown"),
      [
        "environment.copiedFromInstanceId": .absent
      ]),
  ]

  @Test(arguments: steps + records + givers + texts + places)
  func judges(_ row: TableRow) throws { try row.check() }
}
