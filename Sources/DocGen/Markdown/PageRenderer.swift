import CommonMark
import HTMLTree
import Localization
import Model

/// The state of rendering one page.
struct PageRenderer {
  let options: MarkdownOptions
  let body: [UInt8]
  var html: HTMLBytes
  var page = RenderedPage()
  /// Raw elements and parts of units that are open, the innermost last.
  var open: [OpenTag] = []
  /// For each open node of the tree: how many tags were open when it began.
  ///
  /// Only later ones can be closed inside it.
  var bases: [Int] = []
  /// How many links are open.
  var linkDepth = 0
  /// How many sources of units are open: their words are no words of the page.
  var sourceDepth = 0
  /// Where the page's output stood when a source began that isn't to be written.
  var sourceStart = 0
  /// What changed in the source of the unit that is open.
  var change: PageDrift.Change?
  var quotes: [Quotation] = []
  var ids = AnchorIDs()
  var heading: HeadingState?
  /// Whether the heading is the title of a tab.
  var isTabTitle = false
  var paragraphIsOpen = false
  /// Whether a tight paragraph or a cell has an element for its direction.
  var spanIsOpen = false
  /// For each open list whether it runs against the page as a whole.
  var listIsTurned: [Bool] = []
  /// Text that follows a directive on its line.
  var pendingText: [UInt8]?
  /// For each open link whether its tag was written.
  var linkIsWritten: [Bool] = []
  var rowIsHeader = false
  var cellIsHeader = false
  /// A film in running text whose address is still to come.
  var film: RawTag?
  var footnoteNumber = 0
  var footnoteReferences = 0
  /// Whether there was raw HTML that only a parser can put right.
  var needsTree = false

  /// The start tag of a unit's source, the same for each.
  let sourceTag: [UInt8]
  /// The lines of the body, and where the last link without words ends.
  lazy var wordlessLinks: (lines: LineTable, end: Int) = (LineTable(body), 0)
  /// The lines of the body, where headings may have character references.
  let lines: LineTable?
  /// The words of links in the source language by their addresses, where the page lost some.
  lazy var originalLinks = options.original().map { WordlessLink.words(of: $0) } ?? [:]

  /// Whether the page runs from right to left.
  let isRightToLeft: Bool
  /// Whether paragraphs may run against the direction of the page.
  let mayHoldBothDirections: Bool
  /// The alerts by their titles in the language of the page, in lower case.
  let alertTitles: [String: Alert]
  /// The `:::` directives that comments in the body stand for.
  let directives: [ColonDirective]
  private let joined: JoinedLines

  init(_ options: MarkdownOptions, _ prepared: BodyPreparation.Prepared) {
    let body = prepared.body
    self.options = options
    directives = prepared.directives
    joined = prepared.joined
    alertTitles = Dictionary(
      Alert.allCases.map { ($0.title(options.words).lowercased(), $0) },
      uniquingKeysWith: { first, _ in first })
    let locale = options.sourceLocale
    sourceTag = Array(
      "<span class=\"unit-source\" lang=\"\(locale.tag)\" dir=\"\(locale.direction)\" hidden>".utf8)
    self.body = body
    isRightToLeft = options.locale.isRightToLeft
    mayHoldBothDirections = isRightToLeft || LetterDirections.mayRunRightToLeft(body)
    let hasReferences = body.position(of: UInt8(ascii: "&"), in: 0..<body.count) != nil
    lines = hasReferences ? LineTable(body) : nil
    html = HTMLBytes(capacity: body.count + body.count / 4 + 256)
  }

  mutating func render(_ tree: borrowing MarkdownTree) {
    var index = 0
    while index < tree.count {
      let event = tree[index]
      index = event.phase == .exit ? exit(event, index, tree) : enter(event, index, tree)
    }
    endFootnotes()
  }

  mutating func finish() -> RenderedPage {
    page.html = needsTree ? HTMLTree.normalized(fragment: html.bytes) : html.bytes
    return page
  }

  func location(_ event: MarkdownEvent) -> SourceLocation { location(line: event.line) }

  /// The place of a line of the body that was parsed; 0 stands for none.
  func location(line: Int) -> SourceLocation {
    SourceLocation(
      path: options.path, line: line > 0 ? joined.original(line) + options.lineOffset : 0)
  }

