/// A piece of a text that checks compare: a word, a number, a link's address.
struct TextToken: Hashable {
  enum Kind: UInt8, CaseIterable {
    /// Letters, perhaps with digits among them.
    case word
    /// A word that is a name of something and never translated: `customerId`, `a.json`, `B2B`.
    case identifier
    /// Digits with separators.
    case number
    /// A code span with its backticks.
    case code
    /// The address of a link, of an image; an address in the text.
    case link, image
    /// The words of a link that has an address.
    case linkText
    /// The text between the marks of strong text, of emphasis.
    case bold, emphasis
    /// A tag with its brackets.
    case tag
    /// `&name;`.
    case entity
    /// `{name}`, `%s` and their like.
    case placeholder
  }

  var kind: Kind
  /// The scripts of a word's letters.
  var scripts: Script = []
  /// Whether a word begins with a capital letter of ASCII.
  var isCapitalized = false
  /// Whether it stands in strong or emphasized text.
  var isMarked = false
  var start: Int32
  var end: Int32

  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    (start, end) = (
      Int32(truncatingIfNeeded: range.lowerBound), Int32(truncatingIfNeeded: range.upperBound)
    )
  }

  var range: Range<Int> { Int(start)..<Int(end) }
}
