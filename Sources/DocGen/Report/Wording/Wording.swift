import Localization
import Model

/// Says messages and values in one language and one form.
///
/// Text of the snapshot is masked, escaped for the form and isolated from the direction of the text
/// around it. What comes out is safe to put into a page as it is.
struct Wording: Sendable {
  /// What the words are put into.
  enum Form: Sendable { case html, markdown, plain }

  /// The language.
  let language: ReportLanguage
  /// What the words are put into.
  let form: Form
  /// Masks secrets in texts of the snapshot.
  let mask: @Sendable (String) -> String

  /// A message with its values.
  func message(_ message: Message) -> String { say(language.catalog.message(message)) }

  /// A value.
  func value(_ value: MessageValue) -> String {
    if case .instant(let instant) = value { return time(instant) }
    return language.catalog.pieces(of: value).map(say).joined()
  }

  /// A text of the interface.
  func text(_ key: String) -> String { message(Message(key)) }

  /// Text that can't become markup.
  func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    switch form {
    case .plain: return text
    case .html: bytes.append(escapingHTML: text)
    case .markdown: bytes.append(escapingMarkdown: Self.onOneLine(text))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func say(_ message: LocalizedMessage) -> String {
    let words = message.pieces.map(say).joined()
    guard form == .html, message.isFallback else { return words }
    let tag = message.language
    return "<span lang=\"\(tag.tag)\" dir=\"\(tag.direction)\">\(words)</span>"
  }

  private func say(_ piece: LocalizedMessage.Piece) -> String {
    switch piece {
    case .words(let words): escaped(words)
    case .text(let text): isolated(mask(text))
    case .code(let text): code(mask(text))
    case .message(let message): say(message)
    }
  }

  private func isolated(_ text: String) -> String {
    guard !text.isEmpty else { return self.text("report.empty") }
    return form == .html ? "<bdi>\(escaped(text))</bdi>" : escaped(text)
  }

  private func code(_ text: String) -> String {
    switch form {
    case .html: return "<code>\(escaped(text))</code>"
    case .plain: return text
    case .markdown:
      let single = Self.onOneLine(text)
      var fence = "`"
      while single.contains(fence) { fence += "`" }
      let pad = single.hasPrefix("`") || single.hasSuffix("`") || single.isEmpty ? " " : ""
      // A bar ends a table cell even inside code.
      return fence + pad + single.replacing("|", with: "\\|") + pad + fence
    }
  }

  /// A time, which machines can read too.
  private func time(_ instant: Instant) -> String {
    let shown = language.catalog.pieces(of: .instant(instant)).map(say).joined()
    return form == .html ? "<time datetime=\"\(instant.iso8601)\">\(shown)</time>" : shown
  }

  private static func onOneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}

extension Wording {
  /// A message as a value of a template.
  func markup(_ message: Message) -> TemplateValue { .html(Array(self.message(message).utf8)) }

  /// A value as a value of a template; `null` where there is none.
  func markup(_ value: MessageValue?) -> TemplateValue {
    value.map { .html(Array(self.value($0).utf8)) } ?? .null
  }
}
