import YAML

/// A landing page, which is described in YAML, as a page of Markdown: its title, what it is about,
/// and its lists of links.
struct LandingPage {
  /// The page; only a title if the YAML is broken.
  let markdown: [UInt8]

  /// Reads a page; problems in it were reported when its metadata was read.
  init(_ bytes: [UInt8], path: String) {
    let document = try? YAMLDocument(parsing: bytes, path: path)
    var text = "# \(Self.text(document?.root?["title"]))\n\n"
    for key in ["summary", "abstract"] {
      let summary = Self.text(document?.root?[key])
      if !summary.isEmpty { text += "\(summary)\n\n" }
    }
    for section in document?.root?["landingContent"]?.sequence ?? [] {
      text += "## \(Self.text(section["title"]))\n\n"
      for list in section["linkLists"]?.sequence ?? [] {
        for link in list["links"]?.sequence ?? [] { text += Self.item(link) }
      }
      text += "\n"
    }
    for section in document?.root?["sections"]?.sequence ?? [] {
      text += "## \(Self.text(section["name"]))\n\n"
      for question in section["questions"]?.sequence ?? [] {
        text += "### \(Self.text(question["question"]))\n\n"
        text += "\((question["answer"]?.string ?? "").trimmingBlanks())\n\n"
      }
    }
    markdown = Array(text.utf8)
  }

  private static func item(_ link: YAMLNode) -> String {
    let address = (link["url"]?.string ?? "").trimmingBlanks()
    let name = text(link["text"])
    // Angle brackets take any address, but none that holds one.
    if address.isEmpty || address.contains(where: { "<>\n".contains($0) }) { return "- \(name)\n" }
    return "- [\(name)](<\(address)>)\n"
  }

  /// A text of one line in which nothing is markup.
  private static func text(_ node: YAMLNode?) -> String {
    var text = ""
    for character in (node?.string ?? "").trimmingBlanks() {
      if "\\`*_[]<>#|~!".contains(character) { text.append("\\") }
      text.append(character.isNewline ? " " : character)
    }
    return text
  }
}

extension YAMLNode {
  /// The value of a key; `nil` if there is none, or if this is no mapping.
  fileprivate subscript(key: String) -> YAMLNode? { mapping?.first { $0.key == key }?.value }
}
