import Model

/// The markup outside texts is that of the other locales, or of the source file: headings keep their
/// level, lists their numbers, notes their kind, tables their cells, and code is never translated.
enum StructureCheck {
  /// More differences than this are another version of the source, unless it is known to be the
  /// same.
  private static let mostDifferences = 3
  private static let mostFindings = 8

  static func findings(_ pages: [TranslatedPage], _ settings: CheckSettings) -> [TranslationFinding]
  {
    let usable = pages.filter {
      $0.alignment == .spans && isNeeded(settings, $0.locale)
    }
    guard let first = usable.first else { return [] }
    // Nearly all pages are the same in all languages: then there is nothing to compare.
    if usable.count > 1 {
      let digest = OutsideDigest.of(first)
      if usable.dropFirst().allSatisfy({ OutsideDigest.of($0) == digest }) { return [] }
    }
    let structures = usable.map { PageStructure($0) }
    var findings: [TranslationFinding] = []
    for (index, page) in usable.enumerated() {
      guard let reference = reference(for: index, usable, structures) else { continue }
      findings += compare(structures[index], with: reference, page)
    }
    return findings
  }

  private static func isNeeded(_ settings: CheckSettings, _ locale: LocaleTag) -> Bool {
    [.structure, .code, .image].contains { settings.severity(of: $0, in: locale) != nil }
  }

  private struct Reference {
    var marks: [PageStructure.Mark]
    var comparesCells: Bool
    /// Whether it is known to be of the same version.
    var isSameVersion: Bool
  }

  /// What the structure of a page should be; `nil` where nobody knows.
  private static func reference(
    for index: Int, _ pages: [TranslatedPage], _ all: [PageStructure]
  ) -> Reference? {
    if all.count > 2 {
      // Most of the others must agree.
      let others = all.indices.filter { $0 != index }
      let agreed = others.first { one in
        let count = others.count { isSame(all[$0].marks, all[one].marks) }
        return count > 1 && count * 2 > others.count
      }
      guard let agreed else { return nil }
      return Reference(marks: all[agreed].marks, comparesCells: true, isSameVersion: false)
    }
    let page = pages[index]
    guard !page.original.isEmpty else { return nil }
    let freshness = page.freshness
    guard freshness != .stale else { return nil }
    return Reference(
      marks: PageStructure(source: page.original).marks, comparesCells: false,
      isSameVersion: freshness == .current)
  }

  private static func isSame(_ one: [PageStructure.Mark], _ other: [PageStructure.Mark]) -> Bool {
    one.count == other.count
      && zip(one, other).allSatisfy {
        $0.isSame($1, comparesCells: true, comparesDepth: true)
      }
  }

  private static func compare(
    _ structure: PageStructure, with reference: Reference, _ page: TranslatedPage
  ) -> [TranslationFinding] {
    var (own, other) = (structure.marks[...], reference.marks[...])
    let comparesDepth = own.count == other.count
    if !comparesDepth {
      // What follows a marker that is lost or new stands in another list for that reason.
      own = own.filter { $0.kind != .paragraph }[...]
      other = other.filter { $0.kind != .paragraph }[...]
    }
    func isSame(_ one: PageStructure.Mark, _ two: PageStructure.Mark) -> Bool {
      one.isSame(two, comparesCells: reference.comparesCells, comparesDepth: comparesDepth)
    }
    let start = zip(own, other).prefix { isSame($0, $1) }.count
    let (left, right) = (own.dropFirst(start), other.dropFirst(start))
    let end = zip(left.reversed(), right.reversed()).prefix { isSame($0, $1) }.count
    let (found, expected) = (left.dropLast(end), right.dropLast(end))
    guard !found.isEmpty || !expected.isEmpty else { return [] }
    var differences: [(found: PageStructure.Mark?, expected: PageStructure.Mark?)] = []
    if found.count == expected.count {
      differences = Self.differences(Array(zip(found, expected)), isSame)
    } else {
      let pairs = max(found.count, expected.count)
      let places = (Array(found), Array(expected))
      differences = (0..<pairs).map { index in
        (
          index < places.0.count ? places.0[index] : nil,
          index < places.1.count ? places.1[index] : nil
        )
      }
    }
    if !reference.isSameVersion, differences.count > max(mostDifferences, own.count / 20) {
      return []
    }
    let lines = LineTable(page.bytes)
    let fallback = found.first?.offset ?? left.first?.offset ?? own.last?.offset ?? 0
    return differences.prefix(mostFindings).map { difference in
      finding(difference, at: difference.found?.offset ?? fallback, page, lines)
    }
  }

  private static func indented(_ mark: String) -> Message {
    mark.isEmpty
      ? Message("check.structure.paragraph", [:])
      : Message("check.structure.indented", ["found": .code(mark)])
  }

  /// The lines that differ.
  ///
  /// Where a line stands in another list those right behind it do too: that is one difference.
  private static func differences(
    _ lines: [(PageStructure.Mark, PageStructure.Mark)],
    _ isSame: (PageStructure.Mark, PageStructure.Mark) -> Bool
  ) -> [(found: PageStructure.Mark?, expected: PageStructure.Mark?)] {
    var differences: [(found: PageStructure.Mark?, expected: PageStructure.Mark?)] = []
    var isMoved = false
    for (found, expected) in lines {
      let differs = !isSame(found, expected)
      var moved = found
      moved.depth = expected.depth
      let isMovedOnly = differs && isSame(moved, expected)
      if differs, !(isMovedOnly && isMoved) { differences.append((found, expected)) }
      isMoved = isMovedOnly
    }
    return differences
  }

  private static func finding(
    _ difference: (found: PageStructure.Mark?, expected: PageStructure.Mark?), at offset: Int,
    _ page: TranslatedPage, _ lines: LineTable
  ) -> TranslationFinding {
    let kind = difference.expected?.kind ?? difference.found?.kind
    let check: TranslationCheck = kind == .code ? .code : .structure
    let expected = difference.expected.map { ComparedPair.text($0.text) }
    let found = difference.found.map { ComparedPair.text($0.text) }
    let variant = expected == nil ? "extra" : found == nil ? "missing" : "changed"
    let isMoved = expected != nil && expected == found
    let isIndented = isMoved && difference.found?.depth != difference.expected?.depth
    let arguments: KeyValuePairs<String, MessageValue> =
      expected == nil
      ? ["found": .code(found ?? "")]
      : found == nil
        ? ["expected": .code(expected ?? "")]
        : ["expected": .code(expected ?? ""), "found": .code(found ?? "")]
    let pair =
      page.pairs.first { $0.key.kind == .sentence && $0.target.lowerBound >= offset }
      ?? page.pairs.last { $0.key.kind == .sentence }
    let key = pair?.key ?? TextPair.Key(.sentence, 0)
    return TranslationFinding(
      check: check, severity: check.severity, locale: page.locale, page: page.path, key: key,
      number: key.number, location: lines.location(of: offset, path: page.file),
      message: isIndented
        ? indented(found ?? "")
        : isMoved
          ? Message("check.structure.moved", [:])
          : Message("check.\(check.rawValue).\(variant)", arguments),
      subject: "structure \(expected ?? found ?? "")", agreement: nil)
  }
}
