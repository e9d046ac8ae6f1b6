import CommonMark

/// A directive of the documentation format at the start of a line: `[!NOTE]`, `[!div class="x"]`,
/// `[!VIDEO address]`.
struct Directive: Equatable {
  enum Kind: Equatable {
    case alert(Alert)
    case division(classes: String)
    case video(address: String)
  }

  var kind: Kind
  /// The event to go on with.
  var end: Int
  /// How many bytes of that event, a text, still belong to the directive.
  var skip: Int

  /// Reads a directive whose first text is the event at `start`; `nil` if there is none.
  init?(at start: Int, _ tree: borrowing MarkdownTree) {
    let first = tree[start]
    guard first.kind == .text, first.text.hasPrefix("[") else { return nil }
    var bytes: [UInt8] = []
    var index = start
    while index < tree.count, bytes.count < 400 {
      let event = tree[index]
      // An address inside becomes a link by itself; its text is all that counts.
      guard event.kind == .text || event.kind == .link else { return nil }
      if event.kind == .text {
        if let close = event.text.firstIndex(of: UInt8(ascii: "]")) {
          bytes += event.text[..<close]
          skip = close + 1
          end = index
          guard let kind = Self.kind(bytes) else { return nil }
          self.kind = kind
          finish(tree)
          return
        }
        bytes += event.text
      }
      index += 1
    }
    return nil
  }

  /// Skips the blanks and the line end after the bracket.
  private mutating func finish(_ tree: borrowing MarkdownTree) {
    let text = tree[end].text
    while skip < text.count, text[skip] == 32 { skip += 1 }
    guard skip == text.count else { return }
    (end, skip) = (end + 1, 0)
    if tree[end].kind == .link, tree[end].phase == .exit { end += 1 }
    if tree[end].kind == .softBreak || tree[end].kind == .lineBreak { end += 1 }
  }

  private static func kind(_ bytes: [UInt8]) -> Kind? {
    guard bytes.starts(with: "[!".utf8) else { return nil }
    let words = String(decoding: bytes.dropFirst(2), as: UTF8.self)
    let name = words.prefix { $0 != " " }
    let rest = words.dropFirst(name.count).drop { $0 == " " }
    switch name.lowercased() {
    case "div": return .division(classes: classes(rest))
    case "video": return rest.isEmpty ? nil : .video(address: String(rest))
    case let name: return rest.isEmpty ? Alert(rawValue: name).map { .alert($0) } : nil
    }
  }

  /// The class names of `class="a b"`.
  private static func classes(_ attribute: some StringProtocol) -> String {
    guard let value = attribute.split(separator: "\"").dropFirst().first else { return "" }
    let names = value.split(separator: " ").filter { name in
      name.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (97...122).contains(byte | 32) || byte == 45 || byte == 95
      }
    }
    return names.joined(separator: " ")
  }
}

/// The kinds of alerts.
enum Alert: String {
  case note, tip, important, warning, caution

  /// The title in the reader's language.
  func title(_ words: MarkdownOptions.Words) -> String {
    switch self {
    case .note: words.note
    case .tip: words.tip
    case .important: words.important
    case .warning: words.warning
    case .caution: words.caution
    }
  }
}

/// A quotation, or what a directive made of it.
struct Quotation {
  /// The directive that holds at present; `nil` for a plain quotation.
  var directive: Directive.Kind?
  /// How many nodes are open inside of which it begins.
  var depth: Int
  /// Whether its first directive is still to be skipped.
  var isNew = true
  /// Whether it isn't a quotation but an alert written without one.
  var endsWithParagraph = false
}

extension PageRenderer {
  mutating func enterQuote(_ index: Int, _ tree: borrowing MarkdownTree) {
    html.freshLine()
    push()
    let begin = tree[index + 1]
    let isParagraph = begin.kind == .paragraph && begin.phase == .enter
    let directive = isParagraph ? Directive(at: index + 2, tree) : nil
    quotes.append(Quotation(directive: directive?.kind, depth: bases.count))
    openQuotation(directive?.kind)
  }

  mutating func exitQuote() {
    let quote = quotes.popLast()
    pop()
    closeQuotation(quote?.directive)
  }

  private mutating func openQuotation(_ kind: Directive.Kind?) {
    html.freshLine()
    switch kind {
    case nil: html.raw("<blockquote>\n")
    case .alert(let alert):
      html.raw("<div class=\"alert alert-")
      html.text(alert.rawValue)
      html.raw("\" role=\"note\">\n<p class=\"alert-title\">")
      html.text(alert.title(options.words))
      html.raw("</p>\n")
    case .division(let classes):
      html.raw("<div class=\"")
      html.text(classes)
      html.raw("\">\n")
    case .video(let address):
      html.raw("<div class=\"video\">\n<p>")
      openLink(address, .link, line: 0)
      html.text(address)
      closeLink()
      html.raw("</p>\n")
    }
  }

  private mutating func closeQuotation(_ kind: Directive.Kind?) {
    html.freshLine()
    html.raw(kind == nil ? "</blockquote>\n" : "</div>\n")
  }

  /// Takes a directive at the start of a paragraph; returns the event to go on with.
  mutating func directiveAtParagraph(_ index: Int, _ tree: borrowing MarkdownTree) -> Int? {
    guard let directive = Directive(at: index, tree) else { return nil }
    if let quote = quotes.last, quote.depth == bases.count {
      if quote.isNew { quotes[quotes.count - 1].isNew = false } else { change(to: directive.kind) }
    } else {
      // Published pages have directives without the quotation around them; one holds for its
      // paragraph then.
      quotes.append(
        Quotation(
          directive: directive.kind, depth: bases.count, isNew: false, endsWithParagraph: true))
      openQuotation(directive.kind)
    }
    return skip(directive, tree)
  }

  /// Takes a directive that begins a line inside a paragraph of a quotation: it ends the paragraph
  /// and what the last directive made.
  mutating func directiveAtLine(_ index: Int, _ tree: borrowing MarkdownTree) -> Int? {
    guard let quote = quotes.last, quote.depth == bases.count - 1,
      let directive = Directive(at: index, tree)
    else { return nil }
    endParagraph()
    change(to: directive.kind)
    let next = tree[directive.end]
    beginParagraph(isTight: next.kind == .paragraph && next.phase == .exit)
    return skip(directive, tree)
  }

  private mutating func change(to kind: Directive.Kind) {
    closeQuotation(quotes[quotes.count - 1].directive)
    quotes[quotes.count - 1].directive = kind
    openQuotation(kind)
  }

  /// Writes what follows the directive on its line.
  private mutating func skip(_ directive: Directive, _ tree: borrowing MarkdownTree) -> Int {
    guard directive.skip > 0 else { return directive.end }
    pendingText = Array(tree[directive.end].text.dropFirst(directive.skip))
    return directive.end + 1
  }

  /// Ends an alert that was written without a quotation.
  mutating func endLooseAlert() {
    guard let quote = quotes.last, quote.endsWithParagraph, quote.depth == bases.count else {
      return
    }
    quotes.removeLast()
    closeQuotation(quote.directive)
  }
}
