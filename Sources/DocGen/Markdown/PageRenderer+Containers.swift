import CommonMark

extension PageRenderer {
  /// Writes the `:::` directive that a comment or a tag stands for; false for others.
  mutating func colonDirective(_ event: MarkdownEvent, isBlock: Bool) -> Bool {
    // A block keeps its indentation.
    let comment = event.text.drop { $0 == 32 }
    let marks = [ColonDirectiveScanner.mark, ColonDirectiveScanner.inlineMark]
    guard let mark = marks.first(where: { comment.starts(with: $0.bytes) }) else { return false }
    let digits = comment.dropFirst(mark.utf8CodeUnitCount)
      .prefix { (48...57).contains($0) }
    guard let number = Int(String(decoding: digits, as: UTF8.self)), number < directives.count
    else { return false }
    if isBlock { html.freshLine() }
    switch directives[number] {
    case .row: open(.row, "<div class=\"row\">\n")
    case .column(let span):
      html.raw("<div class=\"column")
      if span > 1 {
        html.raw(" column-")
        html.number(span)
      }
      open(.column, "\">\n")
    case .zone(let choices): openZone(.zone, choices.replacing(",", with: ", "))
    case .moniker(let range): openZone(.moniker, range)
    case .image(let image): write(image, isBlock: isBlock, line: event.line)
    case .end(.row): close(.row)
    case .end(.column): close(.column)
    case .end(.zone): close(.zone)
    case .end(.moniker): close(.moniker)
    case .end(.image): close(.image)
    }
    return true
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
    case .tabs, .row, .column, .zone, .moniker: html.raw("</div>\n")
    }
    collectBreak()
  }

  /// Begins a part for some readers, and says for whom: everybody sees it.
  private mutating func openZone(_ container: OpenTag.Container, _ readers: String) {
    open(container, "<div class=\"zone\">\n")
    if readers.isEmpty || readers == "docs" { return }
    html.raw("<p class=\"zone-title\">")
    html.text(options.words.appliesTo)
    html.raw(" <bdi>")
    html.text(readers)
    html.raw("</bdi></p>\n")
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
      html.raw(image.isLightbox ? "<a class=\"lightbox\" href=\"" : "<a href=\"")
      html.address(address)
      html.raw("\">")
    }
    writeImage(
      String(decoding: image.source, as: UTF8.self), alternative: image.alternative,
      isIcon: image.role == .icon, line: line)
    if isLinked { html.raw("</a>") }
    if image.hasDescription {
      html.raw("\n<details>\n<summary>")
      html.text(options.words.imageDescription)
      html.raw("</summary>\n")
      open.append(.container(.image))
    } else if isBlock {
      html.raw("</p>\n")
    }
    if isBlock { collectBreak() }
  }
}
