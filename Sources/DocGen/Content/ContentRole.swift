import FileSystem

/// What a file of a content folder is for.
enum ContentRole: Hashable, Sendable {
  /// A page written in Markdown.
  case page
  /// A page described in YAML: a landing page, a hub, questions and answers.
  case landingPage
  /// Something in YAML; its first line says whether it is a page.
  case yaml
  /// A table of contents.
  case tableOfContents
  /// Something that pages include, never published by itself.
  case include
  /// An image or a download, copied as it is.
  case resource
  /// Something that pages may show parts of, such as code; never published by itself.
  case part
  /// Not for readers.
  case none

  /// Decides by the path below the locale's folder, without looking into the file.
  init(of path: RelativePath) {
    let folders = path.components.dropLast().map { $0.lowercased() }
    let name = path.name.lowercased()
    if folders.contains(where: Self.isPrivateFolder) {
      self = .none
    } else if name == "toc.yml" || name == "toc.yaml" || name == "toc.md" {
      self = .tableOfContents
    } else if name == "docfx.json" {
      self = .part
    } else if folders.contains(where: Self.isIncludeFolder) {
      self = name.hasSuffix(".md") ? .include : .resource
    } else if name.hasSuffix(".md") {
      self = folders.isEmpty && Self.isAboutTheRepository(name) ? .none : .page
    } else if name.hasSuffix(".yml") || name.hasSuffix(".yaml") {
      self = .yaml
    } else {
      self = Self.resourceExtensions.contains(path.fileExtension.lowercased()) ? .resource : .part
    }
    if self == .resource, folders.contains(where: Self.isIncludeFolder),
      !Self.resourceExtensions.contains(path.fileExtension.lowercased())
    {
      self = .part
    }
  }

  private static func isIncludeFolder(_ name: String) -> Bool {
    name == "includes" || name == "_includes"
  }

  /// Build folders, themes and the copy of the source repository of a localized one.
  private static func isPrivateFolder(_ name: String) -> Bool {
    name == "obj" || name == "node_modules" || name == "breadcrumb" || name.hasPrefix("_themes")
      || name.hasPrefix("_repo.")
  }

  /// Files at the top of a repository that speak to its contributors.
  private static func isAboutTheRepository(_ name: String) -> Bool {
    [
      "readme", "license", "license-code", "license-docs", "contributing", "code_of_conduct",
      "code-of-conduct", "security", "thirdpartynotices", "pull_request_template",
      "issue_template",
    ].contains(String(name.dropLast(3)))
  }

  /// Whether a browser might run what is in a file.
  static func isActive(_ path: RelativePath) -> Bool {
    [
      "html", "htm", "xhtml", "shtml", "js", "mjs", "cjs", "wasm", "css", "swf", "hta", "xsl",
      "xslt",
    ]
    .contains(path.fileExtension.lowercased())
  }

  /// Whether a file is a picture, a film or a document, which no page takes anything from.
  static func isMedia(_ path: RelativePath) -> Bool {
    mediaExtensions.contains(path.fileExtension.lowercased())
  }

  private static let mediaExtensions: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "bmp", "mp4", "webm", "mp3", "pdf", "xlsx",
    "docx", "pptx", "zip",
  ]

  /// What is copied for readers; scripts and pages in raw HTML are not.
  private static let resourceExtensions: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico", "bmp", "mp4", "webm", "mp3", "vtt",
    "pdf", "csv", "xlsx", "docx", "pptx", "zip", "txt", "json", "xml",
  ]
}
