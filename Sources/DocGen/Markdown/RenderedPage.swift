public import Model

/// A page's body as HTML, and what the rest of the site needs to know about it.
public struct RenderedPage: Hashable, Sendable {
  /// A heading, for the on-page contents.
  public struct Heading: Hashable, Sendable {
    /// The id that links point to, unique in the page.
    public var id: String
    /// The level, 1 to 6.
    public var level: Int
    /// The words in the page's language, without markup and not escaped.
    public var text: String
    /// Where these words begin in the text of the page, in bytes; 0 where that wasn't asked for.
    public var textStart: Int
    /// `dir`, where its letters all run against the page.
    public var direction: String?

    /// Makes a heading from its parts.
    public init(id: String, level: Int, text: String, textStart: Int = 0) {
      self.id = id
      self.level = level
      self.text = text
      self.textStart = textStart
    }
  }

  /// The body: balanced, escaped, free of scripts.
  public var html: [UInt8] = []
  /// The headings in the order of the page.
  public var headings: [Heading] = []
  /// The ids of other anchors (`<a name>`), to check links against together with the headings'.
  public var anchors: [String] = []
  /// The words of the page in its own language, blocks separated by line feeds; empty unless asked
  /// for.
  public var text: [UInt8] = []
  /// The links and images of the page in its own language, as written.
  public var links: [LinkReference] = []
  /// The number of bilingual units.
  public var unitCount = 0
  /// What is wrong with the body; it was rendered nevertheless.
  public var diagnostics: [Diagnostic] = []
}
