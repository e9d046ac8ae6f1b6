import Audit
import CustomRules
import DocGen
import FileSystem
import Model
import RunReader
import SnapshotReader

/// What an audit was asked to do, checked: names mean rules, values are in their ranges.
struct AuditPlan {
  /// The snapshot's path as the user needs it.
  let path: String
  /// The snapshot's name as the user or the configuration wrote it.
  var name: String
  let configuration: AuditConfiguration
  /// Where the limits by contract are written, by their names.
  private let limitPlaces: [String: SourceLocation]
  let gate: Gate
  let refusesOnSecret: Bool
  /// The exceptions file as the user needs it, and as the user or the configuration wrote it.
  var exceptions: (path: String, name: String)?
  /// The user's own rules that run.
  let customRules: [CustomRule]
  /// The output of an earlier run as the user needs it, and as it was written.
  var baseline: (path: String, name: String)?
  private let environment: Environment
  private let allCustomRules: [CustomRule]

  init(_ settings: Settings, jobs: Int) throws(CommandFailure) {
    environment = settings.environment
    limitPlaces = settings.configuration?.limitPlaces ?? [:]
    let operand = settings.arguments.operands.first
    guard let path = operand ?? settings.path("snapshot"),
      let name = operand ?? settings.value("snapshot")
    else {
      throw .usage(
        UsageError(
          "no snapshot is named",
          suggestion: "write 'snapshot: snapshot.json' in vouch.yaml; for a site without a report"
            + " there is 'vouch build DIR'"))
    }
    self.path = path
    self.name = name
    var faults = GatheredFaults()
    refusesOnSecret =
      faults.value { () throws(CommandFailure) in try settings.flag("refuse-on-secret") } ?? false
    gate = Self.gate(settings, &faults)
    exceptions = settings.path("exceptions").map { ($0, settings.value("exceptions") ?? $0) }
    let own = faults.value { () throws(CommandFailure) in try CustomRuleSettings.load(settings) }
    allCustomRules = own ?? []
    // A name that nobody knows may be that of a rule that can't be read, which is told already.
    let selection =
      own.flatMap { own in
        faults.value { () throws(CommandFailure) in
          try Self.selection(settings, own.map(\.description))
        }
      } ?? .all
    customRules = allCustomRules.filter { selection.contains($0.description) }
    baseline = settings.path("baseline").map { ($0, settings.value("baseline") ?? $0) }
    var configuration = AuditConfiguration(
      asOf: faults.value { () throws(CommandFailure) in try Self.asOf(settings) } ?? nil,
      selection: selection,
      parameters: faults.value { () throws(CommandFailure) in try Self.parameters(settings) }
        ?? [:],
      threads: jobs)
    // What the report is to hold is judged later, but told with the rest.
    _ = faults.value { () throws(CommandFailure) in try ReportPlan(settings) }
    try faults.end()
    for setting in settings.configuration?.parameters ?? [] {
      configuration.parameterOrigins[setting.rule, default: [:]][setting.name] =
        Self.place(setting.location)
    }
    configuration.agreedLimits = settings.configuration?.agreedLimits ?? []
    self.configuration = configuration
  }

  /// Refuses limits by contract for destinations that nobody knows, and warns of those for
  /// connections that the snapshot lacks.
  func checkLimits(
    _ snapshot: Snapshot, _ catalogue: Catalogue
  ) throws(CommandFailure) -> [Diagnostic] {
    let unknown = configuration.unknownDestinations(in: catalogue)
    guard unknown.isEmpty else {
      throw .problems(
        unknown.map { limit, problem in
          Diagnostic(
            .error, "configuration.destination", at: location(limit),
            problem.message,
            suggestion: problem.suggestion.map { "did you mean \($0)?" }
              ?? "they are named as the files in catalogue/destinations of the content")
        }, .usage)
    }
    return configuration.unusedLimits(in: snapshot).map { limit in
      Diagnostic(
        .warning, "configuration.connection", at: location(limit),
        "no connection of \(name) has this id, so the limit of '\(limit.source)' binds nothing")
    }
  }

  /// The place of a limit as the user needs it: the report has the name of the file alone.
  private func location(_ limit: AgreedLimit) -> SourceLocation {
    limitPlaces[limit.name] ?? SourceLocation(path: limit.origin)
  }

