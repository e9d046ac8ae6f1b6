import Audit
import DocGen
import FileSystem
import Model

/// Audits of several snapshots, one an environment, and one report on all.
///
/// Each audit writes its own report into a folder of its own, and these are merged: several
/// snapshots take no more memory than the largest of them.
enum SeveralAudits {
  /// Performs `vouch audit` with several snapshots.
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let publication = try Publication(settings)
    publication.printer.print(publication.templateWarnings())
    let singles = settings.arguments.operands.map { snapshot in
      var single = settings
      single.arguments.operands = [snapshot]
      return single
    }
    return try withParts(of: singles) { parts throws(CommandFailure) in
      try Merge(parts, publication, areEarlier: false).write()
    }
  }

  /// Audits each of some snapshots into a temporary folder and hands the folders on.
  ///
  /// - Parameters:
  ///   - singles: The settings of each audit.
  ///   - visit: Gets each audit when it is written.
  ///   - body: Gets the output folders, each with the snapshot that it is about; they are gone when
  ///     it returns.
  /// - Returns: What `body` returns.
  /// - Throws: Everything that keeps any of the snapshots from being audited.
  static func withParts<Value>(
    of singles: [Settings], visit: (AuditRun, Settings) -> Void = { _, _ in },
    _ body: ([(folder: String, name: String?)]) throws(CommandFailure) -> Value
  ) throws(CommandFailure) -> Value {
    guard let environment = singles.first?.environment else { return try body([]) }
    if let formats = singles.first?.list("format"), !formats.contains(ReportFormat.json.rawValue) {
      throw .problem(
        "configuration.format",
        at: singles.first?.values("format")?.origin.location ?? SourceLocation(path: "format"),
        "a report on several snapshots is put together from the format 'json', which isn't asked for",
        suggestion: "ask for \((formats + ["json"]).joined(separator: ","))", .usage)
    }
    let folder: String
    do {
      folder = try environment.makeTemporaryFolder("parts")
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
    defer { Files.removeTree(folder) }
    var parts: [(folder: String, name: String?)] = []
    var problems: [Diagnostic] = []
    var statuses: [ExitStatus] = []
    var exceptions = PartedProblems()
    for (position, single) in singles.enumerated() {
      var single = single
      single.arguments.values["output"] = ["\(folder)/\(position)"]
      do {
        let audit = try AuditCommand.write(single, isPart: true).audit
        visit(audit, single)
        let snapshot = single.arguments.operands.first ?? single.value("snapshot")
        exceptions.add(
          audit.result.exceptionProblems, audit.result.exceptions?.entries ?? [],
          of: snapshot ?? "")
        parts.append(("\(folder)/\(position)", snapshot))
      } catch {
        // All that is wrong is told, not only what is wrong with the first.
        guard case .problems(let found, let status) = error else { throw error }
        problems += found
        statuses.append(status)
      }
    }
    DiagnosticPrinter(environment, isQuiet: singles.first?.arguments.flag("quiet") ?? false)
      .print(exceptions.merged)
    guard problems.isEmpty else {
      var seen: Set<Diagnostic> = []
      throw .problems(
        problems.filter { seen.insert($0).inserted }, ExitStatus.decisive(statuses))
    }
    return try body(parts)
  }
}

extension Settings {
  /// The settings of a run on each of the snapshots that are named; one if there is one or none.
  ///
  /// Each is named where all of them were, so that its path starts from the same folder.
  var ofEachSnapshot: [Settings] {
    guard let (names, origin) = values("snapshot"), names.count > 1 else { return [self] }
    return names.map { name in
      var single = self
      if case .file = origin {
        single.configuration?.settings["snapshot"] = [name]
      } else {
        single.arguments.values["snapshot"] = [name]
      }
      return single
    }
  }
}
