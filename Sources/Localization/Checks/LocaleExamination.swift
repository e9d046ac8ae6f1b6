import Model

/// The checks of one page in one locale.
struct LocaleExamination {
  /// What was found in texts by themselves.
  private(set) var report = PairReport()
  /// What checks of the whole set need of the texts.
  var observations = SetObservations()
  private let page: TranslatedPage
  private let pageIndex: Int
  private let language: LanguageTraits
  private let checks: [PairChecks.Planned]
  /// What any of the checks is concerned with.
  private let concerns: TextProfile.Features
  private let terms: ForbiddenTerms
  private var lines: LineCursor
  private let settled: SettledPairs
  /// What the digests of pairs begin with.
  private let seed: UInt64
  /// Whether any check is switched on.
  let isNeeded: Bool
  /// Says that a text was too long to be examined.
  private(set) var notice: Diagnostic?

  /// The longest text that is examined, in bytes: some checks compare all words of a text with each
  /// other, and no sentence is as long; the longest of the docs set has 773.
  static let longestText = 4_096

  init(
    _ page: TranslatedPage, index: Int, source: LocaleTag, settings: CheckSettings,
    _ settled: SettledPairs
  ) {
    (self.page, pageIndex, self.settled) = (page, index, settled)
    seed = TextDigest.exact(Array(page.locale.folder.utf8)[...])
    let locale = page.locale
    func isOn(_ check: TranslationCheck) -> Bool {
      settings.severity(of: check, in: locale) != nil
    }
    isNeeded = TranslationCheck.allCases.contains(where: isOn)
    language = LanguageTraits.shared(locale, source: source)
    checks = isNeeded ? PairChecks.planned.filter { isOn($0.name) } : []
    concerns = checks.reduce(into: []) { $0.formUnion($1.concerns) }
    terms = ForbiddenTerms(settings.terms, locale: locale)
    lines = LineCursor(isNeeded ? LineTable(page.bytes) : LineTable([]))
    observations.texts.reserveCapacity(isNeeded ? page.pairs.count : 0)
  }

  /// Examines the text at a place of the page.
  ///
  /// - Returns: Whether the source is the one that `pair` had before.
  mutating func examine(
    _ index: Int, _ pair: inout ComparedPair, _ labels: inout LabelTexts
  ) -> Bool {
    let text = page.pairs[index]
    guard max(text.target.count, text.source.count) <= Self.longestText else {
      noteUnread(text.target)
      return false
    }
    let isKnown = pair.take(text, of: page, language, seed: seed)
    report.begin(pair)
    guard !text.target.isEmpty, !isBlank(page.bytes, text.target) else {
      report.check = .empty
      report.add("target")
      return isKnown
    }
    let place = TextPlace(page: pageIndex, source: pair.sources.last, of: text, &lines)
    if let facts = settled[pair.identity] {
      observations.add(facts, at: place, from: text.target.lowerBound, &lines)
      return isKnown
    }
    let before = report.count
    pair.read(&labels)
    runChecks(pair)
    guard let facts = SetObservations.facts(of: pair, &labels) else { return isKnown }
    observations.add(facts, at: place, from: text.target.lowerBound, &lines)
    if report.count == before { settled.note(pair.identity, facts) }
    return isKnown
  }

  private mutating func noteUnread(_ text: Range<Int>) {
    guard notice == nil else { return }
    notice = Diagnostic(
      .warning, "translation.too-long",
      at: lines.table.location(of: text.lowerBound, path: page.file),
      "the text has \(text.count) bytes and isn't checked",
      suggestion: "divide it; texts of up to \(Self.longestText) bytes are checked")
  }

  private mutating func runChecks(_ pair: borrowing ComparedPair) {
    if !pair.sourceRange.isEmpty {
      let features = pair.features
      if !concerns.isDisjoint(with: features) {
        for check in checks where !check.concerns.isDisjoint(with: features) {
          report.check = check.name
          check.check.examine(pair, &report)
        }
      }
    } else {
      report.examineAlone(pair)
    }
    if !terms.isEmpty { terms.examine(pair, &report) }
  }

  /// Examines what only the page as a whole shows.
  ///
  /// - Parameter isAlone: Whether no other locale of the page can tell what is missing.
  mutating func finish(isAlone: Bool) {
    IdentityCheck.examineOrder(page, &report)
    CopiedCheck.examine(page, &report)
    if isAlone { LostSentences.examine(page, &report) }
  }

  private func isBlank(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes[range.lowerBound].isWhitespace && bytes[range].allSatisfy(\.isWhitespace)
  }

  /// The findings with their places.
  func findings() -> [TranslationFinding] { located(report.items) }

  /// The findings on names in other letters, and what the page says of its names.
  func names(_ sources: PageSources) -> NameUses {
    let doubtful = report.doubtful.filter { sources.isName($0.name) }
    return NameUses(
      kept: report.keptNames,
      findings: Array(
        zip(doubtful.map { TextDigest.exact($0.name) }, located(doubtful.map(\.item)))))
  }

  private func located(_ items: [PairReport.Item]) -> [TranslationFinding] {
    guard !items.isEmpty else { return [] }
    let numbers = PairNumbers(page)
    return items.map { item in
      TranslationFinding(
        check: item.check, severity: item.check.severity, locale: page.locale, page: page.path,
        key: item.key, number: numbers[item.key],
        location: lines.table.location(of: item.offset, path: page.file),
        message: item.message, subject: item.subject, agreement: nil)
    }
  }
}

extension PairReport {
  /// The checks that need no source.
  mutating func examineAlone(_ pair: borrowing ComparedPair) {
    let checks: [any PairCheck.Type] = [
      InvisibleCheck.self, EncodingCheck.self, DirectionCheck.self, MixedScriptCheck.self,
      DoubledWordCheck.self,
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
