import Model

/// A name in a template, split at its dots; no parts stand for `.`, the current value.
struct TemplateName: Sendable {
  let text: String
  let parts: [TemplateKey]

  init(_ text: String) {
    self.text = text
    parts = text == "." ? [] : text.split(separator: ".").map { TemplateKey(String($0)) }
  }
}

/// What a partial or parent tag names.
enum PartialReference: Sendable {
  /// A template, by the name as written.
  case named(String)
  /// A template, by its whole name.
  case linked(String)
  /// A value that holds the name of a template.
  case dynamic(TemplateName)
}

/// Bytes of a template that are shown as they are.
struct TemplateText: Sendable {
  var bytes: [UInt8]
  /// Where lines of the template begin that a partial's indentation is put before.
  var lineStarts: [Int]
}

/// A part that a template offers to be overridden, or that overrides one.
struct TemplateBlock: Sendable {
  let name: String
  /// The template in which the block is written, for names of partials in it.
  let template: String
  /// The content without the indentation that it had where it was written.
  var content: [TemplateNode]
  /// What the content is indented by where the block stands.
  var indentation: [UInt8]
  /// Whether nothing but blanks stands before the block in its line.
  let beginsLine: Bool
  /// Whether the content begins on a line of its own.
  let contentBeginsLine: Bool
}

/// A compiled piece of a template.
indirect enum TemplateNode: Sendable {
  case text(TemplateText)
  /// The beginning of a line that begins with a tag.
  case lineStart
  case variable(TemplateName, isRaw: Bool, SourceLocation)
  case section(TemplateName, isInverted: Bool, [TemplateNode])
  case partial(PartialReference, indentation: [UInt8], SourceLocation)
  case block(TemplateBlock, SourceLocation)
  case parent(
    PartialReference, indentation: [UInt8], overrides: [String: TemplateBlock], SourceLocation)
}
