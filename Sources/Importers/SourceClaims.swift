import Model
import SnapshotReader

/// The entries of `collection.sources`: what each section comes from.
///
/// `recordCount` is the number of records that a source was the first to have, so that the counts of
/// a section's sources add up to its records.
struct SourceClaims {
  private let merge: SnapshotMerge
  private let complete: [String]
  /// For each section, the number of records by the source that had them first.
  private var owned: [Section: [Int: Int]] = [:]

  init(merge: SnapshotMerge, complete: [String]) {
    self.merge = merge
    self.complete = complete
    for (section, records) in merge.merged {
      for record in records { owned[section, default: [:]][record.place.source, default: 0] += 1 }
    }
  }

  /// The entries as members of objects, by section and source; sources without records come last.
  var all: [[JSONNode.Member]] {
    var claims: [[JSONNode.Member]] = []
    for section in Section.allCases where section != .collection {
      for (index, source) in merge.gathering.sources.enumerated() {
        guard let part = source.contributions[section] else { continue }
        claims += self.claims(section, index, source, part)
      }
    }
    for source in merge.gathering.sources where source.contributions.isEmpty {
      claims.append(Self.claim(source, nil, count: 0))
    }
    let known = Set(Section.allCases.map(\.name))
    for (_, claim) in merge.gathering.earlierSources
    where claim["section"]?.text.map({ !known.contains($0) }) ?? true {
      claims.append(claim.members)
    }
    return claims
  }

  private func claims(
    _ section: Section, _ index: Int, _ source: ImportSource, _ part: ImportSource.Contribution
  ) -> [[JSONNode.Member]] {
    let count = owned[section]?[index] ?? 0
    let earlier = merge.gathering.earlierSources.filter {
      $0.source == index && $0.claim["section"]?.text == section.name
    }.map(\.claim)
    let counts = earlier.compactMap { $0["recordCount"]?.integer }
    let isSaidEarlier =
      !earlier.isEmpty && counts.count == earlier.count && counts.reduce(0, +) == count
    // Records that another source had first are no longer those that the snapshot counted.
    var claims = earlier.map { claim in
      isSaidEarlier ? claim.members : claim.members.filter { $0.key != "recordCount" }
    }
    guard !isSaidEarlier || complete.contains(section.name) else { return claims }
    var claim = Self.claim(source, section, count: isSaidEarlier ? 0 : count)
    if complete.contains(section.name) { claim.append(Self.member("complete", .flag(true))) }
    if let window = part.window {
      claim.append(Self.member("windowStartUtc", .text(Self.time(window.lowerBound))))
      claim.append(Self.member("windowEndUtc", .text(Self.time(window.upperBound))))
    }
    claims.append(claim)
    return claims
  }

  private static func claim(
    _ source: ImportSource, _ section: Section?, count: Int
  ) -> [JSONNode.Member] {
    (section.map { [member("section", .text($0.name))] } ?? []) + [
      member("kind", .text(source.kind.rawValue)), member("uri", .text("file:\(source.name)")),
      member("sha256", .text(source.sha256)), member("recordCount", .number("\(count)")),
    ]
  }

  /// A time as the snapshot writes it: without a zone where nobody knows which one is meant.
  private static func time(_ instant: Instant) -> String {
    let text = instant.iso8601
    return instant.isZoneAssumed && !instant.isDayOnly ? String(text.dropLast()) : text
  }

  private static func member(_ name: String, _ content: JSONNode.Content) -> JSONNode.Member {
    JSONNode.Member(name, JSONNode(content, at: 0))
  }
}
