import Model
import Testing

/// CRD-04, DQ-03 and LIF-07 field by field: secrets, words, and what is left behind.
@Suite struct WordAndSecretBoundTests {
  private static let clean = RuleTable(
    "CRD-04", on: "connections/c-1",
    #"{"connections": [{"connectionId": "c-1", "description": "Nightly export"}]}"#)
  private static let description = "connections.0.description"
  private static let accounts = "connections.0.target.accountIds"

  // The secrets are put together from pieces, so that no scanner takes this file for a leak.
  private static let letters = "9aB3dE7fG1hJ5kL0mN2pQ4rS6tU8vWxY"
  private static let digest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

  private static func said(_ text: String) -> [String: DocumentValue] { [description: .text(text)] }

  static let secrets: [TableRow] = [
    clean.row("plain words", .pass),
    clean.row("a GUID", .pass, [description: .guid]),
    clean.row("a GUID in capitals", .pass, [description: .capitalGUID]),
    clean.row("a digest", .pass, said(digest)),
    clean.row("a digest in capitals", .pass, said(digest.uppercased())),
    clean.row("a private key", .fail("private-key"), said("-----BEGIN RSA " + "PRIVATE KEY-----")),
    clean.row("a public key", .pass, said("-----BEGIN " + "PUBLIC KEY-----")),
    clean.row(
      "an address with a signature", .fail("shared-access-signature"),
      said("https://a.example/c?sv=1&sig=" + letters + letters + "%3D")),
    clean.row("an address without one", .pass, said("https://a.example/c?sv=1&page=2")),
    clean.row(
      "a password in an address", .fail("password-in-url"), said("ftp://ann:hunter2@a.example")),
    clean.row("a name in an address", .pass, said("ftp://ann@a.example")),
    clean.row(
      "a key in a map", .fail("high-entropy-in-secret-field"),
      [accounts: .object(["apiKey": .text(letters)])]),
    clean.row(
      "the same under another name", .unknown("high-entropy"),
      [accounts: .object(["reference": .text(letters)])]),
    clean.row("a GUID under the name of a key", .pass, [accounts: .object(["apiKey": .guid])]),
  ]

  private static let words = RuleTable(
    "DQ-03", on: "connections/c-1",
    #"""
    {"connections": [{"connectionId": "c-1", "purposeKind": "export", "type": "mailchimp",
        "credential": {"method": "apiKey"}, "allowedRoles": ["admin"]}]}
    """#)
  private static let type = "connections.0.type"

  static let vocabulary: [TableRow] = [
    words.row("known words", .pass),
    words.row("in capitals", .pass, [type: "MAILCHIMP", "connections.0.purposeKind": "EXPORT"]),
    words.row("the label of a service", .pass, [type: "Salesforce Marketing Cloud"]),
    words.row("a former name", .pass, [type: "Sendinblue"]),
    words.row("a new name", .pass, [type: "Brevo"]),
    words.row("a letter less", .fail("unknown-service"), [type: "mailchim"]),
    words.row("a name of several", .unknown("ambiguous-service"), [type: "ftp"]),
    words.row("null", .pass, [type: nil]),
    words.row("a number", .fail("unknown-service"), [type: 7]),
    words.row(
      "a purpose that nobody knows", .fail("unknown-word"),
      [
        "connections.0.purposeKind": "import"
      ]),
    words.row(
      "a method that nobody knows", .fail("unknown-word"),
      [
        "connections.0.credential.method": "magic"
      ]),
    words.row(
      "a role that nobody knows", .fail("unknown-word"),
      [
        "connections.0.allowedRoles.1": "owner"
      ]),
    words.row("an empty word", .fail("unknown-word"), ["connections.0.purposeKind": ""]),
  ]

  private static let removed = RuleTable(
    "LIF-07", on: "d-1",
    #"""
    {"connections": [{"connectionId": "c-1", "type": "mailchimp"}], "enrichments": [],
     "exports": [{"exportId": "e-1", "connectionId": "c-1"}], "segments": [],
     "runs": [{"runId": "r-1", "targetId": "e-1", "status": "successful", "recordCount": 12,
        "startUtc": "2025-03-01T00:00:00Z"}],
     "deletions": [{"deletionId": "d-1", "subjectType": "export", "subjectId": "e-1",
        "deletedUtc": "2025-04-01T00:00:00Z", "certificate": null, "retention": null}]}
    """#)
  private static let certificate = "deletions.0.certificate"
  private static let retention = "deletions.0.retention"

  static let leftovers: [TableRow] = [
    removed.row("no answer", .fail("no-answer-of-recipient"), clauses: ["settled": .false]),
    removed.row("a certificate", .pass, [certificate: "T-9"]),
    removed.row("a blank certificate", .fail("no-answer-of-recipient"), [certificate: " "]),
    removed.row("a decision", .pass, [retention: "until 2031"]),
    removed.row("perhaps a certificate", .unknown("answer-unknown"), [certificate: .absent]),
    removed.row(
      "perhaps both", .unknown("answer-unknown"),
      [
        certificate: .absent, retention: .absent,
      ]),
    removed.row(
      "a certificate for own storage", .fail("no-answer-of-recipient"),
      [
        certificate: "T-9", "connections.0.type": "azure-blob-storage",
      ]),
    removed.row(
      "a decision for own storage", .pass,
      [
        retention: "30 days", "connections.0.type": "azure-blob-storage",
      ]),
    removed.row(
      "perhaps nothing was sent", .unknown("last-transfer-unknown"),
      [
        "runs": .json("[]")
      ]),
    removed.row(
      "perhaps nothing, but certified", .pass,
      [
        "runs": .json("[]"), certificate: "T-9",
      ]),
    removed.row(
      "the purpose ended now", .fail("no-deletion-record"),
      [
        "exports.0.purposeEndedUtc": "2025-06-01T00:00:00Z", "deletions": .json("[]"),
      ], subject: "e-1"),
    removed.row(
      "the purpose ends in a microsecond", .none("in-use"),
      [
        "exports.0.purposeEndedUtc": "2025-06-01T00:00:00.000001Z", "deletions": .json("[]"),
      ], subject: "e-1"),
    removed.row(
      "no records", .unknown("deletion-records-missing"),
      [
        "exports.0.removedUtc": "2025-04-01T00:00:00Z", "deletions": .absent,
      ], subject: "e-1"),
  ]

  @Test(arguments: secrets + vocabulary + leftovers)
  func judges(_ row: TableRow) throws { try row.check() }
}
