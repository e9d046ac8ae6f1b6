import Concurrency
import Model

/// Counts what became of each record: the tables on one side, the verdicts on the other.
struct Reconciler {
  let context: AuditContext
  let rules: [RuleRun]
  /// The verdicts of each rule on its subjects, without that on a missing population.
  let verdicts: [[Verdict]]

  private var snapshot: Snapshot { context.snapshot }

  func reconcile(threads: Int) -> Reconciliation {
    Reconciliation(
      sections: Section.allCases.concurrentMap(width: threads, balance).compactMap(\.self),
      rules: zip(rules, verdicts).map { rule, verdicts in
        let missing = rule.missingPopulation == nil ? 0 : 1
        return RuleBalance(
          rule: rule.description.id,
          subjects: rule.population.subjectCount(context) + missing,
          outcomes: verdicts.count + missing)
      })
  }

  /// What a record came to, the weakest first.
  private enum Standing {
    static let untouched: UInt8 = 0
    static let notApplicable: UInt8 = 1
    static let unknown: UInt8 = 2
    static let evaluated: UInt8 = 3
    static let rejected: UInt8 = 4

    static func of(_ outcome: Outcome) -> UInt8 {
      switch outcome {
      case .pass, .fail, .accepted: evaluated
      case .unknown: unknown
      case .notApplicable: notApplicable
      }
    }
  }

  private func balance(_ section: Section) -> SectionBalance? {
    var balance = SectionBalance(section)
    state(&balance)
    balance.read = snapshot.count(section)
    guard context.coverage.isPresent(section) || !balance.sources.isEmpty else { return nil }
    balance.file = snapshot.files.first { $0.section == section }
    count(&balance)
    measure(&balance)
    return balance
  }

  /// What the collector says of the section.
  private func state(_ balance: inout SectionBalance) {
    guard let list = snapshot.rows(CollectionRecord.self).first?[.sources].known else { return }
    for index in 0..<list.count {
      func text(_ name: String) -> String? {
        list.field(index, name, Identifier.self).known.map(snapshot.text)
      }
      guard text("section") == balance.section.name else { continue }
      balance.sources.append(
        SectionBalance.SourceClaim(
          address: text("uri"), sha256: text("sha256"),
          recordCount: list.field(index, "recordCount", Int.self).known))
    }
    let counts = balance.sources.compactMap(\.recordCount)
    guard !counts.isEmpty, counts.count == balance.sources.count else { return }
    balance.stated = counts.reduce(0) { $0.addingReportingOverflow($1).partialValue }
  }

  /// Puts each record into one of the four counts.
  private func count(_ balance: inout SectionBalance) {
    let section = balance.section
    var standings = [UInt8](repeating: Standing.untouched, count: balance.read)
    var isJudged = false
    for (rule, verdicts) in zip(rules, verdicts) {
      rule.subjects.forEachRow(of: section) { position, row in
        isJudged = true
        guard verdicts.indices.contains(position) else { return }
        standings[row] = max(standings[row], Standing.of(verdicts[position].outcome))
      }
    }
    for group in context.index.duplicates.groups(in: section) {
      for row in group.rows.dropFirst() { standings[Int(row)] = standings[Int(group.rows[0])] }
      balance.repeated += group.rows.count - 1
    }
    markRejected(section, &standings)
    for standing in standings {
      switch standing {
      case Standing.evaluated: balance.evaluated += 1
      case Standing.unknown: balance.unknown += 1
      case Standing.rejected: balance.rejected += 1
      case Standing.notApplicable: balance.notApplicable += 1
      // Nobody asked; where somebody did, a record without a verdict is missing from the sum.
      default: if !isJudged { balance.notApplicable += 1 }
      }
    }
  }

  /// A value that is no object is a row whose first cell alone says so.
  private func markRejected(_ section: Section, _ standings: inout [UInt8]) {
    let columns = snapshot.table(section).columns
    guard let first = columns.first else { return }
    for row in standings.indices where first.mark(row).state == .malformed {
      if columns.dropFirst().allSatisfy({ $0.mark(row).state == .absent }) {
        standings[row] = Standing.rejected
      }
    }
  }

  /// The control totals and the period of the records.
  private func measure(_ balance: inout SectionBalance) {
    let table = snapshot.table(balance.section)
    for (field, column) in zip(table.shape.fields, table.columns) {
      switch field.kind {
      case .count where field.name != "version": add(field.name, column, to: &balance)
      case .instant: addTimes(column, to: &balance)
      default: break
      }
    }
  }

  private func add(_ field: String, _ column: Column, to balance: inout SectionBalance) {
    var sum = 0
    var count = 0
    for row in 0..<column.count {
      let value: Field<Int> = column.field(row)
      guard let known = value.known else { continue }
      let (total, isOver) = sum.addingReportingOverflow(known)
      sum = isOver ? .max : total
      count += 1
    }
    balance.totals.append(.init(field: field, sum: sum, count: count))
  }

  private func addTimes(_ column: Column, to balance: inout SectionBalance) {
    for row in 0..<column.count {
      let value: Field<Instant> = column.field(row)
      guard let time = value.known else { continue }
      if balance.first.map({ time.microseconds < $0.microseconds }) ?? true { balance.first = time }
      if balance.last.map({ time.microseconds > $0.microseconds }) ?? true { balance.last = time }
    }
  }
}

extension Population {
  /// How many subjects there must be, counted in the tables.
  package func subjectCount(_ context: AuditContext) -> Int {
    func distinct(_ section: Section) -> Int {
      let repeated = context.index.duplicates.groups(in: section).reduce(0) {
        $0 + $1.rows.count - 1
      }
      return context.snapshot.count(section) - repeated
    }
    switch self {
    case .rows(let sections): return sections.reduce(0) { $0 + distinct($1) }
    case .records: return Section.allCases.reduce(0) { $0 + distinct($1) }
    case .sections: return Section.allCases.count
    case .identifiers:
      return Section.allCases.filter { $0.shape.keyField != nil }.reduce(0) { sum, section in
        let nameless = context.snapshot.keys(of: section).count { $0 == nil }
        return sum + distinct(section) - nameless
      }
    }
  }
}
