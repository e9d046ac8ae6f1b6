import Digests
import FileSystem
import Model
import YAML

/// What a `docfx.json` says about the folder that it lies in.
struct Docset: Sendable {
  /// The folder below the locale's; `nil` is the locale's folder itself.
  let folder: RelativePath?
  /// Where the pages lie on their server, such as `/dynamics365/customer-insights`; `nil` where the
  /// file doesn't give it away.
  let address: String?
  /// `extendBreadcrumb`: whether breadcrumbs go on with the entries of the contents above a page.
  let extendsBreadcrumbs: Bool
  /// A digest of all that decides what the file says of a page: its folder and its bytes.
  let digest: String
  private let content: [FileGroup]
  private let resources: [FileGroup]
  private let globalMetadata: [String: String]
  private let fileMetadata: [(key: String, pattern: GlobPattern, value: String)]

  /// Reads a file.
  ///
  /// - Throws: If it isn't JSON, comments and superfluous commas allowed.
  init(
    _ bytes: [UInt8], at path: RelativePath, named file: String, diagnostics: inout [Diagnostic]
  ) throws(YAMLError) {
    let document = try RelaxedJSON.document(bytes, path: file)
    digest = Digests.sha256(Array("\(path)\n".utf8) + bytes)
    diagnostics += document.diagnostics.filter { $0.severity == .error }
    let build = document.root?["build"]
    if build?.mapping == nil {
      diagnostics.report(
        .warning, "docfx.shape", at: document.root?.location ?? SourceLocation(path: file),
        "no object 'build' here", suggestion: "all Markdown files of the folder are pages then")
    }
    folder = path.folder
    let groups = build?["content"]?.sequence ?? []
    let resourceGroups = build?["resource"]?.sequence ?? []
    content = groups.compactMap { FileGroup($0, below: path.folder, &diagnostics) }
    resources = resourceGroups.compactMap { FileGroup($0, below: path.folder, &diagnostics) }
    var global: [String: String] = [:]
    for entry in build?["globalMetadata"]?.mapping ?? [] {
      let key = entry.key.lowercased()
      if let text = entry.value.metadata(key) { global[key] = text }
    }
    globalMetadata = global
    var values: [(String, GlobPattern, String)] = []
    for key in build?["fileMetadata"]?.mapping ?? [] {
      for rule in key.value.mapping ?? [] {
        let name = key.key.lowercased()
        guard let text = rule.value.metadata(name) else { continue }
        values.append((name, GlobPattern(rule.key), text))
      }
    }
    fileMetadata = values
    extendsBreadcrumbs = global["extendbreadcrumb"] != "false"
    address = global["breadcrumb_path"].flatMap { path in
      path.hasPrefix("/") && path.hasSuffix("/breadcrumb/toc.json")
        ? String(path.dropLast("/breadcrumb/toc.json".count)) : nil
    }
  }

  /// What is wrong with groups of files in whose folders none of some files lies.
  func problems(
    among files: [RelativePath: String], _ others: [RelativePath: String]
  ) -> [Diagnostic] {
    (content + resources).compactMap { $0.problem(among: files, others) }
  }

  /// Whether a file of the locale lies in the docset.
  func holds(_ path: RelativePath) -> Bool { folder.map(path.isBelow) ?? true }

  /// Whether a group of files names a file, wherever it lies.
  func names(_ path: RelativePath) -> Bool { Self.have(content + resources, path) }

  /// Whether a file of the docset is a page; without any list of files all are.
  func publishes(_ path: RelativePath) -> Bool { content.isEmpty || Self.have(content, path) }

  /// Whether `resource` names a file of the docset.
  func publishesResource(_ path: RelativePath) -> Bool { Self.have(resources, path) }

  /// Whether `resource` names a file only to exclude it.
  func withholds(_ path: RelativePath) -> Bool {
    guard !resources.isEmpty else { return false }
    let parts = GlobPattern.parts(of: path.description)
    return resources.contains { $0.excludes(parts) } && !resources.contains { $0.contains(parts) }
  }

  private static func have(_ groups: [FileGroup], _ path: RelativePath) -> Bool {
    guard !groups.isEmpty else { return false }
    let parts = GlobPattern.parts(of: path.description)
    return groups.contains { $0.contains(parts) }
  }

  /// Whether pages or resources have another place in the output than in the folder.
  var movesFiles: Bool { (content + resources).contains(where: \.movesFiles) }

  /// The place in the output of a page or a resource, below the locale's folder: the first group
  /// that names it decides.
  func place(of path: RelativePath) -> RelativePath? {
    let isPage = ["md", "yml", "yaml"].contains(path.fileExtension.lowercased())
    let parts = GlobPattern.parts(of: path.description)
    return (isPage ? content + resources : resources + content)
      .first { $0.contains(parts) }?.place(of: path)
  }

  /// What a page has of some metadata without saying it: the last pattern that fits counts.
  func metadata(_ key: String, of path: RelativePath) -> String? {
    if fileMetadata.contains(where: { $0.key == key }) {
      let parts = parts(of: path)
      if let last = fileMetadata.last(where: { $0.key == key && $0.pattern.matches(parts) }) {
        return last.value
      }
    }
    return globalMetadata[key]
  }

  private func parts(of path: RelativePath) -> [[UInt8]] {
    let description = path.description
    let below = folder.map { description.dropFirst($0.description.count + 1) } ?? description[...]
    return GlobPattern.parts(of: String(below))
  }
}
