import CommonMark
import Model

/// A quotation, or what a directive made of it.
struct Quotation {
  /// The directive that holds at present; `nil` for a plain quotation.
  var directive: Directive.Kind?
  /// How many nodes are open inside of which it begins.
  var depth: Int
  /// Whether its first directive is still to be skipped.
  var isNew: Bool
  /// Whether it isn't a quotation but an alert written without one.
  var endsWithParagraph = false
}

extension PageRenderer {
  mutating func enterQuote(_ index: Int, _ tree: borrowing MarkdownTree) {
    html.freshLine()
    push()
    let begin = tree[index + 1]
    let isParagraph = begin.kind == .paragraph && begin.phase == .enter
    let directive =
      isParagraph
      ? Directive(at: index + 2, tree, titles: alertTitles, takesAnyWord: true) : nil
    quotes.append(
      Quotation(directive: directive?.kind, depth: bases.count, isNew: directive != nil))
    openQuotation(directive?.kind, line: begin.line)
  }

  mutating func exitQuote() {
    let quote = quotes.popLast()
    pop()
    closeQuotation(quote?.directive)
  }

  private mutating func openQuotation(_ kind: Directive.Kind?, line: Int) {
    html.freshLine()
    switch kind {
    case nil: html.raw("<blockquote>\n")
    case .alert(let alert):
      let title = alert.title(options)
      openAlert(alert.style.rawValue, title: title.words, isInterface: !title.isOfPage)
    case .named(let title, let style):
      openAlert(style.style.rawValue, title: title, isInterface: false)
    case .division(let classes):
      html.raw("<div class=\"")
      html.text(classes)
      html.raw("\">\n")
    case .video(let address, let title):
      html.raw("<div class=\"video\">\n<p>")
      linkToVideo(address, title: title, line: line)
      html.raw("</p>\n")
    }
  }

  /// Writes the `:::video` of a block or in running text: no page asks another server.
  mutating func writeVideo(_ address: String, title: String, isBlock: Bool, line: Int) {
    html.raw(isBlock ? "<div class=\"video\">\n<p>" : "<span class=\"video\">")
    linkToVideo(address, title: title, line: line)
    html.raw(isBlock ? "</p>\n</div>\n" : "</span>")
    if isBlock { collectBreak() }
  }

  mutating func linkToVideo(_ address: String, title: String, line: Int) {
    openLink(address, line: line)
    html.text(title.isEmpty ? address : title)
    collect(title.utf8)
    closeLink()
  }

  private mutating func openAlert(_ name: String, title: String, isInterface: Bool) {
    html.raw("<div class=\"alert alert-")
    html.text(name)
    html.raw("\" role=\"note\">\n<p class=\"alert-title\">")
    if isInterface { beginInterface() }
    html.text(title)
    if isInterface { endInterface() }
    html.raw("</p>\n")
  }

  /// Begins the box of an alert in `<blockquote>[!NOTE]<br/>`, which Markdown doesn't read; the end of
  /// the keyword and of the line break behind it, or `nil` where there is none.
  mutating func alert(_ bytes: [UInt8], in tag: RawTag, line: Int) -> Int? {
    guard !tag.isClosing, let found = HTMLAlert(bytes, from: tag.end) else { return nil }
    let place = line + bytes[..<found.start].lineEndCount
    page.diagnostics.report(
      .warning, "markup.in-html", at: location(line: place),
      "an alert inside raw HTML isn't read elsewhere",
      suggestion: "write it as a quotation, with a blank line around it")
    openQuotation(.alert(found.kind), line: place)
    open.append(.alert)
    return found.end
  }

  private mutating func closeQuotation(_ kind: Directive.Kind?) {
    html.freshLine()
    html.raw(kind == nil ? "</blockquote>\n" : "</div>\n")
  }

  /// Takes a directive at the start of a paragraph; returns the event to go on with.
  mutating func directiveAtParagraph(_ index: Int, _ tree: borrowing MarkdownTree) -> Int? {
    let isBeginning = quotes.last.map { $0.isNew && $0.depth == bases.count } ?? false
    guard
      let directive = Directive(
        at: index, tree, titles: alertTitles, takesAnyWord: isBeginning,
        takesKnownWord: quotes.last?.depth == bases.count)
    else {
      reportUnknownDirective(at: index, tree)
      return nil
    }
    if case .named = directive.kind, directive.repeated == nil,
      directive.translated == nil || !isTranslation
    {
      reportUnknownDirective(at: index, tree)
    }
    report(directive, tree[index], tree)
    if let quote = quotes.last, quote.depth == bases.count {
      if quote.isNew {
        quotes[quotes.count - 1].isNew = false
      } else {
        change(to: directive.kind, line: tree[index].line)
      }
    } else {
      // Published pages have directives without the quotation around them; one holds for its
      // paragraph then.
      quotes.append(
        Quotation(
          directive: directive.kind, depth: bases.count, isNew: false, endsWithParagraph: true))
      openQuotation(directive.kind, line: tree[index].line)
    }
    return skip(directive, tree)
  }

