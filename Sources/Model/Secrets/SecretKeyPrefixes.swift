/// Keys whose prefix names who issued them.
///
/// The formats are those that the services document and that scanners look for: the default
/// configuration of gitleaks 8 (https://github.com/gitleaks/gitleaks, `config/gitleaks.toml`) and
/// the patterns of GitHub's secret scanning
/// (https://docs.github.com/en/code-security/secret-scanning/introduction), both as of 2026-11.
/// Formats without a prefix of their own (a bare GUID, 32 hexadecimal digits) aren't here: ids of a
/// snapshot look like that.
enum SecretKeyPrefixes {
  static let all: [SecretShapes.Shape] = clouds + code + payment + messaging + models + telemetry

  /// Providers of infrastructure.
  private static let clouds: [SecretShapes.Shape] = [
    key("AKIA", .upper, 16, 16), key("ASIA", .upper, 16, 16), key("ABIA", .upper, 16, 16),
    key("ACCA", .upper, 16, 16), key("LTAI", .letters, 16, 24),
    key("AIza", .token, 35, 35), key("ya29.", .dotted, 20), key("GOCSPX-", .token, 28),
    key("dapi", .hexadecimal, 32, 32), key("dop_v1_", .hexadecimal, 64),
    key("doo_v1_", .hexadecimal, 64), key("dor_v1_", .hexadecimal, 64),
    key("pscale_tkn_", .dotted, 32), key("pscale_pw_", .dotted, 32),
    key("hvs.", .token, 24), key("hvb.", .token, 24), key("dp.pt.", .letters, 40),
    key("p8e-", .letters, 32, 32), key("AGE-SECRET-KEY-1", .upper, 58), key("ops_eyJ", .base64, 40),
  ]

  /// Repositories, registries and what builds from them.
  private static let code: [SecretShapes.Shape] = [
    key("ghp_", .letters, 36), key("gho_", .letters, 36), key("ghu_", .letters, 36),
    key("ghs_", .letters, 36), key("ghr_", .letters, 36), key("github_pat_", .token, 36),
    key("glpat-", .token, 20), key("gldt-", .token, 20), key("glrt-", .token, 20),
    key("glptt-", .token, 20), key("glft-", .token, 20), key("glsoat-", .token, 20),
    key("glcbt-", .token, 20), key("glagent-", .token, 20),
    key("npm_", .letters, 36, 36), key("pypi-AgE", .token, 50), key("rubygems_", .hexadecimal, 48),
    key("pul-", .hexadecimal, 40, 40), key("PMAK-", .token, 59, 59), key("ATATT3", .base64, 60),
    key("lin_api_", .letters, 40), key("ntn_", .letters, 46, 46),
  ]

  private static let payment: [SecretShapes.Shape] = [
    key("sk_live_", .letters, 16), key("sk_test_", .letters, 16), key("sk_prod_", .letters, 16),
    key("rk_live_", .letters, 16), key("rk_test_", .letters, 16), key("rk_prod_", .letters, 16),
    // Written with hyphens the prefix is nobody's, but what is called so is kept as a key.
    key("sk-live-", .letters, 16, check: isMixed), key("sk-test-", .letters, 16, check: isMixed),
    key("rk-live-", .letters, 16, check: isMixed), key("rk-test-", .letters, 16, check: isMixed),
    key("whsec_", .base64, 24), key("sq0atp-", .token, 22), key("sq0csp-", .token, 22),
    key("shpat_", .hexadecimal, 32), key("shpca_", .hexadecimal, 32),
    key("shppa_", .hexadecimal, 32), key("shpss_", .hexadecimal, 32),
    key("shippo_live_", .hexadecimal, 40), key("shippo_test_", .hexadecimal, 40),
  ]

  /// Mail, chat, advertising and relations with customers.
  private static let messaging: [SecretShapes.Shape] = [
    key("xoxb-", .token, 20), key("xoxp-", .token, 20), key("xoxa-", .token, 20),
    key("xoxr-", .token, 20), key("xoxs-", .token, 20), key("xoxo-", .token, 20),
    key("xoxe-", .token, 20), key("xoxe.xox", .token, 20), key("xapp-", .token, 20),
    key("SG.", .dotted, 50), key("xkeysib-", .token, 64), key("xsmtpsib-", .token, 64),
    key("EAA", .letters, 60), key("pat-na1-", .token, 36), key("pat-eu1-", .token, 36),
    key("pk_", .hexadecimal, 34, 34), key("tfp_", .dotted, 59),
    key("key-", .hexadecimal, 32, 32, .likely),
    // Mailchimp writes the data centre behind the key.
    key("us", .letters, 1, 2) { text, start, end in
      guard start >= 33, text[start - 1] == UInt8(ascii: "-"), end == text.count else {
        return false
      }
      let digits = text[(start + 2)..<end].allSatisfy { (0x30...0x39).contains($0) }
      return digits && text.run(from: start - 33, of: .hexadecimal) == 32
    },
  ]

  /// Services of language models.
  private static let models: [SecretShapes.Shape] = [
    key("sk-proj-", .token, 20), key("sk-svcacct-", .token, 20), key("sk-admin-", .token, 20),
    key("sk-ant-", .token, 20), key("sk-or-v1-", .hexadecimal, 64), key("sk-", .letters, 32),
    key("hf_", .letters, 34, 34), key("gsk_", .letters, 52, 52), key("pplx-", .letters, 48, 48),
  ]

  /// Logs, maps and monitoring.
  private static let telemetry: [SecretShapes.Shape] = [
    key("glc_", .base64, 32), key("glsa_", .token, 32), key("NRAK-", .letters, 27, 27),
    key("dt0c01.", .dotted, 80), key("sntrys_", .base64, 60), key("sntryu_", .hexadecimal, 64),
    key("sk.eyJ", .dotted, 40),
  ]

  private static func key(
    _ marker: StaticString, _ alphabet: SecretBytes.Alphabet, _ minimum: Int,
    _ maximum: Int? = nil, _ certainty: SecretCertainty = .certain,
    check: (@Sendable (SecretShapes.Text, Int, Int) -> Bool)? = nil
  ) -> SecretShapes.Shape {
    SecretShapes.Shape(
      marker: marker.withUTF8Buffer { Array($0) }, alphabet: alphabet, minimum: minimum,
      maximum: maximum, match: SecretMatch(.keyPrefix, certainty), check: check)
  }

  /// Whether digits stand among letters, as in no word.
  @Sendable private static func isMixed(_ text: SecretShapes.Text, _ start: Int, _ end: Int) -> Bool
  {
    text[(start + 8)..<end].contains { (0x30...0x39).contains($0) }
  }
}
