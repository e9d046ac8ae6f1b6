import FileSystem

/// The tree of pages beside an article, in the order of reading.
struct Navigation: Sendable {
  /// Where an entry leads.
  enum Target: Hashable, Sendable {
    /// Nowhere: it is a heading for those below it.
    case none
    /// A page of the site.
    case page(RelativePath)
    /// An address elsewhere.
    case outside(String)
  }

  /// An entry.
  ///
  /// The entries below it follow it, up to `end`.
  struct Item: Hashable, Sendable {
    var name: String
    var target: Target
    /// The place on the page that it leads to; `nil` is its top.
    var fragment: String?
    /// What the address of its page goes on with: `#` and the place, or nothing.
    var suffix: String { fragment.map { "#\($0.addressEncoded)" } ?? "" }
    /// The entry above; `nil` on the first level.
    var parent: Int?
    /// Behind the last entry below it.
    var end: Int
    /// Whether the entries below it are shown from the start.
    var isExpanded = false
    /// Other words that a reader may look for.
    var keywords: [String] = []
  }

  /// The entries, each before those below it.
  private(set) var items: [Item] = []
  private var numbers: [RelativePath: Int] = [:]

  /// Begins an entry below `parent`; the number is for ``close(_:)`` after those below it.
  mutating func open(
    _ name: String, _ target: Target, fragment: String? = nil, below parent: Int?,
    isExpanded: Bool = false, keywords: [String] = []
  ) -> Int {
    let number = items.count
    items.append(
      Item(
        name: name, target: target, fragment: fragment, parent: parent, end: number + 1,
        isExpanded: isExpanded, keywords: keywords))
    if case .page(let path) = target {
      let isBetter = numbers[path].map { fragment == nil && items[$0].fragment != nil }
      if isBetter ?? true { numbers[path] = number }
    }
    return number
  }

  /// Ends an entry.
  mutating func close(_ number: Int) { items[number].end = items.count }

  /// Takes back an entry that turned out to have nothing below it.
  mutating func removeLast() { items.removeLast() }

  /// The first entry that leads to a page as a whole, else the first that leads to a place on it.
  subscript(path: RelativePath) -> Int? { numbers[path] }

  /// The entries directly below an entry, or those of the first level.
  func children(of number: Int?) -> [Int] {
    var children: [Int] = []
    var position = number.map { $0 + 1 } ?? 0
    let end = number.map { items[$0].end } ?? items.count
    while position < end {
      children.append(position)
      position = items[position].end
    }
    return children
  }

  /// Whether entries lie below one.
  func isGroup(_ number: Int) -> Bool { items[number].end > number + 1 }

  /// The entries above one, the outermost first.
  func ancestors(of number: Int) -> [Int] {
    var ancestors: [Int] = []
    var current = items[number].parent
    while let parent = current {
      ancestors.append(parent)
      current = items[parent].parent
    }
    return ancestors.reversed()
  }

  /// The page that a group opens with: its own, or the first one below it.
  func firstPage(in number: Int) -> RelativePath? {
    for item in items[number..<items[number].end] {
      if case .page(let path) = item.target { return path }
    }
    return nil
  }

  /// The entries of the pages before and after an entry, in the order of reading.
  func neighbours(of number: Int) -> (previous: Int?, next: Int?) {
    func isOther(_ candidate: Int) -> Bool {
      if case .page(let path) = items[candidate].target {
        return numbers[path] == candidate && items[candidate].target != items[number].target
      }
      return false
    }
    return (
      items.indices[..<number].last(where: isOther),
      items.indices[(number + 1)...].first(where: isOther)
    )
  }
}
