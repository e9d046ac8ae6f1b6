public import Model

/// A link or an image as a page has it.
public struct LinkReference: Hashable, Sendable {
  /// What refers.
  public enum Kind: Hashable, Sendable {
    /// `[text](address)` and its like.
    case link
    /// `![alt](address)` and its like.
    case image
  }

  /// What refers.
  public var kind: Kind
  /// The address as written, entities resolved.
  public var address: String
  /// The line it stands on; the column is 0.
  public var location: SourceLocation
  /// Whether it has words of its own; a link without them shows what it leads to.
  public var hasWords: Bool

  /// Makes a reference from its parts.
  public init(_ kind: Kind, _ address: String, at location: SourceLocation, hasWords: Bool) {
    self.kind = kind
    self.address = address
    self.location = location
    self.hasWords = hasWords
  }
}

/// Where a link or an image leads in the output.
public struct ResolvedLink: Hashable, Sendable {
  /// The address to write, not escaped; `nil` writes the text without a link, or the alternative
  /// text in place of the image.
  public var address: String?
  /// The language of the linked page where it isn't the reader's, such as `en-US`.
  public var language: String?
  /// The size of an image in pixels, so that the page doesn't jump while it loads.
  public var size: (width: Int, height: Int)?
  /// The words of a link that has none of its own.
  public var text: String?
  /// What is wrong with the reference.
  public var diagnostic: Diagnostic?

  /// Makes a destination from its parts.
  public init(
    _ address: String?, language: String? = nil, size: (width: Int, height: Int)? = nil,
    text: String? = nil, diagnostic: Diagnostic? = nil
  ) {
    self.address = address
    self.language = language
    self.size = size
    self.text = text
    self.diagnostic = diagnostic
  }

  /// Compares all parts.
  public static func == (left: Self, right: Self) -> Bool {
    left.address == right.address && left.language == right.language
      && left.size?.width == right.size?.width && left.size?.height == right.size?.height
      && left.text == right.text && left.diagnostic == right.diagnostic
  }

  /// Feeds the parts that are compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(address)
    hasher.combine(language)
    hasher.combine(diagnostic)
  }
}
