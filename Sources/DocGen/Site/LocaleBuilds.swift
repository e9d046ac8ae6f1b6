import Concurrency
import FileSystem
import Synchronization

/// Makes the pages of all locales in one go: the thread that makes the last page of a locale goes on
/// with what belongs to the locale as a whole, such as its search index, while the others make the
/// pages of the next.
struct LocaleBuilds {
  let builds: [LocaleBuild]
  let width: Int

  /// Pages of a locale that are made.
  private final class Progress: Sendable {
    private let state: Mutex<(outcomes: [LocaleBuild.Outcome?], left: Int)>

    init(count: Int) {
      state = Mutex((Array(repeating: nil, count: count), count))
    }

    /// Takes what became of a page.
    ///
    /// - Returns: What became of all pages in their order, once this was the last.
    func add(_ outcome: LocaleBuild.Outcome, at number: Int) -> [LocaleBuild.Outcome]? {
      state.withLock { state in
        state.outcomes[number] = outcome
        state.left -= 1
        guard state.left == 0 else { return nil }
        defer { state.outcomes = [] }
        return state.outcomes.compactMap { $0 }
      }
    }
  }

  /// Something to do: a page of a locale, or a locale without pages.
  private struct Job: Sendable {
    var locale: Int
    var number = 0
    var path: RelativePath?
  }

  /// Makes the pages.
  ///
  /// - Returns: What became of each locale, in their order.
  /// - Throws: What keeps a site from being made.
  func run() throws(SiteFailure) -> [LocaleBuild.Result] {
    let paths = builds.map(\.paths)
    let progress = paths.map { Progress(count: $0.count) }
    let jobs = paths.enumerated().flatMap { locale, paths in
      paths.isEmpty
        ? [Job(locale: locale)]
        : paths.enumerated().map { Job(locale: locale, number: $0, path: $1) }
    }
    let results = try jobs.concurrentMap(width: width) {
      job throws(SiteFailure) -> (locale: Int, result: LocaleBuild.Result)? in
      let build = builds[job.locale]
      var outcomes: [LocaleBuild.Outcome]? = []
      if let path = job.path {
        outcomes = progress[job.locale].add(try build.page(path), at: job.number)
      }
      guard let outcomes else { return nil }
      return (job.locale, try build.finish(outcomes))
    }
    return results.compactMap { $0 }.sorted { $0.locale < $1.locale }.map(\.result)
  }
}
