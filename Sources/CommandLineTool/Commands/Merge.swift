import Concurrency
import DocGen
import FileSystem
import Model
import RunReader

/// Reports on single environments, checked to be parts of one run, that become one report.
///
/// The bytes of the parts are taken over as they are, so that their digests and signatures stay
/// good; nothing else is read. `vouch audit` of several snapshots goes through here too: a merged
/// report and one made at once can't differ.
struct Merge {
  private let publication: Publication
  private let parts: [(pack: EvidencePack, part: RecordedPart)]
  private let rollUp: RollUp
  /// How the whole ends.
  let status: ExitStatus

  /// Opens the parts.
  ///
  /// - Parameters:
  ///   - sources: Their output folders, each with what it is called in messages, if not by itself.
  ///   - publication: Where the whole goes, and what it is made of.
  ///   - areEarlier: Whether earlier calls made the parts: their files may have changed since, and
  ///     what is wrong with exceptions has to be told again.
  /// - Throws: Everything that keeps them from being merged, with exit status 3.
  init(
    _ sources: [(folder: String, name: String?)], _ publication: Publication, areEarlier: Bool
  ) throws(CommandFailure) {
    self.publication = publication
    var problems: [Diagnostic] = []
    var parts: [(pack: EvidencePack, part: RecordedPart)] = []
    for source in sources {
      let pack: EvidencePack
      do {
        pack = try EvidencePack(source.folder, publication.settings.environment)
      } catch .problems(let found, _) {
        problems += found
        continue
      }
      if areEarlier {
        problems += pack.problems(width: publication.jobs)
        if case .bad(let problem) = pack.signature(signers: nil) { problems.append(problem) }
      }
      let read = RecordedPart.read(
        pack.root, named: source.name ?? pack.name, checkingFindings: areEarlier)
      problems += read.problems
      if let part = read.part { parts.append((pack, part)) }
    }
    let order = RollUp(parts.map(\.part.result)).environments
    self.parts = parts.sorted { left, right in
      (order.firstIndex(of: left.part.result) ?? 0) < (order.firstIndex(of: right.part.result) ?? 0)
    }
    let rollUp = RollUp(parts.map(\.part.result))
      .settlingExceptions { Int(ExitStatus(reasons: $0).rawValue) }
    self.rollUp = rollUp
    problems += Self.repeated(self.parts.map(\.part))
    if let first = self.parts.first?.part {
      problems += self.parts.dropFirst().flatMap { $0.part.differences(from: first) }
      problems += try Self.foreign(first, publication)
    }
    guard problems.isEmpty, !parts.isEmpty else { throw .problems(problems, .invalidInput) }
    let unmatched = rollUp.unmatchedExceptions
    publication.printer.print(unmatched.map { Self.problem($0, of: rollUp) })
    if areEarlier {
      publication.printer.print(rollUp.exceptionsWithoutSubject.map { Self.problem($0) })
    }
    status = ExitStatus.decisive(
      rollUp.environments.map { ExitStatus(rawValue: Int32($0.exitStatus)) ?? .internalError }
        + (unmatched.isEmpty ? [] : [.exceptions]))
  }

  /// An exception for an environment that isn't here matches nothing.
  private static func problem(_ exception: ExceptionElsewhere, of rollUp: RollUp) -> Diagnostic {
    let known = rollUp.environments.compactMap(\.instanceID)
    let near = Suggestion.didYouMean(exception.environment, among: known)
    return Diagnostic(
      .error, "exception.environment", at: exception.location,
      "the exception is for the environment '\(exception.environment)', which none of the "
        + "\(known.count) snapshots is of",
      suggestion: near ?? "name one of them, or take it out")
  }

  private static func problem(_ exception: ExceptionWithoutSubject) -> Diagnostic {
    Diagnostic(
      .error, "exception.unmatched", at: exception.location,
      "\(exception.rule) of \(exception.subject) matches nothing in any of the snapshots",
      suggestion: "name the subject as the report does, or take it out")
  }

  /// Environments of which there is more than one part; ids are the same in any case of letters.
  private static func repeated(_ parts: [RecordedPart]) -> [Diagnostic] {
    var first: [String: RecordedPart] = [:]
    var problems: [Diagnostic] = []
    for part in parts {
      let key = part.result.instanceID.map { "id \($0.lowercased())" } ?? part.result.folder
      guard let other = first.updateValue(part, forKey: key) else { continue }
      let id = part.result.instanceID.map { "the environment '\($0)'" } ?? "the same snapshot"
      problems.report(
        .error, "merge.twice", at: SourceLocation(path: part.path),
        "\(id) has a part in '\(other.path)' too", suggestion: "give one part of each")
    }
    return problems
  }

