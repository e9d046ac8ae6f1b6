import Model
import SnapshotReader

/// What a program that speaks to an interface may have saved of its answers.
struct SavedAnswer {
  /// The values that were answered.
  let records: [JSONNode]
  /// The address of the next page, if that isn't here.
  let next: JSONNode?
  /// Whether `null` stands in place of the values.
  var isNull = false
  /// Whether the values stand in pages, even in a single one.
  var isPaged = false
}

extension JSONNode {
  /// The values of a list, of a page, of the pages of one answer in a list, or a single value.
  var answer: SavedAnswer {
    if isNull { return SavedAnswer(records: [], next: nil, isNull: true) }
    if let page { return SavedAnswer(records: page, next: nextPage, isPaged: true) }
    guard let entries else { return SavedAnswer(records: [self], next: nil) }
    let pages = entries.compactMap(\.page)
    guard !pages.isEmpty, pages.count == entries.count else {
      return SavedAnswer(records: entries, next: nil)
    }
    // Each page but the last one names the next, which stands behind it.
    return SavedAnswer(
      records: pages.flatMap { $0 }, next: entries.last?.nextPage, isPaged: true)
  }

  private var page: [JSONNode]? { self["value"]?.entries }

  private var nextPage: JSONNode? {
    guard let next = self["@odata.nextLink"] ?? self["nextLink"], !next.isNull, next.text != ""
    else { return nil }
    return next
  }
}

extension Gathering {
  /// Notes keys that stand twice in an object or in one inside of it: one of the values is lost.
  mutating func reportDoubledKeys(of value: JSONNode) {
    var seen: Set<String> = []
    for member in value.members {
      if !seen.insert(member.key).inserted {
        report(
          .warning, "import.duplicate", member.key, at: member.value.offset,
          "\(quoted(member.key)) stands twice in one object; the first one is taken")
      }
      reportDoubledKeys(of: member.value)
    }
    for entry in value.entries ?? [] { reportDoubledKeys(of: entry) }
  }
}
