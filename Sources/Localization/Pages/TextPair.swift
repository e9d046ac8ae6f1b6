/// A text of a page that is translated, with the text it was translated from.
///
/// Sentences stand in spans. Titles, descriptions, alternative texts and names of a table of
/// contents are translated too, but have no span: their source is found in the source file.
public struct TextPair: Hashable, Sendable {
  /// What a text is.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    /// A sentence, heading, list item or table cell.
    case sentence
    /// `title` of the front matter.
    case title
    /// `description` of the front matter.
    case description
    /// `alt-text` of an image directive.
    case alternative
    /// `name` of an entry of a table of contents.
    case contentsName

    /// The word for it in what fingerprints are made of; never changed.
    public var description: String {
      switch self {
      case .sentence: "sentence"
      case .title: "title"
      case .description: "description"
      case .alternative: "alternative"
      case .contentsName: "contentsName"
      }
    }
  }

  /// What joins a text with the same text of other locales.
  public struct Key: Hashable, Sendable {
    /// What the text is.
    public var kind: Kind
    /// The unit's number; 101 for a title, 102 for a description; of other hidden texts the place
    /// among their like, from 1.
    public var number: Int

    /// A key from its parts.
    public init(_ kind: Kind, _ number: Int) { (self.kind, self.number) = (kind, number) }
  }

  /// Where the bytes of a source text are.
  public enum SourcePlace: Hashable, Sendable {
    /// In the page itself, beside the translation.
    case page(Range<Int>)
    /// In the source file.
    case original(Range<Int>)
    /// Not at hand: there is no source file, or it has no counterpart.
    case none

    /// How many bytes the text has; 0 if it isn't at hand.
    public var count: Int {
      switch self {
      case .page(let range), .original(let range): range.count
      case .none: 0
      }
    }
  }

  /// What joins the text with other locales.
  public var key: Key
  /// The bytes of the translation in the page.
  public var target: Range<Int>
  /// The bytes of the source.
  public var source: SourcePlace
  /// The unit's number where a gap of numbers shows which one a hidden text has.
  public var number: Int?

  /// A pair from its parts.
  public init(_ key: Key, target: Range<Int>, source: SourcePlace, number: Int? = nil) {
    (self.key, self.target, self.source, self.number) = (key, target, source, number)
  }
}