  /// Reads the snapshot; problems that keep it from being read end the command with status 3.
  ///
  /// - Parameter printer: Gets what is wrong with the records, with paths as the user needs them.
  /// - Returns: The snapshot and its problems with paths as the report shows them: without the
  ///   folder of the configuration, so that the report doesn't depend on where it was made.
  /// - Throws: What keeps the snapshot from being read, with exit status 3.
  func read(
    _ printer: DiagnosticPrinter
  ) throws(CommandFailure) -> (snapshot: Snapshot, diagnostics: [Diagnostic]) {
    // A hyphen is standard input.
    let shown = path == "-" ? path : environment.absolute(path)
    let result = SnapshotReader.read(shown, width: configuration.threads)
    func renamed(_ diagnostics: [Diagnostic], to name: String) -> [Diagnostic] {
      diagnostics.map { problem in
        var problem = problem
        problem.location.path = Self.rename(problem.location.path, shown, name)
        return problem
      }
    }
    guard let snapshot = result.snapshot else {
      throw .problems(renamed(result.diagnostics, to: path), .invalidInput)
    }
    printer.print(renamed(result.diagnostics, to: path) + asOfProblems(snapshot))
    let files = snapshot.files.map { file in
      Snapshot.InputFile(
        path: Self.rename(file.path, shown, name), sha256: file.sha256,
        byteCount: file.byteCount, section: file.section)
    }
    return (
      Snapshot(
        files: files, texts: snapshot.texts, tables: snapshot.tables, states: snapshot.states,
        unknownValues: snapshot.unknownValues),
      renamed(result.diagnostics, to: name)
    )
  }

  /// Warns if the audit is to be of a time before the snapshot was collected.
  private func asOfProblems(_ snapshot: Snapshot) -> [Diagnostic] {
    guard let asOf = configuration.asOf,
      let collected = snapshot.rows(CollectionRecord.self).first?[.collectedUtc].known,
      asOf.microseconds < collected.microseconds
    else { return [] }
    return [
      Diagnostic(
        .warning, "snapshot.later", at: SourceLocation(path: path),
        "it was collected at \(collected.iso8601), after the time of the audit, "
          + asOf.iso8601, suggestion: "what changed in between is judged as the snapshot shows it")
    ]
  }

  /// Reads the exceptions; without a file there are none.
  ///
  /// - Throws: Everything that is wrong with the file, with exit status 5.
  func readExceptions() throws(CommandFailure) -> ExceptionFile? {
    guard let exceptions else { return nil }
    let bytes: [UInt8]
    do {
      bytes = try Files.readNamed(environment.absolute(exceptions.path), limit: 8 << 20)
    } catch {
      throw .problem(
        "exception.unreadable", at: SourceLocation(path: exceptions.path), error.reason,
        suggestion: Files.isFolder(environment.absolute(exceptions.path))
          ? "name the file in it, such as \(exceptions.path)/exceptions.yaml"
          : error.isMissing ? "--exceptions names the file" : nil, .exceptions)
    }
    let (file, problems) = ExceptionFile.read(
      bytes, path: exceptions.path, further: allCustomRules.map(\.description))
    guard let file else { throw .problems(problems, .exceptions) }
    return file.renamed(exceptions.name)
  }

  /// Where a parameter was set, without the folder: a report doesn't depend on where it was made.
  static func place(_ location: SourceLocation) -> String {
    let name = location.path.split(separator: "/").last.map(String.init) ?? location.path
    return location.line > 0 ? "\(name):\(location.line)" : name
  }

  /// Reads the records of a snapshot again, by the paths that the report shows.
  func digests(_ snapshot: Snapshot) -> RecordDigests {
    let shown = environment.absolute(path)
    return RecordDigests(
      Dictionary(
        snapshot.files.map { ($0.path, Self.rename($0.path, name, shown)) },
        uniquingKeysWith: { first, _ in first }))
  }

  /// Reads the earlier run to compare with; without a baseline there is none.
  ///
  /// Of a report on several environments it is the report on the snapshot's own; an environment that
  /// is new has none, which is said.
  ///
  /// - Throws: Everything that is wrong with it, with exit status 3.
  func readBaseline(
    _ snapshot: Snapshot, _ printer: DiagnosticPrinter
  ) throws(CommandFailure) -> RecordedRun? {
    guard var baseline else { return nil }
    if RecordedPart.isRollUp(environment.absolute(baseline.path)) {
      let id = snapshot.environment?.text(.instanceId)
      let folder = RecordedPart.folder(id, inputs: snapshot.files.map(\.sha256))
      baseline.path += "/environments/\(folder)"
      baseline.name += "/environments/\(folder)"
      guard Files.isFolder(environment.absolute(baseline.path)) else {
        printer.print([
          Diagnostic(
            .warning, "baseline.environment", at: SourceLocation(path: baseline.path),
            "the earlier report has no such environment, so nothing is compared")
        ])
        return nil
      }
    }
    var run = try Self.recorded(baseline.path, environment)
    let own = snapshot.environment?.text(.instanceId)
    printer.print(Self.warnings(of: run.facts.environment, own, baseline.path))
    run.path = baseline.name
    return run
  }

