import Localization
import Model
import YAML

/// A page that is described in YAML (a landing page, a hub, questions and answers, training) as
/// Markdown: its title, what it is about, and its lists of links, its answers or its text.
struct YAMLPage {
  /// The page; only a title if the YAML is broken.
  private(set) var markdown: [UInt8] = []
  /// Where each line of the page comes from.
  private(set) var origins = LineOrigins()
  private let file: String
  private var line = 1

  /// Reads a page; problems in it were reported when its metadata was read.
  init(_ bytes: [UInt8], path: String, words: YAMLPageWords = YAMLPageWords()) {
    file = path
    let root = (try? YAMLDocument(parsing: bytes, path: path))?.root
    let title = root?["title"] ?? root?["name"]
    add("# \(Self.text(title))\n\n", from: title)
    let kind = YAMLKind(of: bytes)?.page
    // The summary of an architecture is that of the list which leads to it.
    if kind != .architecture || root?["content"] == nil { addText(root?["summary"]) }
    if let root, let kind, kind.isTraining {
      addMarkdown(root["abstract"])
      addTraining(root, words)
    } else {
      addText(root?["abstract"])
    }
    if let root, kind == .yamldocument { addLandingData(root) }
    addHighlights(root)
    for section in root?["landingContent"]?.sequence ?? [] {
      addHeading(section["title"], level: 2)
      addText(section["summary"])
      for list in section["linkLists"]?.sequence ?? [] {
        addListTitle(list, words)
        addLinks(list["links"])
      }
    }
    for key in ["conceptualContent", "productDirectory", "tools", "additionalContent"] {
      addDirectory(root?[key])
    }
    for section in root?["sections"]?.sequence ?? [] where section["questions"] != nil {
      addHeading(section["name"], level: 2)
      for question in section["questions"]?.sequence ?? [] {
        addQuestion(question["question"])
        addMarkdown(question["answer"])
      }
    }
    addMarkdown(root?["additionalContent"].flatMap { $0.string == nil ? nil : $0 })
  }

  /// `highlightedContent` of a hub.
  private mutating func addHighlights(_ root: YAMLNode?) {
    guard let items = root?["highlightedContent"]?["items"]?.sequence, !items.isEmpty else {
      return
    }
    beginList()
    for item in items { addLink(item, text: "title", summary: nil) }
    add("\n", from: nil)
  }

  /// Products and articles of a hub: sections, or items right away.
  private mutating func addDirectory(_ node: YAMLNode?) {
    guard let node, node.mapping != nil else { return }
    addHeading(node["title"], level: 2)
    addText(node["summary"])
    addItems(node["items"])
    for section in node["sections"]?.sequence ?? [] {
      addHeading(section["title"], level: node["title"] == nil ? 2 : 3)
      addText(section["summary"])
      addItems(section["items"])
    }
    addMarkdown(node["footer"])
  }

  private mutating func addItems(_ node: YAMLNode?) {
    if node?.sequence?.isEmpty == false { beginList() }
    for item in node?.sequence ?? [] {
      addLink(item, text: "title", summary: item["summary"])
      for link in item["links"]?.sequence ?? [] { addLink(link, text: "text", indent: "  ") }
      if let footer = item["footerLink"] { addLink(footer, text: "text", indent: "  ") }
    }
    if node != nil { add("\n", from: nil) }
  }

  /// What a list of links is of, as its kind says, where it has links.
  private mutating func addListTitle(_ list: YAMLNode, _ words: YAMLPageWords) {
    guard let kind = list["linkListType"]?.string?.trimmingBlanks(), !kind.isEmpty,
      list["links"]?.sequence?.isEmpty == false
    else { return }
    add("**\(words.title(ofList: kind))**\n\n", from: list["linkListType"])
  }

  private mutating func addLinks(_ node: YAMLNode?) {
    if node?.sequence?.isEmpty == false { beginList() }
    for link in node?.sequence ?? [] { addLink(link, text: "text") }
    add("\n", from: nil)
  }

