import CommonMark
import HTMLTree
import Localization
import Model

extension PageRenderer {
  /// Begins a link; returns the event to go on with.
  mutating func enterLink(
    _ event: MarkdownEvent, _ index: Int, _ tree: borrowing MarkdownTree
  ) -> Int {
    let address = String(decoding: event.text, as: UTF8.self)
    if isTabTitle {
      linkIsWritten.append(false)
      push()
      return index + 1
    }
    if writesBareAddress(event, index, tree) { return event.partner + 1 }
    if isWordless(index + 1..<event.partner, tree) {
      writeWordlessLink(address, event)
      return event.partner + 1
    }
    let inside = index + 1..<event.partner
    let isLargeForm = LargeForm.isMeant(by: address) && inside.contains { tree[$0].kind == .image }
    let resolved = openLink(
      address, line: event.line, title: event.title, isLargeForm: isLargeForm)
    push()
    // `<xref:uid>` has no words of its own.
    guard address.hasPrefix("xref:"), index + 2 == event.partner,
      tree[index + 1].text.elementsEqual(address.utf8)
    else { return index + 1 }
    let name = Array((resolved?.text ?? UIDReference(address).name).utf8)
    html.text(name)
    collect(name)
    return event.partner
  }

  /// Writes an address that became a link by itself and took text behind it along; false for other
  /// links.
  private mutating func writesBareAddress(
    _ event: MarkdownEvent, _ index: Int, _ tree: borrowing MarkdownTree
  ) -> Bool {
    guard index + 2 == event.partner, tree[index + 1].kind == .text,
      event.text.contains(where: { $0 >= 0x80 }), tree[index + 1].text.elementsEqual(event.text)
    else { return false }
    let text = Array(event.text)
    guard var end = BareAddress.end(text, from: 0), end > 0 else { return false }
    var position = 0
    while position < text.count {
      openLink(String(decoding: text[position..<end], as: UTF8.self), line: event.line)
      write(text[position..<end])
      closeLink()
      position = BareAddress.start(text, from: end) ?? text.count
      write(text[end..<position])
      end = BareAddress.end(text, from: position) ?? text.count
    }
    return true
  }

  /// Whether a link has nothing to show.
  private func isWordless(_ inside: Range<Int>, _ tree: borrowing MarkdownTree) -> Bool {
    inside.count < 2
      && inside.allSatisfy { tree[$0].kind == .text && tree[$0].text.allSatisfy { $0 <= 32 } }
  }

  /// Writes a link without words, such as `[](page.md)`, by the title of what it leads to, or by the
  /// words that it has in the source language, and says so.
  ///
  /// In a heading, one that leads to a place on its own page is how other tools write anchors: there is
  /// nothing to read in it.
  private mutating func writeWordlessLink(_ address: String, _ event: MarkdownEvent) {
    if heading != nil, address.hasPrefix("#") { return }
    var words = address
    if address.hasPrefix("#") { words.removeFirst() }
    let place = sourceDepth == 0 ? wordlessPlace(address, line: event.line) : nil
    if !words.isEmpty {
      let resolved = openLink(
        address, line: event.line, title: event.title, hasWords: false)
      if let title = resolved?.text {
        write(Array(title.utf8)[...])
      } else if sourceDepth == 0, let own = originalWords(address, at: place) {
        beginSpan(in: options.sourceLocale)
        write(own[...])
        html.raw("</span>")
      } else {
        write(Array(words.utf8)[...])
      }
      closeLink()
    }
    guard sourceDepth == 0 else { return }
    let written = place.map { String(decoding: body[$0], as: UTF8.self) }
    report(
      "link.text", event,
      address.isEmpty
        ? "'\(written ?? "[]()")' has neither words nor an address"
        : "the link '\(written ?? address)' has no words",
      suggestion: "write what it leads to between '[' and ']'")
  }

