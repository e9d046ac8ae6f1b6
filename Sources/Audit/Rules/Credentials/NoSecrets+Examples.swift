import Model

// The secrets below are put together from pieces, so that no scanner takes this file for a leak.

extension NoSecrets {
  static let reads = FieldNames.all { _, _, _ in true }

  private static func connection(_ members: String) -> String {
    #""connections":[{"connectionId":"c-1",\#(members)}]"#
  }

  private static func named(_ name: String, _ outcome: Outcome, _ reason: Reason, _ text: String)
    -> RuleExample
  {
    RuleExample(
      outcome, name, reason, on: "connections/c-1", connection(#""description":"\#(text)""#))
  }

  private static let letters = "9aB3dE7fG1hJ5kL0mN2pQ4rS6tU8vWxY"
  private static let digits = "0123456789abcdef0123456789abcdef"

  static let examples = shapes + names + places

  private static let shapes = [
    RuleExample(
      .pass, "names of secrets are none", on: "connections/c-1",
      connection(#""credential":{"secretNames":["sftp-partner-password"]},"description":"No key""#)),
    RuleExample(
      .pass, "GUIDs and digests are no secrets", on: "connections/c-1",
      connection(
        #""description":"\#(digits)\#(digits)","target":{"accountIds":{"#
          + #""key":"c0c0c0c0-0000-4000-8000-000000000001"}}"#)),
    named("a private key", .fail, .privateKey, "-----BEGIN " + "PRIVATE KEY-----"),
    named(
      "a signed address", .fail, .sharedAccessSignature,
      "https://a.example/c?se=1&sig=\(letters)\(letters)%3D"),
    named(
      "a connection string", .fail, .connectionString,
      "AccountName=a;AccountKey=\(letters)\(letters)=="),
    named(
      "a password in an address", .fail, .passwordInURL, "sftp://partner:swordfish@files.example"),
    named(
      "a signed token", .fail, .webToken,
      "eyJ\(letters).\(letters).\(letters)"),
    named("a header", .fail, .authorizationHeader, "Authorization: Bearer \(letters)"),
    named("the prefix of an issuer", .fail, .keyPrefix, "AKIA" + "IOSFODNN7EXAMPLE"),
    named("perhaps the prefix of an issuer", .unknown, .perhapsKey, "key-\(digits)"),
  ]

  private static let names = [
    RuleExample(
      .fail, "random text in a field named like a secret", Reason.highEntropyInSecretField,
      on: "connections/c-1",
      connection(#""target":{"accountIds":{"apiKey":"\#(letters)"}}"#)),
    RuleExample(
      .unknown, "random text in a field of another name", Reason.highEntropy,
      on: "connections/c-1",
      connection(#""target":{"accountIds":{"reference":"\#(letters)"}}"#)),
    RuleExample(
      .unknown, "a random name of a secret", Reason.highEntropy, on: "connections/c-1",
      connection(#""credential":{"secretNames":["\#(letters)"]}"#)),
    RuleExample(
      .pass, "random text elsewhere", on: "connections/c-1",
      connection(#""description":"\#(letters)""#)),
    RuleExample(
      .unknown, "any text that is called a password", Reason.namedPassword, on: "connections/c-1",
      connection(#""target":{"accountIds":{"password":"swordfish"}}"#)),
    RuleExample(
      .fail, "under a key that the format doesn't know", Reason.highEntropyInSecretField,
      on: "connections/c-1", connection(#""credential":{"clientSecret":"\#(letters)"}"#)),
    RuleExample(
      .fail, "in a section that the format doesn't know", Reason.keyPrefix, on: "collection",
      #""notes":[{"text":"AKIAIOSFODNN7EXAMPLE"}]"#),
    RuleExample(
      .fail, "in such a section, and nothing tells of the collection", Reason.keyPrefix,
      on: "connections/c-1", collected: nil,
      #""notes":[{"text":"AKIAIOSFODNN7EXAMPLE"}],"connections":[{"connectionId":"c-1"}]"#),
  ]

  private static let places = [
    RuleExample(
      .fail, "a certain secret counts more than a likely one", Reason.keyPrefix,
      on: "connections/c-1",
      connection(
        #""displayName":"key-\#(digits)","description":"AKIAIOSFODNN7EXAMPLE""#)),
    RuleExample(
      .fail, "in every field of every section", Reason.keyPrefix,
      on: "exports/AKIAIOSFODNN7EXAMPLE",
      collected: ShapeExamples.collection { secret(in: $0) },
      ShapeExamples.sections { _, field, _ in secret(in: field) }),
    RuleExample(
      .fail, "instead of lists", Reason.keyPrefix, on: "exports/exports-exportid-1",
      collected: ShapeExamples.collection {
        $0.kind.child == nil ? nil : #""AKIAIOSFODNN7EXAMPLE""#
      },
      ShapeExamples.sections { _, field, _ in
        field.kind.child == nil ? nil : #""AKIAIOSFODNN7EXAMPLE""#
      }),
  ]

  /// A secret in a field that holds single values, whatever it should hold.
  private static func secret(in field: FieldShape) -> String? {
    field.kind.child == nil ? #""AKIAIOSFODNN7EXAMPLE""# : nil
  }
}
