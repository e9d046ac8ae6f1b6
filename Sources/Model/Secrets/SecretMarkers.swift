/// The markers of secrets, with what must follow them.
enum SecretMarkers {
  static let all: [SecretShapes.Shape] = assignments + issued + headers

  /// Names before an equals sign, in connection strings and signed URLs.
  private static let assignments: [SecretShapes.Shape] = [
    assignment("sig=", .base64, 40, .sharedAccessSignature),
    assignment("accountkey=", .base64, 20, .connectionString),
    assignment("sharedaccesskey=", .base64, 20, .connectionString),
    assignment("sharedaccesssignature=", .value, 20, .connectionString),
    assignment("client_secret=", .value, 8, .connectionString),
    assignment("password=", .value, 1, .connectionString) { text, start, _ in
      isInConnectionString(text, start)
    },
    assignment("pwd=", .value, 1, .connectionString) { text, start, _ in
      isInConnectionString(text, start)
    },
  ]

  /// Keys whose prefix names who issued them.
  private static let issued: [SecretShapes.Shape] = [
    key("AKIA", .upper, 16, 16), key("ASIA", .upper, 16, 16),
    key("AIza", .token, 35, 35), key("ya29.", .dotted, 20),
    key("ghp_", .letters, 36), key("gho_", .letters, 36), key("ghu_", .letters, 36),
    key("ghs_", .letters, 36), key("ghr_", .letters, 36), key("github_pat_", .token, 36),
    key("glpat-", .token, 20), key("npm_", .letters, 36, 36),
    key("sk_live_", .letters, 16), key("sk_test_", .letters, 16), key("rk_live_", .letters, 16),
    key("sk-proj-", .token, 20), key("sk-ant-", .token, 20), key("sk-", .letters, 32),
    key("xoxb-", .token, 20), key("xoxp-", .token, 20), key("xoxa-", .token, 20),
    key("xoxr-", .token, 20), key("xoxs-", .token, 20), key("xapp-", .token, 20),
    key("SG.", .dotted, 50), key("xkeysib-", .token, 64), key("shpat_", .hexadecimal, 32),
    key("EAA", .letters, 60), key("pat-na1-", .token, 36), key("pat-eu1-", .token, 36),
    key("pk_", .hexadecimal, 34, 34), key("dop_v1_", .hexadecimal, 64),
    key("key-", .hexadecimal, 32, 32, .likely),
    // Mailchimp writes the data centre behind the key.
    key("us", .letters, 1, 2) { text, start, end in
      guard start >= 33, text[start - 1] == UInt8(ascii: "-"), end == text.count else {
        return false
      }
      let digits = text[(start + 2)..<end].allSatisfy { (0x30...0x39).contains($0) }
      return digits && text.run(from: start - 33, of: .hexadecimal) == 32
    },
    SecretShapes.Shape(
      marker: Array("eyJ".utf8), alphabet: .dotted, minimum: 40,
      match: SecretMatch(.webToken, .certain)
    ) { text, start, end in text[start..<end].count { $0 == UInt8(ascii: ".") } == 2 },
  ]

  private static let headers: [SecretShapes.Shape] = [
    header("bearer ", .entra, 20), header("basic ", .base64, 16),
    SecretShapes.Shape(
      marker: Array("hooks.slack.com/services/".utf8), alphabet: .base64, minimum: 20,
      match: SecretMatch(.keyPrefix, .certain)),
  ]

  private static func assignment(
    _ marker: StaticString, _ alphabet: SecretBytes.Alphabet, _ minimum: Int,
    _ pattern: SecretPattern,
    _ check: (@Sendable (SecretShapes.Text, Int, Int) -> Bool)? = nil
  ) -> SecretShapes.Shape {
    SecretShapes.Shape(
      marker: bytes(marker), isFolded: true, alphabet: alphabet, minimum: minimum,
      match: SecretMatch(pattern, .certain), check: check)
  }

  private static func key(
    _ marker: StaticString, _ alphabet: SecretBytes.Alphabet, _ minimum: Int,
    _ maximum: Int? = nil, _ certainty: SecretCertainty = .certain,
    _ check: (@Sendable (SecretShapes.Text, Int, Int) -> Bool)? = nil
  ) -> SecretShapes.Shape {
    SecretShapes.Shape(
      marker: bytes(marker), alphabet: alphabet, minimum: minimum, maximum: maximum,
      match: SecretMatch(.keyPrefix, certainty), check: check)
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

  /// Whether another name with an equals sign and a semicolon stands before a password.
  private static func isInConnectionString(_ text: SecretShapes.Text, _ start: Int) -> Bool {
    let before = text[..<start]
    return before.contains(UInt8(ascii: ";")) && before.contains(UInt8(ascii: "="))
  }

  private static func bytes(_ text: StaticString) -> [UInt8] {
    text.withUTF8Buffer { Array($0) }
  }
}