  /// The words that a link has in the source of its unit, else in the page in the source language.
  private mutating func originalWords(_ address: String, at place: Range<Int>?) -> [UInt8]? {
    place.flatMap { WordlessLink.original(address, in: body, behind: $0) }
      ?? originalLinks[Array(address.utf8)]
  }

  /// Where a link without words stands in its line; `nil` where it isn't found.
  private mutating func wordlessPlace(_ address: String, line: Int) -> Range<Int>? {
    guard let range = wordlessLinks.lines.range(ofLine: line) else { return nil }
    let start = max(range.lowerBound, min(wordlessLinks.end, range.upperBound))
    let end = min(range.upperBound, start + WordlessLink.farthest)
    guard let link = WordlessLink.find(address, in: body, start..<end) else { return nil }
    wordlessLinks.end = link.upperBound
    return link
  }

  private mutating func write(_ text: ArraySlice<UInt8>) {
    html.text(text)
    collect(text)
  }

  mutating func exitLink() {
    pop()
    closeLink()
  }

  /// Writes the start tag of a link, or nothing if it leads nowhere or stands in another link.
  ///
  /// One to the large form of the image in it opens that in place; what lies on another server can't be
  /// shown on this page.
  @discardableResult
  mutating func openLink(
    _ address: String, line: Int, title: MarkdownBytes? = nil, hasWords: Bool = true,
    isLargeForm: Bool = false
  ) -> ResolvedLink? {
    let resolved =
      linkDepth > 0 ? nil : resolve(address, .link, line: line, hasWords: hasWords)
    guard let target = resolved?.address else {
      linkIsWritten.append(false)
      return resolved
    }
    linkIsWritten.append(true)
    linkDepth += 1
    let opensInPlace = isLargeForm && !Self.isRemote(target)
    html.raw(opensInPlace ? "<a class=\"lightbox\" href=\"" : "<a href=\"")
    html.address(opensInPlace ? LargeForm.image(of: target) : target)
    html.raw("\"")
    if let language = resolved?.language {
      html.raw(" hreflang=\"")
      html.text(language)
      html.raw("\"")
    }
    if let title, !title.isEmpty {
      html.raw(" title=\"")
      html.text(title)
      html.raw("\"")
    }
    html.raw(">")
    return resolved
  }

  mutating func closeLink() {
    guard linkIsWritten.popLast() == true else { return }
    linkDepth -= 1
    html.raw("</a>")
  }

  /// Asks where an address leads, and refuses schemes that run something.
  mutating func resolve(
    _ address: String, _ kind: LinkReference.Kind, line: Int, hasWords: Bool = true
  ) -> ResolvedLink {
    let reference = LinkReference(kind, address, at: location(line: line), hasWords: hasWords)
    var resolved = options.resolve(reference)
    if sourceDepth == 0 {
      page.links.append(reference)
      if let diagnostic = resolved.diagnostic { page.diagnostics.append(diagnostic) }
    }
    if let target = resolved.address, !HTMLPolicy.allows(address: target.utf8) {
      resolved.address = nil
      if sourceDepth == 0 {
        page.diagnostics.report(
          .warning, "link.scheme", at: reference.location,
          "'\(address.prefix(60))' has a scheme that pages may not link to",
          suggestion: "use http, https, mailto or tel")
      }
    }
    return resolved
  }

  /// Writes an image; its inside becomes the alternative text.
  mutating func image(
    _ event: MarkdownEvent, _ index: Int, _ tree: borrowing MarkdownTree
  ) -> Int {
    let alternative = alternativeText(index + 1, event.partner, tree)
    let address = String(decoding: event.text, as: UTF8.self)
    writeImage(address, alternative: alternative, title: Array(event.title), line: event.line)
    return event.partner + 1
  }

