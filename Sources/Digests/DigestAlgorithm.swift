import CCrypto

/// A digest that the project computes.
public enum DigestAlgorithm: String, Hashable, Sendable, CaseIterable {
  /// 20 bytes; what `ms.openlocfilehash` and version 5 UUIDs use. Not for security.
  case sha1
  /// 32 bytes; what manifests and fingerprints use.
  case sha256

  /// The length of a digest in bytes.
  public var byteCount: Int { self == .sha1 ? 20 : 32 }

  /// The implementation in libcrypto, which lives as long as the process.
  var implementation: OpaquePointer? {
    switch self {
    case .sha1: unsafe EVP_sha1()
    case .sha256: unsafe EVP_sha256()
    }
  }
}
