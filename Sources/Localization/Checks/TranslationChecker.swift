public import Concurrency
public import Model

/// Checks the translations of a set of pages.
///
/// Pages are loaded one after another on all processors and not kept: of each text some dozens of
/// bytes are, and of each page its sources, which findings quote.
public struct TranslationChecker: Sendable {
  private let source: LocaleTag
  private let settings: CheckSettings
  private let width: Int

  /// Prepares for a set.
  ///
  /// - Parameters:
  ///   - source: The language that the others are translated from.
  ///   - settings: Switches, terms and suppressions.
  ///   - width: How many processors to use.
  public init(
    source: LocaleTag = .source, settings: CheckSettings = CheckSettings(),
    width: Int = availableProcessorCount()
  ) {
    (self.source, self.settings, self.width) = (source, settings, width)
  }

  /// Checks pages.
  ///
  /// - Parameters:
  ///   - pageCount: How many pages the set has, whatever the number of their locales.
  ///   - load: Gives all translations of a page by its place; it is asked once for each.
  /// - Returns: What was found, the same whatever the number of processors.
  /// - Throws: What `load` throws.
  public func check<E: Error>(
    pageCount: Int, load: @Sendable (Int) throws(E) -> [TranslatedPage]
  ) throws(E) -> TranslationReport {
    let settled = SettledPairs()
    let outcomes = try (0..<pageCount).concurrentMap(width: width) { index throws(E) in
      PageOutcome(try load(index), index: index, source: source, settings: settings, settled)
    }
    var report = TranslationReport()
    var observations: [LocaleTag: SetObservations] = [:]
    var names: [LocaleTag: NameUses] = [:]
    var labels = LabelTexts()
    for (locale, count) in Self.counts(of: outcomes) {
      observations[locale, default: SetObservations()].texts.reserveCapacity(count)
    }
    for outcome in outcomes {
      labels.merge(outcome.labels)
      report.findings += outcome.findings
      report.diagnostics += outcome.notices
      for (locale, observed) in zip(outcome.locales, outcome.observations) {
        observations[locale, default: SetObservations()].append(observed)
      }
      for (locale, uses) in zip(outcome.locales, outcome.nameUses) {
        names[locale, default: NameUses()].append(uses)
      }
      for (locale, count) in zip(outcome.locales, outcome.counts) {
        report.checked[locale, default: 0] += count
      }
    }
    report.diagnostics += PairingByStructure.notices(of: outcomes.flatMap(\.pairings))
    for (locale, observed) in observations {
      report.glossaries[locale] = Glossary(observed.labels, labels)
    }
    for (locale, uses) in names {
      let script = LanguageTraits.shared(locale, source: source).script
      report.findings += uses.settled(sharesLetters: script == .latin)
    }
    report.findings += setFindings(
      observations, report.glossaries, labels,
      SetFindingPlaces(names: outcomes.map(\.names), sources: outcomes.map(\.sources)))
    settle(&report)
    return report
  }

  /// How many texts each locale has.
  private static func counts(of outcomes: [PageOutcome]) -> [LocaleTag: Int] {
    var counts: [LocaleTag: Int] = [:]
    for outcome in outcomes {
      for (locale, observed) in zip(outcome.locales, outcome.observations) {
        counts[locale, default: 0] += observed.texts.count
      }
    }
    return counts
  }

  /// What is kept of a page.
  private struct PageOutcome: Sendable {
    var findings: [TranslationFinding]
    var locales: [LocaleTag]
    var counts: [Int]
    var observations: [SetObservations]
    var nameUses: [NameUses]
    var labels: LabelTexts
    var sources: PageSources
    var notices: [Diagnostic]
    var pairings: [PairingByStructure]
    var names: [LocaleTag: PageName] = [:]

    init(
      _ pages: [TranslatedPage], index: Int, source: LocaleTag, settings: CheckSettings,
      _ settled: SettledPairs
    ) {
      let examination = PageExamination(
        pages, index: index, source: source, settings: settings, settled)
      findings = examination.findings
      observations = examination.observations
      nameUses = examination.names
      labels = examination.labels
      sources = examination.sources
      locales = pages.map(\.locale)
      counts = pages.map(\.pairs.count)
      notices = examination.notices
      pairings = pages.compactMap(\.pairingByStructure)
      for page in pages { names[page.locale] = PageName(path: page.path, file: page.file) }
    }
  }

  private func setFindings(
    _ observations: [LocaleTag: SetObservations], _ glossaries: [LocaleTag: Glossary],
    _ labels: LabelTexts, _ places: SetFindingPlaces
  ) -> [TranslationFinding] {
    var pending: [(LocaleTag, SetFinding)] = []
    for (locale, observed) in observations.sorted(by: { $0.key < $1.key }) {
      let traits = LanguageTraits.shared(locale, source: source)
      var found = LengthCheck.findings(observed.texts)
      found += ConsistencyChecks.findings(observed.texts)
      if let glossary = glossaries[locale] {
        found += LabelChecks.findings(observed.labels, glossary, labels, script: traits.script)
      }
      pending += found.map { (locale, $0) }
    }
    pending.removeAll { settings.severity(of: $0.1.check, in: $0.0) == nil }
    return places.located(pending)
  }

  /// Applies switches and suppressions and puts the findings into their order.
  private func settle(_ report: inout TranslationReport) {
    var used: Set<CheckSettings.Suppression> = []
    var kept: [TranslationFinding] = []
    kept.reserveCapacity(report.findings.count)
    for var finding in report.findings {
      guard let severity = settings.severity(of: finding.check, in: finding.locale) else {
        continue
      }
      if finding.severity == finding.check.severity { finding.severity = severity }
      if let suppression = settings.suppressions.first(where: { $0.covers(finding) }) {
        used.insert(suppression)
        report.suppressed.append((finding, suppression.reason))
      } else {
        kept.append(finding)
      }
    }
    // Places are sorted, since sorting copies what it moves.
    let order = kept.indices.sorted { kept[$0].isBefore(kept[$1]) }
    report.findings = order.map { kept[$0] }
    for suppression in settings.suppressions where !used.contains(suppression) {
      report.diagnostics.report(
        .warning, "check-settings.unused", at: suppression.location,
        "no finding needs this suppression", suggestion: "remove it")
    }
    report.diagnostics.sort()
  }
}
