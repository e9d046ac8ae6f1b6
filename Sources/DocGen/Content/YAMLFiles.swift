import FileSystem
import Model

/// The files in YAML of a locale that may be pages.
struct YAMLFiles {
  /// Those that are, in the order of their paths.
  private(set) var pages: [RelativePath] = []
  /// What those of which no page is made say that they are.
  private(set) var otherKinds: [RelativePath: String] = [:]

  /// Looks at the first lines.
  ///
  /// - Parameters:
  ///   - paths: The files in the order of their paths.
  ///   - files: Where each file of the locale lies.
  ///   - diagnostics: Gets what isn't shown; of many files of one kind, which a reference of an API
  ///     has by the thousand, the first one with their number.
  init(
    _ paths: [RelativePath], of files: [RelativePath: LayerFile],
    _ diagnostics: inout [Diagnostic]
  ) {
    var first: [String: (kind: YAMLKind, file: String)] = [:]
    for path in paths {
      guard let file = files[path], let bytes = try? file.read(limit: ContentPage.sizeLimit) else {
        continue
      }
      let kind = YAMLKind(of: TextEncoding.repaired(bytes))
      // Without a kind the name of the file decides.
      guard kind.map({ $0.page != nil }) ?? (path.name.lowercased() == "index.yml") else {
        if let kind {
          otherKinds[path] = kind.name
          first[kind.name] = first[kind.name] ?? (kind, file.file)
        }
        continue
      }
      let other = path.replacingExtension(with: "md")
      guard files[other] != nil else {
        pages.append(path)
        continue
      }
      diagnostics.report(
        .warning, "content.shadowed", at: SourceLocation(path: file.file),
        "this page isn't shown: '\(other.name)' beside it has its place",
        suggestion: "keep one of the two")
    }
    let counts = otherKinds.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    for (name, entry) in first.sorted(by: { $0.key < $1.key }) {
      guard let problem = entry.kind.problem(in: entry.file, of: counts[name] ?? 1) else {
        continue
      }
      diagnostics.append(problem)
    }
  }
}
