import FileSystem
import Localization
import Model

/// How a translated page stands against its original: what its badge says and its sentences show.
struct PageStanding: Sendable {
  /// What the badge says; also the last part of its class.
  enum Kind: String, Sendable {
    /// The original is as it was.
    case current
    /// Sentences of the original changed.
    case changed
    /// The original changed in a way that nobody has to translate.
    case markup
    /// The original changed; which sentences can't be said.
    case unclear
    /// The translation is of a later version.
    case ahead
    /// The original is gone.
    case gone
    /// The page doesn't say what it was made from, or there is nothing to compare it with.
    case unknown

    /// What is known of a page whose sentences weren't compared.
    fileprivate init(_ state: PageDrift.State) {
      self =
        switch state {
        case .current: .current
        case .changed: .unclear
        case .ahead: .ahead
        case .gone: .gone
        case .unknown: .unknown
        }
    }
  }

  let kind: Kind
  /// Whether a machine made the translation.
  let isMachine: Bool
  let drift: PageDrift?
  let history: SourceHistory?
  /// The changed sentences by the ids that their units are written with.
  let changes: [String: PageDrift.Change]

  /// The standing of a page whose recorded hash is its original's.
  init(current page: ContentPage, in tree: ContentTree) {
    kind = .current
    isMachine = page.provenance.isMachineTranslated == true
    history = tree.history(of: page.path, in: page.locale)
    drift = nil
    changes = [:]
  }

  /// Compares a page with its original; `nil` if the page is no translation.
  ///
  /// Sentences are only compared where the recorded hash says that the original changed.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - bytes: Its text.
  ///   - original: The original as it is now; `nil` if it is gone.
  ///   - tree: The documentation.
  init?(
    _ page: ContentPage, _ bytes: [UInt8], original: [UInt8]?, in tree: ContentTree
  ) {
    guard page.locale != tree.source else { return nil }
    isMachine = page.provenance.isMachineTranslated == true
    history = tree.history(of: page.path, in: page.locale)
    let freshness = SourceFreshness(
      recordedHash: page.provenance.sourceHash, source: original ?? [])
    guard let original, freshness != .current else {
      (drift, changes) = (nil, [:])
      kind =
        if original != nil {
          .current
        } else {
          Kind(tree.hasOriginals ? .gone : PageDrift.state(withoutSource: history))
        }
      return
    }
    let translated = TranslatedPage(
      locale: page.locale, path: page.path.description, bytes: bytes, original: original)
    let drift = PageDrift(
      translated, recordedHash: page.provenance.sourceHash, hasSource: true, history: history)
    changes = drift.changesByID(in: bytes)
    self.drift = drift
    kind =
      if drift.isMetadataOnly {
        .markup
      } else {
        drift.state == .changed && drift.isCompared ? .changed : Kind(drift.state)
      }
  }
}

extension PageDrift {
  /// The changed sentences of a page by the ids that their units are written with.
  func changesByID(in page: [UInt8]) -> [String: Change] {
    guard !changes.isEmpty else { return [:] }
    let ids = Dictionary(
      Units.scan(page).units.map { ($0.number, $0.id) },
      uniquingKeysWith: { first, _ in first })
    var byID: [String: Change] = [:]
    for change in changes { ids[change.key.number].map { byID[$0] = change } }
    return byID
  }
}

/// What a template is told of a page's standing.
struct StandingValues {
  let standing: PageStanding
  let words: InterfaceWords

  /// The most sentences that are linked one by one.
  private static let limit = 12

  var value: TemplateValue {
    let units = (standing.drift?.changes ?? []).map(\.key.number)
    return [
      "kind": .text(standing.kind.rawValue), "title": .text(title),
      "isMachine": .boolean(standing.isMachine),
      "behind": .text(standing.history.flatMap { Self.behind($0, words) }),
      "hasUnits": .boolean(!units.isEmpty),
      "units": .list(units.prefix(Self.limit).map { ["number": .text(Unit.label($0))] }),
      "isCut": .boolean(units.count > Self.limit),
    ]
  }

  private var title: String {
    guard standing.kind == .changed, let drift = standing.drift else {
      return words["site.standing.\(standing.kind.rawValue)"]
    }
    var parts: [String] = []
    if !drift.changes.isEmpty {
      parts.append(words.count("site.standing.changed", drift.changes.count))
    }
    if !drift.added.isEmpty {
      parts.append(words.count("site.standing.added", drift.added.count))
    }
    return parts.joined(separator: " · ")
  }

  /// How far the page is behind, as its history says; `nil` where it isn't, or nobody asked.
  static func behind(_ history: SourceHistory, _ words: InterfaceWords) -> String? {
    if history.relation == .unknown { return words["site.standing.history-unknown"] }
    guard let lag = history.lag, lag.commits > 0 else { return nil }
    return words.count("site.standing.commits", lag.commits) + " · "
      + words.count("site.standing.days", lag.days)
  }
}