  /// What to say where two runs are on different environments; ids are the same whatever their case.
  static func warnings(of before: String?, _ after: String?, _ path: String) -> [Diagnostic] {
    guard let before, let after, before.lowercased() != after.lowercased() else { return [] }
    return [
      Diagnostic(
        .warning, "baseline.environment", at: SourceLocation(path: path),
        "the earlier report is on the environment '\(before)', not on '\(after)', "
          + "so the scope may be why anything differs",
        suggestion: "name an earlier report on the same environment")
    ]
  }

  /// Reads what a run recorded in its output.
  ///
  /// - Throws: Everything that is wrong with it, with exit status 3.
  static func recorded(
    _ path: String, _ environment: Environment
  ) throws(CommandFailure) -> RecordedRun {
    switch RunReader.read(environment.absolute(path), named: path) {
    case .run(let run): return run
    case .problems(let problems): throw .problems(problems, .invalidInput)
    }
  }

  private static func rename(_ path: String, _ old: String, _ new: String) -> String {
    path.hasPrefix(old) ? new + path.dropFirst(old.count) : path
  }

  private static func gate(_ settings: Settings, _ faults: inout GatheredFaults) -> Gate {
    var gate = Gate()
    faults.value { () throws(CommandFailure) in gate.failOn = try severity(settings, gate.failOn) }
    faults.value { () throws(CommandFailure) in
      if let maximum = try settings.count("max-unknown") { gate.maximumUnknown = maximum }
    }
    return gate
  }

  private static func severity(
    _ settings: Settings, _ usual: FindingSeverity?
  ) throws(CommandFailure) -> FindingSeverity? {
    if let (values, origin) = settings.values("fail-on"), let name = values.last {
      let severity = FindingSeverity(name: name)
      guard severity != nil || name == "never" else {
        let known = FindingSeverity.allCases.map { "\($0)" } + ["never"]
        throw .problem(
          "configuration.severity", at: origin.location, "'\(name)' is not a severity",
          suggestion: Suggestion.didYouMean(name, among: known)
            ?? "known are \(known.joined(separator: ", "))", .usage)
      }
      return severity
    }
    return usual
  }

  private static func asOf(_ settings: Settings) throws(CommandFailure) -> Instant? {
    guard let (values, origin) = settings.values("as-of"), let text = values.last else {
      return nil
    }
    if text == "now" { return settings.environment.now }
    guard case .instant(let instant) = InstantText.read(text), !instant.isDayOnly,
      !instant.isZoneAssumed
    else {
      throw .problem(
        "configuration.time", at: origin.location, "'\(text)' is not a time with its zone",
        suggestion: "write 2026-10-01T00:00:00Z, or now", .usage)
    }
    return instant
  }

  private static func selection(
    _ settings: Settings, _ further: [RuleDescription]
  ) throws(CommandFailure) -> RuleSelection {
    guard let list = settings.list("rules"), let origin = settings.values("rules")?.origin else {
      return .all
    }
    do {
      return try RuleSelection(list.joined(separator: ","), further: further)
    } catch {
      throw .problem(
        "configuration.rule", at: origin.location, error.message,
        suggestion: error.suggestion.map { "did you mean \($0)?" } ?? "'vouch rules' lists them",
        .usage)
    }
  }

  private static func parameters(
    _ settings: Settings
  ) throws(CommandFailure) -> [String: [String: Double]] {
    var parameters: [String: [String: Double]] = [:]
    var problems: [Diagnostic] = []
    for setting in settings.configuration?.parameters ?? [] where setting.rule != Deadlines.name {
      let one = AuditConfiguration(parameters: [setting.rule: [setting.name: setting.value]])
      problems += one.problems.map {
        Diagnostic(
          .error, "configuration.parameter", at: setting.location, $0.message,
          suggestion: $0.suggestion.map { "did you mean \($0)?" })
      }
      parameters[setting.rule, default: [:]][setting.name] = setting.value
    }
    if !problems.isEmpty { throw .problems(problems, .usage) }
    return parameters
  }
}
