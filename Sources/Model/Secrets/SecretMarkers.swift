/// The markers of secrets, with what must follow them.
enum SecretMarkers {
  static let all: [SecretShapes.Shape] =
    assignments + SecretKeyPrefixes.all + webTokens + headers + webhooks

  /// Names before an equals sign, in connection strings and signed URLs.
  private static let assignments: [SecretShapes.Shape] = [
    assignment("sig=", .base64, 40, .sharedAccessSignature),
    // As a parameter of an address it is the signature by its name, however short or dull.
    assignment("sig=", .base64, 8, .sharedAccessSignature, isParameter),
    assignment("x-amz-signature=", .hexadecimal, 32, .sharedAccessSignature),
    assignment("x-goog-signature=", .hexadecimal, 32, .sharedAccessSignature),
    assignment("access_token=", .value, 16, .connectionString, isParameter),
    assignment("api_key=", .value, 16, .connectionString, isParameter),
    assignment("apikey=", .value, 16, .connectionString, isParameter),
    assignment("accountkey=", .base64, 20, .connectionString),
    assignment("sharedaccesskey=", .base64, 20, .connectionString),
    assignment("sharedaccesssignature=", .value, 20, .connectionString),
    assignment("client_secret=", .value, 8, .connectionString),
    assignment("password=", .value, 1, .connectionString) { text, start, end in
      isInConnectionString(text, start, end)
    },
    assignment("pwd=", .value, 1, .connectionString) { text, start, end in
      isInConnectionString(text, start, end)
    },
  ]

  private static let webTokens: [SecretShapes.Shape] = [
    SecretShapes.Shape(
      marker: Array("eyJ".utf8), alphabet: .dotted, minimum: 40,
      match: SecretMatch(.webToken, .certain)
    ) { text, start, end in text[start..<end].count { $0 == UInt8(ascii: ".") } == 2 }
  ]

  private static let headers: [SecretShapes.Shape] = [
    header("bearer ", .entra, 20), header("basic ", .base64, 16),
  ]

  /// Addresses that whoever knows them may post to.
  private static let webhooks: [SecretShapes.Shape] = [
    "hooks.slack.com/services/", "hooks.slack.com/workflows/", "hooks.slack.com/triggers/",
    "discord.com/api/webhooks/", "webhook.office.com/webhookb2/",
  ].map { (marker: String) in
    SecretShapes.Shape(
      marker: Array(marker.utf8), alphabet: .base64, minimum: 20,
      match: SecretMatch(.keyPrefix, .certain))
  }

  private static func assignment(
    _ marker: StaticString, _ alphabet: SecretBytes.Alphabet, _ minimum: Int,
    _ pattern: SecretPattern,
    _ check: (@Sendable (SecretShapes.Text, Int, Int) -> Bool)? = nil
  ) -> SecretShapes.Shape {
    SecretShapes.Shape(
      marker: bytes(marker), isFolded: true, alphabet: alphabet, minimum: minimum,
      match: SecretMatch(pattern, .certain), check: check)
  }

  private static func header(
    _ marker: StaticString, _ alphabet: SecretBytes.Alphabet, _ minimum: Int
  ) -> SecretShapes.Shape {
    SecretShapes.Shape(
      marker: bytes(marker), isFolded: true, alphabet: alphabet, minimum: minimum,
      match: SecretMatch(.authorizationHeader, .certain)
    ) { text, start, end in
      // A long lower-case word after "basic" is prose.
      text[start..<end].dropFirst(6).contains { (0x30...0x39).contains($0) }
    }
  }

  /// Whether a name stands where the query of an address has one.
  @Sendable private static func isParameter(
    _ text: SecretShapes.Text, _ start: Int, _: Int
  ) -> Bool {
    // The semicolon is that of "&amp;", or of a connection string.
    start > 0
      && [UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: ";")].contains(text[start - 1])
  }

  /// Whether another name with an equals sign stands before a password, or behind it, with a semicolon
  /// between them.
  private static func isInConnectionString(
    _ text: SecretShapes.Text, _ start: Int, _ end: Int
  ) -> Bool {
    let before = text[..<start]
    if before.contains(UInt8(ascii: ";")), before.contains(UInt8(ascii: "=")) { return true }
    let after = text[end...]
    return after.first == UInt8(ascii: ";") && after.contains(UInt8(ascii: "="))
  }

  private static func bytes(_ text: StaticString) -> [UInt8] {
    text.withUTF8Buffer { Array($0) }
  }
}
