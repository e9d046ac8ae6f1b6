import Model

/// What the audits of several snapshots say of the one file of exceptions.
struct PartedProblems {
  private var parts: [(name: String, problems: [Diagnostic])] = []
  /// Where the exceptions stand that name a subject of some snapshot, and those that it needs.
  private var matched: Set<SourceLocation> = []
  private var needed: Set<SourceLocation> = []

  /// Adds what one audit says, and what became of the exceptions in it.
  mutating func add(
    _ problems: [Diagnostic], _ exceptions: [RegisteredException], of snapshot: String
  ) {
    parts.append((snapshot, problems))
    for entry in exceptions where entry.matched > 0 {
      matched.insert(entry.exception.location)
      if entry.open > 0 { needed.insert(entry.exception.location) }
    }
  }

  /// Each problem once; one that not all snapshots have names those that have it.
  ///
  /// What only one audit by itself could not know is no news: that an exception is for another
  /// environment (one for none of them is an error of the whole), that it has its subject in another
  /// snapshot, and that another one needs it.
  var merged: [Diagnostic] {
    var names: [Diagnostic: [String]] = [:]
    var order: [Diagnostic] = []
    for part in parts {
      for problem in part.problems.map(alike) where !isSettled(problem) {
        if names[problem] == nil { order.append(problem) }
        names[problem, default: []].append(part.name)
      }
    }
    return order.map { problem in
      let snapshots = names[problem] ?? []
      var named = problem
      if problem.code == "exception.unmatched" { named.suggestion = advice(on: problem) }
      guard snapshots.count < parts.count else { return named }
      named.message += " (\(snapshots.joined(separator: ", ")))"
      return named
    }
  }

  private func isSettled(_ problem: Diagnostic) -> Bool {
    switch problem.code {
    case "exception.environment": problem.severity == .note
    case "exception.unmatched": matched.contains(problem.location)
    case "exception.unused": needed.contains(problem.location)
    default: false
    }
  }

  /// The problem without what was probably meant, which differs from snapshot to snapshot.
  private func alike(_ problem: Diagnostic) -> Diagnostic {
    guard problem.code == "exception.unmatched" else { return problem }
    var alike = problem
    alike.suggestion = nil
    return alike
  }

  /// What the first snapshot that has something like it takes to be meant.
  private func advice(on problem: Diagnostic) -> String? {
    parts.lazy.flatMap(\.problems)
      .first { $0.location == problem.location && $0.code == problem.code && $0.suggestion != nil }?
      .suggestion
  }
}
