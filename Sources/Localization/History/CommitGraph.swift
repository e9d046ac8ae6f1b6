/// The commits of a repository between recorded versions and the one at hand, with their ancestry.
public struct CommitGraph: Sendable {
  /// A commit's place in the order: every commit comes before its parents.
  typealias Number = Int

  private(set) var ids: [String] = []
  private(set) var parents: [[Number]] = []
  private var children: [[Number]] = []
  /// The commit dates, in seconds since 1970.
  private(set) var dates: [Int] = []
  private var numbers: [String: Number] = [:]
  /// For each commit which versions have it among their ancestors, a bit each.
  private var reach: [UInt64] = []
  private var bits: [String: Int] = [:]
  private let words: Int
  /// The version at hand.
  let head: Number
  /// For each commit the step of the main line that brought it.
  private(set) var publication: [Number] = []

  /// Reads what `git rev-list --topo-order --parents --timestamp` prints; `nil` if it isn't what it
  /// should be.
  ///
  /// - Parameters:
  ///   - listing: A line a commit: its date, its id, its parents.
  ///   - head: The id of the version at hand; the listing must have it.
  ///   - recorded: The ids of the recorded versions that exist.
  ///
  /// Complexity: linear in the commits, times one for each 64 versions.
  public init?(listing: [UInt8], head: String, recorded: Set<String>) {
    var lines: [[Substring]] = []
    for line in listing.split(separator: 10) {
      let parts = String(decoding: line, as: UTF8.self).split(separator: " ")
      guard parts.count >= 2, Int(parts[0]) != nil else { return nil }
      numbers[String(parts[1])] = lines.count
      lines.append(parts)
    }
    guard let start = numbers[head] else { return nil }
    self.head = start
    bits[head] = 0
    for id in recorded.sorted() where bits[id] == nil { bits[id] = bits.count }
    words = (bits.count + 63) / 64
    for parts in lines {
      ids.append(String(parts[1]))
      dates.append(Int(parts[0]) ?? 0)
      // A commit whose parents aren't listed is the end of what is known.
      parents.append(parts.dropFirst(2).compactMap { [numbers] in numbers[String($0)] })
    }
    reach = [UInt64](repeating: 0, count: ids.count * words)
    for (id, bit) in bits {
      guard let number = numbers[id] else { return nil }
      reach[number * words + bit / 64] |= 1 << UInt64(bit % 64)
    }
    for number in ids.indices {
      for parent in parents[number] {
        for word in 0..<words { reach[parent * words + word] |= reach[number * words + word] }
      }
    }
    children = [[Number]](repeating: [], count: ids.count)
    for number in ids.indices { for parent in parents[number] { children[parent].append(number) } }
    publication = mainLine()
  }

  /// The commits by the step of the main line that brought them, the oldest step first.
  private func mainLine() -> [Number] {
    var line = [head]
    while let next = parents[line[line.count - 1]].first { line.append(next) }
    var steps = Array(ids.indices)
    var isKnown = [Bool](repeating: false, count: ids.count)
    for step in line.reversed() {
      var stack = [step]
      while let number = stack.popLast() {
        guard !isKnown[number] else { continue }
        isKnown[number] = true
        steps[number] = step
        stack += parents[number]
      }
    }
    return steps
  }

  /// The commit of an id.
  func number(of id: String) -> Number? { numbers[id] }

  /// The commit date, in seconds since 1970; `nil` if there is no such commit.
  public func date(of id: String) -> Int? { numbers[id].map { dates[$0] } }

  /// Whether `commit` is `version` or one of its ancestors.
  func reaches(_ version: String, _ commit: Number) -> Bool {
    guard let bit = bits[version] else { return false }
    return reach[commit * words + bit / 64] & (1 << UInt64(bit % 64)) != 0
  }

  /// Whether a walk by date knows, when it is at `commit`, that `parent` belongs to `version`.
  ///
  /// Git decides then which sides of a merge count, and goes from newer to older commits.
  func isKnown(_ parent: Number, to version: String, at commit: Number) -> Bool {
    guard reaches(version, parent), ids[parent] != version else { return false }
    return children[parent].contains { child in
      reaches(version, child) && (ids[child] == version || dates[child] > dates[commit])
    }
  }

  /// Whether every version has the commit among its ancestors, so that nobody asks what it changed.
  private func isShared(_ number: Number) -> Bool {
    (0..<words).reduce(0) { $0 + reach[number * words + $1].nonzeroBitCount } == bits.count
  }

  /// The pairs of commit and parent whose files are to be compared; a first commit has no parent.
  var edges: [(commit: Number, parent: Number?)] {
    ids.indices.flatMap { number -> [(Number, Number?)] in
      if isShared(number) { return [] }
      return parents[number].isEmpty ? [(number, nil)] : parents[number].map { (number, $0) }
    }
  }

  /// The same as `git diff-tree --stdin` reads it.
  public var comparisons: [UInt8] {
    var lines: [UInt8] = []
    for (commit, parent) in edges {
      lines += ids[commit].utf8
      if let parent { lines += " \(ids[parent])".utf8 }
      lines.append(10)
    }
    return lines
  }
}
