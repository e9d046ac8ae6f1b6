import Model

/// What the audits of several snapshots say of the one file of exceptions.
struct PartedProblems {
  private var parts: [(name: String, problems: [Diagnostic])] = []

  /// Adds what one audit says.
  mutating func add(_ problems: [Diagnostic], of snapshot: String) {
    parts.append((snapshot, problems))
  }

  /// Each problem once; one that not all snapshots have names those that have it.
  ///
  /// That an exception is for another environment is no news where all of them are audited: one for
  /// none of them is an error of the whole.
  var merged: [Diagnostic] {
    var names: [Diagnostic: [String]] = [:]
    var order: [Diagnostic] = []
    for part in parts {
      for problem in part.problems
      where problem.severity > .note || problem.code != "exception.environment" {
        if names[problem] == nil { order.append(problem) }
        names[problem, default: []].append(part.name)
      }
    }
    return order.map { problem in
      let snapshots = names[problem] ?? []
      guard snapshots.count < parts.count else { return problem }
      var named = problem
      named.message += " (\(snapshots.joined(separator: ", ")))"
      return named
    }
  }
}
