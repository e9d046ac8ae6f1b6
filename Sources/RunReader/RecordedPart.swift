import Digests
import FileSystem
public import Model
import SnapshotReader

/// The report of one environment as a part of a report on several.
public struct RecordedPart: Sendable {
  /// The output folder as the user needs it.
  public let path: String
  /// What the run found, as its `summary.json` counts it.
  public let result: EnvironmentResult
  /// The options of the run.
  public let options: RecordedOptions
  /// SHA-256 of the words and of the templates that its pages were made of, if it tells.
  public let content: String?
  /// See ``content``.
  public let templates: String?
  /// The version of the tool that made it.
  public let toolVersion: String
  private let manifest: JSONNode
  private let file: RecordedFile

  /// Members of a manifest that belong to one environment.
  private static let own: Set<String> = [
    "environment", "collectedUtc", "snapshot", "inputs", "sections", "baseline",
  ]

  /// Reads a part.
  ///
  /// - Parameters:
  ///   - folder: Its output folder for the system.
  ///   - name: What it is called in places.
  ///   - checkingFindings: Whether the findings, where the run wrote them, are counted: a part that
  ///     was just made adds up.
  /// - Returns: The part, or everything that keeps it from being one.
  public static func read(
    _ folder: String, named name: String, checkingFindings: Bool = false
  ) -> (part: RecordedPart?, problems: [Diagnostic]) {
    var problems: [Diagnostic] = []
    func load(_ file: String) -> RecordedFile? {
      let path = "\(name)/report/\(file)"
      do {
        return RecordedFile(
          path: path, bytes: try Files.read("\(folder)/report/\(file)"), area: "merge")
      } catch {
        problems.report(
          .error, "merge.missing", at: SourceLocation(path: path), error.reason,
          suggestion: "name the output of 'vouch audit' with the format json")
        return nil
      }
    }
    let manifest = load("manifest.json")
    let summary = load("summary.json")
    guard let manifest, let summary else { return (nil, problems) }
    let (options, faults) = RecordedOptions.read(manifest.bytes, path: manifest.path)
    problems += faults.map { $0.coded("merge.schema") }
    guard let options, let root = manifest.document(nil, &problems) else { return (nil, problems) }
    guard !options.hasSite else {
      problems.append(
        manifest.problem(
          "site", at: root.offset, "'vouch run' wrote it together with a site",
          "make parts with 'vouch audit'"))
      return (nil, problems)
    }
    var reader = EnvironmentReader(summary)
    let result = reader.read(root, options, manifestDigest: Digests.sha256(manifest.bytes))
    problems += reader.problems
    if problems.isEmpty, checkingFindings, options.formats.contains("ndjson"),
      let findings = load("findings.ndjson")
    {
      problems += TotalsCheck.problems(of: findings, against: summary)
    }
    guard let result, let version = root["tool"]?["version"]?.text, problems.isEmpty else {
      return (nil, problems)
    }
    let part = RecordedPart(
      path: name, result: result, options: options, content: root["content"]?["sha256"]?.text,
      templates: root["templates"]?["sha256"]?.text, toolVersion: version, manifest: root,
      file: manifest)
    return (part, [])
  }

  /// Whether an output is itself a report on several environments.
  public static func isRollUp(_ folder: String) -> Bool {
    guard let bytes = try? Files.read("\(folder)/report/summary.json") else { return false }
    var problems: [Diagnostic] = []
    let root = RecordedFile(path: "", bytes: bytes).document(nil, &problems)
    return root?["schema"]?.text == RollUp.schema
  }

  /// Everything in which the settings of two parts differ: such parts are no parts of one run.
  public func differences(from first: RecordedPart) -> [Diagnostic] {
    var found: [Diagnostic] = []
    compare(manifest, first.manifest, []) { path, offset, here, there in
      found.append(
        file.problem(
          "differs", at: offset, "\(path) is \(here) here and \(there) in '\(first.path)'",
          "make all parts with the same settings"))
    }
    return found
  }

  /// Walks down two manifests to what differs.
  private func compare(
    _ here: JSONNode, _ there: JSONNode, _ path: [String],
    _ report: (_ path: String, _ offset: Int, _ here: String, _ there: String) -> Void
  ) {
    guard !here.isSame(as: there) else { return }
    let (left, right) = (Self.named(here), Self.named(there))
    guard let left, let right else {
      report(path.joined(separator: "."), here.offset, Self.said(here), Self.said(there))
      return
    }
    for (name, value) in left where !(path.isEmpty && Self.own.contains(name)) {
      guard let other = right.first(where: { $0.name == name })?.value else {
        report((path + [name]).joined(separator: "."), value.offset, Self.said(value), "absent")
        continue
      }
      compare(value, other, path + [name], report)
    }
    for (name, value) in right
    where !(path.isEmpty && Self.own.contains(name)) && !left.contains(where: { $0.name == name }) {
      report((path + [name]).joined(separator: "."), here.offset, "absent", Self.said(value))
    }
  }

  /// What has names: the members of an object, the entries of a list with ids.
  private static func named(_ node: JSONNode) -> [(name: String, value: JSONNode)]? {
    if node.isObject { return node.members.map { ($0.key, $0.value) } }
    guard let entries = node.entries, !entries.isEmpty else { return nil }
    let ids = entries.compactMap { $0["id"]?.text }
    return ids.count == entries.count ? Array(zip(ids, entries)) : nil
  }

  private static func said(_ node: JSONNode) -> String {
    switch node.content {
    case .text(let text): "'\(text)'"
    case .number(let number): number
    case .flag(let flag): "\(flag)"
    case .null: "null"
    case .list(let entries):
      "[\(entries.map(said).joined(separator: ", "))]"
    case .object: "given"
    }
  }
}

extension Diagnostic {
  /// The same under another code.
  fileprivate func coded(_ code: String) -> Diagnostic {
    Diagnostic(severity, code, at: location, message, suggestion: suggestion)
  }
}
