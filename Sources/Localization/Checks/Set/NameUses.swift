/// What one locale does with the names of the source: which texts keep each, and where it writes one
/// in small letters or capitals alone.
struct NameUses: Sendable {
  /// A name that a text keeps as it is.
  struct Kept: Hashable {
    /// The digest of the name.
    var name: UInt64
    /// The text: one that comes again may be read once or each time, and counts once.
    var text: SettledPairs.Key
  }

  private var kept: [Kept] = []
  /// The findings by the digests of the names.
  private(set) var findings: [(name: UInt64, finding: TranslationFinding)] = []

  init() {}

  init(kept: [Kept], findings: [(UInt64, TranslationFinding)]) {
    self.kept = kept
    self.findings = findings.map { (name: $0.0, finding: $0.1) }
  }

  /// Takes what another page gave.
  mutating func append(_ other: NameUses) {
    kept += other.kept
    findings += other.findings
  }

  /// The findings on names that the locale mostly keeps.
  ///
  /// - Parameter sharesLetters: Whether the language has Latin letters: a word in small letters may
  ///   be one of its own, so it must be kept far more often.
  /// - Returns: Those that count.
  func settled(sharesLetters: Bool) -> [TranslationFinding] {
    guard !findings.isEmpty else { return [] }
    var changed: [UInt64: Int] = [:]
    for one in findings { changed[one.name, default: 0] += 1 }
    let texts = Set(kept.filter { changed[$0.name] != nil })
    let counts = texts.reduce(into: [:]) { $0[$1.name, default: 0] += 1 }
    return findings.filter { one in
      let times = sharesLetters ? 3 : 1
      return counts[one.name, default: 0] > max(1, times * changed[one.name, default: 0])
    }.map(\.finding)
  }
}
