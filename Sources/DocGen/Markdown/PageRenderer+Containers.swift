import CommonMark
import Localization

extension PageRenderer {
  /// Writes the `:::` directive that a comment or a tag stands for; false for others.
  mutating func colonDirective(_ event: MarkdownEvent, isBlock: Bool) -> Bool {
    // A block keeps its indentation.
    guard let number = directiveNumber(event.text.drop { $0 == 32 }) else { return false }
    write(directives[number], isBlock: isBlock, line: event.line)
    return true
  }

  /// Writes the directive that a comment or a tag in a block of raw HTML stands for; its end, or `nil`
  /// where none begins.
  mutating func colonDirective(
    inBlock bytes: [UInt8], at start: Int, line: Int
  ) -> Int? {
    guard let number = directiveNumber(bytes[start...]),
      let end = bytes.position(of: UInt8(ascii: ">"), in: start..<bytes.count)
    else { return nil }
    var isBlock = bytes.hasBytes(ColonDirectiveScanner.mark, at: start)
    // A formula of several lines has them with it.
    if case .math(let formula) = directives[number] { isBlock = formula.contains(10) }
    write(directives[number], isBlock: isBlock, line: line)
    return end + 1
  }

  private mutating func write(_ directive: ColonDirective, isBlock: Bool, line: Int) {
    if isBlock { html.freshLine() }
    switch directive {
    case .math(let formula): write(formula: formula, isBlock: isBlock)
    case .text(let words):
      html.text(words)
      collect(words)
    case .html(let bytes): rawHTML(bytes, isBlock: true, line: line)
    case .badge(let words, let address): writeBadge(words, address, line: line)
    case .tabs: open(.tabBlock, "<div class=\"tabs\">\n")
    case .tab(let title): begin(tabTitled: title)
    case .details(let title):
      open(.details, "<details>\n<summary>")
      html.text(title)
      html.raw("</summary>\n")
      collect(title.utf8)
      collectBreak()
    case .box(let title):
      open(.box, "<div class=\"shade-box\">\n")
      if !title.isEmpty {
        html.raw("<p class=\"shade-box-title\">")
        html.text(title)
        html.raw("</p>\n")
        collect(title.utf8)
        collectBreak()
      }
    case .row: open(.row, "<div class=\"row\">\n")
    case .column(let span):
      html.raw("<div class=\"column")
      if span > 1 {
        html.raw(" column-")
        html.number(span)
      }
      open(.column, "\">\n")
    case .zone(let choices): openZone(.zone, readers(choices))
    case .moniker(let range): openZone(.moniker, MonikerRange.readable(range, options.words))
    case .image(let image): write(image, isBlock: isBlock, line: line)
    case .video(let address, let title, let hasDescription):
      writeVideo(address, title: title, isBlock: isBlock, line: line)
      if hasDescription { open(.video, "<div class=\"video-description\">\n") }
    case .end(.row): close(.row)
    case .end(.column): close(.column)
    case .end(.zone): close(.zone)
    case .end(.moniker): close(.moniker)
    case .end(.image): close(.image)
    case .end(.video): close(.video)
    case .end(.tabs): close(.tabBlock)
    case .end(.details): close(.details)
    case .end(.box): close(.box)
    }
  }

  /// The number of the directive that a text stands for which begins with a comment or a tag; `nil`
  /// of others.
  private func directiveNumber(_ text: some Collection<UInt8>) -> Int? {
    let marks = [ColonDirectiveScanner.mark, ColonDirectiveScanner.inlineMark]
    guard let mark = marks.first(where: { text.starts(with: $0.bytes) }) else { return nil }
    let digits = text.dropFirst(mark.utf8CodeUnitCount).prefix(10)
      .prefix { (48...57).contains($0) }
    guard let number = Int(String(decoding: digits, as: UTF8.self)), number < directives.count
    else {
      return nil
    }
    return number
  }

  /// The formula that a tag stands for; `nil` of others.
  func formula(_ event: MarkdownEvent) -> [UInt8]? {
    guard let number = directiveNumber(event.text), case .math(let formula) = directives[number]
    else { return nil }
    return formula
  }

