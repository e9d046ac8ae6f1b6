import Model
import YAML

/// How far a translated page is from the source file as it is now: offline, from the page alone.
public struct PageDrift: Hashable, Sendable {
  /// Whether the source changed since it was translated.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// The source is as it was.
    case current
    /// The source has changed.
    case changed
    /// The source file is gone.
    case gone
    /// The page was translated from a version that comes after the source at hand, or that isn't
    /// among its ancestors.
    case ahead
    /// The page doesn't say what it was translated from, or there is no source to compare it with.
    case unknown
  }

  /// A sentence of the page whose source isn't in the source file any more.
  public struct Change: Hashable, Sendable {
    /// The text.
    public var key: TextPair.Key
    /// The source it was translated from.
    public var old: String
    /// What became of the source; `nil` if it was removed.
    public var new: String?
    /// How alike both are, from 0 to 1.
    public var similarity: Double
    /// The translation of the old source, a proposal for the new one.
    public var proposal: String

    /// The words that were removed and added.
    public var difference: [WordDifference.Piece] {
      WordDifference.pieces(from: Array(old.utf8)[...], to: Array((new ?? "").utf8)[...])
    }
  }

  /// Whether the source changed.
  public var state: State
  /// The sentences whose source changed or was removed, in the order of the page.
  public var changes: [Change] = []
  /// The sentences that are new in the source, in its order.
  public var added: [String] = []

  /// Whether sentences were compared, which needs a page with units.
  public private(set) var isCompared = false

  /// Whether only front matter, blanks or markup changed, so that nothing is to be translated.
  public var isMetadataOnly: Bool {
    state == .changed && isCompared && changes.isEmpty && added.isEmpty
  }

  /// Compares a page with the source file.
  ///
  /// The recorded hash decides whether the page is current; the sentences say what changed. Whether
  /// another version is an earlier or a later one is said by the history, exactly, or else by
  /// `ms.date`, which goes over unchanged from a source into its translation: a page with a later
  /// date than its source at hand has was made from a later version.
  ///
  /// - Parameters:
  ///   - page: The page, with the source file as it is now.
  ///   - recordedHash: `ms.openlocfilehash` of the page.
  ///   - hasSource: Whether there is a source file; `nil` where there is no source of any page, which
  ///     says nothing of this one.
  ///   - history: How the page stands in the history of the source, if that was asked.
  ///   - freshness: What comparing the recorded hash with the source file gave, if it was compared.
  public init(
    _ page: TranslatedPage, recordedHash: String?, hasSource: Bool?, history: SourceHistory? = nil,
    freshness: SourceFreshness? = nil
  ) {
    guard hasSource == true else {
      state = hasSource == nil ? Self.state(withoutSource: history) : .gone
      return
    }
    state = Self.state(
      freshness ?? SourceFreshness(recordedHash: recordedHash, source: page.original), history,
      hasLaterDate: Self.hasLaterDate(page))
    guard page.alignment == .spans, state == .changed || state == .unknown else { return }
    isCompared = true
    compareSentences(of: page)
  }

  /// What history alone says of a page, where there is no source of any page.
  public static func state(withoutSource history: SourceHistory?) -> State {
    history?.relation == .gone ? .gone : state(.unknown, history, hasLaterDate: false)
  }

  /// What hash, history and dates say together.
  public static func state(
    _ freshness: SourceFreshness, _ history: SourceHistory?, hasLaterDate: Bool
  ) -> State {
    switch (freshness, history?.relation) {
    case (.current, _), (.unknown, .upToDate): .current
    case (.unknown, .behind), (.stale, .behind), (.stale, .upToDate): .changed
    case (.unknown, .ahead), (.stale, .ahead), (.unknown, .diverged), (.stale, .diverged): .ahead
    case (.stale, .gone), (.stale, .unknown), (.stale, nil): hasLaterDate ? .ahead : .changed
    case (.unknown, .gone), (.unknown, .unknown), (.unknown, nil): .unknown
    }
  }

  /// Whether a page has a later `ms.date` than its source.
  private static func hasLaterDate(_ page: TranslatedPage) -> Bool {
    func date(_ bytes: [UInt8]) -> CivilDate? {
      FrontMatter.parse(bytes, path: page.file).string("ms.date").flatMap(
        CivilDate.init(frontMatter:))
    }
    guard let own = date(page.bytes), let source = date(page.original) else { return false }
    return own > source
  }

  private mutating func compareSentences(of page: TranslatedPage) {
    let source = PlainText(page.original)
    // What stands in raw HTML, such as the cells of its tables, is in no block.
    lazy var whole = PlainText(whole: page.original)
    var old = PlainText.Builder()
    var gone: [(pair: TextPair, text: [UInt8])] = []
    for pair in page.pairs where pair.key.kind == .sentence {
      guard let bytes = page.source(of: pair) else { continue }
      let text = PlainText.normal(bytes)
      old.add(text)
      if !source.contains(text), !whole.contains(text) { gone.append((pair, text)) }
    }
    let former = PlainText(builder: old)
    var fresh = SourceSentences.texts(of: page.original).filter { !former.contains($0) }
    for (pair, text) in gone {
      let best = fresh.indices.map { index in
        (index, TextSimilarity.ratio(text[...], fresh[index][...]))
      }.max { ($0.1, $1.0) < ($1.1, $0.0) }
      var change = Change(
        key: pair.key, old: String(decoding: text, as: UTF8.self), new: nil, similarity: 0,
        proposal: String(decoding: page.target(of: pair), as: UTF8.self))
      if let best, best.1 >= 0.5 {
        change.new = String(decoding: fresh.remove(at: best.0), as: UTF8.self)
        change.similarity = best.1
      }
      changes.append(change)
    }
    added = fresh.map { String(decoding: $0, as: UTF8.self) }
  }
}
