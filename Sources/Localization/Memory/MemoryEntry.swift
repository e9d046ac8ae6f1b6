public import Model
import YAML

/// A page of a translation memory: texts of one locale with their sources, ready for exchange.
public struct MemoryPage: Hashable, Sendable {
  /// The path below the locale's folder.
  public var path: String
  /// The language of the translations.
  public var locale: LocaleTag
  /// What the front matter says of the translation: hash, commit and so on, in its order.
  public var metadata: [Metadata]
  /// The texts.
  public var entries: [MemoryEntry]

  /// A pair of the front matter.
  public struct Metadata: Hashable, Sendable {
    /// The key, such as `ms.openlocfilehash`.
    public var key: String
    /// The value.
    public var value: String
  }

  /// Takes the texts of a page; those without a source are left out.
  public init(_ page: TranslatedPage) {
    (path, locale, metadata) = (page.path, page.locale, page.systemMetadata)
    var prefixes: [Int: String] = [:]
    if page.alignment == .spans {
      for unit in Units.scan(page.bytes).units { prefixes[unit.whole.lowerBound] = unit.prefix }
    }
    let sorted = prefixes.sorted { $0.key < $1.key }
    var next = sorted[...]
    let unchecked = page.uncheckedTexts()
    var seen: Set<TextPair.Key> = []
    entries = page.pairs.compactMap { pair in
      // An included file may repeat a number; ids of exchange files are unique.
      guard let source = page.source(of: pair), !source.isEmpty, !pair.target.isEmpty,
        seen.insert(pair.key).inserted
      else { return nil }
      while let second = next.dropFirst().first, second.key < pair.target.lowerBound {
        next = next.dropFirst()
      }
      let from = InlineText(source)
      let target = page.target(of: pair)
      let state: MemoryEntry.State =
        unchecked.contains(pair.key) ? (target == source ? .untranslated : .unreviewed) : .finished
      return MemoryEntry(
        key: pair.key, name: pair.key.kind == .sentence ? next.first?.value : nil,
        number: pair.number, source: from,
        target: InlineText(target).numbered(like: from), state: state)
    }
  }

  /// The value of a pair of the front matter.
  public subscript(key: String) -> String? { metadata.first { $0.key == key }?.value }
}

extension TranslatedPage {
  /// What the front matter says of the translation, in its order.
  public var systemMetadata: [MemoryPage.Metadata] {
    guard FrontMatterBounds(bytes).content != nil else { return [] }
    return FrontMatter.parse(bytes, path: file).entries.compactMap { entry in
      guard BilingualFrontMatter.systemKeys.contains(entry.key), let value = entry.value.string
      else { return nil }
      return MemoryPage.Metadata(key: entry.key, value: value)
    }
  }

  /// The hash of the source that the page was translated from; `nil` if it doesn't say.
  public var recordedHash: String? {
    systemMetadata.first { $0.key == "ms.openlocfilehash" }?.value
  }
}

/// A text of a translation memory.
public struct MemoryEntry: Hashable, Sendable {
  /// How far a translation is.
  public enum State: Hashable, Sendable {
    /// Nobody has said otherwise than that it is done.
    case finished
    /// A memory proposed it, and nobody has looked at it.
    case unreviewed
    /// It is still the source.
    case untranslated
  }

  /// What joins it with the page.
  public var key: TextPair.Key
  /// The prefix of the unit's id; `nil` if the text has no span.
  public var name: String?
  /// The number of a hidden text.
  public var number: Int?
  /// The source.
  public var source: InlineText
  /// The translation.
  public var target: InlineText
  /// How far the translation is.
  public var state: State = .finished

  /// The id in exchange files, unique in a page: `u103`, `title`, `alternative2`.
  public var id: String { Self.id(of: key) }

  static func id(of key: TextPair.Key) -> String {
    switch key.kind {
    case .sentence: "u\(key.number)"
    case .title: "title"
    case .description: "description"
    case .alternative: "alternative\(key.number)"
    case .contentsName: "name\(key.number)"
    }
  }

  /// The key of an id; `nil` if it is none.
  static func key(of id: String) -> TextPair.Key? {
    switch id {
    case "title": return TextPair.Key(.title, 101)
    case "description": return TextPair.Key(.description, 102)
    default:
      let kinds: [(String, TextPair.Kind)] = [
        ("u", .sentence), ("alternative", .alternative), ("name", .contentsName),
      ]
      for (prefix, kind) in kinds where id.hasPrefix(prefix) {
        if let number = Int(id.dropFirst(prefix.count)) { return TextPair.Key(kind, number) }
      }
      return nil
    }
  }
}