  /// Writes a formula as code: it reads from left to right everywhere.
  private mutating func write(formula: [UInt8], isBlock: Bool) {
    html.raw(
      isBlock
        ? "<pre class=\"math\" dir=\"ltr\" tabindex=\"0\"><code>"
        : "<code class=\"math\" dir=\"ltr\">")
    html.text(formula)
    html.raw(isBlock ? "</code></pre>\n" : "</code>")
    collect(formula)
    if isBlock { collectBreak() }
  }

  private mutating func writeBadge(_ words: String, _ address: String?, line: Int) {
    html.raw("<span class=\"badge\">")
    if let address { openLink(address, line: line) }
    html.text(words)
    collect(words.utf8)
    if address != nil { closeLink() }
    html.raw("</span>")
  }

  /// The choices of a zone by their titles.
  private func readers(_ choices: String) -> [MonikerRange.Piece] {
    let names = choices.split(separator: ",").map { choice in
      let id = String(choice).trimmingBlanks()
      return options.pivotTitle(id) ?? PivotName.readable(id)
    }
    return names.enumerated().flatMap { number, name -> [MonikerRange.Piece] in
      (number > 0 ? [.words(options.words.listSeparator)] : []) + [.name(name)]
    }
  }

  mutating func open(_ container: OpenTag.Container, _ tag: StaticString) {
    html.raw(tag)
    open.append(.container(container))
  }

  /// Closes the innermost block of a kind, with what is open inside it; nothing if none is.
  mutating func close(_ container: OpenTag.Container) {
    let base = bases.last ?? 0
    guard let index = open.lastIndex(of: .container(container)), index >= base else { return }
    while open.count > index { closeTop() }
  }

  mutating func closeContainer(_ container: OpenTag.Container) {
    html.freshLine()
    switch container {
    case .tab: html.raw("</section>\n")
    case .image: html.raw("</details>\n</figure>\n")
    case .details: html.raw("</details>\n")
    case .tabs, .tabBlock, .row, .column, .zone, .moniker, .video, .box: html.raw("</div>\n")
    }
    collectBreak()
  }

  /// Begins a part for some readers, and says for whom: everybody sees it.
  private mutating func openZone(_ container: OpenTag.Container, _ readers: [MonikerRange.Piece]) {
    open(container, "<div class=\"zone\">\n")
    if readers.isEmpty { return }
    html.raw("<p class=\"zone-title\">")
    beginInterface()
    html.text(options.words.appliesTo)
    html.raw(" ")
    for piece in readers {
      switch piece {
      case .words(let words): html.text(words)
      case .name(let name):
        html.raw("<bdi>")
        html.text(name)
        html.raw("</bdi>")
      }
    }
    endInterface()
    html.raw("</p>\n")
  }

  private mutating func write(_ image: ImageDirective, isBlock: Bool, line: Int) {
    if image.hasDescription {
      html.raw("<figure class=\"image-complex\">\n")
    } else if isBlock {
      html.raw("<p>")
    }
    let large = image.link.map {
      resolve(String(decoding: $0, as: UTF8.self), image.isLightbox ? .image : .link, line: line)
    }
    let isLinked = large?.address != nil && linkDepth == 0
    if isLinked, let address = large?.address {
      // What lies on another server can't be shown on this page.
      let isShown = image.isLightbox && !Self.isRemote(address)
      html.raw(isShown ? "<a class=\"lightbox\" href=\"" : "<a href=\"")
      html.address(address)
      html.raw("\">")
      linkDepth += 1
    }
    writeImage(
      String(decoding: image.source, as: UTF8.self), alternative: image.alternative,
      isIcon: image.role == .icon, line: line)
    if isLinked {
      html.raw("</a>")
      linkDepth -= 1
    }
    if image.hasDescription {
      html.raw("\n<details>\n<summary>")
      beginInterface()
      html.text(options.words.imageDescription)
      endInterface()
      html.raw("</summary>\n")
      open.append(.container(.image))
    } else if isBlock {
      html.raw("</p>\n")
    }
    if isBlock { collectBreak() }
  }
}
