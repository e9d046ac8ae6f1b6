import FileSystem
public import Model

/// Finds templates and assets of a user's folder that nothing takes: a slip in a name would leave
/// everything as it is built in, without a word.
public enum UnusedTemplates {
  /// Looks at a folder; one that can't be read is left to the making of pages.
  ///
  /// - Parameters:
  ///   - folder: The folder of the user.
  ///   - name: The folder as the user wrote it, for places.
  ///   - builtIn: The folder of what is built in.
  /// - Returns: A warning for each template that isn't built in and that no template of the folder
  ///   includes, and for each file of `assets` that isn't built in.
  /// - Complexity: One listing of both folders; templates are read only if one isn't built in.
  public static func warnings(
    in folder: String, named name: String, besides builtIn: String
  ) -> [Diagnostic] {
    guard let own = try? FolderListing(of: folder).files,
      let known = try? FolderListing(of: builtIn).files
    else { return [] }
    let strangers = own.filter { !known.contains($0) }.filter(isAsset)
    let templates = own.filter { !known.contains($0) && $0.fileExtension == Self.template }
    let included = templates.isEmpty ? nil : includedTemplates(of: own, in: [builtIn, folder])
    let unused = templates.filter { included?.contains(TemplateSet.name($0)) == false }
    return (strangers + unused).sorted().map { path in
      Diagnostic(
        .warning, "template.unused", at: SourceLocation(path: path.path(in: name)),
        "nothing takes this file", suggestion: suggestion(path, among: known))
    }
  }

  private static let template = "mustache"

  private static func isAsset(_ path: RelativePath) -> Bool {
    path.folder?.description == "assets"
  }

  /// The templates that some templates include; `nil` if values decide, or if they can't be read.
  private static func includedTemplates(
    of own: [RelativePath], in folders: [String]
  ) -> Set<String>? {
    guard let set = try? TemplateSet(folders: folders) else { return nil }
    var included: Set<String> = []
    for path in own where path.fileExtension == template {
      for reference in references(of: set.templates[TemplateSet.name(path)] ?? []) {
        switch reference {
        case .named(let name), .linked(let name): included.insert(name)
        case .dynamic: return nil
        }
      }
    }
    return included
  }

  private static func references(of nodes: [TemplateNode]) -> [PartialReference] {
    nodes.flatMap { node -> [PartialReference] in
      switch node {
      case .text, .lineStart, .variable: []
      case .section(_, _, let content): references(of: content)
      case .block(let block, _): references(of: block.content)
      case .partial(let reference, _, _): [reference]
      case .parent(let reference, _, let overrides, _):
        [reference] + overrides.values.flatMap { references(of: $0.content) }
      }
    }
  }

  private static func stem(_ path: RelativePath) -> String {
    path.name.split(separator: ".").first.map(String.init) ?? path.name
  }

  /// The built-in file whose name is nearest, one in the same folder first.
  private static func suggestion(_ path: RelativePath, among known: [RelativePath]) -> String {
    let ofItsKind = known.filter { isAsset($0) == isAsset(path) }
    let alike =
      ofItsKind.filter { $0.folder == path.folder } + ofItsKind.filter { $0.folder != path.folder }
    if let near = Suggestion.nearest(to: stem(path), among: alike.map(stem)),
      let found = alike.first(where: { stem($0) == near })
    {
      return "did you mean '\(found)'?"
    }
    guard isAsset(path) else {
      return "write {{> \(TemplateSet.name(path))}} in a template that is taken"
    }
    return "known are \(known.filter(isAsset).map(\.name).joined(separator: ", "))"
  }
}
