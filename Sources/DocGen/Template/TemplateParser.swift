import Model

/// Compiles a template.
struct TemplateParser {
  private let source: [UInt8]
  private var scanner: TemplateScanner
  /// Where text that isn't compiled yet begins.
  private var cursor = 0
  private var depth = 0

  private let template: String

  private init(_ source: [UInt8], path: String, template: String) {
    (self.source, self.template) = (source, template)
    scanner = TemplateScanner(source, path: path)
  }

  /// Compiles the template of a name, which `path` names in places.
  static func parse(
    _ source: [UInt8], path: String, name: String
  ) throws(TemplateFailure) -> [TemplateNode] {
    var parser = TemplateParser(source, path: path, template: name)
    return try parser.content(of: nil).nodes
  }

  /// Compiles up to the tag that closes `opening`, or to the end.
  private mutating func content(
    of opening: TemplateTag?
  ) throws(TemplateFailure) -> (nodes: [TemplateNode], close: TemplateTag?) {
    var nodes: [TemplateNode] = []
    depth += 1
    defer { depth -= 1 }
    if let opening, depth > 200 { throw failure("sections nest too deep", at: opening) }
    while let tag = try scanner.next() {
      switch tag.kind {
      case .variable, .rawVariable:
        addText(before: tag, isStripped: false, to: &nodes)
        nodes.append(
          .variable(TemplateName(tag.name), isRaw: tag.kind == .rawVariable, tag.location))
      case .comment, .delimiters: addText(before: tag, isStripped: tag.isAlone, to: &nodes)
      case .section, .inverted:
        addText(before: tag, isStripped: tag.isAlone, to: &nodes)
        let inner = try content(of: tag).nodes
        nodes.append(
          .section(TemplateName(tag.name), isInverted: tag.kind == .inverted, inner))
      case .partial:
        let indentation = addText(before: tag, isStripped: tag.isAlone, to: &nodes)
        nodes.append(
          .partial(Self.reference(tag.name), indentation: indentation, tag.location))
      case .block: try addBlock(tag, to: &nodes)
      case .parent: try addParent(tag, to: &nodes)
      case .close:
        guard let opening, opening.name == tag.name else {
          throw mismatch(of: tag, with: opening)
        }
        closeText(before: tag, of: opening, to: &nodes)
        return (nodes, tag)
      }
    }
    if let opening {
      throw failure("'\(opening.name)' is opened here and never closed", at: opening)
    }
    addText(cursor..<source.count, to: &nodes)
    return (nodes, nil)
  }

  /// Adds the text before a closing tag; blanks before it go if it has its line for itself.
  private mutating func closeText(
    before tag: TemplateTag, of opening: TemplateTag, to nodes: inout [TemplateNode]
  ) {
    if opening.kind == .parent {
      cursor = tag.range.upperBound
    } else if opening.kind == .block, let blankFrom = tag.blankFrom, tag.blankTo == nil {
      // `{{/block}}{{/parent}}`: what follows on the line isn't text of the block.
      addText(cursor..<max(blankFrom, cursor), to: &nodes)
      cursor = tag.range.upperBound
    } else {
      addText(before: tag, isStripped: tag.isAlone, to: &nodes)
    }
  }

  /// A block: its own line break goes with its opening tag, its indentation is kept apart.
  private mutating func block(_ tag: TemplateTag) throws(TemplateFailure) -> TemplateBlock {
    cursor = tag.blankTo ?? tag.range.upperBound
    let contentBeginsLine = tag.blankTo != nil
    var nodes = try content(of: tag).nodes
    let before = tag.blankFrom.map { Array(source[$0..<tag.range.lowerBound]) } ?? []
    let own = contentBeginsLine ? nodes.indentation ?? before : before
    nodes.removeIndentation(own)
    return TemplateBlock(
      name: tag.name, template: template, content: nodes, indentation: own,
      beginsLine: tag.blankFrom != nil,
      contentBeginsLine: contentBeginsLine)
  }

