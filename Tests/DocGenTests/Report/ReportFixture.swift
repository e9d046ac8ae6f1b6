import Audit
import CatalogueReader
import DocGen
import FileSystem
import Foundation
import Model
import SnapshotReader
import TestSupport
import Testing

/// A report made from a snapshot that a test wrote down: the real reader, rules, words and templates.
struct ReportFixture {
  /// The snapshot's document.
  var snapshot: String
  /// The exceptions file, if there is one.
  var exceptions: String?
  /// The rules, as `--rules` names them; all without.
  var rules: String?
  var locales: [LocaleTag] = [.source]
  var formats: Set<ReportFormat> = Set(ReportFormat.allCases)
  /// Whether the documentation is published too.
  var hasSite = false
  /// Whether it can be searched then.
  var hasSearch = false
  /// The outcomes of a workpaper, if the report has one.
  var sample: SampleRequest?
  /// What the run is held up by.
  var gate = Gate()
  /// How many outcomes are listed.
  var evidence = EvidenceExtent.sampled
  /// How many subjects of a rule are listed.
  var limit = 20_000
  /// Limits by contract that take the place of the documented ones.
  var agreedLimits: [AgreedLimit] = []
  /// The folder of the pages that the report quotes.
  var content = Self.shippedContent

  static let project = SharedMaterial.projectFolder
  static let shippedContent = project.appending(path: "content").path
  static let templates = project.appending(path: "templates").path

  /// The shipped services with a date and a digest that don't change with them.
  static let catalogue = Catalogue(
    date: "2026-09-01", digest: "c0ffee",
    services: CatalogueLoader.load(["\(shippedContent)/catalogue"]).catalogue?.services ?? [])

  init(_ snapshot: String) { self.snapshot = snapshot }

  /// Judges the snapshot.
  func audit() throws -> AuditResult {
    let folder = try TemporaryFolder()
    try folder.write("snapshot.json", snapshot)
    let read = SnapshotReader.read("\(folder.path)/snapshot.json", width: 1)
    let found = try #require(read.snapshot, "\(read.diagnostics)")
    func shown(_ path: String) -> String { path.replacing("\(folder.path)/", with: "") }
    let files = found.files.map {
      Snapshot.InputFile(path: shown($0.path), sha256: $0.sha256, byteCount: $0.byteCount)
    }
    let diagnostics = read.diagnostics.map { problem in
      var problem = problem
      problem.location.path = shown(problem.location.path)
      return problem
    }
    var configuration = AuditConfiguration(
      asOf: Instant(microseconds: 1_790_812_800_000_000),
      selection: try rules.map { try RuleSelection($0) } ?? .all, threads: 1)
    configuration.agreedLimits = agreedLimits
    let judged = Auditor.audit(
      Snapshot(files: files, texts: found.texts, tables: found.tables, states: found.states),
      catalogue: Self.catalogue,
      configuration: configuration,
      diagnostics: diagnostics)
    guard let exceptions else { return judged }
    let (file, problems) = ExceptionFile.read(Array(exceptions.utf8), path: "exceptions.yaml")
    return judged.applying(try #require(file, "\(problems)"))
  }

  /// Renders the report.
  ///
  /// - Returns: The files by their paths, as text, and the problems of templates.
  func render() throws -> RenderedReport {
    let result = try audit()
    let folder = try TemporaryFolder()
    let tree = try StagedTree(replacing: "\(folder.path)/public")
    let assets = try PublicationAssets(templateFolders: [Self.templates])
    let layers = try ContentLayer.layers(in: content)
    let tree2 = try ContentTree(layers: layers)
    if hasSite {
      var site = SiteRequest(
        layers: layers, templateFolders: [Self.templates],
        messageFolder: "\(Self.shippedContent)/messages")
      site.locales = locales
      site.sections = [.init(nameKey: "report.title", path: "report/index.html")]
      _ = try SiteBuild(site).run(into: tree, content: tree2, assets: assets)
    }
    let gate = self.gate.judge(result)
    var request = ReportRequest(
      run: ReportRun(
        result: result, gate: gate, toolVersion: "1.2.3", exitStatus: gate.isFailed ? 1 : 0,
        statusReasons: gate.isFailed ? ["gate.fails"] : []),
      locales: locales, formats: formats, content: tree2,
      messageFolder: "\(Self.shippedContent)/messages", assets: assets,
      templates: try TemplateSet(folders: [Self.templates]), hasSite: hasSite, title: "Vouch",
      width: 2)
    request.limit = limit
    request.hasSearch = hasSearch
    request.run.sample = sample
    request.run.evidence = evidence
    let problems = try ReportBuild.run(request, into: tree)
    try assets.write(into: tree)
    _ = try tree.commit()
    return RenderedReport(
      result: result, files: try Self.files("\(folder.path)/public"), problems: problems)
  }

  private static func files(_ folder: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(path)") else { continue }
      files[path] = String(decoding: data, as: UTF8.self)
    }
    return files
  }
}

/// The files of a report.
struct RenderedReport {
  let result: AuditResult
  let files: [String: String]
  let problems: [Diagnostic]

  /// The text of a file.
  func text(_ path: String) throws -> String {
    try #require(files[path], "there is no \(path)")
  }

  /// The paths with an ending.
  func paths(_ suffix: String) -> [String] { files.keys.filter { $0.hasSuffix(suffix) }.sorted() }

  /// The members of a JSON document.
  func json(_ path: String) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(try text(path).utf8))
    return try #require(object as? [String: Any])
  }
}
