import Digests
import FileSystem
public import Model
import SnapshotReader

/// Reads what the report of an earlier run recorded.
public enum RunReader {
  /// Reads a run.
  ///
  /// - Parameters:
  ///   - folder: The output folder of the run, or the folder `report` in it, for the system.
  ///   - name: What it is called in places.
  /// - Returns: The run, or everything that is wrong with it.
  public static func read(_ folder: String, named name: String) -> ReadRun {
    var inner = folder
    var named = name
    if !Files.exists("\(folder)/manifest.json"), Files.isFolder("\(folder)/report") {
      inner += "/report"
      named += "/report"
    }
    let advice = "name the output of a run that wrote the formats json and ndjson"
    var problems: [Diagnostic] = []
    guard !RecordedPart.isRollUp(folder) else {
      return .problems([
        Diagnostic(
          .error, "baseline.merged", at: SourceLocation(path: name),
          "this is a report on several environments",
          suggestion: "name one of them, such as \(name)/environments/ID")
      ])
    }
    guard Files.isFolder(inner) else {
      return .problems([
        Diagnostic(
          .error, "baseline.missing", at: SourceLocation(path: name),
          Files.exists(inner) ? "this is a file" : "there is no such folder", suggestion: advice)
      ])
    }
    func load(_ file: String) -> RecordedFile? {
      do {
        return RecordedFile(
          path: "\(named)/\(file)", bytes: try Files.read("\(inner)/\(file)"))
      } catch {
        problems.report(
          .error, "baseline.missing", at: SourceLocation(path: "\(named)/\(file)"),
          error.reason,
          suggestion: advice)
        return nil
      }
    }
    let manifest = load("manifest.json")
    let summary = load("summary.json")
    let findings = load("findings.ndjson")
    guard let manifest, let summary, let findings else { return .problems(problems) }

    var manifestReader = ManifestReader(manifest)
    let facts = manifestReader.read()
    var findingsReader = FindingsReader(findings)
    let list = findingsReader.read()
    problems += manifestReader.problems + findingsReader.problems
    if problems.isEmpty {
      problems = TotalsCheck(summary: summary, findings: findings)
        .problems(list, findingsReader.unlisted)
    }
    guard let facts, problems.isEmpty else { return .problems(problems) }
    return .run(
      RecordedRun(
        path: name, facts: facts, manifestDigest: Digests.sha256(manifest.bytes),
        findings: list, sampledRules: findingsReader.sampledRules))
  }
}

/// A run, or why it can't be used.
public enum ReadRun: Sendable {
  /// What was recorded.
  case run(RecordedRun)
  /// Everything that is wrong with it.
  case problems([Diagnostic])
}
