extension Service {
  /// Whether the names of segments become names at the destination.
  public enum SegmentNameUse: String, Sendable, CaseIterable { case always, perhaps, never }

  /// The facts that few services have; as it is made, none of them.
  public struct FurtherFacts: Hashable, Sendable {
    /// The first day on which the documents called identifiers hashed, `YYYY-MM-DD`.
    public var isHashedSince: String?
    /// Whether the names of segments become names of audiences or lists there, over time.
    public var segmentNames: [Dated<SegmentNameUse>] = []
    /// For how many days a sign-in is valid, over time; none: not stated.
    public var signInDays: [Dated<Int>] = []
    /// The way of signing in that the documents offer beside a weaker one.
    public var preferredCredential: CredentialMethod?
    /// Whether the type doesn't tell who takes the data.
    public var hidesRecipient = false
    /// Whether the data leaves the compliance boundary although its provider runs the platform.
    public var isOutsideBoundary = false
    /// Whether the service only brings data in.
    public var isInbound = false
    /// The countries that an enrichment covers, in ISO 3166-1 alpha-2; none: not stated.
    public var countries: [String] = []

    /// No further facts.
    public init() {}
  }
}
