import Digests
public import Model

/// What a check says of one text.
public struct TranslationFinding: Hashable, Sendable {
  /// The check.
  public var check: TranslationCheck
  /// How much it weighs.
  public var severity: Diagnostic.Severity
  /// The language of the translation; of a mistake in the source, the source language.
  public var locale: LocaleTag
  /// The page's path below the locale's folder.
  public var page: String
  /// The text.
  public var key: TextPair.Key
  /// The unit's number, if it has one.
  public var number: Int?
  /// Where it stands in the page; a path from the folder above the locales.
  public var location: SourceLocation
  /// What is wrong, as a message of the catalogs.
  public var message: Message
  /// What of the source is concerned: the same in every locale that breaks the same thing.
  public var subject: String
  /// How many locales break it, of how many; `nil` where locales weren't compared.
  public var agreement: Agreement?

  /// How many locales break the same thing.
  public struct Agreement: Hashable, Sendable {
    /// The locales that break it.
    public var broken: Int
    /// The locales that have the text.
    public var all: Int
    /// More than two thirds of at least three locales: the source is to blame.
    public var isSourceDefect: Bool { all >= 3 && broken * 3 > all * 2 }
  }

  /// Whether the finding stands before another one: by place, then by check and subject.
  func isBefore(_ other: TranslationFinding) -> Bool {
    location != other.location
      ? location < other.location
      : (check.rawValue, subject) < (other.check.rawValue, other.subject)
  }

  /// SHA-256 of check, locale, page, text and subject, the first 32 hexadecimal digits: the same
  /// on every run as long as the finding is.
  public var fingerprint: String {
    let identity = "\(check.rawValue)\u{1F}\(locale)\u{1F}\(page)\u{1F}\(key.kind) \(key.number)"
    return String(Digests.sha256("\(identity)\u{1F}\(subject)").prefix(32))
  }

  /// The finding as a problem, worded by a catalog.
  public func diagnostic(in catalog: MessageCatalog) -> Diagnostic {
    Diagnostic(
      severity, check.code, at: location, catalog.message(message).plainText)
  }
}
