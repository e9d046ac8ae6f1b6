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
  ///   - folders: The folder of each file of the locale.
  ///   - diagnostics: Gets what isn't shown.
  init(
    _ paths: [RelativePath], in folders: [RelativePath: String],
    _ diagnostics: inout [Diagnostic]
  ) {
    for path in paths {
      let folder = folders[path] ?? ""
      guard let bytes = try? Files.read(path, in: folder, limit: ContentPage.sizeLimit) else {
        continue
      }
      let kind = YAMLKind(of: bytes)
      // Without a kind the name of the file decides.
      guard kind.map({ $0.page != nil }) ?? (path.name.lowercased() == "index.yml") else {
        otherKinds[path] = kind?.name
        if let problem = kind?.problem(in: path.path(in: folder)) { diagnostics.append(problem) }
        continue
      }
      let other = path.replacingExtension(with: "md")
      guard folders[other] != nil else {
        pages.append(path)
        continue
      }
      diagnostics.append(
        Diagnostic(
          .warning, "content.shadowed", at: SourceLocation(path: path.path(in: folder)),
          "this page isn't shown: '\(other.name)' beside it has its place",
          suggestion: "keep one of the two"))
    }
  }
}
