import Model

/// Units keep their order and their numbers: the number says which source a translation belongs to.
enum IdentityCheck {
  /// Reports units whose numbers don't rise; each included file counts by itself.
  static func examineOrder(_ page: TranslatedPage, _ report: inout PairReport) {
    guard page.alignment == .spans else { return }
    report.check = .identity
    // Units of several sentences are counted by themselves.
    let units = page.pairs.filter { $0.key.kind == .sentence && $0.key.number < Unit.joined }
    for index in units.indices.dropFirst() {
      let (before, here) = (units[index - 1].key.number, units[index].key.number)
      guard here <= before else { continue }
      // A new count begins where an included file was put in.
      if here <= 103, index + 1 < units.count, units[index + 1].key.number == here + 1 { continue }
      report.add(
        "order", ["number": .integer(here), "before": .integer(before)], key: units[index].key,
        at: units[index].target.lowerBound, subject: "order \(here)")
    }
  }

  /// Units whose source differs from that of the same number in all other locales, which agree.
  static func foreignSources(
    _ pages: [TranslatedPage], _ sources: SourceDigests
  ) -> [TranslationFinding] {
    var findings: [TranslationFinding] = []
    for (number, page) in pages.enumerated() where page.alignment == .spans {
      // A page of another version of the source differs in many places: that is drift, no mistake.
      let odd = page.pairs.indices.filter { index in
        page.pairs[index].key.kind == .sentence
          && isOdd(page.pairs[index].key, index, number, pages.count, sources)
      }.map { page.pairs[$0] }
      guard !odd.isEmpty, odd.count <= max(2, page.pairs.count / 20) else { continue }
      let lines = LineTable(page.bytes)
      for pair in odd {
        findings.append(
          TranslationFinding(
            check: .identity, severity: TranslationCheck.identity.severity, locale: page.locale,
            page: page.path, key: pair.key, number: pair.key.number,
            location: lines.location(
              of: pair.target.lowerBound, path: page.file),
            message: Message(
              "check.identity.source", ["number": .integer(pair.key.number)]), subject: "source",
            agreement: nil))
      }
    }
    return findings
  }

  /// Units that all other locales have from the same source, and one locale has lost.
  ///
  /// Of two locales the one has lost a unit that the other one has, if it has nothing of its own.
  static func lostUnits(
    _ pages: [TranslatedPage], _ sources: SourceDigests
  ) -> [TranslationFinding] {
    guard pages.count > 1, !sources.areAlike else { return [] }
    var findings: [TranslationFinding] = []
    let digests = pages.indices.map(sources.byKey)
    for (number, page) in pages.enumerated() where page.alignment == .spans {
      let others = digests.indices.filter { $0 != number }.map { digests[$0] }
      let known = Set(digests[number].values)
      if others.count == 1, !known.isSubset(of: others[0].values) { continue }
      let lost = (others.first ?? [:]).filter { key, source in
        key.kind == .sentence && !known.contains(source)
          && others.allSatisfy { $0[key] == source }
      }.keys.map(\.number).sorted()
      // A page of another version of the source lacks many: that is drift, no mistake.
      guard !lost.isEmpty, lost.count <= max(2, page.pairs.count / 20) else { continue }
      let lines = LineTable(page.bytes)
      for lost in lost {
        let before = page.pairs.last { $0.key.kind == .sentence && $0.key.number < lost }
        findings.append(
          TranslationFinding(
            check: .identity, severity: TranslationCheck.identity.severity, locale: page.locale,
            page: page.path, key: .init(.sentence, lost), number: lost,
            location: lines.location(of: before?.target.lowerBound ?? 0, path: page.file),
            message: Message("check.identity.missing", ["number": .integer(lost)]),
            subject: "missing", agreement: nil))
      }
    }
    return findings
  }

  private static func isOdd(
    _ key: TextPair.Key, _ place: Int, _ page: Int, _ pageCount: Int, _ sources: SourceDigests
  ) -> Bool {
    guard let own = sources.digest(page, key, near: place) else { return false }
    var other: UInt64?
    var count = 0
    for index in 0..<pageCount where index != page {
      guard let source = sources.digest(index, key, near: place) else { continue }
      if source == own || (other != nil && source != other) { return false }
      other = source
      count += 1
    }
    return count >= 2
  }
}
