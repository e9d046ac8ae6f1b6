public import Model

/// A check of translations.
///
/// The raw value is the name in settings and suppressions; `translation.` and the name is the code
/// of its findings.
public enum TranslationCheck: String, Hashable, Sendable, CaseIterable {
  /// The translation is empty, or the source is.
  case empty
  /// A number of the source is missing or another one.
  case number
  /// The address of a link is missing or another one.
  case link
  /// Two links have taken each other's address.
  case linkOrder = "link-order"
  /// The address of an image is missing or another one.
  case image
  /// A code span is missing or changed.
  case code
  /// A name such as `customerId` is missing or changed.
  case identifier
  /// A label in strong type is missing or has no end.
  case labelMissing = "label-missing"
  /// A label in strong type is still in the source language.
  case labelUntranslated = "label-untranslated"
  /// A label is called otherwise than on most pages.
  case labelInconsistent = "label-inconsistent"
  /// A tag of HTML is missing or changed.
  case tag
  /// A character reference is missing or broken.
  case entity
  /// A placeholder is missing or changed.
  case placeholder
  /// The sentence ends with another kind of mark.
  case endPunctuation = "end-punctuation"
  /// The sentence begins with a small letter.
  case capital
  /// Brackets don't match, or are missing.
  case bracket
  /// Quotation marks don't match, or are missing.
  case quotation
  /// A word stands twice in a row.
  case doubledWord = "doubled-word"
  /// The text is still in the source language.
  case untranslated
  /// The same source is translated in different ways.
  case inconsistent
  /// Different sources have the same translation.
  case reused
  /// The translation is far longer or shorter than translations of such a source are.
  case length
  /// Blanks at an edge, or two in a row.
  case whitespace
  /// A character that can't be seen.
  case invisible
  /// Letters that were read in a wrong encoding, or lost.
  case encoding
  /// Marks of direction that don't match.
  case direction
  /// A word of letters of several scripts.
  case mixedScript = "mixed-script"
  /// A term that must not be used.
  case forbiddenTerm = "forbidden-term"
  /// The number of a unit belongs to another source, or is out of order; a unit is lost, or has the
  /// translation of another one.
  case identity
  /// A marker of a heading or a list, the kind of a note or a cell of a table is another one.
  case structure

  /// The code of findings.
  public var code: String { "translation.\(rawValue)" }

  /// How much a finding weighs where nothing else is set.
  public var severity: Diagnostic.Severity {
    switch self {
    case .empty, .link, .image, .code, .placeholder, .tag, .identity, .forbiddenTerm, .encoding:
      .error
    case .inconsistent, .reused, .length, .whitespace: .note
    default: .warning
    }
  }

  /// Whether a mistake in the source shows as a finding in most translations.
  ///
  /// Labels, consistency, whitespace and the like are matters of one language.
  var isComparedAcrossLocales: Bool {
    switch self {
    case .number, .link, .linkOrder, .image, .code, .identifier, .labelMissing, .tag, .entity,
      .placeholder,
      .endPunctuation, .bracket, .quotation, .untranslated:
      true
    default: false
    }
  }
}
