import Concurrency
import FileSystem
import Model

/// Makes the pages of all locales in one go: while one thread makes what belongs to a locale as a
/// whole, such as its search index, the others make the pages of the next.
struct LocaleBuilds {
  let builds: [LocaleBuild]
  let width: Int

  private enum Job: Sendable {
    case page(Int, RelativePath, of: Int)
    case rest(of: Int)
  }

  /// The pages of a locale that are made.
  private struct Progress {
    var outcomes: [LocaleBuild.Outcome?]
    var left: Int
    var hasFailed = false
  }

  /// Makes the pages.
  ///
  /// - Returns: What became of each locale, in their order.
  /// - Throws: What keeps a site from being made.
  func run() throws(SiteFailure) -> [LocaleBuild.Result] {
    let paths = builds.map(\.paths)
    let progress = paths.map { paths in
      Monitor(Progress(outcomes: Array(repeating: nil, count: paths.count), left: paths.count))
    }
    let results = try jobs(paths).concurrentMap(width: width) {
      job throws(SiteFailure) -> LocaleBuild.Result? in
      switch job {
      case .page(let number, let path, let locale):
        do throws(SiteFailure) {
          let outcome = try builds[locale].page(path)
          progress[locale].change { state in
            state.outcomes[number] = outcome
            state.left -= 1
          }
        } catch {
          progress[locale].change { $0.hasFailed = true }
          throw error
        }
        return nil
      case .rest(let locale):
        // Its pages were all begun before, so this ends.
        let outcomes: [LocaleBuild.Outcome?] = progress[locale].wait { state in
          if state.hasFailed { return [] }
          guard state.left == 0 else { return nil }
          defer { state.outcomes = [] }
          return state.outcomes
        }
        guard outcomes.count == paths[locale].count else { return nil }
        return try builds[locale].finish(outcomes.compactMap { $0 })
      }
    }
    return results.compactMap { $0 }
  }

  /// All pages in order, and the rest of each locale where its last pages are likely to be done.
  private func jobs(_ paths: [[RelativePath]]) -> [Job] {
    var jobs: [Job] = []
    for (locale, paths) in paths.enumerated() {
      let delay = Swift.min(2 * width, paths.count)
      for (number, path) in paths.enumerated() {
        if locale > 0, number == delay { jobs.append(.rest(of: locale - 1)) }
        jobs.append(.page(number, path, of: locale))
      }
      if locale > 0, delay == paths.count { jobs.append(.rest(of: locale - 1)) }
    }
    if !paths.isEmpty { jobs.append(.rest(of: paths.count - 1)) }
    return jobs
  }
}
