import Model

/// A combination of keys stays the same one: `Ctrl+C` is neither `Ctrl+V` nor `Alt+C`.
///
/// The names of keys are translated; those of modifiers are known in some languages.
struct KeyCheck: PairCheck {
  static let check = TranslationCheck.identifier
  static let concerns: TextProfile.Features = .plusSign

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    let expected = KeyCombination.all(pair.sourceBytes, pair.sourceRange).filter(\.isEnglish)
    guard !expected.isEmpty else { return }
    let all = KeyCombination.all(pair.targetBytes, pair.targetRange)
    var others = all
    var missing: [KeyCombination] = []
    // Those that are the same go first, so that what is left are the changed ones.
    for combination in expected {
      if let index = others.firstIndex(where: { isSame($0, combination) }) {
        others.remove(at: index)
      } else {
        missing.append(combination)
      }
    }
    for one in missing {
      let source = ComparedPair.text(pair.sourceBytes[one.range])
      let other = others.first { $0.key == one.key } ?? others.first
      guard let other else {
        if !one.isKeyPlain || hasModifier(pair, outside: all) { continue }
        report.add("missing", ["expected": .code(source)], subject: source)
        continue
      }
      report.add(
        "changed",
        [
          "expected": .code(source),
          "found": .code(ComparedPair.text(pair.targetBytes[other.range])),
        ], at: other.range.lowerBound, subject: source)
      others.removeAll { $0.range == other.range }
    }
  }

  /// Whether the last key is the same, and the modifiers are, as far as they are known.
  private static func isSame(_ one: KeyCombination, _ other: KeyCombination) -> Bool {
    if one.isKeyPlain || other.isKeyPlain, one.key != other.key { return false }
    if one.modifiers.contains(nil) || other.modifiers.contains(nil) { return true }
    return one.modifiers.count == other.modifiers.count
      && Set(one.modifiers) == Set(other.modifiers)
  }

  /// Whether a translation says a modifier without a plus sign, as in "Strg und C".
  private static func hasModifier(
    _ pair: borrowing ComparedPair, outside known: [KeyCombination]
  ) -> Bool {
    pair.target.tokens.contains { token in
      token.kind == .word && !known.contains { $0.range.contains(Int(token.start)) }
        && KeyCombination.modifier(pair.targetText(token).lowercased()) != nil
    }
  }
}
