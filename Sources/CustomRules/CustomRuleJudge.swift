public import Audit
public import Model
import SQLite

/// Judges a snapshot by rules that are queries.
public enum CustomRuleJudge {
  /// What judging gave.
  public struct Judgement: Sendable {
    /// The rules in the given order; empty if one of them can't be judged.
    public let rules: [JudgedRule]
    /// What is wrong with them.
    public let diagnostics: [Diagnostic]
  }

  /// How many steps of SQLite's machine a query may take, unless it asks for more: 200 million, and
  /// 100 for each record of the snapshot.
  ///
  /// Depends on the data alone, so that a query ends the same way everywhere. A query that goes
  /// through a million records with joins, sums and windows takes 10 to 90 steps a record; one
  /// without an end is stopped after some seconds (about 12 ns a step).
  public static func stepLimit(_ snapshot: Snapshot) -> Int {
    let records = Section.allCases.reduce(0) { $0 + snapshot.count($1) }
    return 200_000_000 + 100 * records
  }

  /// How many rows a query may give about some number of subjects: enough to be told of doubled ones,
  /// too few to fill the memory.
  public static func rowLimit(subjects: Int) -> Int { 2 * subjects + 1_000 }

  /// Judges by the rules, one after the other.
  ///
  /// A subject with exactly one row has the outcome of that row; with none or several it is
  /// *unknown*.
  public static func judge(_ rules: [CustomRule], _ context: AuditContext) -> Judgement {
    guard !rules.isEmpty else { return Judgement(rules: [], diagnostics: []) }
    var judged: [JudgedRule] = []
    var problems: [Diagnostic] = []
    do {
      let database = try SnapshotDatabase(context)
      for rule in rules {
        var run = CustomRuleRun(rule, context)
        if let result = run.judge(database) { judged.append(result) }
        problems += run.problems
      }
    } catch {
      problems.report(
        .error, "rule.database", at: SourceLocation(path: rules[0].path), error.message)
    }
    let isSound = !problems.contains { $0.severity == .error }
    return Judgement(rules: isSound ? judged : [], diagnostics: problems)
  }
}
