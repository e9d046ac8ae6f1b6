import Digests
import Foundation

/// A file of allowed signers, as `ssh-keygen` reads it: principals, perhaps options, and a key a line.
struct AllowedSigners {
  private let lines: [Substring]

  init(_ bytes: [UInt8]) {
    lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
  }

  /// The principals of every line with a key, in their order; a pattern stands for itself.
  ///
  /// `ssh-keygen` tells those of the first line alone, which may be for another namespace.
  ///
  /// - Parameter fingerprint: The key's, as `SHA256:` with Base64 behind it.
  /// - Returns: The principals, each once; none for a certificate, whose key is in no line.
  func principals(of fingerprint: String) -> [String] {
    let encoded = fingerprint.dropFirst("SHA256:".count) + "="
    guard let digest = Data(base64Encoded: String(encoded)) else { return [] }
    let wanted = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    var found: [String] = []
    for line in lines where Self.digests(line).contains(wanted) {
      for principal in Self.principals(of: line) where !found.contains(principal) {
        found.append(principal)
      }
    }
    return found
  }

  /// SHA-256 of each word that may be a key.
  private static func digests(_ line: Substring) -> [String] {
    line.split(whereSeparator: \.isWhitespace).filter { $0.hasPrefix("AAAA") }
      .compactMap { Data(base64Encoded: String($0)).map { Digests.sha256(Array($0)) } }
  }

  private static func principals(of line: Substring) -> [String] {
    let line = line.drop(while: \.isWhitespace)
    let field =
      line.first == "\""
      ? line.dropFirst().prefix { $0 != "\"" } : line.prefix { !$0.isWhitespace }
    return field.split(separator: ",").filter { !$0.hasPrefix("!") && !$0.hasPrefix("#") }
      .map(String.init)
  }
}
