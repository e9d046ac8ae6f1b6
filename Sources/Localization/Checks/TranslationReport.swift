public import Model

/// What the checks of a set of pages found.
public struct TranslationReport: Sendable {
  /// The findings that count, in the order of their places.
  public var findings: [TranslationFinding] = []
  /// The findings that a suppression covers, each with its reason.
  public var suppressed: [(finding: TranslationFinding, reason: String)] = []
  /// What is wrong with the set itself: suppressions that cover nothing, pages without units.
  public var diagnostics: [Diagnostic] = []
  /// How many texts were checked in each locale.
  public var checked: [LocaleTag: Int] = [:]
  /// What labels are called in each locale.
  public var glossaries: [LocaleTag: Glossary] = [:]
}
