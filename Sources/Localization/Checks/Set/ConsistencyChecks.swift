import Model

/// The same source with several translations, and several sources with the same translation.
enum ConsistencyChecks {
  /// Texts of fewer letters are often right in several ways.
  private static let minimum: Int32 = 12

  static func findings(_ texts: [TextObservation]) -> [SetFinding] {
    inconsistent(texts) + reused(texts)
  }

  /// One finding for each translation that fewer texts have than another one of the same source.
  private static func inconsistent(_ texts: [TextObservation]) -> [SetFinding] {
    var findings: [SetFinding] = []
    let order = texts.indices.filter { texts[$0].sourceLetters >= minimum }.sorted {
      (texts[$0].source, $0) < (texts[$1].source, $1)
    }
    for group in groups(order, by: { texts[$0].source })
    where group.contains(where: { texts[$0].target != texts[group[0]].target }) {
      var uses: [UInt64: [Int]] = [:]
      for index in group { uses[texts[index].target, default: []].append(index) }
      let variants = uses.values.sorted {
        $0.count != $1.count ? $0.count > $1.count : $0[0] < $1[0]
      }
      for variant in variants.dropFirst() {
        let (own, other) = (texts[variant[0]], texts[variants[0][0]])
        findings.append(
          SetFinding(
            .inconsistent, "differs", page: own.page, pair: own.pair,
            other: (Int(other.page), Int(other.pair))))
      }
    }
    return findings
  }

  private static func reused(_ texts: [TextObservation]) -> [SetFinding] {
    var findings: [SetFinding] = []
    let order = texts.indices.filter { texts[$0].targetLetters >= minimum }.sorted {
      (texts[$0].target, $0) < (texts[$1].target, $1)
    }
    for group in groups(order, by: { texts[$0].target })
    where group.contains(where: { texts[$0].source != texts[group[0]].source }) {
      var uses: [UInt64: [Int]] = [:]
      for index in group { uses[texts[index].source, default: []].append(index) }
      let variants = uses.values.sorted {
        $0.count != $1.count ? $0.count > $1.count : $0[0] < $1[0]
      }
      for variant in variants.dropFirst() {
        let (own, other) = (texts[variant[0]], texts[variants[0][0]])
        findings.append(
          SetFinding(
            .reused, "found", page: own.page, pair: own.pair,
            other: (Int(other.page), Int(other.pair))))
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
