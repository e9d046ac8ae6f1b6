public import Model
import YAML

/// How a page stands in a locale: what is translated, what has changed since, what is to be done.
public struct PageStatus: Hashable, Sendable {
  /// How a page stands.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// The translation is of the source as it is now.
    case current
    /// The source has changed since.
    case changed
    /// The translation is of a version that comes after the source at hand, or that isn't among its
    /// ancestors.
    case ahead
    /// There is no translation.
    case missing
    /// There is a translation, but no source page.
    case gone
    /// The page doesn't say what it was translated from, or there is no source to compare it with.
    case unknown
  }

  /// Words of the source by how much of their translation is already known.
  public struct Words: Hashable, Sendable {
    /// In sentences whose source the memory has exactly.
    public var exact = 0
    /// In sentences that are at least 90 % like one of the memory.
    public var fuzzy90 = 0
    /// In sentences that are at least 75 % like one of the memory.
    public var fuzzy75 = 0
    /// In other sentences.
    public var new = 0

    /// Words that nobody has translated.
    public init() {}

    /// All words.
    public var total: Int { exact + fuzzy90 + fuzzy75 + new }

    /// Adds other words.
    public static func += (left: inout Words, right: Words) {
      left.exact += right.exact
      left.fuzzy90 += right.fuzzy90
      left.fuzzy75 += right.fuzzy75
      left.new += right.new
    }
  }

  /// The page's path below the locales' folders.
  public var path: String
  /// The language.
  public var locale: LocaleTag
  /// How it stands.
  public var state: State
  /// Whether a machine translated it; `nil` if the page doesn't say or there is none.
  public var isMachineTranslated: Bool?
  /// The texts of the page, or of the source if it is missing.
  public var units = 0
  /// The texts whose source is still the same, and that somebody has looked at.
  public var currentUnits = 0
  /// The texts whose source changed or is gone.
  public var driftedUnits = 0
  /// The texts that have no translation.
  public var missingUnits = 0
  /// The texts that were put in by a memory and not checked.
  public var uncheckedUnits = 0
  /// What is to be translated.
  public var words = Words()
  /// Whether the source changed in front matter, blanks or markup only: nothing is to be translated.
  public var isMetadataOnly = false
  /// The sentences whose source changed or is gone, in the order of the page.
  public var changes: [PageDrift.Change] = []
  /// How the page stands in the history of the source; `nil` if no history was asked.
  public var history: SourceHistory?

  /// The status of a translated page.
  ///
  /// - Parameters:
  ///   - page: The page with its source file.
  ///   - hasSource: Whether there is a source page; `nil` where there is no source of any page.
  ///   - memory: What is known of the locale; asked only where something is to be translated.
  ///   - history: How the page stands in the history of the source, if that was asked.
  ///   - freshness: What comparing the recorded hash with the source file gave, if it was compared.
  public init(
    _ page: TranslatedPage, hasSource: Bool?, memory: @autoclosure () -> TextMemory,
    history: SourceHistory?, freshness: SourceFreshness?
  ) {
    (path, locale) = (page.path, page.locale)
    let frontMatter = FrontMatter.parse(page.bytes, path: page.file)
    isMachineTranslated = frontMatter.string("ms.translationtype").map { $0.uppercased() != "HT" }
    self.history = history
    let drift = PageDrift(
      page, recordedHash: page.recordedHash, hasSource: hasSource, history: history,
      freshness: freshness)
    state =
      switch drift.state {
      case .current: .current
      case .changed: .changed
      case .ahead: .ahead
      case .gone: .gone
      case .unknown: .unknown
      }
    isMetadataOnly = drift.isMetadataOnly
    changes = drift.changes
    driftedUnits = changes.count
    missingUnits = drift.added.count
    units = page.pairs.count + missingUnits
    let unchecked = page.uncheckedTexts()
    uncheckedUnits = unchecked.count
    // What nobody has looked at is not yet a translation.
    currentUnits = max(0, page.pairs.count - driftedUnits - uncheckedUnits)
    // Without units nobody can say which sentences changed: none of them is known to be current.
    if state == .changed, !drift.isCompared { currentUnits = 0 }
    for pair in page.pairs where unchecked.contains(pair.key) {
      if let source = page.source(of: pair) { add(Array(source), memory()) }
    }
    for text in drift.changes.compactMap(\.new) + drift.added {
      add(Array(text.utf8), memory())
    }
  }

  /// The status of a page that isn't translated.
  ///
  /// - Parameters:
  ///   - path: The page's path below the locales' folders.
  ///   - texts: The sentences of the source page, as ``texts(of:)`` has them.
  ///   - locale: The language.
  ///   - memory: What is known of the locale.
  public init(missing path: String, texts: [[UInt8]], locale: LocaleTag, memory: TextMemory) {
    (self.path, self.locale, state) = (path, locale, .missing)
    (units, missingUnits) = (texts.count, texts.count)
    for text in texts { add(text, memory) }
  }

  /// The sentences of a source page, with single blanks and without the backslashes of escapes.
  public static func texts(of source: [UInt8]) -> [[UInt8]] { SourceSentences.texts(of: source) }

  private mutating func add(_ text: [UInt8], _ memory: TextMemory) {
    let count = TextSimilarity.words(text[...]).count
    switch memory.best(for: text)?.similarity ?? 0 {
    case 1...: words.exact += count
    case 0.9...: words.fuzzy90 += count
    case 0.75...: words.fuzzy75 += count
    default: words.new += count
    }
  }
}
