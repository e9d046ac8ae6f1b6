import Testing

@testable import Model

@Suite struct SecretScannerTests {
  // The values are made up, and put together here so that no scanner takes this file for a leak.
  private static let filler = "9aB3dE7fG1hJ5kL0mN2pQ4rS6tU8vW"

  private static func letters(_ count: Int) -> String {
    var text = ""
    while text.count < count { text += filler }
    return String(text.prefix(count))
  }

  private static let hexadecimal = "0123456789abcdef0123456789abcdef"

  static let certain: [(String, SecretPattern)] = [
    ("-----BEGIN " + "RSA PRIVATE KEY-----\nMIIE", .privateKey),
    ("x\n-----BEGIN " + "PRIVATE KEY-----", .privateKey),
    ("-----BEGIN " + "OPENSSH PRIVATE KEY-----", .privateKey),
    (
      "https://a.blob.core.windows.net/c?sv=2021&se=x&sig=" + letters(43) + "%3D",
      .sharedAccessSignature
    ),
    ("DefaultEndpointsProtocol=https;AccountKey=" + letters(80) + "==;", .connectionString),
    ("Endpoint=sb://x/;SharedAccessKey=" + letters(43) + "=", .connectionString),
    ("Server=db;User=sa;Password=x9;", .connectionString),
    ("server=db;PWD=abc", .connectionString),
    ("Password=x9;User ID=sa", .connectionString), ("pwd=x9;User=sa;", .connectionString),
    ("https://user:pass@example.com/a", .passwordInURL),
    ("see postgres://u:p4ss@db:5432/x", .passwordInURL),
    ("eyJ" + letters(20) + "." + letters(30) + "." + letters(20), .webToken),
    ("Authorization: Bearer " + letters(30), .authorizationHeader),
    ("Basic dXNlcjpwYXNzd29yZDE=", .authorizationHeader),
    ("AKIA" + "IOSFODNN7EXAMPLE", .keyPrefix),
    ("key AIza" + letters(35) + " end", .keyPrefix),
    ("ghp" + "_" + letters(36), .keyPrefix),
    ("sk_live" + "_" + letters(24), .keyPrefix),
    ("token=sk_test" + "_" + letters(24), .keyPrefix),
    ("SG." + letters(22) + "." + letters(43), .keyPrefix),
    ("xkeysib-" + hexadecimal + hexadecimal + "-" + letters(16), .keyPrefix),
    (hexadecimal + "-us14", .keyPrefix),
    ("pk_" + hexadecimal + "ab", .keyPrefix),
    ("pat-na1-" + "01234567-89ab-cdef-0123-456789abcdef", .keyPrefix),
    ("abc8Q~" + letters(34), .keyPrefix),
    ("xoxb-" + letters(30), .keyPrefix),
    // Nobody's format, but called a key of the live system.
    ("sk-live" + "-51H8" + letters(20), .keyPrefix),
    ("rk-test" + "-" + letters(16), .keyPrefix),
    ("sk_prod" + "_" + letters(24), .keyPrefix),
    ("sk-svcacct-" + letters(40), .keyPrefix),
    ("sk-or-v1-" + hexadecimal + hexadecimal, .keyPrefix),
    ("GOCSPX" + "-" + letters(28), .keyPrefix),
    ("p8e-" + hexadecimal, .keyPrefix),
    ("dapi" + hexadecimal, .keyPrefix),
    ("hvs." + letters(90), .keyPrefix),
    ("glptt-" + hexadecimal, .keyPrefix),
    ("whsec" + "_" + letters(32), .keyPrefix),
    ("shpss" + "_" + hexadecimal, .keyPrefix),
    ("xoxe" + ".xoxp-1-" + letters(160), .keyPrefix),
    ("NRAK" + "-" + letters(27), .keyPrefix),
    ("https://discord.com/api/webhooks/1/" + letters(60), .keyPrefix),
    ("https://contoso.webhook.office.com/webhookb2/" + hexadecimal, .keyPrefix),
    ("https://a.blob.core.windows.net/c?sv=2021&sig=aaaaaaaaaaaaaaaaaaaa", .sharedAccessSignature),
    ("https://a.blob.core.windows.net/c?SIG=AAAAAAAA&se=2027", .sharedAccessSignature),
    ("<a href='c?se=x&amp;sig=zzzzzzzzzz'>", .sharedAccessSignature),
    ("https://s3.example/o?X-Amz-Signature=" + hexadecimal + hexadecimal, .sharedAccessSignature),
    ("https://graph.example/me?access_token=aaaaaaaaaaaaaaaaaaaa", .connectionString),
    ("https://api.example/v1?x=1&api_key=" + hexadecimal, .connectionString),
  ]

