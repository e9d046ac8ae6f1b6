import Model

/// Renders compiled templates into bytes.
struct TemplateRenderer {
  let templates: TemplateSet
  let options: TemplateOptions
  var context: TemplateContext
  var output: [UInt8]
  var diagnostics: [Diagnostic] = []
  /// What partials, parents and blocks put before each line.
  private var indentation: [UInt8] = []
  /// Whether the next line start is in the middle of a line of output.
  private var skipsIndentation = false
  /// The blocks that override others, the outermost first.
  private var overrides: [[String: TemplateBlock]] = []
  private var depth = 0

  init(
    _ templates: TemplateSet, options: TemplateOptions, context: [TemplateValue], output: [UInt8]
  ) {
    (self.templates, self.options, self.output) = (templates, options, output)
    self.context = TemplateContext(context)
  }

  /// Renders the nodes of one template, which `name` names.
  mutating func render(
    _ nodes: [TemplateNode], of name: String
  ) throws(TemplateFailure) {
    for node in nodes {
      switch node {
      case .text(let text): append(text)
      case .lineStart: beginLine()
      case .variable(let variable, let isRaw, let location):
        append(variable, isRaw: isRaw, at: location)
      case .section(let section, let isInverted, let content):
        try render(section, isInverted: isInverted, content, of: name)
      case .partial(let reference, let indentation, let location):
        try include(reference, indentation: indentation, from: name, at: location)
      case .parent(let reference, let indentation, let blocks, let location):
        overrides.append(blocks)
        try include(reference, indentation: indentation, from: name, at: location)
        overrides.removeLast()
      case .block(let block, let location): try render(block, at: location)
      }
    }
  }

  private mutating func append(_ text: TemplateText) {
    if indentation.isEmpty {
      output += text.bytes
      if !text.lineStarts.isEmpty { skipsIndentation = false }
      return
    }
    var copied = 0
    for start in text.lineStarts {
      output += text.bytes[copied..<start]
      beginLine()
      copied = start
    }
    output += text.bytes[copied...]
  }

  private mutating func beginLine() {
    if skipsIndentation { skipsIndentation = false } else { output += indentation }
  }

  private mutating func append(_ name: TemplateName, isRaw: Bool, at location: SourceLocation) {
    switch context[name] {
    case nil: if options.reportsMissing { reportMissing(name, at: location) }
    case .null?: break
    case .boolean(let value)?: output += Array(value ? "true".utf8 : "false".utf8)
    case .integer(let value)?: output += Array(String(value).utf8)
    case .html(let bytes)? where isRaw: output += bytes
    case .html(let bytes)?: appendEscaped(String(decoding: bytes, as: UTF8.self))
    case .text(let text)? where !isRaw: appendEscaped(text)
    case .text(let text)? where options.allowsRawText: output += text.utf8
    case .text(let text)?:
      report(
        "template.raw-text", "'\(name.text)' is text, not markup, so it was escaped",
        suggestion: "write {{\(name.text)}}", at: location)
      appendEscaped(text)
    case .list?, .object?:
      report(
        "template.value", "'\(name.text)' is not a single value, so nothing is shown",
        suggestion: "use a section", at: location)
    }
  }

  private mutating func appendEscaped(_ text: String) {
    switch options.escaping {
    case .html: output.append(escapingHTML: text)
    case .markdown: output.append(escapingMarkdown: text)
    case .none: output += text.utf8
    }
  }

  private mutating func render(
    _ name: TemplateName, isInverted: Bool, _ content: [TemplateNode], of template: String
  ) throws(TemplateFailure) {
    let value = context[name] ?? .null
    if isInverted {
      if !value.isTrue { try render(content, of: template) }
      return
    }
    guard value.isTrue else { return }
    if case .list(let elements) = value {
      for element in elements {
        context.push(element)
        try render(content, of: template)
        context.pop()
      }
    } else {
      context.push(value)
      try render(content, of: template)
      context.pop()
    }
  }

  private mutating func include(
    _ reference: PartialReference, indentation own: [UInt8], from template: String,
    at location: SourceLocation
  ) throws(TemplateFailure) {
    let name: String
    switch reference {
    case .named(let named), .linked(let named): name = named
    case .dynamic(let variable):
      guard case .text(let text) = context[variable] else {
        if options.reportsMissing { reportMissing(variable, at: location) }
        return
      }
      name = text
    }
    guard let (resolved, nodes) = templates.find(reference, name, from: template) else {
      if options.reportsMissing { reportUnknown(name, at: location) }
      return
    }
    let outer = indentation
    indentation += own
    try descend(at: location) { (renderer) throws(TemplateFailure) in
      try renderer.render(nodes, of: resolved)
    }
    indentation = outer
  }

  private mutating func render(
    _ block: TemplateBlock, at location: SourceLocation
  ) throws(TemplateFailure) {
    let content = overrides.lazy.compactMap { $0[block.name] }.first ?? block
    let outer = indentation
    indentation += block.indentation
    if block.beginsLine {
      if !content.contentBeginsLine, !content.content.isEmpty { beginLine() }
    } else if content.contentBeginsLine {
      skipsIndentation = true
    }
    try descend(at: location) { (renderer) throws(TemplateFailure) in
      try renderer.render(content.content, of: content.template)
    }
    skipsIndentation = false
    indentation = outer
  }

  private mutating func descend(
    at location: SourceLocation, _ body: (inout Self) throws(TemplateFailure) -> Void
  ) throws(TemplateFailure) {
    guard depth < options.maximumDepth else {
      throw TemplateFailure([
        Diagnostic(
          .error, "template.depth", at: location,
          "templates include each other more than \(options.maximumDepth) times")
      ])
    }
    depth += 1
    try body(&self)
    depth -= 1
  }
}