  /// What the parts were made of that isn't what this call has: the sums would be told in other words.
  private static func foreign(
    _ part: RecordedPart, _ publication: Publication
  ) throws(CommandFailure) -> [Diagnostic] {
    func problem(_ what: String, _ suggestion: String) -> Diagnostic {
      Diagnostic(
        .error, "merge.foreign", at: SourceLocation(path: "\(part.path)/report/manifest.json"),
        "the parts were made with \(what)", suggestion: suggestion)
    }
    var problems: [Diagnostic] = []
    if part.toolVersion != Tool.version {
      problems.append(
        problem(
          "Vouch \(part.toolVersion), this is \(Tool.version)", "merge with the same version"))
    }
    if let digest = part.content, try publication.contentDigest() != digest {
      problems.append(problem("other content", "give the same with --content"))
    }
    if let digest = part.templates, try publication.templatesDigest() != digest {
      problems.append(problem("other templates", "give the same with --templates"))
    }
    return problems
  }

  /// Writes the report and says what came out.
  func write() throws(CommandFailure) -> ExitStatus {
    let tree = try publication.openTree(recordsDigests: true)
    let content = try publication.content(publication.contentFolders)
    do {
      let assets = try PublicationAssets(templateFolders: publication.templateFolders)
      if hasPages { try assets.write(into: tree) }
      try writeReport(into: tree, content: content, hasSite: false, assets: assets)
    } catch {
      throw CommandFailure(publishing: error, otherwise: "merge.failed")
    }
    try Seal(publication.settings).close(tree)
    printResult(try publication.commit(tree))
    return status
  }

  /// Writes the reports of the parts and what stands above them into a tree.
  func writeReport(
    into tree: StagedTree, content: ContentTree, hasSite: Bool, assets: PublicationAssets
  ) throws(CommandFailure) {
    do {
      for (pack, part) in parts { try copy(pack, part, to: tree) }
      var request = RollUpRequest(
        rollUp: rollUp, toolVersion: Tool.version, exitStatus: Int(status.rawValue),
        locales: words("locale").compactMap(LocaleTag.init),
        formats: Set(words("format").compactMap(ReportFormat.init(rawValue:))), content: content,
        messageFolder: publication.messageFolder, assets: assets,
        templates: try TemplateSet(folders: publication.templateFolders), title: "Vouch")
      request.hasSite = hasSite
      publication.printer.print(try RollUpBuild.run(request, into: tree))
    } catch {
      throw CommandFailure(publishing: error, otherwise: "merge.failed")
    }
  }

  /// Whether there are pages that need style sheets.
  private var hasPages: Bool { words("format").contains(ReportFormat.html.rawValue) }

  /// The values of an option that all parts were made with.
  private func words(_ option: String) -> [String] {
    (parts[0].part.options.values[option] ?? "").split(separator: ",").map(String.init)
  }

  /// Takes over what a part wrote.
  private func copy(
    _ pack: EvidencePack, _ part: RecordedPart, to tree: StagedTree
  ) throws(StagedTreeError) {
    guard let inner = RelativePath(part.result.folder) else { return }
    let folder = RollUpBuild.folder.appending(inner)
    let seals = [DigestList.path, DigestList.signaturePath].filter {
      Files.exists($0.path(in: pack.root))
    }
    let paths = pack.digests.digests.keys.sorted() + seals
    _ = try paths.concurrentMap(width: publication.jobs) { path throws(StagedTreeError) in
      try tree.copy(folder.appending(path), of: path.path(in: pack.root), from: part.path)
    }
  }

  /// Says what came out, unless only errors are wanted.
  func printResult(_ summary: StagedTree.Summary) {
    guard !publication.settings.arguments.flag("quiet") else { return }
    var lines = rollUp.worstFirst.map { environment in
      let id = rollUp.distinction(of: environment).map { " (\($0))" } ?? ""
      return "\(environment.title)\(id): \(environment.totals.listed); "
        + "status \(environment.exitStatus)"
    }
    let totals = rollUp.totals
    lines.append(
      "\(counted(rollUp.environments.count, "environment")), "
        + "\(counted(totals.population, "outcome")): \(totals.listed)")
    lines.append(summary.line(publication.output))
    publication.settings.environment.output(
      lines.map(DiagnosticPrinter.visible).joined(separator: "\n") + "\n")
  }
}
