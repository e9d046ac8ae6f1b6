/// A shape by which a secret is told from other text.
public enum SecretPattern: String, Sendable, CaseIterable {
  /// A private key in PEM armour.
  case privateKey = "private-key"
  /// The signature of a shared access signature (`sig=`).
  case sharedAccessSignature = "shared-access-signature"
  /// A key or password inside a connection string (`AccountKey=`, `Password=`).
  case connectionString = "connection-string"
  /// A password inside a URL (`scheme://name:password@host`).
  case passwordInURL = "password-in-url"
  /// A signed JSON web token.
  case webToken = "web-token"
  /// Credentials of an HTTP header (`Bearer`, `Basic`).
  case authorizationHeader = "authorization-header"
  /// A key whose prefix names the service that issued it.
  case keyPrefix = "key-prefix"
  /// Random text in a field that is named like a secret, or in free data.
  case randomText = "random-text"
  /// Whatever stands under a key such as `password`.
  case namedPassword = "named-password"
}

/// How sure it is that a text is a secret.
public enum SecretCertainty: UInt8, Sendable, Comparable {
  /// Probably, but other text may look like this.
  case likely
  /// There is hardly another explanation.
  case certain

  /// The lower certainty comes first.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What a text looks like.
public struct SecretMatch: Hashable, Sendable {
  /// The shape.
  public let pattern: SecretPattern
  /// How sure it is.
  public let certainty: SecretCertainty

  /// A match from its parts.
  public init(_ pattern: SecretPattern, _ certainty: SecretCertainty) {
    self.pattern = pattern
    self.certainty = certainty
  }
}
