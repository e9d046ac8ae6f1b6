/// What one locale does with the names of the source: how often it keeps each, and where it writes
/// one in small letters or capitals alone.
struct NameUses: Sendable {
  /// How often each name is kept, by digests.
  private(set) var kept: [UInt64: Int] = [:]
  /// The findings by the digests of the names.
  private(set) var findings: [(name: UInt64, finding: TranslationFinding)] = []

  init() {}

  init(kept: [UInt64: Int], findings: [(UInt64, TranslationFinding)]) {
    self.kept = kept
    self.findings = findings.map { (name: $0.0, finding: $0.1) }
  }

  /// Takes what another page gave.
  mutating func append(_ other: NameUses) {
    kept.merge(other.kept, uniquingKeysWith: +)
    findings += other.findings
  }

  /// The findings on names that the locale mostly keeps.
  ///
  /// - Parameter sharesLetters: Whether the language has Latin letters: a word in small letters may
  ///   be one of its own, so it must be kept far more often.
  /// - Returns: Those that count.
  func settled(sharesLetters: Bool) -> [TranslationFinding] {
    var changed: [UInt64: Int] = [:]
    for one in findings { changed[one.name, default: 0] += 1 }
    return findings.filter { one in
      let times = sharesLetters ? 3 : 1
      return kept[one.name, default: 0] > max(1, times * changed[one.name, default: 0])
    }.map(\.finding)
  }
}
