import Model

/// The checks of all translations of one page: each text by itself, and against other locales.
struct PageExamination {
  private(set) var findings: [TranslationFinding] = []
  private(set) var observations: [SetObservations] = []
  /// What each locale does with names.
  private(set) var names: [NameUses] = []
  /// The labels of the page in all its languages.
  private(set) var labels = LabelTexts()
  /// Its source texts.
  private(set) var sources = PageSources()
  /// What couldn't be examined.
  private(set) var notices: [Diagnostic] = []

  /// Examines the translations of one page.
  ///
  /// The locales take turns at each text, so that a source is read once for all.
  init(
    _ pages: [TranslatedPage], index: Int, source: LocaleTag, settings: CheckSettings,
    _ settled: SettledPairs
  ) {
    var locales = pages.map {
      LocaleExamination($0, index: index, source: source, settings: settings, settled)
    }
    guard let first = pages.first, locales.contains(where: \.isNeeded) else {
      observations = locales.map(\.observations)
      return
    }
    var pair = ComparedPair(LanguageTraits.shared(first.locale, source: source))
    var isOneSource = true
    for place in 0..<(pages.map(\.pairs.count).max() ?? 0) {
      var isFirst = true
      for number in pages.indices where locales[number].isNeeded {
        guard place < pages[number].pairs.count else { continue }
        let isKnown = locales[number].examine(place, &pair, &labels)
        if !isKnown, !isFirst { isOneSource = false }
        isFirst = false
      }
    }
    for number in pages.indices where locales[number].isNeeded {
      locales[number].finish(isAlone: pages.count == 1)
      findings += locales[number].findings()
    }
    observations = locales.map(\.observations)
    notices = locales.compactMap(\.notice)
    names = locales.map { $0.names(pair.sources) }
    sources = pair.sources
    let digests = SourceDigests(pages)
    if pages.count > 2, !(isOneSource && digests.areAlike) {
      findings += IdentityCheck.foreignSources(pages, digests)
    }
    findings += IdentityCheck.lostUnits(pages, digests)
    findings += StructureCheck.findings(pages, settings)
    compareLabels()
    findings = Agreement(pages, digests, source: source).applied(to: findings)
  }

  /// Notes for each label that is the source's whether another locale translates it.
  private mutating func compareLabels() {
    guard observations.count > 1 else { return }
    var keys: Set<TextPair.Key> = []
    for observed in observations {
      for use in observed.labels.uses where observed.labels.hasLabelOfSource(use) {
        keys.insert(use.place.key)
      }
    }
    guard !keys.isEmpty else { return }
    var uses: [TextPair.Key: [(page: Int, place: Int)]] = [:]
    for (number, observed) in observations.enumerated() {
      for (place, use) in observed.labels.uses.enumerated() where keys.contains(use.place.key) {
        uses[use.place.key, default: []].append((number, place))
      }
    }
    for same in uses.values where same.count > 1 {
      for (number, place) in same { compareLabel(number, place, with: same) }
    }
  }

  private mutating func compareLabel(
    _ number: Int, _ place: Int, with same: [(page: Int, place: Int)]
  ) {
    let use = observations[number].labels.uses[place]
    let sources = observations[number].labels.sources(of: use)
    let targets = observations[number].labels.targets(of: use)
    for (index, source) in sources.enumerated() where targets.contains(source.digest) {
      let others = same.filter { other in
        guard other.page != number else { return false }
        let labels = observations[other.page].labels
        return labels.sources(of: labels.uses[other.place]).elementsEqual(sources) {
          $0.digest == $1.digest
        }
      }
      guard !others.isEmpty else { continue }
      let isTranslated = others.allSatisfy { other in
        let labels = observations[other.page].labels
        return !labels.targets(of: labels.uses[other.place]).contains(source.digest)
      }
      observations[number].labels.mark(use, index, isTranslatedElsewhere: isTranslated)
    }
  }
}
