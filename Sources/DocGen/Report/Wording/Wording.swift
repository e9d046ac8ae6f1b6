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

  /// A message with its values; an unknown key is shown as code, so that nothing gets lost.
  func message(_ message: Message) -> String {
    let count = message.arguments.first { $0.name == "count" }.flatMap { argument in
      if case .integer(let number) = argument.value { return number }
      return nil as Int?
    }
    guard let pattern = language.pattern(message.key, count: count) else {
      return code(message.key)
    }
    var text = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += escaped(String(rest[..<open]))
      let name = rest[rest.index(after: open)..<close]
      if let argument = message.arguments.first(where: { $0.name == name }) {
        text += value(argument.value)
      } else {
        text += escaped(String(rest[open...close]))
      }
      rest = rest[rest.index(after: close)...]
    }
    return text + escaped(String(rest))
  }

  /// A value.
  func value(_ value: MessageValue) -> String {
    switch value {
    case .text(let text): isolated(mask(text))
    case .code(let text): code(mask(text))
    case .integer(let number): escaped(language.integer(number))
    case .share(let share): escaped(language.share(share))
    case .number(let number): escaped(language.number(number))
    case .instant(let instant): time(instant)
    case .days(let days): escaped(language.counted("format.days", days))
    case .minutes(let minutes): escaped(language.counted("format.minutes", minutes))
    case .seconds(let seconds): escaped(language.counted("format.seconds", seconds))
    case .list(let values): language.list(values.map { self.value($0) })
    case .message(let message): self.message(message)
    }
  }

  /// A text of the interface.
  func text(_ key: String) -> String { message(Message(key)) }

  /// Text of the snapshot, kept apart from the text around it.
  func isolated(_ text: String) -> String {
    let text = text.isEmpty ? language.text("report.empty") : text
    return form == .html ? "<bdi>\(escaped(text))</bdi>" : escaped(text)
  }

  /// An id, word or path.
  func code(_ text: String) -> String {
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
  func time(_ instant: Instant) -> String {
    let shown = escaped(language.time(instant))
    return form == .html ? "<time datetime=\"\(instant.iso8601)\">\(shown)</time>" : shown
  }

  /// Text that can't become markup.
  func escaped(_ text: String) -> String {
    switch form {
    case .plain: text
    case .html: String(decoding: Self.html(text), as: UTF8.self)
    case .markdown: Self.markdown(Self.onOneLine(text))
    }
  }

  private static func html(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(escapingHTML: text)
    return bytes
  }

  private static func markdown(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.append(escapingMarkdown: text)
    return String(decoding: bytes, as: UTF8.self)
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