  mutating func report(
    _ code: String, _ event: MarkdownEvent, _ message: String, suggestion: String?
  ) {
    page.diagnostics.report(.warning, code, at: location(event), message, suggestion: suggestion)
  }

  /// Begins a node that raw tags may not close from inside.
  mutating func push() { bases.append(open.count) }

  /// Ends it: what is still open inside is closed.
  mutating func pop() {
    let base = bases.popLast() ?? 0
    while open.count > base { closeTop() }
  }

  /// Begins a node or writes a leaf; returns the index of the event to go on with.
  private mutating func enter(
    _ event: MarkdownEvent, _ index: Int, _ tree: borrowing MarkdownTree
  ) -> Int {
    switch event.kind {
    case .document: push()
    case .paragraph: return enterParagraph(event, index, tree)
    case .heading: return enterHeading(event, index, tree)
    case .blockQuote: enterQuote(index, tree)
    case .list: enterList(event, index, tree)
    case .item: enterItem()
    case .codeBlock: codeBlock(event)
    case .htmlBlock:
      if !colonDirective(event, isBlock: true) {
        rawHTML(Array(event.text), isBlock: true, line: event.line)
      }
    case .thematicBreak:
      if endTabs() { return index + 1 }
      html.freshLine()
      html.raw("<hr>\n")
    case .footnoteDefinition: enterFootnote(event)
    case .table, .tableRow, .tableCell: enterTable(event, index, tree)
    case .text: text(event.text)
    case .softBreak: return softBreak(index, tree)
    case .lineBreak:
      html.raw("<br>\n")
      collectBlank()
    case .code: code(event)
    case .htmlInline: return inlineHTML(event, index, tree)
    case .emphasis: beginInline("<em>")
    case .strong: beginInline("<strong>")
    case .strikethrough: beginInline("<del>")
    case .link: return enterLink(event, index, tree)
    case .image: return image(event, index, tree)
    case .footnoteReference: footnoteReference(event)
    }
    return index + 1
  }

  private mutating func exit(
    _ event: MarkdownEvent, _ index: Int, _ tree: borrowing MarkdownTree
  ) -> Int {
    switch event.kind {
    case .document: pop()
    case .paragraph: exitParagraph(index, tree)
    case .heading: exitHeading()
    case .blockQuote: exitQuote()
    case .list:
      listIsTurned.removeLast()
      endBlock(event.isOrdered ? "</ol>\n" : "</ul>\n")
    case .item: endBlock("</li>\n", isFresh: false)
    case .footnoteDefinition: exitFootnote(index, tree)
    case .table, .tableRow, .tableCell: exitTable(event, index, tree)
    case .emphasis: endInline("</em>")
    case .strong: endInline("</strong>")
    case .strikethrough: endInline("</del>")
    case .link: exitLink()
    default: break
    }
    return index + 1
  }

  mutating func beginInline(_ tag: StaticString) {
    html.raw(tag)
    push()
  }

  mutating func endInline(_ tag: StaticString) {
    pop()
    html.raw(tag)
  }

  private mutating func endBlock(_ tag: StaticString, isFresh: Bool = true) {
    pop()
    if isFresh { html.freshLine() }
    html.raw(tag)
  }

  private mutating func text(_ bytes: MarkdownBytes) {
    html.text(bytes)
    collect(bytes)
  }

  /// Keeps words for the heading's text and for search.
  mutating func collect(_ bytes: some Sequence<UInt8>) {
    guard sourceDepth == 0 else { return }
    heading?.text += bytes
    if options.collectsText { page.text += bytes }
  }

  /// Separates the words on both sides of a break or a tag.
  ///
  /// The id of a heading has nothing of it, which the end of a line is to ids.
  mutating func collectBlank() {
    collect(CollectionOfOne(UInt8(ascii: heading == nil ? " " : "\n")))
  }

  /// Separates the words of two blocks.
  mutating func collectBreak() {
    guard options.collectsText, let last = page.text.last, last != UInt8(ascii: "\n") else {
      return
    }
    page.text.append(UInt8(ascii: "\n"))
  }

  private mutating func code(_ event: MarkdownEvent) {
    html.raw("<code>")
    html.text(event.text)
    html.raw("</code>")
    collect(event.text)
  }
}
