/// What the checks that look at a whole set remember of each text.
struct TextObservation {
  var place: TextPlace
  var source: UInt64
  var target: UInt64
  var sourceLetters: Int32
  var targetLetters: Int32
}

/// What one locale's pages gave for the checks of a whole set.
struct SetObservations {
  var texts: [TextObservation] = []
  var labels = LabelUses()

  /// Adds what is known of a text whose translation begins at `start`.
  mutating func add(
    _ facts: SettledPairs.Facts, at place: TextPlace, from start: Int, _ lines: inout LineCursor
  ) {
    texts.append(
      TextObservation(
        place: place, source: facts.source, target: facts.target,
        sourceLetters: facts.sourceLetters, targetLetters: facts.targetLetters))
    guard let found = facts.labels else { return }
    labels.add(
      at: place.moved(to: start + found.firstStart, &lines), sources: found.sources,
      targets: found.targets)
  }

  /// What is kept of a pair; `nil` without a source.
  static func facts(
    of pair: borrowing ComparedPair, _ texts: inout LabelTexts
  ) -> SettledPairs.Facts? {
    guard !pair.sourceRange.isEmpty else { return nil }
    // A remark in brackets that a translation adds is no reason to call it long.
    let hasRemark =
      pair.target.roundCount > pair.source.roundCount
      && pair.target.letters > 2 * pair.source.letters
    let letters = pair.target.letters - (hasRemark ? pair.target.bracketedLetters : 0)
    var facts = SettledPairs.Facts(
      source: pair.sourceDigest, target: TextDigest.loose(pair.targetBytes[pair.targetRange]),
      sourceLetters: Int32(truncatingIfNeeded: pair.source.letters),
      targetLetters: Int32(truncatingIfNeeded: letters))
    guard !pair.sourceLabels.isEmpty, pair.target.has(.bold),
      let first = pair.target.tokens.first(where: { $0.kind == .bold })
    else { return facts }
    var digests: [UInt64] = []
    for token in pair.target.tokens where token.kind == .bold {
      digests.append(texts.digest(pair.targetBytes[token.range]))
    }
    facts.labels = SettledPairs.Labels(
      sources: pair.sourceLabels, targets: digests,
      firstStart: Int(first.start) - pair.targetRange.lowerBound)
    return facts
  }

  /// Takes what another page gave.
  mutating func append(_ other: SetObservations) {
    texts += other.texts
    labels.append(other.labels)
  }
}
