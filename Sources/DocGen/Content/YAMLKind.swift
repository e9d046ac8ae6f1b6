import Model

/// What a file in YAML says in its first line that it is: `### YamlMime:Landing`.
struct YAMLKind: Equatable {
  /// The kinds that pages are made of.
  enum Page: String {
    case landing, hub, faq, yamldocument, architecture
    case module, moduleunit, learningpath, tutorial

    /// Whether it is text with exercises, in units that belong together.
    var isTraining: Bool {
      switch self {
      case .landing, .hub, .faq, .yamldocument: false
      case .architecture, .module, .moduleunit, .learningpath, .tutorial: true
      }
    }
  }

  /// The name as written.
  let name: String
  /// Where it stands in the first line, in bytes from 1.
  let column: Int

  /// Reads the first line of a file; `nil` where it says nothing.
  init?(of bytes: [UInt8]) {
    let first = bytes.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.prefix { !$0.isLineEnd }
      .prefix(100)
    let mark = Array("yamlmime:".utf8)
    guard first.first == UInt8(ascii: "#"),
      let start = first.indices.first(where: { index in
        zip(mark, first[index...]).count { $0 == $1 | (($1 > 64 && $1 < 91) ? 32 : 0) }
          == mark.count
      })
    else { return nil }
    let rest = first[(start + mark.count)...].drop { $0.isBlank }
    name = String(decoding: rest, as: UTF8.self).trimmingBlanks()
    column = rest.startIndex + 1
  }

  /// The kind of page; `nil` where none is made.
  var page: Page? { Page(rawValue: name.lowercased()) }

  /// Whether it serves other pages and is followed where it does.
  var isFollowed: Bool {
    ["tableofcontent", "tableofcontents", "toc", "zonepivotgroups"].contains(name.lowercased())
  }

  /// Whether it is data that never was a page: what pages have in common, badges, maps.
  private var isData: Bool {
    ["achievements", "contextobject", "xrefmap", "monikerdefinition", "references"]
      .contains(name.lowercased())
  }

  /// What is said of the first of some files of which no page is made; `nil` where nothing is
  /// missing.
  func problem(in file: String, of count: Int) -> Diagnostic? {
    guard page == nil, !isFollowed, !name.isEmpty else { return nil }
    let place = SourceLocation(path: file, line: 1, column: column)
    let others = count > 1 ? "; \(count - 1) more are of this kind" : ""
    if isData {
      return Diagnostic(
        .note, "page.kind", at: place,
        "files of the kind '\(name)' are data; no page shows them\(others)")
    }
    return Diagnostic(
      .warning, "page.kind", at: place, "no page is made of files of the kind '\(name)'\(others)",
      suggestion: "write it in Markdown, or take it out with 'exclude' in 'docfx.json'")
  }
}

extension ContentTree {
  /// Whether a YAML file says in its first line that it is a page.
  public static func isLandingPage(_ bytes: [UInt8]) -> Bool { YAMLKind(of: bytes)?.page != nil }
}
