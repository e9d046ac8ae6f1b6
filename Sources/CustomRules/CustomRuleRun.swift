import Audit
import Model
import SQLite

/// One query at work on one snapshot.
struct CustomRuleRun {
  let rule: CustomRule
  let context: AuditContext
  private(set) var problems: [Diagnostic] = []

  /// What a row says about its subject.
  private struct Row: Sendable {
    let outcome: Outcome
    let severity: FindingSeverity
    let reason: String?
    let values: [String]
  }

  /// Where the columns with a meaning stand.
  private struct Columns {
    let subject: Int
    let outcome: Int
    let reason: Int?
    let severity: Int?
    let names: [String]

    var others: [Int] {
      names.indices.filter { ![subject, outcome, reason, severity].contains($0) }
    }
  }

  init(_ rule: CustomRule, _ context: AuditContext) {
    self.rule = rule
    self.context = context
  }

  private var population: Population { .rows([rule.section]) }

  /// The result; `nil` if the query can't be run or gives something else than results.
  mutating func judge(_ database: SnapshotDatabase) -> JudgedRule? {
    let list = SubjectList(population, context.index)
    let names = SnapshotRows(context: context)
    let subjects = list.records(0..<list.count).map {
      (name: names.subject($0.section, $0.row), record: $0)
    }
    do {
      let statement = try database.prepare(
        rule.text, steps: rule.steps ?? CustomRuleJudge.stepLimit(context.snapshot))
      guard let columns = columns(statement.columns),
        let rows = try rows(statement, columns, Set(subjects.map(\.name)))
      else { return nil }
      return result(subjects, rows, database.readSections)
    } catch {
      report(error)
      return nil
    }
  }

  private mutating func report(_ error: SQLiteError) {
    let code =
      switch error.reason {
      case .statement: "rule.sql"
      case .forbidden: "rule.forbidden"
      case .steps: "rule.budget"
      case .running: "rule.failed"
      }
    problems.report(
      .error, code, at: rule.location(error.offset), error.message,
      suggestion: suggestion(error))
  }

  private func suggestion(_ error: SQLiteError) -> String? {
    switch error.reason {
    case .forbidden: "a rule is one SELECT; docs/custom-rules.md lists what it may use"
    case .steps:
      SQLiteError.adviceOnSteps + "; 'steps: N' in the comment allows more"
    case .statement, .running: error.suggestion
    }
  }

  private mutating func report(_ code: String, _ message: String, _ suggestion: String?) {
    problems.report(.error, "rule.\(code)", at: rule.location(nil), message, suggestion: suggestion)
  }

  private mutating func columns(_ names: [String]) -> Columns? {
    let lower = names.map { $0.lowercased() }
    guard let subject = lower.firstIndex(of: "subject"),
      let outcome = lower.firstIndex(of: "outcome"), Set(lower).count == lower.count
    else {
      report(
        "columns", "the query gives the columns \(names.joined(separator: ", "))",
        "it needs 'subject' and 'outcome', may have 'reason' and 'severity', and each name once")
      return nil
    }
    return Columns(
      subject: subject, outcome: outcome, reason: lower.firstIndex(of: "reason"),
      severity: lower.firstIndex(of: "severity"), names: names)
  }

  private mutating func rows(
    _ statement: Statement, _ columns: Columns, _ subjects: Set<String>
  ) throws(SQLiteError) -> [String: [Row]]? {
    var rows: [String: [Row]] = [:]
    var strange: [String] = []
    let most = context.snapshot.count(rule.section)
    let limit = CustomRuleJudge.rowLimit(subjects: most)
    var count = 0
    statement.start()
    while let values = try statement.next() {
      count += 1
      guard count <= limit else {
        report(
          "budget",
          "the query gives more than \(limit) rows; \(rule.section.name) has "
            + (most == 1 ? "1 subject" : "\(most) subjects"),
          "give exactly one row for each subject; a join may lack its condition")
        return nil
      }
      let subject = values[columns.subject].description
      guard subjects.contains(subject) else {
        strange.append(subject)
        continue
      }
      guard let row = row(values, columns) else { return nil }
      // More rows than two change nothing any more.
      if rows[subject, default: []].count < 2 { rows[subject, default: []].append(row) }
    }
    if let first = strange.first {
      report(
        "subject",
        "the query gives '\(context.secrets.printable(first))', which is none of the "
          + "\(rule.section.name)"
          + (strange.count > 1 ? " (and \(strange.count - 1) more such rows)" : ""),
        "give the column _subject of \(rule.section.name)")
      return nil
    }
    let doubled = Set(rows.lazy.filter { $0.value.count > 1 }.map(\.key))
    if !doubled.isEmpty { reportSeveralRows(doubled) }
    return rows
  }

