import Model

/// Labels that are called otherwise than elsewhere, or are still in the source language.
enum LabelChecks {
  /// Compares the labels of one locale with its glossary.
  static func findings(
    _ observations: SetObservations, _ glossary: Glossary, script: Script
  ) -> [SetFinding] {
    var findings: [SetFinding] = []
    let texts = observations.labelTexts
    for use in observations.labels {
      for (index, label) in use.sources.enumerated() {
        let preferredDigest = glossary.preferred[label.digest]
        let isSame = use.targets.contains(label.digest)
        // Nearly all labels are called what they are mostly called.
        if !isSame, preferredDigest.map(use.targets.contains) ?? true { continue }
        let source = texts[label.digest]
        guard !source.isEmpty,
          !use.sources[..<index].contains(where: { $0.digest == label.digest })
        else { continue }
        let preferred = preferredDigest.map { texts[$0] }
        if isSame {
          let isUntranslated =
            preferred.map { $0 != source }
            ?? isUntranslated(label, source, glossary, script)
          if isUntranslated, Label.isProse(source), !label.isName {
            findings.append(
              SetFinding(
                .labelUntranslated, preferred == nil ? "found" : "preferred",
                at: use.place, ["found": .code(source), "expected": .code(preferred ?? "")],
                subject: source))
          }
        } else if let preferred, use.sources.count == use.targets.count,
          !isForm(of: preferred, in: use.targets.map { texts[$0] })
        {
          let found = texts[use.targets[index]]
          findings.append(
            SetFinding(
              .labelInconsistent, "differs", at: use.place,
              ["source": .code(source), "expected": .code(preferred), "found": .code(found)],
              subject: source))
        }
      }
    }
    return findings
  }

  /// Whether a label that is the same in both languages should have been translated.
  ///
  /// Most other pages or other locales must translate it. In Latin letters a single word may be the same in both
  /// languages: `Segments` is French too.
  private static func isUntranslated(
    _ label: SourceLabel, _ text: String, _ glossary: Glossary, _ script: Script
  ) -> Bool {
    guard let entry = glossary.entriesByDigest[label.digest] else { return false }
    let same = entry.translations.first { $0.text == text }?.count ?? 0
    // The language has another name for it elsewhere, if not always the same one.
    if label.isCapitalized, entry.count >= 3, same * 3 <= entry.count { return true }
    guard label.isTranslatedElsewhere == true else { return false }
    guard same * 2 <= entry.count || entry.count < 3 else { return false }
    return script != .latin || text.split(separator: " ").count > 1
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
