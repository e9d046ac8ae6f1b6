import Model

/// The checks of all translations of one page: each text by itself, and against other locales.
struct PageExamination {
  private let pages: [TranslatedPage]
  private let index: Int
  private let source: LocaleTag
  private let settings: CheckSettings
  private(set) var findings: [TranslationFinding] = []
  private(set) var observations: [SetObservations]
  /// The digests of the sources of each page's texts, to compare like with like.
  private var digests: [[UInt64?]] = []
  /// The sources of the first page's texts.
  private var known: [SourceText] = []

  /// Examines the translations of one page.
  init(_ pages: [TranslatedPage], index: Int, source: LocaleTag, settings: CheckSettings) {
    (self.pages, self.index, self.source, self.settings) = (pages, index, source, settings)
    observations = pages.map { _ in SetObservations() }
    for page in pages.indices { examine(page) }
    let sources = SourceDigests(pages, digests)
    if pages.count > 2 {
      findings += IdentityCheck.foreignSources(pages, sources)
    }
    compareLabels()
    (known, digests) = ([], [])
    findings = Agreement(pages, sources, source: source).applied(to: findings)
  }

  private mutating func examine(_ number: Int) {
    let page = pages[number]
    let settings = self.settings
    let locale = page.locale
    func isOn(_ check: TranslationCheck) -> Bool {
      settings.severity(of: check, in: locale) != nil
    }
    guard TranslationCheck.allCases.contains(where: isOn) else { return digests.append([]) }
    let checks = PairChecks.all.filter { isOn($0.check) }.map(PairChecks.Planned.init)
    var pair = ComparedPair(LanguageTraits.shared(page.locale, source: source))
    var report = PairReport()
    var digests: [UInt64?] = []
    digests.reserveCapacity(page.pairs.count)
    let lines = LineTable(page.bytes)
    let terms = ForbiddenTerms(settings.terms, locale: page.locale)
    for (index, text) in page.pairs.enumerated() {
      pair.load(text, of: page, known: number > 0 && index < known.count ? known[index] : nil)
      report.begin(pair)
      if pages.count > 1 {
        if number == 0 { known.append(pair.sourceText) }
        digests.append(text.source == .none ? nil : pair.sourceText.exact)
      }
      guard !text.target.isEmpty, !isBlank(page.target(of: text)) else {
        report.check = .empty
        report.add("target")
        continue
      }
      if !pair.sourceRange.isEmpty {
        let features = pair.source.features.union(pair.target.features)
        for check in checks where !check.concerns.isDisjoint(with: features) {
          report.check = check.name
          check.check.examine(pair, &report)
        }
      } else {
        report.examineAlone(pair)
      }
      if !terms.isEmpty { terms.examine(pair, &report) }
      observations[number].add(
        pair, at: TextPlace(page: self.index, index: index, of: text, lines), lines)
    }
    IdentityCheck.examineOrder(page, &report)
    self.digests.append(digests)
    add(report, of: page, lines)
  }

  private func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first.isWhitespace else { return false }
    return text.allSatisfy(\.isWhitespace)
  }

  private mutating func add(_ report: PairReport, of page: TranslatedPage, _ lines: LineTable) {
    guard !report.items.isEmpty else { return }
    let numbers = PairNumbers(page)
    for item in report.items {
      findings.append(
        TranslationFinding(
          check: item.check, severity: item.check.severity, locale: page.locale, page: page.path,
          key: item.key, number: numbers[item.key],
          location: lines.location(of: item.offset, path: page.file),
          message: item.message, subject: item.subject, agreement: nil))
    }
  }

  /// Notes for each label whether another locale translates it.
  private mutating func compareLabels() {
    guard pages.count > 1, observations.contains(where: \.hasLabelOfSource) else { return }
    var uses: [TextPair.Key: [(page: Int, place: Int)]] = [:]
    for (number, observed) in observations.enumerated() {
      for (place, label) in observed.labels.enumerated() {
        let key = label.place.key
        uses[key, default: []].append((number, place))
      }
    }
    for same in uses.values where same.count > 1 {
      for (number, place) in same {
        let label = observations[number].labels[place]
        for (index, source) in label.sources.enumerated()
        where label.targets.contains(source.digest) {
          let others = same.filter { $0.page != number }.map {
            observations[$0.page].labels[$0.place]
          }.filter {
            $0.sources.elementsEqual(label.sources) { $0.digest == $1.digest }
          }
          guard !others.isEmpty else { continue }
          let isTranslated = others.allSatisfy { !$0.targets.contains(source.digest) }
          observations[number].labels[place].sources[index].isTranslatedElsewhere = isTranslated
        }
      }
    }
  }
}

extension PairReport {
  /// The checks that need no source.
  mutating func examineAlone(_ pair: borrowing ComparedPair) {
    let checks: [any PairCheck.Type] = [
      InvisibleCheck.self, DirectionCheck.self, MixedScriptCheck.self, DoubledWordCheck.self,
    ]
    for check in checks {
      self.check = check.check
      check.examine(pair, &self)
    }
  }
}

/// The numbers of a page's texts.
struct PairNumbers {
  private var numbers: [TextPair.Key: Int] = [:]

  init(_ page: TranslatedPage) {
    for pair in page.pairs where pair.key.kind != .sentence { numbers[pair.key] = pair.number }
  }

  subscript(key: TextPair.Key) -> Int? { key.kind == .sentence ? key.number : numbers[key] }
}
