import Model

/// Compares what the locales of a page break: what one alone breaks is its own mistake, what more
/// than two thirds break is the source's.
struct Agreement {
  private let pages: [TranslatedPage]
  private let sources: SourceDigests
  private let source: LocaleTag

  init(_ pages: [TranslatedPage], _ sources: SourceDigests, source: LocaleTag) {
    (self.pages, self.sources, self.source) = (pages, sources, source)
  }

  private struct Concern: Hashable {
    var check: TranslationCheck
    var key: TextPair.Key
    var source: UInt64
    var subject: String
  }

  /// The findings with what other locales say of them; mistakes of the source once.
  func applied(to findings: [TranslationFinding]) -> [TranslationFinding] {
    guard pages.count >= 3, findings.contains(where: \.check.isComparedAcrossLocales) else {
      return findings
    }
    let places = Dictionary(uniqueKeysWithValues: pages.indices.map { (pages[$0].locale, $0) })
    var groups: [Concern: [Int]] = [:]
    for (index, finding) in findings.enumerated() where finding.check.isComparedAcrossLocales {
      guard let page = places[finding.locale], let source = sources.digest(page, finding.key) else {
        continue
      }
      let concern = Concern(
        check: finding.check, key: finding.key, source: source, subject: finding.subject)
      groups[concern, default: []].append(index)
    }
    var result = findings
    var dropped: Set<Int> = []
    for (concern, indices) in groups {
      let all = pages.indices.count { sources.digest($0, concern.key) == concern.source }
      let broken = Set(indices.map { findings[$0].locale }).count
      let agreement = TranslationFinding.Agreement(broken: broken, all: all)
      guard all >= 3 else { continue }
      for index in indices { result[index].agreement = agreement }
      // A name that all translate is no mistake of the source: each may have to keep it. Nor is an
      // order of words that all change.
      let isMatterOfLanguage = concern.check == .identifier || concern.check == .linkOrder
      if agreement.isSourceDefect, !isMatterOfLanguage {
        // What nobody translates is a name.
        let isName = concern.check == .untranslated
        dropped.formUnion(isName ? indices[...] : indices.dropFirst())
        if isName { continue }
        blameSource(&result[indices[0]], page: places[findings[indices[0]].locale] ?? 0)
      } else if broken > 1 {
        for index in indices { result[index].severity = .note }
      }
    }
    return result.indices.filter { !dropped.contains($0) }.map { result[$0] }
  }

  /// Turns a finding into one of the source page.
  private func blameSource(_ finding: inout TranslationFinding, page number: Int) {
    let page = pages[number]
    finding.locale = source
    finding.severity = .note
    finding.message = Message(
      "check.source", ["message": .message(finding.message)])
    var place = SourceLocation(path: page.originalFile)
    if let pair = page.pairs.first(where: { $0.key == finding.key }),
      let text = page.source(of: pair), let offset = Self.offset(of: text, in: page.original)
    {
      place = LineTable(page.original).location(of: offset, path: place.path)
    }
    finding.location = place
  }

  private static func offset(of text: ArraySlice<UInt8>, in original: [UInt8]) -> Int? {
    guard let first = text.first, text.count <= original.count else { return nil }
    var position = 0
    while let found = original.position(of: first, in: position..<original.count) {
      if found + text.count <= original.count, original[found..<found + text.count] == text {
        return found
      }
      position = found + 1
    }
    return nil
  }
}
