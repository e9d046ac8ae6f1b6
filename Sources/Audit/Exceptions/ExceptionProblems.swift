public import Model

extension AuditResult {
  /// What is to be said about the exceptions: errors for those that match nothing, warnings for
  /// those that need a reviewer.
  public var exceptionProblems: [Diagnostic] {
    (exceptions?.entries ?? []).flatMap { entry in
      ([expiry(of: entry)] + entry.remarks.map { problem($0, entry) }).compactMap { $0 }
    }
  }

  /// Whether an exception matches nothing: exit status 5.
  public var hasUnmatchedExceptions: Bool {
    exceptions?.entries.contains { $0.remarks.contains(.unmatched) } ?? false
  }

  private func expiry(of entry: RegisteredException) -> Diagnostic? {
    let exception = entry.exception
    func warning(_ code: String, _ message: String, _ suggestion: String?) -> Diagnostic {
      Diagnostic(
        .warning, "exception.\(code)", at: exception.location, message, suggestion: suggestion)
    }
    switch entry.standing {
    case .inForce: return nil
    case .expired:
      return warning(
        "expired", "the exception ended with \(exception.expires), so it is not applied",
        entry.open > 0 ? "mend what it covered or decide again" : "take it out")
    case .notYet:
      return warning(
        "not-yet", "the exception begins with \(exception.created), so it is not applied yet", nil)
    case .undecided:
      return warning(
        "no-clock", "no time is known to judge the exception at, so it is not applied",
        "give --as-of")
    case .elsewhere:
      let named = exception.environment ?? ""
      guard let own = snapshot.environment?.text(.instanceId) else {
        return warning(
          "environment",
          "the snapshot doesn't tell its environment, so the exception for '\(named)' is not applied",
          "collect the id of the environment too")
      }
      return Diagnostic(
        .note, "exception.environment", at: exception.location,
        "the exception is for the environment '\(named)', not for '\(masked(own))'")
    }
  }

  private func problem(
    _ remark: ExceptionRemark, _ entry: RegisteredException
  ) -> Diagnostic? {
    let exception = entry.exception
    let name = "\(exception.rule) of \(exception.subject)"
    let (severity, message, suggestion): (Diagnostic.Severity, String, String?) =
      switch remark {
      case .expiring(let days):
        (.note, "\(name) ends within \(days) days, with \(exception.expires)", nil)
      case .unused:
        (.warning, "\(name) has nothing to accept: no fail and no unknown", "take it out")
      case .unmatched: (.error, "\(name) matches nothing", nearest(to: exception))
      case .notRun:
        (.note, "\(name) matches nothing, but not all of its rules were in this run", nil)
      case .broad:
        (
          .warning, "\(name) matches \(entry.matched) \(exception.counted)",
          "name \(exception.patterns) one by one; broadAbove allows "
            + "\(exceptions?.broadAbove ?? 0)"
        )
      case .selfApproved:
        (.warning, "\(exception.approver) asked for \(name) and granted it", nil)
      case .withoutRequester: (.note, "nobody is named who asked for \(name)", nil)
      case .withoutTicket: (.warning, "no ticket documents \(name)", nil)
      }
    return Diagnostic(
      severity, "exception.\(remark.code)", at: exception.location, message,
      suggestion: suggestion)
  }

  /// The subject that was probably meant.
  private func nearest(to exception: GrantedException) -> String? {
    let run = rules.map(\.rule)
    guard !exception.namesManySubjects,
      let rules = try? RuleSelection(exception.rule, further: run.filter { $0.group == .custom })
    else { return nil }
    var names: [String] = []
    for (position, rule) in self.rules.enumerated() where rules.contains(rule.rule) {
      // A suggestion isn't worth looking through millions of ids.
      for index in rule.verdicts.indices.prefix(20_000) {
        let subject = subject(rule: position, subject: index)
        names.append("\(subject.kind.rawValue):\(subject.id)")
      }
    }
    return Suggestion.nearest(to: exception.subject, among: names)
      .map { "did you mean '\(masked($0))'?" }
  }
}

extension GrantedException {
  /// What it may match many of: by several rules a subject has several outcomes.
  fileprivate var counted: String { namesManyRules ? "outcomes" : "subjects" }

  /// What it names by a pattern.
  fileprivate var patterns: String {
    guard namesManyRules else { return "them" }
    return namesManySubjects ? "rules and subjects" : "the rules"
  }
}

extension ExceptionRemark {
  /// The name in diagnostics.
  fileprivate var code: String {
    switch self {
    case .expiring: "expiring"
    case .unused: "unused"
    case .unmatched: "unmatched"
    case .notRun: "not-run"
    case .broad: "broad"
    case .selfApproved: "self-approved"
    case .withoutRequester: "no-requester"
    case .withoutTicket: "no-ticket"
    }
  }
}
