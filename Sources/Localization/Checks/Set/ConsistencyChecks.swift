import Model

/// The same source with several translations, and several sources with the same translation.
enum ConsistencyChecks {
  /// Texts of fewer letters are often right in several ways.
  private static let minimum: Int32 = 12

  /// A text as one side sees it.
  private struct Use {
    /// The digest of the side that texts have in common.
    let common: UInt64
    /// The digest of the side that may differ.
    let own: UInt64
    /// The position among the texts.
    let index: Int
  }

  static func findings(_ texts: [TextObservation]) -> [SetFinding] {
    let bySource = texts.indices.filter { texts[$0].sourceLetters >= minimum }.map {
      Use(common: texts[$0].source, own: texts[$0].target, index: $0)
    }
    let byTarget = texts.indices.filter { texts[$0].targetLetters >= minimum }.map {
      Use(common: texts[$0].target, own: texts[$0].source, index: $0)
    }
    return deviations(bySource, among: texts, .inconsistent, "differs")
      + deviations(byTarget, among: texts, .reused, "found")
  }

  /// The digests of a common side that stand beside several of the other side: few of them do.
  private static func divided(_ all: [Use]) -> Set<UInt64> {
    var size = 16
    while size < 2 * all.count { size *= 2 }
    // The first use of each digest, in a table without chains: digests are spread as they are.
    var slots = [Int32](repeating: -1, count: size)
    var divided: Set<UInt64> = []
    for (index, use) in all.enumerated() {
      var slot = Int(truncatingIfNeeded: use.common) & (size - 1)
      while slots[slot] >= 0, all[Int(slots[slot])].common != use.common {
        slot = (slot + 1) & (size - 1)
      }
      if slots[slot] < 0 {
        slots[slot] = Int32(truncatingIfNeeded: index)
      } else if all[Int(slots[slot])].own != use.own {
        divided.insert(use.common)
      }
    }
    return divided
  }

  /// One finding for each side that fewer texts have than another one with the same other side.
  private static func deviations(
    _ all: [Use], among texts: [TextObservation], _ check: TranslationCheck, _ variant: String
  ) -> [SetFinding] {
    let divided = self.divided(all)
    guard !divided.isEmpty else { return [] }
    var findings: [SetFinding] = []
    let order = all.filter { divided.contains($0.common) }.sorted {
      ($0.common, $0.index) < ($1.common, $1.index)
    }
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, order[end].common == order[start].common { end += 1 }
      let group = order[start..<end]
      start = end
      guard group.contains(where: { $0.own != group[group.startIndex].own }) else { continue }
      var uses: [UInt64: [Int]] = [:]
      for use in group { uses[use.own, default: []].append(use.index) }
      let variants = uses.values.sorted {
        $0.count != $1.count ? $0.count > $1.count : $0[0] < $1[0]
      }
      for deviating in variants.dropFirst() {
        let (own, usual) = (texts[deviating[0]], texts[variants[0][0]])
        findings.append(
          SetFinding(
            check, variant, at: own.place, other: usual.place))
        // Where one stands against one, either may have the translation of the other.
        if check == .reused, group.count == 2 {
          findings.append(
            SetFinding(
              check, variant, at: usual.place, other: own.place))
        }
      }
    }
    return findings
  }
}