  /// Keeps a list apart from another right before it: to Markdown they would be one.
  mutating func beginList() {
    let text = markdown.reversed().drop { $0 <= 32 }.prefix { $0 != 10 }
    guard let first = text.last, first == 32 || first == UInt8(ascii: "-") else { return }
    add("<!-- -->\n\n", from: nil)
  }

  private mutating func addLink(
    _ link: YAMLNode, text key: String, summary: YAMLNode? = nil, indent: String = ""
  ) {
    let address = Self.address(link["url"])
    let name = Self.text(link[key] ?? link["name"])
    add(
      "\(indent)- " + (address.isEmpty ? name : "[\(name)](<\(address)>)"),
      from: link["url"] ?? link)
    let words = Self.inline(summary)
    add(words.isEmpty ? "\n" : "\\\n\(indent)  \(words)\n", from: nil)
  }

  mutating func addHeading(_ node: YAMLNode?, level: Int) {
    let words = Self.text(node)
    guard !words.isEmpty else { return }
    add("\(String(repeating: "#", count: level)) \(words)\n\n", from: node)
  }

  /// Adds a question, which is Markdown of one line.
  mutating func addQuestion(_ node: YAMLNode?, level: Int = 3) {
    let words = Self.line(node)
    guard !words.isEmpty else { return }
    add("\(String(repeating: "#", count: level)) \(words)\n\n", from: node)
  }

  /// Adds a paragraph in which nothing is markup, unless it shows that it is Markdown.
  mutating func addText(_ node: YAMLNode?) {
    guard let text = node?.string, !text.isEmpty else { return }
    if Self.hasMarkup(text) { return addMarkdown(node) }
    add("\(Self.text(node))\n\n", from: node)
  }

  /// Adds Markdown as it is written; a block of YAML begins on the line behind its mark.
  mutating func addMarkdown(_ node: YAMLNode?) {
    guard let node, let text = node.string?.trimmingBlanks(), !text.isEmpty else { return }
    var place = node
    if case .scalar(_, isPlain: false) = node.content, node.string?.contains("\n") == true {
      place.location.line += 1
    }
    add(text, from: place)
    add("\n\n", from: nil)
  }

  mutating func add(_ text: String, from node: YAMLNode?) {
    if let node { origins.append(file: file, line: node.location.line, at: line) }
    markdown += text.utf8
    line += text.utf8.count { $0 == 10 }
  }

  /// An address for angle brackets, which take any that holds none; empty where there is none.
  static func address(_ node: YAMLNode?) -> String {
    let address = (node?.string ?? "").trimmingBlanks()
    return address.contains { "<>\n".contains($0) } ? "" : address
  }

  /// A text of one line in which nothing is markup, unless it shows that it is Markdown.
  static func inline(_ node: YAMLNode?) -> String {
    hasMarkup(node?.string ?? "") ? line(node) : text(node)
  }

  /// Whether a text has links, emphasis, code or HTML: summaries and questions are written so.
  private static func hasMarkup(_ text: String) -> Bool {
    ["](", "**", "</", "<br"].contains(where: text.contains) || text.count { $0 == "`" } > 1
  }

  /// A text of one line as it is written.
  static func line(_ node: YAMLNode?) -> String {
    String((node?.string ?? "").trimmingBlanks().map { $0.isNewline ? " " : $0 })
  }

  /// A text of one line in which nothing is markup but the tags of units.
  private static func text(_ node: YAMLNode?) -> String {
    let words = line(node)
    return Units.hasUnits(words) ? words : escaped(words)
  }

  /// A line of words in which nothing is markup.
  static func escaped(_ line: String) -> String {
    var text = ""
    for character in line {
      switch character {
      case "<": text += "&lt;"
      // Behind an address that becomes a link by itself a backslash would belong to it.
      case ">" where !text.isEmpty: text.append(">")
      default:
        if "\\`*_[]>#|~!".contains(character) { text.append("\\") }
        text.append(character)
      }
    }
    return text
  }
}
