import Model

/// Labels that are called otherwise than elsewhere, or are still in the source language.
enum LabelChecks {
  /// Compares the labels of one locale with its glossary.
  static func findings(
    _ observations: [LabelObservation], _ glossary: Glossary, script: Script
  ) -> [SetFinding] {
    var findings: [SetFinding] = []
    for use in observations {
      var told: Set<String> = []
      for (index, source) in use.sources.enumerated()
      where !source.isEmpty && told.insert(source).inserted {
        let preferred = glossary.entries[source]?.preferred
        if use.targets.contains(source) {
          let isUntranslated =
            preferred.map { $0 != source }
            ?? isUntranslated(source, use.isTranslatedElsewhere[index], glossary, script)
          if isUntranslated, Label.isProse(source), !use.areNames[index] {
            findings.append(
              SetFinding(
                .labelUntranslated, preferred == nil ? "found" : "preferred", page: use.page,
                pair: use.pair, offset: use.offset,
                ["found": .code(source), "expected": .code(preferred ?? "")], subject: source))
          }
        } else if let preferred, !use.targets.contains(preferred),
          !isForm(of: preferred, in: use.targets)
        {
          let found = use.sources.count == use.targets.count ? use.targets[index] : nil
          guard use.sources.count == use.targets.count, let found else { continue }
          findings.append(
            SetFinding(
              .labelInconsistent, "differs", page: use.page, pair: use.pair, offset: use.offset,
              ["source": .code(source), "expected": .code(preferred), "found": .code(found)],
              subject: source))
        }
      }
    }
    return findings
  }

  /// Whether a label that is the same in both languages should have been translated.
  ///
  /// Other locales must translate it. In Latin letters a single word may be the same in both
  /// languages: `Segments` is French too.
  private static func isUntranslated(
    _ label: String, _ elsewhere: Bool?, _ glossary: Glossary, _ script: Script
  ) -> Bool {
    guard elsewhere == true, let entry = glossary.entries[label] else { return false }
    let same = entry.translations.first { $0.text == label }?.count ?? 0
    guard same * 2 <= entry.count || entry.count < 3 else { return false }
    return script != .latin || label.split(separator: " ").count > 1
  }

  /// Whether a label has the preferred words with others around them, or an ending of grammar.
  private static func isForm(of preferred: String, in targets: [String]) -> Bool {
    targets.contains { target in
      if target.contains(preferred) || preferred.contains(target) { return true }
      let common = zip(target, preferred).prefix { $0 == $1 }.count
      return common >= 4 && common * 4 >= min(target.count, preferred.count) * 3
    }
  }
}
