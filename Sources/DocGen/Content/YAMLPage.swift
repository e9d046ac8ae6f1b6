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
  /// What isn't made as it should be; what isn't YAML was reported when its metadata was read.
  private(set) var diagnostics: [Diagnostic] = []
  private let file: String
  private var line = 1

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - bytes: The page.
  ///   - path: The file.
  ///   - title: What a page without a title is called.
  ///   - words: The words that are added.
  init(
    _ bytes: [UInt8], path: String, title: String = "", words: YAMLPageWords = YAMLPageWords()
  ) {
    file = path
    let root = (try? YAMLDocument(parsing: bytes, path: path))?.root
    let ownTitle = root?.value("title") ?? root?.value("name")
    let heading = Self.text(ownTitle)
    add("# \(heading.isEmpty ? Self.escaped(title) : heading)\n\n", from: ownTitle)
    guard let root else { return }
    let kind = YAMLKind(of: bytes)?.page
    reportKeys(of: root, kind)
    // The summary of an architecture is that of the list which leads to it.
    if kind != .architecture || root.value("content") == nil { addText(root.value("summary")) }
    if let kind, kind.isTraining {
      addMarkdown(root.value("abstract"))
      addTraining(root, words)
    } else {
      addText(root.value("abstract"))
    }
    if kind == .yamldocument { addLandingData(root) }
    addDirectory(root.value("highlightedContent"))
    for section in entries(of: root.value("landingContent")) { addCard(section, words) }
    for key in ["conceptualContent", "productDirectory", "tools", "community"] {
      addDirectory(root.value(key))
    }
    let more = root.value("additionalContent")
    if more?.string == nil { addDirectory(more) }
    // Other kinds have sections of their own.
    if kind != .yamldocument {
      for section in entries(of: root.value("sections")) { addQuestions(section) }
    }
    addMarkdown(more)
  }

  /// A card of a landing page.
  private mutating func addCard(_ section: YAMLNode, _ words: YAMLPageWords) {
    addHeading(section.value("title") ?? section.scalar, level: 2)
    addText(section.value("summary"))
    for list in entries(of: section.value("linkLists")) {
      addListTitle(list, words)
      addLinks(list.value("links"))
    }
    addLinks(section.value("links"))
  }

  /// Products and articles of a hub: sections, or items right away.
  private mutating func addDirectory(_ node: YAMLNode?) {
    guard let node else { return }
    if node.string != nil {
      reportShape(of: node)
      return addText(node)
    }
    let isTitled = node.value("title") != nil
    addHeading(node.value("title"), level: 2)
    addText(node.value("summary"))
    addItems(node.sequence == nil ? node.value("items") : node)
    for section in entries(of: node.value("sections")) {
      addHeading(section.value("title") ?? section.scalar, level: isTitled ? 3 : 2)
      addText(section.value("summary"))
      addItems(section.value("items"))
    }
    addMarkdown(node.value("footer"))
  }

  private mutating func addItems(_ node: YAMLNode?) {
    let items = entries(of: node)
    guard !items.isEmpty else { return }
    beginList()
    for item in items {
      addLink(item, text: "title")
      for link in entries(of: item.value("links")) { addLink(link, text: "text", indent: "  ") }
      if let footer = item.value("footerLink") { addLink(footer, text: "text", indent: "  ") }
    }
    add("\n", from: nil)
  }

  /// What a list of links is of, as its kind says, where it has links.
  private mutating func addListTitle(_ list: YAMLNode, _ words: YAMLPageWords) {
    guard let kind = list.value("linkListType"), let name = kind.string?.trimmingBlanks(),
      !name.isEmpty, list.value("links")?.sequence?.isEmpty == false
    else { return }
    add("**\(words.title(ofList: name))**\n\n", from: kind)
  }

  private mutating func addLinks(_ node: YAMLNode?) {
    let links = entries(of: node)
    guard !links.isEmpty else { return }
    beginList()
    for link in links { addLink(link, text: "text") }
    add("\n", from: nil)
  }

  /// Questions with their answers.
  private mutating func addQuestions(_ section: YAMLNode) {
    let name = section.value("name") ?? section.value("title") ?? section.scalar
    // The schema asks for a name where a page has but one section, which then is called so.
    if name?.string?.trimmingBlanks() != "Ignored" { addHeading(name, level: 2) }
    addText(section.value("summary"))
    for question in entries(of: section.value("questions")) {
      addQuestion(question.value("question") ?? question.scalar)
      addMarkdown(question.value("answer"))
    }
  }

  /// Keeps a list apart from another right before it: to Markdown they would be one.
  mutating func beginList() {
    let text = markdown.reversed().drop { $0 <= 32 }.prefix { $0 != 10 }
    guard let first = text.last, first == 32 || first == UInt8(ascii: "-") else { return }
    add("<!-- -->\n\n", from: nil)
  }

  /// Adds an item of a list with its link, and what it is about; a text alone stays one.
  private mutating func addLink(_ link: YAMLNode, text key: String, indent: String = "") {
    let place = link.value("url") ?? link.value("href")
    let address = Self.address(place)
    let text =
      link.value(key) ?? link.value("title") ?? link.value("text") ?? link.value("name")
      ?? link.scalar
    let name = Self.text(text, isLinked: !address.isEmpty)
    let summary = link.value("summary")
    let words = Self.inline(summary)
    if name.isEmpty, address.isEmpty, words.isEmpty, link.value("links") == nil { return }
    add(
      "\(indent)- " + (address.isEmpty ? Self.block(name) : "[\(name)](<\(address)>)"),
      from: place ?? link)
    guard !words.isEmpty else { return add("\n", from: nil) }
    add(name.isEmpty && address.isEmpty ? "" : "  \n\(indent)  ", from: nil)
    add("\(Self.block(words))\n", from: summary)
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
    add("\(Self.block(Self.text(node)))\n\n", from: node)
  }

  /// Adds Markdown as it is written; a block of YAML begins on the line behind its mark.
  mutating func addMarkdown(_ node: YAMLNode?) {
    guard let node, let text = node.string?.trimmingBlanks(), !text.isEmpty else { return }
    var place = node
    if case .scalar(_, isPlain: false) = node.content, node.string?.contains("\n") == true {
      place.location.line += 1
    }
    add(text, from: place)
    // What is left open would take in what follows.
    add("\(OpenMarkdown.end(of: text))\n\n", from: nil)
  }

  mutating func add(_ text: String, from node: YAMLNode?) {
    if let node { origins.append(file: file, line: node.location.line, at: line) }
    markdown += text.utf8
    line += text.utf8.count { $0 == 10 }
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}
