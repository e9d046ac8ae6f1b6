import Model

/// Labels that are called otherwise than elsewhere, or are still in the source language.
enum LabelChecks {
  /// Compares the labels of one locale with its glossary.
  static func findings(
    _ labels: LabelUses, _ glossary: Glossary, _ texts: LabelTexts, script: Script
  ) -> [SetFinding] {
    var findings: [SetFinding] = []
    for use in labels.uses {
      let sources = labels.sources(of: use)
      let targets = labels.targets(of: use)
      for (index, label) in sources.enumerated() {
        let preferredDigest = glossary.preferred[label.digest]
        let isSame = targets.contains(label.digest)
        if label.leadsToNext, sources.count == targets.count, index + 1 < sources.count,
          ExchangedLabels(sources, targets, index, glossary, texts).areExchanged
        {
          let preferred = preferredDigest.map { texts[$0] } ?? ""
          findings.append(
            otherName(
              texts[label.digest], preferred, texts[targets[targets.startIndex + index]], use))
          continue
        }
        // Nearly all labels are called what they are mostly called.
        if !isSame, preferredDigest.map(targets.contains) ?? true { continue }
        // The name in the source language may stand beside it: **Speichern** (**Save**).
        if targets.count > sources.count, let preferredDigest, preferredDigest != label.digest,
          targets.contains(preferredDigest)
        {
          continue
        }
        let source = texts[label.digest]
        guard !source.isEmpty,
          !sources.prefix(index).contains(where: { $0.digest == label.digest })
        else { continue }
        let preferred = preferredDigest.map { texts[$0] }
        if isSame {
          let isUntranslated =
            preferred.map { $0 != source }
            ?? (!label.isTitle && isUntranslated(label, source, glossary, script))
          if isUntranslated, Label.isProse(source), !label.isName {
            findings.append(
              SetFinding(
                .labelUntranslated, preferred == nil ? "found" : "preferred",
                at: use.place, ["found": .code(source), "expected": .code(preferred ?? "")],
                subject: source))
          }
        } else if let preferred, sources.count == targets.count,
          !isForm(of: preferred, in: targets.map { texts[$0] })
        {
          findings.append(
            otherName(source, preferred, texts[targets[targets.startIndex + index]], use))
        }
      }
    }
    return findings
  }

  private static func otherName(
    _ source: String, _ preferred: String, _ found: String, _ use: LabelUses.Use
  ) -> SetFinding {
    SetFinding(
      .labelInconsistent, "differs", at: use.place,
      ["source": .code(source), "expected": .code(preferred), "found": .code(found)],
      subject: source)
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
      Label.has(target, preferred) || Label.has(preferred, target)
        || Label.isForm(target, of: preferred)
    }
  }
}
