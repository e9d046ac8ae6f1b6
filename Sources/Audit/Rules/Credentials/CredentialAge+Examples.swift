import Model

extension CredentialAge {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "connections.connectionId", "connections.createdUtc",
    "connections.credential.expiresUtc", "connections.credential.lastAuthenticatedUtc",
    "connections.credential.lastRotatedUtc", "connections.credential.method", "connections.type",
    "connections.updatedUtc", "environment.apiKeys.primaryRotatedUtc",
    "environment.apiKeys.secondaryRotatedUtc", "environment.instanceId",
  ]

  private static func document(
    _ credential: String, type: String = "klaviyo", more: String = ""
  ) -> String {
    #""environment":{"instanceId":"i-1"},"connections":[{"connectionId":"c-1","#
      + #""type":"\#(type)","credential":{\#(credential)}\#(more)}]"#
  }

  private static func key(_ rotated: String?, expires: String = "null", more: String = "")
    -> String
  {
    let rotation = rotated.map { #","lastRotatedUtc":"\#($0)""# } ?? ""
    return document(
      #""method":"apiKey","expiresUtc":\#(expires)\#(rotation)"#, more: more)
  }

  private static func signIn(_ time: String, type: String = "facebook") -> String {
    document(
      #""method":"oauth","expiresUtc":null,"lastAuthenticatedUtc":"\#(time)""#, type: type)
  }

  static let examples =
    rotationExamples + signInExamples + expiryExamples + [
      onConnection(
        .notApplicable, "nothing ages", .nothingAges,
        document(#""method":"managedIdentity","expiresUtc":null"#)),
      onConnection(
        .pass, "both API keys of the environment are young", on: "i-1", environment("2025-05-01")),
      onConnection(
        .fail, "one API key of the environment is too old", .tooOld, on: "i-1",
        environment("2024-05-01")),
      onConnection(
        .unknown, "nobody looked at the API keys", .rotationUnknown, on: "i-1",
        key("2025-05-01T00:00:00Z")),
      RuleExample(
        .unknown, "the list of connections isn't called complete",
        LimitExamples.PopulationExample.incomplete, on: "connections", key(nil)),
    ]

  private static func environment(_ second: String) -> String {
    #""connections":[],"environment":{"instanceId":"i-1","apiKeys":{"#
      + #""primaryRotatedUtc":"2025-04-01T00:00:00Z","secondaryRotatedUtc":"\#(second)T00:00:00Z"}}"#
  }

  private static let rotationExamples = [
    onConnection(.pass, "changed exactly 365 days ago", key("2024-06-01T00:00:00Z")),
    onConnection(
      .fail, "changed a second more than 365 days ago", .tooOld, asOf: "2025-06-01T00:00:01Z",
      key("2024-06-01T00:00:00Z")),
    onConnection(
      .unknown, "changed on the day 365 days ago", .rotationUnknown, asOf: "2025-06-01T12:00:00Z",
      key("2024-06-01")),
    onConnection(
      .fail, "no date, and the connection is older and was never saved again", .neverRotated,
      key(nil, more: #","createdUtc":"2024-01-01T00:00:00Z","updatedUtc":null"#)),
    onConnection(
      .fail, "no date, and the connection was last saved too long ago", .neverRotated,
      key(
        nil,
        more: #","createdUtc":"2023-01-01T00:00:00Z","updatedUtc":"2024-01-01T00:00:00Z""#)),
    onConnection(
      .unknown, "no date, and the connection was saved lately", .rotationUnknown,
      key(
        nil,
        more: #","createdUtc":"2023-01-01T00:00:00Z","updatedUtc":"2025-01-01T00:00:00Z""#)),
    onConnection(
      .pass, "changed after the collection, by no more than clocks differ",
      key("2025-06-01T00:05:00Z")),
    onConnection(
      .unknown, "changed after the collection, which can't be true", .rotationUnknown,
      key(
        "2099-01-01T00:00:00Z",
        more: #","createdUtc":"2023-01-01T00:00:00Z","updatedUtc":null"#)),
    onConnection(
      .unknown, "signed in after the collection, which can't be true", .rotationUnknown,
      signIn("2099-01-01T00:00:00Z", type: "criteo")),
    onConnection(
      .unknown, "an API key of the environment changed after the collection", .rotationUnknown,
      on: "i-1", environment("2099-01-01")),
    onConnection(
      .unknown, "no date, and nobody looked for later changes", .rotationUnknown,
      key(nil, more: #","createdUtc":"2023-01-01T00:00:00Z""#)),
    onConnection(.unknown, "no date at all", .rotationUnknown, key(nil)),
    onConnection(
      .unknown, "a sign-in without any date", .rotationUnknown,
      document(
        #""method":"oauth","expiresUtc":null"#, type: "criteo",
        more: #","createdUtc":"2023-01-01T00:00:00Z","updatedUtc":null"#)),
    onConnection(
      .pass, "a sign-in that was renewed after the rotation",
      document(
        #""method":"oauth","expiresUtc":null,"lastRotatedUtc":"2023-01-01T00:00:00Z","#
          + #""lastAuthenticatedUtc":"2025-01-01T00:00:00Z""#, type: "criteo")),
    onConnection(
      .pass, "the date counts, though nobody looked how the connection signs in",
      document(#""expiresUtc":null,"lastRotatedUtc":"2025-01-01T00:00:00Z""#)),
  ]

  private static let signInExamples = [
    onConnection(
      .pass, "signed in at Facebook a second less than 45 days ago",
      signIn("2025-04-17T00:00:01Z")),
    onConnection(
      .fail, "signed in at Facebook exactly 45 days ago", .signInEndsSoon, severity: .low,
      signIn("2025-04-17T00:00:00Z")),
    onConnection(
      .fail, "signed in at Facebook exactly 60 days ago", .signInEndsSoon, severity: .low,
      signIn("2025-04-02T00:00:00Z")),
    onConnection(
      .fail, "signed in at Facebook a second more than 60 days ago", .signInExpired,
      signIn("2025-04-01T23:59:59Z")),
    onConnection(
      .pass, "another provider has no such limit", signIn("2025-04-01T00:00:00Z", type: "criteo")),
    onConnection(
      .unknown, "a type that the catalogue doesn't know, so nobody knows when a sign-in ends",
      .typeUnknown, signIn("2025-05-31T00:00:00Z", type: "fakebook")),
    onConnection(
      .unknown, "nobody looked at the type", .typeUnknown,
      signIn("2025-05-31T00:00:00Z").replacing(#""type":"facebook","#, with: "")),
    onConnection(
      .unknown, "a name that several services share", .typeAmbiguous,
      signIn("2025-05-31T00:00:00Z", type: "ftp")),
    onConnection(
      .fail, "whatever the type, changed too long ago", .tooOld,
      signIn("2024-05-31T00:00:00Z", type: "fakebook")),
    onConnection(
      .notApplicable, "whatever the type, nothing ages", .nothingAges,
      document(#""method":"managedIdentity","expiresUtc":null"#, type: "fakebook")),
    onConnection(
      .unknown, "nobody recorded the sign-in at Facebook", .signInUnknown,
      document(
        #""method":"oauth","expiresUtc":null,"lastRotatedUtc":"2025-05-01T00:00:00Z""#,
        type: "Meta")),
  ]

  private static let expiryExamples = [
    onConnection(
      .pass, "expires a second after the warning time",
      key("2025-05-01T00:00:00Z", expires: #""2025-06-15T00:00:01Z""#)),
    onConnection(
      .fail, "expires exactly at the end of the warning time", .expiresSoon,
      key("2025-05-01T00:00:00Z", expires: #""2025-06-15T00:00:00Z""#)),
    onConnection(
      .fail, "expires this instant", .expired,
      key("2025-05-01T00:00:00Z", expires: #""2025-06-01T00:00:00Z""#)),
    onConnection(
      .unknown, "nobody looked for an expiry", .expiryUnknown,
      document(#""method":"apiKey","lastRotatedUtc":"2025-05-01T00:00:00Z""#)),
    onConnection(
      .unknown, "null proves nothing where the section isn't called complete", .expiryUnknown,
      complete: [.environment], key("2025-05-01T00:00:00Z")),
    onConnection(
      .unknown, "only the day of the expiry is known, and the warning time ends on it",
      .expiryUnknown, asOf: "2025-06-01T12:00:00Z",
      key("2025-05-01T00:00:00Z", expires: #""2025-06-15""#)),
  ]
}