  /// Takes a directive that begins a line inside a paragraph of a quotation: it ends the paragraph
  /// and what the last directive made.
  mutating func directiveAtLine(_ index: Int, _ tree: borrowing MarkdownTree) -> Int? {
    guard let quote = quotes.last, quote.depth == bases.count - 1,
      let directive = Directive(at: index, tree, titles: alertTitles)
    else { return nil }
    report(directive, tree[index], tree)
    endParagraph()
    change(to: directive.kind, line: tree[index].line)
    let isEmpty = Self.endsParagraph(tree[directive.end])
    let next = skip(directive, tree)
    let end = Self.lineOfDirective(after: next, tree)
    beginParagraph(
      isTight: isEmpty, direction: isEmpty ? nil : directionAgainstPage(of: next..<end, tree))
    return next
  }

  private static func endsParagraph(_ event: MarkdownEvent) -> Bool {
    event.kind == .paragraph && event.phase == .exit
  }

  /// Where a paragraph ends, or a line of it begins like another directive.
  private static func lineOfDirective(after start: Int, _ tree: borrowing MarkdownTree) -> Int {
    var index = start
    while index < tree.count, !endsParagraph(tree[index]) {
      if tree[index].kind == .softBreak, index + 1 < tree.count,
        tree[index + 1].text.hasPrefix("[")
      {
        return index
      }
      index += 1
    }
    return index
  }

  /// Says what is unusual about a directive: a translated keyword, or text behind it.
  private mutating func report(
    _ directive: Directive, _ event: MarkdownEvent, _ tree: borrowing MarkdownTree
  ) {
    if let second = directive.repeated {
      return report(
        "alert.text", tree[second.event],
        "'[!\(second.word)]' follows another keyword, which it replaces",
        suggestion: "write the keyword of the original alone")
    }
    if case .named(_, let style) = directive.kind {
      return isTranslation ? reportTranslated(directive, style, event) : ()
    }
    if directive.isSpaced {
      report(
        "directive.unknown", event, "a blank stands behind '[!'",
        suggestion: "write the keyword right behind it")
    }
    if case .video = directive.kind, let word = directive.translated {
      report(
        "alert.translated", event, "the keyword '[!\(word)' was translated",
        suggestion: "write '[!VIDEO address]'")
    }
    guard case .alert(let alert) = directive.kind else { return }
    if directive.translated != nil { return reportTranslated(directive, alert, event) }
    if directive.skip > 0 || directive.isFollowed {
      report(
        "alert.text", event,
        "text follows '[!\(alert.rawValue.uppercased())]' on its line",
        suggestion: "begin the text on the next line")
    }
  }

  /// Whether the page is a translation.
  private var isTranslation: Bool { options.locale != options.sourceLocale }

  private mutating func reportTranslated(
    _ directive: Directive, _ alert: Alert, _ event: MarkdownEvent
  ) {
    guard let word = directive.translated else { return }
    report(
      "alert.translated", event, "the keyword '[!\(word)]' was translated",
      suggestion: "write '[!\(alert.rawValue.uppercased())]': "
        + "its title is shown in the reader's language")
  }

  private mutating func reportUnknownDirective(at index: Int, _ tree: borrowing MarkdownTree) {
    if let form = Directive.incompleteForm(at: index, tree) {
      return report(
        "directive.unknown", tree[index], "this directive isn't complete",
        suggestion: "write '\(form)'")
    }
    guard let word = Directive.unknownWord(at: index, tree) else { return }
    report(
      "directive.unknown", tree[index], "there is no directive '[!\(word)]'",
      suggestion: Suggestion.nearest(to: word, among: Directive.words).map {
        "did you mean '[!\($0)]'?"
      })
  }

  private mutating func change(to kind: Directive.Kind, line: Int) {
    closeQuotation(quotes[quotes.count - 1].directive)
    quotes[quotes.count - 1].directive = kind
    openQuotation(kind, line: line)
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
