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
  ///   - original: Gives the same page in the source language, of a translation.
  init(
    _ bytes: [UInt8], path: String, title: String, words: YAMLPageWords,
    original: () -> [UInt8]? = { nil }
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
      let sections = entries(of: root.value("sections"))
      let originals = sections.isEmpty ? nil : Self.sections(of: original(), path: path)
      for (number, section) in sections.enumerated() {
        let original = originals?.count == sections.count ? originals?[number] : nil
        addQuestions(section, isNamed: ![section, original].contains(where: Self.isIgnored))
      }
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
  private mutating func addQuestions(_ section: YAMLNode, isNamed: Bool) {
    if isNamed { addHeading(Self.name(of: section), level: 2, hasPublishedID: true) }
    addText(section.value("summary"))
    for question in entries(of: section.value("questions")) {
      addQuestion(question.value("question") ?? question.scalar, hasPublishedID: true)
      addMarkdown(question.value("answer"))
    }
  }

  private static func name(of section: YAMLNode?) -> YAMLNode? {
    section?.value("name") ?? section?.value("title") ?? section?.scalar
  }

  /// Whether a section has the name that stands for none.
  ///
  /// The schema asks for a name where a page has but one section; tools translate it as any other.
  private static func isIgnored(_ section: YAMLNode?) -> Bool {
    name(of: section)?.string?.trimmingBlanks() == "Ignored"
  }

  /// The sections with questions of a page; `nil` where there are none.
  private static func sections(of page: [UInt8]?, path: String) -> [YAMLNode]? {
    page.flatMap { try? YAMLDocument(parsing: $0, path: path) }?.root?.value("sections")?.sequence
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

  mutating func addHeading(_ node: YAMLNode?, level: Int, hasPublishedID: Bool = false) {
    addHeading(Self.text(node), level: level, hasPublishedID, from: node)
  }

  /// Adds a question, which is Markdown of one line.
  mutating func addQuestion(_ node: YAMLNode?, hasPublishedID: Bool = false) {
    addHeading(Self.line(node), level: 3, hasPublishedID, from: node)
  }

  private mutating func addHeading(
    _ words: String, level: Int, _ hasPublishedID: Bool, from node: YAMLNode?
  ) {
    guard !words.isEmpty else { return }
    let anchors = hasPublishedID ? QuestionAnchors.names(of: words) : []
    add(
      "\(String(repeating: "#", count: level)) \(words)"
        + anchors.map { "<a name=\"\($0)\"></a>" }.joined() + "\n\n", from: node)
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
