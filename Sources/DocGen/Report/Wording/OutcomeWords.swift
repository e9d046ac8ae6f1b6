import Model

extension ReportLanguage {
  /// The word for an outcome.
  func word(_ outcome: Outcome) -> String { text("outcome.\(outcome)") }

  /// The word for a severity.
  func word(_ severity: FindingSeverity) -> String { text("severity.\(severity)") }

  /// The word for the truth of a clause.
  func word(_ truth: Truth) -> String { text("truth.\(truth)") }

  /// The word for a kind of subject.
  func word(_ kind: SubjectKind) -> String { text("subject.\(kind.rawValue)") }

  /// The word for a group of rules.
  func word(_ group: RuleGroup) -> String { text("group.\(group.rawValue)") }

  /// The word for a section of the snapshot.
  func word(_ section: Section) -> String { text("section.\(section.name)") }
}
