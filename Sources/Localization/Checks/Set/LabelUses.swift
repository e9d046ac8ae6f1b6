/// A label of a source.
struct SourceLabel {
  /// The digest of the label as it is compared.
  var digest: UInt64
  /// Whether it is written as a name: `EMail`, `AND`, `NuGet Package Manager`.
  var isName = false
  /// Whether all of its words, at least two, begin with a capital.
  var isTitle = false
  /// Whether it begins with a capital letter, as what stands on a button does.
  var isCapitalized = false
  /// Whether the next label is the next step of a path, or the next thing of a list:
  /// `**Admin** > **Connections**`, `**Save** or **Cancel**`.
  var leadsToNext = false
  /// Whether the other locales of the page translate it; `nil` where none was compared.
  var isTranslatedElsewhere: Bool?
}

/// The labels in strong type of texts and of their sources, without an allocation for each text.
struct LabelUses {
  /// The labels of one text.
  struct Use {
    /// The text, and where its first label is.
    var place: TextPlace
    fileprivate var sources: Range<Int32>
    fileprivate var targets: Range<Int32>
    /// How many labels the source has, and the translation.
    var sourceCount: Int { sources.count }
    var targetCount: Int { targets.count }
  }

  private(set) var uses: [Use] = []
  private var sources: [SourceLabel] = []
  private var targets: [UInt64] = []

  /// The labels of the source, in their order.
  func sources(of use: Use) -> ArraySlice<SourceLabel> {
    sources[Int(use.sources.lowerBound)..<Int(use.sources.upperBound)]
  }

  /// The labels of the translation by their digests, in their order.
  func targets(of use: Use) -> ArraySlice<UInt64> {
    targets[Int(use.targets.lowerBound)..<Int(use.targets.upperBound)]
  }

  /// Whether a label of the translation is one of the source.
  func hasLabelOfSource(_ use: Use) -> Bool {
    for source in Int(use.sources.lowerBound)..<Int(use.sources.upperBound) {
      for target in Int(use.targets.lowerBound)..<Int(use.targets.upperBound)
      where targets[target] == sources[source].digest {
        return true
      }
    }
    return false
  }

  /// Adds the labels of a text.
  mutating func add(
    at place: TextPlace, sources: [SourceLabel], targets: some Sequence<UInt64>
  ) {
    let (firstSource, firstTarget) = (self.sources.count, self.targets.count)
    self.sources += sources
    self.targets += targets
    uses.append(
      Use(
        place: place, sources: Int32(firstSource)..<Int32(self.sources.count),
        targets: Int32(firstTarget)..<Int32(self.targets.count)))
  }

  /// Notes whether other locales translate a label.
  mutating func mark(_ use: Use, _ index: Int, isTranslatedElsewhere: Bool) {
    sources[Int(use.sources.lowerBound) + index].isTranslatedElsewhere = isTranslatedElsewhere
  }

  /// Takes the labels of another page.
  mutating func append(_ other: LabelUses) {
    let (source, target) = (Int32(sources.count), Int32(targets.count))
    sources += other.sources
    targets += other.targets
    for use in other.uses {
      uses.append(
        Use(
          place: use.place,
          sources: use.sources.lowerBound + source..<use.sources.upperBound + source,
          targets: use.targets.lowerBound + target..<use.targets.upperBound + target))
    }
  }
}
