/// What labels are called in a language: mined from strong type, the most frequent name first.
public struct Glossary: Sendable {
  /// A label with its translations.
  public struct Entry: Hashable, Sendable {
    /// The label in the source language, in small letters.
    public var source: String
    /// The translations with how often each is used, the most frequent first.
    public var translations: [Translation]
    /// How often the label is used.
    public var count: Int { translations.reduce(0) { $0 + $1.count } }

    /// The translation that at least three uses and three quarters of all agree on.
    public var preferred: String? {
      guard let first = translations.first, first.count >= 3, first.count * 4 >= count * 3 else {
        return nil
      }
      return first.text
    }
  }

  /// A translation of a label.
  public struct Translation: Hashable, Sendable {
    /// The translation, in small letters.
    public var text: String
    /// How often it is used.
    public var count: Int
  }

  /// The entries by their source.
  public private(set) var entries: [String: Entry] = [:]
  /// The entries, and the digests of the names that are preferred, by the digests of their sources.
  private(set) var entriesByDigest: [UInt64: Entry] = [:]
  private(set) var preferred: [UInt64: UInt64] = [:]
  /// How often each label is called what, by digests.
  private(set) var counts: [UInt64: [UInt64: Int]] = [:]
  /// The same of texts with one label, where nothing can be taken for another one's name.
  private(set) var alone: [UInt64: [UInt64: Int]] = [:]
  /// How often two labels that keep their order are called what.
  private(set) var joint: [LabelPair: [LabelPair: Int]] = [:]

  /// Mines labels.
  ///
  /// Where a text has several labels their order may differ between languages. So texts with one
  /// label count first; in the others a label is taken for the translation it is known to have,
  /// and only what is left over is paired in its order.
  init(_ labels: LabelUses, _ texts: LabelTexts) {
    var counts: [UInt64: [UInt64: Int]] = [:]
    for use in labels.uses where use.sourceCount == 1 && use.targetCount == 1 {
      if let source = labels.sources(of: use).first, let target = labels.targets(of: use).first {
        counts[source.digest, default: [:]][target, default: 0] += 1
      }
    }
    let known = counts
    alone = counts
    for use in labels.uses where use.sourceCount > 1 && use.sourceCount == use.targetCount {
      var targets = Array(labels.targets(of: use))
      var left: [UInt64] = []
      for source in labels.sources(of: use).map(\.digest) {
        let candidates = known[source] ?? [:]
        let best = targets.indices.max {
          (candidates[targets[$0]] ?? 0, -$0) < (candidates[targets[$1]] ?? 0, -$1)
        }
        if let best, candidates[targets[best]] != nil {
          counts[source, default: [:]][targets[best], default: 0] += 1
          targets.remove(at: best)
        } else {
          left.append(source)
        }
      }
      for (source, target) in zip(left, targets) {
        counts[source, default: [:]][target, default: 0] += 1
      }
    }
    self.counts = counts
    noteJoint(labels)
    for (source, translations) in counts {
      let sorted = translations.map {
        (digest: $0.key, translation: Translation(text: texts[$0.key], count: $0.value))
      }.sorted {
        let (one, two) = ($0.translation, $1.translation)
        return one.count != two.count ? one.count > two.count : one.text < two.text
      }
      let entry = Entry(source: texts[source], translations: sorted.map(\.translation))
      entries[entry.source] = entry
      entriesByDigest[source] = entry
      if entry.preferred != nil { preferred[source] = sorted[0].digest }
    }
  }

  private mutating func noteJoint(_ labels: LabelUses) {
    for use in labels.uses where use.sourceCount > 1 && use.sourceCount == use.targetCount {
      let (sources, targets) = (labels.sources(of: use), Array(labels.targets(of: use)))
      for (index, label) in sources.enumerated()
      where label.leadsToNext && index + 1 < targets.count {
        let pair = LabelPair(
          first: label.digest, second: sources[sources.startIndex + index + 1].digest)
        let names = LabelPair(first: targets[index], second: targets[index + 1])
        joint[pair, default: [:]][names, default: 0] += 1
      }
    }
  }
}

/// Two labels side by side, by their digests.
struct LabelPair: Hashable {
  var first: UInt64
  var second: UInt64
  /// The same in the other order.
  var exchanged: LabelPair { LabelPair(first: second, second: first) }
}
