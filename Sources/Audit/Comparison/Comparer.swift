public import Model

/// Compares two runs and names the cause of each difference.
///
/// Fed with the findings of the later run one by one, so that they need not lie in memory together.
public struct Comparer {
  private let before: RecordedRun
  private let causes: CauseFinder
  private var left: [String: RecordedFinding]
  /// What was open before the earlier run and neither run is known to have.
  private var gone: Set<String>
  private var found: [ComparedFinding] = []
  private let sampledRules: Set<String>

  /// Begins a comparison of an earlier run with one whose facts are known.
  ///
  /// `sampledRules` are those whose findings of the later run will not all be visited.
  public init(_ before: RecordedRun, _ after: RunFacts, sampledRules: Set<String> = []) {
    self.sampledRules = sampledRules
    self.before = before
    causes = CauseFinder(before: before.facts, after: after)
    left = Dictionary(
      before.findings.map { ($0.fingerprint, $0) }, uniquingKeysWith: { $1 })
    gone = Set(before.gone)
  }

  /// Takes the next finding of the later run.
  ///
  /// - Parameters:
  ///   - fingerprint: Its identity.
  ///   - outcome: Its outcome.
  ///   - record: Makes the whole of it; called only if the finding is open in one of the runs. It
  ///     is told whether the earlier run knows it to have been open.
  public mutating func visit(
    _ fingerprint: String, _ outcome: Outcome, record: (_ wasOpen: Bool) -> RecordedFinding
  ) {
    let before = left.removeValue(forKey: fingerprint)
    let wasOpen = before?.outcome.isOpen ?? false
    let wasEverOpen = gone.remove(fingerprint) != nil || before?.wasOpen == true
    guard outcome.isOpen || wasOpen else { return }
    let after = record(wasEverOpen)
    let change: FindingChange
    if !outcome.isOpen {
      change = .resolved
    } else if wasOpen {
      change = before.map { Self.isSame($0, after) } == true ? .persisting : .changed
    } else {
      change = wasEverOpen ? .reopened : .new
    }
    let reasons =
      change == .persisting
      ? []
      : before.map { causes.ofChange($0, after) }
        ?? causes.ofAppearance(after, isSampled: self.before.sampledRules.contains(after.rule))
    found.append(ComparedFinding(change, reasons, after: after, before: before))
  }

  /// The comparison, when all findings of the later run were taken.
  public func finish() -> Comparison {
    let missing = before.findings.filter { left[$0.fingerprint] != nil }
    let resolved = missing.filter(\.outcome.isOpen).map {
      ComparedFinding(
        .resolved, causes.ofAppearance($0, isSampled: sampledRules.contains($0.rule)),
        after: nil, before: $0)
    }
    let remembered =
      missing.filter(\.wasOpen).map(\.fingerprint) + before.gone.filter(gone.contains)
    return Comparison(
      before: before, after: causes.after, findings: found + resolved,
      gone: Array(remembered.prefix(RecordedRun.goneLimit)))
  }

  private static func isSame(_ before: RecordedFinding, _ after: RecordedFinding) -> Bool {
    before.outcome == after.outcome && before.severity == after.severity
      && before.reason == after.reason
  }
}
