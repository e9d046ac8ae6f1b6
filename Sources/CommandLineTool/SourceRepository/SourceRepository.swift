import DocGen
import FileSystem
import Foundation
import Localization
import Model

/// Asks a repository of the source how translations stand in its history.
///
/// Five calls of Git answer for all pages together, however many there are.
struct SourceRepository {
  /// The folder as the user wrote it.
  private let name: String
  private let git: Git
  private let tree: ContentTree
  private var record = SourceRecord()
  private var diagnostics: [Diagnostic] = []

  /// A translation that says what it was made from.
  private struct Translation {
    var locale: LocaleTag
    var path: RelativePath
    /// The file, from the top of the repository.
    var file: String
    var commit: String?
  }

  private init(_ name: String, _ folder: String, _ tree: ContentTree, _ environment: Environment) {
    self.name = name
    self.tree = tree
    git = Git(folder: folder, environment: environment)
  }

  /// What the repository of `--source-repo` says; `nil` if none is named.
  static func record(
    of tree: ContentTree, _ settings: Settings
  ) -> (record: SourceRecord, diagnostics: [Diagnostic])? {
    guard let name = settings.path("source-repo") else { return nil }
    var repository = Self(
      name, settings.environment.absolute(name), tree, settings.environment)
    repository.read()
    return (repository.record, repository.diagnostics)
  }

  /// What changes whenever the answers of the repository may change.
  ///
  /// It is made of the commit that is checked out and of the number of objects; empty if no
  /// repository is named, `nil` if it can't be read.
  static func version(_ settings: Settings) -> String? {
    guard let name = settings.path("source-repo") else { return "" }
    let git = Git(
      folder: settings.environment.absolute(name), environment: settings.environment)
    do throws(Git.Refusal) {
      let facts = try git.lines(
        ["rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD^{commit}"])
      return (facts + (try git.lines(["count-objects", "-v"])) + [name]).joined(separator: "\n")
    } catch {
      return nil
    }
  }

  private mutating func read() {
    do throws(Git.Refusal) {
      let facts = try git.lines(
        ["rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD^{commit}"])
      // The prefix is an empty line at the top of the repository.
      guard facts.count >= 2, let head = facts.last else {
        throw Git.Refusal(message: "it has no commit")
      }
      let translations = self.translations(below: facts.count == 3 ? facts[1] : "")
      if facts[0] == "true" {
        report(
          .warning, "shallow", "the repository holds a part of its history only",
          "run 'git fetch --unshallow' in it")
        return forget(translations, .shallow)
      }
      try read(translations, head)
    } catch {
      report(
        .error, "unreadable", "cannot read a history here: \(error.message)",
        "give a Git repository of the source, or the folder in it where the pages' paths begin")
      forget(translations(below: ""), .repository)
    }
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, _ suggestion: String?
  ) {
    diagnostics.report(
      severity, "source-repository.\(code)", at: SourceLocation(path: name), message,
      suggestion: suggestion)
  }

  private mutating func forget(
    _ translations: [Translation], _ obstacle: SourceHistory.Obstacle
  ) {
    for translation in translations {
      record.histories[translation.locale, default: [:]][translation.path] =
        SourceHistory(unknown: obstacle)
    }
  }

  /// The translations, each with its source's place in the repository.
  ///
  /// The paths of pages begin where the source's folder lies in the repository, or else in the
  /// folder that was named.
  private func translations(below prefix: String) -> [Translation] {
    var start = prefix
    if let page = tree.paths(in: tree.source).first.flatMap({ tree.page(at: $0, in: tree.source) })
    {
      let folder = page.file.dropLast(page.path.description.utf8.count + 1)
      let (inside, top) = (Self.resolved(String(folder)), Self.resolved(git.folder))
      if inside.hasPrefix(top + "/") { start += inside.dropFirst(top.count + 1) + "/" }
    }
    var translations: [Translation] = []
    for locale in tree.locales where locale != tree.source {
      for path in tree.paths(in: locale) {
        guard let page = tree.page(at: path, in: locale), page.locale == locale else { continue }
        let commit = page.provenance.sourceCommit?.lowercased()
        translations.append(
          Translation(
            locale: locale, path: path, file: start + path.description,
            commit: commit.flatMap { Self.isID($0) ? $0 : nil }))
      }
    }
    return translations
  }