  /// Tells of subjects with several rows: because the snapshot has several records of them, or because
  /// of the query.
  private mutating func reportSeveralRows(_ subjects: Set<String>) {
    let names = SnapshotRows(context: context)
    var counts: [String: Int] = [:]
    for row in 0..<context.snapshot.count(rule.section) {
      let name = names.subject(rule.section, row)
      if subjects.contains(name) { counts[name, default: 0] += 1 }
    }
    let repeated = subjects.filter { counts[$0, default: 0] > 1 }
    func warn(_ message: String, _ suggestion: String) {
      problems.report(
        .warning, "rule.rows", at: rule.location(nil), message, suggestion: suggestion)
    }
    if let first = repeated.min() {
      let more = repeated.count > 1 ? " (and \(repeated.count - 1) more)" : ""
      warn(
        "\(rule.section.name) has several records with the id "
          + "'\(context.secrets.printable(first))'\(more), so the query gives several rows for it, "
          + "and it is unknown",
        "keep one of the records; DQ-02 tells where they stand")
    }
    let others = subjects.count - repeated.count
    guard others > 0 else { return }
    warn(
      others == 1
        ? "the query gives several rows for 1 subject, which is unknown therefore"
        : "the query gives several rows for \(others) subjects, which are unknown therefore",
      "give exactly one row for each subject")
  }

  private mutating func row(_ values: [SQLiteValue], _ columns: Columns) -> Row? {
    let word = values[columns.outcome].description
    let outcomes: [Outcome] = [.pass, .fail, .unknown, .notApplicable]
    guard let outcome = word.isEmpty ? .unknown : outcomes.first(where: { "\($0)" == word }) else {
      report(
        "outcome", "'\(context.secrets.printable(word))' is no outcome",
        "known are \(outcomes.map { "\($0)" }.joined(separator: ", "))")
      return nil
    }
    var severity = rule.description.severity
    if let column = columns.severity, values[column] != .null {
      guard let given = FindingSeverity(name: values[column].description) else {
        report(
          "severity", "'\(context.secrets.printable(values[column].description))' is no severity",
          "known are \(FindingSeverity.allCases.map { "\($0)" }.joined(separator: ", "))")
        return nil
      }
      severity = given
    }
    let reason = columns.reason.map { values[$0].description } ?? ""
    return Row(
      outcome: outcome, severity: severity, reason: reason.isEmpty ? nil : reason,
      values: columns.others.map { "\(columns.names[$0]) = \(values[$0].shown)" })
  }

  private func result(
    _ subjects: [(name: String, record: SubjectRecord)], _ rows: [String: [Row]],
    _ readSections: [Section]
  ) -> JudgedRule {
    let description = rule.description.reading(readSections)
    let section = rule.section
    let snapshot = context.snapshot
    let isIncomplete = !context.coverage.isComplete(section)
    let isPresent = context.coverage.isPresent(section)
    @Sendable func evaluation(_ position: Int) -> Evaluation {
      guard position < subjects.count else {
        let key = (isPresent ? PopulationReason.incomplete : .absent).key
        return Evaluation(
          .unknown, description.severity,
          reason: Message(key, ["sections": .list([.code(section.name)])]))
      }
      let found = rows[subjects[position].name] ?? []
      guard found.count == 1, let row = found.first else {
        let key = found.isEmpty ? "no-row" : "several-rows"
        return Evaluation(
          .unknown, description.severity, reason: Message("reason.custom.\(key)"))
      }
      let reason: Message? =
        row.reason.map { Message("reason.custom.row", ["text": .text($0)]) }
        ?? (row.outcome == .pass ? nil : Message("reason.custom.no-reason"))
      return Evaluation(
        row.outcome, row.severity, reason: reason,
        evidence: row.values.map { Evidence("evidence.custom.value", .code($0)) })
    }
    @Sendable func subject(_ position: Int) -> Subject {
      guard position < subjects.count else { return Subject(.section, id: section.name) }
      return Subject(
        subjects[position].record, kind: description.subject, isQualified: false, snapshot)
    }
    @Sendable func finding(_ position: Int) -> Finding {
      let subject = subject(position)
      let evaluation = evaluation(position)
      return Finding(
        rule: description.id, subject: subject, evaluation: evaluation,
        originalOutcome: evaluation.outcome,
        fingerprint: subject.fingerprint(under: description.id),
        owner: subject.record.flatMap { snapshot.text(of: $0, "ownerPrincipalId") })
    }
    let positions = 0..<(subjects.count + (isIncomplete ? 1 : 0))
    let verdicts = positions.map { position in
      let evaluation = evaluation(position)
      return RuleResult.Verdict(evaluation.outcome, evaluation.severity)
    }
    return JudgedRule(
      result: RuleResult(
        rule: description, verdicts: verdicts, isPopulationUnknown: isIncomplete),
      balance: RuleBalance(
        rule: description.id, subjects: population.subjectCount(context) + (isIncomplete ? 1 : 0),
        outcomes: verdicts.count),
      subject: { subject($0) }, finding: { finding($0) })
  }
}

extension SQLiteValue {
  /// The value as evidence shows it.
  fileprivate var shown: String { self == .null ? "NULL" : description }
}

extension CustomRule {
  /// The place of a byte of the file; without one, of the query.
  func location(_ offset: Int?) -> SourceLocation {
    let bytes = Array(text.utf8)
    let target =
      offset ?? text.firstRange(of: query).map {
        text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
      } ?? 0
    var line = 1
    var start = 0
    for index in 0..<min(target, bytes.count) where bytes[index] == 0x0A {
      line += 1
      start = index + 1
    }
    return SourceLocation(path: path, line: line, column: target - start + 1)
  }
}
