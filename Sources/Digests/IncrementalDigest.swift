import CCrypto

/// A digest of bytes that arrive in parts, so that a file of any size needs one small buffer.
///
/// libcrypto can refuse only for want of memory; as with any allocation in Swift, that stops the
/// process.
@safe public struct IncrementalDigest: ~Copyable {
  private let context: OpaquePointer
  private let algorithm: DigestAlgorithm

  /// Starts an empty digest.
  public init(_ algorithm: DigestAlgorithm) {
    let context = unsafe EVP_MD_CTX_new()
    guard let context = unsafe context,
      unsafe EVP_DigestInit_ex(context, algorithm.implementation, nil) == 1
    else { preconditionFailure("libcrypto has no memory for a digest") }
    unsafe self.context = context
    self.algorithm = algorithm
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds the next part.
  public mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

  /// Adds the next part without copying it.
  public mutating func update(_ bytes: Span<UInt8>) {
    let succeeded = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count) == 1
    }
    precondition(succeeded, "libcrypto could not continue a digest")
  }

  /// Ends the digest and gives its bytes.
  public consuming func finish() -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: algorithm.byteCount) { buffer, count in
      var length: UInt32 = 0
      let status = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, &length)
      precondition(status == 1, "libcrypto could not finish a digest")
      count = Int(length)
    }
  }

  /// Ends the digest and gives it as lower-case hexadecimal digits.
  public consuming func finishAsHexadecimal() -> String { Digests.hexadecimal(finish()) }
}