  /// Whether an image is a film on another server, which DocFX plays in its place.
  private static func namesFilm(_ address: String) -> Bool {
    guard address.utf8.contains(UInt8(ascii: ":")), let host = address.firstRange(of: "://") else {
      return false
    }
    let rest = address[host.upperBound...].lowercased()
    let sites = ["youtube.com/", "youtu.be/", "vimeo.com/", "channel9.msdn.com/"]
    if sites.contains(where: { rest.hasPrefix($0) || rest.hasPrefix("www.\($0)") }) { return true }
    let path = rest.prefix { $0 != "?" && $0 != "#" }
    return [".mp4", ".webm", ".mov", ".m4v", ".avi", ".wmv"].contains { path.hasSuffix($0) }
  }

  mutating func writeImage(
    _ address: String, alternative: [UInt8], title: [UInt8] = [], isIcon: Bool = false,
    tag: RawTag? = nil, line: Int
  ) {
    if Self.namesFilm(address) {
      html.raw("<span class=\"video\">")
      linkToVideo(address, title: String(decoding: alternative, as: UTF8.self), line: line)
      return html.raw("</span>")
    }
    let resolved = resolve(address, .image, line: line)
    guard let target = resolved.address else {
      html.raw("<span class=\"missing-image\">")
      html.text(alternative)
      html.raw("</span>")
      collect(imageWords: alternative)
      return
    }
    if Self.isRemote(target) {
      return linkToImage(target, alternative)
    }
    html.raw("<img src=\"")
    html.address(target)
    html.raw("\" alt=\"")
    html.text(alternative)
    html.raw("\"")
    if !title.isEmpty, title != alternative {
      html.raw(" title=\"")
      html.text(title)
      html.raw("\"")
    }
    if let id = tag?["id"] { write("id", id) }
    let size = ImageSize(askedBy: tag, natural: resolved.size)
    for (name, value) in [("width", size.width), ("height", size.height)] {
      guard let value else { continue }
      html.raw(" ")
      html.text(name)
      html.raw("=\"")
      html.number(value)
      html.raw("\"")
    }
    if isIcon { html.raw(" class=\"icon\"") }
    html.raw(" loading=\"lazy\">")
    collect(imageWords: alternative)
  }

  /// Whether an address that was resolved lies on another server.
  static func isRemote(_ address: String) -> Bool {
    let scheme = address.prefix(6).lowercased()
    return scheme.hasPrefix("http:") || scheme == "https:"
  }

  /// Writes an image on another server as a link, since no page asks one; in another link its words
  /// alone.
  private mutating func linkToImage(_ address: String, _ alternative: [UInt8]) {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    let name = path.split(separator: "/").last.map { Array($0.utf8) } ?? []
    let words = alternative.isEmpty ? name : alternative
    let isLinked = linkDepth > 0
    html.raw(isLinked ? "<span" : "<a")
    html.raw(" class=\"remote-image\"")
    if !isLinked {
      html.raw(" href=\"")
      html.address(address)
      html.raw("\"")
    }
    html.raw(">")
    html.text(words)
    html.raw(isLinked ? "</span>" : "</a>")
    collect(imageWords: words)
  }

  /// Keeps the words of an image apart from those beside it; the text of a heading has them as they
  /// are.
  private mutating func collect(imageWords words: [UInt8]) {
    if heading == nil { collectBlank() }
    collect(words)
    if heading == nil { collectBlank() }
  }

  /// The words inside an image, without the source texts of units.
  private func alternativeText(
    _ start: Int, _ end: Int, _ tree: borrowing MarkdownTree
  ) -> [UInt8] {
    var text: [UInt8] = []
    var isSource = false
    for index in start..<end {
      let event = tree[index]
      switch event.kind {
      case .htmlInline:
        if event.text.hasPrefix("<span class=\"sxs-lookup\"") { isSource = true }
        if event.text.hasPrefix("<span data-ttu-id") { isSource = false }
        if !isSource, let formula = formula(event) { text += formula }
      case .text, .code: if !isSource { text += event.text }
      case .softBreak, .lineBreak: if !isSource { text.append(32) }
      default: break
      }
    }
    return text
  }
}
