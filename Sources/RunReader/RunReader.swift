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
    problems = Self.changes([manifest, summary, findings], in: inner, named: named)
    guard problems.isEmpty else { return .problems(problems) }

    var manifestReader = ManifestReader(manifest)
    let facts = manifestReader.read()
    var findingsReader = FindingsReader(findings)
    let list = findingsReader.read()
    problems += manifestReader.problems + findingsReader.problems
    var gone: [String] = []
    if problems.isEmpty, let root = summary.document(nil, &problems) {
      problems = TotalsCheck(summary: summary, findings: findings)
        .problems(root, list, findingsReader.unlisted)
      gone = (root["comparison"]?["gone"]?.entries ?? []).compactMap(\.text)
    }
    guard let facts, problems.isEmpty else { return .problems(problems) }
    return .run(
      RecordedRun(
        path: name, facts: facts, manifestDigest: Digests.sha256(manifest.bytes),
        findingsDigest: Digests.sha256(findings.bytes), findings: list,
        sampledRules: findingsReader.sampledRules,
        gone: Array(gone.prefix(RecordedRun.goneLimit))))
  }

  /// Where the files are not as the list of digests beside them says; without a list nothing is.
  private static func changes(
    _ files: [RecordedFile], in folder: String, named name: String
  ) -> [Diagnostic] {
    let path = "\(folder)/\(DigestList.path.name)"
    guard Files.exists(path) else { return [] }
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path)
    } catch {
      return [
        Diagnostic(
          .error, "baseline.list", at: SourceLocation(path: "\(name)/\(DigestList.path.name)"),
          error.reason)
      ]
    }
    let (list, problems) = DigestList.read(bytes, path: "\(name)/\(DigestList.path.name)")
    guard problems.isEmpty else { return problems }
    return files.compactMap { file in
      let own = file.path.split(separator: "/").last ?? ""
      let stated = RelativePath("report/\(own)").flatMap { list.digests[$0] }
      guard stated != Digests.sha256(file.bytes) else { return nil }
      return Diagnostic(
        .error, "baseline.changed", at: SourceLocation(path: file.path),
        stated == nil
          ? "\(DigestList.path.name) doesn't name it"
          : "it was changed: \(DigestList.path.name) has another digest",
        suggestion: "take the output as it was written; 'vouch verify' tells what else was changed")
    }
  }
}

/// A run, or why it can't be used.
public enum ReadRun: Sendable {
  /// What was recorded.
  case run(RecordedRun)
  /// Everything that is wrong with it.
  case problems([Diagnostic])
}
