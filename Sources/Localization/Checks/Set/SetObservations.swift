/// What the checks that look at a whole set remember of each text.
struct TextObservation {
  var place: TextPlace
  var source: UInt64
  var target: UInt64
  var sourceLetters: Int32
  var targetLetters: Int32
}

/// The labels in strong type of one text and of its source.
struct LabelObservation {
  /// The text, and where its first label is.
  var place: TextPlace
  var sources: [SourceLabel]
  /// The labels of the translation by their digests.
  var targets: [UInt64]
}

/// A label of a source.
struct SourceLabel {
  /// The digest of the label as it is compared.
  var digest: UInt64
  /// Whether it is written as a name: `EMail`, `AND`, `NuGet Package Manager`.
  var isName = false
  /// Whether it begins with a capital letter, as what stands on a button does.
  var isCapitalized = false
  /// Whether the other locales of the page translate it; `nil` where none was compared.
  var isTranslatedElsewhere: Bool?
}

/// The labels that digests stand for: the same few are met again and again.
struct LabelTexts {
  private(set) var texts: [UInt64: String] = [:]
  private var folded: [UInt8] = []

  /// Notes a label; returns its digest.
  mutating func digest(_ label: ArraySlice<UInt8>) -> UInt64 {
    Label.fold(label, into: &folded)
    let digest = TextDigest.exact(folded[...])
    if texts[digest] == nil { texts[digest] = String(decoding: folded, as: UTF8.self) }
    return digest
  }

  /// The label of a digest.
  subscript(digest: UInt64) -> String { texts[digest] ?? "" }

  mutating func merge(_ other: LabelTexts) { texts.merge(other.texts) { own, _ in own } }
}

/// What one locale's pages gave for the checks of a whole set.
struct SetObservations {
  var texts: [TextObservation] = []
  var labels: [LabelObservation] = []
  var labelTexts = LabelTexts()

  /// Whether a label is the same as in the source.
  var hasLabelOfSource: Bool {
    labels.contains { label in label.sources.contains { label.targets.contains($0.digest) } }
  }

  mutating func add(_ pair: borrowing ComparedPair, at place: TextPlace, _ lines: LineTable) {
    guard !pair.sourceRange.isEmpty, !pair.targetRange.isEmpty else { return }
    let target = pair.targetBytes[pair.targetRange]
    // A remark in brackets that a translation adds is no reason to call it long.
    let hasRemark =
      pair.target.roundCount > pair.source.roundCount
      && pair.target.letters > 2 * pair.source.letters
    let letters = pair.target.letters - (hasRemark ? pair.target.bracketedLetters : 0)
    texts.append(
      TextObservation(
        place: place,
        source: pair.sourceText.loose, target: TextDigest.loose(target),
        sourceLetters: Int32(truncatingIfNeeded: pair.source.letters),
        targetLetters: Int32(truncatingIfNeeded: letters)))
    guard pair.source.has(.bold), pair.target.has(.bold) else { return }
    let sources = pair.source.all(.bold).map { token in
      let label = pair.sourceBytes[token.range]
      return SourceLabel(
        digest: labelTexts.digest(label), isName: Label.isName(label),
        isCapitalized: label.first.map { (65...90).contains($0) } ?? false)
    }
    let targets = pair.target.all(.bold)
    labels.append(
      LabelObservation(
        place: place.moved(to: Int(targets[0].start), lines), sources: sources,
        targets: targets.map { labelTexts.digest(pair.targetBytes[$0.range]) }))
  }

  /// Takes what another page gave.
  mutating func append(_ other: SetObservations) {
    texts += other.texts
    labels += other.labels
    labelTexts.merge(other.labelTexts)
  }
}
