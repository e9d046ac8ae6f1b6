import Audit
import CustomRules
import DocGen
import FileSystem
import Model
import RunReader

/// A run made again by what its manifest records, and compared with what it wrote.
struct Repetition {
  private let pack: EvidencePack
  private let options: RecordedOptions
  private let settings: Settings
  private let jobs: Int

  /// Whether a run gave the same again.
  struct Outcome {
    let isSame: Bool
    let text: String
  }

  /// Prepares to make a run again.
  ///
  /// - Throws: If the manifest doesn't say how, with exit status 3, or if a file that it needs isn't
  ///   named, with exit status 2.
  init(_ pack: EvidencePack, _ typed: Settings, jobs: Int) throws(CommandFailure) {
    self.pack = pack
    self.jobs = jobs
    guard !RecordedPart.isRollUp(pack.root) else {
      throw .problem(
        "verify.merged", at: SourceLocation(path: pack.name),
        "this is a report on several environments, which were audited one by one",
        suggestion: "name one of them, such as \(pack.name)/environments/ID", .usage)
    }
    let path = RelativePath(known: "report/manifest.json")
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path.path(in: pack.root))
    } catch {
      throw .problem(
        "verify.manifest", at: SourceLocation(path: "\(pack.name)/\(path)"), error.reason,
        suggestion: "only a run that wrote the format json can be made again", .invalidInput)
    }
    let (recorded, problems) = RecordedOptions.read(bytes, path: "\(pack.name)/\(path)")
    guard let recorded else { throw .problems(problems, .invalidInput) }
    options = recorded
    settings = try Self.settings(recorded, typed)
    try Self.requireRules(recorded, settings)
  }

  /// Refuses to go on without the user's own rules that the run went by.
  private static func requireRules(
    _ options: RecordedOptions, _ settings: Settings
  ) throws(CommandFailure) {
    let own = try CustomRuleSettings.load(settings).map(\.description.id)
    let known = Set(RuleRegistry.descriptions.map(\.id) + own)
    let rules = (options.values["rules"] ?? "").split(separator: ",").map(String.init)
    let missing = rules.filter { !known.contains($0) }
    guard let first = missing.first else { return }
    let others = missing.count > 1 ? " and \(counted(missing.count - 1, "other rule"))" : ""
    throw .usage(
      UsageError(
        "the run also went by '\(first)'\(others), "
          + (settings.path("custom-rules").map { "not in '\($0)'" }
            ?? "not in a folder 'rules' beside the snapshot"),
        suggestion: "name the folder of your own rules with --custom-rules"))
  }

  /// The settings of the run, with the paths that the user names now.
  private static func settings(
    _ options: RecordedOptions, _ typed: Settings
  ) throws(CommandFailure) -> Settings {
    let snapshot = typed.path("snapshot") ?? options.snapshot
    // Else what lies beside it would be missed first.
    guard snapshot == "-" || Files.exists(typed.environment.absolute(snapshot)) else {
      throw .problem(
        "file.missing", at: SourceLocation(path: snapshot), "there is no such snapshot",
        .invalidInput)
    }
    var arguments = Arguments(command: "audit", operands: [snapshot])
    for (name, value) in options.values where !value.isEmpty { arguments.values[name] = [value] }
    for name in ["content", "templates", "jobs", "custom-rules"] {
      if let value = typed.path(name) { arguments.values[name] = [value] }
    }
    for (name, recorded) in [("exceptions", options.exceptions), ("baseline", options.baseline)] {
      guard let recorded else { continue }
      arguments.values[name] = [try companion(name, recorded, beside: snapshot, typed)]
    }
    var environment = typed.environment
    // Only what the manifest says counts.
    environment.variables = environment.variables.filter {
      !$0.key.hasPrefix("VOUCH_") || $0.key == "VOUCH_SHARE"
    }
    environment.diagnostics = { _ in }
    environment.isTerminal = false
    // The user's own rules are looked for beside the snapshot too.
    let folder = snapshot.lastIndex(of: "/").map { String(snapshot[..<$0]) } ?? "."
    var configuration = Configuration(path: "manifest.json", folder: folder)
    configuration.parameters = options.parameters.map {
      Configuration.RuleParameterSetting(
        rule: $0.rule, name: $0.name, value: $0.value, location: $0.origin)
    }
    configuration.agreedLimits = options.agreedLimits
    return Settings(
      arguments: arguments, environment: environment, configuration: configuration,
      pseudo: typed.pseudo)
  }

  /// A file that the run read besides the snapshot: as named now, else beside the snapshot.
  private static func companion(
    _ name: String, _ recorded: String, beside snapshot: String, _ typed: Settings
  ) throws(CommandFailure) -> String {
    if let path = typed.path(name) { return path }
    let folder = snapshot.lastIndex(of: "/").map { "\(snapshot[..<$0])/" } ?? ""
    let path = recorded.hasPrefix("/") ? recorded : folder + recorded
    if Files.exists(typed.environment.absolute(path)) { return path }
    throw .usage(
      UsageError(
        "the run also read '\(recorded)', which is not beside the snapshot",
        suggestion: "name it with --\(name)"))
  }

  /// Makes the run again in a temporary folder and compares the files.
  func compare() throws(CommandFailure) -> Outcome {
    var plan = try AuditPlan(settings, jobs: jobs)
    plan.name = options.snapshot
    if let name = options.exceptions { plan.exceptions?.name = name }
    if let name = options.baseline { plan.baseline?.name = name }
    let folder: String
    do {
      folder = try settings.environment.makeTemporaryFolder("verify")
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
    defer { Files.removeTree(folder) }
    let output = "\(folder)/output"
    var settings = settings
    settings.arguments.values["output"] = [output]
    let publication = try Publication(settings)
    let audit = try AuditRun(plan, publication, Progress(settings))
    let tree = try publication.openTree()
    let content = try publication.content(publication.contentFolders)
    try audit.writeReport(
      publication, into: tree, content: content, hasSite: options.hasSite, assets: nil)
    _ = try publication.commit(tree)
    do {
      return try compare(made: FolderListing(of: output).files, in: output)
    } catch {
      throw .problems([error.diagnostic], .internalError)
    }
  }

  private func compare(
    made: [RelativePath], in folder: String
  ) throws(FileError) -> Outcome {
    let manifest = RelativePath(known: "report/manifest.json")
    // The manifest comes first: a difference there tells why others differ.
    for path in [manifest] + made.filter({ $0 != manifest }) {
      guard pack.digests.digests[path] != nil else {
        return Outcome(isSame: false, text: "no, first difference: \(path): not in the output")
      }
      let now = try Files.read(path.path(in: folder))
      let recorded = (try? Files.read(path.path(in: pack.root))) ?? []
      if let difference = FirstDifference(recorded, now) {
        return Outcome(
          isSame: false, text: "no, first difference: \(path):\(difference.description)")
      }
    }
    let again = Set(made)
    let missing = pack.digests.digests.keys.sorted()
      .first { (!options.hasSite || Self.isOfReport($0)) && !again.contains($0) }
    if let missing {
      return Outcome(isSame: false, text: "no, first difference: \(missing): not made again")
    }
    let others = pack.digests.digests.count - made.count
    let rest = others > 0 ? "; \(counted(others, "file")) of the site not made again" : ""
    return Outcome(
      isSame: true, text: "yes, \(counted(made.count, "file")) the same byte for byte\(rest)")
  }

  /// Whether a file belongs to the report, not to the site beside it.
  private static func isOfReport(_ path: RelativePath) -> Bool {
    path.components.dropLast().prefix(2).contains("report")
  }
}

/// The first place where two files differ.
struct FirstDifference: CustomStringConvertible {
  private static let limit = 120

  private let line: Int
  private let recorded: String
  private let now: String

  /// The difference; `nil` if there is none.
  init?(_ recorded: [UInt8], _ now: [UInt8]) {
    guard recorded != now else { return nil }
    let offset =
      zip(recorded, now).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(recorded.count, now.count)
    line = recorded.prefix(offset).count { $0 == 0x0A } + 1
    self.recorded = Self.text(recorded, around: offset)
    self.now = Self.text(now, around: offset)
  }

  var description: String { "\(line): recorded '\(recorded)', now '\(now)'" }

  /// The line around a byte, shortened before it and after it.
  private static func text(_ bytes: [UInt8], around offset: Int) -> String {
    let start = (bytes[..<offset].lastIndex(of: 0x0A) ?? -1) + 1
    let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
    let from = max(start, offset - limit / 2)
    let to = min(end, offset + limit / 2)
    let text = String(decoding: bytes[from..<to], as: UTF8.self)
    return DiagnosticPrinter.visible(String(text.drop { $0 == " " }))
  }
}
