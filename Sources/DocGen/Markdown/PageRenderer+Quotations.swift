import CommonMark

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
