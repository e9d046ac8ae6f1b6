import Digests
import FileSystem
import Localization
import Model

/// A run as the forms for other programs show it: with words of the source language, masked.
struct MachineReport: Sendable {
  /// How many bytes a form gathers before it hands them on: about a megabyte.
  static let blockSize = 1 << 20

  /// The run.
  let run: ReportRun
  /// The words of the rules, at the positions of the rules.
  let rules: [RuleWords]
  private let language: ReportLanguage

  var result: AuditResult { run.result }

  /// Loads the words from a folder of catalogs and from the pages of the rules.
  init(
    _ run: ReportRun, content: ContentTree, messageFolder: String
  ) throws(SiteFailure) {
    self.run = run
    do throws(FileError) {
      language = ReportLanguage(
        catalog: try MessageCatalog.load(.source, from: messageFolder))
      rules = try run.result.rules.map { rule throws(FileError) in
        try RuleWords(rule.rule.id, .source, content, hasSite: false)
      }
    } catch {
      throw SiteFailure([error.diagnostic])
    }
  }

  /// The id of the environment as it may be shown; empty if the snapshot doesn't tell.
  var environment: String {
    let id = result.snapshot.environment?.text(.instanceId)
    return id.map(result.masked)?.onOneLine ?? ""
  }

  /// When the snapshot was collected, if it tells.
  var collected: Instant? {
    result.snapshot.rows(CollectionRecord.self).first?[.collectedUtc].known
  }

  /// The time of the run in its own clock: as-of, without one the time of collection.
  var time: Instant? { result.asOf ?? collected }

  /// SHA-256 of what the run read and how it was set: equal for equal runs.
  var digest: String { Digests.sha256(ManifestDocument.render(run)) }

  /// Why a finding is as it is, in one sentence.
  func reason(_ finding: Finding, of rule: Int) -> String {
    guard let reason = finding.evaluation.reason else {
      return "\(language.word(finding.outcome)): \(rules[rule].title)"
    }
    return say(reason)
  }

  /// A message in words.
  func say(_ message: Message) -> String { language.plain(message.masked(by: result.masked)) }

  /// Where a finding's record stands; a missing population is looked for in the first file.
  func place(of finding: Finding) -> (path: String, line: Int, pointer: RecordPointer?) {
    if let pointer = finding.subject.pointer { return (pointer.path, pointer.line, pointer) }
    return (result.snapshot.files.first?.path ?? "snapshot", 1, nil)
  }
}
