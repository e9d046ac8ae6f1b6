import FileSystem
public import Model

/// Compiled templates that include each other by name.
///
/// The name of a template is its path below its folder without `.mustache`: `site/page`. A tag
/// `{{> head}}` in it means `site/head`, or `head` where that doesn't exist.
public struct TemplateSet: Sendable {
  let templates: [String: [TemplateNode]]

  /// The names of all templates, in byte order.
  public var names: [String] { templates.keys.sorted() }

  /// Loads every `.mustache` file of some folders.
  ///
  /// - Parameter folders: The folders; a file of a later folder takes the place of one with the same
  ///   path of an earlier.
  /// - Throws: All problems of all templates: unreadable files, unclosed and mismatched sections,
  ///   partials that don't exist.
  public init(folders: [String]) throws(TemplateFailure) {
    var sources: [String: TemplateSource] = [:]
    for folder in folders {
      do throws(FileError) {
        let listing = try FolderListing(of: folder)
        // Without a folder that can't be read, other templates would silently take their place.
        for omission in listing.omissions where omission.reason == .unreadable {
          _ = try FolderListing(of: folder.appendingPathPart(omission.path))
        }
        for path in listing.files where path.fileExtension == "mustache" {
          sources[Self.name(path)] = TemplateSource(
            path: path.path(in: folder), bytes: try Files.read(path, in: folder, limit: 1 << 20))
        }
      } catch {
        throw TemplateFailure([error.diagnostic])
      }
    }
    try self.init(sources: sources)
  }

  /// The name of the template in a file.
  static func name(_ path: RelativePath) -> String {
    String(path.description.dropLast(".mustache".count))
  }

  /// Compiles templates that are in memory.
  ///
  /// - Parameters:
  ///   - sources: The texts by their names; places in problems name `<name>.mustache`.
  ///   - allowsUnknownPartials: Whether a tag may name a template that doesn't exist; it then shows
  ///     nothing.
  /// - Throws: All problems of all templates.
  public init(
    sources: [String: String], allowsUnknownPartials: Bool = false
  ) throws(TemplateFailure) {
    try self.init(
      sources: Dictionary(
        uniqueKeysWithValues: sources.map { name, text in
          (name, TemplateSource(path: "\(name).mustache", bytes: Array(text.utf8)))
        }), allowsUnknownPartials: allowsUnknownPartials)
  }

  private init(
    sources: [String: TemplateSource], allowsUnknownPartials: Bool = false
  ) throws(TemplateFailure) {
    var templates: [String: [TemplateNode]] = [:]
    var problems: [Diagnostic] = []
    for (name, source) in sources {
      do throws(TemplateFailure) {
        templates[name] = try TemplateParser.parse(
          source.bytes, path: source.path, name: name)
      } catch {
        problems += error.diagnostics
        templates[name] = []
      }
    }
    var linker = TemplateLinker(templates)
    self.templates = linker.link()
    if !allowsUnknownPartials { problems += linker.diagnostics }
    if !problems.isEmpty { throw TemplateFailure(problems) }
  }

  /// Renders a template.
  ///
  /// - Parameters:
  ///   - name: The name of the template.
  ///   - context: Where names are looked up: the last value first. Values that many pages share go
  ///     first, those of one page last.
  ///   - options: How text is escaped and what is reported.
  /// - Returns: What was rendered, and problems that didn't keep it from being rendered.
  /// - Throws: If there is no such template, or templates include each other without end.
  public func render(
    _ name: String, with context: [TemplateValue], options: TemplateOptions = TemplateOptions()
  ) throws(TemplateFailure) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    guard let nodes = templates[name] else {
      throw TemplateFailure([
        Diagnostic(
          .error, "template.unknown", at: SourceLocation(path: "\(name).mustache"),
          "there is no template '\(name)'",
          suggestion: Suggestion.didYouMean(name, among: names))
      ])
    }
    var output: [UInt8] = []
    output.reserveCapacity(Self.sizeHint(for: context))
    var renderer = TemplateRenderer(self, options: options, context: context, output: output)
    try renderer.render(nodes, of: name)
    return (renderer.output, renderer.diagnostics)
  }

  /// About how long a page becomes: its markup, and what a template adds.
  private static func sizeHint(for context: [TemplateValue]) -> Int {
    guard case .object(let members)? = context.last else { return 0 }
    var size = 8 << 10
    for case .html(let markup) in members.values { size += markup.count }
    return size
  }
}

/// A template as written, and what it is called in places.
private struct TemplateSource {
  let path: String
  let bytes: [UInt8]
}
