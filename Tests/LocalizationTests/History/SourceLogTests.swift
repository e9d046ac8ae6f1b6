import Localization
import TestSupport
import Testing

/// The history of a repository as the command line asks for it.
private func log(_ repository: TestRepository, _ recorded: Set<String>) throws -> SourceLog {
  let head = try repository.git("rev-parse", "HEAD")
  var words = ["rev-list", "--topo-order", "--parents", "--timestamp", head]
  words += recorded.sorted()
  let listing = Array(try repository.call(words).utf8)
  let graph = try #require(CommitGraph(listing: listing, head: head, recorded: recorded))
  let lines = String(decoding: graph.comparisons, as: UTF8.self).split(separator: "\n")
  try repository.folder.write(".git/lines", lines.map { $0 + "\n" }.joined())
  let changes = try repository.shell(
    "git diff-tree --stdin -r -z --raw -M --root --always --no-abbrev < .git/lines")
  let present = try repository.git("ls-tree", "-r", "--name-only", head)
  return try #require(
    SourceLog(
      graph: graph, comparisons: changes,
      present: Set(present.split(separator: "\n").map(String.init))))
}

@Suite struct SourceLogTests {
  private static let text = (1...30).map { "Line \($0) of a page that is long enough.\n" }.joined()

  @Test func countsByAncestryAndDatesByTheMainLine() throws {
    let repository = try TestRepository()
    let first = try repository.commit(["a.md": "1\n", "b.md": "1\n"], day: 1)
    try repository.git("checkout", "-q", "-b", "side")
    // The change is older than the version that a page was made from, but was published later.
    try repository.commit(["a.md": "2\n"], day: 2)
    try repository.git("checkout", "-q", "main")
    let recorded = try repository.commit(["b.md": "2\n"], day: 5)
    try repository.git("merge", "-q", "--no-ff", "-m", "merge", "side", day: 8)
    try repository.commit(["b.md": "3\n"], day: 20)
    let log = try log(repository, [first, recorded])
    #expect(
      log.history(of: "a.md", since: recorded)
        == SourceHistory(.behind, lag: .init(commits: 1, publications: 1, days: 12)))
    #expect(
      log.history(of: "b.md", since: first)
        == SourceHistory(.behind, lag: .init(commits: 2, publications: 2, days: 15)))
    let none = String(repeating: "0", count: 40)
    #expect(log.history(of: "a.md", since: none) == SourceHistory(unknown: .missingCommit))
  }

  @Test func isUpToDateWhereOnlyOthersChanged() throws {
    let repository = try TestRepository()
    let first = try repository.commit(["a.md": "1\n", "b.md": "1\n"], day: 1)
    try repository.commit(["b.md": "2\n"], day: 2)
    #expect(
      try log(repository, [first]).history(of: "a.md", since: first)
        == SourceHistory(.upToDate, lag: .init(commits: 0, publications: 0, days: 0)))
  }

  @Test func followsRenamingsFromBothSides() throws {
    let repository = try TestRepository()
    let first = try repository.commit(["old/a.md": Self.text], day: 1)
    try repository.commit(["old/a.md": Self.text + "More.\n"], day: 2)
    try repository.commit(["old/a.md": nil, "new/a.md": Self.text + "More.\n"], day: 3)
    try repository.commit(["new/a.md": nil, "new/b.md": Self.text + "More and more.\n"], day: 4)
    let log = try log(repository, [first])
    let lag = SourceHistory.Lag(commits: 3, publications: 3, days: 2)
    // A page that stayed where it was, and one that moved along.
    #expect(
      log.history(of: "old/a.md", since: first)
        == SourceHistory(.behind, lag: lag, movedTo: "new/b.md"))
    #expect(log.history(of: "new/b.md", since: first) == SourceHistory(.behind, lag: lag))
  }

  @Test func followsRedirectionsAndTellsWhatIsGone() throws {
    let repository = try TestRepository()
    let first = try repository.commit(["a.md": "One.\n", "b.md": "Two.\n"], day: 1)
    try repository.commit(["a.md": nil, "c.md": Self.text], day: 2)
    let log = try log(repository, [first])
    #expect(log.history(of: "a.md", since: first) == SourceHistory(.gone))
    let redirected = log.history(of: "a.md", since: first) { $0 == "a.md" ? "c.md" : nil }
    #expect(redirected.relation == .behind)
    #expect(redirected.movedTo == "c.md")
  }

  @Test func tellsAheadAndDiverged() throws {
    let repository = try TestRepository()
    let first = try repository.commit(["a.md": "1\n", "b.md": "1\n"], day: 1)
    try repository.git("checkout", "-q", "-b", "next")
    let later = try repository.commit(["a.md": "2\n"], day: 2)
    try repository.git("checkout", "-q", "main")
    #expect(
      try log(repository, [later]).history(of: "a.md", since: later)
        == SourceHistory(.ahead, lag: .init(commits: 0, publications: 0, days: 0), commitsAhead: 1))
    #expect(try log(repository, [later]).history(of: "b.md", since: later).relation == .upToDate)
    try repository.commit(["a.md": "3\n"], day: 3)
    let history = try log(repository, [first, later]).history(of: "a.md", since: later)
    #expect(history.relation == .diverged)
    #expect(history.isAhead)
    #expect(history.lag?.commits == 1)
  }

  /// Whatever branches and merges there are, Git counts the same.
  @Test(arguments: 1...8) func countsAsGitDoes(seed: UInt64) throws {
    var random = RandomNumbers(state: seed)
    let repository = try TestRepository()
    var commits = [try repository.commit(["a.md": "0\n", "b.md": "0\n"])]
    for step in 1...24 {
      if random.below(3) == 0 {
        try repository.git("checkout", "-q", commits[random.below(commits.count)])
      }
      let other = commits[random.below(commits.count)]
      if random.below(3) == 0, !(try repository.isAncestor(other)) {
        // Taking our side drops what the other changed.
        let side = ["ours", "theirs"][random.below(2)]
        try repository.git("merge", "-q", "-m", "m", "-X", side, other, day: step)
        commits.append(try repository.git("rev-parse", "HEAD"))
      } else {
        let file = ["a.md", "b.md"][random.below(2)]
        commits.append(try repository.commit([file: "\(random.below(3))\n"], day: step))
      }
    }
    let log = try log(repository, Set(commits))
    for commit in commits where try repository.isAncestor(commit) {
      for file in ["a.md", "b.md"] {
        let count = try repository.git("rev-list", "--count", "\(commit)..HEAD", "--", file)
        let history = log.history(of: file, since: commit)
        #expect("\(history.lag?.commits ?? -1)" == count, "\(file) since \(commit)")
      }
    }
  }

  @Test func refusesWhatGitDoesNotPrint() throws {
    let id = String(repeating: "a", count: 40)
    let graph = try #require(CommitGraph(listing: Array("5 \(id)\n".utf8), head: id, recorded: []))
    #expect(graph.date(of: id) == 5)
    #expect(CommitGraph(listing: Array("x \(id)\n".utf8), head: id, recorded: []) == nil)
    #expect(CommitGraph(listing: [], head: id, recorded: []) == nil)
    #expect(SourceLog(graph: graph, comparisons: Array(":1".utf8), present: []) == nil)
    #expect(SourceLog(graph: graph, comparisons: Array("\(id)\0".utf8), present: []) == nil)
  }
}

/// A generator whose numbers are the same each time.
private struct RandomNumbers {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}

extension TestRepository {
  fileprivate func isAncestor(_ commit: String) throws -> Bool {
    (try? git("merge-base", "--is-ancestor", commit, "HEAD")) != nil
  }
}
