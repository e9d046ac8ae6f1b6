import DocGen
import Localization
import Model

/// The pages that haven't seen the newest changes of their source, as notes of `vouch check`.
struct LagFindings {
  /// What the repository of `--source-repo` says.
  let record: SourceRecord
  let tree: ContentTree

  /// A note for each page that is behind, or whose source is gone.
  ///
  /// - Parameter locales: The locales to report; `nil` for all.
  /// - Returns: The notes in the order of places.
  func all(in locales: [LocaleTag]?) -> [CheckFinding] {
    var findings: [CheckFinding] = []
    for (locale, histories) in record.histories where locales?.contains(locale) ?? true {
      for (path, history) in histories {
        guard let page = tree.page(at: path, in: locale), page.locale == locale,
          let (message, suggestion) = Self.words(history)
        else { continue }
        var finding = CheckFinding(
          Diagnostic(
            .note, "translation.behind", at: SourceLocation(path: page.file), message,
            suggestion: suggestion))
        finding.locale = locale
        findings.append(finding)
      }
    }
    return findings.sorted { $0.diagnostic < $1.diagnostic }
  }

  private static func words(_ history: SourceHistory) -> (message: String, suggestion: String)? {
    switch history.relation {
    case .behind, .diverged:
      guard let lag = history.lag else { return nil }
      let moved = history.movedTo.map { ", which is now \($0)" } ?? ""
      return (
        "the page is \(counted(lag.commits, "commit")) and \(counted(lag.days, "day")) behind "
          + "its source\(moved)",
        "'vouch status' lists the sentences that changed"
      )
    case .gone: return ("the source of this page was removed", "remove the page too")
    case .upToDate, .ahead, .unknown: return nil
    }
  }
}