  private static func resolved(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().path
  }

  private static func isID(_ text: String) -> Bool {
    (7...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }

  private mutating func read(
    _ translations: [Translation], _ head: String
  ) throws(Git.Refusal) {
    let commits = try existing(Set(translations.compactMap(\.commit)))
    let recorded = Set(commits.values)
    let tips = ([head] + recorded.sorted()).map { "\($0)\n" }.joined()
    let listing = try git.ask(
      ["rev-list", "--topo-order", "--parents", "--timestamp", "--stdin"], input: Array(tips.utf8))
    let present = try git.ask(["ls-tree", "-r", "-z", "--name-only", "--full-tree", head])
      .split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    guard let graph = CommitGraph(listing: listing, head: head, recorded: recorded) else {
      throw Git.Refusal(message: "its commits can't be listed")
    }
    let comparisons = try git.ask(
      [
        "diff-tree", "--stdin", "-r", "-z", "--raw", "-M", "--root", "--always", "--no-abbrev",
        "--no-ext-diff", "--no-textconv",
      ], input: graph.comparisons)
    guard let log = SourceLog(graph: graph, comparisons: comparisons, present: Set(present)) else {
      throw Git.Refusal(message: "its changes can't be listed")
    }
    if let seconds = graph.date(of: head) {
      record.version = .init(commit: head, date: CivilDate(daysSince1970: seconds / 86_400))
    }
    reportMissing(translations, commits)
    try take(translations, commits, log)
  }

  /// The whole ids of those commits that the repository has.
  private func existing(_ commits: Set<String>) throws(Git.Refusal) -> [String: String] {
    let asked = commits.sorted()
    guard !asked.isEmpty else { return [:] }
    let input = asked.map { "\($0)^{commit}\n" }.joined()
    let answers = try git.lines(
      ["cat-file", "--batch-check=%(objectname) %(objecttype)"], input: Array(input.utf8))
    var found: [String: String] = [:]
    for (commit, answer) in zip(asked, answers) where answer.hasSuffix(" commit") {
      found[commit] = String(answer.dropLast(" commit".count))
    }
    return found
  }

  private mutating func reportMissing(
    _ translations: [Translation], _ commits: [String: String]
  ) {
    var missing: [String: [Translation]] = [:]
    for translation in translations {
      guard let commit = translation.commit, commits[commit] == nil else { continue }
      missing[commit, default: []].append(translation)
    }
    for (commit, pages) in missing.sorted(by: { $0.key < $1.key }) {
      report(
        .warning, "commit",
        "the repository has no commit \(commit.prefix(12)), which \(counted(pages.count, "page")) "
          + "name, such as \(pages[0].locale)/\(pages[0].path)",
        "fetch the branch that has it; how far the pages are behind is unknown")
    }
  }

  private mutating func take(
    _ translations: [Translation], _ commits: [String: String], _ log: SourceLog
  ) throws(Git.Refusal) {
    var known: [String: SourceHistory] = [:]
    var moved: [(path: RelativePath, file: String)] = []
    for translation in translations {
      guard let written = translation.commit else {
        record.histories[translation.locale, default: [:]][translation.path] =
          SourceHistory(unknown: .unrecorded)
        continue
      }
      let key = "\(written) \(translation.file)"
      let start = translation.file.dropLast(translation.path.description.count)
      let history =
        known[key]
        ?? commits[written].map { commit in
          log.history(of: translation.file, since: commit) { file in
            guard file.hasPrefix(start) else { return nil }
            return RelativePath(String(file.dropFirst(start.count)))
              .flatMap(tree.redirection).map { "\(start)\($0)" }
          }
        } ?? SourceHistory(unknown: .missingCommit)
      known[key] = history
      record.histories[translation.locale, default: [:]][translation.path] = history
      if let file = history.movedTo, !tree.hasOriginal(of: translation.path) {
        moved.append((translation.path, file))
      }
    }
    if let version = record.version {
      record.movedOriginals = try git.files(moved, of: version.commit)
    }
  }
}
