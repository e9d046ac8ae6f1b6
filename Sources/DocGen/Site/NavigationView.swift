/// Which entries of a navigation a page shows: all of a small one; of a large one the groups that
/// lead to the page, and of a long group the part around it.
///
/// What a page costs then depends on where it is, not on how many others there are.
struct NavigationView: Hashable, Sendable {
  /// What is shown in a list.
  enum Entry: Hashable {
    /// An entry with what is shown below it.
    case item(Int)
    /// The page of a group, as the first in the group's own list.
    case itself(Int)
    /// A number of entries that are left out, and the nearest of them.
    case more(Int, Int)
  }

  /// Navigations up to this number of entries are shown as a whole.
  static let wholeLimit = 300
  /// How many entries of a long group are shown on each side of a page's part.
  private static let margin = 30
  /// The length of a part of a long group.
  private static let part = 60

  /// The group that the page is in, with those above; `nil` shows the whole navigation.
  private let openGroups: [Int]?
  /// The part of each of these groups, and of the first level, that holds the page.
  private let parts: [Int]

  /// The view for a page's entry; `nil` is a page that the navigation doesn't have.
  init(of number: Int?, in navigation: Navigation) {
    guard navigation.items.count > Self.wholeLimit else {
      openGroups = nil
      parts = []
      return
    }
    let path = number.map { navigation.ancestors(of: $0) + [$0] } ?? []
    var parts: [Int] = []
    var parent: Int?
    for entry in path {
      let index = navigation.children(of: parent).firstIndex(of: entry) ?? 0
      parts.append(index / Self.part)
      parent = entry
    }
    openGroups = path.filter(navigation.isGroup)
    self.parts = parts
  }

  /// What is shown below an entry, or on the first level.
  func visible(_ navigation: Navigation, below parent: Int?) -> [Entry] {
    var entries: [Entry] = []
    if let parent {
      guard navigation.isGroup(parent) else { return [] }
      if let openGroups, !openGroups.contains(parent) {
        // A closed group of a large navigation is a link to its first page.
        return []
      }
      if navigation.items[parent].target != .none { entries.append(.itself(parent)) }
    }
    let children = navigation.children(of: parent)
    guard let openGroups, children.count > Self.part + 2 * Self.margin else {
      return entries + children.map { .item($0) }
    }
    let level = parent.flatMap { openGroups.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    let start = (level < parts.count ? parts[level] : 0) * Self.part
    let first = max(0, start - Self.margin)
    let last = min(children.count, start + Self.part + Self.margin)
    if first > 0 { entries.append(.more(first, children[first - 1])) }
    entries += children[first..<last].map { .item($0) }
    if last < children.count { entries.append(.more(children.count - last, children[last])) }
    return entries
  }
}