  @Test(arguments: certain) func secretsAreCertain(_ text: String, _ pattern: SecretPattern) {
    #expect(SecretScanner.match(text) == SecretMatch(pattern, .certain))
    let inProse = "The call failed: « \(text) » é"
    #expect(
      SecretScanner.match(inProse) == SecretMatch(pattern, .certain) || text.hasSuffix("-us14"))
  }

  @Test func aMailgunKeyIsLikely() {
    #expect(SecretScanner.match("key-" + Self.hexadecimal) == SecretMatch(.keyPrefix, .likely))
  }

  @Test(arguments: [
    "", "Ads EU", "c0c0c0c0-0000-0000-0000-000000000001", "{6F0D2C1E-1111-4A2B-9C3D-000000000001}",
    hexadecimal, hexadecimal + hexadecimal, "https://ads.microsoft.com/a?b=c",
    "mailto:admin@contoso.example", "https://contoso.example:443/path@x", "a: b@c",
    "-----BEGIN " + "CERTIFICATE-----", "sftp-partner-secret-name", "Customer.EMail",
    "basic authentication required", "Basic internationalization", "Bearer of good news everyone",
    "Password=", "Password=x9; then b", "the password is wrong", "pwd", "sig=short", "task-us1",
    "status-us14",
    "risk-based-segmentation-of-all-customers-in-europe", "AKIA12", "sk-short",
    "2022-02-16T08:00:00Z",
    "sk-live-internationalization", "sk-SK-segment-of-customers-in-europe-2026",
    "sk-test-environment-7", "https://a.example/c?sig=1", "config sig=aaaaaaaaaaaaaaaa",
    "https://a.example/c?design=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "whsec_customers",
    "hf_highvaluecustomers", "dapi-segment", "key-account-managers-of-the-north",
    "us-customers-2026", "npm_run", "pk_" + hexadecimal, "SG.segment", "EAA customers",
    "discord.com/api/webhooks/", "shpat_of_customers_who_returned_often",
    "eyJ is how JSON begins in Base64", "pk_customer", "Zoë's naïve segment – 高価値", "job-501/t-9",
  ])
  func otherTextIsNot(_ text: String) {
    #expect(SecretScanner.match(text) == nil)
  }

  /// Every marker is found through the table of first and second bytes, in each case that it allows.
  @Test(arguments: SecretMarkers.all.map { String(decoding: $0.marker, as: UTF8.self) })
  func everyMarkerIsReached(_ marker: String) throws {
    let shape = try #require(
      SecretMarkers.all.first { String(decoding: $0.marker, as: UTF8.self) == marker })
    for written in shape.isFolded ? [marker, marker.uppercased()] : [marker] {
      let bytes = Array(written.utf8)
      #expect(bytes.count > 1)
      #expect(SecretBytes.triggers[Int(bytes[0])] > 0, "\(written)")
      #expect(SecretBytes.seconds[Int(bytes[0])].contains(bytes[1]), "\(written)")
    }
  }

  @Test(arguments: [
    (letters(32), true), ("q8Zr+T1x/9sVb3Kd0YwL5g==", true), ("x7Gd-93kQ_mZp4Ls8Wv2", true),
    ("P@ssw0rd!2026#Xy91", true),
    (hexadecimal, false), (hexadecimal.uppercased() + "01234567", false),
    ("c0c0c0c0-0000-0000-0000-00000000000a", false),
    ("{6F0D2C1E-1111-4A2B-9C3D-000000000001}", false), ("12345678901234567890", false),
    ("marketing-team-europe-north", false), ("Customer.EMailAddress", false),
    ("aaaaaaaaaaaaaaaaaaaaA1", false), ("short1A", false), ("has a space 9aB3dE7fG1hJ5", false),
    ("2022-02-16T08:00:00Z", false), ("HighValueCustomers", false), ("act_1234567890123456", false),
    ("segment-2026-europe-customers", false), ("EU-North-2025-Q3-Retention", false),
  ])
  func randomTextHasEntropy(_ text: String, _ expected: Bool) {
    var text = text
    #expect(text.withUTF8 { SecretScanner.isRandom($0) } == expected)
  }

  @Test func masksShowTwoCharactersAtMost() {
    #expect(SecretScanner.masked("secret") == "se…")
    #expect(SecretScanner.masked("") == "…")
    #expect(SecretScanner.masked("👩‍👩‍👧é!").count == 3)
  }

  /// A GUID is passed over whole; whatever differs from one in a byte is looked at.
  @Test(arguments: 0..<36)
  func aKeyInTheShapeOfAGUIDIsFound(position: Int) {
    let guid = Array("0a1b2c3d-4e5f-6A7B-8C9D-0e1f2a3b4c5d".utf8)
    #expect(SecretScanner.match(String(decoding: guid, as: UTF8.self)) == nil)
    // A secret of the same length is no GUID.
    var url = Array("a://b:c@".utf8)
    url += Array(repeating: UInt8(ascii: "0"), count: 36 - url.count)
    #expect(SecretScanner.match(String(decoding: url, as: UTF8.self)) != nil)
    for byte in [UInt8(ascii: "g"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "`")] {
      var changed = guid
      changed[position] = byte
      #expect(!changed.withUnsafeBufferPointer(SecretScanner.isGUID), "\(position) \(byte)")
    }
    #expect(guid.withUnsafeBufferPointer(SecretScanner.isGUID))
  }
}
