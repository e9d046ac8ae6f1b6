public import Model

/// A message in the reader's language, in pieces that a renderer escapes and isolates each in its
/// own way.
///
/// Untrusted values stay apart from the words, so that HTML can put them in `<bdi>` and escape
/// them. In a sentence from right to left a value from left to right that isn't isolated drags
/// punctuation and neighbours to the wrong side.
public struct LocalizedMessage: Hashable, Sendable {
  /// A part of the message.
  public indirect enum Piece: Hashable, Sendable {
    /// Words of the catalog, or a number or date in the language's form: trusted, not markup.
    case words(String)
    /// Text from elsewhere: to be escaped and isolated.
    case text(String)
    /// An id, word or path to be shown as code: to be escaped and isolated from left to right.
    case code(String)
    /// Another message, whose words may be in another language.
    case message(LocalizedMessage)
  }

  /// The pieces in order.
  public var pieces: [Piece]
  /// The language that the words are in.
  public var language: LocaleTag
  /// Whether the words are English because there is no translation; they then need their own
  /// `lang` and `dir`.
  public var isFallback: Bool

  /// Makes a message from its parts.
  public init(pieces: [Piece], language: LocaleTag, isFallback: Bool) {
    (self.pieces, self.language, self.isFallback) = (pieces, language, isFallback)
  }

  /// The message as text, for a place without markup.
  ///
  /// Values that run against the words are put between the isolates of Unicode: U+2068 or, for
  /// code, U+2066, and U+2069.
  public var plainText: String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .words(let words): text += words
      case .text(let value):
        let isIsolated = language.isRightToLeft || value.hasRightToLeftLetters
        text += isIsolated ? "\u{2068}\(value)\u{2069}" : value
      case .code(let value):
        text += language.isRightToLeft ? "\u{2066}\(value)\u{2069}" : value
      case .message(let message): text += message.plainText
      }
    }
    return text
  }
}

extension String {
  /// Whether a letter of a script from right to left, or a mark that turns the direction, is in it.
  var hasRightToLeftLetters: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x202B, 0x202E, 0x2067: true
      default: StrongDirection(scalar) == .rightToLeft
      }
    }
  }
}
