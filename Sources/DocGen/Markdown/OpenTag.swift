import CommonMark

/// A raw element or a part of a bilingual unit that is open.
enum OpenTag: Equatable {
  /// The target of a unit; its wrapper is around it.
  case target
  /// The wrapper of a unit, open between target and source.
  case unit
  /// `<span class="sxs-lookup">`, which writes nothing.
  case lookup
  /// The source of a unit.
  case source
  /// An element of raw HTML.
  case element(String)
  /// `<a name>`, written as a span.
  case anchor
  /// A link of raw HTML.
  case link
  /// A tag that is left out, with its end tag.
  case omitted(String)
  /// `<blockquote>` of raw HTML that an alert made a box.
  case alert
  /// A block of a `:::` directive or of tabs.
  case container(Container)

  /// What this project's own blocks are.
  enum Container: Equatable {
    case tabs, tab, tabBlock, row, column, zone, moniker, image, video, details, box
  }

  /// What the author called it.
  var name: String {
    switch self {
    case .target, .unit, .lookup, .source: "span"
    case .anchor, .link: "a"
    case .element(let name), .omitted(let name): name
    case .alert: "blockquote"
    // No tag of raw HTML has a name like this.
    case .container: ":::"
    }
  }

  /// Whether an end tag of raw HTML closes nothing outside of it.
  var isBarrier: Bool {
    switch self {
    case .target, .unit, .lookup, .source, .container: true
    default: false
    }
  }
}

extension PageRenderer {
  /// Handles one raw tag in running text; returns the event to go on with.
  mutating func inlineHTML(
    _ event: MarkdownEvent, _ index: Int, _ tree: borrowing MarkdownTree
  ) -> Int {
    let next = tree[index + 1]
    let isUnitTag =
      next.kind == .htmlInline
      ? unitTag(event.text, isFollowedBy: next.text)
      : unitTag(event.text, isFollowedBy: EmptyCollection())
    if isUnitTag || colonDirective(event, isBlock: false) { return index + 1 }
    rawHTML(Array(event.text), isBlock: false, line: event.line)
    return endOfWordless(index, tree) ?? index + 1
  }

  /// Where to go on behind an element whose inside is no words, such as `<style>`; `nil` for other
  /// elements, and where it doesn't end soon in the same node.
  private func endOfWordless(_ index: Int, _ tree: borrowing MarkdownTree) -> Int? {
    guard Self.wordless.contains(where: { Self.begins(tree[index].text, with: $0.opening) }),
      let tag = RawTag(Array(tree[index].text)), !tag.isSelfClosing,
      let end = Self.wordless.first(where: { $0.name == tag.name })?.closing
    else { return nil }
    var depth = 0
    for next in (index + 1)..<min(tree.count, index + Self.mostWordless) {
      let event = tree[next]
      if depth == 0, event.kind == .htmlInline, Self.begins(event.text, with: end) {
        return next + 1
      }
      if event.phase == .enter { depth += 1 }
      if event.phase == .exit { depth -= 1 }
      if depth < 0 { return nil }
    }
    return nil
  }

  /// Elements of rules, drawings and formulas.
  private static let wordless: [(name: String, opening: StaticString, closing: StaticString)] = [
    ("style", "<style", "</style"), ("svg", "<svg", "</svg"), ("math", "<math", "</math"),
  ]

  /// How many events their insides in running text may be.
  private static let mostWordless = 200

  /// Takes a tag that may be part of a unit, as what follows it at once tells; false for others.
  mutating func unitTag(
    _ tag: some Collection<UInt8>, isFollowedBy next: some Collection<UInt8>
  ) -> Bool {
    if Self.begins(tag, with: "</span>") {
      close("span", isFollowedBySource: Self.begins(next, with: "<span class=\"sxs-lookup\">"))
    } else if Self.begins(tag, with: "<span data-ttu-id=") {
      beginUnit(tag)
    } else if Self.begins(tag, with: "<span class=\"sxs-lookup\">") {
      beginLookup()
    } else if Self.begins(tag, with: "<span data-stu-id=") {
      beginSource()
    } else {
      return false
    }
    return true
  }

  private static func begins(_ text: some Collection<UInt8>, with prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { prefix in
      text.withContiguousStorageIfAvailable { text in
        text.count >= prefix.count && prefix.indices.allSatisfy { text[$0] == prefix[$0] }
      } ?? text.starts(with: prefix)
    }
  }

  private mutating func beginUnit(_ tag: some Collection<UInt8>) {
    page.unitCount += 1
    change = options.changes.isEmpty ? nil : change(of: tag)
    html.raw(change == nil ? "<span class=\"unit\"" : "<span class=\"unit unit-drifted\"")
    // Units of several sentences have a `p` before their number.
    let digits = tag.drop { $0 != UInt8(ascii: "-") }.dropFirst("-ttu-id=".utf8.count)
      .drop { $0 != UInt8(ascii: "-") }.dropFirst()
      .prefix { (48...57).contains($0) || $0 == UInt8(ascii: "p") }
    if !digits.isEmpty, options.identifiesUnits {
      html.raw(" id=\"")
      html.text(ids.unique("u" + String(decoding: digits, as: UTF8.self)))
      html.raw("\"")
    }
    html.raw("><span class=\"unit-target\">")
    open.append(.target)
  }

  private mutating func beginLookup() {
    if open.last != .unit || open.count <= bases.last ?? 0 {
      // A source without a target, because the target ended with its block.
      html.raw("<span class=\"unit\">")
      open.append(.unit)
    }
    open.append(.lookup)
  }

  private mutating func beginSource() {
    if sourceDepth == 0 { sourceStart = html.count }
    sourceDepth += 1
    html.markup(sourceTag)
    open.append(.source)
  }

  /// Closes the innermost open tag of a name, with what is open inside it.
  ///
  /// An end tag that matches nothing in its block is dropped.
  mutating func close(_ name: String, isFollowedBySource: Bool = false) {
    let base = bases.last ?? 0
    var index = open.count - 1
    while index >= base, open[index].name != name {
      if open[index].isBarrier { return }
      index -= 1
    }
    guard index >= base else { return }
    while open.count > index + 1 { closeTop() }
    closeTop(keepsUnit: isFollowedBySource)
  }

  /// Closes the innermost open tag.
  mutating func closeTop(keepsUnit: Bool = false) {
    switch open.popLast() {
    case .target:
      html.raw("</span>")
      if keepsUnit { open.append(.unit) } else { html.raw("</span>") }
    case .unit: html.raw("</span>")
    case .lookup:
      if open.last == .unit { closeTop() }
    case .source:
      writeChange()
      html.raw("</span>")
      sourceDepth -= 1
      if sourceDepth == 0, !options.writesSources { html.truncate(to: sourceStart) }
    case .element(let name):
      html.raw("</")
      html.text(name)
      html.raw(">")
    case .alert: html.raw("</div>")
    case .anchor: html.raw("</span>")
    case .link: closeLink()
    case .container(let container): closeContainer(container)
    case .omitted, nil: break
    }
  }
}
