import Model

/// Verdicts that hold for several subjects of a piece of work, by what they depend on.
///
/// Many subjects look alike to a rule: thousands of runs were started by the same person. A memo
/// belongs to one context of one thread.
final class VerdictMemo: @unchecked Sendable {
  private var verdicts: [[Int64]: Verdict] = [:]
  private var verdictsByText: [Identifier: Verdict] = [:]

  /// How many verdicts are kept; what comes later is judged anew.
  private static let limit = 4_096

  subscript(_ key: [Int64]) -> Verdict? {
    get { verdicts[key] }
    set { if verdicts.count < Self.limit { verdicts[key] = newValue } }
  }

  subscript(_ text: Identifier) -> Verdict? {
    get { verdictsByText[text] }
    set { if verdictsByText.count < Self.limit { verdictsByText[text] = newValue } }
  }
}

extension Examination {
  /// The verdict on everything that the key stands for, judged once.
  ///
  /// The key has to hold all that the judgement reads of the subject. It is not asked for where
  /// somebody reads the finding, where a test replaces answers, or where ids name several records.
  mutating func remembering(
    _ key: @autoclosure () -> [Int64]?, _ judge: (inout Self) -> Verdict
  ) -> Verdict {
    guard mayTakeForPlain, let memo = context.memo, let key = key() else { return judge(&self) }
    if let verdict = memo[key] { return verdict }
    let verdict = judge(&self)
    memo[key] = verdict
    return verdict
  }
}

extension Examination {
  /// The verdict on everything that has a text, judged once, as ``remembering(_:_:)`` does.
  mutating func remembering(
    text: Identifier?, _ judge: (inout Self) -> Verdict
  ) -> Verdict {
    guard mayTakeForPlain, let memo = context.memo, let text else { return judge(&self) }
    if let verdict = memo[text] { return verdict }
    let verdict = judge(&self)
    memo[text] = verdict
    return verdict
  }
}

extension Field<Identifier> {
  /// The text as part of a key; -1 where there is none.
  var memoKey: Int64 { known.map { Int64($0.index) } ?? -1 }
}
