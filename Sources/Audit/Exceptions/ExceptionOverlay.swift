public import Model

extension AuditResult {
  /// The same result with the exceptions of a file laid over it.
  ///
  /// An exception covers fails and unknowns; the first one of the file that is in force counts.
  /// Whether it is in force is judged at the audit's clock: the as-of time, else the time of
  /// collection. Complexity: linear in the subjects of the rules that exceptions name.
  public func applying(_ file: ExceptionFile) -> AuditResult {
    let now = AuditClock(asOf: asOf, snapshot).now
    let environment = snapshot.environment?.text(.instanceId)
    var overlay = ExceptionOverlay(
      file: file,
      standings: file.entries.map {
        $0.exception.isFor(environment) ? $0.exception.standing(at: now) : .elsewhere
      })
    for (position, rule) in rules.enumerated() {
      overlay.visit(rule) { subject(rule: position, subject: $0) }
    }
    let register = ExceptionRegister(
      path: file.path, sha256: file.sha256, timeZone: file.timeZone,
      broadAbove: file.broadAbove, judgedAt: now.map { Instant(microseconds: $0.latest) },
      entries: overlay.entries(of: rules.map(\.rule), at: now))
    return accepting(register, overlay.accepted)
  }
}

extension GrantedException {
  /// Whether it counts at a time; where the time isn't known exactly, only if it surely does.
  fileprivate func standing(at now: TimeSpan?) -> ExceptionStanding {
    guard let now else { return .undecided }
    if now.latest >= end.microseconds { return .expired }
    return now.earliest < start.microseconds ? .notYet : .inForce
  }
}

/// Finds out which exception covers which verdict.
private struct ExceptionOverlay {
  let file: ExceptionFile
  let standings: [ExceptionStanding]
  /// For each visited rule, the exception by the position of the verdict.
  private(set) var accepted: [[Int: Int]] = []
  private var matched: [Int]
  private var open: [Int]
  private var covered: [Int]

  init(file: ExceptionFile, standings: [ExceptionStanding]) {
    self.file = file
    self.standings = standings
    matched = Array(repeating: 0, count: standings.count)
    open = matched
    covered = matched
  }

  /// Looks at all subjects of the next rule.
  mutating func visit(_ rule: RuleResult, subject: (Int) -> Subject) {
    var found: [Int: Int] = [:]
    defer { accepted.append(found) }
    let relevant = file.entries.indices.filter {
      standings[$0] != .elsewhere && file.entries[$0].rules.contains(rule.rule)
    }
    guard !relevant.isEmpty else { return }
    var exact: [SubjectName: [Int]] = [:]
    var patterns: [Int] = []
    for entry in relevant {
      if let name = file.entries[entry].subjects.exact {
        exact[name, default: []].append(entry)
      } else {
        patterns.append(entry)
      }
    }
    for position in rule.verdicts.indices {
      let subject = subject(position)
      let matching =
        (exact[SubjectName(kind: subject.kind, id: subject.id), default: []] + patterns)
        .filter { file.entries[$0].subjects.matches(subject) }
      guard !matching.isEmpty else { continue }
      let isOpen = rule.verdicts[position].outcome.isOpen
      for entry in matching {
        matched[entry] += 1
        if isOpen { open[entry] += 1 }
      }
      guard isOpen, let first = matching.filter({ standings[$0] == .inForce }).min() else {
        continue
      }
      found[position] = first
      covered[first] += 1
    }
  }

  /// What became of each exception, when all rules have been visited.
  func entries(of rules: [RuleDescription], at now: TimeSpan?) -> [RegisteredException] {
    let run = Set(rules.map(\.id))
    return file.entries.indices.map { position in
      let entry = file.entries[position]
      return RegisteredException(
        entry.exception, standings[position], matched: matched[position], open: open[position],
        accepted: covered[position],
        remarks: remarks(position, isRun: entry.rules.isWithin(run), now))
    }
  }

  private func remarks(_ position: Int, isRun: Bool, _ now: TimeSpan?) -> [ExceptionRemark] {
    // What is to be looked at is told where the exception counts.
    guard standings[position] != .elsewhere else { return [] }
    let exception = file.entries[position].exception
    var remarks: [ExceptionRemark] = []
    if standings[position] == .inForce, let now {
      let today = file.days.day(of: Instant(microseconds: now.latest))
      let left = exception.expires.daysSince1970 - today.daysSince1970
      if let days = ExceptionRemark.spans.first(where: { left <= $0 }) {
        remarks.append(.expiring(days: days))
      }
    }
    if standings[position] != .expired {
      if matched[position] == 0 {
        remarks.append(isRun ? .unmatched : .notRun)
      } else if open[position] == 0 {
        remarks.append(.unused)
      }
    }
    if exception.isPattern, matched[position] > file.broadAbove { remarks.append(.broad) }
    switch exception.isSelfApproved {
    case true?: remarks.append(.selfApproved)
    case nil: remarks.append(.withoutRequester)
    case false?: break
    }
    if exception.ticket == nil { remarks.append(.withoutTicket) }
    return remarks
  }
}
