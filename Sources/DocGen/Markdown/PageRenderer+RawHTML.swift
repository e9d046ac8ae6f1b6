import CommonMark
import HTMLTree
import Localization
import Model

extension PageRenderer {
  /// The deepest nesting of raw elements; further ones are left out.
  private static let depthLimit = 100

  /// Writes raw HTML: allowed tags with allowed attributes, everything else as text or not at all.
  mutating func rawHTML(_ bytes: [UInt8], isBlock: Bool, line: Int) {
    var bytes = bytes
    if isBlock {
      html.freshLine()
      bytes = withElements(bytes, line: line)
    }
    var position = 0
    while position < bytes.count {
      guard let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) else { break }
      rawText(bytes[position..<start])
      position = markup(bytes, at: start, line: line)
    }
    rawText(bytes[min(position, bytes.count)...])
    if isBlock { html.freshLine() }
  }

  /// A block with elements in the place of Markdown, which is reported.
  private mutating func withElements(_ bytes: [UInt8], line: Int) -> [UInt8] {
    guard let found = RawHTMLMarkup.rewritten(bytes) else { return bytes }
    page.diagnostics.report(
      .warning, "markup.in-html", at: location(line: line + bytes[..<found.first].lineEndCount),
      "Markdown inside raw HTML isn't read elsewhere",
      suggestion: "leave a blank line around it, or write it as HTML")
    return found.html
  }

  /// Text between tags: character references stay, brackets don't.
  private mutating func rawText(_ text: ArraySlice<UInt8>) {
    guard !text.isEmpty else { return }
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): html.raw("&lt;")
      case UInt8(ascii: ">"): html.raw("&gt;")
      default: html.markup(CollectionOfOne(byte))
      }
    }
    collect(CharacterReferences.resolved(Array(text)))
  }

  /// Handles what begins with `<`; returns where to go on.
  private mutating func markup(_ bytes: [UInt8], at start: Int, line: Int) -> Int {
    if let end = colonDirective(inBlock: bytes, at: start, line: line) { return end }
    if let end = Self.endOfDeclaration(bytes, at: start) { return end }
    guard let tag = RawTag(bytes, at: start) else {
      rawText(bytes[start...start])
      return start + 1
    }
    // Units stand in blocks of raw HTML too: in the cells of tables above all.
    if tag.name == "span", unitTag(bytes[start..<tag.end], isFollowedBy: bytes[tag.end...]) {
      return tag.end
    }
    switch HTMLPolicy.verdict(on: tag.name) {
    case .phrasing: write(tag, line: line)
    case .block:
      needsTree = true
      // `<td>one</td><td>two</td>` has two words.
      collectBlank()
      // A block ends the paragraph that it stands in, an item the item before it.
      if !tag.isClosing, open.count > bases.last ?? 0,
        open.last == .element("p") || (tag.name == "li" && open.last == .element("li"))
      {
        closeTop()
      }
      if tag.name == "blockquote", let end = alert(bytes, in: tag, line: line) { return end }
      write(tag, line: line)
    case .unwrapped: takeSource(tag, line: line)
    case .removed:
      guard !tag.isClosing else {
        film = nil
        break
      }
      let end = Self.endOfElement(bytes, tag)
      linkToSource(of: tag, around: tag.end..<end, of: bytes, line: line)
      return end
    case .unknown where tag.name == "xref": writeReference(tag, line: line)
    case .unknown where tag.isFormerMetadata: break
    case .unknown: rawText(bytes[start..<tag.end])
    }
    return tag.end
  }

  /// The end of a comment, declaration or instruction.
  private static func endOfDeclaration(_ bytes: [UInt8], at start: Int) -> Int? {
    let rest = bytes[start...]
    let pairs: [(StaticString, StaticString)] = [
      ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"),
    ]
    for (opening, closing) in pairs where rest.starts(with: opening.bytes) {
      let body = start + opening.utf8CodeUnitCount
      return end(of: closing.bytes, in: bytes, from: min(body, bytes.count))
    }
    return nil
  }

  private static func endOfElement(_ bytes: [UInt8], _ tag: RawTag) -> Int {
    var position = tag.end
    while let next = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      if let end = RawTag(bytes, at: next), end.isClosing, end.name == tag.name { return end.end }
      position = next + 1
    }
    return bytes.count
  }

  private static func end(of mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int {
    var position = start
    while let next = bytes[position...].firstIndex(of: mark[0]) {
      if bytes[next...].starts(with: mark) { return next + mark.count }
      position = next + 1
    }
    return bytes.count
  }

  private mutating func write(_ tag: RawTag, line: Int) {
    if tag.name == "br" {
      collectBlank()
      return html.raw("<br>")
    }
    if tag.isClosing { return close(tag.name) }
    if tag.name == "img" {
      let address = String(decoding: tag["src"] ?? [], as: UTF8.self)
      return writeImage(
        address, alternative: tag["alt"] ?? [], title: tag["title"] ?? [], tag: tag, line: line)
    }
    guard open.count < Self.depthLimit else { return }
    if tag.name == "a" { return writeAnchorOrLink(tag, line: line) }
    let kept = tag.attributes.filter { HTMLPolicy.allows(attribute: $0.name, on: tag.name) }
    // `<span id="x" />` is an anchor, which shouldn't take the rest of the page in.
    let isAnchor = tag.name == "span" && tag.isSelfClosing
    if tag.name == "span", kept.isEmpty {
      if !isAnchor { open.append(.omitted("span")) }
      return
    }
    html.raw("<")
    html.text(tag.name)
    for attribute in kept { write(attribute.name, attribute.value) }
    html.raw(isAnchor ? "></span>" : ">")
    if !isAnchor, !HTMLPolicy.isVoid(tag.name) { open.append(.element(tag.name)) }
  }

  mutating func write(_ attribute: String, _ value: [UInt8]) {
    var value = value
    if attribute == "id" {
      let id = String(decoding: value.filter { $0 > 32 }, as: UTF8.self)
      guard !id.isEmpty, ids.take(id) else { return }
      page.anchors.append(id)
      value = Array(id.utf8)
    }
    html.raw(" ")
    html.text(attribute)
    html.raw("=\"")
    html.text(value)
    html.raw("\"")
  }

  /// A film or a frame isn't shown, since it would ask another server; its address is.
  ///
  /// The address may be that of a `<source>` inside; in running text that comes later.
  private mutating func linkToSource(
    of tag: RawTag, around inside: Range<Int>, of bytes: [UInt8], line: Int
  ) {
    guard ["iframe", "video", "audio", "embed"].contains(tag.name) else { return }
    film = nil
    if let source = tag["src"] { return link(to: source, of: tag, line: line) }
    if tag.name == "video" || tag.name == "audio" { film = tag }
    var position = inside.lowerBound
    for _ in 0..<Self.mostSources where film != nil {
      guard let next = bytes.range(of: "<source", in: position..<inside.upperBound) else { break }
      if let source = RawTag(bytes, at: next.lowerBound) { takeSource(source, line: line) }
      position = next.upperBound
    }
    if !inside.isEmpty { film = nil }
  }

  /// How many forms of a film are looked at.
  private static let mostSources = 10

  /// Writes the address of the film that is open, of several that of the first form.
  private mutating func takeSource(_ tag: RawTag, line: Int) {
    guard tag.name == "source", let film, let source = tag["src"] else { return }
    link(to: source, of: film, line: line)
    self.film = nil
  }

  private mutating func link(to source: [UInt8], of tag: RawTag, line: Int) {
    guard HTMLPolicy.allows(address: source) else { return }
    html.raw("<span class=\"video\">")
    openLink(String(decoding: source, as: UTF8.self), line: line)
    html.text(tag["title"] ?? source)
    closeLink()
    html.raw("</span>")
  }

  /// `<xref href="uid">`, which may have words inside.
  private mutating func writeReference(_ tag: RawTag, line: Int) {
    if tag.isClosing { return close("xref") }
    guard let uid = tag["href"] ?? tag["uid"] else { return }
    let address = "xref:" + String(decoding: uid, as: UTF8.self)
    let resolved = openLink(address, line: line)
    html.text(resolved?.text ?? UIDReference(address).name)
    closeLink()
    open.append(.omitted("xref"))
  }

  private mutating func writeAnchorOrLink(_ tag: RawTag, line: Int) {
    if let address = tag.address {
      if let name = tag.ownName {
        html.raw("<span")
        write("id", Array(name.utf8))
        html.raw("></span>")
      }
      let address = String(decoding: address, as: UTF8.self)
      openLink(address, line: line, isLargeForm: LargeForm.isMeant(by: address))
      open.append(.link)
    } else {
      html.raw("<span")
      if let name = tag.anchorName { write("id", Array(name.utf8)) }
      html.raw(">")
      if tag.isSelfClosing { html.raw("</span>") } else { open.append(.anchor) }
    }
  }
}
