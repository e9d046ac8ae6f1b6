/// Two labels that keep their order in every language: steps of a path, `**Admin** >
/// **Connections**`, or things of a list.
///
/// They have taken each other's place if the set calls each by the other's name.
struct ExchangedLabels {
  private let sources: LabelPair
  private let names: LabelPair
  /// Whether the text has no other labels, which could have moved between them.
  private let areAlone: Bool
  private let glossary: Glossary
  private let texts: LabelTexts

  /// The label at a place of a text, and the one behind it.
  init(
    _ sources: ArraySlice<SourceLabel>, _ targets: ArraySlice<UInt64>, _ index: Int,
    _ glossary: Glossary, _ texts: LabelTexts
  ) {
    let (source, target) = (sources.startIndex + index, targets.startIndex + index)
    self.sources = LabelPair(
      first: sources[source].digest, second: sources[source + 1].digest)
    names = LabelPair(first: targets[target], second: targets[target + 1])
    areAlone = sources.count == 2
    (self.glossary, self.texts) = (glossary, texts)
  }

  var areExchanged: Bool {
    guard names.first != names.second, sources.first != sources.second else { return false }
    return areMostlyOtherwise || areKnownOtherwise || areAlone && areKeptNames
  }

  /// Whether each one is mostly called what stands in the other's place.
  private var areMostlyOtherwise: Bool {
    func isMostly(_ label: UInt64, _ name: UInt64, not other: UInt64) -> Bool {
      let all = glossary.counts[label] ?? [:]
      return all[name, default: 0] >= max(2, 3 * all[other, default: 0])
    }
    return isMostly(sources.first, names.second, not: names.first)
      && isMostly(sources.second, names.first, not: names.second)
  }

  /// Whether one of them keeps its name of the source and stands in the other's place.
  private var areKeptNames: Bool {
    let isMoved = names.first == sources.second || names.second == sources.first
    return isMoved && names.first != sources.first && names.second != sources.second
  }

  /// Whether texts with one label alone, where none can be taken for another one, call them so, or
  /// texts with the same two have them in the other order.
  private var areKnownOtherwise: Bool {
    let first = (kept: uses(sources.first, names.first), other: uses(sources.first, names.second))
    let second = (
      kept: uses(sources.second, names.second), other: uses(sources.second, names.first)
    )
    guard first.kept + second.kept == 0 else { return false }
    if first.other > 0, second.other > 0 { return true }
    let orders = glossary.joint[sources] ?? [:]
    return orders[names.exchanged, default: 0] >= 2 * orders[names, default: 0]
      || areAlone && first.other + second.other > 0
  }

  /// How often a label alone is called by a name, or by a form of it.
  private func uses(_ label: UInt64, _ name: UInt64) -> Int {
    guard let all = glossary.alone[label] else { return 0 }
    if let count = all[name] { return count }
    let text = texts[name]
    return all.reduce(0) { $0 + (Label.isForm(text, of: texts[$1.key]) ? $1.value : 0) }
  }
}
