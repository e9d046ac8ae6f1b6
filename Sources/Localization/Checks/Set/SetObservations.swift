import Model

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

  mutating func add(
    _ pair: borrowing ComparedPair, at place: TextPlace, _ lines: inout LineCursor,
    _ texts: inout LabelTexts
  ) {
    guard !pair.sourceRange.isEmpty, !pair.targetRange.isEmpty else { return }
    // A remark in brackets that a translation adds is no reason to call it long.
    let hasRemark =
      pair.target.roundCount > pair.source.roundCount
      && pair.target.letters > 2 * pair.source.letters
    let letters = pair.target.letters - (hasRemark ? pair.target.bracketedLetters : 0)
    self.texts.append(
      TextObservation(
        place: place, source: pair.sourceDigest,
        target: TextDigest.loose(pair.targetBytes[pair.targetRange]),
        sourceLetters: Int32(truncatingIfNeeded: pair.source.letters),
        targetLetters: Int32(truncatingIfNeeded: letters)))
    guard !pair.sourceLabels.isEmpty, pair.target.has(.bold),
      let first = pair.target.tokens.first(where: { $0.kind == .bold })
    else { return }
    var digests: [UInt64] = []
    for token in pair.target.tokens where token.kind == .bold {
      digests.append(texts.digest(pair.targetBytes[token.range]))
    }
    labels.add(
      at: place.moved(to: Int(first.start), &lines), sources: pair.sourceLabels, targets: digests)
  }

  /// Takes what another page gave.
  mutating func append(_ other: SetObservations) {
    texts += other.texts
    labels.append(other.labels)
  }
}
