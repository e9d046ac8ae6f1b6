import DocGen
import FileSystem
import Localization
import Model

/// The checks of translations as a source of findings of `vouch check`.
struct TranslationFindings {
  /// The name of the settings' file in a content folder.
  static let settingsName = "localization.yaml"

  let publication: Publication
  let tree: ContentTree
  /// The folder whose settings count.
  let content: String
  /// Whether marks that translation damaged count as they are shown, since something else says of them
  /// that they are damaged.
  let readsAsShown: Bool

  /// Checks all translations of a content folder.
  ///
  /// - Parameter locales: The locales to report; `nil` for all. The others still count for
  ///   comparing.
  /// - Returns: What was found and what suppressions cover.
  /// - Throws: If the settings are wrong, or a page can't be read.
  func result(of locales: [LocaleTag]?) throws(CommandFailure) -> CheckResult {
    let catalog = try self.catalog()
    let paths = tree.translatedPaths
    let checks = try checkSettings()
    let repairs = readsAsShown ? RepairedTexts() : nil
    var report: TranslationReport
    do throws(FileError) {
      let checker = TranslationChecker(
        source: tree.source, settings: checks, width: publication.jobs)
      report = try checker.check(pageCount: paths.count) { index throws(FileError) in
        try tree.translations(of: paths[index], repairs: repairs)
      }
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
    if let repairs {
      for index in report.findings.indices {
        report.findings[index].location = repairs.written(report.findings[index].location)
      }
      for index in report.suppressed.indices {
        let place = report.suppressed[index].finding.location
        report.suppressed[index].finding.location = repairs.written(place)
      }
    }
    func isWanted(_ finding: TranslationFinding) -> Bool {
      locales?.contains(finding.locale) ?? true
    }
    return CheckResult(
      findings: report.findings.filter(isWanted).map { CheckFinding($0, in: catalog) }
        + report.diagnostics.map { CheckFinding($0) },
      suppressed: report.suppressed.filter { isWanted($0.finding) }.map {
        CheckFinding($0.finding, in: catalog, reason: $0.reason)
      })
  }

  private func catalog() throws(CommandFailure) -> MessageCatalog {
    let name = publication.settings.value("language") ?? "en-us"
    guard let locale = LocaleTag(name) else {
      throw .usage(UsageError("'\(name)' is not a locale", suggestion: "write fr-fr"))
    }
    let known = LocaleTag.shipped.map(\.folder)
    guard locale == .source || Files.exists("\(publication.messageFolder)/\(locale).po") else {
      throw .usage(
        UsageError(
          "there are no words in '\(locale)'",
          suggestion: Suggestion.didYouMean("\(locale)", among: known)
            ?? "there are \(known.joined(separator: ", "))"))
    }
    do {
      return try MessageCatalog.load(locale, from: publication.messageFolder)
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
  }

  /// The settings of `--checks`, or of the content folder if it has some.
  private func checkSettings() throws(CommandFailure) -> CheckSettings {
    let given = publication.settings.path("checks")
    let path = given ?? "\(content)/\(Self.settingsName)"
    if given == nil, !Files.exists(path) { return CheckSettings() }
    let bytes: [UInt8]
    do {
      bytes = try Files.readNamed(publication.absolute(path), limit: 1 << 20)
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
    var problems: [Diagnostic] = []
    let settings = CheckSettings(bytes, path: path, diagnostics: &problems)
    if problems.contains(where: { $0.severity == .error }) { throw .problems(problems, .usage) }
    return settings
  }
}
