import Model

/// The same source with several translations, and several sources with the same translation.
enum ConsistencyChecks {
  /// Texts of fewer letters are often right in several ways.
  private static let minimum: Int32 = 12

  static func findings(_ texts: [TextObservation]) -> [SetFinding] {
    deviations(
      texts, of: \.target, from: \.source, letters: \.sourceLetters, .inconsistent, "differs")
      + deviations(texts, of: \.source, from: \.target, letters: \.targetLetters, .reused, "found")
  }

  /// One finding for each side that fewer texts have than another one with the same other side.
  private static func deviations(
    _ texts: [TextObservation], of side: KeyPath<TextObservation, UInt64>,
    from other: KeyPath<TextObservation, UInt64>, letters: KeyPath<TextObservation, Int32>,
    _ check: TranslationCheck, _ variant: String
  ) -> [SetFinding] {
    var findings: [SetFinding] = []
    let order = texts.indices.filter { texts[$0][keyPath: letters] >= minimum }.sorted {
      (texts[$0][keyPath: other], $0) < (texts[$1][keyPath: other], $1)
    }
    for group in groups(order, by: { texts[$0][keyPath: other] }) {
      var uses: [UInt64: [Int]] = [:]
      for index in group { uses[texts[index][keyPath: side], default: []].append(index) }
      let variants = uses.values.sorted {
        $0.count != $1.count ? $0.count > $1.count : $0[0] < $1[0]
      }
      for deviating in variants.dropFirst() {
        let (own, usual) = (texts[deviating[0]], texts[variants[0][0]])
        findings.append(
          SetFinding(
            check, variant, page: own.page, pair: own.pair,
            other: (Int(usual.page), Int(usual.pair))))
        // Where one stands against one, either may have the translation of the other.
        if check == .reused, group.count == 2 {
          findings.append(
            SetFinding(
              check, variant, page: usual.page, pair: usual.pair,
              other: (Int(own.page), Int(own.pair))))
        }
      }
    }
    return findings
  }

  /// Runs of at least two positions whose keys are equal.
  private static func groups(_ order: [Int], by key: (Int) -> UInt64) -> [ArraySlice<Int>] {
    var groups: [ArraySlice<Int>] = []
    var start = 0
    for index in order.indices {
      let isLast = index + 1 == order.count || key(order[index + 1]) != key(order[index])
      guard isLast else { continue }
      if index > start { groups.append(order[start...index]) }
      start = index + 1
    }
    return groups.map { ArraySlice(Array($0)) }
  }
}