  private mutating func addBlock(
    _ tag: TemplateTag, to nodes: inout [TemplateNode]
  ) throws(TemplateFailure) {
    if let blankFrom = tag.blankFrom {
      addText(cursor..<max(blankFrom, cursor), to: &nodes)
    } else {
      addText(cursor..<tag.range.lowerBound, to: &nodes)
    }
    nodes.append(.block(try block(tag), tag.location))
  }

  private mutating func addParent(
    _ tag: TemplateTag, to nodes: inout [TemplateNode]
  ) throws(TemplateFailure) {
    let textStart = cursor
    var overrides: [String: TemplateBlock] = [:]
    var isClosed = false
    cursor = tag.range.upperBound
    while !isClosed {
      guard let inner = try scanner.next() else {
        throw failure("'\(tag.name)' is opened here and never closed", at: tag)
      }
      switch inner.kind {
      case .block: overrides[inner.name] = try block(inner)
      case .close where inner.name == tag.name:
        let isAlone = tag.blankFrom != nil && inner.blankTo != nil
        cursor = textStart
        let indentation = addText(before: tag, isStripped: isAlone, to: &nodes)
        cursor = isAlone ? inner.blankTo ?? source.count : inner.range.upperBound
        nodes.append(
          .parent(
            Self.reference(tag.name), indentation: indentation, overrides: overrides, tag.location))
        isClosed = true
      case .close: throw mismatch(of: inner, with: tag)
      case .section, .inverted, .parent:
        // Ignored like any text in a parent, but its closing tag must be found.
        _ = inner.kind == .parent ? try addParentAside(inner) : try content(of: inner).nodes
      default: continue
      }
    }
  }

  private mutating func addParentAside(
    _ tag: TemplateTag
  ) throws(TemplateFailure) -> [TemplateNode] {
    var ignored: [TemplateNode] = []
    try addParent(tag, to: &ignored)
    return ignored
  }

  /// Adds the text before a tag and moves behind the tag; if the tag is stripped of its line, gives
  /// the blanks before it.
  @discardableResult
  private mutating func addText(
    before tag: TemplateTag, isStripped: Bool, to nodes: inout [TemplateNode]
  ) -> [UInt8] {
    if isStripped, let blankFrom = tag.blankFrom {
      addText(cursor..<max(blankFrom, cursor), to: &nodes)
      cursor = tag.blankTo ?? tag.range.upperBound
      return Array(source[blankFrom..<tag.range.lowerBound])
    }
    addText(cursor..<tag.range.lowerBound, to: &nodes)
    if isLineStart(tag.range.lowerBound) { nodes.append(.lineStart) }
    cursor = tag.range.upperBound
    return []
  }

  private func addText(_ range: Range<Int>, to nodes: inout [TemplateNode]) {
    guard !range.isEmpty else { return }
    let starts = range.filter { isLineStart($0) && !isLineBreak($0) }.map { $0 - range.lowerBound }
    nodes.append(.text(TemplateText(bytes: Array(source[range]), lineStarts: starts)))
  }

  private func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || source[offset - 1] == UInt8(ascii: "\n")
  }

  private func isLineBreak(_ offset: Int) -> Bool {
    source[offset] == UInt8(ascii: "\n")
      || (source[offset] == UInt8(ascii: "\r") && offset + 1 < source.count
        && source[offset + 1] == UInt8(ascii: "\n"))
  }

  private static func reference(_ name: String) -> PartialReference {
    name.hasPrefix("*") ? .dynamic(TemplateName(String(name.dropFirst()))) : .named(name)
  }

  private func mismatch(of tag: TemplateTag, with opening: TemplateTag?) -> TemplateFailure {
    guard let opening else {
      return failure("'\(tag.name)' is closed but was never opened", at: tag)
    }
    return failure(
      "'\(tag.name)' is closed where '\(opening.name)' of line \(opening.location.line) is open",
      at: tag)
  }

  private func failure(_ message: String, at tag: TemplateTag) -> TemplateFailure {
    TemplateFailure([Diagnostic(.error, "template.syntax", at: tag.location, message)])
  }
}
