import Model
import Testing

/// CRD-03 at its bounds: the age of keys and sign-ins, expiry, and the API keys.
@Suite struct CredentialAgeBoundTests {
  private static let key = RuleTable(
    "CRD-03", on: "c-1",
    #"""
    {"environment": {"instanceId": "i-1", "apiKeys": {
        "primaryRotatedUtc": "2025-05-01T00:00:00Z", "secondaryRotatedUtc": "2025-05-01T00:00:00Z"}},
     "connections": [{"connectionId": "c-1", "type": "klaviyo", "createdUtc": "2020-01-01T00:00:00Z",
        "credential": {"method": "apiKey", "expiresUtc": null,
          "lastRotatedUtc": "2025-05-01T00:00:00Z"}}]}
    """#)
  private static let rotated = "connections.0.credential.lastRotatedUtc"
  private static let expires = "connections.0.credential.expiresUtc"

  static let ages: [TableRow] = [
    key.row("365 days old", .pass, [rotated: "2024-06-01T00:00:00Z"]),
    key.row(
      "a microsecond older", .fail("too-old"), [rotated: "2024-05-31T23:59:59.999999Z"],
      clauses: ["rotated": .false, "unexpired": .true]),
    key.row(
      "the seventh digit counts as well", .fail("too-old"),
      [
        rotated: "2024-05-31T23:59:59.9999999Z"
      ]),
    key.row("an offset to the east", .pass, [rotated: "2024-06-01T14:00:00+14:00"]),
    key.row(
      "an offset to the east, too old", .fail("too-old"),
      [rotated: "2024-06-01T13:59:59.999999+14:00"]),
    key.row(
      "an offset to the west, too old", .fail("too-old"), [rotated: "2024-05-31T11:59:59-12:00"]),
    key.row(
      "no zone, and the zone decides", .unknown("rotation-unknown"),
      ["collection.timeZone": .absent, rotated: "2024-06-01T12:00:00"]),
    key.row(
      "no zone, and the latest zone suffices", .pass,
      ["collection.timeZone": .absent, rotated: "2024-06-01T14:00:00"]),
    key.row(
      "no zone, and too old in each", .fail("too-old"),
      ["collection.timeZone": .absent, rotated: "2024-05-31T11:59:59"]),
    key.row("the whole day is young enough", .pass, [rotated: "2024-06-01"]),
    key.row("the whole day is too old", .fail("too-old"), [rotated: "2024-05-31"]),
    key.row(
      "a leap day 365 days ago", .pass, [rotated: "2024-02-29T00:00:00Z"],
      asOf: "2025-02-28T00:00:00Z"),
    key.row(
      "a leap day, a microsecond more", .fail("too-old"), [rotated: "2024-02-29T00:00:00Z"],
      asOf: "2025-02-28T00:00:00.000001Z"),
    key.row(
      "30 days by the settings", .pass, [rotated: "2025-05-02T00:00:00Z"],
      parameters: ["maxAgeDays": 30]),
    key.row(
      "a microsecond more than 30", .fail("too-old"), [rotated: "2025-05-01T23:59:59.999999Z"],
      parameters: ["maxAgeDays": 30]),
    key.row(
      "no day is allowed: this instant", .pass, [rotated: "2025-06-01T00:00:00Z"],
      parameters: ["maxAgeDays": 0]),
    key.row(
      "no day is allowed: a microsecond ago", .fail("too-old"),
      [rotated: "2025-05-31T23:59:59.999999Z"], parameters: ["maxAgeDays": 0]),
    key.row(
      "3650 days", .pass, [rotated: "2015-06-04T00:00:00Z"], parameters: ["maxAgeDays": 3650]),
    key.row(
      "a microsecond more than 3650", .fail("too-old"), [rotated: "2015-06-03T23:59:59.999999Z"],
      parameters: ["maxAgeDays": 3650]),
    key.row("the clock is before everything", .pass, asOf: "1999-01-01T00:00:00Z"),
  ]

  private static let created = "connections.0.createdUtc"
  private static let updated = "connections.0.updatedUtc"

  /// Without a date of rotation, the date of making bounds it, where nothing was saved since.
  static let missing: [TableRow] = [
    key.row("null is no date", .unknown("rotation-unknown"), [rotated: nil]),
    key.row("neither is an absent one", .unknown("rotation-unknown"), [rotated: .absent]),
    key.row("nor an empty one", .unknown("rotation-unknown"), [rotated: ""]),
    key.row("nor a word", .unknown("rotation-unknown"), [rotated: "soon"]),
    key.row(
      "the first of all days stands for none", .unknown("rotation-unknown"),
      [rotated: "1970-01-01T00:00:00Z"]),
    key.row(
      "made 365 days ago", .unknown("rotation-unknown"),
      [rotated: .absent, created: "2024-06-01T00:00:00Z", updated: nil]),
    key.row(
      "made a microsecond earlier", .fail("never-rotated"),
      [rotated: .absent, created: "2024-05-31T23:59:59.999999Z", updated: nil]),
    key.row(
      "saved 365 days ago", .unknown("rotation-unknown"),
      [rotated: .absent, updated: "2024-06-01T00:00:00Z"]),
    key.row(
      "saved a microsecond earlier", .fail("never-rotated"),
      [rotated: .absent, updated: "2024-05-31T23:59:59.999999Z"]),
    key.row(
      "made lately, and a save that is older than that", .unknown("rotation-unknown"),
      [rotated: .absent, created: "2025-01-01T00:00:00Z", updated: "2023-01-01T00:00:00Z"]),
    key.row(
      "the date of making proves nothing where nobody called the list complete",
      .unknown("rotation-unknown"), [rotated: .absent, updated: nil], incomplete: ["connections"]),
  ]

  static let expiries: [TableRow] = [
    key.row("never expires", .pass),
    key.row(
      "a microsecond after the warning time", .pass, [expires: "2025-06-15T00:00:00.000001Z"]),
    key.row(
      "at the end of the warning time", .fail("expires-soon"), [expires: "2025-06-15T00:00:00Z"],
      clauses: ["unexpired": .true, "lasts": .false]),
    key.row(
      "a microsecond from now", .fail("expires-soon"), [expires: "2025-06-01T00:00:00.000001Z"]),
    key.row("now", .fail("expired"), [expires: "2025-06-01T00:00:00Z"]),
    key.row(
      "no warning: now", .fail("expired"), [expires: "2025-06-01T00:00:00Z"],
      parameters: ["warnDays": 0]),
    key.row(
      "no warning: a microsecond from now", .pass, [expires: "2025-06-01T00:00:00.000001Z"],
      parameters: ["warnDays": 0]),
    key.row(
      "a year of warning", .fail("expires-soon"), [expires: "2026-06-01T00:00:00Z"],
      parameters: ["warnDays": 365]),
    key.row(
      "a microsecond after a year", .pass, [expires: "2026-06-01T00:00:00.000001Z"],
      parameters: ["warnDays": 365]),
    key.row("absent", .unknown("expiry-unknown"), [expires: .absent]),
    key.row("empty", .unknown("expiry-unknown"), [expires: ""]),
    key.row(
      "the last of all days stands for none", .unknown("expiry-unknown"),
      [
        expires: "9999-12-31T23:59:59Z"
      ]),
    key.row(
      "nobody called the list complete", .unknown("expiry-unknown"), incomplete: ["connections"]),
    key.row(
      "both too old and expired", .fail("expired"),
      [rotated: "2020-01-01T00:00:00Z", expires: "2025-05-01T00:00:00Z"]),
  ]

  private static let signIn = RuleTable(
    "CRD-03", on: "c-1",
    #"""
    {"environment": {"instanceId": "i-1"},
     "connections": [{"connectionId": "c-1", "type": "facebook", "credential": {"method": "oauth",
        "expiresUtc": null, "lastAuthenticatedUtc": "2025-05-31T00:00:00Z"}}]}
    """#)
  private static let signedIn = "connections.0.credential.lastAuthenticatedUtc"

  static let signIns: [TableRow] = [
    signIn.row("no type", .unknown("type-unknown"), ["connections.0.type": nil]),
    signIn.row("a broken type", .unknown("type-unknown"), ["connections.0.type": 7]),
    signIn.row(
      "no type, and too old in any case", .fail("too-old"),
      ["connections.0.type": nil, signedIn: "2024-05-31T23:59:59.999999Z"]),
    signIn.row("a microsecond less than 45 days", .pass, [signedIn: "2025-04-17T00:00:00.000001Z"]),
    signIn.row(
      "45 days", .fail("sign-in-ends-soon", .low), [signedIn: "2025-04-17T00:00:00Z"],
      clauses: ["signInValid": .true, "signInLasts": .false]),
    signIn.row("60 days", .fail("sign-in-ends-soon", .low), [signedIn: "2025-04-02T00:00:00Z"]),
    signIn.row(
      "a microsecond more than 60 days", .fail("sign-in-expired"),
      [signedIn: "2025-04-01T23:59:59.999999Z"]),
    signIn.row(
      "50 days by the settings", .fail("sign-in-ends-soon", .low),
      [signedIn: "2025-04-12T00:00:00Z"], parameters: ["signInWarnDays": 50]),
    signIn.row(
      "a microsecond less than 50", .pass, [signedIn: "2025-04-12T00:00:00.000001Z"],
      parameters: ["signInWarnDays": 50]),
    signIn.row(
      "warned from the first instant", .fail("sign-in-ends-soon", .low),
      [signedIn: "2025-06-01T00:00:00Z"], parameters: ["signInWarnDays": 0]),
    signIn.row(
      "a warning after the end changes nothing", .fail("sign-in-expired"),
      [signedIn: "2025-04-01T23:59:59Z"], parameters: ["signInWarnDays": 365]),
    signIn.row(
      "no limit was documented on 23 May 2024", .pass,
      ["collection.collectedUtc": "2024-05-23T23:59:59Z", signedIn: "2024-01-01T00:00:00Z"]),
    signIn.row(
      "it was on 24 May 2024", .fail("sign-in-expired"),
      ["collection.collectedUtc": "2024-05-24T00:00:00Z", signedIn: "2024-01-01T00:00:00Z"]),
    signIn.row("absent", .unknown("rotation-unknown"), [signedIn: .absent]),
    signIn.row(
      "the name of today", .fail("sign-in-expired"),
      [signedIn: "2025-01-01T00:00:00Z", "connections.0.type": "META"]),
  ]

  private static let primary = "environment.apiKeys.primaryRotatedUtc"
  private static let secondary = "environment.apiKeys.secondaryRotatedUtc"

  static let environments: [TableRow] = [
    key.row("both young", .pass, subject: "i-1"),
    key.row("the first 365 days old", .pass, [primary: "2024-06-01T00:00:00Z"], subject: "i-1"),
    key.row(
      "the first a microsecond older", .fail("too-old"), [primary: "2024-05-31T23:59:59.999999Z"],
      subject: "i-1"),
    key.row(
      "the second a microsecond older", .fail("too-old"),
      [secondary: "2024-05-31T23:59:59.999999Z"], subject: "i-1"),
    key.row(
      "an old one counts more than a missing one", .fail("too-old"),
      [primary: .absent, secondary: "2020-01-01T00:00:00Z"], subject: "i-1"),
    key.row(
      "the second absent", .unknown("rotation-unknown"), [secondary: .absent], subject: "i-1"),
    key.row("the first null", .unknown("rotation-unknown"), [primary: nil], subject: "i-1"),
    key.row("a blank date", .unknown("rotation-unknown"), [primary: " "], subject: "i-1"),
  ]

  @Test(arguments: ages + missing + expiries + signIns + environments)
  func judges(_ row: TableRow) throws { try row.check() }
}
