/// What commits changed, file by file.
struct FileChanges: Sendable {
  /// What became of a file.
  enum Change: Hashable, Sendable {
    case changed
    case added
    case removed
    /// The file had another name before.
    case renamed(from: Int)
  }

  /// A file that got another name.
  struct Renaming: Sendable {
    var commit: CommitGraph.Number
    var from: Int
    var to: Int
  }

  /// The changes of each commit against each of its parents, by the number of the path.
  private var byCommit: [CommitGraph.Number: [[Int: Change]]] = [:]
  /// All renamings, those of the newest commits first.
  private(set) var renamings: [Renaming] = []
  private var paths: [String] = []
  private var numbers: [String: Int] = [:]

  /// Reads what `git diff-tree --stdin -r -z --raw -M --root --always --no-abbrev` prints.
  ///
  /// - Returns: `nil` if it isn't what it should be.
  init?(_ output: [UInt8], of edges: [(commit: CommitGraph.Number, parent: CommitGraph.Number?)]) {
    var fields = output.split(separator: 0, omittingEmptySubsequences: false)[...]
    if fields.last?.isEmpty == true { fields.removeLast() }
    for edge in edges {
      guard let header = fields.popFirst(), header.first != UInt8(ascii: ":") else { return nil }
      var changes: [Int: Change] = [:]
      while let field = fields.first, field.first == UInt8(ascii: ":") {
        fields.removeFirst()
        guard let space = field.lastIndex(of: 32), space + 1 < field.endIndex,
          let path = fields.popFirst()
        else { return nil }
        let number = intern(path)
        switch field[space + 1] {
        case UInt8(ascii: "A"): changes[number] = .added
        case UInt8(ascii: "D"): changes[number] = .removed
        case UInt8(ascii: "R"):
          guard let new = fields.popFirst() else { return nil }
          let target = intern(new)
          changes[target] = .renamed(from: number)
          if changes[number] == nil { changes[number] = .removed }
          renamings.append(Renaming(commit: edge.commit, from: number, to: target))
        default: changes[number] = .changed
        }
      }
      byCommit[edge.commit, default: []].append(changes)
    }
    guard fields.isEmpty else { return nil }
  }

  private mutating func intern(_ bytes: ArraySlice<UInt8>) -> Int {
    let path = String(decoding: bytes, as: UTF8.self)
    if let number = numbers[path] { return number }
    numbers[path] = paths.count
    paths.append(path)
    return paths.count - 1
  }

  /// The number of a path; `nil` if no commit changed it.
  func number(of path: String) -> Int? { numbers[path] }

  /// The path of a number.
  func path(_ number: Int) -> String { paths[number] }

  /// What became of a file in a commit, against the parent at a place in the order of parents.
  func change(of path: Int, in commit: CommitGraph.Number, against parent: Int) -> Change? {
    guard let changes = byCommit[commit], parent < changes.count else { return nil }
    return changes[parent][path]
  }
}
