import Audit
import FileSystem
import Importers
import Model

/// `vouch import [KIND] FILE...`: a snapshot from what other programs collected.
enum ImportCommand {
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let publication = try Publication(settings)
    let environment = settings.environment
    var request = ImportRequest(
      inputs: try inputs(settings.arguments.operands, environment), toolVersion: Tool.version)
    request.instanceId = settings.arguments.value("instance")
    request.complete = settings.arguments.list("complete") ?? []
    request.collectedBy = settings.arguments.value("collected-by")
    request.timeZone = try timeZone(settings.arguments.value("time-zone"))
    request.dateOrder = settings.arguments.value("date-order")
      .flatMap(ImportRequest.DateOrder.init(rawValue:))
    request.collectedUtc = try collectionTime(settings)
    let name = settings.arguments.value("output") ?? "snapshot.json"
    let target = Self.canonical(environment.absolute(name))
    guard name == "-" || !request.inputs.contains(where: { Self.canonical($0.path) == target })
    else {
      throw .usage(
        UsageError(
          "'\(name)' is one of the files to import", suggestion: "name another one with --output"))
    }
    if name != "-" { try refuseOther(than: target, name) }
    let result = Importer.run(
      request, catalogue: try publication.catalogue(), labels: try labels(publication))
    guard let snapshot = result.snapshot else {
      let isCall = result.diagnostics.filter { $0.severity == .error }
        .allSatisfy { $0.location.path.hasPrefix("--") }
      throw .problems(result.diagnostics, isCall ? .usage : .invalidInput)
    }
    publication.printer.print(result.diagnostics)
    if name == "-" {
      environment.output(String(decoding: snapshot, as: UTF8.self))
      return .success
    }
    do {
      try Files.write(snapshot, to: target)
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
    if !settings.arguments.flag("quiet") {
      environment.output(summary(name, request, result))
    }
    return .success
  }

  /// A path by which one file is the same however it is written; as it is, where there is no file.
  private static func canonical(_ path: String) -> String {
    (try? Files.canonicalPath(path)) ?? path
  }

  /// Refuses to put a file in the place of something else, such as a device.
  private static func refuseOther(
    than target: String, _ name: String
  ) throws(CommandFailure) {
    guard Files.isInUse(target), !Files.isRegularFile(target) else { return }
    throw .usage(
      UsageError(
        "'\(name)' is no file that a snapshot could be written to",
        suggestion: "name a file, or '-' for standard output"))
  }

  /// A zone that a snapshot names must be one, or its times would count as of no zone.
  private static func timeZone(_ name: String?) throws(CommandFailure) -> String? {
    guard let name, !TimeZoneNames.contains(name), name.uppercased() != "Z" else { return name }
    let near = Suggestion.didYouMean(name, among: TimeZoneNames.all)
    throw .usage(
      UsageError(
        "'\(name)' is no time zone",
        suggestion: near ?? "write its name, such as UTC"))
  }

  private static func summary(
    _ name: String, _ request: ImportRequest, _ result: Importer.Result
  ) -> String {
    let counts = result.counts.map { "\($0.section.name) \($0.count)" }
    let conflicts = result.diagnostics.contains { $0.code == "import.conflict" }
    return "Wrote \(name) from \(counted(request.inputs.count, "file")): "
      + (counts.isEmpty
        ? result.describesEnvironment ? "the environment alone" : "no records"
        : counts.joined(separator: ", "))
      + (conflicts ? "; sources differ, see above" : "") + "\n"
  }

  /// The files with their kinds: `KIND:FILE`, or a kind before the files that it holds for.
  private static func inputs(
    _ operands: [String], _ environment: Environment
  ) throws(CommandFailure) -> [ImportRequest.Input] {
    var inputs: [ImportRequest.Input] = []
    var current = ImportKind.auto
    for operand in operands {
      if let kind = ImportKind(name: operand) {
        current = kind
        continue
      }
      var kind = current
      var name = operand
      if let colon = operand.firstIndex(of: ":"),
        !Files.exists(environment.absolute(operand))
      {
        let prefix = String(operand[..<colon])
        guard let given = ImportKind(name: prefix) else { throw unknown(prefix) }
        kind = given
        name = String(operand[operand.index(after: colon)...])
      }
      inputs.append(
        ImportRequest.Input(
          kind, name: name, path: name == "-" ? name : environment.absolute(name)))
    }
    guard !inputs.isEmpty else {
      throw .usage(
        UsageError("no file is named", suggestion: "write 'vouch import webapi:connections.json'"))
    }
    return inputs
  }

  private static func unknown(_ kind: String) -> CommandFailure {
    let known = ImportKind.allCases.map(\.rawValue)
    return .usage(
      UsageError(
        "there is no kind '\(kind)'",
        suggestion: Suggestion.didYouMean(kind, among: known)
          ?? "known are \(known.joined(separator: ", "))"))
  }

  private static func collectionTime(_ settings: Settings) throws(CommandFailure) -> String? {
    guard let text = settings.arguments.value("collected") else { return nil }
    if text == "now" { return settings.environment.now.iso8601 }
    guard case .instant(let time) = InstantText.read(text), !time.isDayOnly, !time.isZoneAssumed
    else {
      throw .usage(
        UsageError(
          "'\(text)' is not a time with its zone", suggestion: "write 2026-10-01T00:00:00Z, or now"
        ))
    }
    return time.iso8601
  }

  /// The words of the interface's lists; the user's file takes the place of the built-in one.
  private static func labels(_ publication: Publication) throws(CommandFailure) -> ListLabels {
    let paths = publication.contentFolders.reversed()
      .map { "\($0)/catalogue/interface/lists.yaml" }
    guard let path = paths.first(where: { Files.exists($0) }) ?? paths.last else {
      return ListLabels()
    }
    let loaded = ListLabels.load(path)
    guard let labels = loaded.labels else { throw .problems(loaded.diagnostics, .usage) }
    return labels
  }
}
