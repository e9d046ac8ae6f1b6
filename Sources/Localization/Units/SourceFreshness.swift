import Digests

/// Whether a translation was made from the source file as it is now.
public enum SourceFreshness: Hashable, Sendable {
  /// The source file hasn't changed since.
  case current
  /// It has.
  case stale
  /// The translation doesn't say which source it was made from.
  case unknown

  /// Compares a page's `ms.openlocfilehash` with the present source file.
  ///
  /// The hash is the SHA-1 (40 digits) or SHA-256 (64 digits) of the source file with `CR LF` at
  /// the ends of its lines, so that no version history is needed.
  public init(recordedHash: String?, source: [UInt8]) {
    let hash = recordedHash?.lowercased() ?? ""
    switch hash.utf8.count {
    case 40: self = Self.sha1(ofSource: source) == hash ? .current : .stale
    case 64: self = Digests.sha256(Self.withCarriageReturns(source)) == hash ? .current : .stale
    default: self = .unknown
    }
  }

  /// The SHA-1 that a translation of this source file records.
  public static func sha1(ofSource source: [UInt8]) -> String {
    Digests.sha1(withCarriageReturns(source))
  }

  /// The bytes with `CR LF` wherever there was `LF` alone.
  static func withCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 32)
    var start = 0
    while let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: start) {
      output += bytes[start..<end]
      if end == 0 || bytes[end - 1] != UInt8(ascii: "\r") { output.append(13) }
      output.append(10)
      start = end + 1
    }
    output += bytes[start...]
    return output
  }
}
