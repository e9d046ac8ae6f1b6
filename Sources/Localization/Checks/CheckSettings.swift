public import Model

/// What a set of pages wants of the checks: switches, terms, and findings that are right as they
/// are.
public struct CheckSettings: Sendable {
  /// Where a switch counts.
  struct Scope: Hashable, Sendable {
    var check: TranslationCheck
    /// `nil`: in every locale without a switch of its own.
    var locale: LocaleTag?
  }

  /// A finding that is right as it is.
  public struct Suppression: Hashable, Sendable {
    /// The check.
    public var check: TranslationCheck
    /// The page's path below the locale's folder; `nil` for all pages.
    public var page: String?
    /// The locale; `nil` for all.
    public var locale: LocaleTag?
    /// The unit's number; `nil` for all texts of the page.
    public var unit: Int?
    /// Why.
    public var reason: String
    /// Where it is written.
    public var location: SourceLocation

    /// Whether it covers a finding.
    func covers(_ finding: TranslationFinding) -> Bool {
      finding.check == check && (page == nil || page == finding.page)
        && (locale == nil || locale == finding.locale)
        && (unit == nil || unit == finding.number)
    }
  }

  /// A term that must not be used.
  public struct Term: Hashable, Sendable {
    /// The locale; `nil` for all.
    public var locale: LocaleTag?
    /// The term, as whole words in any case.
    public var term: String
    /// What to write instead.
    public var use: String?
  }

  /// The severities that were set; `nil` switches a check off.
  var switches: [Scope: Diagnostic.Severity?] = [:]
  /// The findings that are right as they are.
  public var suppressions: [Suppression] = []
  /// The terms that must not be used.
  public var terms: [Term] = []

  /// Settings that change nothing.
  public init() {}

  /// The severity of a check in a locale; `nil` if it is switched off.
  func severity(of check: TranslationCheck, in locale: LocaleTag) -> Diagnostic.Severity? {
    if switches.isEmpty { return check.severity }
    if let own = switches[Scope(check: check, locale: locale)] { return own }
    if let all = switches[Scope(check: check, locale: nil)] { return all }
    return check.severity
  }
}
